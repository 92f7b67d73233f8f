// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/readcontext.h"
#include "core/scenario/scenario.h"
#include "core/scenario/words.h"

#include <algorithm>
#include <optional>

namespace sessionarium::scenario {

using model::Persistence;
using model::SessionPolicy;
using model::Stickiness;

namespace {

/// All that a preset sets (semantics §6). Persistence and replica: with a store only; acknowledged: with all-to-all.
struct PresetValues
{
    Stickiness stickiness = Stickiness::None;
    SessionPolicy policy = SessionPolicy::Local;
    bool acknowledged = false;
    Persistence persistence = Persistence::None;
    bool replica = false;
    friend bool operator==(const PresetValues &, const PresetValues &) = default;
};

constexpr std::string_view stickyPrefix = "sticky+";

/// Requires: one of presets().
PresetValues valuesOf(std::string_view preset)
{
    PresetValues values;
    if (preset.starts_with(stickyPrefix)) {
        values.stickiness = Stickiness::Cookie;
        preset.remove_prefix(stickyPrefix.size());
    } else if (preset == "sticky") {
        values.stickiness = Stickiness::Cookie;
    } else if (preset == "sticky-ip") {
        values.stickiness = Stickiness::SourceIp;
    }
    if (preset.starts_with("all-to-all")) {
        values.policy = SessionPolicy::AllToAll;
        values.acknowledged = preset.ends_with("-ack");
    } else if (preset.starts_with("store")) {
        values.policy = SessionPolicy::Store;
        values.replica = preset.ends_with("-replica");
        if (preset.ends_with("-aof"))
            values.persistence = Persistence::LogEverySecond;
        else if (preset.ends_with("-disk"))
            values.persistence = Persistence::Disk;
    }
    return values;
}

/// What is of no effect under the policy counts as the preset has it.
PresetValues valuesOf(const model::Setup &setup)
{
    PresetValues values;
    if (setup.balancer)
        values.stickiness = setup.balancer->stickiness;
    values.policy = setup.sessions.policy;
    values.acknowledged = values.policy == SessionPolicy::AllToAll && setup.sessions.acknowledged;
    if (values.policy == SessionPolicy::Store && !setup.stores.empty()) {
        values.persistence = setup.stores.front().persistence;
        values.replica = setup.stores.front().replica.has_value();
    }
    return values;
}

void applyToStore(model::Setup &setup, const PresetValues &values)
{
    if (setup.stores.empty()) {
        setup.stores.emplace_back();
        setup.stores.front().name = defaultName(setup.stores.front());
    }
    model::StoreSpec &store = setup.stores.front();
    store.persistence = values.persistence;
    if (!values.replica) {
        store.replica.reset();
    } else if (!store.replica) {
        store.replica.emplace();
        store.replica->name = defaultName(*store.replica);
    }
}

} // namespace

const std::vector<std::string> &presets()
{
    static const std::vector<std::string> words(presetWords.begin(), presetWords.end());
    return words;
}

void applyPreset(model::Setup &setup, const std::string &preset)
{
    const PresetValues values = valuesOf(preset);
    if (setup.balancer)
        setup.balancer->stickiness = values.stickiness;
    setup.sessions.policy = values.policy;
    setup.sessions.acknowledged = values.acknowledged;
    if (values.policy == SessionPolicy::Store)
        applyToStore(setup, values);
    else
        setup.stores.clear(); // the preset has no such entity
}

std::string presetOf(const model::Setup &setup)
{
    const PresetValues values = valuesOf(setup);
    const auto *const found = std::find_if(presetWords.begin(), presetWords.end(),
                                           [&](std::string_view preset) { return valuesOf(preset) == values; });
    return std::string(found != presetWords.end() ? *found : customPreset);
}

} // namespace sessionarium::scenario
