// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"
#include "core/protocol/storedisk.h"

#include <deque>
#include <map>
#include <vector>

namespace sessionarium::protocol {

/// A session store that stands apart (Redis, Memcached, a database), or its replica: a process with sessions in memory,
/// what of them outlives it on a disk, and what it does to have a second (R-10 to R-17, D-1).
///
/// In memory it does one command at a time; a disk database waits for its disk side by side.
///
/// Synchronous with its replica: a change that the replica did not confirm is not confirmed to the server either (R-14,
/// as with min-replicas-to-write), so that a promotion loses nothing. A replica whose process is known to be dead
/// cannot be promoted: then the primary goes on alone until it is back. Of one that is silent it does not know.
class Store
{
public:
    enum class Process : std::uint8_t { Running, Down, Gone };

    /// `replicaOf`: none for the primary. `peer`: the other of the two; none: it is alone.
    Store(model::EntityId entity, const model::StoreSpec &spec, const model::SessionsSpec &sessions,
          model::EntityId replicaOf, model::EntityId peer);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }
    [[nodiscard]] Process process() const { return m_process; }
    [[nodiscard]] bool isListening() const { return m_process == Process::Running; }
    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    /// Of which store it is the replica now; none: it is the primary.
    [[nodiscard]] model::EntityId replicaOf() const { return m_replicaOf; }
    /// What it holds in memory, ascending by id.
    [[nodiscard]] std::vector<SessionImage> images() const { return sorted(m_memory); }
    /// What it would have again, or, dead, will have: after its process was killed; after its host lost power.
    [[nodiscard]] std::vector<SessionImage> survivesKill() const;
    [[nodiscard]] std::vector<SessionImage> survivesPowerLoss() const;

private:
    void act(const Acted &input, Context &context);
    void saveAll(Context &context);
    void die(Process process, Context &context);
    void restart(Context &context);
    void deleteSession(const Acted &input, Context &context);
    void startTimers(Context &context);
    void timer(const TimerFired &timer, Context &context);

    // Commands
    void take(const Message &message, Context &context);
    void work(const Message &command, Context &context);
    void workDone(std::uint32_t number, Context &context);
    [[nodiscard]] model::Duration costOf(const Message &command) const;
    void load(const Message &command, Context &context);
    void save(const Message &command, Context &context);
    void erase(const Message &command, Context &context);
    void reply(const Message &command, std::uint32_t status, const Attributes &shown, std::uint32_t bytes,
               bool hasChanged, Context &context);
    [[nodiscard]] bool isExpired(const SessionImage &image, model::SimTime now) const
    {
        return now - image.lastUsed >= m_timeout; // B-8
    }
    /// Null if there is no such session, or it has expired: then it is dropped.
    SessionImage *find(model::StringId session, model::RequestId request, Context &context);
    void changeId(model::StringId session, model::StringId newSession, model::RequestId request, Context &context);
    /// A whole copy in place of what it had.
    void setCopy(const SessionImage &image, model::CopyRole role, model::RequestId request, Context &context);
    void sweep(Context &context);

    // The other of the two
    [[nodiscard]] bool isAlone() const { return m_peer.isNone() || m_replicaOf.isSome() || !m_isPeerThere; }
    void replicate(const Message &command, model::StringId session, Context &context);
    void sendAll(Context &context);
    void askForAll(Context &context);
    void fromPeer(const Message &message, Context &context);
    void takeChange(const Message &message, Context &context);
    void takeAll(const Message &message, Context &context);
    void confirmed(const Message &message, Context &context);
    void notConfirmed(model::RequestId request, Context &context);
    void peerLost(Context &context);
    void probe(Context &context);
    void answered(const ProbeAnswered &answer, Context &context);
    void promote(Context &context);
    void tellServer(model::EntityId server, Context &context);

    model::EntityId m_entity;
    model::EntityId m_replicaOf;
    model::EntityId m_peer;
    bool m_isSynchronous = false;
    model::Duration m_replicaDelay;
    model::Duration m_downAfter;
    model::Duration m_readTime;
    model::Duration m_writeTime;
    model::Duration m_timeout;
    model::Duration m_sweepTime;
    std::uint32_t m_sessionBytes;
    std::uint32_t m_deltaBytes;
    std::uint32_t m_envelopeBytes;

    Process m_process = Process::Running;
    std::uint32_t m_epoch = 0; ///< Which life; timers of an earlier one say nothing.
    StoredSessions m_memory;
    StoreDisk m_disk;
    StoredSessions m_survivors; ///< Dead: what it will have again.

    std::map<std::uint32_t, Message> m_working; ///< By running number.
    std::deque<std::uint32_t> m_waiting; ///< Commands that wait for their turn.
    std::uint32_t m_nextWork = 0;
    bool m_isBusy = false;

    std::vector<model::EntityId> m_servers; ///< Whom a promotion concerns.
    std::vector<model::EntityId> m_untold; ///< Of them, who may not know yet that this is the primary.
    std::vector<model::EntityId> m_answered; ///< Of them, whose host answered the last question of the replica …
    std::vector<model::EntityId> m_reached; ///< … and whose process runs.
    std::deque<Message> m_replicaQueue;
    std::map<model::RequestId, Message> m_unconfirmed; ///< Replies that wait for the replica.
    std::uint32_t m_term = 0; ///< Grows with each promotion: the higher one is the primary.
    model::SimTime m_heard; ///< Of the primary.
    model::SimTime m_pinged; ///< When it was asked last.
    bool m_isSilent = false; ///< The primary, for too long.
    bool m_isPeerThere = true; ///< Primary: false where the other one is known to be dead, or not to be a replica yet.
};

} // namespace sessionarium::protocol
