// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/message.h"

#include <cstdint>
#include <deque>
#include <new>
#include <type_traits>
#include <vector>

namespace sessionarium::protocol {

/// The messages that are on their way, each made once and read where it was made. A value; places are used again, the
/// one that was released last first: it is still in the cache.
class MessagePool
{
public:
    using Place = std::uint32_t;

    /// A free place, with whatever was left there.
    [[nodiscard]] Place take()
    {
        if (m_free.empty()) {
            m_messages.emplace_back();
            return static_cast<Place>(m_messages.size() - 1);
        }
        const Place place = m_free.back();
        m_free.pop_back();
        return place;
    }
    /// Once for each take.
    void release(Place place) { m_free.push_back(place); }

    /// Makes the message there one that says nothing yet.
    Message &makeNew(Place place)
    {
        // Not value-initialized: that would write zeros first, and then all the same fields.
        return *::new (static_cast<void *>(&m_messages[place])) Message;
    }
    [[nodiscard]] Message &operator[](Place place) { return m_messages[place]; }
    [[nodiscard]] const Message &operator[](Place place) const { return m_messages[place]; }

private:
    std::deque<Message> m_messages; // a message stays where it is while others are added
    std::vector<Place> m_free;
};

static_assert(std::is_trivially_destructible_v<Message>);

} // namespace sessionarium::protocol
