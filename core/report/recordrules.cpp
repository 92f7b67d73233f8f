// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/recordrules.h"

#include "core/model/spec.h"

#include <algorithm>

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
using model::Operation;
using model::StringId;
using model::WriteId;
using timeline::Record;

namespace {

constexpr std::string_view fine = {};

} // namespace

/// The rules of each kind of fact; what holds of all records was checked before. Each returns fine or a key.
struct RecordRules::Checker
{
    RecordRules &rules;
    const Record &record;

    using Wrong = std::string_view;

    bool isA(EntityId entity, EntityType type) const
    {
        return rules.hasJoined(entity) && rules.m_types[entity.value] == type;
    }
    bool atClient() const { return isA(record.entity, EntityType::Client); }
    bool atServer() const { return isA(record.entity, EntityType::Server); }
    bool atStore() const { return isA(record.entity, EntityType::Store); }
    bool atRunningHolder() const { return (atServer() || atStore()) && server().running; }
    bool atBalancer() const { return isA(record.entity, EntityType::Balancer); }
    Server &server() const { return rules.m_servers[rules.m_indexOf[record.entity.value]]; }
    bool atRunningServer() const { return atServer() && server().running; }
    bool hasRequest() const { return record.request.isSome(); }
    Request &request() const { return rules.m_requests[record.request.value]; }

    /// Null if it was not issued.
    Write *find(WriteId write) const
    {
        if (!isA(write.client, EntityType::Client))
            return nullptr;
        std::vector<Write> &ofClient = rules.m_writes[rules.m_indexOf[write.client.value]];
        if (write.counter == 0 || write.counter > ofClient.size())
            return nullptr;
        return &ofClient[write.counter - 1];
    }
    /// Null if it was not issued, or not applied anywhere.
    const Write *applied(WriteId write) const
    {
        const Write *found = find(write);
        return found && found->applied ? found : nullptr;
    }
    bool isUser(StringId attribute) const { return rules.m_strings.text(attribute) == model::userAttribute; }
    /// Null if the server has no such session.
    AttributeList *find(StringId session) const
    {
        const auto place = server().sessions.find(session.value);
        return place == server().sessions.end() ? nullptr : &place->second;
    }

    /// What a server does for a request.
    Wrong servingRule() const
    {
        if (!atRunningServer())
            return "entity";
        return hasRequest() ? fine : "request";
    }
    /// What is looked up or written for a request, at the server or at its store.
    Wrong lookingRule() const
    {
        if (!atRunningHolder())
            return "entity";
        return hasRequest() ? fine : "request";
    }
    /// What a client learns about an open request of its own.
    Wrong answeringRule() const
    {
        if (!atClient())
            return "entity";
        if (!hasRequest() || request().client != record.entity || request().finished)
            return "request";
        return fine;
    }
    /// What happens between the balancer, or a client, and a server.
    Wrong connectionRule(EntityId peer) const
    {
        if (!atBalancer() && !atClient() && !atServer())
            return "entity";
        if (!hasRequest())
            return "request";
        return isA(peer, atServer() ? EntityType::Store : EntityType::Server) ? fine : "server";
    }
    /// The request is with a process that still lives.
    bool isBusyAnywhere() const
    {
        const Request &it = request();
        if (it.server.isNone())
            return false;
        return rules.m_servers[rules.m_indexOf[it.server.value]].life == it.life;
    }
    bool isBusyHere() const { return isBusyAnywhere() && request().server == record.entity; }

    Wrong operator()(const model::EntityAdded &fact) const
    {
        const std::size_t known = rules.m_info.entities.size();
        if (record.entity.value != rules.m_types.size())
            return "entity";
        if (record.entity.value < known) {
            if (rules.m_info.entities[record.entity.value].type != fact.type)
                return "type";
            if (record.at != model::SimTime {})
                return "at_us";
        }
        rules.m_types.push_back(fact.type);
        switch (fact.type) {
        case EntityType::Client:
            rules.m_indexOf.push_back(static_cast<std::uint32_t>(rules.m_writes.size()));
            rules.m_writes.emplace_back();
            return fine;
        case EntityType::Server:
            rules.m_indexOf.push_back(static_cast<std::uint32_t>(rules.m_servers.size()));
            rules.m_servers.emplace_back();
            return fine;
        case EntityType::Store:
            if (fact.replicaOf.isSome() && !isA(fact.replicaOf, EntityType::Store))
                return "replica_of";
            rules.m_hasStore = true;
            rules.m_indexOf.push_back(static_cast<std::uint32_t>(rules.m_servers.size()));
            rules.m_servers.emplace_back();
            return fine;
        case EntityType::Balancer:
            break;
        }
        rules.m_indexOf.push_back(0);
        if (rules.m_hasBalancer)
            return "type";
        rules.m_hasBalancer = true;
        return fine;
    }

