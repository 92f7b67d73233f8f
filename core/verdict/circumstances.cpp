// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/circumstances.h"

namespace sessionarium::verdict {

using model::EntityId;
using model::MessageKind;
using model::RecordId;
using timeline::Timeline;

namespace {

bool bringsValues(MessageKind kind)
{
    return kind == MessageKind::ReplicationDelta || kind == MessageKind::ReplicationFull
        || kind == MessageKind::StoreReplicate;
}

/// By which record `of` had stopped to count the other as a member; none: it had not.
RecordId memberDropped(const Timeline &timeline, EntityId of, EntityId member, RecordId before)
{
    for (std::uint32_t i = timeline.entityRecordCount(of); i > 0; --i) {
        const RecordId id = timeline.entityRecord(of, i - 1);
        if (!(id < before))
            continue;
        const auto *added = std::get_if<model::MemberAdded>(&timeline[id].fact);
        const auto *dropped = std::get_if<model::MemberDropped>(&timeline[id].fact);
        if (added && added->member == member)
            return {};
        if (dropped && dropped->member == member)
            return id;
    }
    return {};
}

} // namespace

RecordId lastLookUp(const Timeline &timeline, RecordId finished)
{
    RecordId last;
    for (RecordId id = finished; id.isSome(); id = timeline.previousOfRequest(id)) {
        const model::Fact &fact = timeline[id].fact;
        if (!std::holds_alternative<model::SessionFound>(fact) && !std::holds_alternative<model::SessionMissing>(fact))
            continue;
        if (timeline.entity(timeline[id].entity).type == model::EntityType::Store)
            return id;
        if (last.isNone())
            last = id;
    }
    return last;
}

RecordId firstApplied(const Timeline &timeline, model::WriteId write, RecordId before)
{
    for (std::uint32_t i = 0; i < before.value; ++i) {
        const auto *applied = std::get_if<model::WriteApplied>(&timeline[i].fact);
        if (applied && applied->write == write)
            return RecordId(i);
    }
    return {};
}

Message messageThatDidNotCome(const Timeline &timeline, RecordId applied, RecordId lookUp)
{
    const EntityId home = timeline[applied].entity;
    const EntityId asked = timeline[lookUp].entity;
    RecordId queued;
    RecordId sent;
    RecordId arrived; // what the message brought about last
    for (std::uint32_t i = applied.value + 1; i < lookUp.value; ++i) {
        const timeline::Record &record = timeline[i];
        const auto *message = std::get_if<model::Sent>(&record.fact);
        const auto *waits = std::get_if<model::ReplicationQueued>(&record.fact);
        if (waits && queued.isNone() && record.entity == home && record.cause == timeline[applied].cause
            && bringsValues(waits->message))
            queued = RecordId(i);
        else if (message && record.entity == home && message->to == asked && bringsValues(message->message)
                 && (record.cause == applied || (queued.isSome() && record.cause == queued)))
            sent = RecordId(i);
        else if (sent.isSome() && !message && (record.cause == sent || (arrived.isSome() && record.cause == arrived)))
            arrived = RecordId(i);
    }
    if (arrived.isSome()) {
        const model::Fact &fact = timeline[arrived].fact;
        const bool isInVain =
            std::holds_alternative<model::Dropped>(fact) || std::holds_alternative<model::Delivered>(fact);
        return isInVain ? Message {arrived, sent} : Message {};
    }
    if (sent.isSome())
        return Message {sent, sent};
    if (queued.isSome()) {
        // To whom else it went: to him it did not, if he was no member then.
        const RecordId dropped = memberDropped(timeline, home, asked, lookUp);
        return Message {dropped.isSome() ? dropped : queued, RecordId()};
    }
    return Message {memberDropped(timeline, home, asked, applied), RecordId()};
}

RecordId promotion(const Timeline &timeline, EntityId store, RecordId before)
{
    for (std::uint32_t i = timeline.entityRecordCount(store); i > 0; --i) {
        const RecordId id = timeline.entityRecord(store, i - 1);
        if (id < before && std::holds_alternative<model::Promoted>(timeline[id].fact))
            return id;
    }
    return {};
}

std::vector<RecordId> checksBefore(const Timeline &timeline, RecordId mark)
{
    std::vector<RecordId> checks;
    const auto *marked = std::get_if<model::ServerMarked>(&timeline[mark].fact);
    const EntityId balancer = timeline[mark].entity;
    for (std::uint32_t i = timeline.entityRecordCount(balancer); i > 0; --i) {
        const RecordId id = timeline.entityRecord(balancer, i - 1);
        if (!(id < mark))
            continue;
        const auto *passed = std::get_if<model::CheckPassed>(&timeline[id].fact);
        const auto *failed = std::get_if<model::CheckFailed>(&timeline[id].fact);
        const auto *before = std::get_if<model::ServerMarked>(&timeline[id].fact);
        if ((passed && passed->server == marked->server) || (before && before->server == marked->server))
            break;
        if (failed && failed->server == marked->server)
            checks.push_back(id);
    }
    return checks;
}

bool isCircumstance(const model::Fact &fact)
{
    return std::holds_alternative<model::CookieStored>(fact) || std::holds_alternative<model::CookieDeleted>(fact)
        || std::holds_alternative<model::DrainSet>(fact) || std::holds_alternative<model::PinMoved>(fact)
        || std::holds_alternative<model::AddressChanged>(fact) || std::holds_alternative<model::LinkCut>(fact)
        || std::holds_alternative<model::Hung>(fact) || std::holds_alternative<model::SessionIdChanged>(fact);
}

bool servesRequest(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Request:
    case MessageKind::Response:
    case MessageKind::StoreLoad:
    case MessageKind::StoreSave:
    case MessageKind::StoreDelete:
    case MessageKind::StoreReply:
        return true;
    default:
        return false;
    }
}

} // namespace sessionarium::verdict
