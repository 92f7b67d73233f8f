// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <deque>

namespace sessionarium::protocol {

/// What a server has to tell the others of its cluster, on its way to them: each message waits for the replication
/// delay, then one of the sender's threads takes it (T-5). One delay for all: what came first goes first. It dies with
/// the process.
class ReplicationQueue
{
public:
    ReplicationQueue(model::Duration delay, std::uint32_t threads) : m_delay(delay), m_threads(threads) { }

    /// The sender's threads take turns; only what one of them sends keeps its order.
    void assignThread(Message &message) { message.channel = m_nextThread++ % m_threads; }
    /// A state transfer has a thread of its own: changes do not wait behind it.
    void assignOwnThread(Message &message) const { message.channel = m_threads; }

    [[nodiscard]] bool delays() const { return m_delay.us > 0; }
    /// A QueueReady timer with that token says when it may be taken.
    void put(const Message &message, std::uint32_t token, Context &context)
    {
        m_waiting.push_back(message);
        context.out.emit(
            model::ReplicationQueued {message.kind, message.session, static_cast<std::uint32_t>(m_delay.us)},
            message.request);
        context.out.add(StartTimer {m_delay, TimerKind::QueueReady, message.request, token});
    }
    /// Requires: one was put, and its timer has fired.
    [[nodiscard]] Message take()
    {
        Message first = m_waiting.front();
        m_waiting.pop_front();
        return first;
    }
    void clear() { m_waiting.clear(); }

    /// In order.
    [[nodiscard]] const std::deque<Message> &waiting() const { return m_waiting; }

private:
    model::Duration m_delay;
    std::uint32_t m_threads;
    std::uint32_t m_nextThread = 0;
    std::deque<Message> m_waiting;
};

} // namespace sessionarium::protocol
