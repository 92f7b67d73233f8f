// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/lesson/lessonwords.h"
#include "ui/lesson/votes.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/text/glossary.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <optional>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class IconButton;
class ProgressSegments;
class TextLabel;
}

namespace sessionarium::ui::lesson {

class FlowLayout;
class PredictionCard;
class TermPopup;
class VoteCounter;

/// The lesson at the left: where one is, what the step says, its question, the words, what to try.
///
/// While a gate is shut nothing here tells what comes (design §7): the question takes the place of the text; words and
/// things to try wait until the last gate is open; titles of later steps are never shown. The texts tell of the
/// lesson's own run; while another one is played, a line says so, and what differs.
class LessonPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    LessonPanel(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
                const document::RunTexts &texts, QWidget *parent = nullptr);

    /// The lesson that follows this one: after the last step, the button that led from step to step leads there. None:
    /// it ends here.
    void setNextLesson(const std::optional<model::Text> &title);
    /// Margins and what stands below the text grow tighter.
    void setCompact(bool compact);
    /// Chooses an option (from 0) of the open question. False: nothing is asked, or there is no such option.
    bool choose(std::size_t option);
    /// Opens the gate without a choice. False: nothing is asked.
    bool showWithoutChoosing();
    /// For a clicker, whose one button must get through a gate: first shows where "show me" is, then presses it.
    void pressShowMe();
    [[nodiscard]] Votes &votes() { return m_votes; }

Q_SIGNALS:
    /// One of the things to try was chosen, by its place in the lesson.
    void tryRequested(std::size_t item);
    void nextLessonRequested();
    void startOverRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void refresh();
    void retranslate();
    void refreshPrediction();
    void refreshTries();
    void setNotesShown(bool shown);
    void refreshDifference();

    theme::ThemeHost &m_host;
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    LessonWords m_words;
    text::Glossary m_glossary;
    Votes m_votes;

    widgets::TextLabel *m_counter;
    widgets::IconButton *m_notesButton;
    widgets::IconButton *m_startOver;
    widgets::ProgressSegments *m_segments;
    widgets::TextLabel *m_title;
    QScrollArea *m_scroll;
    widgets::TextLabel *m_text;
    widgets::TextLabel *m_difference;
    widgets::Button *m_toLessonRun;
    PredictionCard *m_prediction;
    widgets::TextLabel *m_keysHint;
    widgets::Button *m_showMe;
    VoteCounter *m_voteCounter;
    widgets::TextLabel *m_termsHeading;
    FlowLayout *m_termFlow;
    std::vector<widgets::Button *> m_terms;
    widgets::TextLabel *m_triesHeading;
    QVBoxLayout *m_tryList;
    std::vector<widgets::Button *> m_tries;
    widgets::Card *m_notesCard;
    widgets::TextLabel *m_notesHeading;
    widgets::TextLabel *m_notes;
    widgets::TextLabel *m_realWorld;
    widgets::Button *m_back;
    widgets::Button *m_next;
    TermPopup *m_popup;
    QVBoxLayout *m_layout;
    std::optional<model::Text> m_nextLesson;
    bool m_wasAtGate = false;
};

} // namespace sessionarium::ui::lesson
