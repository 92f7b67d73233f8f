// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/timeline/timeline.h"
#include "core/timeline/worldstate.h"
#include "ui/text/language.h"

#include <QString>

#include <vector>

namespace sessionarium::ui::text {

/// The display name of an entity of any source: its own name, or one made from type and id (`server-4` → 서버 4 /
/// Server 4).
[[nodiscard]] QString entityName(const timeline::EntityInfo &entity, Language language);
[[nodiscard]] QString entityName(const std::string &id, model::EntityType type, const model::Text &name,
                                 Language language);

/// A1: the client's letter and the running number of its sessions; beyond 26 clients the number only (semantics §3).
[[nodiscard]] QString sessionLabel(const timeline::SessionInfo &session);

/// v2: the version on a chip.
[[nodiscard]] QString versionLabel(std::uint32_t version);

/// What the toolbar calls a preset (`none` → 공유 없음 / None); an id it does not know stays as it is.
[[nodiscard]] QString presetName(const std::string &preset);
/// Whatever has no text of its own gets its id: an attribute (`cart` → 장바구니 / cart), an action of the menu.
[[nodiscard]] QString attributeName(std::string_view attribute);
[[nodiscard]] QString operationName(model::Operation operation);
[[nodiscard]] QString messageName(model::MessageKind kind);
/// What the balancer's card says under its name: "round robin", "cookie pin".
[[nodiscard]] QString stickinessName(model::Stickiness stickiness, model::Algorithm algorithm);
[[nodiscard]] QString beliefName(timeline::Belief belief);
[[nodiscard]] QString persistenceName(model::Persistence persistence);
[[nodiscard]] QString processName(timeline::Process process);

/// Names of one run in one language. A small value over a timeline that it does not own.
class Names
{
public:
    /// `sessions`: a state of this run in which the sessions are known (any moment at or after what is talked about:
    /// labels never change). Null: sessions are called by the first digits of their ids. Both must outlive this.
    Names(const timeline::Timeline &timeline, const timeline::WorldState *sessions, Language language);

    [[nodiscard]] const timeline::Timeline &timeline() const { return *m_timeline; }
    [[nodiscard]] Language language() const { return m_language; }
    /// The state handed in; may be null.
    [[nodiscard]] const timeline::WorldState *state() const { return m_sessions; }

    /// "민지", "Server 2", "Load balancer". None: "nobody".
    [[nodiscard]] QString entity(model::EntityId id) const;
    /// As on the stage, where there is little room: "Balancer" for the load balancer, else as entity().
    [[nodiscard]] QString stageName(model::EntityId id) const;
    /// S1 for a server (its position among the servers), the initial for a client (민, M; a number for members of a
    /// crowd), LB for the balancer.
    [[nodiscard]] QString shortName(model::EntityId id) const;
    /// "A1"; an id that no server ever made: its first digits, "7C1E…". None: empty.
    [[nodiscard]] QString session(model::StringId id) const;
    /// What a write put in: "apple"; "log-in" or "log-out" for those. None: empty.
    /// Built-in items have names in both languages (사과 / apple), others are shown as they are.
    [[nodiscard]] QString write(model::WriteId write) const;
    /// The record that issued it; none if it is not in the timeline.
    [[nodiscard]] model::RecordId issuedBy(model::WriteId write) const;
    [[nodiscard]] QString textOf(model::StringId id) const;

private:
    const timeline::Timeline *m_timeline;
    const timeline::WorldState *m_sessions;
    Language m_language;
    std::vector<std::uint32_t> m_ordinal; // EntityId → position among the entities of its type, from 1
};

} // namespace sessionarium::ui::text
