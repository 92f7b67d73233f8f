// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/actionqueue.h"

#include "core/sim/prefetch.h"

#include <algorithm>

namespace sessionarium::sim {

using namespace model;

namespace {

/// Whose action it is, or on whom it acts.
const std::string &targetOf(const Action &action)
{
    switch (action.verb) {
    case ActionKind::AddServer:
    case ActionKind::Drain:
    case ActionKind::MovePin:
        return action.server;
    case ActionKind::StoreCrash:
    case ActionKind::StoreRestart:
    case ActionKind::StoreShutdown:
    case ActionKind::DeleteSession:
        return action.store;
    case ActionKind::PowerOff:
        return action.server.empty() ? action.store : action.server;
    default:
        return action.client.empty() ? action.server : action.client;
    }
}

/// Has it parameters that only few actions have?
bool saysMore(ActionKind verb)
{
    switch (verb) {
    case ActionKind::DeleteCookie:
    case ActionKind::ChangeAddress:
    case ActionKind::CopyCookie:
    case ActionKind::Slow:
    case ActionKind::Partition:
    case ActionKind::Heal:
    case ActionKind::MovePin:
    case ActionKind::SetCapacity:
    case ActionKind::AddClient:
    case ActionKind::AddMember:
    case ActionKind::DeleteSession:
        return true;
    default:
        return false;
    }
}

} // namespace

void ActionQueue::add(const std::vector<Action> &actions, SimTime now)
{
    Script &script = ownScript();
    for (const Action &added : actions) {
        const auto index = static_cast<std::uint32_t>(m_states.size());
        Step step;
        step.verb = added.verb;
        step.id = nameOf(script, added.id);
        step.target = nameOf(script, targetOf(added));
        step.attribute = nameOf(script, added.attribute);
        step.item = nameOf(script, added.item);
        if (saysMore(added.verb)) {
            step.details = static_cast<std::uint32_t>(script.details.size());
            script.details.push_back(added);
        }
        script.steps.push_back(step);
        m_states.emplace_back().think = added.think;

        if (added.at)
            makeDue(index, *added.at);
        else
            waitFor(nameOf(script, added.after), index, now);
        NameState &name = m_names[step.id.value];
        name.newest = index;
        m_states[index].firstAfter = name.firstAfter;
        name.firstAfter = nothing;
    }
}

/// Copies of this queue may hold the same script: who adds to it makes its own first.
ActionQueue::Script &ActionQueue::ownScript()
{
    if (m_script.use_count() != 1)
        m_script = std::make_shared<Script>(*m_script);
    return *m_script;
}

ActionQueue::Name ActionQueue::nameOf(Script &script, const std::string &word)
{
    const Name name(script.words.intern(word).value);
    if (name.value == m_names.size())
        m_names.emplace_back();
    return name;
}

void ActionQueue::waitFor(Name before, std::uint32_t index, SimTime now)
{
    NameState &name = m_names[before.value];
    if (name.newest == nothing) {
        m_states[index].nextAfter = name.firstAfter;
        name.firstAfter = index;
        return;
    }
    StepState &awaited = m_states[name.newest];
    if (awaited.progress == Progress::Done) {
        m_states[index].record = awaited.record;
        makeDue(index, std::max(now, awaited.doneAt + m_states[index].think));
    } else {
        m_states[index].nextAfter = awaited.firstAfter;
        awaited.firstAfter = index;
    }
}

void ActionQueue::cut()
{
    m_due.clear();
    for (StepState &state : m_states)
        state.firstAfter = nothing;
    for (NameState &name : m_names) {
        name.firstAfter = nothing;
        if (name.newest != nothing && m_states[name.newest].progress == Progress::ToCome)
            name.newest = nothing;
    }
}

std::uint32_t ActionQueue::pop()
{
    const std::uint32_t index = m_due.top().index;
    m_due.pop();
    if (!m_due.isEmpty()) { // the next one is some events away: time enough to fetch what it will need
        prefetch(&m_script->steps[m_due.top().index]);
        prefetch(&m_states[m_due.top().index]);
    }
    return index;
}

void ActionQueue::started(std::uint32_t index, RequestId request, SimTime now, RecordId record)
{
    if (request.isNone()) {
        finish(index, now, record);
        return;
    }
    StepState &state = m_states[index];
    state.progress = Progress::Running;
    if (state.firstAfter != nothing)
        prefetch(&m_states[state.firstAfter]);
    if (m_running.empty())
        m_firstRunning = request.value;
    while (m_firstRunning + m_running.size() < request.value)
        m_running.push_back(nothing); // requests that nobody's action issued
    m_running.push_back(index);
}

void ActionQueue::requestDone(RequestId request, SimTime now, RecordId record)
{
    if (request.value < m_firstRunning || request.value - m_firstRunning >= m_running.size())
        return;
    std::uint32_t &place = m_running[request.value - m_firstRunning];
    const std::uint32_t index = place;
    place = nothing;
    while (!m_running.empty() && m_running.front() == nothing) {
        m_running.pop_front();
        ++m_firstRunning;
    }
    if (index != nothing)
        finish(index, now, record);
}

void ActionQueue::finish(std::uint32_t index, SimTime now, RecordId record)
{
    StepState &done = m_states[index];
    done.progress = Progress::Done;
    done.doneAt = now;
    done.record = record;
    std::uint32_t next = done.firstAfter;
    done.firstAfter = nothing;
    while (next != nothing) {
        StepState &waiting = m_states[next];
        waiting.record = record;
        makeDue(next, now + waiting.think);
        next = waiting.nextAfter;
    }
}

} // namespace sessionarium::sim
