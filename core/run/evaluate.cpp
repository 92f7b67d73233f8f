// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/evaluate.h"

#include "core/model/names.h"
#include "core/report/muldiv.h"
#include "core/scenario/reader.h"
#include "core/timeline/keyframes.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

namespace sessionarium::run {

using model::EntityId;
using model::RecordId;
using model::SimTime;
using scenario::Comparison;
using scenario::Condition;
using scenario::Measure;
using scenario::MeasureKind;
using scenario::RunChange;
using verdict::Verdict;

namespace {

using Value = std::variant<std::int64_t, std::string, std::vector<std::string>>;
using MaybeValue = std::optional<Value>;

constexpr std::uint64_t million = 1'000'000;

/// The instants of a step: those after `from`, up to `until`.
struct Span
{
    SimTime from {-1};
    SimTime until {std::numeric_limits<std::int64_t>::max()};

    [[nodiscard]] bool has(SimTime at) const { return from < at && at <= until; }
};

/// One computed run, and the states along it as soon as one is asked for.
struct Played
{
    RunChange change;
    std::optional<Computed> computed; ///< Nothing: it could not be computed.
    std::optional<timeline::Keyframes> keyframes;
};

template <class T>
bool holdsBetween(const T &left, Comparison is, const T &right)
{
    switch (is) {
    case Comparison::Equal:
        return left == right;
    case Comparison::NotEqual:
        return left != right;
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    }
    return false;
}

/// Values of different types are never compared; words and sets are equal or not, and have no order.
bool compareValues(const Value &left, Comparison is, const Value &right)
{
    if (left.index() != right.index())
        return false;
    if (const auto *number = std::get_if<std::int64_t>(&left))
        return holdsBetween(*number, is, std::get<std::int64_t>(right));
    const bool isEquality = is == Comparison::Equal || is == Comparison::NotEqual;
    return isEquality && (left == right) == (is == Comparison::Equal);
}

std::vector<std::string> asSet(std::vector<std::string> words)
{
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// Measures one run. The steps are those of the scenario that the conditions stand in.
class Meter
{
public:
    Meter(const scenario::Scenario &scenario, Played &played)
        : m_scenario(scenario),
          m_played(played),
          m_timeline(*played.computed->timeline),
          m_verdicts(*played.computed->verdicts)
    {
    }

    [[nodiscard]] MaybeValue measure(const Measure &measure)
    {
        switch (measure.kind) {
        case MeasureKind::Outcome:
            if (const Verdict *verdict = request(measure))
                return Value(std::string(verdict::outcomeNames[static_cast<std::size_t>(verdict->outcome)]));
            return std::nullopt;
        case MeasureKind::AnsweredBy:
            return answeredBy(measure);
        case MeasureKind::Home:
            return home(measure);
        case MeasureKind::Belief:
            return belief(measure);
        case MeasureKind::Holds:
            return holds(measure);
        case MeasureKind::Count:
            return count(measure);
        case MeasureKind::Clients:
            return clients(measure);
        case MeasureKind::LargestSharePpm:
            return largestShare(measure);
        case MeasureKind::LatencyUs:
            return latency(measure);
        case MeasureKind::ClientsOf:
            return clientsOf(measure);
        case MeasureKind::RatioPpm:
            break; // of two measures, perhaps of other runs: not for one meter
        }
        return std::nullopt;
    }

private:
    /// All instants for an empty id. Nothing if the lesson has no such step.
    [[nodiscard]] std::optional<Span> span(const std::string &step) const
    {
        if (step.empty())
            return Span {};
        Span span;
        if (m_scenario.lesson)
            for (const scenario::Step &item : m_scenario.lesson->steps) {
                span.until = item.until;
                if (item.id == step)
                    return span;
                span.from = item.until;
            }
        return std::nullopt;
    }

    /// The state at the end of a step, or of the run.
    [[nodiscard]] std::optional<timeline::WorldState> stateAt(const std::string &step)
    {
        const std::optional<Span> at = span(step);
        if (!at)
            return std::nullopt;
        if (!m_played.keyframes)
            m_played.keyframes.emplace(m_timeline);
        return m_played.keyframes->stateAfter(m_timeline.countUpTo(at->until));
    }

    [[nodiscard]] std::string_view operationOf(const Verdict &verdict) const
    {
        const auto *issued = std::get_if<model::RequestIssued>(&m_timeline[verdict.issued].fact);
        return issued ? model::nameOf(issued->operation) : std::string_view();
    }

    /// Calls `visit` with each verdict that the measure asks for by client, outcome, operation and span.
    template <class Visit>
    [[nodiscard]] bool forEach(const Measure &measure, const Visit &visit) const
    {
        const std::optional<Span> within = span(measure.within);
        if (!within)
            return false;
        const EntityId client = m_timeline.findEntity(measure.client);
        if (!measure.client.empty() && client.isNone())
            return false;
        for (const Verdict &verdict : m_verdicts.all()) {
            const std::string_view outcome = verdict::outcomeNames[static_cast<std::size_t>(verdict.outcome)];
            if ((client.isNone() || verdict.client == client) && (measure.outcome.empty() || measure.outcome == outcome)
                && (measure.operation.empty() || measure.operation == operationOf(verdict))
                && within->has(m_timeline[verdict.finished].at))
                visit(verdict);
        }
        return true;
    }

    /// The k-th request of the client that finished after the end of a step.
    [[nodiscard]] const Verdict *request(const Measure &measure) const
    {
        std::optional<Span> after = span(measure.after);
        if (!after)
            return nullptr;
        const SimTime from = measure.after.empty() ? SimTime {-1} : after->until;
        const EntityId client = m_timeline.findEntity(measure.client);
        std::uint32_t left = measure.request.value_or(1);
        for (const Verdict &verdict : m_verdicts.all())
            if (client.isSome() && verdict.client == client && from < m_timeline[verdict.finished].at && --left == 0)
                return &verdict;
        return nullptr;
    }

    /// The server that answered a request; none if nobody or somebody else did.
    [[nodiscard]] EntityId serverOf(const Verdict &verdict) const
    {
        if (!std::holds_alternative<model::Answered>(m_timeline[verdict.finished].fact))
            return EntityId();
        for (RecordId id = verdict.finished; id.isSome(); id = m_timeline.previousOfRequest(id)) {
            const timeline::Record &record = m_timeline[id];
            const bool answers = std::holds_alternative<model::ServiceEnded>(record.fact)
                || std::holds_alternative<model::Rejected>(record.fact);
            if (answers) {
                const bool isServer = m_timeline.entity(record.entity).type == model::EntityType::Server;
                return isServer ? record.entity : EntityId();
            }
        }
        return EntityId();
    }

    [[nodiscard]] MaybeValue answeredBy(const Measure &measure) const
    {
        const Verdict *verdict = request(measure);
        const EntityId server = verdict ? serverOf(*verdict) : EntityId();
        if (server.isNone())
            return std::nullopt;
        return Value(m_timeline.entity(server).id);
    }

    /// The session that was made last for a client; null if there is none yet.
    [[nodiscard]] const timeline::SessionInfo *newestSession(const timeline::WorldState &state,
                                                             const std::string &client) const
    {
        const EntityId entity = m_timeline.findEntity(client);
        const timeline::SessionInfo *newest = nullptr;
        for (const timeline::SessionInfo &session : state.sessions)
            if (entity.isSome() && session.client == entity && (!newest || newest->createdBy < session.createdBy))
                newest = &session;
        return newest;
    }

    [[nodiscard]] MaybeValue home(const Measure &measure)
    {
        const std::optional<timeline::WorldState> state = stateAt(measure.at);
        const timeline::SessionInfo *session = state ? newestSession(*state, measure.client) : nullptr;
        if (!session)
            return std::nullopt;
        return Value(m_timeline.entity(m_timeline[session->createdBy].entity).id);
    }

    [[nodiscard]] MaybeValue belief(const Measure &measure)
    {
        const std::optional<timeline::WorldState> state = stateAt(measure.at);
        const timeline::ClientState *client = state ? state->client(m_timeline.findEntity(measure.client)) : nullptr;
        if (!client)
            return std::nullopt;
        return Value(std::string(client->belief == timeline::Belief::SignedIn ? "signed_in" : "signed_out"));
    }

    [[nodiscard]] MaybeValue holds(const Measure &measure)
    {
        const std::optional<timeline::WorldState> state = stateAt(measure.at);
        const timeline::ServerState *server = state ? state->server(m_timeline.findEntity(measure.server)) : nullptr;
        if (!server)
            return std::nullopt;
        const timeline::SessionInfo *session = newestSession(*state, measure.client);
        const timeline::CopyState *copy = session ? server->find(session->session) : nullptr;
        return Value(std::int64_t {copy && copy->isThere() ? copy->version() : 0});
    }

    [[nodiscard]] MaybeValue count(const Measure &measure) const
    {
        std::int64_t number = 0;
        if (!forEach(measure, [&number](const Verdict &) { ++number; }))
            return std::nullopt;
        return Value(number);
    }

    [[nodiscard]] MaybeValue clients(const Measure &measure) const
    {
        std::vector<bool> isIn(m_timeline.entities().size());
        if (!forEach(measure, [&isIn](const Verdict &verdict) { isIn[verdict.client.value] = true; }))
            return std::nullopt;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < isIn.size(); ++i)
            if (isIn[i])
                ids.push_back(m_timeline.entities()[i].id);
        return Value(asSet(std::move(ids)));
    }

    [[nodiscard]] MaybeValue clientsOf(const Measure &measure)
    {
        const std::optional<timeline::WorldState> state = stateAt(measure.at);
        if (!state)
            return std::nullopt;
        const EntityId home = m_timeline.findEntity(measure.server);
        std::vector<const timeline::SessionInfo *> newest(m_timeline.entities().size());
        for (const timeline::SessionInfo &session : state->sessions) {
            if (session.client.isNone())
                continue;
            const timeline::SessionInfo *&known = newest[session.client.value];
            if (!known || known->createdBy < session.createdBy)
                known = &session;
        }
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < newest.size(); ++i)
            if (newest[i] && home.isSome() && m_timeline[newest[i]->createdBy].entity == home)
                ids.push_back(m_timeline.entities()[i].id);
        return Value(asSet(std::move(ids)));
    }

