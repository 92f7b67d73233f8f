// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/message.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace sessionarium::protocol {

/// Which served requests wait until others have confirmed what was sent on their behalf (T-3, T-6). A request sends one
/// message after the other, as a thread does that sends and waits: the next goes out when the one before is confirmed
/// or given up (O-4: a log-in takes two round trips, and nothing of it can be overtaken).
///
/// A message that somebody waits for carries a mark in `connection`, its confirmation carries the same; 0: nobody
/// waits.
class Confirmations
{
public:
    /// Requires: at least one message, all of this request.
    void begin(model::RequestId request, std::deque<Message> messages);
    /// The next message of a request, marked; none: that was all, it waits no longer.
    [[nodiscard]] std::optional<Message> next(model::RequestId request);
    /// It went to these; to nobody is as good as confirmed.
    void sent(const Message &message, std::vector<model::EntityId> to, model::SimTime now);
    /// False: nobody waits for this confirmation (any more).
    bool confirmed(const Message &confirmation);

    struct Silent
    {
        std::vector<model::EntityId> members; ///< In the order in which it was sent to them.
        model::SimTime since;
    };
    /// Who has not confirmed the message with that mark.
    [[nodiscard]] Silent silent(model::RequestId request, std::uint32_t mark) const;
    void giveUp(model::RequestId request, model::EntityId member);
    /// The requests that waited for it, ascending.
    [[nodiscard]] std::vector<model::RequestId> giveUp(model::EntityId member);
    /// A request that may go on with `next`, each told once; none if there is no further one.
    [[nodiscard]] model::RequestId takeComplete();
    void clear();

private:
    struct Wait
    {
        std::deque<Message> pending; ///< Not sent yet.
        std::vector<model::EntityId> open; ///< Who has not confirmed what was sent last.
        std::uint32_t mark = 0;
        model::SimTime sentAt;
    };
    void close(model::RequestId request, Wait &wait, model::EntityId member);

    std::map<model::RequestId, Wait> m_waits;
    std::deque<model::RequestId> m_complete;
    std::uint32_t m_lastMark = 0; ///< Goes on over the lives of a process: no confirmation of an earlier one fits.
};

} // namespace sessionarium::protocol
