// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/spec.h"
#include "core/model/stringtable.h"
#include "core/sim/earlier.h"
#include "core/sim/quadheap.h"

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::sim {

/// The actions of a run that are still to come: the last class of their instant, in list order (semantics §1).
/// Those `after` another become due when that one's answer or time-out has reached its client.
///
/// What an action says in words is looked up once, when it is added: from then on its words are names of this queue,
/// small numbers by which the engine remembers what they came to mean in its run. A value; copies share the actions.
class ActionQueue
{
public:
    using Name = model::Id<struct ActionWordTag>;
    struct Step
    {
        model::ActionKind verb = model::ActionKind::Read;
        Name id;
        Name target; ///< The client, or where none is named the server.
        Name attribute;
        Name item;
        std::uint32_t details = 0; ///< Where all that few actions say is found: details().
    };

    /// Appends actions to the list. One `after` an action that is done already is due from that moment on, at the
    /// earliest `now`.
    void add(const std::vector<model::Action> &actions, model::SimTime now);
    /// Forgets what has not happened yet.
    void cut();

    /// The instant of the next action; `never` if none is due by itself.
    [[nodiscard]] model::SimTime nextTime() const { return m_due.isEmpty() ? never : m_due.top().at; }
    static constexpr model::SimTime never {std::numeric_limits<std::int64_t>::max()};
    /// Removes the next action and returns its index. Requires: one is due.
    std::uint32_t pop();
    /// Stays where it is until the next add().
    [[nodiscard]] const Step &step(std::uint32_t index) const { return m_script->steps[index]; }
    /// The action as the scenario has it; of those that say more than a Step does. Stays as step() does.
    [[nodiscard]] const model::Action &details(const Step &step) const { return m_script->details[step.details]; }
    /// The record that made the action due; none for one at a given time.
    [[nodiscard]] model::RecordId cause(std::uint32_t index) const { return m_states[index].record; }

    [[nodiscard]] std::string_view text(Name name) const { return m_script->words.text(model::StringId(name.value)); }
    /// What the engine knows by a name, none until it says so.
    [[nodiscard]] model::StringId &stringOf(Name name) { return m_names[name.value].string; }
    [[nodiscard]] model::EntityId &entityOf(Name name) { return m_names[name.value].entity; }

    /// The action has issued this request, or (none) is done at once.
    void started(std::uint32_t index, model::RequestId request, model::SimTime now, model::RecordId record);
    /// A request is done: what waited for its action becomes due.
    void requestDone(model::RequestId request, model::SimTime now, model::RecordId record);

private:
    static constexpr std::uint32_t nothing = 0xFFFFFFFFu;

    /// What does not change once it was added.
    struct Script
    {
        std::vector<Step> steps; // in list order
        std::vector<model::Action> details;
        model::StringTable words;
    };
    struct NameState
    {
        model::StringId string;
        model::EntityId entity;
        std::uint32_t newest = nothing; // the action that `after` this name means
        std::uint32_t firstAfter = nothing; // those that wait for an action of this name to be added
    };
    enum class Progress : std::uint32_t { ToCome, Running, Done };
    /// One for each step. Those after one action are a chain, in no order: the heap puts them in theirs.
    struct StepState
    {
        model::Duration think;
        model::SimTime doneAt;
        model::RecordId record; // which made it due, then which it was done by
        std::uint32_t firstAfter = nothing;
        std::uint32_t nextAfter = nothing;
        Progress progress = Progress::ToCome;
    };
    struct Due
    {
        model::SimTime at;
        std::uint32_t index;

        [[nodiscard]] bool before(const Due &other) const { return isEarlier(at.us, index, other.at.us, other.index); }
    };

    Script &ownScript();
    Name nameOf(Script &script, const std::string &word);
    void waitFor(Name before, std::uint32_t index, model::SimTime now);
    void makeDue(std::uint32_t index, model::SimTime at) { m_due.push(Due {at, index}); }
    void finish(std::uint32_t index, model::SimTime now, model::RecordId record);

    std::shared_ptr<Script> m_script = std::make_shared<Script>();
    std::vector<StepState> m_states;
    std::vector<NameState> m_names;
    QuadHeap<Due> m_due;
    /// The actions of the requests from m_firstRunning on: a window as wide as the oldest open request is old.
    std::deque<std::uint32_t> m_running;
    std::uint32_t m_firstRunning = 0;
};

} // namespace sessionarium::sim
