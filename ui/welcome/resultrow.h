// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/judge.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <vector>

namespace sessionarium::ui::welcome {

/// What came of a few requests, in their order: a sign and a word for each, below the name of the run.
class ResultRow : public QWidget
{
    Q_OBJECT

public:
    explicit ResultRow(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// Hidden while there is no result.
    void setResults(const QString &name, std::vector<verdict::Outcome> outcomes);
    [[nodiscard]] const std::vector<verdict::Outcome> &outcomes() const { return m_outcomes; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each result stands in so much width, and below all of them the height.
    [[nodiscard]] std::vector<QRect> places(int width) const;

    theme::ThemeHost &m_host;
    QString m_name;
    std::vector<verdict::Outcome> m_outcomes;
};

} // namespace sessionarium::ui::welcome
