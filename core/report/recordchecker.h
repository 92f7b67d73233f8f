// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stringtable.h"
#include "core/report/rulestate.h"
#include "core/timeline/record.h"
#include "core/timeline/runinfo.h"

#include <string_view>

namespace sessionarium::report {

/// The rules of each kind of fact (recordrules.h); what holds of all records was checked before. Each returns nothing,
/// or the key of what cannot be. There is no rule for "any other fact": a new kind does not compile before it has one.
struct RecordChecker
{
    const timeline::RunInfo &info;
    const model::StringTable &strings;
    RuleState &known;
    const timeline::Record &record;

    using Wrong = std::string_view;
    static constexpr Wrong fine = {};

    // Who is there, clients, messages, the balancer, links: recordrules.cpp
    Wrong operator()(const model::EntityAdded &fact) const;
    Wrong operator()(const model::ActionTaken &fact) const;
    Wrong operator()(const model::NotApplicable &fact) const;
    Wrong operator()(const model::RequestIssued &fact) const;
    Wrong operator()(const model::Sent &fact) const;
    Wrong operator()(const model::Dropped &fact) const;
    Wrong operator()(const model::Delivered &fact) const;
    Wrong operator()(const model::Forwarded &fact) const;
    Wrong operator()(const model::ConnectFailed &fact) const;
    Wrong operator()(const model::ConnectionReset &fact) const;
    Wrong operator()(const model::Rejected &fact) const;
    Wrong operator()(const model::LinkCut &fact) const;
    Wrong operator()(const model::LinkHealed &fact) const;
    Wrong operator()(const model::CheckFailed &fact) const;
    Wrong operator()(const model::CheckPassed &fact) const;
    Wrong operator()(const model::ServerMarked &fact) const;
    Wrong operator()(const model::DrainSet &fact) const;
    Wrong operator()(const model::PinMoved &fact) const;
    Wrong operator()(const model::RunCut &fact) const;

    // Clients: clientrules.cpp
    Wrong operator()(const model::AttributeShown &fact) const;
    Wrong operator()(const model::CookieStored &fact) const;
    Wrong operator()(const model::CookieDeleted &fact) const;
    Wrong operator()(const model::Answered &fact) const;
    Wrong operator()(const model::Failed &fact) const;
    Wrong operator()(const model::AddressChanged &fact) const;
    Wrong operator()(const model::TabOpened &fact) const;

    // Processes, requests at servers, clusters, stores: processrules.cpp
    Wrong operator()(const model::RequestQueued &fact) const;
    Wrong operator()(const model::ServiceStarted &fact) const;
    Wrong operator()(const model::ServiceEnded &fact) const;
    Wrong operator()(const model::CapacitySet &fact) const;
    Wrong operator()(const model::Crashed &fact) const;
    Wrong operator()(const model::PoweredOff &fact) const;
    Wrong operator()(const model::Removed &fact) const;
    Wrong operator()(const model::Hung &fact) const;
    Wrong operator()(const model::Restarted &fact) const;
    Wrong operator()(const model::Listening &fact) const;
    Wrong operator()(const model::ReplicationQueued &fact) const;
    Wrong operator()(const model::ConfirmationAwaited &fact) const;
    Wrong operator()(const model::ConfirmationMissed &fact) const;
    Wrong operator()(const model::MemberAdded &fact) const;
    Wrong operator()(const model::MemberDropped &fact) const;
    Wrong operator()(const model::SnapshotTaken &fact) const;
    Wrong operator()(const model::LogFlushed &fact) const;
    Wrong operator()(const model::Promoted &fact) const;
    Wrong operator()(const model::Demoted &fact) const;
    Wrong operator()(const model::StoreSwitched &fact) const;

