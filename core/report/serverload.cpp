// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/serverload.h"

#include "core/report/muldiv.h"

#include <algorithm>

namespace sessionarium::report {

using model::RequestId;
using model::SimTime;
using model::StringId;

std::uint32_t WriteDepths::add(model::WriteId write, model::WriteId base)
{
    const auto depthOf = [this](model::WriteId id) -> std::uint32_t & {
        const std::size_t client = id.client.value;
        if (m_depths.size() <= client)
            m_depths.resize(client + 1);
        std::vector<std::uint32_t> &ofClient = m_depths[client];
        if (ofClient.size() <= id.counter)
            ofClient.resize(id.counter + std::size_t {1});
        return ofClient[id.counter];
    };
    const std::uint32_t depth = base.isNone() ? 1 : depthOf(base) + 1;
    depthOf(write) = depth;
    return depth;
}

ServerLoad::ServerLoad(SimTime joined, std::uint32_t capacity)
    : m_joined(joined), m_capacity(capacity), m_changed(joined), m_queueChanged(joined), m_spanBegan(joined)
{
}

void ServerLoad::passUntil(SimTime at)
{
    const auto time = static_cast<std::uint64_t>((at - m_changed).us);
    m_busy += m_inService * time;
    m_room += m_capacity * time;
    m_changed = at;
}

void ServerLoad::noteSize()
{
    m_figures.sessions = m_sessions.size();
    m_figures.sessionsMax = std::max(m_figures.sessionsMax, m_figures.sessions);
    m_figures.sessionBytes = m_figures.sessions * sessionBaseBytes + m_writes * sessionWriteBytes;
    m_figures.sessionBytesMax = std::max(m_figures.sessionBytesMax, m_figures.sessionBytes);
}

void ServerLoad::noteQueue(SimTime at)
{
    // What an instant left behind counts once it is over, and for the span in which it was.
    if (m_queueChanged > m_spanBegan && at > m_queueChanged)
        m_spanQueueMax = std::max<std::uint64_t>(m_spanQueueMax, m_waiting.size());
    m_queueChanged = at;
}

void ServerLoad::queued(RequestId request, std::uint32_t length, SimTime at)
{
    noteQueue(at);
    m_waiting.insert(request.value);
    m_figures.queueMax = std::max<std::uint64_t>(m_figures.queueMax, length);
}

void ServerLoad::started(RequestId request, SimTime at)
{
    passUntil(at);
    if (m_waiting.contains(request.value)) {
        noteQueue(at);
        m_waiting.erase(request.value);
    }
    ++m_inService;
}

void ServerLoad::ended(SimTime at)
{
    passUntil(at);
    --m_inService;
    ++m_figures.requests;
}

void ServerLoad::created(StringId session)
{
    dropped(session); // a copy in its place would be replaced
    m_sessions[session.value].clear();
    noteSize();
}

void ServerLoad::dropped(StringId session)
{
    const auto found = m_sessions.find(session.value);
    if (found == m_sessions.end())
        return;
    for (const Attribute &attribute : found->second)
        m_writes -= attribute.depth;
    m_sessions.erase(found);
    noteSize();
}

void ServerLoad::renamed(StringId session, StringId newSession)
{
    dropped(newSession); // what had that id is replaced
    auto node = m_sessions.extract(session.value);
    if (node.empty())
        return;
    node.key() = newSession.value;
    m_sessions.insert(std::move(node));
    noteSize();
}

void ServerLoad::delivered(const timeline::DeliveredChange &change)
{
    m_delivered.push_back(change);
}

bool ServerLoad::takeDelivered(const timeline::Record &record)
{
    if (m_delivered.empty() || !m_delivered.front().canHaveEffect(record.fact, record.request))
        return false;
    m_delivered.pop_front();
    return true;
}

void ServerLoad::applied(SimTime from, SimTime at)
{
    m_busy += static_cast<std::uint64_t>((at - from).us);
}

void ServerLoad::capacity(SimTime at, std::uint32_t places)
{
    passUntil(at);
    m_capacity = places;
}

void ServerLoad::changed(StringId session, StringId attribute, std::uint32_t depth)
{
    const auto found = m_sessions.find(session.value);
    if (found == m_sessions.end())
        return; // ended while it was being served
    Session &attributes = found->second;
    auto item = std::find_if(attributes.begin(), attributes.end(),
                             [attribute](const Attribute &other) { return other.attribute == attribute; });
    if (item == attributes.end())
        item = attributes.insert(item, Attribute {attribute, 0});
    m_writes = m_writes - item->depth + depth;
    item->depth = depth;
    noteSize();
}

void ServerLoad::crashed(SimTime at)
{
    passUntil(at);
    m_inService = 0;
    noteQueue(at);
    m_waiting.clear();
    m_delivered.clear();
    m_sessions.clear();
    m_writes = 0;
    noteSize();
}

ServerLoad::Span ServerLoad::takeSpan(SimTime at)
{
    passUntil(at);
    Span span;
    const std::uint64_t room = m_room - m_roomBefore;
    if (room > 0)
        span.busyPpm = mulDiv(std::min(m_busy - m_busyBefore, room), 1'000'000, room);
    span.queueMax = std::max<std::uint64_t>(m_spanQueueMax, m_waiting.size());
    m_busyBefore = m_busy;
    m_roomBefore = m_room;
    m_spanQueueMax = 0;
    m_spanBegan = at;
    return span;
}

std::uint64_t ServerLoad::servingPpm() const
{
    return m_capacity == 0 ? 0 : mulDiv(std::min<std::uint64_t>(m_inService, m_capacity), 1'000'000, m_capacity);
}

ServerSummary ServerLoad::summary(SimTime end)
{
    passUntil(std::max(end, m_changed));
    if (m_room > 0)
        m_figures.busyPpm =
            mulDiv(std::min(m_busy, m_room), 1'000'000, m_room); // some served beyond a smaller capacity
    return m_figures;
}

} // namespace sessionarium::report
