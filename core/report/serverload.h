// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"
#include "core/timeline/worldstate.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sessionarium::report {

/// How many writes each value contains: itself and its ancestors (semantics §3).
class WriteDepths
{
public:
    /// Notes that a value came to be from another, and returns its depth.
    std::uint32_t add(model::WriteId write, model::WriteId base);

private:
    std::vector<std::vector<std::uint32_t>> m_depths; // by client, by counter
};

/// The figures of one server, or store, while a run is read, each step in constant time.
///
/// Busy is a place that serves a request, and one that applies a change from elsewhere (K-2): that takes its place at
/// the record which is the cause of its effect, since its work begins there, and gives it back at the effect. What dies
/// before its effect, and what a server applies before it listens, is not known and does not count.
class ServerLoad
{
public:
    ServerLoad(model::SimTime joined, std::uint32_t capacity);

    void queued(model::RequestId request, std::uint32_t length, model::SimTime at);
    void started(model::RequestId request, model::SimTime at);
    void ended(model::SimTime at);
    /// A session comes into its memory, or leaves it.
    void created(model::StringId session);
    void dropped(model::StringId session);
    void renamed(model::StringId session, model::StringId newSession);
    /// A change from elsewhere arrived; whether a record is the effect of the next one, which then is done; and how
    /// long that took a place.
    void delivered(const timeline::DeliveredChange &change);
    [[nodiscard]] bool takeDelivered(const timeline::Record &record);
    void applied(model::SimTime from, model::SimTime at);
    /// It serves so many at once from now on.
    void capacity(model::SimTime at, std::uint32_t places);
    /// A session's attribute has a value of this depth now.
    void changed(model::StringId session, model::StringId attribute, std::uint32_t depth);
    /// All that it held and did is gone.
    void crashed(model::SimTime at);

    /// What it did since the last call, or since it joined, up to `at`, which is later than all that it was told.
    struct Span
    {
        std::optional<std::uint64_t> busyPpm; ///< As in ServerSummary; none: no time or no places.
        /// The most that waited at once, looked at when each instant was over at which that changed; if it never did,
        /// those that wait.
        std::uint64_t queueMax = 0;
    };
    [[nodiscard]] Span takeSpan(model::SimTime at);
    /// Share of its places that serve requests now, at most all of them.
    [[nodiscard]] std::uint64_t servingPpm() const;
    [[nodiscard]] std::uint64_t sessions() const { return m_figures.sessions; }
    [[nodiscard]] std::uint64_t sessionBytes() const { return m_figures.sessionBytes; }

    /// Without id and name.
    [[nodiscard]] ServerSummary summary(model::SimTime end);

private:
    struct Attribute
    {
        model::StringId attribute;
        std::uint32_t depth = 0;
    };
    using Session = std::vector<Attribute>;

    /// Adds the time since the last change to the sum of busy places.
    void passUntil(model::SimTime at);
    void noteSize();
    /// Those that wait are about to change.
    void noteQueue(model::SimTime at);

    model::SimTime m_joined;
    std::uint32_t m_capacity;
    model::SimTime m_changed;
    std::uint64_t m_inService = 0;
    std::uint64_t m_busy = 0; // places × microseconds
    std::uint64_t m_room = 0; // places that there were × microseconds
    std::unordered_map<std::uint32_t, Session> m_sessions; // by session id; looked up only: no order leaks out
    std::deque<timeline::DeliveredChange> m_delivered; // and not applied yet
    std::uint64_t m_writes = 0; // in all sessions
    std::unordered_set<std::uint32_t> m_waiting; // requests; asked for one and counted only
    model::SimTime m_queueChanged;
    // Since the last takeSpan():
    model::SimTime m_spanBegan;
    std::uint64_t m_busyBefore = 0;
    std::uint64_t m_roomBefore = 0;
    std::uint64_t m_spanQueueMax = 0;
    ServerSummary m_figures;
};

} // namespace sessionarium::report