    [[nodiscard]] MaybeValue largestShare(const Measure &measure) const
    {
        const std::optional<Span> within = span(measure.within);
        if (!within)
            return std::nullopt;
        const std::uint32_t begin = within->from.us < 0 ? 0 : m_timeline.countUpTo(within->from);
        const std::uint32_t end = m_timeline.countUpTo(within->until);
        std::vector<std::uint64_t> served(m_timeline.entities().size());
        std::uint64_t all = 0;
        for (std::uint32_t i = begin; i < end; ++i)
            if (std::holds_alternative<model::ServiceEnded>(m_timeline[i].fact)) {
                ++served[m_timeline[i].entity.value];
                ++all;
            }
        if (all == 0)
            return std::nullopt;
        const std::uint64_t most = *std::max_element(served.begin(), served.end());
        return Value(static_cast<std::int64_t>(report::mulDiv(most, million, all)));
    }

    /// Nearest rank (semantics §4).
    [[nodiscard]] MaybeValue latency(const Measure &measure) const
    {
        std::vector<std::int64_t> all;
        if (!forEach(measure, [&all](const Verdict &verdict) { all.push_back(verdict.latency.us); }) || all.empty())
            return std::nullopt;
        const std::uint64_t hundredths = std::uint64_t {all.size()} * std::min(measure.percentile, 100u);
        const std::uint64_t rank = std::max<std::uint64_t>(1, (hundredths + 99) / 100);
        const auto nth = all.begin() + static_cast<std::ptrdiff_t>(rank - 1);
        std::nth_element(all.begin(), nth, all.end());
        return Value(*nth);
    }

