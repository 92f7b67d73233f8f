// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QWidget>

namespace sessionarium::ui::widgets {

/// The steps of a lesson as bars, those reached filled. The words ("5 / 7") stand beside it; it is hidden from
/// assistive technology by having no name of its own.
class ProgressSegments : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressSegments(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// `reached` of `count` bars are filled.
    void setProgress(int reached, int count);
    [[nodiscard]] int reached() const { return m_reached; }
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::ThemeHost &m_host;
    int m_reached = 0;
    int m_count = 0;
};

} // namespace sessionarium::ui::widgets
