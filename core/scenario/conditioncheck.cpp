// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/check.h"

#include <algorithm>

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

/// Only values of one kind can be compared.
enum class ValueKind { Number, Outcome, Server, Belief, Set };

ValueKind valueKindOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Outcome:
        return ValueKind::Outcome;
    case MeasureKind::AnsweredBy:
    case MeasureKind::Home:
        return ValueKind::Server;
    case MeasureKind::Belief:
        return ValueKind::Belief;
    case MeasureKind::Clients:
    case MeasureKind::ClientsOf:
        return ValueKind::Set;
    case MeasureKind::Holds:
    case MeasureKind::Count:
    case MeasureKind::LargestSharePpm:
    case MeasureKind::LatencyUs:
    case MeasureKind::RatioPpm:
        break;
    }
    return ValueKind::Number;
}

/// The kinds of measures that give such a value, comma-separated.
std::string measuresOf(ValueKind kind)
{
    std::vector<std::string_view> words;
    const auto &all = model::EnumNames<MeasureKind>::values;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (valueKindOf(static_cast<MeasureKind>(i)) == kind)
            words.push_back(all.at(i));
    }
    return joined(words);
}

class ConditionChecker
{
public:
    ConditionChecker(ReadContext &context, const KnownNames &known, std::vector<PlacedRun> &runs)
        : m_context(context), m_known(known), m_holders(&known.servers, &known.stores), m_runs(runs)
    {
    }

    void check(const std::string &place, const Condition &condition)
    {
        switch (condition.kind) {
        case Condition::Kind::Compare:
            checkCompare(place, condition.compare);
            break;
        case Condition::Kind::Not:
            for (const Condition &part : condition.parts)
                check(place + "/not", part);
            break;
        case Condition::Kind::All:
        case Condition::Kind::Any: {
            const std::string list = place + (condition.kind == Condition::Kind::All ? "/all" : "/any");
            for (std::size_t i = 0; i < condition.parts.size(); ++i)
                check(pointerTo(list, i), condition.parts[i]);
            break;
        }
        }
    }

private:
    void checkCompare(const std::string &place, const Compare &compare)
    {
        checkMeasure(place, compare.measure);
        const ValueKind kind = valueKindOf(compare.measure.kind);
        const bool ordered = compare.is != Comparison::Equal && compare.is != Comparison::NotEqual;
        if (ordered && kind != ValueKind::Number)
            m_context.add(ProblemCode::NotAllowed, place + "/is", std::string(model::nameOf(compare.is)), "==, !=");
        checkOperand(place + "/value", compare.value, kind);
    }

    void checkMeasure(const std::string &place, const Measure &measure)
    {
        m_known.clients.check(m_context, place + "/client", measure.client);
        m_holders.check(m_context, place + "/server", measure.server);
        m_known.steps.check(m_context, place + "/after", measure.after);
        m_known.steps.check(m_context, place + "/at", measure.at);
        m_known.steps.check(m_context, place + "/within", measure.within);
        if (!measure.run.isEmpty())
            m_runs.emplace_back(place + "/run", &measure.run);
        checkRatioPart(place + "/of", measure.of);
        checkRatioPart(place + "/to", measure.to);
    }

    void checkRatioPart(const std::string &place, const std::shared_ptr<const Measure> &measure)
    {
        if (measure == nullptr)
            return;
        checkMeasure(place, *measure);
        checkKind(place, *measure, ValueKind::Number);
    }

    void checkKind(const std::string &place, const Measure &measure, ValueKind kind)
    {
        if (valueKindOf(measure.kind) != kind)
            m_context.add(ProblemCode::NotAllowed, place + "/measure", std::string(model::nameOf(measure.kind)),
                          measuresOf(kind));
    }

    void checkOperand(const std::string &place, const Operand &operand, ValueKind kind)
    {
        if (const auto *measure = std::get_if<std::shared_ptr<const Measure>>(&operand)) {
            if (*measure != nullptr) {
                checkMeasure(place, **measure);
                checkKind(place, **measure, kind);
            }
        } else if (const auto *word = std::get_if<std::string>(&operand)) {
            checkWord(place, *word, kind);
        } else if (const auto *set = std::get_if<std::vector<std::string>>(&operand)) {
            if (kind != ValueKind::Set)
                wrongType(place, "array", kind);
            for (std::size_t i = 0; i < set->size() && kind == ValueKind::Set; ++i)
                m_known.clients.check(m_context, pointerTo(place, i), (*set)[i]);
        } else if (kind != ValueKind::Number) {
            wrongType(place, "number", kind);
        }
    }

    void checkWord(const std::string &place, const std::string &word, ValueKind kind)
    {
        switch (kind) {
        case ValueKind::Outcome:
            checkWordIn(place, word, outcomeWords);
            break;
        case ValueKind::Belief:
            checkWordIn(place, word, beliefWords);
            break;
        case ValueKind::Server:
            m_holders.check(m_context, place, word);
            if (word.empty())
                m_context.add(ProblemCode::UnknownReference, place, {}, m_holders.list());
            break;
        case ValueKind::Number:
        case ValueKind::Set:
            wrongType(place, "string", kind);
            break;
        }
    }

    void checkWordIn(const std::string &place, const std::string &word, WordSpan words)
    {
        if (std::find(words.begin(), words.end(), word) == words.end())
            m_context.add(ProblemCode::NotAllowed, place, excerpt(word), joined(words));
    }

    void wrongType(const std::string &place, const char *found, ValueKind kind)
    {
        m_context.add(ProblemCode::WrongType, place, found,
                      kind == ValueKind::Number    ? "integer, object"
                          : kind == ValueKind::Set ? "array, object"
                                                   : "string, object");
    }

    ReadContext &m_context;
    const KnownNames &m_known;
    Names m_holders; ///< Where sessions may be.
    std::vector<PlacedRun> &m_runs;
};

} // namespace

void checkCondition(ReadContext &context, const std::string &place, const Condition &condition, const KnownNames &known,
                    std::vector<PlacedRun> &runs)
{
    ConditionChecker(context, known, runs).check(place, condition);
}

} // namespace sessionarium::scenario