    const scenario::Scenario &m_scenario;
    Played &m_played;
    const timeline::Timeline &m_timeline;
    const verdict::Verdicts &m_verdicts;
};

} // namespace

struct Evaluator::State
{
    const scenario::Scenario &scenario;
    std::string branch;
    std::deque<Played> runs; // the first is the one that was handed in; never moves

    /// The run that a measure means; null if it can not be computed.
    [[nodiscard]] Played *played(const RunChange &change)
    {
        const auto known =
            std::find_if(runs.begin(), runs.end(), [&](const Played &item) { return item.change == change; });
        Played &run = known != runs.end() ? *known : runs.emplace_back(Played {change, compute(change), std::nullopt});
        return run.computed ? &run : nullptr;
    }

    [[nodiscard]] std::optional<Computed> compute(const RunChange &change) const
    {
        const std::string &of = change.branch.empty() ? branch : change.branch;
        if (change.policy.empty() && !change.servers && change.set.empty())
            return scenario::findBranch(scenario, of) ? run::compute(scenario, of) : std::nullopt;
        const model::Result<scenario::Scenario> other = scenario::changed(scenario, change);
        if (!other || !scenario::findBranch(other.value(), of))
            return std::nullopt;
        return run::compute(other.value(), of);
    }

    /// `around`: the run of the measure that this one is a part of.
    [[nodiscard]] MaybeValue value(const Measure &measure, const RunChange &around)
    {
        const RunChange &change = measure.run.isEmpty() ? around : measure.run;
        if (measure.kind == MeasureKind::RatioPpm)
            return ratio(measure, change);
        Played *run = played(change);
        return run ? Meter(scenario, *run).measure(measure) : std::nullopt;
    }

