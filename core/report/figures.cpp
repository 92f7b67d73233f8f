// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include "core/report/counting.h"
#include "core/report/runningrank.h"

#include <algorithm>

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
using model::MessageKind;
using model::SimTime;
using timeline::Timeline;
using verdict::Verdict;
using verdict::Verdicts;

namespace {

constexpr bool isReplication(MessageKind kind)
{
    return (kind >= MessageKind::ReplicationCreated && kind <= MessageKind::ReplicationAck)
        || kind == MessageKind::Membership;
}

constexpr bool isOfStore(MessageKind kind)
{
    return kind >= MessageKind::StoreLoad && kind <= MessageKind::StoreReply;
}

/// Reads a run up to one tick after the other.
class Measuring
{
public:
    Measuring(const Timeline &timeline, const Verdicts &verdicts, std::vector<SimTime> ticks)
        : m_timeline(timeline), m_verdicts(verdicts), m_counting(timeline), m_latencies(latenciesOf(verdicts))
    {
        m_figures.ticks = std::move(ticks);
        const std::size_t count = m_figures.ticks.size();
        for (Figures::Traffic *traffic : {&m_figures.replication, &m_figures.store}) {
            traffic->messages.reserve(count);
            traffic->bytes.reserve(count);
        }
        m_figures.latency.firstTick = count;
    }

    /// False: it was cancelled.
    [[nodiscard]] bool run(const FiguresProgress &progress)
    {
        for (std::size_t tick = 0; tick < m_figures.ticks.size(); ++tick) {
            if (progress && !progress(static_cast<int>(tick * 1000 / m_figures.ticks.size())))
                return false;
            const std::uint32_t records = m_timeline.countUpTo(m_figures.ticks[tick]);
            for (; m_records < records; ++m_records)
                m_counting.add(m_timeline[m_records]);
            noteHolders(tick);
            noteTraffic();
            noteClients();
            noteVerdicts(tick);
        }
        return true;
    }

    [[nodiscard]] Figures take() { return std::move(m_figures); }

private:
    static std::vector<std::int64_t> latenciesOf(const Verdicts &verdicts)
    {
        std::vector<std::int64_t> all;
        all.reserve(verdicts.all().size());
        for (const Verdict &verdict : verdicts.all())
            all.push_back(verdict.latency.us);
        return all;
    }

    void noteHolders(std::size_t tick)
    {
        const std::size_t known = m_figures.holders.size();
        addJoined(tick, m_counting.servers(), m_servers, EntityType::Server);
        addJoined(tick, m_counting.stores(), m_stores, EntityType::Store);
        // Ids are given in order of joining; whoever joined before an earlier tick stands before these.
        std::sort(m_figures.holders.begin() + static_cast<std::ptrdiff_t>(known), m_figures.holders.end(),
                  [](const Figures::Holder &a, const Figures::Holder &b) { return a.entity < b.entity; });
        for (Figures::Holder &holder : m_figures.holders) {
            ServerLoad &load = m_counting.load(holder.entity);
            const ServerLoad::Span span = load.takeSpan(m_figures.ticks[tick]);
            holder.busyPpm.push_back(span.busyPpm.value_or(0));
            holder.servingPpm.push_back(load.servingPpm());
            holder.waiting.push_back(span.queueMax);
            holder.sessions.push_back(load.sessions());
            holder.sessionBytes.push_back(load.sessionBytes());
        }
    }

    void addJoined(std::size_t tick, const std::vector<EntityId> &joined, std::size_t &known, EntityType type)
    {
        for (; known < joined.size(); ++known) {
            Figures::Holder holder;
            holder.entity = joined[known];
            holder.type = type;
            holder.firstTick = tick;
            for (Figures::Series *series :
                 {&holder.busyPpm, &holder.servingPpm, &holder.waiting, &holder.sessions, &holder.sessionBytes}) {
                series->reserve(m_figures.ticks.size());
                series->resize(tick);
            }
            m_figures.holders.push_back(std::move(holder));
        }
    }

    void noteTraffic()
    {
        Counting::Messages replication;
        Counting::Messages store;
        for (std::size_t i = 0; i < m_counting.messages().size(); ++i) {
            const auto kind = static_cast<MessageKind>(i);
            const Counting::Messages &sent = m_counting.messages().at(i);
            if (Counting::Messages *sum = isReplication(kind) ? &replication : isOfStore(kind) ? &store : nullptr) {
                sum->count += sent.count;
                sum->bytes += sent.bytes;
            }
        }
        m_figures.replication.messages.push_back(replication.count);
        m_figures.replication.bytes.push_back(replication.bytes);
        m_figures.store.messages.push_back(store.count);
        m_figures.store.bytes.push_back(store.bytes);
    }

    void noteClients()
    {
        m_figures.clients.push_back(m_counting.clients().size());
        m_figures.signedIn.push_back(m_counting.signedInCount());
    }

    void noteVerdicts(std::size_t tick)
    {
        const std::size_t finished = m_verdicts.countWithin(m_records);
        for (; m_finished < finished; ++m_finished) {
            const Verdict &verdict = m_verdicts.all()[m_finished];
            ++m_outcomes.at(static_cast<std::size_t>(verdict.outcome));
            m_latencies.add(verdict.latency.us);
        }
        for (std::size_t i = 0; i < m_outcomes.size(); ++i)
            m_figures.outcomes.at(i).push_back(m_outcomes.at(i));
        if (finished > 0)
            m_figures.latency.firstTick = std::min(m_figures.latency.firstTick, tick);
        const auto rank = [this](std::uint64_t percent) {
            return m_finished == 0 ? 0 : static_cast<std::uint64_t>(m_latencies.percentile(percent));
        };
        m_figures.latency.p50.push_back(rank(50));
        m_figures.latency.p95.push_back(rank(95));
        m_figures.latency.p99.push_back(rank(99));
    }

    const Timeline &m_timeline;
    const Verdicts &m_verdicts;
    Counting m_counting;
    RunningRank m_latencies;
    Figures m_figures;
    Outcomes m_outcomes {};
    std::uint32_t m_records = 0; // read so far
    std::size_t m_finished = 0; // verdicts read so far
    std::size_t m_servers = 0; // known so far
    std::size_t m_stores = 0;
};

} // namespace

std::size_t Figures::countUpTo(SimTime t) const
{
    return static_cast<std::size_t>(std::upper_bound(ticks.begin(), ticks.end(), t) - ticks.begin());
}

std::vector<SimTime> figureTicks(const PacingMap &pacing, std::size_t most)
{
    if (pacing.stops().size() <= most)
        return pacing.stops();
    std::vector<SimTime> ticks;
    ticks.reserve(most);
    const auto count = static_cast<std::int64_t>(most);
    for (std::int64_t i = 1; i <= count; ++i) {
        const std::int64_t screen = pacing.length() / count * i + pacing.length() % count * i / count;
        const SimTime tick = pacing.toTime(screen);
        if (ticks.empty() || ticks.back() < tick)
            ticks.push_back(tick);
    }
    return ticks;
}

std::optional<Figures> measure(const Timeline &timeline, const Verdicts &verdicts, std::vector<SimTime> ticks,
                               const FiguresProgress &progress)
{
    Measuring measuring(timeline, verdicts, std::move(ticks));
    if (!measuring.run(progress))
        return std::nullopt;
    return measuring.take();
}

} // namespace sessionarium::report
