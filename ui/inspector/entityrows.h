// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/worldstate.h"
#include "ui/document/runtexts.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace sessionarium::ui::inspector {

/// Something that is so: its name and its value.
struct Row
{
    QString name;
    QString value;
    QString explanation; ///< More than fits; for a tool tip. May be empty.
};

/// What an entity is and holds in one state, in words: everything that the state knows of it, for every type.
class EntityRows
{
    Q_DECLARE_TR_FUNCTIONS(EntityRows)

public:
    /// Both must outlive this.
    EntityRows(const document::RunTexts &texts, const timeline::WorldState &state);

    /// Nothing for an entity that is not there.
    [[nodiscard]] std::vector<Row> of(model::EntityId entity) const;

private:
    [[nodiscard]] std::vector<Row> ofClient(const timeline::ClientState &client) const;
    [[nodiscard]] std::vector<Row> ofServer(const timeline::ServerState &server) const;
    [[nodiscard]] std::vector<Row> ofStore(const timeline::StoreState &store) const;
    [[nodiscard]] std::vector<Row> ofBalancer(const timeline::BalancerState &balancer) const;
    [[nodiscard]] QString thoughtOf(model::EntityId server) const;
    [[nodiscard]] QString name(model::EntityId entity) const;
    /// Whom a cookie sends where.
    void addPins(std::vector<Row> &rows) const;
    [[nodiscard]] static Row sessionsOf(const timeline::HolderState &holder);
    void addWaiting(std::vector<Row> &rows, const timeline::HolderState &holder) const;

    const document::RunTexts &m_texts;
    const timeline::WorldState &m_state;
};

} // namespace sessionarium::ui::inspector
