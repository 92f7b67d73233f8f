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
        if (!atBalancer() && !atClient())
            return "entity";
        if (!hasRequest())
            return "request";
        return isA(peer, EntityType::Server) ? fine : "server";
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
            rules.m_indexOf.push_back(0);
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

    Wrong operator()(const model::Sent &fact) const
    {
        if (!hasRequest())
            return "request";
        return rules.hasJoined(fact.to) && fact.to != record.entity ? fine : "to";
    }
    Wrong operator()(const model::Dropped &) const { return hasRequest() ? fine : "request"; }

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
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        if (fact.session.isNone() || find(fact.session))
            return "session";
        if (!isA(fact.client, EntityType::Client))
            return "client";
        server().sessions.emplace(fact.session.value, AttributeList {});
        return fine;
    }
    Wrong operator()(const model::SessionFound &fact) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        return fact.session.isSome() && find(fact.session) ? fine : "session";
    }
    Wrong operator()(const model::SessionMissing &fact) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
            return wrong;
        return fact.session.isSome() && !find(fact.session) ? fine : "session";
    }
    Wrong operator()(const model::SessionEnded &fact) const
    {
        if (!atRunningServer())
            return "entity";
        return fact.session.isSome() && server().sessions.erase(fact.session.value) > 0 ? fine : "session";
    }
    Wrong operator()(const model::WriteApplied &fact) const
    {
        if (const Wrong wrong = servingRule(); !wrong.empty())
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

        const auto begin = attributes->items.begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(attributes->count);
        if (std::find(begin, end, fact.attribute) != end)
            return fine;
        if (attributes->count == attributes->items.size())
            return "attribute";
        attributes->items[attributes->count++] = fact.attribute;
        return fine;
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
        if (!atRunningServer())
            return "entity";
        server().running = false;
        ++server().life;
        server().sessions.clear();
        return fine;
    }
    Wrong operator()(const model::Restarted &) const
    {
        if (!atServer() || server().running)
            return "entity";
        server().running = true;
        return fine;
    }
    Wrong operator()(const auto &) const { return fine; }
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
