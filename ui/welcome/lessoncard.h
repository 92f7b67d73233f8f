// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QAbstractButton>

#include <map>

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
    [[nodiscard]] const Places &places(int width) const;
    [[nodiscard]] Places measure(int width) const;

    theme::ThemeHost &m_host;
    QString m_number;
    QString m_title;
    QString m_summary;
    QString m_minutes;
    mutable std::map<int, Places> m_places; // by width: layouts ask for the same few again and again
};

} // namespace sessionarium::ui::welcome
