// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/runchange.h"

#include "core/scenario/objectwriter.h"
#include "core/scenario/placeholders.h"
#include "core/scenario/reader.h"

#include <algorithm>
#include <optional>

namespace sessionarium::scenario {

using model::Problem;
using model::ProblemCode;

namespace {

/// The value that a pointer names; items of lists by index or id. Null if there is none.
Json *resolve(Json &root, std::string_view pointer)
{
    std::vector<std::string> tokens;
    if (!splitPointer(pointer, tokens) || tokens.empty())
        return nullptr;
    Json *at = &root;
    for (const std::string &token : tokens) {
        std::optional<std::size_t> index = listIndex(*at, token);
        for (std::size_t i = 0; i < at->items.size() && !index; ++i) {
            const Json *id = at->kind == Json::Kind::List ? at->items[i].find("id") : nullptr;
            if ((id != nullptr && id->text == token) || (at->kind == Json::Kind::Object && at->keys[i] == token))
                index = i;
        }
        if (!index)
            return nullptr;
        at = &at->items[*index];
    }
    return at;
}

/// Replaces one value. Returns the problem that prevented it.
std::optional<Problem> replace(Json &root, const SetValue &value)
{
    Json *target = resolve(root, value.pointer);
    if (target == nullptr)
        return Problem {ProblemCode::BadPointer, {}, excerpt(value.pointer), {}};
    ParsedJson parsed = parseJson(value.json);
    if (!parsed.problems.empty()) {
        Problem problem = parsed.problems.front();
        problem.place = value.pointer;
        return problem;
    }
    *target = std::move(parsed.root);
    return std::nullopt;
}

/// A valid comparison that no run makes true: what a comparison with a server that is not there comes to.
Compare never()
{
    Compare compare;
    compare.measure.kind = MeasureKind::Count;
    compare.is = Comparison::Less;
    compare.value = std::int64_t {0};
    return compare;
}

bool names(const Measure &measure, const Names &dropped)
{
    return dropped.has(measure.server) || (measure.of != nullptr && names(*measure.of, dropped))
        || (measure.to != nullptr && names(*measure.to, dropped));
}

bool names(const Compare &compare, const Names &dropped)
{
    if (names(compare.measure, dropped))
        return true;
    if (const auto *measure = std::get_if<std::shared_ptr<const Measure>>(&compare.value))
        return *measure != nullptr && names(**measure, dropped);
    const bool isServer = compare.measure.kind == MeasureKind::AnsweredBy || compare.measure.kind == MeasureKind::Home;
    const auto *word = std::get_if<std::string>(&compare.value);
    return isServer && word != nullptr && dropped.has(*word);
}

void dropEntities(Condition &condition, const Names &dropped)
{
    for (Condition &part : condition.parts)
        dropEntities(part, dropped);
    if (condition.kind == Condition::Kind::Compare && names(condition.compare, dropped))
        condition.compare = never();
}

/// `{name:ID}` of a dropped entity becomes its name.
void spellOut(std::string &text, const std::string &id, const std::string &name)
{
    const std::string placeholder = "{name:" + id + "}";
    for (std::size_t at = 0; (at = text.find(placeholder, at)) != std::string::npos; at += name.size())
        text.replace(at, placeholder.size(), name);
}

template <class Visit>
void forEachText(Lesson &lesson, const Visit &visit)
{
    visit(lesson.summary);
    visit(lesson.notes);
    visit(lesson.realWorld);
    for (Step &step : lesson.steps) {
        visit(step.title);
        visit(step.text);
        if (!step.prediction)
            continue;
        visit(step.prediction->question);
        for (PredictionOption &option : step.prediction->options) {
            visit(option.text);
            visit(option.debrief);
        }
    }
    for (TryItem &item : lesson.tries)
        visit(item.label);
}

/// Keeps the items that still have something to say; `keep` may change them.
template <class T, class Keep>
void retain(std::vector<T> &items, const Keep &keep)
{
    std::vector<T> kept;
    for (T &item : items) {
        if (keep(item))
            kept.push_back(std::move(item));
    }
    items = std::move(kept);
}

/// Takes dropped ones out of one side of a partition. False if nobody is left there: an empty side would mean others.
bool keepSide(std::vector<std::string> &side, const Names &dropped)
{
    const std::size_t before = side.size();
    std::erase_if(side, [&dropped](const std::string &id) { return dropped.has(id); });
    return before == 0 || !side.empty();
}

/// Takes dropped entities out of an action. False if nothing is left that it could do.
bool survives(model::Action &action, const Names &dropped)
{
    const bool isNamed = (action.verb != model::ActionKind::AddServer && dropped.has(action.server))
        || dropped.has(action.member) || dropped.has(action.store);
    return !isNamed && keepSide(action.group, dropped) && keepSide(action.others, dropped);
}

/// The lesson without what names entities that are no longer there.
void dropEntities(Lesson &lesson, const Names &dropped)
{
    for (Step &step : lesson.steps) {
        std::erase_if(step.pointAt, [&dropped](const std::string &id) { return dropped.has(id); });
        if (!step.prediction)
            continue;
        for (PredictionOption &option : step.prediction->options)
            dropEntities(option.when, dropped);
    }
    retain(lesson.tries, [&dropped](TryItem &item) { return !item.action || survives(*item.action, dropped); });
}

template <class Spec>
void spellOut(Lesson &lesson, const Spec &dropped)
{
    forEachText(lesson, [&dropped](model::Text &text) {
        spellOut(text.ko, dropped.id, dropped.name.ko.empty() ? dropped.name.en : dropped.name.ko);
        spellOut(text.en, dropped.id, dropped.name.en.empty() ? dropped.name.ko : dropped.name.en);
    });
}

void dropEntities(Scenario &scenario, const Names &dropped)
{
    for (Branch &branch : scenario.branches)
        retain(branch.actions, [&dropped](model::Action &action) { return survives(action, dropped); });
    if (scenario.lesson)
        dropEntities(*scenario.lesson, dropped);
}

void dropServers(Scenario &scenario, std::size_t count)
{
    std::vector<model::ServerSpec> &all = scenario.setup.servers;
    const auto firstDropped = all.begin() + static_cast<std::ptrdiff_t>(count);
    const std::vector<model::ServerSpec> servers(firstDropped, all.end());
    all.erase(firstDropped, all.end());
    Names dropped;
    for (const model::ServerSpec &server : servers)
        dropped.add(server.id);
    dropEntities(scenario, dropped);
    for (const model::ServerSpec &server : servers) {
        if (scenario.lesson)
            spellOut(*scenario.lesson, server);
    }
}

/// A store or replica that a preset takes away is gone for those who name it, unless another may bring it back.
template <class Spec>
void dropStore(Scenario &scenario, const Spec &spec)
{
    if (spec.id == Spec().id)
        return;
    Names dropped;
    dropped.add(spec.id);
    dropEntities(scenario, dropped);
    if (scenario.lesson)
        spellOut(*scenario.lesson, spec);
}

void changePolicy(Scenario &scenario, const std::string &policy)
{
    const std::vector<model::StoreSpec> before = scenario.setup.stores;
    applyPreset(scenario.setup, policy);
    const std::vector<model::StoreSpec> &now = scenario.setup.stores;
    const bool hasReplica = !now.empty() && now.front().replica;
    for (const model::StoreSpec &store : before) {
        if (now.empty())
            dropStore(scenario, store);
        if (store.replica && !hasReplica)
            dropStore(scenario, *store.replica);
    }
}

bool isPartOf(std::string_view pointer, std::string_view whole)
{
    return pointer.starts_with(whole) && (pointer.size() == whole.size() || pointer[whole.size()] == '/');
}

Names entityIds(const Scenario &scenario)
{
    Names ids;
    for (const model::ClientSpec &client : scenario.setup.clients)
        ids.add(client.id);
    for (const model::CrowdSpec &crowd : scenario.setup.workload.crowds)
        ids.addRow(crowd.id, crowd.clients);
    for (const model::StoreSpec &store : scenario.setup.stores) {
        ids.add(store.id);
        if (store.replica)
            ids.add(store.replica->id);
    }
    if (scenario.setup.balancer)
        ids.add(scenario.setup.balancer->id);
    for (const model::ServerSpec &server : scenario.setup.servers)
        ids.add(server.id);
    for (const Branch &branch : scenario.branches) {
        for (const model::Action &action : branch.actions) {
            if (action.verb == model::ActionKind::AddServer && !action.server.empty())
                ids.add(action.server);
            else if (action.verb == model::ActionKind::AddClient && !action.client.empty())
                ids.add(action.client);
        }
    }
    return ids;
}

} // namespace

void changeServerCount(Scenario &scenario, std::uint32_t count)
{
    std::vector<model::ServerSpec> &servers = scenario.setup.servers;
    if (count < servers.size()) {
        dropServers(scenario, count);
        return;
    }
    Names taken = entityIds(scenario);
    for (std::size_t number = servers.size() + 1; servers.size() < count; ++number) {
        model::ServerSpec copy = servers.back();
        copy.id = std::string("server-").append(std::to_string(number));
        if (taken.has(copy.id))
            continue;
        copy.name = defaultName(copy);
        taken.add(copy.id);
        servers.push_back(std::move(copy));
    }
}

model::Result<Scenario> changed(const Scenario &scenario, const RunChange &change)
{
    Scenario next = scenario;
    if (!change.policy.empty()) {
        const std::vector<std::string> &known = presets();
        if (std::find(known.begin(), known.end(), change.policy) == known.end())
            return Problem {ProblemCode::NotAllowed, "/policy", excerpt(change.policy), joined(presetWords)};
        changePolicy(next, change.policy);
    }
    if (change.servers) {
        if (*change.servers < 1 || *change.servers > bounds::servers)
            return Problem {ProblemCode::OutOfRange, "/servers", std::to_string(*change.servers),
                            std::string("1…").append(std::to_string(bounds::servers))};
        changeServerCount(next, *change.servers);
    }
    ParsedJson file {writeObject(next, Defaults::Write), {}, true};
    model::Problems problems;
    for (const SetValue &value : change.set) {
        if (std::optional<Problem> problem = replace(file.root, value))
            problems.push_back(std::move(*problem));
    }
    if (!problems.empty())
        return problems;
    return readJson(file, false);
}

RunChange merged(RunChange first, const RunChange &next)
{
    if (!next.branch.empty())
        first.branch = next.branch;
    if (!next.policy.empty()) {
        first.policy = next.policy;
        std::erase_if(first.set, [](const SetValue &value) {
            return value.pointer == "/balancer/stickiness" || value.pointer == "/sessions/policy"
                || value.pointer == "/sessions/acknowledged" || isPartOf(value.pointer, "/stores");
        });
    }
    if (next.servers)
        first.servers = next.servers;
    for (const SetValue &value : next.set) {
        std::erase_if(first.set, [&value](const SetValue &old) { return old.pointer == value.pointer; });
        first.set.push_back(value);
    }
    return first;
}

void tryRuns(ReadContext &context, const Scenario &scenario, const KnownNames &known,
             const std::vector<PlacedRun> &runs)
{
    Scenario withoutLesson = scenario; // another run changes what happens, not what is told about it
    withoutLesson.lesson.reset();
    withoutLesson.played = {};
    if (const std::uint32_t most = mostServers(scenario); most > 0)
        withoutLesson.played.servers = most; // its actions may concern them
    std::size_t tried = 0;
    for (const auto &[place, run] : runs) {
        known.branches.check(context, place + "/branch", run->branch);
        if (!run->servers && run->set.empty())
            continue;
        if (++tried > bounds::runsWithValues) {
            context.add(ProblemCode::TooMany, place, std::to_string(tried), std::to_string(bounds::runsWithValues));
            return;
        }
        const model::Result<Scenario> result = changed(withoutLesson, *run);
        if (result.ok())
            continue;
        for (const Problem &problem : result.problems()) {
            // each problem belongs to the value that brought it about
            std::string at = place + (run->servers ? "/servers" : "/set");
            for (const SetValue &value : run->set) {
                const bool isBadPointer =
                    problem.code == ProblemCode::BadPointer && problem.found == excerpt(value.pointer);
                if (isBadPointer || run->set.size() == 1 || problem.place.starts_with(value.pointer))
                    at = pointerTo(place + "/set", value.pointer);
            }
            context.add(problem.code, at, problem.found, problem.allowed);
        }
    }
}

} // namespace sessionarium::scenario
