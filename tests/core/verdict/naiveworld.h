// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <set>

namespace sessionarium::tests::dictated {

/// Where values are (semantics §3), in whole images: every memory, disk, queue and message is one, and is copied whole
/// wherever one is written from another.
class NaiveWorld
{
public:
    explicit NaiveWorld(const timeline::Timeline &timeline) : m_timeline(timeline) { }
    /// Requires: the records in order.
    void read(std::uint32_t index);

    struct Content
    {
        std::set<model::WriteId> values;
        std::set<model::WriteId> logOuts; ///< Of which there is nothing but that they happened.
    };
    /// What is anywhere.
    [[nodiscard]] Content content() const;

private:
    struct Value
    {
        model::WriteId write;
        bool isTrace = false;
    };
    using Session = std::map<model::StringId, Value>;
    using Image = std::map<model::StringId, Session>;
    struct Store
    {
        model::Persistence persistence = model::Persistence::None;
        bool isReplica = false;
        bool isBack = false;
        model::RecordId back; ///< The cause of its restart.
        Image afterKill;
        Image afterPowerLoss;
    };
    struct Change ///< Waiting to be sent.
    {
        model::EntityId at;
        Image image;
        bool hasLeft = false;
    };
    struct Letter ///< Under way, or arrived and not in effect.
    {
        model::EntityId to;
        Image image;
        bool isWhole = false;
        bool isInside = false;
        model::SimTime due;
    };

    void readLetters(std::uint32_t index);
    void readMemory(std::uint32_t index);
    void readLife(std::uint32_t index);
    void memoryChanged(const timeline::Record &record);
    [[nodiscard]] Image about(model::MessageKind kind, model::RecordId change) const;
    [[nodiscard]] model::RecordId newestChange(model::EntityId at, std::uint32_t before) const;
    [[nodiscard]] bool isLogOut(model::WriteId write, std::uint32_t before) const;
    [[nodiscard]] static Image withoutTraces(Image image);

    const timeline::Timeline &m_timeline;
    std::map<model::EntityId, Image> m_memories;
    std::map<model::EntityId, Store> m_stores;
    std::map<model::RecordId, Change> m_queued;
    std::map<model::RecordId, Letter> m_letters;
};

} // namespace sessionarium::tests::dictated
