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
    Counting(const Timeline &timeline, std::uint32_t records)
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
    [[nodiscard]] std::size_t indexOf(EntityId entity) const { return m_indexOf[entity.value]; }
    [[nodiscard]] bool signedIn(std::size_t client) const { return m_signedIn[client]; }
    [[nodiscard]] ServerLoad &load(std::size_t server) { return m_loads[server]; }

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
    ServerLoad &load() { return m_loads[m_indexOf[m_record->entity.value]]; }
    [[nodiscard]] bool isServer() const { return m_isServer[m_record->entity.value]; }

    void note(const model::EntityAdded &fact)
    {
        std::size_t index = 0;
        switch (fact.type) {
        case EntityType::Client:
            index = m_clients.size();
            m_clients.push_back(m_record->entity);
            m_signedIn.push_back(false);
            break;
        case EntityType::Server:
            index = m_servers.size();
            m_servers.push_back(m_record->entity);
            m_loads.emplace_back(m_record->at, fact.capacity);
            break;
        case EntityType::Store:
        case EntityType::Balancer:
            break;
        }
        m_isServer.resize(std::max<std::size_t>(m_isServer.size(), m_record->entity.value + std::size_t {1}));
        m_isServer[m_record->entity.value] = fact.type == EntityType::Server;
        m_indexOf.resize(std::max<std::size_t>(m_indexOf.size(), m_record->entity.value + std::size_t {1}));
        m_indexOf[m_record->entity.value] = index;
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
    // A store's memory is not a server's.
    void note(const model::SessionCreated &fact)
    {
        if (isServer())
            load().created(fact.session);
    }
    void note(const model::CopySet &fact)
    {
        if (isServer())
            load().created(fact.session);
    }
    void note(const model::SessionEnded &fact)
    {
        if (isServer())
            load().dropped(fact.session);
    }
    void note(const model::SessionIdChanged &fact)
    {
        if (isServer())
            load().renamed(fact.session, fact.newSession);
    }
    void note(const model::AttributeSet &fact)
    {
        if (isServer())
            load().changed(fact.session, fact.attribute, fact.depth);
    }
    void note(const model::WriteApplied &fact)
    {
        const std::uint32_t depth = m_depths.add(fact.write, fact.base);
        if (isServer())
            load().changed(fact.session, fact.attribute, depth);
    }
    void die()
    {
        if (isServer())
            load().crashed(m_record->at);
    }
    void note(const model::Crashed &) { die(); }
    void note(const model::PoweredOff &) { die(); }
    void note(const model::Removed &) { die(); }
    void note(const model::CapacitySet &fact) { load().capacity(m_record->at, fact.capacity); }
    void note(const model::RunCut &) { m_cut = true; }

    // What follows changes none of the figures.
    void note(const model::ActionTaken &) { }
    void note(const model::NotApplicable &) { }
    void note(const model::Dropped &) { }
    void note(const model::Delivered &) { }
    void note(const model::AddressChanged &) { }
    void note(const model::TabOpened &) { }
    void note(const model::Hung &) { }
    void note(const model::Listening &) { }
    void note(const model::LinkCut &) { }
    void note(const model::LinkHealed &) { }
    void note(const model::CheckFailed &) { }
    void note(const model::CheckPassed &) { }
    void note(const model::ServerMarked &) { }
    void note(const model::DrainSet &) { }
    void note(const model::PinMoved &) { }
    void note(const model::SessionTouched &) { }
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
    void note(const model::Restarted &) { }

    struct Messages
    {
        std::uint64_t count = 0;
        std::uint64_t bytes = 0;
    };

    const Record *m_record = nullptr;
    timeline::Fingerprint m_fingerprint;
    std::vector<EntityId> m_clients;
    std::vector<EntityId> m_servers;
    std::vector<std::size_t> m_indexOf; // by entity
    std::vector<bool> m_isServer; // by entity
    std::vector<bool> m_signedIn; // by client
    std::vector<ServerLoad> m_loads; // by server
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
        ServerSummary server = counting.load(i).summary(end);
        server.id = entity.id;
        server.name = nameOfEntity(entity);
        summary.servers.push_back(std::move(server));
    }
    summarizeVerdicts(summary, verdicts, counting, records);
    return summary;
}

} // namespace sessionarium::report