    // Sessions: copyrules.cpp
    Wrong operator()(const model::CookieAbsent &fact) const;
    Wrong operator()(const model::SessionCreated &fact) const;
    Wrong operator()(const model::SessionFound &fact) const;
    Wrong operator()(const model::SessionMissing &fact) const;
    Wrong operator()(const model::SessionEnded &fact) const;
    Wrong operator()(const model::WriteApplied &fact) const;
    Wrong operator()(const model::SessionTouched &fact) const;
    Wrong operator()(const model::CopySet &fact) const;
    Wrong operator()(const model::AttributeSet &fact) const;
    Wrong operator()(const model::SessionIdChanged &fact) const;

private:
    using Request = RuleState::Request;
    using Write = RuleState::Write;
    using AttributeList = RuleState::AttributeList;
    using Holder = RuleState::Holder;
    using Process = RuleState::Process;

    [[nodiscard]] bool hasJoined(model::EntityId entity) const
    {
        return entity.isSome() && entity.value < known.types.size();
    }
    [[nodiscard]] bool isA(model::EntityId entity, model::EntityType type) const
    {
        return hasJoined(entity) && known.types[entity.value] == type;
    }
    [[nodiscard]] bool atClient() const { return isA(record.entity, model::EntityType::Client); }
    [[nodiscard]] bool atServer() const { return isA(record.entity, model::EntityType::Server); }
    [[nodiscard]] bool atStore() const { return isA(record.entity, model::EntityType::Store); }
    [[nodiscard]] bool atBalancer() const { return isA(record.entity, model::EntityType::Balancer); }
    [[nodiscard]] bool atHolder() const { return atServer() || atStore(); }
    [[nodiscard]] bool isRunning() const { return holder().process == Process::Running; }
    [[nodiscard]] bool isAlive() const { return isRunning() || holder().process == Process::Hung; }
    [[nodiscard]] bool atRunningServer() const { return atServer() && isRunning(); }
    [[nodiscard]] bool atRunningStore() const { return atStore() && isRunning(); }
    [[nodiscard]] bool atRunningHolder() const { return atHolder() && isRunning(); }
    [[nodiscard]] bool hasRequest() const { return record.request.isSome(); }

    // Each requires that there is one.
    [[nodiscard]] RuleState::Client &clientOf(model::EntityId entity) const
    {
        return known.clients[known.indexOf[entity.value]];
    }
    [[nodiscard]] Holder &holderOf(model::EntityId entity) const { return known.holders[known.indexOf[entity.value]]; }
    [[nodiscard]] Holder &holder() const { return holderOf(record.entity); }
    [[nodiscard]] Request &request() const { return known.requests[record.request.value]; }

    /// Null if it was not issued.
    [[nodiscard]] Write *find(model::WriteId write) const;
    /// Null if it was not issued, or not applied anywhere.
    [[nodiscard]] const Write *applied(model::WriteId write) const;
    [[nodiscard]] bool isUser(model::StringId attribute) const
    {
        return strings.text(attribute) == model::userAttribute;
    }
    /// Null if the holder has no such session.
    [[nodiscard]] AttributeList *find(model::StringId session) const;

    /// What a server does for a request.
    [[nodiscard]] Wrong servingRule() const;
    /// What is looked up or written for a request, at the server or at its store.
    [[nodiscard]] Wrong lookingRule() const;
    /// What another told a process of a session that it has.
    [[nodiscard]] Wrong copyRule(model::StringId session) const;
    /// What a client learns about an open request of its own.
    [[nodiscard]] Wrong answeringRule() const;
    /// What happens between the balancer, or a client, and a server; between a server and its store.
    [[nodiscard]] Wrong connectionRule(model::EntityId peer) const;
    [[nodiscard]] Wrong linkRule(model::EntityId other) const;
    /// What the balancer finds out about a server, or decides.
    [[nodiscard]] Wrong balancedRule(model::EntityId of) const;
    [[nodiscard]] Wrong memberRule(model::EntityId member) const;

    /// The request is with a process that still lives.
    [[nodiscard]] bool isBusyAnywhere() const;
    [[nodiscard]] bool isBusyHere() const { return isBusyAnywhere() && request().server == record.entity; }
    void die(Process process) const;
};

} // namespace sessionarium::report
