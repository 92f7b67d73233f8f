// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/scenario/readcontext.h"

#include <algorithm>

namespace sessionarium::scenario {

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

model::Text defaultName(const model::StoreSpec &store)
{
    if (store.id == model::StoreSpec().id)
        return {"저장소", "Store"};
    return {store.id, store.id};
}

model::Text defaultName(const model::StoreReplicaSpec &replica)
{
    if (replica.id == model::StoreReplicaSpec().id)
        return {"저장소 복제본", "Store replica"};
    return {replica.id, replica.id};
}

model::Text defaultName(const model::CrowdSpec &crowd)
{
    return {crowd.id, crowd.id};
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
