// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/playbackcontroller.h"
#include "ui/text/language.h"
#include "ui/theme/themehost.h"
#include "ui/welcome/lessonlist.h"

#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QHBoxLayout;
class QKeyEvent;
class QScrollArea;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::welcome {

class FirstMinute;
class LessonGrid;

/// Where somebody stopped, as people count.
struct StoppedAt
{
    std::uint32_t lesson = 0; ///< Its number in the course.
    std::size_t step = 0; ///< From 1.
    friend bool operator==(const StoppedAt &, const StoppedAt &) = default;
};

/// Where one begins: the first minute, and below it the lessons in their order, the files of late, opening a file,
/// starting empty; on top of it, for who comes back, the way on. What the first minute shows always fits into the
/// window; the rest scrolls.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// Host and translator must outlive this. `clock`: for the first minute.
    WelcomePage(theme::ThemeHost &host, const text::Translator &translator, playback::PlaybackController::Clock clock,
                QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    /// Offers to go on there; nothing: nobody was there yet.
    void setStoppedAt(const std::optional<StoppedAt> &place);
    /// The built-in lessons in their order.
    [[nodiscard]] const std::vector<LessonEntry> &lessons() const;
    [[nodiscard]] FirstMinute &firstMinute() { return *m_minute; }
    /// A key that nothing else wanted: digits answer, Space plays, others scroll. False: it is not for this page.
    bool handle(const QKeyEvent &event);

Q_SIGNALS:
    void lessonChosen(const QString &id);
    void goOnRequested();
    void openRequested();
    void emptyRequested();
    void recentChosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void place();

    theme::ThemeHost &m_host;
    std::vector<widgets::Button *> m_recent;
    std::optional<StoppedAt> m_stoppedAt;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QWidget *m_content;
    QVBoxLayout *m_column;
    widgets::TextLabel *m_title;
    widgets::Button *m_goOn;
    FirstMinute *m_minute;
    widgets::TextLabel *m_lessonsHeading;
    widgets::Button *m_open;
    widgets::Button *m_empty;
    LessonGrid *m_lessons;
    widgets::TextLabel *m_recentHeading;
    QVBoxLayout *m_recentList;
};

} // namespace sessionarium::ui::welcome
