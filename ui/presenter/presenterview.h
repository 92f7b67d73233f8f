// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/lesson/lessonwords.h"
#include "ui/lesson/votes.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <memory>

namespace sessionarium::ui::widgets {
class Card;
class ElidingLabel;
class TextLabel;
}

namespace sessionarium::ui::presenter {

class LargeStage;
class QuestionCard;

/// The lesson for a class (design §7): title, stage, caption or question, counts; all large enough for the last row.
/// The window shows it alone. A clicker leads through it: Page Down and Up step, "." or B makes the picture black, Esc
/// leaves. Hands are counted with Ctrl and the digit of the answer; F7 asks for a second vote.
///
/// All widgets in it use a theme that grows with the picture's height, so that no text falls under 2.7 % of it.
class PresenterView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    PresenterView(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
                  const document::RunTexts &texts, lesson::Votes &votes, QWidget *parent = nullptr);

    /// The picture is black until the next key.
    void setBlack(bool black);
    [[nodiscard]] bool isBlack() const;

Q_SIGNALS:
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void enlarge();
    void documentChanged(document::Document::What what);
    void fillStage();
    void refresh();
    void refreshWords();
    void refreshFoot();
    void place();
    bool handle(const QKeyEvent &event);
    bool handleDigit(int digit, bool control);

    theme::ThemeHost &m_host;
    theme::ThemeHost m_large; // as m_host, grown with the height
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    lesson::LessonWords m_words;
    lesson::Votes &m_votes;
    std::shared_ptr<const document::PlayedRun> m_shown; // what the stage reads

    widgets::TextLabel *m_title;
    widgets::TextLabel *m_counter;
    LargeStage *m_stage;
    widgets::Card *m_captionCard;
    widgets::TextLabel *m_caption;
    QuestionCard *m_question;
    widgets::ElidingLabel *m_run; // what is played, if it is not the lesson's own run
    widgets::ElidingLabel *m_foot; // what the stage has no room for, or what the clicker does next
    widgets::TextLabel *m_counts;
    QWidget *m_black;
};

} // namespace sessionarium::ui::presenter
