// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"
#include "core/run/run.h"
#include "core/scenario/reader.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace sessionarium::tests {

/// One of the scenarios of tests/data/observed, computed, with the questions that what was observed answers.
class ObservedRun
{
public:
    explicit ObservedRun(const std::string &name)
    {
        const std::string path = std::string(SESSIONARIUM_TEST_DATA) + "/observed/" + name + ".json";
        const auto scenario = scenario::readScenarioFile(path);
        if (!scenario.ok())
            qFatal("%s: %s", path.c_str(), scenario.problems().front().place.c_str());
        m_computed = *run::compute(scenario.value(), "main");
        m_summary = report::summarize(*m_computed.timeline, *m_computed.verdicts, m_computed.timeline->size());
    }

    [[nodiscard]] const timeline::Timeline &timeline() const { return *m_computed.timeline; }
    [[nodiscard]] const report::Summary &summary() const { return m_summary; }

    /// The verdicts on the requests that the client issued in [from, until), in order of issue.
    [[nodiscard]] std::vector<verdict::Verdict> of(const std::string &client, model::SimTime from = {},
                                                   model::SimTime until = {INT64_MAX}) const
    {
        const model::EntityId entity = timeline().findEntity(client);
        return select([&](const verdict::Verdict &v) { return v.client == entity; }, from, until);
    }
    [[nodiscard]] std::vector<verdict::Verdict> between(model::SimTime from, model::SimTime until) const
    {
        return select([](const verdict::Verdict &) { return true; }, from, until);
    }
    [[nodiscard]] static std::size_t count(const std::vector<verdict::Verdict> &verdicts, verdict::Outcome outcome)
    {
        return static_cast<std::size_t>(
            std::count_if(verdicts.begin(), verdicts.end(), [outcome](const auto &v) { return v.outcome == outcome; }));
    }
    /// The last server that served the request; empty if none did.
    [[nodiscard]] std::string server(const verdict::Verdict &v) const
    {
        std::string name;
        for (const model::RecordId id : timeline().recordsOfRequest(v.request)) {
            if (std::holds_alternative<model::ServiceStarted>(timeline()[id].fact))
                name = timeline().entity(timeline()[id].entity).id;
        }
        return name;
    }
    [[nodiscard]] std::uint32_t status(const verdict::Verdict &v) const
    {
        const auto *answered = std::get_if<model::Answered>(&timeline()[v.finished].fact);
        return answered ? answered->status : 0;
    }
    [[nodiscard]] model::SimTime issuedAt(const verdict::Verdict &v) const { return timeline()[v.issued].at; }
    /// Records of a kind, with their times.
    template <class Fact>
    [[nodiscard]] std::vector<std::pair<model::SimTime, Fact>> all() const
    {
        std::vector<std::pair<model::SimTime, Fact>> found;
        for (std::uint32_t i = 0; i < timeline().size(); ++i) {
            if (const auto *fact = std::get_if<Fact>(&timeline()[i].fact))
                found.emplace_back(timeline()[i].at, *fact);
        }
        return found;
    }
    [[nodiscard]] std::uint64_t messages(model::MessageKind kind) const { return figures(kind).first; }
    [[nodiscard]] std::uint64_t bytes(model::MessageKind kind) const { return figures(kind).second; }

private:
    template <class Keep>
    [[nodiscard]] std::vector<verdict::Verdict> select(const Keep &keep, model::SimTime from,
                                                       model::SimTime until) const
    {
        std::vector<verdict::Verdict> found;
        for (const verdict::Verdict &v : m_computed.verdicts->all()) {
            if (keep(v) && issuedAt(v) >= from && issuedAt(v) < until)
                found.push_back(v);
        }
        std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.issued < b.issued; });
        return found;
    }
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> figures(model::MessageKind kind) const
    {
        std::pair<std::uint64_t, std::uint64_t> sum;
        for (const auto &[at, sent] : all<model::Sent>()) {
            if (sent.message == kind) {
                ++sum.first;
                sum.second += sent.sizeBytes;
            }
        }
        return sum;
    }

    run::Computed m_computed;
    report::Summary m_summary;
};

} // namespace sessionarium::tests
