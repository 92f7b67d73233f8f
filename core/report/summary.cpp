// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary.h"

#include "core/model/names.h"
#include "core/model/status.h"
#include "core/report/muldiv.h"
#include "core/report/serverload.h"
#include "core/timeline/fingerprint.h"

#include <algorithm>

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
using timeline::EntityInfo;
using timeline::Record;
using timeline::Timeline;
using verdict::Guarantee;
using verdict::Outcome;
using verdict::Verdict;
using verdict::Verdicts;

namespace {

constexpr std::uint64_t million = 1'000'000;
constexpr std::size_t noLoad = static_cast<std::size_t>(-1);

model::Text nameOfEntity(const EntityInfo &entity)
{
    const std::string &fallback = entity.name.ko.empty() ? entity.name.en : entity.name.ko;
    if (fallback.empty())
        return model::Text {entity.id, entity.id};
    return model::Text {entity.name.ko.empty() ? fallback : entity.name.ko,
                        entity.name.en.empty() ? fallback : entity.name.en};
}

void count(const Verdict &verdict, Outcomes &outcomes, Guarantees &guarantees)
{
    ++outcomes[static_cast<std::size_t>(verdict.outcome)];
    for (std::size_t g = 0; g < guarantees.size(); ++g)
        guarantees[g] += verdict.broken.has(static_cast<Guarantee>(g)) ? 1u : 0u;
}

/// The value that a share of the sorted values does not exceed: nearest rank.
std::int64_t percentile(const std::vector<std::int64_t> &sorted, std::uint64_t percent)
{
    const std::uint64_t rank = (percent * sorted.size() + 99) / 100;
    return sorted[static_cast<std::size_t>(std::max<std::uint64_t>(1, rank) - 1)];
}

/// Folds records into the figures that change with each of them; a step costs the same at any length of the run.
class Counting
{
public:
    Counting(const Timeline &timeline, std::uint32_t records) : m_timeline(timeline)
    {
        for (std::uint32_t i = 0; i < records; ++i) {
            m_record = &timeline[i];
            m_fingerprint.add(*m_record);
            std::visit([this](const auto &fact) { note(fact); }, m_record->fact);
        }
    }

    [[nodiscard]] std::uint64_t issued() const { return m_issued; }
    [[nodiscard]] bool cut() const { return m_cut; }
    [[nodiscard]] std::string fingerprint() const { return m_fingerprint.hex(); }
    /// The entities that joined, in order of joining; and where each stands among its kind.
    [[nodiscard]] const std::vector<EntityId> &clients() const { return m_clients; }
    [[nodiscard]] const std::vector<EntityId> &servers() const { return m_servers; }
    [[nodiscard]] const std::vector<EntityId> &stores() const { return m_stores; }
    [[nodiscard]] std::size_t indexOf(EntityId entity) const { return m_indexOf[entity.value]; }
    [[nodiscard]] bool signedIn(std::size_t client) const { return m_signedIn[client]; }
    /// Requires: a server or a store.
    [[nodiscard]] ServerLoad &load(EntityId holder) { return m_loads[m_loadOf[holder.value]]; }

    [[nodiscard]] std::vector<MessageSummary> messages() const
    {
        std::vector<MessageSummary> list;
        for (std::size_t kind = 0; kind < m_messages.size(); ++kind) {
            if (m_messages[kind].count == 0)
                continue;
            list.push_back(MessageSummary {std::string(model::nameOf(static_cast<model::MessageKind>(kind))),
                                           m_messages[kind].count, m_messages[kind].bytes});
        }
        return list;
    }

private:
    ServerLoad &load() { return load(m_record->entity); }
    void noteEffect()
    {
        if (!load().takeDelivered(*m_record) || m_record->cause.isNone() || m_isStarting[m_record->entity.value])
            return;
        const Record &began = m_timeline[m_record->cause];
        if (began.entity == m_record->entity)
            load().applied(began.at, m_record->at);
    }

    void note(const model::EntityAdded &fact)
    {
        const std::size_t entity = m_record->entity.value;
        const std::size_t count = std::max(m_indexOf.size(), entity + 1);
        m_indexOf.resize(count);
        m_loadOf.resize(count, noLoad);
        m_isStarting.resize(count);
        const auto add = [this, entity](std::vector<EntityId> &list) {
            m_indexOf[entity] = list.size();
            list.push_back(m_record->entity);
        };
        switch (fact.type) {
        case EntityType::Client:
            add(m_clients);
            m_signedIn.push_back(false);
            break;
        case EntityType::Server:
        case EntityType::Store:
            add(fact.type == EntityType::Server ? m_servers : m_stores);
            m_loadOf[entity] = m_loads.size();
            m_loads.emplace_back(m_record->at, fact.capacity);
            break;
        case EntityType::Balancer:
            break;
        }
    }

