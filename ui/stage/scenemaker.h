// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/timeline/worldstate.h"
#include "ui/stage/requeststory.h"
#include "ui/stage/stageframe.h"
#include "ui/stage/stagetexts.h"

#include <QCoreApplication>

#include <unordered_map>

namespace sessionarium::ui::stage {

/// Makes the scene of one state: the part of the projector that finds words and shapes for what the state says.
class SceneMaker
{
    Q_DECLARE_TR_FUNCTIONS(StageScene)

public:
    /// `count`: records folded into `state`; `known`: records that may be lit.
    SceneMaker(const timeline::Timeline &timeline, const timeline::WorldState &state, std::uint32_t count,
               std::uint32_t known, const StageTexts &texts, Sight sight);

    [[nodiscard]] StageScene make(const LitChain &lit);

private:
    void tellNewestRequests();
    void makeClients();
    void makeCrowd();
    void makeServers();
    void makeStores();
    void makeCuts();
    void noteCharges();
    void believe(ClientNode &node, const timeline::ClientState &client) const;
    void believe(ServerNode &node, const timeline::ServerState &server) const;
    void tellState(ServerNode &node, const timeline::ServerState &server) const;
    void tellState(ServerNode &node, const timeline::StoreState &store) const;
    void tellDisk(ServerNode &node, const timeline::StoreState &store) const;
    void addChips(ServerNode &node, const timeline::HolderState &holder) const;
    void addMissingChips(ServerNode &node, const timeline::HolderState &holder) const;
    void makeRoutes();
    void makeCallout();
    void makeLit(const LitChain &lit);

    [[nodiscard]] ClientMood moodOf(const timeline::ClientState &client) const;
    template <class Holds>
    [[nodiscard]] bool anyHolder(const Holds &holds) const;
    [[nodiscard]] bool someoneHolds(model::StringId session) const;
    [[nodiscard]] bool wasLoggedOutByOwner(model::StringId session) const;
    [[nodiscard]] SessionChip chipOf(model::StringId session) const;
    [[nodiscard]] ChipKind kindOf(const timeline::CopyState &copy, model::EntityId holder) const;
    [[nodiscard]] QString calloutText(const RequestStory &story) const;
    [[nodiscard]] QString sessionLabel(model::StringId session) const;

    const timeline::Timeline &m_timeline;
    const timeline::WorldState &m_state;
    std::uint32_t m_count;
    std::uint32_t m_known;
    const StageTexts &m_texts;
    Sight m_sight;
    std::unordered_map<std::uint32_t, timeline::HeldCopy> m_charges; // by session: the copy that answers
    model::StringId m_sessionCookie;
    model::StringId m_pinCookie;
    model::StringId m_user;
    std::vector<std::vector<RequestStory>> m_stories; // by client: its open requests, or else its newest one
    StageScene m_scene;
};

} // namespace sessionarium::ui::stage
