// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"

#include <vector>

/// Questions to a timeline whose answers are derived, not stored.
namespace sessionarium::timeline {

/// A message on the wire at one moment.
struct MessageInFlight
{
    model::RecordId sent;
    model::SimTime sentAt;
    model::SimTime arrivesAt; ///< When it would arrive; lost ones vanish half way.
    friend bool operator==(const MessageInFlight &, const MessageInFlight &) = default;
};

/// The messages with sentAt <= t < arrivesAt, oldest first. `longestTransit`: from longestTransit(timeline).
[[nodiscard]] std::vector<MessageInFlight> messagesInFlight(const Timeline &timeline, model::SimTime t,
                                                            model::Duration longestTransit);
/// The longest transit time of any message; unknown ones count as none.
[[nodiscard]] model::Duration longestTransit(const Timeline &timeline);

/// The chain of causes of a record, itself first, back to the action or answer that began it.
[[nodiscard]] std::vector<model::RecordId> causes(const Timeline &timeline, model::RecordId id);

/// What a record consulted (semantics §1): the records that had set the elements of state that its decision rests on;
/// oldest first, without repeats. A crash shows up here: it acts through what is no longer there.
[[nodiscard]] std::vector<model::RecordId> evidence(const Timeline &timeline, const Keyframes &keyframes,
                                                    model::RecordId id);

/// What a record brought about: forwards over causes. Building it takes one pass.
class Consequences
{
public:
    explicit Consequences(const Timeline &timeline);
    /// The records whose cause is `id`, in order.
    [[nodiscard]] std::vector<model::RecordId> direct(model::RecordId id) const;

private:
    std::vector<std::uint32_t> m_firstOf; // record → begin of its children in m_children
    std::vector<model::RecordId> m_children;
};

} // namespace sessionarium::timeline