    void note(const model::RequestIssued &fact)
    {
        ++m_issued;
        if (m_operations.size() <= m_record->request.value)
            m_operations.resize(m_record->request.value + std::size_t {1});
        m_operations[m_record->request.value] = fact.operation;
    }

    void note(const model::Sent &fact)
    {
        auto &messages = m_messages[static_cast<std::size_t>(fact.message)];
        ++messages.count;
        messages.bytes += fact.sizeBytes;
    }

    /// The rule of semantics §5, as in the fold: an error changes no belief.
    void note(const model::Answered &fact)
    {
        if (!model::isProperAnswer(fact.status))
            return;
        const bool loggedOut = m_operations[m_record->request.value] == model::Operation::LogOut;
        m_signedIn[m_indexOf[m_record->entity.value]] =
            model::isSuccess(fact.status) && fact.shown.isSome() && !loggedOut;
    }

    void note(const model::RequestQueued &fact) { load().queued(fact.length); }
    void note(const model::ServiceStarted &) { load().started(m_record->at); }
    void note(const model::ServiceEnded &) { load().ended(m_record->at); }
    void note(const model::SessionCreated &fact)
    {
        noteEffect();
        load().created(fact.session);
    }
    void note(const model::CopySet &fact)
    {
        noteEffect();
        load().created(fact.session);
    }
    void note(const model::SessionTouched &) { noteEffect(); }
    void note(const model::SessionEnded &fact)
    {
        noteEffect();
        load().dropped(fact.session);
    }
    void note(const model::SessionIdChanged &fact)
    {
        noteEffect();
        load().renamed(fact.session, fact.newSession);
    }
    void note(const model::AttributeSet &fact) { load().changed(fact.session, fact.attribute, fact.depth); }
    void note(const model::WriteApplied &fact)
    {
        load().changed(fact.session, fact.attribute, m_depths.add(fact.write, fact.base));
    }
    void note(const model::Delivered &fact)
    {
        if (timeline::DeliveredChange::isKind(fact.message))
            load().delivered(timeline::DeliveredChange {{}, fact.message, m_record->request});
    }
    void note(const model::Dropped &fact)
    {
        if (fact.reason == model::DropReason::UnknownSession && m_loadOf[m_record->entity.value] != noLoad)
            noteEffect();
    }
    void die()
    {
        load().crashed(m_record->at);
        m_isStarting[m_record->entity.value] = false;
    }
    void note(const model::Crashed &) { die(); }
    void note(const model::PoweredOff &) { die(); }
    void note(const model::Removed &) { die(); }
    void note(const model::Restarted &fact) { m_isStarting[m_record->entity.value] = fact.starting; }
    void note(const model::Listening &) { m_isStarting[m_record->entity.value] = false; }
    void note(const model::CapacitySet &fact) { load().capacity(m_record->at, fact.capacity); }
    void note(const model::RunCut &) { m_cut = true; }

    // What follows changes none of the figures.
    void note(const model::ActionTaken &) { }
    void note(const model::NotApplicable &) { }
    void note(const model::AddressChanged &) { }
    void note(const model::TabOpened &) { }
    void note(const model::Hung &) { }
    void note(const model::LinkCut &) { }
    void note(const model::LinkHealed &) { }
    void note(const model::CheckFailed &) { }
    void note(const model::CheckPassed &) { }
    void note(const model::ServerMarked &) { }
    void note(const model::DrainSet &) { }
    void note(const model::PinMoved &) { }
    void note(const model::ReplicationQueued &) { }
    void note(const model::ConfirmationAwaited &) { }
    void note(const model::ConfirmationMissed &) { }
    void note(const model::MemberAdded &) { }
    void note(const model::MemberDropped &) { }
    void note(const model::SnapshotTaken &) { }
    void note(const model::LogFlushed &) { }
    void note(const model::Promoted &) { }
    void note(const model::Demoted &) { }
    void note(const model::StoreSwitched &) { }
    void note(const model::Forwarded &) { }
    void note(const model::ConnectFailed &) { }
    void note(const model::ConnectionReset &) { }
    void note(const model::Rejected &) { }
    void note(const model::CookieAbsent &) { }
    void note(const model::SessionFound &) { }
    void note(const model::SessionMissing &) { }
    void note(const model::AttributeShown &) { }
    void note(const model::CookieStored &) { }
    void note(const model::CookieDeleted &) { }
    void note(const model::Failed &) { }

