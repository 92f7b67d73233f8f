// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/explanationtext.h"
#include "ui/theme/themehost.h"

#include <QAbstractButton>

namespace sessionarium::ui::inspector {

/// One numbered sentence of "Why?": number in a ring, time with a badge, what happened, what followed. A click leads to
/// its moment. A line joins it to the next one.
class CauseStep : public QAbstractButton
{
    Q_OBJECT

public:
    CauseStep(theme::ThemeHost &host, text::ExplanationText::Line line, bool isLast, QWidget *parent = nullptr);

    [[nodiscard]] const text::ExplanationText::Line &line() const { return m_line; }
    /// Lit: its ring is filled.
    void setLit(bool lit);
    [[nodiscard]] bool isLit() const { return m_lit; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    [[nodiscard]] QRect wordsRect(int width) const;

    theme::ThemeHost &m_host;
    text::ExplanationText::Line m_line;
    bool m_isLast;
    bool m_lit = false;
};

} // namespace sessionarium::ui::inspector
