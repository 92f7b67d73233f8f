// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/rundifference.h"

#include "ui/text/actiontext.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace sessionarium::ui::text {

namespace {

/// More than so many actions are counted.
constexpr std::size_t namedActions = 2;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// The actions of a branch up to a moment, those of its ancestors included. One that follows another action has no
/// moment of its own; it counts from where its branch begins.
std::vector<const model::Action *> actionsOf(const ShownRun &run, model::SimTime until)
{
    std::vector<const model::Action *> actions;
    for (const scenario::BranchPart &part : scenario::lineage(run.scenario, run.branch)) {
        for (const model::Action &action : part.branch->actions) {
            const model::SimTime at = action.at.value_or(part.branch->from);
            if (at <= until && (!part.until || !action.at || *action.at <= *part.until))
                actions.push_back(&action);
        }
    }
    return actions;
}

template <class Specs>
QString nameOf(const Specs &specs, const std::string &id, model::EntityType type, Language language)
{
    const auto found = std::find_if(specs.begin(), specs.end(), [&id](const auto &spec) { return spec.id == id; });
    return entityName(id, type, found == specs.end() ? model::Text() : found->name, language);
}

/// Besides how many servers there are. Requires: the same preset; another one sets values of its own.
bool hasOtherValues(const ShownRun &own, const ShownRun &other)
{
    model::Setup expected = own.scenario.setup;
    const model::Setup &present = other.scenario.setup;
    if (expected.servers.size() != present.servers.size())
        expected.servers = present.servers;
    return expected != present || own.scenario.seed != other.scenario.seed;
}

} // namespace

QString actionLine(const scenario::Scenario &scenario, const model::Action &action, Language language)
{
    const model::Setup &setup = scenario.setup;
    QString who;
    if (!action.client.empty())
        who = nameOf(setup.clients, action.client, model::EntityType::Client, language);
    else if (action.verb != model::ActionKind::AddServer)
        who = nameOf(setup.servers, action.server, model::EntityType::Server, language);
    if (who.isEmpty())
        return actionName(action);
    //: What somebody did: %1 is a server or a user, %2 an action of the menu. "Server 2: Crash"
    return Tr::tr("%1: %2").arg(who, actionName(action));
}

QString runDifference(const ShownRun &own, const ShownRun &other, model::SimTime until, Language language)
{
    QStringList parts;
    if (own.policy != other.policy)
        parts << presetName(other.policy);
    const std::size_t servers = other.scenario.setup.servers.size();
    if (servers != own.scenario.setup.servers.size())
        parts << Tr::tr("%n server(s)", "what differs in a run", static_cast<int>(servers));
    if (own.policy == other.policy && hasOtherValues(own, other))
        parts << Tr::tr("other values");

    std::set<std::string> expected;
    for (const model::Action *action : actionsOf(own, until))
        expected.insert(action->id);
    std::vector<const model::Action *> added = actionsOf(other, until);
    std::erase_if(added, [&expected](const model::Action *action) { return expected.contains(action->id); });
    for (std::size_t i = 0; i < std::min(added.size(), namedActions); ++i)
        parts << actionLine(other.scenario, *added[i], language);
    if (added.size() > namedActions)
        parts << Tr::tr("%n more action(s)", nullptr, static_cast<int>(added.size() - namedActions));
    return parts.join(QStringLiteral(" · "));
}

} // namespace sessionarium::ui::text
