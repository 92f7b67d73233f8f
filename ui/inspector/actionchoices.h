// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/possibleactions.h"

namespace sessionarium::ui::inspector {

/// What there is to choose from for the actions that need a choice. References are kept: all must outlive this.
class ActionChoices
{
public:
    ActionChoices(const scenario::Scenario &scenario, const text::Names &names, const timeline::WorldState &state)
        : m_scenario(scenario), m_names(names), m_state(state)
    {
    }

    /// The value of a cookie of a client; none if it has none of that name.
    [[nodiscard]] model::StringId cookieOf(const timeline::ClientState &client, std::string_view name) const;

    /// Other users, into whose browsers the client's cookies may be copied.
    [[nodiscard]] std::vector<Choice> browsers(const timeline::ClientState &client) const;
    /// Another network, and the addresses of other users: behind the same router.
    [[nodiscard]] std::vector<Choice> addresses(const timeline::ClientState &client) const;
    /// Servers to which the client's pin may be moved.
    [[nodiscard]] std::vector<Choice> homes(const timeline::ClientState &client) const;
    /// Times that a request may take, from as set up on.
    [[nodiscard]] std::vector<Choice> speeds(const timeline::ServerState &server) const;
    [[nodiscard]] std::vector<Choice> capacities(const timeline::ServerState &server) const;
    /// Servers that it does not know.
    [[nodiscard]] std::vector<Choice> members(const timeline::ServerState &server) const;
    /// Shares of the distribution; empty: the server is not in the file.
    [[nodiscard]] std::vector<Choice> weights(const timeline::ServerState &server) const;
    /// Users whose session it holds.
    [[nodiscard]] std::vector<Choice> deletable(const timeline::StoreState &store) const;
    /// Why the client's session cannot be deleted from the store; null: it can.
    [[nodiscard]] const char *whyNotDeleted(const timeline::ClientState &client) const;
    /// With whom the way is whole and can be cut, or is cut and can be restored; everybody first.
    [[nodiscard]] std::vector<Choice> links(model::EntityId entity, bool whole) const;
    /// All ways to share sessions, or those with a store.
    [[nodiscard]] std::vector<Choice> presets(bool stores) const;

private:
    [[nodiscard]] const std::string &id(model::EntityId entity) const { return m_names.timeline().entity(entity).id; }
    [[nodiscard]] model::ServerSpec specOf(const timeline::ServerState &server) const;
    /// Null: it joined by an action.
    [[nodiscard]] const model::ServerSpec *ownSpecOf(const timeline::ServerState &server) const;

    const scenario::Scenario &m_scenario;
    const text::Names &m_names;
    const timeline::WorldState &m_state;
};

} // namespace sessionarium::ui::inspector
