// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"

/// Between whom each kind of message goes.
namespace sessionarium::report {

/// Messages between servers and stores may belong to no request; these always do.
[[nodiscard]] constexpr bool isOfRequest(model::MessageKind kind)
{
    return kind == model::MessageKind::Request || kind == model::MessageKind::Response;
}

[[nodiscard]] constexpr bool goesBetween(model::MessageKind kind, model::EntityType from, model::EntityType to)
{
    using enum model::EntityType;
    switch (kind) {
    case model::MessageKind::Request:
        return (from == Client && (to == Balancer || to == Server)) || (from == Balancer && to == Server);
    case model::MessageKind::Response:
        return goesBetween(model::MessageKind::Request, to, from);
    case model::MessageKind::Check:
        return from == Balancer && to == Server;
    case model::MessageKind::ReplicationCreated:
    case model::MessageKind::ReplicationDelta:
    case model::MessageKind::ReplicationAccessed:
    case model::MessageKind::ReplicationExpired:
    case model::MessageKind::ReplicationChangeId:
    case model::MessageKind::ReplicationState:
    case model::MessageKind::ReplicationFull:
    case model::MessageKind::ReplicationProxy:
    case model::MessageKind::ReplicationAck:
        return from == Server && to == Server;
    case model::MessageKind::Membership:
        return (from == Server || from == Store) && to == Server;
    case model::MessageKind::StoreLoad:
    case model::MessageKind::StoreSave:
    case model::MessageKind::StoreDelete:
        return from == Server && to == Store;
    case model::MessageKind::StoreReplicate:
        return from == Store && to == Store;
    case model::MessageKind::StoreReply:
        return from == Store && (to == Server || to == Store);
    }
    return false;
}

/// Whether somebody of this type can get such a message.
[[nodiscard]] constexpr bool arrivesAt(model::MessageKind kind, model::EntityType to)
{
    using enum model::EntityType;
    return goesBetween(kind, Client, to) || goesBetween(kind, Balancer, to) || goesBetween(kind, Server, to)
        || goesBetween(kind, Store, to);
}

} // namespace sessionarium::report
