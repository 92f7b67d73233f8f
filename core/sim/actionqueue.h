// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/spec.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sessionarium::sim {

/// The actions of a run that are still to come: the last class of their instant, in list order (semantics §1).
/// Those `after` another become due when that one's answer or time-out has reached its client.
class ActionQueue
{
public:
    /// Appends actions to the list. One `after` an action that is done already is due from that moment on, at the
    /// earliest `now`.
    void add(const std::vector<model::Action> &actions, model::SimTime now);
    /// Forgets what has not happened yet.
    void cut();

    /// The instant of the next action; nothing if none is due by itself.
    [[nodiscard]] std::optional<model::SimTime> nextTime() const;
    /// Removes the next action and returns its index. Requires: nextTime() has a value.
    std::uint32_t pop();
    [[nodiscard]] const model::Action &action(std::uint32_t index) const
    {
        const Item &item = m_items[index];
        return (*m_batches[item.batch])[item.position];
    }
    /// The record that made the action due; none for one at a given time.
    [[nodiscard]] model::RecordId cause(std::uint32_t index) const { return m_items[index].cause; }

    /// The action has issued this request, or (none) is done at once.
    void started(std::uint32_t index, model::RequestId request, model::SimTime now, model::RecordId record);
    /// A request is done: what waited for its action becomes due.
    void requestDone(model::RequestId request, model::SimTime now, model::RecordId record);

private:
    struct Item
    {
        std::uint32_t batch = 0; // where the action itself stands
        std::uint32_t position = 0;
        std::optional<model::SimTime> doneAt;
        model::RecordId doneBy;
        model::RecordId cause;
    };
    struct Due
    {
        model::SimTime at;
        std::uint32_t index;
    };
    /// The order of a heap whose top is next.
    static bool later(const Due &a, const Due &b) { return a.at != b.at ? a.at > b.at : a.index > b.index; }

    void makeDue(std::uint32_t index, model::SimTime at);
    void finish(std::uint32_t index, model::SimTime now, model::RecordId record);

    /// Never changed once added, so that snapshots share them.
    std::vector<std::shared_ptr<const std::vector<model::Action>>> m_batches;
    std::vector<Item> m_items; // in list order
    std::vector<Due> m_due; // a heap
    // Looked up only, never walked: no order leaks out.
    std::unordered_map<std::string, std::uint32_t> m_newestOfId;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_waitingFor; // action's id → those after it
    std::unordered_map<std::uint32_t, std::uint32_t> m_running; // open request → its action
};

} // namespace sessionarium::sim
