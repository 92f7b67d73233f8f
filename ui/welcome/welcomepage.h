// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/theme/themehost.h"
#include "ui/welcome/lessonlist.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::welcome {

class LessonCard;

/// Where one begins: the lessons in their order, opening a file, starting empty, the files of late.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// Host and translator must outlive this.
    WelcomePage(theme::ThemeHost &host, const text::Translator &translator, std::vector<LessonEntry> lessons,
                QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    [[nodiscard]] const std::vector<LessonEntry> &lessons() const { return m_lessons; }

Q_SIGNALS:
    void lessonChosen(const QString &id);
    void openRequested();
    void emptyRequested();
    void recentChosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();

    theme::ThemeHost &m_host;
    const text::Translator &m_translator;
    std::vector<LessonEntry> m_lessons;
    std::vector<LessonCard *> m_cards;
    std::vector<widgets::Button *> m_recent;
    QScrollArea *m_scroll;
    QWidget *m_body;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_subtitle;
    widgets::TextLabel *m_lessonsHeading;
    QGridLayout *m_cardGrid;
    widgets::Button *m_open;
    widgets::Button *m_empty;
    widgets::TextLabel *m_recentHeading;
    QVBoxLayout *m_recentList;
    int m_columns = 0;
};

} // namespace sessionarium::ui::welcome
