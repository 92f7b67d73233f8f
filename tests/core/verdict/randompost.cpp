// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/randompost.h"

#include <array>

namespace sessionarium::tests::dictated {

using namespace model;

EntityId RandomPost::somebody()
{
    return std::array {m_story.s1, m_story.s2, m_story.s3, m_story.store, m_story.second}[draw(5)];
}

bool RandomPost::isStore(EntityId holder) const
{
    return holder == m_story.store || holder == m_story.second;
}

void RandomPost::tell(EntityId holder, const std::string &session)
{
    if (draw(3) == 0)
        return;
    const RecordId change = m_story.last();
    Story::Sessions content;
    if (const auto held = m_story.memory(holder).find(session); held != m_story.memory(holder).end())
        content[session] = held->second;
    const std::array kinds {MessageKind::ReplicationDelta, MessageKind::ReplicationDelta, MessageKind::ReplicationFull,
                            MessageKind::ReplicationCreated, MessageKind::ReplicationAccessed};
    const MessageKind kind = isStore(holder) ? MessageKind::StoreReplicate : kinds[draw(5)];
    if (draw(3) == 0) {
        const RecordId queued = m_story.queue(holder, kind, session, draw(5) == 0 ? change : RecordId());
        m_queue.push_back(Change {queued, holder, kind, content});
        if (draw(3) == 0) // the same handling replies to a server
            m_story.send(holder, m_story.s1, MessageKind::StoreReply, queued);
        return;
    }
    for (std::uint32_t i = draw(3); i > 0; --i) {
        const EntityId to = somebody();
        const bool isLost = draw(4) == 0;
        const RecordId sent = m_story.send(holder, to, kind, change, isLost);
        if (!isLost)
            m_letters.push_back(Letter {sent, to, kind, content});
    }
}

void RandomPost::step()
{
    switch (draw(12)) {
    case 0:
    case 1:
    case 2:
        leave();
        break;
    case 3:
        askForMemory();
        break;
    case 4:
    case 5:
        handOverMemory();
        break;
    case 6:
        start();
        break;
    default:
        arrive();
        break;
    }
}

void RandomPost::leave()
{
    if (m_queue.empty())
        return;
    const std::uint32_t index = draw(static_cast<std::uint32_t>(m_queue.size()));
    const Change change = m_queue[index];
    m_queue.erase(m_queue.begin() + index);
    for (std::uint32_t i = draw(4); i > 0; --i) {
        const EntityId to = somebody();
        const bool isLost = draw(3) == 0;
        const RecordId sent = m_story.send(change.from, to, change.kind, change.queued, isLost);
        if (!isLost)
            m_letters.push_back(Letter {sent, to, change.kind, change.content});
    }
}

void RandomPost::arrive()
{
    if (m_letters.empty())
        return;
    const std::uint32_t index = draw(static_cast<std::uint32_t>(m_letters.size()));
    Letter letter = m_letters[index];
    m_letters.erase(m_letters.begin() + index);
    const std::uint32_t fate = draw(6);
    if (fate == 0 || isDown(letter.to)) {
        m_story.drop(letter.to, letter.kind, DropReason::UnknownSession, letter.sent);
        return;
    }
    if (letter.kind == MessageKind::ReplicationState) {
        m_story.deliver(letter.to, letter.kind, letter.sent);
        m_story.restore(letter.to, letter.content, letter.sent);
        return;
    }
    if (fate < 3 && !letter.isInside) {
        letter.sent = m_story.deliver(letter.to, letter.kind, letter.sent);
        letter.isInside = true;
        if (draw(4) == 0) // confirmed, and nothing else to be seen
            m_story.send(letter.to, m_story.s1, MessageKind::ReplicationAck, letter.sent);
        m_letters.push_back(letter);
        return;
    }
    for (const auto &[session, values] : letter.content) {
        if (draw(3) == 0)
            m_story.setCopy(letter.to, session, letter.sent);
        else
            m_story.touch(letter.to, session, letter.sent);
        for (const auto &[attribute, value] : values)
            if (draw(6) > 0)
                m_story.setValue(letter.to, session, attribute, value.first, letter.sent);
    }
}

void RandomPost::askForMemory()
{
    const EntityId from = somebody();
    const EntityId to = somebody();
    const bool isLost = draw(5) == 0;
    const RecordId sent =
        m_story.send(from, to, MessageKind::ReplicationState, m_story.act(from, ActionKind::Restart), isLost);
    m_asked.push_back(Letter {sent, from, MessageKind::ReplicationState, {}});
}

void RandomPost::handOverMemory()
{
    const EntityId from = somebody();
    const EntityId to = somebody();
    if (isDown(from))
        return;
    if (isStore(from) && draw(2) == 0) { // a store fills its replica, or a replica asks for that
        const RecordId cause = m_story.deliver(from, MessageKind::StoreReplicate, {});
        const RecordId sent = m_story.send(from, to, MessageKind::StoreReplicate, cause);
        m_letters.push_back(Letter {sent, to, MessageKind::ReplicationState, m_story.memory(from)});
        return;
    }
    if (m_asked.empty())
        return;
    const Letter asked = m_asked.back();
    m_asked.pop_back();
    const bool isLost = draw(5) == 0;
    const RecordId sent = m_story.send(from, asked.to, MessageKind::ReplicationState, asked.sent, isLost);
    if (!isLost)
        m_letters.push_back(Letter {sent, asked.to, MessageKind::ReplicationState, m_story.memory(from)});
}

void RandomPost::start()
{
    const EntityId who = std::array {m_story.s1, m_story.s2, m_story.s3}[draw(3)];
    m_story.record(who, RequestId(), Listening {});
}

void RandomPost::died(EntityId holder)
{
    if (isStore(holder))
        m_down.insert(holder);
    std::erase_if(m_queue, [holder](const Change &change) { return change.from == holder; });
    std::erase_if(m_letters, [holder](const Letter &letter) { return letter.isInside && letter.to == holder; });
}

} // namespace sessionarium::tests::dictated
