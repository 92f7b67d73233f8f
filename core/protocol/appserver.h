// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/localsessions.h"

#include <deque>
#include <vector>

namespace sessionarium::protocol {

/// An application server: places that serve in parallel, a queue with a limit, a session manager, and a process that
/// can die and come back with empty memory.
class AppServer
{
public:
    AppServer(model::EntityId entity, const model::ServerSpec &spec, const model::SessionsSpec &sessions,
              const model::ApplicationSpec &application, const KnownStrings &strings);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }
    /// Whether a connection to it can be made now.
    [[nodiscard]] bool isListening() const { return m_running; }
    /// Which life of the process this is.
    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    [[nodiscard]] const LocalSessions &sessions() const { return m_sessions; }
    [[nodiscard]] std::vector<model::RequestId> inService() const;
    [[nodiscard]] std::vector<model::RequestId> queue() const;

private:
    /// A request on its way through the server.
    struct Work
    {
        SessionJob job;
        model::EntityId peer; ///< Who waits for the answer on the connection.
        std::uint32_t connection = 0;
    };

    void crash(const Acted &input, Context &context);
    void restart(const Acted &input, Context &context);
    void take(const Message &request, Context &context);
    void start(Work work, Context &context);
    void finish(model::RequestId request, Context &context);
    [[nodiscard]] Message answerTo(const Work &work) const;

    model::EntityId m_entity;
    std::uint32_t m_capacity;
    std::uint32_t m_queueLimit;
    model::Duration m_serviceTime;
    LocalSessions m_sessions;
    bool m_running = true;
    std::uint32_t m_epoch = 0;
    std::vector<Work> m_inService;
    std::deque<Work> m_queue;
};

} // namespace sessionarium::protocol
