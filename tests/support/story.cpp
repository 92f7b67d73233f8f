// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"

#include "core/scenario/reader.h"

#include <algorithm>

namespace sessionarium::tests {

namespace {

void failTest(const std::string &why)
{
    QTest::qFail(why.c_str(), __FILE__, __LINE__);
}

} // namespace

Story::Moment &Story::Moment::write(const std::string &client, const std::string &item, const std::string &attribute)
{
    user(model::ActionKind::Write, client);
    model::Action &action = m_story.m_scenario.branches.front().actions.back();
    action.attribute = attribute;
    action.item = item;
    return *this;
}

Story::Moment &Story::Moment::user(model::ActionKind verb, const std::string &client)
{
    add(verb).client = client;
    return *this;
}

Story::Moment &Story::Moment::operatorAt(model::ActionKind verb, const std::string &server)
{
    add(verb).server = server;
    return *this;
}

model::Action &Story::Moment::add(model::ActionKind verb)
{
    std::vector<model::Action> &actions = m_story.m_scenario.branches.front().actions;
    model::Action action;
    action.id = "action-" + std::to_string(actions.size() + 1);
    action.verb = verb;
    action.at = m_at;
    actions.push_back(action);
    return actions.back();
}

Story::Story()
{
    m_scenario.id = "story";
    m_scenario.title = model::Text {"이야기", "A story"};
    m_scenario.duration = model::seconds(60);
    m_scenario.setup.balancer = model::BalancerSpec();
    scenario::Branch main;
    main.id = "main";
    m_scenario.branches.push_back(main);
}

Story &Story::client(const std::string &id)
{
    model::ClientSpec client;
    client.id = id;
    m_scenario.setup.clients.push_back(client);
    return *this;
}

Story &Story::server(const std::string &id)
{
    model::ServerSpec server;
    server.id = id;
    m_scenario.setup.servers.push_back(server);
    return *this;
}

Story &Story::withoutBalancer()
{
    m_scenario.setup.balancer.reset();
    return *this;
}

Story &Story::preset(const std::string &id)
{
    scenario::applyPreset(m_scenario.setup, id);
    return *this;
}

Story &Story::seed(std::uint64_t seed)
{
    m_scenario.seed = seed;
    return *this;
}

Story &Story::duration(model::Duration duration)
{
    m_scenario.duration = duration;
    return *this;
}

Story::Moment Story::at(model::Duration sinceStart)
{
    return Moment(*this, model::SimTime {sinceStart.us});
}

void Story::run()
{
    m_computed = run::Computed {std::make_shared<timeline::Timeline>(), std::make_shared<verdict::Verdicts>(), false};
    const model::Result<scenario::Scenario> read = scenario::readScenario(scenario::writeScenario(m_scenario));
    if (!read) {
        for (const model::Problem &problem : read.problems()) {
            const std::unique_ptr<char[]> text(model::toString(problem));
            failTest(std::string("the story is no scenario: ") + text.get());
        }
        return;
    }
    if (std::optional<run::Computed> computed = run::compute(read.value(), "main"))
        m_computed = *std::move(computed);
    else
        failTest("the run was not computed");
}

std::vector<model::RequestId> Story::requestsOf(const std::string &client) const
{
    std::vector<model::RequestId> requests;
    const timeline::Timeline &timeline = *m_computed.timeline;
    const model::EntityId entity = timeline.findEntity(client);
    if (entity.isNone()) {
        failTest("there is no client " + client);
        return requests;
    }
    for (std::uint32_t i = 0; i < timeline.entityRecordCount(entity); ++i) {
        const timeline::Record &record = timeline[timeline.entityRecord(entity, i)];
        if (std::holds_alternative<model::RequestIssued>(record.fact))
            requests.push_back(record.request);
    }
    return requests;
}

const verdict::Verdict *Story::find(const std::string &client, std::uint32_t number) const
{
    const std::vector<model::RequestId> requests = requestsOf(client);
    const std::size_t index = number == last ? requests.size() : number;
    if (index == 0 || index > requests.size()) {
        failTest("there is no request " + std::to_string(index) + " of " + client);
        return nullptr;
    }
    const verdict::Verdict *verdict = m_computed.verdicts->of(requests[index - 1]);
    if (!verdict)
        failTest("request " + std::to_string(index) + " of " + client + " did not finish");
    return verdict;
}

verdict::Outcome Story::outcome(const std::string &client, std::uint32_t number) const
{
    const verdict::Verdict *verdict = find(client, number);
    return verdict ? verdict->outcome : verdict::Outcome::Fine;
}

verdict::GuaranteeSet Story::broken(const std::string &client, std::uint32_t number) const
{
    const verdict::Verdict *verdict = find(client, number);
    return verdict ? verdict->broken : verdict::GuaranteeSet();
}

std::string Story::answeredBy(const std::string &client, std::uint32_t number) const
{
    const verdict::Verdict *verdict = find(client, number);
    if (!verdict)
        return std::string();
    const timeline::Timeline &timeline = *m_computed.timeline;
    std::string server;
    for (const model::RecordId id : timeline.recordsOfRequest(verdict->request)) {
        if (std::holds_alternative<model::ServiceEnded>(timeline[id].fact))
            server = timeline.entity(timeline[id].entity).id;
    }
    return server;
}

std::uint32_t Story::status(const std::string &client, std::uint32_t number) const
{
    const verdict::Verdict *verdict = find(client, number);
    if (!verdict)
        return 0;
    const auto *answered = std::get_if<model::Answered>(&(*m_computed.timeline)[verdict->finished].fact);
    return answered ? answered->status : 0;
}

std::size_t Story::count(verdict::Outcome outcome) const
{
    const std::vector<verdict::Verdict> &all = m_computed.verdicts->all();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [outcome](const verdict::Verdict &verdict) { return verdict.outcome == outcome; }));
}

std::uint32_t Story::requests(const std::string &client) const
{
    return static_cast<std::uint32_t>(requestsOf(client).size());
}

} // namespace sessionarium::tests
