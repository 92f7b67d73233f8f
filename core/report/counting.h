// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/model/status.h"
#include "core/report/serverload.h"
#include "core/timeline/timeline.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sessionarium::report {

/// Folds records into the figures that change with each of them, for the summary and for the charts; a step costs the
/// same at any length of the run.
class Counting
{
public:
    /// The timeline must outlive this.
    explicit Counting(const timeline::Timeline &timeline) : m_timeline(timeline) { }

    /// The next record of the timeline, in order from the first.
    void add(const timeline::Record &record)
    {
        m_record = &record;
        std::visit([this](const auto &fact) { note(fact); }, record.fact);
    }

    [[nodiscard]] std::uint64_t issued() const { return m_issued; }
    [[nodiscard]] bool cut() const { return m_cut; }
    /// The entities that joined, in order of joining; and where each stands among its kind.
    [[nodiscard]] const std::vector<model::EntityId> &clients() const { return m_clients; }
    [[nodiscard]] const std::vector<model::EntityId> &servers() const { return m_servers; }
    [[nodiscard]] const std::vector<model::EntityId> &stores() const { return m_stores; }
    [[nodiscard]] std::size_t indexOf(model::EntityId entity) const { return m_indexOf[entity.value]; }
    [[nodiscard]] bool signedIn(std::size_t client) const { return m_signedIn[client]; }
    /// Requires: a server or a store.
    [[nodiscard]] ServerLoad &load(model::EntityId holder) { return m_loads[m_loadOf[holder.value]]; }

    /// How many of the clients believe that they are signed in.
    [[nodiscard]] std::uint64_t signedInCount() const { return m_signedInCount; }

    struct Messages
    {
        std::uint64_t count = 0;
        std::uint64_t bytes = 0;
    };
    /// What was sent, by model::MessageKind; lost ones too.
    using MessageTotals = std::array<Messages, model::EnumNames<model::MessageKind>::values.size()>;
    [[nodiscard]] const MessageTotals &messages() const { return m_messages; }

private:
    ServerLoad &load() { return load(m_record->entity); }
    void noteEffect()
    {
        if (!load().takeDelivered(*m_record) || m_record->cause.isNone() || m_isStarting[m_record->entity.value])
            return;
        const timeline::Record &began = m_timeline[m_record->cause];
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
        const auto add = [this, entity](std::vector<model::EntityId> &list) {
            m_indexOf[entity] = list.size();
            list.push_back(m_record->entity);
        };
        switch (fact.type) {
        case model::EntityType::Client:
            add(m_clients);
            m_signedIn.push_back(false);
            break;
        case model::EntityType::Server:
        case model::EntityType::Store:
            add(fact.type == model::EntityType::Server ? m_servers : m_stores);
            m_loadOf[entity] = m_loads.size();
            m_loads.emplace_back(m_record->at, fact.capacity);
            break;
        case model::EntityType::Balancer:
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
        const std::size_t client = m_indexOf[m_record->entity.value];
        const bool signedIn = model::isSuccess(fact.status) && fact.shown.isSome() && !loggedOut;
        m_signedInCount = m_signedInCount - (m_signedIn[client] ? 1u : 0u) + (signedIn ? 1u : 0u);
        m_signedIn[client] = signedIn;
    }

    void note(const model::RequestQueued &fact) { load().queued(m_record->request, fact.length, m_record->at); }
    void note(const model::ServiceStarted &) { load().started(m_record->request, m_record->at); }
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

    static constexpr std::size_t noLoad = static_cast<std::size_t>(-1);

    const timeline::Timeline &m_timeline;
    const timeline::Record *m_record = nullptr;
    std::vector<model::EntityId> m_clients;
    std::vector<model::EntityId> m_servers;
    std::vector<model::EntityId> m_stores;
    std::vector<std::size_t> m_indexOf; // by entity: among its kind
    std::vector<std::size_t> m_loadOf; // by entity: of servers and stores
    std::vector<bool> m_isStarting; // by entity
    std::vector<bool> m_signedIn; // by client
    std::vector<ServerLoad> m_loads; // of servers and stores
    std::vector<model::Operation> m_operations; // by request
    MessageTotals m_messages {};
    WriteDepths m_depths;
    std::uint64_t m_signedInCount = 0;
    std::uint64_t m_issued = 0;
    bool m_cut = false;
};

} // namespace sessionarium::report
