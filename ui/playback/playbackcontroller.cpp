// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playbackcontroller.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::playback {

using document::Document;

namespace {
constexpr int tickMs = 16;
constexpr int slowestPercent = 25;
constexpr int fastestPercent = 400;
} // namespace

PlaybackController::Clock monotonicClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.nsecsElapsed() / 1000; };
}

PlaybackController::PlaybackController(Document &document, Clock clock, QObject *parent)
    : QObject(parent), m_document(document), m_clock(std::move(clock))
{
    m_timer.setInterval(tickMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PlaybackController::advance);
    connect(&m_document, &Document::changed, this, &PlaybackController::documentChanged);
    connect(&m_document, &Document::returned, this, &PlaybackController::returnTo);
}

bool PlaybackController::isAtGate() const
{
    return m_document.isOpen() && progress().isShut(m_step);
}

bool PlaybackController::isAtEndOfStep() const
{
    return m_document.isOpen() && m_moment >= progress().end(m_step);
}

bool PlaybackController::hasNextStep() const
{
    return m_document.isOpen() && m_step + 1 < progress().stepCount();
}

void PlaybackController::setSpeedPercent(int percent)
{
    const int bounded = std::clamp(percent, slowestPercent, fastestPercent);
    if (bounded == m_speedPercent)
        return;
    m_speedPercent = bounded;
    Q_EMIT speedChanged(bounded);
}

void PlaybackController::play()
{
    if (!m_document.isOpen() || isPlaying())
        return;
    if (isAtEndOfStep() && hasNextStep())
        enterStep(m_step + 1);
    if (m_moment >= limit())
        return; // a shut gate, or the end of the run
    m_screen = pace().toScreen(m_moment);
    m_lastTick = m_clock();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void PlaybackController::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT playingChanged(false);
}

void PlaybackController::togglePlaying()
{
    if (isPlaying())
        pause();
    else
        play();
}

const report::PacingMap &PlaybackController::pace() const
{
    return m_document.played()->pacingWithin(m_document.view().revealedUntil);
}

void PlaybackController::advance()
{
    if (!isPlaying())
        return;
    const qint64 now = m_clock();
    m_screen += (now - m_lastTick) * m_speedPercent / 100;
    m_lastTick = now;
    const model::SimTime end = limit();
    const model::SimTime t = pace().toTime(m_screen);
    if (t < end) {
        moveTo(std::max(t, m_moment), m_step);
        return;
    }
    moveTo(end, m_step);
    pause();
}

void PlaybackController::hopForward()
{
    pause();
    if (!m_document.isOpen())
        return;
    if (isAtEndOfStep() && hasNextStep()) {
        enterStep(m_step + 1);
        return;
    }
    const auto stop = m_document.played()->pacing.nextStop(m_moment);
    moveTo(std::min(stop.value_or(limit()), limit()), m_step);
}

void PlaybackController::hopBack()
{
    pause();
    if (!m_document.isOpen())
        return;
    const model::SimTime start = progress().start(m_step);
    if (m_moment == start) {
        if (m_step > 0)
            moveTo(start, m_step - 1);
        return;
    }
    // Before the start of its step the playhead stands only in what this step's own run did earlier.
    const model::SimTime least = m_moment < start ? model::SimTime {} : start;
    const auto stop = m_document.played()->pacing.previousStop(m_moment);
    moveTo(std::max(stop.value_or(least), least), m_step);
}

void PlaybackController::requestForward()
{
    pause();
    if (!m_document.isOpen())
        return;
    // Each step is looked through in its own run.
    for (std::size_t step = m_step; step < progress().stepCount(); ++step) {
        const auto run = m_document.runOfStep(step);
        const model::SimTime from = std::max(m_moment, progress().start(step));
        const std::size_t next = run->verdicts().countWithin(run->timeline().countUpTo(from));
        if (next >= run->verdicts().all().size())
            continue;
        const model::SimTime at = run->timeline()[run->verdicts().all()[next].finished].at;
        if (at > progress().end(step))
            continue;
        if (at <= m_document.view().revealedUntil)
            moveTo(at, step);
        else
            toEnd();
        return;
    }
    toEnd();
}

