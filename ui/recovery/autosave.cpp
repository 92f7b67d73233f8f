// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recovery/autosave.h"

#include <utility>

namespace sessionarium::ui::recovery {

using document::Computation;
using document::Document;
using playback::PlaybackController;

Autosave::Autosave(const Document &document, const PlaybackController &playback, const QString &folder, QObject *parent)
    : QObject(parent), m_document(document), m_playback(playback), m_file(std::make_shared<OwnFile>(folder))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(&m_computation, &Computation::busyChanged, this, [this](bool busy) {
        if (!busy && m_again)
            m_timer.start();
    });
    connect(&m_document, &Document::changed, this, &Autosave::documentChanged);
    connect(&m_playback, &PlaybackController::moved, this, &Autosave::moved);
    connect(&m_playback, &PlaybackController::playingChanged, this, &Autosave::moved);
}

Autosave::~Autosave()
{
    blockSignals(true); // who listens may be half gone
    if (m_timer.isActive() || m_again)
        flush();
    m_computation.wait();
}

void Autosave::replace(std::shared_ptr<Orphan> orphan)
{
    m_replaced = std::move(orphan);
    schedule();
}

void Autosave::finish()
{
    m_timer.stop();
    m_again = false;
    remove();
    m_computation.wait();
}

void Autosave::flush()
{
    m_timer.stop();
    m_computation.wait();
    m_timer.stop(); // started again by what was waited for
    if (m_document.isModified())
        write();
    m_computation.wait();
}

void Autosave::documentChanged()
{
    if (m_document.isModified()) {
        schedule();
        return;
    }
    m_timer.stop();
    m_again = false;
    remove();
}

/// Where somebody stands is worth keeping, but no reason to write many times a second while the run plays.
void Autosave::moved()
{
    if (m_document.isModified() && !m_playback.isPlaying())
        schedule();
}

void Autosave::schedule()
{
    if (m_computation.isBusy())
        m_again = true; // else a slow disk would be asked for more than it can do
    else if (!m_timer.isActive()) // not started anew: what changes all the time is written, too
        m_timer.start();
}

void Autosave::write()
{
    m_again = false;
    if (!m_document.isModified() || !m_document.scenario())
        return;
    m_computation.start([this, file = m_file, replaced = std::exchange(m_replaced, {}), note = note(),
                         scenario = m_document.scenario()](const document::Progress &) -> Computation::Finish {
        const auto problem = file->write(recoveryBytes(note, Document::fileText(*scenario)));
        if (!problem && replaced)
            replaced->remove();
        return [this, problem, replaced] {
            if (problem && replaced && !m_replaced)
                m_replaced = replaced; // it is still the only one
            finished(problem);
        };
    });
}

void Autosave::finished(const std::optional<model::Problem> &problem)
{
    const bool hadFailed = std::exchange(m_hasFailed, problem.has_value());
    if (!problem)
        Q_EMIT written();
    else if (!hadFailed)
        Q_EMIT failed(*problem);
}

void Autosave::remove()
{
    m_computation.start([file = m_file, replaced = std::exchange(m_replaced, {})](const document::Progress &) {
        file->remove();
        if (replaced)
            replaced->remove();
        return Computation::Finish();
    });
}

RecoveryNote Autosave::note() const
{
    RecoveryNote note;
    note.savedAt = QDateTime::currentDateTimeUtc();
    note.title = m_document.scenario()->title;
    note.path = m_document.path();
    note.lessonId = m_document.lessonId();
    note.growing = m_document.isGrowing();
    note.step = m_playback.step();
    note.moment = m_playback.moment();
    const document::LessonProgress &progress = m_document.progress();
    for (std::size_t step = 0; step < progress.stepCount(); ++step) {
        if (progress.asks(step) && !progress.isShut(step))
            note.gates.push_back({step, progress.guess(step)});
    }
    return note;
}

} // namespace sessionarium::ui::recovery
