// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/actionqueue.h"

#include <algorithm>

namespace sessionarium::sim {

using namespace model;

void ActionQueue::add(const std::vector<Action> &actions, SimTime now)
{
    for (const Action &action : actions) {
        const auto index = static_cast<std::uint32_t>(m_items.size());
        m_items.push_back(Item{action, {}, {}, {}, {}, {}, true});
        if (action.at) {
            makeDue(index, *action.at);
            continue;
        }
        for (std::uint32_t i = 0; i < index; ++i) {
            const Item &before = m_items[i];
            if (before.action.id == action.after && before.doneAt) {
                m_items[index].cause = before.doneBy;
                makeDue(index, std::max(now, *before.doneAt + action.think));
            }
        }
    }
}

void ActionQueue::cut()
{
    m_due.clear();
    for (Item &item : m_items) {
        if (item.waiting) {
            item.waiting = false;
            item.action.after.clear(); // nothing wakes it any more
        }
    }
}

std::optional<SimTime> ActionQueue::nextTime() const
{
    if (m_due.empty())
        return std::nullopt;
    return m_due.back().at;
}

std::uint32_t ActionQueue::pop()
{
    const std::uint32_t index = m_due.back().index;
    m_due.pop_back();
    m_items[index].waiting = false;
    return index;
}

void ActionQueue::makeDue(std::uint32_t index, SimTime at)
{
    const Due due{at, index};
    const auto place = std::upper_bound(m_due.begin(), m_due.end(), due, [](const Due &a, const Due &b) {
        return a.at != b.at ? a.at > b.at : a.index > b.index;
    });
    m_due.insert(place, due);
}

void ActionQueue::started(std::uint32_t index, RequestId request, SimTime now, RecordId record)
{
    if (request.isNone()) {
        finish(index, now, record);
        return;
    }
    m_items[index].request = request;
    m_running.push_back(index);
}

void ActionQueue::requestDone(RequestId request, SimTime now, RecordId record)
{
    const auto running = std::find_if(m_running.begin(), m_running.end(),
                                      [this, request](std::uint32_t i) { return m_items[i].request == request; });
    if (running == m_running.end())
        return;
    const std::uint32_t index = *running;
    m_running.erase(running);
    finish(index, now, record);
}

void ActionQueue::finish(std::uint32_t index, SimTime now, RecordId record)
{
    m_items[index].doneAt = now;
    m_items[index].doneBy = record;
    for (std::uint32_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items[i];
        if (item.waiting && !item.action.at && item.action.after == m_items[index].action.id) {
            item.cause = record;
            makeDue(i, now + item.action.think);
        }
    }
}

} // namespace sessionarium::sim
