// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/verdict/story.h"

#include <random>
#include <set>
#include <string>
#include <vector>

namespace sessionarium::tests::dictated {

/// What holders of a random history tell each other: changes wait, leave, get lost, arrive, wait again and take effect,
/// or do not.
class RandomPost
{
public:
    RandomPost(Story &story, std::mt19937 &random) : m_story(story), m_random(random) { }

    /// The newest record is a change of the session at the holder: it may tell others of it.
    void tell(model::EntityId holder, const std::string &session);
    /// Something happens to what waits or is under way; or a memory is handed on.
    void step();
    /// The holder's process is gone.
    void died(model::EntityId holder);
    /// Of stores: those that died do nothing until they are back. Servers come back at once.
    [[nodiscard]] bool isDown(model::EntityId store) const { return m_down.contains(store); }
    /// Whether it was down.
    bool revive(model::EntityId store) { return m_down.erase(store) > 0; }

private:
    struct Letter
    {
        model::RecordId sent; ///< Or delivered.
        model::EntityId to;
        model::MessageKind kind = model::MessageKind::ReplicationDelta;
        Story::Sessions content;
        bool isInside = false;
    };
    struct Change
    {
        model::RecordId queued;
        model::EntityId from;
        model::MessageKind kind = model::MessageKind::ReplicationDelta;
        Story::Sessions content;
    };

    std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(m_random() % below); }
    [[nodiscard]] model::EntityId somebody();
    [[nodiscard]] bool isStore(model::EntityId holder) const;
    void leave();
    void arrive();
    void askForMemory();
    void handOverMemory();
    void start();

    Story &m_story;
    std::mt19937 &m_random;
    std::vector<Change> m_queue;
    std::vector<Letter> m_letters;
    std::vector<Letter> m_asked;
    std::set<model::EntityId> m_down;
};

} // namespace sessionarium::tests::dictated
