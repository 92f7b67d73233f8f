// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/confirmations.h"

#include <algorithm>
#include <utility>

namespace sessionarium::protocol {

using namespace model;

void Confirmations::begin(RequestId request, std::deque<Message> messages)
{
    m_waits[request].pending = std::move(messages);
}

std::optional<Message> Confirmations::next(RequestId request)
{
    const auto place = m_waits.find(request);
    if (place == m_waits.end())
        return std::nullopt;
    Wait &wait = place->second;
    if (wait.pending.empty()) {
        m_waits.erase(place);
        return std::nullopt;
    }
    Message message = wait.pending.front();
    wait.pending.pop_front();
    wait.mark = ++m_lastMark;
    message.connection = wait.mark;
    return message;
}

void Confirmations::sent(const Message &message, std::vector<EntityId> to, SimTime now)
{
    const auto place = m_waits.find(message.request);
    if (place == m_waits.end() || place->second.mark != message.connection)
        return;
    place->second.open = std::move(to);
    place->second.sentAt = now;
    if (place->second.open.empty())
        m_complete.push_back(message.request);
}

bool Confirmations::confirmed(const Message &confirmation)
{
    const auto place = m_waits.find(confirmation.request);
    if (place == m_waits.end() || place->second.mark != confirmation.connection)
        return false;
    const std::vector<EntityId> &open = place->second.open;
    if (std::find(open.begin(), open.end(), confirmation.from) == open.end())
        return false;
    close(place->first, place->second, confirmation.from);
    return true;
}

void Confirmations::close(RequestId request, Wait &wait, EntityId member)
{
    if (std::erase(wait.open, member) > 0 && wait.open.empty())
        m_complete.push_back(request);
}

Confirmations::Silent Confirmations::silent(RequestId request, std::uint32_t mark) const
{
    const auto place = m_waits.find(request);
    if (place == m_waits.end() || place->second.mark != mark)
        return {};
    return Silent {place->second.open, place->second.sentAt};
}

void Confirmations::giveUp(RequestId request, EntityId member)
{
    const auto place = m_waits.find(request);
    if (place != m_waits.end())
        close(request, place->second, member);
}

std::vector<RequestId> Confirmations::giveUp(EntityId member)
{
    std::vector<RequestId> waited;
    for (auto &[request, wait] : m_waits) {
        if (std::find(wait.open.begin(), wait.open.end(), member) == wait.open.end())
            continue;
        waited.push_back(request);
        close(request, wait, member);
    }
    return waited;
}

RequestId Confirmations::takeComplete()
{
    if (m_complete.empty())
        return {};
    const RequestId request = m_complete.front();
    m_complete.pop_front();
    return request;
}

void Confirmations::clear()
{
    m_waits.clear();
    m_complete.clear();
}

} // namespace sessionarium::protocol
