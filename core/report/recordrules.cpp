// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of all records; who is there; messages; the balancer; links. The other rules are in clientrules.cpp,
// processrules.cpp and copyrules.cpp.
#include "core/report/recordrules.h"

#include "core/report/messageends.h"
#include "core/report/recordchecker.h"

#include <utility>

namespace sessionarium::report {

using model::EntityId;
using model::EntityType;
using model::Operation;
using model::RejectReason;
using Wrong = RecordChecker::Wrong;

namespace {

/// Whether an action of this kind is taken at somebody of that type.
constexpr bool isTakenAt(model::ActionKind verb, EntityType type)
{
    using enum model::ActionKind;
    if (model::isUserAction(verb))
        return type == EntityType::Client;
    switch (verb) {
    case AddServer:
    case Drain:
    case MovePin:
        return type == EntityType::Balancer;
    case AddClient:
        return type == EntityType::Balancer || type == EntityType::Server;
    case PowerOff:
        return type == EntityType::Server || type == EntityType::Store;
    case DeleteSession:
    case StoreCrash:
    case StoreRestart:
    case StoreShutdown:
        return type == EntityType::Store;
    case Partition:
    case Heal:
        return true;
    default:
        return type == EntityType::Server;
    }
}

constexpr bool isOfBalancer(RejectReason reason)
{
    return reason == RejectReason::NoServer || reason == RejectReason::ConnectFailed
        || reason == RejectReason::ServerLost || reason == RejectReason::ServerTimeout;
}

} // namespace

RecordChecker::Write *RecordChecker::find(model::WriteId write) const
{
    if (!isA(write.client, EntityType::Client))
        return nullptr;
    std::vector<Write> &ofClient = clientOf(write.client).writes;
    if (write.counter == 0 || write.counter > ofClient.size())
        return nullptr;
    return &ofClient[write.counter - 1];
}

const RecordChecker::Write *RecordChecker::applied(model::WriteId write) const
{
    const Write *found = find(write);
    return found && found->applied ? found : nullptr;
}

Wrong RecordChecker::connectionRule(EntityId peer) const
{
    if (!atBalancer() && !atClient() && !atRunningServer())
        return "entity";
    if (!hasRequest())
        return "request";
    return isA(peer, atServer() ? EntityType::Store : EntityType::Server) ? fine : "server";
}

Wrong RecordChecker::linkRule(EntityId other) const
{
    return hasJoined(other) && other != record.entity ? fine : "other";
}

Wrong RecordChecker::balancedRule(EntityId of) const
{
    if (!atBalancer())
        return "entity";
    return isA(of, EntityType::Server) ? fine : "server";
}

Wrong RecordChecker::operator()(const model::EntityAdded &fact) const
{
    const std::size_t expected = info.entities.size();
    const bool joinsLater = record.entity.value >= expected;
    if (record.entity.value != known.types.size())
        return "entity";
    if (!joinsLater) {
        if (info.entities[record.entity.value].type != fact.type)
            return "type";
        if (record.at != model::SimTime {})
            return "at_us";
    }
    const bool isStore = fact.type == EntityType::Store;
    if (!isStore && fact.persistence != model::Persistence::None)
        return "persistence";
    if (fact.replicaOf.isSome() && (!isStore || !isA(fact.replicaOf, EntityType::Store)))
        return "replica_of";
    if (fact.type == EntityType::Balancer && known.hasBalancer)
        return "type";
    known.types.push_back(fact.type);
    switch (fact.type) {
    case EntityType::Client:
        known.indexOf.push_back(static_cast<std::uint32_t>(known.clients.size()));
        known.clients.emplace_back();
        break;
    case EntityType::Server:
    case EntityType::Store: {
        known.indexOf.push_back(static_cast<std::uint32_t>(known.holders.size()));
        Holder &added = known.holders.emplace_back();
        added.mayStart = !isStore && joinsLater;
        added.persistence = fact.persistence;
        added.replicaOf = fact.replicaOf;
        known.hasStore = known.hasStore || isStore;
        break;
    }
    case EntityType::Balancer:
        known.indexOf.push_back(0);
        known.hasBalancer = true;
        break;
    }
    return fine;
}

Wrong RecordChecker::operator()(const model::ActionTaken &fact) const
{
    if (fact.action.isNone())
        return "action";
    return isTakenAt(fact.verb, known.types[record.entity.value]) ? fine : "do";
}

Wrong RecordChecker::operator()(const model::NotApplicable &fact) const
{
    return fact.action.isSome() ? fine : "action";
}

Wrong RecordChecker::operator()(const model::RequestIssued &fact) const
{
    if (!atClient())
        return "entity";
    const bool changes =
        fact.operation == Operation::LogIn || fact.operation == Operation::Write || fact.operation == Operation::LogOut;
    if (changes != fact.attribute.isSome())
        return "attribute";
    if (changes && fact.operation != Operation::Write && !isUser(fact.attribute))
        return "attribute";
    if (changes != fact.write.isSome())
        return "write";
    if (changes) {
        std::vector<Write> &own = clientOf(record.entity).writes;
        if (fact.write.client != record.entity || fact.write.counter != own.size() + 1)
            return "write";
        Write issued;
        issued.attribute = fact.attribute;
        own.push_back(issued);
    }
    Request issued;
    issued.client = record.entity;
    known.requests.push_back(issued);
    return fine;
}

Wrong RecordChecker::operator()(const model::Sent &fact) const
{
    if (atHolder() && !isRunning())
        return "entity";
    if (!hasRequest() && isOfRequest(fact.message))
        return "request";
    if (!hasJoined(fact.to) || fact.to == record.entity)
        return "to";
    const auto typeOf = [this](EntityId entity) { return known.types[entity.value]; };
    return goesBetween(fact.message, typeOf(record.entity), typeOf(fact.to)) ? fine : "message";
}

Wrong RecordChecker::operator()(const model::Dropped &fact) const
{
    if (!hasRequest() && isOfRequest(fact.message))
        return "request";
    const EntityType type = known.types[record.entity.value];
    // What nobody is left for is dropped where it waited to be sent.
    if (!arrivesAt(fact.message, type))
        return "message";
    const bool isDead = atHolder() && !isAlive();
    const bool isHung = atHolder() && isAlive() && !isRunning();
    if ((fact.reason == model::DropReason::ProcessDown) != isDead
        || (fact.reason == model::DropReason::ProcessHung) != isHung)
        return "reason";
    if (fact.reason == model::DropReason::UnknownSession && isOfRequest(fact.message))
        return "reason";
    return fact.reason == model::DropReason::NoMember && !atServer() ? "reason" : fine;
}

Wrong RecordChecker::operator()(const model::Delivered &fact) const
{
    if (!atRunningHolder())
        return "entity";
    return !isOfRequest(fact.message) && arrivesAt(fact.message, known.types[record.entity.value]) ? fine : "message";
}

Wrong RecordChecker::operator()(const model::Forwarded &fact) const
{
    if (!atBalancer())
        return "entity";
    if (!hasRequest())
        return "request";
    if (!isA(fact.server, EntityType::Server))
        return "server";
    return fact.insteadOf.isNone() || isA(fact.insteadOf, EntityType::Server) ? fine : "instead_of";
}

Wrong RecordChecker::operator()(const model::ConnectFailed &fact) const
{
    if (fact.attempt == 0)
        return "attempt";
    return connectionRule(fact.server);
}

Wrong RecordChecker::operator()(const model::ConnectionReset &fact) const
{
    return connectionRule(fact.server);
}

Wrong RecordChecker::operator()(const model::Rejected &fact) const
{
    if (!atBalancer() && !atRunningServer())
        return "entity";
    if (!hasRequest())
        return "request";
    return isOfBalancer(fact.reason) == atBalancer() ? fine : "reason";
}

Wrong RecordChecker::operator()(const model::LinkCut &fact) const
{
    if (const Wrong wrong = linkRule(fact.other); !wrong.empty())
        return wrong;
    return known.cutLinks.insert(std::minmax(record.entity, fact.other)).second ? fine : "other";
}

Wrong RecordChecker::operator()(const model::LinkHealed &fact) const
{
    if (const Wrong wrong = linkRule(fact.other); !wrong.empty())
        return wrong;
    return known.cutLinks.erase(std::minmax(record.entity, fact.other)) > 0 ? fine : "other";
}

Wrong RecordChecker::operator()(const model::CheckFailed &fact) const
{
    return balancedRule(fact.server);
}

Wrong RecordChecker::operator()(const model::CheckPassed &fact) const
{
    return balancedRule(fact.server);
}

Wrong RecordChecker::operator()(const model::ServerMarked &fact) const
{
    if (const Wrong wrong = balancedRule(fact.server); !wrong.empty())
        return wrong;
    const bool isDown = fact.health == model::Health::Down;
    return std::exchange(holderOf(fact.server).isDown, isDown) != isDown ? fine : "health";
}

Wrong RecordChecker::operator()(const model::DrainSet &fact) const
{
    if (const Wrong wrong = balancedRule(fact.server); !wrong.empty())
        return wrong;
    return std::exchange(holderOf(fact.server).isDraining, fact.draining) != fact.draining ? fine : "draining";
}

Wrong RecordChecker::operator()(const model::PinMoved &fact) const
{
    if (const Wrong wrong = balancedRule(fact.server); !wrong.empty())
        return wrong;
    return isA(fact.client, EntityType::Client) ? fine : "client";
}

Wrong RecordChecker::operator()(const model::RunCut &) const
{
    known.isCut = true;
    return fine;
}

RecordRules::RecordRules(const timeline::RunInfo &info, const model::StringTable &strings)
    : m_info(info), m_strings(strings)
{
}

std::string_view RecordRules::check(model::RecordId id, const timeline::Record &record)
{
    if (m_state.isCut)
        return "kind"; // nothing comes after run_cut
    if (record.at < m_state.now || record.at.us > m_info.duration.us)
        return "at_us";
    m_state.now = record.at;
    if (record.cause.isSome() && record.cause >= id)
        return "cause";

    const bool joins = std::holds_alternative<model::EntityAdded>(record.fact);
    if (!joins && m_state.types.size() < m_info.entities.size())
        return "kind"; // the run begins with its entities
    if (!joins && !hasJoined(record.entity))
        return "entity";
    const bool issues = std::holds_alternative<model::RequestIssued>(record.fact);
    if (issues && record.request.value != m_state.requests.size())
        return "request";
    if (!issues && record.request.isSome() && record.request.value >= m_state.requests.size())
        return "request";
    return std::visit(RecordChecker {m_info, m_strings, m_state, record}, record.fact);
}

} // namespace sessionarium::report
