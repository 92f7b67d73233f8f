// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/lesson/lessonwords.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/stage/stagepainter.h"
#include "ui/text/language.h"
#include "ui/theme/themehost.h"
#include "ui/welcome/minuteplan.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

class QScrollArea;
class QStackedWidget;

namespace sessionarium::ui::inspector {
class WhyPanel;
}
namespace sessionarium::ui::lesson {
class PredictionCard;
}
namespace sessionarium::ui::stage {
class StageView;
}
namespace sessionarium::ui::widgets {
class Button;
class Card;
class IconButton;
class TextLabel;
}

namespace sessionarium::ui::welcome {

class ResultRow;

/// The first minute (lesson-scripts.md): a run that stands still after a log-in, with a question beside it. The answer
/// plays it; then why it came so, lit on the stage; then the same again otherwise; then the ways on. Run, question and
/// words come from a file of the form of a lesson, see MinutePlan.
///
/// The stage is to be looked at: nothing acts here. While this is hidden nothing runs; shown again, it goes on.
class FirstMinute : public QWidget
{
    Q_OBJECT

public:
    enum class Phase {
        Opening, ///< Nothing to see yet: the run is being computed.
        Asking, ///< The question waits.
        Running, ///< What was asked about is played, and what comes after it.
        Why, ///< Its causes light up.
        Again, ///< The same once more, otherwise.
        Over
    };
    Q_ENUM(Phase)

    /// Host and translator must outlive this, and so must the text of the file. `lesson`: the number of the first one.
    FirstMinute(theme::ThemeHost &host, const text::Translator &translator, playback::PlaybackController::Clock clock,
                std::string_view file, std::uint32_t lesson, QWidget *parent = nullptr);
    ~FirstMinute() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// False: nothing is asked, or there is no such option.
    bool answer(std::size_t option);
    /// Plays on or pauses. False: there is nothing to play.
    bool togglePlaying();
    /// Back to the question, once the run is read again.
    void startOver();
    void setMotion(stage::Motion motion);

    // For tests and pictures.
    [[nodiscard]] document::Document &document() { return m_document; }
    [[nodiscard]] playback::PlaybackController &playback() { return m_playback; }
    [[nodiscard]] stage::StageView &stage() { return *m_stage; }
    [[nodiscard]] inspector::WhyPanel &why() { return *m_why; }

Q_SIGNALS:
    void firstLessonRequested();
    void buildRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void documentChanged(document::Document::What what);
    void fillStage();
    void playingChanged(bool playing);
    void moved();
    void showWhy();
    void showAgain();
    void setPhase(Phase phase);
    void refresh();
    void refreshButtons();
    void retranslate();
    /// The parts that came later stand where they are seen, not at the end.
    void orderTabs();
    void enlarge();
    /// To this button, if the focus is in here, or on nothing in particular.
    void offer(widgets::Button &button);
    [[nodiscard]] bool canPlay() const;
    /// What the question was about, played through to the end.
    [[nodiscard]] bool isPlayedThrough() const;
    /// Of the span of the question: the first request that did not go well. Null: all did, or it is not seen yet.
    [[nodiscard]] const verdict::Verdict *seenFailure() const;
    /// What came of the requests from the start of one step to that of another, as far as the playhead came.
    [[nodiscard]] std::vector<verdict::Outcome> resultsOf(std::size_t from, std::size_t to) const;

    theme::ThemeHost &m_host;
    theme::ThemeHost m_large; // as m_host, for what is asked and told: there is room for it
    document::Document m_document;
    document::RunTexts m_texts;
    playback::PlaybackController m_playback;
    lesson::LessonWords m_words;
    std::string_view m_file;
    std::uint32_t m_lesson;
    std::optional<MinutePlan> m_plan;
    Phase m_phase = Phase::Opening;
    bool m_started = false;
    bool m_resting = true; // hidden
    bool m_resumes = false; // it was playing when it was hidden
    std::shared_ptr<const document::PlayedRun> m_shown; // what the stage reads

    widgets::Card *m_panel;
    widgets::TextLabel *m_heading;
    widgets::IconButton *m_play;
    widgets::IconButton *m_startOver;
    QStackedWidget *m_pages;
    QScrollArea *m_questionScroll;
    lesson::PredictionCard *m_question;
    widgets::TextLabel *m_keysHint;
    ResultRow *m_results;
    inspector::WhyPanel *m_why;
    QScrollArea *m_againScroll;
    widgets::TextLabel *m_againTitle;
    widgets::TextLabel *m_againText;
    ResultRow *m_before;
    ResultRow *m_now;
    widgets::TextLabel *m_note;
    widgets::Button *m_whyButton;
    widgets::Button *m_againButton;
    widgets::Button *m_firstLesson;
    widgets::Button *m_build;
    stage::StageView *m_stage;
};

} // namespace sessionarium::ui::welcome