    [[nodiscard]] MaybeValue ratio(const Measure &measure, const RunChange &change)
    {
        if (!measure.of || !measure.to)
            return std::nullopt;
        const MaybeValue of = value(*measure.of, change);
        const MaybeValue to = value(*measure.to, change);
        const auto *above = of ? std::get_if<std::int64_t>(&*of) : nullptr;
        const auto *below = to ? std::get_if<std::int64_t>(&*to) : nullptr;
        if (!above || !below || *above < 0 || *below <= 0)
            return std::nullopt;
        const std::uint64_t ppm =
            report::mulDiv(static_cast<std::uint64_t>(*above), million, static_cast<std::uint64_t>(*below));
        return Value(static_cast<std::int64_t>(ppm));
    }

    [[nodiscard]] MaybeValue value(const scenario::Operand &operand)
    {
        if (const auto *number = std::get_if<std::int64_t>(&operand))
            return Value(*number);
        if (const auto *word = std::get_if<std::string>(&operand))
            return Value(*word);
        if (const auto *words = std::get_if<std::vector<std::string>>(&operand))
            return Value(asSet(*words));
        const auto &measure = std::get<std::shared_ptr<const Measure>>(operand);
        return measure ? value(*measure, RunChange {}) : std::nullopt;
    }

    [[nodiscard]] bool holds(const Condition &condition)
    {
        const auto isTrue = [this](const Condition &part) { return holds(part); };
        switch (condition.kind) {
        case Condition::Kind::All:
            return std::all_of(condition.parts.begin(), condition.parts.end(), isTrue);
        case Condition::Kind::Any:
            return std::any_of(condition.parts.begin(), condition.parts.end(), isTrue);
        case Condition::Kind::Not:
            return std::none_of(condition.parts.begin(), condition.parts.end(), isTrue);
        case Condition::Kind::Compare:
            break;
        }
        const MaybeValue left = value(condition.compare.measure, RunChange {});
        const MaybeValue right = value(condition.compare.value);
        return left && right && compareValues(*left, condition.compare.is, *right);
    }
};

Evaluator::Evaluator(const scenario::Scenario &scenario, std::string branch, const Computed &computed)
    : m_state(new State {scenario, std::move(branch), {}})
{
    m_state->runs.push_back(Played {RunChange {}, computed, std::nullopt});
}

Evaluator::~Evaluator() = default;

bool Evaluator::holds(const Condition &condition)
{
    return m_state->holds(condition);
}

std::vector<std::size_t> Evaluator::answers(const scenario::Prediction &prediction)
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < prediction.options.size(); ++i)
        if (holds(prediction.options[i].when))
            indices.push_back(i);
    return indices;
}

} // namespace sessionarium::run
