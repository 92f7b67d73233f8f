// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/sessionmanager.h"

#include <deque>
#include <vector>

namespace sessionarium::protocol {

/// An application server: places that serve in parallel, a queue with a limit, a session manager, and a process that
/// can die, hang, lose its host, and come back with empty memory.
class AppServer
{
public:
    AppServer(model::EntityId entity, const model::ServerSpec &spec, const model::SessionsSpec &sessions,
              const model::ApplicationSpec &application, const KnownStrings &strings);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }

    enum class Process : std::uint8_t { Running, Hung, Down, Gone };
    [[nodiscard]] Process process() const { return m_process; }
    /// Whether a connection to it can be made now: a hung process takes connections, one that still fetches sessions
    /// does not (T-20).
    [[nodiscard]] bool isListening() const { return isAlive() && m_isReady; }
    /// Whether there is a process at all, be it ready or not.
    [[nodiscard]] bool isAlive() const { return m_process == Process::Running || m_process == Process::Hung; }
    /// Which life of the process this is.
    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    [[nodiscard]] const SessionManager &sessions() const { return m_sessions; }
    [[nodiscard]] std::uint32_t capacity() const { return m_capacity; }
    [[nodiscard]] model::Duration serviceTime() const { return m_serviceTime; }
    [[nodiscard]] std::vector<model::RequestId> inService() const;
    [[nodiscard]] std::vector<model::RequestId> queue() const;
    /// Served, and waiting for others to confirm before they are answered.
    [[nodiscard]] std::vector<model::RequestId> awaitingConfirmation() const;
    /// How many changes from elsewhere have arrived and are not applied yet.
    [[nodiscard]] std::size_t changes() const { return m_changes.size(); }

private:
    /// Who waits for the answer, and the peer's mark for the connection.
    struct Caller
    {
        model::EntityId peer;
        std::uint32_t connection = 0;
    };
    /// A request that waits for a place.
    struct Asked
    {
        SessionRequest job;
        Caller caller;
    };
    /// A request that has one, or has had it.
    struct Work
    {
        explicit Work(const Asked &asked) : job(asked.job), caller(asked.caller) { }

        SessionJob job;
        Caller caller;
        bool isBeginning = true; ///< The session is not read yet.
    };

    void act(const Acted &input, Context &context);
    void die(Process process, Context &context);
    void restart(const Acted &input, Context &context);
    void setCapacity(const Acted &input, Context &context);
    void take(const Message &request, Context &context);
    void takeChange(const Message &change, Context &context);
    void startApplying(Context &context);
    void start(const Asked &asked, Context &context);
    void begun(Work &work, Progress progress, Context &context);
    void end(std::vector<Work>::iterator place, Progress progress, Context &context);
    void fillPlaces(Context &context);
    /// A step of the manager on behalf of one of the jobs that wait here.
    template <class Resume>
    void resume(model::RequestId request, Context &context, const Resume &step);
    void becomeReady(Context &context);
    void answerReleased(Context &context);
    void timer(const TimerFired &timer, Context &context);
    /// The answer to be sent, as far as it does not depend on sessions.
    [[nodiscard]] Message &answerTo(const SessionRequest &asked, Caller caller, Context &context) const;
    void answer(const Work &work, Context &context) const;
    [[nodiscard]] bool hasFreePlace() const;

    model::EntityId m_entity;
    std::uint32_t m_capacity;
    std::uint32_t m_queueLimit;
    model::Duration m_serviceTime;
    model::Duration m_applyTime;
    SessionManager m_sessions;
    Process m_process = Process::Running;
    bool m_isReady = true;
    bool m_isRemoved = false;
    std::uint32_t m_epoch = 0;
    std::vector<Work> m_inService;
    std::vector<Work> m_awaiting; ///< Served, without a place, not answered.
    std::deque<Asked> m_queue;
    std::deque<Message> m_changes; ///< From elsewhere, to be applied; the first m_applying of them are at it.
    std::uint32_t m_applying = 0;
};

} // namespace sessionarium::protocol