    struct Messages
    {
        std::uint64_t count = 0;
        std::uint64_t bytes = 0;
    };

    const Timeline &m_timeline;
    const Record *m_record = nullptr;
    timeline::Fingerprint m_fingerprint;
    std::vector<EntityId> m_clients;
    std::vector<EntityId> m_servers;
    std::vector<EntityId> m_stores;
    std::vector<std::size_t> m_indexOf; // by entity: among its kind
    std::vector<std::size_t> m_loadOf; // by entity: of servers and stores
    std::vector<bool> m_isStarting; // by entity
    std::vector<bool> m_signedIn; // by client
    std::vector<ServerLoad> m_loads; // of servers and stores
    std::vector<model::Operation> m_operations; // by request
    std::array<Messages, model::EnumNames<model::MessageKind>::values.size()> m_messages {};
    WriteDepths m_depths;
    std::uint64_t m_issued = 0;
    bool m_cut = false;
};

void summarizeVerdicts(Summary &summary, const Verdicts &verdicts, const Counting &counting, std::uint32_t records)
{
    const std::size_t finished = verdicts.countWithin(records);
    std::vector<std::int64_t> latencies;
    latencies.reserve(finished);
    for (std::size_t i = 0; i < finished; ++i) {
        const Verdict &verdict = verdicts.all()[i];
        latencies.push_back(verdict.latency.us);
        count(verdict, summary.outcomes, summary.guarantees);
        const std::size_t client = counting.indexOf(verdict.client);
        if (client >= summary.clients.size())
            continue;
        ++summary.clients[client].requests;
        count(verdict, summary.clients[client].outcomes, summary.clients[client].guarantees);
    }
    summary.requests = finished;
    summary.unfinished = counting.issued() - finished;
    if (finished == 0)
        return;

    const auto ofOutcome = [&summary](Outcome outcome) { return summary.outcomes[static_cast<std::size_t>(outcome)]; };
    summary.availabilityPpm = mulDiv(finished - ofOutcome(Outcome::Refused), million, finished);
    summary.sessionAvailabilityPpm = mulDiv(ofOutcome(Outcome::Fine), million, finished);
    std::sort(latencies.begin(), latencies.end());
    summary.latencyUs.p50 = percentile(latencies, 50);
    summary.latencyUs.p95 = percentile(latencies, 95);
    summary.latencyUs.p99 = percentile(latencies, 99);
    summary.latencyUs.max = latencies.back();
}

model::SimTime endOf(const Timeline &timeline, std::uint32_t records, bool cut)
{
    const bool whole = timeline.isComplete() && records == timeline.size() && !cut;
    if (whole)
        return model::SimTime {timeline.info().duration.us};
    return records == 0 ? model::SimTime {} : timeline[records - 1].at;
}

} // namespace

Summary summarize(const Timeline &timeline, const Verdicts &verdicts, std::uint32_t records)
{
    Counting counting(timeline, records);
    const timeline::RunInfo &info = timeline.info();
    Summary summary;
    summary.scenario = info.scenario;
    summary.policy = info.policy;
    summary.seed = info.seed;
    summary.durationUs = info.duration.us;
    summary.messages = counting.messages();
    summary.records = records;
    summary.fingerprint = counting.fingerprint();
    summary.cut = counting.cut();

    const std::size_t listed = std::min(counting.clients().size(), maxClientsListed);
    summary.clientsOmitted = counting.clients().size() - listed;
    for (std::size_t i = 0; i < listed; ++i) {
        const EntityInfo &entity = timeline.entity(counting.clients()[i]);
        ClientSummary client;
        client.id = entity.id;
        client.name = nameOfEntity(entity);
        client.signedIn = counting.signedIn(i);
        summary.clients.push_back(std::move(client));
    }
    const model::SimTime end = endOf(timeline, records, summary.cut);
    for (std::size_t i = 0; i < counting.servers().size(); ++i) {
        const EntityInfo &entity = timeline.entity(counting.servers()[i]);
        ServerSummary server = counting.load(counting.servers()[i]).summary(end);
        server.id = entity.id;
        server.name = nameOfEntity(entity);
        summary.servers.push_back(std::move(server));
    }
    for (const EntityId store : counting.stores()) {
        const EntityInfo &entity = timeline.entity(store);
        const ServerSummary load = counting.load(store).summary(end);
        summary.stores.push_back(StoreSummary {entity.id, nameOfEntity(entity), load.sessions, load.sessionsMax,
                                               load.sessionBytes, load.sessionBytesMax});
    }
    summarizeVerdicts(summary, verdicts, counting, records);
    return summary;
}

} // namespace sessionarium::report
