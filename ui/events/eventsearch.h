// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/events/eventfilter.h"
#include "ui/events/recordlist.h"
#include "ui/text/language.h"

#include <QObject>

#include <memory>

namespace sessionarium::ui::events {

/// Looks for the records that a filter lets through, in a thread, slice by slice: what each slice found is there at
/// once, so the first page of a long search comes without waiting for its end. Belongs to the thread of the window.
class EventSearch : public QObject
{
    Q_OBJECT

public:
    explicit EventSearch(QObject *parent = nullptr);

    /// Looks through the first `limit` records of a run (null: nothing). If only `limit` grew, it goes on from there.
    void setContent(std::shared_ptr<const document::PlayedRun> run, std::uint32_t limit);
    /// Its entities are those of the run that is being looked through. `language`: that of the texts searched. The same
    /// filter in the same language again: no effect.
    void setFilter(const EventFilter &filter, text::Language language);
    [[nodiscard]] const EventFilter &filter() const { return m_filter; }

    /// Stops; what was found stays.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// It was stopped before it had looked at everything.
    [[nodiscard]] bool isIncomplete() const { return !m_busy && m_permille < 1000; }
    [[nodiscard]] int permille() const { return m_permille; }
    [[nodiscard]] const RecordList &found() const { return m_found; }
    /// Until all is found; for tests and pictures.
    void wait();

Q_SIGNALS:
    /// More was found, or the search began, ended or was stopped.
    void changed();

private:
    struct Job;
    struct Slice;

    void begin();
    void goOn();
    void take(const Slice &slice);

    std::shared_ptr<const document::PlayedRun> m_run;
    std::uint32_t m_limit = 0;
    EventFilter m_filter;
    text::Language m_language = text::Language::English;
    std::shared_ptr<Job> m_job; // touched by the computation only
    RecordList m_found;
    bool m_fresh = false; // nothing of this search has arrived: m_found is still what was found before
    bool m_busy = false;
    int m_permille = 1000;
    document::Computation m_computation; // last: waits for work that touches the job
};

} // namespace sessionarium::ui::events
