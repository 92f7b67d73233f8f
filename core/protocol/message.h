// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/spec.h"

#include <array>
#include <cstdint>

namespace sessionarium::protocol {

struct AttributeValue
{
    model::StringId attribute;
    model::WriteId value;
    std::uint32_t depth = 0; ///< How many writes the value contains, itself included.
    friend bool operator==(const AttributeValue &, const AttributeValue &) = default;
};

/// The few named attributes of a session, in the order in which they were set first.
struct Attributes
{
    std::array<AttributeValue, model::maxAttributes> items {};
    std::uint32_t count = 0;

    /// None if the attribute has no value.
    [[nodiscard]] model::WriteId get(model::StringId attribute) const
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (items[i].attribute == attribute)
                return items[i].value;
        }
        return model::WriteId::none();
    }

    /// 0 if the attribute has no value.
    [[nodiscard]] std::uint32_t depth(model::StringId attribute) const
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (items[i].attribute == attribute)
                return items[i].depth;
        }
        return 0;
    }

    /// Requires: room for a new attribute (the reader bounds how many a scenario names).
    void set(model::StringId attribute, model::WriteId value, std::uint32_t depth)
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (items[i].attribute == attribute) {
                items[i].value = value;
                items[i].depth = depth;
                return;
            }
        }
        items.at(count++) = AttributeValue {attribute, value, depth};
    }

    friend bool operator==(const Attributes &, const Attributes &) = default;
};

/// A whole copy of a session, as it is handed on or kept on a disk.
struct SessionImage
{
    model::StringId session;
    model::EntityId client; ///< For whose request it was made first.
    model::SimTime lastUsed;
    Attributes attributes;
    friend bool operator==(const SessionImage &, const SessionImage &) = default;
};

/// What travels between entities: HTTP requests and responses with the cookies that matter here; what servers tell each
/// other of sessions; what servers and stores do. Which fields count depends on the kind.
struct Message
{
    static constexpr std::uint32_t noBulk = 0xFFFFFFFFu;

    model::MessageKind kind = model::MessageKind::Request;
    model::EntityId from;
    model::EntityId to;
    model::EntityId client; ///< Whose request it is; whose session it is.
    model::RequestId request; ///< None: it belongs to no request (a sweep, a state transfer).

    /// The sender's mark for the connection; the answer on it carries the same.
    std::uint32_t connection = 0;
    /// Which life of the receiver's process the connection was made to: one that was restarted does not know it.
    std::uint32_t epoch = 0;

    // Requests
    model::Operation operation = model::Operation::Read;
    model::WriteId write;
    model::StringId attribute;
    model::StringId session; ///< Cookie; none: not in the jar. All other kinds: the session that it is about.
    model::StringId pin; ///< The balancer's cookie; none: not in the jar.
    model::StringId address; ///< The client's, for a balancer that hashes it.

    // Responses
    std::uint32_t status = 0; ///< Store replies: 200, 404 (no such session).
    Attributes shown; ///< Replication, saves, replies to loads: the attributes that it carries.
    model::StringId setSession; ///< Set-Cookie; none: no such header. Change of id: the new one.
    model::StringId setPin;

    // Replication and stores
    std::uint32_t sizeBytes = 0; ///< Of requests and responses the engine knows the size.
    std::uint32_t channel = 0; ///< The sender's thread: what one thread sends to one receiver keeps its order (T-5).
    model::SimTime lastUsed; ///< Idle clock of the session that is carried.
    model::SessionEnd ending = model::SessionEnd::LoggedOut; ///< Expired messages, deletes: why.
    bool isAtomic = false; ///< Saves: the store computes the value from what it holds (R-5).
    bool creates = false; ///< Saves: the session is new, the store gives it its id; otherwise it must be there (R-6).
    bool changesId = false; ///< Saves: the store gives it another id (B-7).
    std::uint32_t bulk = noBulk; ///< Many whole sessions, in the Bulk of the run.
};

} // namespace sessionarium::protocol
