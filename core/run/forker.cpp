// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forker.h"

#include "core/run/teesink.h"

#include <algorithm>
#include <utility>

namespace sessionarium::run {

using model::SimTime;

namespace {

/// A snapshot is taken after this many records at the earliest, then at twice as many each time: there are few.
constexpr std::uint32_t firstSnapshotAfter = 4096;
/// Progress is asked, and a snapshot thought of, this many times in a run.
constexpr std::int64_t stretches = 200;

/// A branch while it is being computed.
class Walk
{
public:
    Walk(sim::SimEngine engine, verdict::Judge judge, const Means &means, model::Duration duration,
         const Progress &progress)
        : m_timeline(std::make_shared<timeline::Timeline>(means.pool)),
          m_engine(std::move(engine)),
          m_judge(std::move(judge)),
          m_sink({m_timeline.get(), &m_judge}),
          m_maxRecords(means.maxRecords),
          m_stretch {std::max<std::int64_t>(1, duration.us / stretches)},
          m_progress(progress)
    {
    }

    void open() { m_engine.open(m_sink); }

    /// The records that the engine has written, from a timeline that begins with them.
    void copyPrefix(const timeline::Timeline &from)
    {
        const timeline::RunInfo &info = m_engine.info();
        m_timeline->begin(info);
        for (auto i = static_cast<std::uint32_t>(info.strings.size()); i < m_engine.strings().size(); ++i)
            m_timeline->internString(model::StringId(i), m_engine.strings().text(model::StringId(i)));
        for (std::uint32_t i = 0; i < m_engine.recordCount(); ++i) {
            const timeline::Record &record = from[i];
            if (record.entity.value >= m_timeline->entities().size())
                m_timeline->joinEntity(record.entity, *m_timeline->strings().find(from.entity(record.entity).id));
            m_timeline->append(model::RecordId(i), record);
        }
    }

    /// Plays parts[first] …; the actions of parts[first] are in the engine already. False: cancelled.
    bool play(const std::vector<Part> &parts, std::size_t first)
    {
        for (std::size_t i = first; i < parts.size() && !m_cut; ++i) {
            if (i > first) {
                m_engine.cutActions();
                m_engine.addActions(parts[i].actions);
            }
            if (!goTo(parts[i].until, i))
                return false;
        }
        return true;
    }

    void addActions(const std::vector<model::Action> &actions) { m_engine.addActions(actions); }

    [[nodiscard]] Course finish(std::vector<Part> parts)
    {
        m_sink.end();
        Course course;
        course.computed.timeline = m_timeline;
        course.computed.verdicts = std::make_shared<const verdict::Verdicts>(m_judge.verdicts(), m_judge.unfinished());
        course.computed.cut = m_cut;
        course.parts = std::move(parts);
        course.snapshots = std::move(snapshots);
        return course;
    }

    std::vector<std::shared_ptr<const Snapshot>> snapshots;

private:
    bool goTo(SimTime until, std::size_t part)
    {
        do {
            const SimTime next = std::min(until, m_engine.now() + m_stretch);
            m_cut = m_engine.runUntil(next, m_maxRecords, m_sink) == sim::SimEngine::Stop::Cut;
            if (m_progress && !m_progress(m_engine.now()))
                return false;
            const std::uint32_t records = m_engine.recordCount();
            const std::uint32_t last = snapshots.empty() ? 0 : snapshots.back()->engine.recordCount();
            if (records >= firstSnapshotAfter && records / 2 >= last)
                snapshots.push_back(std::make_shared<const Snapshot>(Snapshot {m_engine, m_judge, part}));
        } while (!m_cut && m_engine.now() < until);
        return true;
    }

    std::shared_ptr<timeline::Timeline> m_timeline;
    sim::SimEngine m_engine;
    verdict::Judge m_judge;
    TeeSink m_sink;
    std::uint32_t m_maxRecords;
    model::Duration m_stretch;
    const Progress &m_progress;
    bool m_cut = false;
};

std::vector<Part> partsOf(const scenario::Scenario &scenario, const std::string &branch)
{
    std::vector<Part> parts;
    for (const scenario::BranchPart &part : scenario::lineage(scenario, branch))
        parts.push_back(Part {part.until.value_or(SimTime {scenario.duration.us}), part.branch->actions});
    // A branch taken before its parent's own beginning cuts the grandparent there, too.
    for (std::size_t i = parts.size(); i-- > 1;)
        parts[i - 1].until = std::min(parts[i - 1].until, parts[i].until);
    return parts;
}

} // namespace

std::optional<Course> playFromZero(const scenario::Scenario &scenario, const std::string &branch, const Means &means,
                                   const Progress &progress)
{
    std::vector<Part> parts = partsOf(scenario, branch);
    Walk walk(sim::SimEngine(scenario, branch), verdict::Judge(), means, scenario.duration, progress);
    walk.open();
    walk.addActions(parts.front().actions);
    if (!walk.play(parts, 0))
        return std::nullopt;
    return walk.finish(std::move(parts));
}

std::optional<Course> playOn(const scenario::Scenario &scenario, const std::string &branch, const Course &earlier,
                             SimTime shared, const std::vector<model::Action> &actions, const Means &means,
                             const Progress &progress)
{
    std::vector<Part> parts;
    for (const Part &part : earlier.parts) {
        parts.push_back(part);
        if (part.until > shared)
            break;
    }
    parts.back().until = std::min(parts.back().until, shared);
    parts.push_back(Part {SimTime {scenario.duration.us}, actions});

    // A snapshot at `shared` itself may stand between two parts of one instant: take one that is surely before.
    const auto after = std::partition_point(
        earlier.snapshots.begin(), earlier.snapshots.end(),
        [shared](const std::shared_ptr<const Snapshot> &snapshot) { return snapshot->engine.now() < shared; });
    if (after == earlier.snapshots.begin()) {
        Walk walk(sim::SimEngine(scenario, branch), verdict::Judge(), means, scenario.duration, progress);
        walk.open();
        walk.addActions(parts.front().actions);
        if (!walk.play(parts, 0))
            return std::nullopt;
        return walk.finish(std::move(parts));
    }
    const Snapshot &nearest = **std::prev(after);
    sim::SimEngine engine = nearest.engine;
    engine.continueAs(branch, scenario.duration);
    Walk walk(std::move(engine), nearest.judge, means, scenario.duration, progress);
    walk.copyPrefix(*earlier.computed.timeline);
    walk.snapshots.assign(earlier.snapshots.begin(), after);
    if (!walk.play(parts, nearest.part))
        return std::nullopt;
    return walk.finish(std::move(parts));
}

std::optional<Computed> compute(const scenario::Scenario &scenario, const std::string &branch, std::uint32_t maxRecords,
                                const Progress &progress)
{
    std::optional<Course> course = playFromZero(scenario, branch, Means {maxRecords, nullptr}, progress);
    if (!course)
        return std::nullopt;
    return course->computed;
}

} // namespace sessionarium::run