    Wrong operator()(const model::ActionTaken &fact) const
    {
        if (fact.action.isNone())
            return "action";
        const bool ofServer = fact.verb == model::ActionKind::Crash || fact.verb == model::ActionKind::Restart;
        if ((model::isUserAction(fact.verb) && !atClient()) || (ofServer && !atServer()))
            return "do";
        return fine;
    }
    Wrong operator()(const model::NotApplicable &fact) const { return fact.action.isSome() ? fine : "action"; }

    Wrong operator()(const model::RequestIssued &fact) const
    {
        if (!atClient())
            return "entity";
        const bool changes = fact.operation == Operation::LogIn || fact.operation == Operation::Write
            || fact.operation == Operation::LogOut;
        if (changes != fact.attribute.isSome())
            return "attribute";
        if (changes && fact.operation != Operation::Write && !isUser(fact.attribute))
            return "attribute";
        if (changes != fact.write.isSome())
            return "write";
        if (changes) {
            std::vector<Write> &own = rules.m_writes[rules.m_indexOf[record.entity.value]];
            if (fact.write.client != record.entity || fact.write.counter != own.size() + 1)
                return "write";
            own.push_back(Write {fact.attribute, WriteId(), false});
        }
        Request issued;
        issued.client = record.entity;
        rules.m_requests.push_back(issued);
        return fine;
    }

    /// Messages between servers and stores may belong to no request.
    static bool isOfRequest(model::MessageKind kind)
    {
        return kind == model::MessageKind::Request || kind == model::MessageKind::Response;
    }

    Wrong operator()(const model::Sent &fact) const
    {
        if (!hasRequest() && isOfRequest(fact.message))
            return "request";
        return rules.hasJoined(fact.to) && fact.to != record.entity ? fine : "to";
    }
    Wrong operator()(const model::Dropped &fact) const
    {
        return hasRequest() || !isOfRequest(fact.message) ? fine : "request";
    }

    Wrong operator()(const model::Forwarded &fact) const
    {
        if (!atBalancer())
            return "entity";
        if (!hasRequest())
            return "request";
        if (!isA(fact.server, EntityType::Server))
            return "server";
        return fact.insteadOf.isNone() || isA(fact.insteadOf, EntityType::Server) ? fine : "instead_of";
    }
    Wrong operator()(const model::ConnectFailed &fact) const
    {
        if (fact.attempt == 0)
            return "attempt";
        return connectionRule(fact.server);
    }
    Wrong operator()(const model::ConnectionReset &fact) const { return connectionRule(fact.server); }
    Wrong operator()(const model::Rejected &) const
    {
        if (!atBalancer() && !atRunningServer())
            return "entity";
        return hasRequest() ? fine : "request";
    }

