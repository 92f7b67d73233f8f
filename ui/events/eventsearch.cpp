// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <optional>

namespace sessionarium::ui::events {

namespace {
constexpr qint64 sliceMs = 40;
constexpr std::uint32_t clockEvery = 256; // records between two looks at the clock
} // namespace

struct EventSearch::Slice
{
    std::vector<std::uint32_t> found;
    int permille = 0;
    bool atEnd = false;
};

/// Where a search stands. Its names are its own: the window's may change while it runs.
struct EventSearch::Job
{
    Job(std::shared_ptr<const document::PlayedRun> of, const EventFilter &wanted, text::Language speech)
        : run(std::move(of)), filter(wanted), language(speech)
    {
    }

    void prepare()
    {
        if (matcher)
            return;
        if (!filter.text.isEmpty()) {
            sessions = run->keyframes->stateAfter(run->timeline().size());
            names.emplace(run->timeline(), &sessions, language);
            texts.emplace(*run, *names);
        }
        matcher.emplace(*run, filter, texts ? &*texts : nullptr);
    }

    Slice next(std::uint32_t limit, const document::Progress &progress)
    {
        prepare();
        Slice slice;
        QElapsedTimer clock;
        clock.start();
        const std::uint32_t count = matcher->candidateCount();
        std::uint32_t looked = 0;
        std::uint32_t reached = limit;
        while (position < count) {
            const model::RecordId id = matcher->candidate(position);
            if (id.value >= limit)
                break;
            reached = id.value;
            if (++looked % clockEvery == 0 && (clock.elapsed() >= sliceMs || !progress(0)))
                break;
            if (matcher->matches(id))
                slice.found.push_back(id.value);
            ++position;
        }
        slice.atEnd = position >= count || matcher->candidate(position).value >= limit;
        slice.permille = slice.atEnd ? 1000 : static_cast<int>(std::uint64_t {reached} * 1000 / limit);
        return slice;
    }

    std::shared_ptr<const document::PlayedRun> run;
    EventFilter filter;
    text::Language language;
    timeline::WorldState sessions;
    std::optional<text::Names> names;
    std::optional<EventTexts> texts;
    std::optional<EventMatcher> matcher;
    std::uint32_t position = 0;
};

EventSearch::EventSearch(QObject *parent) : QObject(parent)
{
}

void EventSearch::setContent(std::shared_ptr<const document::PlayedRun> run, std::uint32_t limit)
{
    const bool goesOn = run == m_run && limit >= m_limit && !isIncomplete();
    if (run == m_run && limit == m_limit)
        return;
    m_run = std::move(run);
    m_limit = limit;
    if (!goesOn || !m_job) {
        if (!goesOn)
            m_found = {};
        begin();
    } else if (!m_busy) {
        goOn();
    } // else the slice under way is followed by one that knows the new limit
}

void EventSearch::setFilter(const EventFilter &filter, text::Language language)
{
    if (filter == m_filter && (language == m_language || filter.text.isEmpty())) {
        m_language = language;
        return;
    }
    m_filter = filter;
    m_language = language;
    begin();
}

void EventSearch::cancel()
{
    if (!m_busy)
        return;
    m_computation.cancel();
    m_busy = false;
    if (m_fresh)
        m_found = {};
    m_fresh = false;
    Q_EMIT changed();
}

void EventSearch::wait()
{
    while (m_busy)
        m_computation.wait();
}

void EventSearch::begin()
{
    m_computation.cancel();
    m_busy = false;
    m_job.reset();
    m_permille = 1000;
    m_fresh = false;
    if (!m_run || m_filter.isEmpty()) {
        m_found = RecordList::all(m_run ? m_limit : 0);
        Q_EMIT changed();
        return;
    }
    m_job = std::make_shared<Job>(m_run, m_filter, m_language);
    m_fresh = true;
    m_permille = 0;
    goOn();
}

void EventSearch::goOn()
{
    m_busy = true;
    m_computation.start([this, job = m_job, limit = m_limit](const document::Progress &progress) {
        auto slice = std::make_shared<Slice>(job->next(limit, progress));
        return [this, slice, limit] {
            slice->atEnd = slice->atEnd && limit == m_limit;
            take(*slice);
        };
    });
    Q_EMIT changed();
}

void EventSearch::take(const Slice &slice)
{
    if (m_fresh)
        m_found = {};
    m_fresh = false;
    m_found.append(slice.found);
    m_permille = slice.permille;
    m_busy = false;
    if (slice.atEnd)
        Q_EMIT changed();
    else
        goOn();
}

} // namespace sessionarium::ui::events
