// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "ui/document/document.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <optional>

namespace sessionarium::ui::playback {

/// Where the run is being looked at: the playhead in virtual time and the step of the lesson, and how they move.
///
/// Always true while something is open: start(step) <= moment <= end(step), moment <= revealedUntil of the document. At
/// the border of two steps the moment belongs to both; which one is shown is the step's say. Playing goes along the
/// paced axis, halts at the end of each step and at a shut gate. Belongs to the thread of the window.
class PlaybackController : public QObject
{
    Q_OBJECT

public:
    /// Microseconds of real time since any fixed moment; never runs backwards. Handed in, so that tests drive it.
    using Clock = std::function<qint64()>;

    /// The document must outlive this.
    PlaybackController(document::Document &document, Clock clock, QObject *parent = nullptr);

    [[nodiscard]] model::SimTime moment() const { return m_moment; }
    [[nodiscard]] std::size_t step() const { return m_step; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] int speedPercent() const { return m_speedPercent; }
    /// The gate of the step is shut: nothing goes on before it is answered.
    [[nodiscard]] bool isAtGate() const;
    [[nodiscard]] bool isAtEndOfStep() const;
    [[nodiscard]] bool hasNextStep() const;

    /// 25 to 400, in per cent of the paced axis' own speed.
    void setSpeedPercent(int percent);

public Q_SLOTS:
    /// Plays on; from the end of a step into the next one.
    void play();
    void pause();
    void togglePlaying();

    /// To the next or previous moment at which something happened. At the border of two steps it crosses the border
    /// only, so that the next step's words come before its motion.
    void hopForward();
    void hopBack();
    /// To the next or previous moment at which a request was finished.
    void requestForward();
    void requestBack();
    /// The presenter's one button: plays the step; while it plays, leaps to its end; then goes on to the next step and
    /// plays that.
    void nextStep();
    /// To the start of the step, from there to the start of the one before.
    void previousStep();
    void toStart();
    void toEnd();
    /// Anywhere that may be shown.
    void seek(sessionarium::model::SimTime t);
    /// To a moment of the run that is shown: if the step of that moment plays another run, the present step stays.
    void seekInRun(sessionarium::model::SimTime t);
    /// Goes to the start of a step. No effect if a shut gate stands before it.
    void enterStep(std::size_t step);

    /// Moves on by what the clock says; the timer calls it.
    void advance();

Q_SIGNALS:
    /// The moment or the step changed.
    void moved();
    void playingChanged(bool playing);
    void speedChanged(int percent);

private:
    /// What the clock goes by: a shut gate leaves nothing of what lies behind it in the pace.
    [[nodiscard]] const report::PacingMap &pace() const;
    void documentChanged(document::Document::What what);
    /// Where the playhead was before something was undone or done again.
    void returnTo(model::SimTime t, std::size_t step);
    void moveTo(model::SimTime t, std::size_t step);
    /// How far the playhead may go within its step.
    [[nodiscard]] model::SimTime limit() const;
    [[nodiscard]] const document::LessonProgress &progress() const { return m_document.progress(); }

    document::Document &m_document;
    Clock m_clock;
    QTimer m_timer;
    model::SimTime m_moment;
    std::size_t m_step = 0;
    int m_speedPercent = 100;
    qint64 m_lastTick = 0;
    qint64 m_screen = 0; // the playhead on the paced axis while playing; finer than the moment
};

/// Real time from a monotonic clock.
[[nodiscard]] PlaybackController::Clock monotonicClock();

} // namespace sessionarium::ui::playback
