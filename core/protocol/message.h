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

    /// Requires: room for a new attribute (the reader bounds how many a scenario names).
    void set(model::StringId attribute, model::WriteId value)
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (items[i].attribute == attribute) {
                items[i].value = value;
                return;
            }
        }
        items.at(count++) = AttributeValue {attribute, value};
    }

    friend bool operator==(const Attributes &, const Attributes &) = default;
};

/// What travels between entities: an HTTP request or its response, with the cookies that matter here.
struct Message
{
    model::MessageKind kind = model::MessageKind::Request;
    model::EntityId from;
    model::EntityId to;
    model::EntityId client; ///< Whose request it is.
    model::RequestId request;

    /// The sender's mark for the connection; the answer on it carries the same.
    std::uint32_t connection = 0;
    /// Which life of the server process the connection was made to: a process that was restarted does not know it.
    std::uint32_t epoch = 0;

    // Requests
    model::Operation operation = model::Operation::Read;
    model::WriteId write;
    model::StringId attribute;
    model::StringId session; ///< Cookie; none: not in the jar.
    model::StringId pin; ///< The balancer's cookie; none: not in the jar.

    // Responses
    std::uint32_t status = 0;
    Attributes shown;
    model::StringId setSession; ///< Set-Cookie; none: no such header.
    model::StringId setPin;
};

} // namespace sessionarium::protocol
