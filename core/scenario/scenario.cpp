// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/scenario/readcontext.h"
#include "core/scenario/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sessionarium::scenario {

namespace {

/// What a preset sets (semantics §6).
struct PresetValues
{
    model::Stickiness stickiness = model::Stickiness::None;
    model::SessionPolicy policy = model::SessionPolicy::Local;
    bool acknowledged = false;
    model::Persistence persistence = model::Persistence::None;
    bool hasReplica = false;
};

/// Requires: one of presets().
PresetValues valuesOf(std::string_view preset)
{
    constexpr std::string_view pinned = "sticky+";
    PresetValues values;
    if (preset == "sticky") {
        values.stickiness = model::Stickiness::Cookie;
    } else if (preset == "sticky-ip") {
        values.stickiness = model::Stickiness::SourceIp;
    } else if (preset.starts_with(pinned)) {
        values = valuesOf(preset.substr(pinned.size()));
        values.stickiness = model::Stickiness::Cookie;
    } else if (preset.starts_with("all-to-all")) {
        values.policy = model::SessionPolicy::AllToAll;
        values.acknowledged = preset.ends_with("-ack");
    } else if (preset.starts_with("store")) {
        values.policy = model::SessionPolicy::Store;
        values.hasReplica = preset.ends_with("-replica");
        if (preset.ends_with("-aof"))
            values.persistence = model::Persistence::LogEverySecond;
        else if (preset.ends_with("-disk"))
            values.persistence = model::Persistence::Disk;
    }
    return values;
}

/// The next IPv4 address; any other stays as it is.
std::string addressAfter(const std::string &address)
{
    std::array<std::uint32_t, 4> octets {};
    std::size_t at = 0;
    for (std::size_t i = 0; i < octets.size(); ++i) {
        const char *const first = address.data() + at;
        const auto [end, error] = std::from_chars(first, address.data() + address.size(), octets.at(i));
        at = static_cast<std::size_t>(end - address.data());
        const bool isLast = i + 1 == octets.size();
        if (error != std::errc() || octets.at(i) > 255 || (isLast ? at != address.size() : address[at] != '.'))
            return address;
        ++at;
    }
    for (std::size_t i = octets.size(); i-- > 0 && ++octets.at(i) == 256;)
        octets.at(i) = 0;
    std::string next = std::to_string(octets[0]);
    for (std::size_t i = 1; i < octets.size(); ++i)
        next.append(".").append(std::to_string(octets.at(i)));
    return next;
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
    if (values.policy != model::SessionPolicy::Store) {
        setup.stores.clear(); // it has no such entity
        return;
    }
    if (setup.stores.empty()) {
        setup.stores.emplace_back();
        setup.stores.back().name = defaultName(setup.stores.back());
    }
    model::StoreSpec &store = setup.stores.front();
    store.persistence = values.persistence;
    if (!values.hasReplica) {
        store.replica.reset();
    } else if (!store.replica) {
        store.replica.emplace();
        store.replica->name = defaultName(*store.replica);
    }
}

std::string presetOf(const model::Setup &setup)
{
    for (const std::string &preset : presets()) {
        const PresetValues values = valuesOf(preset);
        const bool isBalanced = !setup.balancer || setup.balancer->stickiness == values.stickiness;
        const bool isManaged = setup.sessions.policy == values.policy
            && (values.policy != model::SessionPolicy::AllToAll || setup.sessions.acknowledged == values.acknowledged);
        const bool isStored = values.policy != model::SessionPolicy::Store
            ? setup.stores.empty()
            : !setup.stores.empty() && setup.stores.front().persistence == values.persistence
                && setup.stores.front().replica.has_value() == values.hasReplica;
        if (isBalanced && isManaged && isStored)
            return preset;
    }
    return "custom";
}

std::vector<model::ClientSpec> clientsOf(const model::CrowdSpec &crowd)
{
    std::vector<model::ClientSpec> clients;
    clients.reserve(crowd.clients);
    std::string address = crowd.address;
    for (std::uint32_t i = 1; i <= crowd.clients; ++i) {
        const std::string number = std::to_string(i);
        model::ClientSpec client;
        client.id = crowd.id + "-" + number;
        client.name = {crowd.name.ko + " " + number, crowd.name.en + " " + number};
        client.address = address;
        client.on401 = crowd.on401;
        client.timeout = crowd.timeout;
        clients.push_back(std::move(client));
        if (!crowd.sharedAddress)
            address = addressAfter(address);
    }
    return clients;
}

model::Text defaultName(const model::StoreSpec &)
{
    return {"저장소", "Store"};
}

model::Text defaultName(const model::StoreReplicaSpec &)
{
    return {"복제본", "Replica"};
}

model::Text defaultName(const model::CrowdSpec &crowd)
{
    return {crowd.id, crowd.id};
}

model::Text defaultName(const model::ClientSpec &client)
{
    return {client.id, client.id};
}

model::Text defaultName(const model::BalancerSpec &)
{
    return {"로드 밸런서", "Load balancer"};
}

model::Text defaultName(const model::ServerSpec &server)
{
    constexpr std::string_view prefix = "server-";
    const std::string_view id = server.id;
    const std::string_view number = id.substr(std::min(id.size(), prefix.size()));
    if (id.substr(0, prefix.size()) != prefix || number.empty()
        || number.find_first_not_of("0123456789") != std::string_view::npos)
        return {server.id, server.id};
    return {std::string("서버 ").append(number), std::string("Server ").append(number)};
}

model::Text defaultName(const Branch &branch)
{
    if (branch.id == "main")
        return {"처음 흐름", "Main"};
    return {branch.id, branch.id};
}

Scenario emptyScenario()
{
    Scenario scenario;
    scenario.id = "empty";
    scenario.title = {"새 실행", "New run"};
    scenario.duration = model::seconds(60);

    model::ClientSpec minji;
    minji.id = "minji";
    minji.name = {"민지", "Minji"};
    model::ClientSpec junho;
    junho.id = "junho";
    junho.name = {"준호", "Junho"};
    junho.address = "192.168.1.11";
    scenario.setup.clients = {minji, junho};

    scenario.setup.balancer.emplace();
    scenario.setup.balancer->name = defaultName(*scenario.setup.balancer);
    for (const char *id : {"server-1", "server-2"}) {
        model::ServerSpec server;
        server.id = id;
        server.name = defaultName(server);
        scenario.setup.servers.push_back(server);
    }

    Branch main;
    main.id = "main";
    main.name = defaultName(main);
    scenario.branches.push_back(main);
    return scenario;
}

const Branch *findBranch(const Scenario &scenario, const std::string &id)
{
    const auto found = std::find_if(scenario.branches.begin(), scenario.branches.end(),
                                    [&id](const Branch &branch) { return branch.id == id; });
    return found == scenario.branches.end() ? nullptr : &*found;
}

bool isOfLesson(const Scenario &scenario, const std::string &branch)
{
    if (!scenario.lesson)
        return false;
    const std::vector<Step> &steps = scenario.lesson->steps;
    return branch == scenario.branches.front().id
        || std::any_of(steps.begin(), steps.end(), [&branch](const Step &step) { return step.run.branch == branch; });
}

std::vector<BranchPart> lineage(const Scenario &scenario, const std::string &branch)
{
    std::vector<BranchPart> parts;
    std::optional<model::SimTime> until;
    for (const Branch *at = findBranch(scenario, branch); at != nullptr; at = findBranch(scenario, at->parent)) {
        parts.push_back({at, until});
        // a cut earlier than the parent's own leaves even less of what stands above
        until = until ? std::min(*until, at->from) : at->from;
        if (at->parent.empty())
            break;
    }
    std::reverse(parts.begin(), parts.end());
    return parts;
}

} // namespace sessionarium::scenario
