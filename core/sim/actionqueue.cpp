// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/actionqueue.h"

#include <algorithm>
#include <utility>

namespace sessionarium::sim {

using namespace model;

void ActionQueue::add(const std::vector<Action> &actions, SimTime now)
{
    const auto batch = static_cast<std::uint32_t>(m_batches.size());
    m_batches.push_back(std::make_shared<const std::vector<Action>>(actions));
    for (std::uint32_t position = 0; position < actions.size(); ++position) {
        const Action &added = actions[position];
        const auto index = static_cast<std::uint32_t>(m_items.size());
        m_items.push_back(Item{batch, position, {}, {}, {}});
        if (added.at) {
            makeDue(index, *added.at);
        } else {
            const auto before = m_newestOfId.find(added.after);
            const Item *done = before == m_newestOfId.end() ? nullptr : &m_items[before->second];
            if (done && done->doneAt) {
                m_items[index].cause = done->doneBy;
                makeDue(index, std::max(now, *done->doneAt + added.think));
            } else {
                m_waitingFor[added.after].push_back(index);
            }
        }
        m_newestOfId[added.id] = index;
    }
}

void ActionQueue::cut()
{
    m_due.clear();
    m_waitingFor.clear();
}

std::optional<SimTime> ActionQueue::nextTime() const
{
    if (m_due.empty())
        return std::nullopt;
    return m_due.front().at;
}

std::uint32_t ActionQueue::pop()
{
    const std::uint32_t index = m_due.front().index;
    std::pop_heap(m_due.begin(), m_due.end(), later);
    m_due.pop_back();
    return index;
}

void ActionQueue::makeDue(std::uint32_t index, SimTime at)
{
    m_due.push_back(Due{at, index});
    std::push_heap(m_due.begin(), m_due.end(), later);
}

void ActionQueue::started(std::uint32_t index, RequestId request, SimTime now, RecordId record)
{
    if (request.isNone())
        finish(index, now, record);
    else
        m_running.emplace(request.value, index);
}

void ActionQueue::requestDone(RequestId request, SimTime now, RecordId record)
{
    const auto running = m_running.find(request.value);
    if (running == m_running.end())
        return;
    const std::uint32_t index = running->second;
    m_running.erase(running);
    finish(index, now, record);
}

void ActionQueue::finish(std::uint32_t index, SimTime now, RecordId record)
{
    m_items[index].doneAt = now;
    m_items[index].doneBy = record;
    auto waiting = m_waitingFor.extract(action(index).id);
    if (waiting.empty())
        return;
    for (const std::uint32_t next : waiting.mapped()) {
        m_items[next].cause = record;
        makeDue(next, now + action(next).think);
    }
}

} // namespace sessionarium::sim
