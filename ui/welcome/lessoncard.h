// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QAbstractButton>

namespace sessionarium::ui::welcome {

/// A lesson as a card to press: number, question, what it shows, minutes.
class LessonCard : public QAbstractButton
{
    Q_OBJECT

public:
    LessonCard(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// All words are made by the caller.
    void setWords(const QString &number, const QString &title, const QString &summary, const QString &minutes);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Places
    {
        QRect number;
        QRect minutes;
        QRect title;
        QRect summary;
        int height = 0;
    };
    [[nodiscard]] Places places(int width) const;

    theme::ThemeHost &m_host;
    QString m_number;
    QString m_title;
    QString m_summary;
    QString m_minutes;
};

} // namespace sessionarium::ui::welcome
