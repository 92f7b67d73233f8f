// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/lesson/predictioncontent.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/text/lessontext.h"

#include <QCoreApplication>

namespace sessionarium::ui::lesson {

/// What the lesson says at the playhead, in the language in use, for whoever shows it: the panel, the presenter, the
/// welcome page. Knows nothing that a shut gate hides. Each call reads the document anew; all must outlive this.
class LessonWords
{
    Q_DECLARE_TR_FUNCTIONS(LessonWords)

public:
    LessonWords(const document::Document &document, const playback::PlaybackController &playback,
                const document::RunTexts &texts)
        : m_document(document), m_playback(playback), m_texts(texts)
    {
    }

    // All require: a lesson is open.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// That of any step.
    [[nodiscard]] QString text(std::size_t step) const;
    [[nodiscard]] QString realWorld() const;
    /// What to try, by its place in the lesson; empty: the run that is played has less to try.
    [[nodiscard]] QString tryLabel(std::size_t item) const;
    /// The step whose question is to be shown: this step's, or the one that was answered last before it.
    [[nodiscard]] std::optional<std::size_t> askedStep() const;
    /// Requires: a step that asks.
    [[nodiscard]] PredictionContent prediction(std::size_t step) const;
    /// In what the run that is played differs from the lesson's own, in a few words: "Sticky · Server 2: Crash"; empty:
    /// in nothing.
    [[nodiscard]] QString difference() const;
    /// Cause and name come after the run, never before it.
    [[nodiscard]] bool everythingRevealed() const;
    /// The last step is over.
    [[nodiscard]] bool isOver() const;

private:
    /// What texts of a step are filled from: its run, with what may be known of it.
    [[nodiscard]] text::LessonMoment momentOf(std::size_t step, const document::PlayedRun &run) const;
    [[nodiscard]] QString differenceOf(const document::PlayedRun &run, std::size_t step) const;
    /// Counts of the answers in a step, and how many requests had none yet at its end.
    [[nodiscard]] QString whatHappened(const document::PlayedRun &run, std::size_t step) const;

    const document::Document &m_document;
    const playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
};

/// Answers the question that is open, or with nothing shows what comes without a guess; and plays it. False: nothing is
/// asked, or there is no such option.
bool passGate(document::Document &document, playback::PlaybackController &playback, std::optional<std::size_t> option);

} // namespace sessionarium::ui::lesson