    Wrong operator()(const model::RequestQueued &fact) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        if (isBusyAnywhere())
            return "request";
        request().server = record.entity;
        request().life = server().life;
        request().inService = false;
        return fact.length > 0 ? fine : "length";
    }
    Wrong operator()(const model::ServiceStarted &) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        if (isBusyAnywhere() && (request().inService || !isBusyHere()))
            return "request";
        request().server = record.entity;
        request().life = server().life;
        request().inService = true;
        return fine;
    }
    Wrong operator()(const model::ServiceEnded &) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        if (!isBusyHere() || !request().inService)
            return "request";
        request().server = EntityId();
        return fine;
    }

    Wrong operator()(const model::CookieAbsent &) const { return servingRule(); }
    Wrong operator()(const model::SessionCreated &fact) const
    {
        const bool isCopy = fact.role == model::CopyRole::Replica;
        if (!atRunningHolder())
            return "entity";
        if (!isCopy && !hasRequest())
            return "request";
        if (fact.session.isNone() || (!isCopy && find(fact.session)))
            return "session";
        if (!isA(fact.client, EntityType::Client))
            return "client";
        server().sessions.insert_or_assign(fact.session.value, AttributeList {});
        return fine;
    }
    Wrong operator()(const model::SessionFound &fact) const
    {
        if (const Wrong wrong = lookingRule(); !wrong.empty())
            return wrong;
        // A server whose store has it has none of its own.
        return fact.session.isSome() && (find(fact.session) || (atServer() && rules.m_hasStore)) ? fine : "session";
    }
    Wrong operator()(const model::SessionMissing &fact) const
    {
        if (const Wrong wrong = lookingRule(); !wrong.empty())
            return wrong;
        return fact.session.isSome() && !find(fact.session) ? fine : "session";
    }
    Wrong operator()(const model::SessionEnded &fact) const
    {
        if (!atRunningHolder())
            return "entity";
        return fact.session.isSome() && server().sessions.erase(fact.session.value) > 0 ? fine : "session";
    }
    Wrong operator()(const model::WriteApplied &fact) const
    {
        if (const Wrong wrong = lookingRule(); !wrong.empty())
            return wrong;
        AttributeList *attributes = fact.session.isSome() ? find(fact.session) : nullptr;
        if (!attributes)
            return "session";
        Write *write = find(fact.write);
        if (!write)
            return "write";
        if (write->attribute != fact.attribute)
            return "attribute";
        if (fact.base.isSome()) {
            const Write *base = applied(fact.base);
            if (!base || base == write || base->attribute != fact.attribute)
                return "base";
        }
        if (write->applied && write->base != fact.base)
            return "base";
        write->applied = true;
        write->base = fact.base;

        return attributes->add(fact.attribute) ? fine : "attribute";
    }

    Wrong operator()(const model::AttributeShown &fact) const
    {
        if (const Wrong wrong = answeringRule(); !wrong.empty())
            return wrong;
        if (fact.attribute.isNone() || isUser(fact.attribute))
            return "attribute";
        const Write *shown = applied(fact.shown);
        return fact.shown.isNone() || (shown && shown->attribute == fact.attribute) ? fine : "shown";
    }
    Wrong operator()(const model::CookieStored &fact) const
    {
        if (!atClient())
            return "entity";
        if (fact.cookie.isNone())
            return "cookie";
        return fact.value.isSome() ? fine : "value";
    }
    Wrong operator()(const model::CookieDeleted &fact) const
    {
        if (!atClient())
            return "entity";
        return fact.cookie.isSome() ? fine : "cookie";
    }
    Wrong operator()(const model::Answered &fact) const
    {
        if (const Wrong wrong = answeringRule(); !wrong.empty())
            return wrong;
        request().finished = true;
        const Write *shown = applied(fact.shown);
        return fact.shown.isNone() || (shown && isUser(shown->attribute)) ? fine : "shown";
    }
    Wrong operator()(const model::Failed &) const
    {
        if (const Wrong wrong = answeringRule(); !wrong.empty())
            return wrong;
        request().finished = true;
        return fine;
    }

    Wrong operator()(const model::Crashed &) const
    {
        if (!atRunningHolder())
            return "entity";
        die();
        return fine;
    }
    void die() const
    {
        server().running = false;
        ++server().life;
        server().sessions.clear();
    }
    Wrong operator()(const model::Restarted &) const
    {
        const bool begins = atServer() && server().life == 0; // one that joined and starts
        if ((!atServer() && !atStore()) || (server().running && !begins))
            return "entity";
        server().running = true;
        return fine;
    }
    Wrong operator()(const model::PoweredOff &) const
    {
        if (!atServer() && !atStore())
            return "entity";
        die();
        return fine;
    }
    Wrong operator()(const model::Removed &) const
    {
        if (!atServer())
            return "entity";
        die();
        return fine;
    }
    Wrong operator()(const model::Hung &) const { return atRunningServer() ? fine : "entity"; }
    Wrong operator()(const model::Listening &) const { return atRunningServer() ? fine : "entity"; }
    Wrong operator()(const model::CapacitySet &) const { return atServer() ? fine : "entity"; }

    Wrong operator()(const model::AddressChanged &fact) const
    {
        if (!atClient())
            return "entity";
        return fact.address.isSome() ? fine : "address";
    }
    Wrong operator()(const model::TabOpened &) const { return atClient() ? fine : "entity"; }

    Wrong linkRule(EntityId other) const
    {
        return rules.hasJoined(other) && other != record.entity ? fine : "other";
    }
    Wrong operator()(const model::LinkCut &fact) const { return linkRule(fact.other); }
    Wrong operator()(const model::LinkHealed &fact) const { return linkRule(fact.other); }

    /// What the balancer finds out about a server, or decides.
    Wrong balancedRule(EntityId of) const
    {
        if (!atBalancer())
            return "entity";
        return isA(of, EntityType::Server) ? fine : "server";
    }
    Wrong operator()(const model::CheckFailed &fact) const { return balancedRule(fact.server); }
    Wrong operator()(const model::CheckPassed &fact) const { return balancedRule(fact.server); }
    Wrong operator()(const model::ServerMarked &fact) const { return balancedRule(fact.server); }
    Wrong operator()(const model::DrainSet &fact) const { return balancedRule(fact.server); }
    Wrong operator()(const model::PinMoved &fact) const
    {
        if (const Wrong wrong = balancedRule(fact.server); !wrong.empty())
            return wrong;
        return isA(fact.client, EntityType::Client) ? fine : "client";
    }

    /// What another told a process of a session that it has.
    Wrong copyRule(StringId session) const
    {
        if (!atRunningHolder())
            return "entity";
        return session.isSome() && find(session) ? fine : "session";
    }
    Wrong operator()(const model::SessionTouched &fact) const { return copyRule(fact.session); }
    Wrong operator()(const model::CopySet &fact) const
    {
        if (!atRunningHolder())
            return "entity";
        if (fact.session.isNone())
            return "session";
        if (!isA(fact.client, EntityType::Client))
            return "client";
        server().sessions.insert_or_assign(fact.session.value, AttributeList {});
        return fine;
    }
    Wrong operator()(const model::AttributeSet &fact) const
    {
        if (const Wrong wrong = copyRule(fact.session); !wrong.empty())
            return wrong;
        const Write *write = applied(fact.write);
        if (!write)
            return "write";
        if (write->attribute != fact.attribute)
            return "attribute";
        if (fact.depth == 0)
            return "depth";
        return find(fact.session)->add(fact.attribute) ? fine : "attribute";
    }
    Wrong operator()(const model::SessionIdChanged &fact) const
    {
        if (const Wrong wrong = copyRule(fact.session); !wrong.empty())
            return wrong;
        if (fact.newSession.isNone() || fact.newSession == fact.session)
            return "new_session";
        const AttributeList attributes = *find(fact.session);
        server().sessions.erase(fact.session.value);
        server().sessions.insert_or_assign(fact.newSession.value, attributes);
        return fine;
    }

    Wrong operator()(const model::Delivered &) const { return atServer() || atStore() ? fine : "entity"; }
    Wrong operator()(const model::ReplicationQueued &) const { return atRunningHolder() ? fine : "entity"; }
    Wrong operator()(const model::ConfirmationAwaited &) const
    {
        if (!atRunningHolder())
            return "entity";
        return hasRequest() ? fine : "request";
    }
    Wrong operator()(const model::ConfirmationMissed &fact) const
    {
        if (!atRunningHolder())
            return "entity";
        return rules.hasJoined(fact.from) ? fine : "from";
    }
    Wrong memberRule(EntityId member) const
    {
        if (!atServer())
            return "entity";
        return isA(member, EntityType::Server) && member != record.entity ? fine : "member";
    }
    Wrong operator()(const model::MemberAdded &fact) const { return memberRule(fact.member); }
    Wrong operator()(const model::MemberDropped &fact) const { return memberRule(fact.member); }

    Wrong operator()(const model::SnapshotTaken &) const { return atStore() ? fine : "entity"; }
    Wrong operator()(const model::LogFlushed &) const { return atStore() ? fine : "entity"; }
    Wrong operator()(const model::Promoted &) const { return atStore() ? fine : "entity"; }
    Wrong operator()(const model::Demoted &fact) const
    {
        if (!atStore())
            return "entity";
        return isA(fact.primary, EntityType::Store) && fact.primary != record.entity ? fine : "primary";
    }
    Wrong operator()(const model::StoreSwitched &fact) const
    {
        if (!atServer())
            return "entity";
        return isA(fact.store, EntityType::Store) ? fine : "store";
    }
    Wrong operator()(const model::RunCut &) const
    {
        rules.m_cut = true;
        return fine;
    }
};

RecordRules::RecordRules(const timeline::RunInfo &info, const model::StringTable &strings)
    : m_info(info), m_strings(strings)
{
}

std::string_view RecordRules::check(model::RecordId id, const Record &record)
{
    if (m_cut)
        return "kind"; // nothing comes after run_cut
    if (record.at < m_now || record.at.us > m_info.duration.us)
        return "at_us";
    m_now = record.at;
    if (record.cause.isSome() && record.cause >= id)
        return "cause";

    const bool joins = std::holds_alternative<model::EntityAdded>(record.fact);
    if (!joins && m_types.size() < m_info.entities.size())
        return "kind"; // the run begins with its entities
    if (!joins && !hasJoined(record.entity))
        return "entity";
    const bool issues = std::holds_alternative<model::RequestIssued>(record.fact);
    if (issues && record.request.value != m_requests.size())
        return "request";
    if (!issues && record.request.isSome() && record.request.value >= m_requests.size())
        return "request";
    return std::visit(Checker {*this, record}, record.fact);
}

} // namespace sessionarium::report