void PlaybackController::requestBack()
{
    pause();
    if (!m_document.isOpen())
        return;
    for (std::size_t step = m_step + 1; step-- > 0;) {
        const auto run = m_document.runOfStep(step);
        const model::SimTime before = std::min(m_moment, progress().end(step) + model::microseconds(1));
        const std::size_t count =
            run->verdicts().countWithin(run->timeline().countUpTo(before - model::microseconds(1)));
        if (count == 0)
            continue;
        const model::SimTime at = run->timeline()[run->verdicts().all()[count - 1].finished].at;
        if (step > 0 && at <= progress().start(step))
            continue;
        moveTo(at, step);
        return;
    }
    enterStep(0);
}

void PlaybackController::nextStep()
{
    if (!m_document.isOpen())
        return;
    if (isPlaying()) {
        pause();
        moveTo(limit(), m_step);
        return;
    }
    play();
}

void PlaybackController::previousStep()
{
    pause();
    if (!m_document.isOpen())
        return;
    const bool atStart = m_moment <= progress().start(m_step);
    enterStep(atStart && m_step > 0 ? m_step - 1 : m_step);
}

void PlaybackController::toStart()
{
    pause();
    if (m_document.isOpen())
        enterStep(0);
}

void PlaybackController::toEnd()
{
    pause();
    if (m_document.isOpen())
        seek(m_document.view().revealedUntil);
}

void PlaybackController::seek(model::SimTime t)
{
    pause();
    if (!m_document.isOpen())
        return;
    const model::SimTime bounded = std::clamp(t, model::SimTime {}, m_document.view().revealedUntil);
    const std::size_t found = progress().stepAt(bounded);
    // Staying on the border of two steps keeps the step.
    const bool stays = m_step < progress().stepCount() && bounded == m_moment;
    moveTo(bounded, stays ? m_step : found);
}

void PlaybackController::seekInRun(model::SimTime t)
{
    pause();
    if (!m_document.isOpen())
        return;
    const model::SimTime bounded = std::clamp(t, model::SimTime {}, m_document.view().revealedUntil);
    const std::size_t found = progress().stepAt(bounded);
    const bool leaves = bounded != m_moment && m_document.runOfStep(found) == m_document.played();
    moveTo(leaves ? bounded : std::min(bounded, limit()), leaves ? found : m_step);
}

void PlaybackController::enterStep(std::size_t step)
{
    pause();
    if (!m_document.isOpen() || step >= progress().stepCount())
        return;
    const model::SimTime start = progress().start(step);
    if (start > m_document.view().revealedUntil)
        return;
    moveTo(start, step);
}

void PlaybackController::documentChanged(Document::What what)
{
    switch (what) {
    case Document::What::Opened:
        m_step = 0; // before the pause: who hears of it asks where in the new lesson that is
        m_moment = {};
        pause();
        m_document.notePlayhead(m_moment);
        Q_EMIT moved();
        break;
    case Document::What::Run:
        // The prefix up to the moment is the same in a branch taken there; under other values it may be another run.
        moveTo(std::min(m_moment, limit()), m_step);
        if (isPlaying())
            m_screen = pace().toScreen(m_moment);
        break;
    case Document::What::Revealed:
        if (isPlaying()) // on the axis that knows more
            m_screen = pace().toScreen(m_moment);
        break;
    case Document::What::Branches:
    case Document::What::Identity:
        break;
    }
}

void PlaybackController::returnTo(model::SimTime t, std::size_t step)
{
    pause();
    if (step >= progress().stepCount())
        return;
    const model::SimTime end = std::min(progress().end(step), m_document.view().revealedUntil);
    moveTo(std::clamp(t, std::min(progress().start(step), end), end), step);
}

void PlaybackController::moveTo(model::SimTime t, std::size_t step)
{
    if (t == m_moment && step == m_step)
        return;
    const bool crosses = step != m_step;
    m_moment = t;
    m_step = step;
    m_document.notePlayhead(t);
    // The step may have a run of its own. Who hears of it finds the playhead where it belongs in that run.
    if (crosses)
        m_document.playRunOfStep(step);
    Q_EMIT moved();
}

model::SimTime PlaybackController::limit() const
{
    return std::min(progress().end(m_step), m_document.view().revealedUntil);
}

} // namespace sessionarium::ui::playback
