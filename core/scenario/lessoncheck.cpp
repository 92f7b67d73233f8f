// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/check.h"

#include <algorithm>

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

constexpr std::string_view lessonPlace = "/lesson";

class LessonChecker
{
public:
    LessonChecker(ReadContext &context, const Scenario &scenario, KnownNames &known, std::vector<PlacedRun> &runs)
        : m_context(context), m_scenario(scenario), m_lesson(*scenario.lesson), m_known(known), m_runs(runs)
    {
    }

    void check()
    {
        const std::string place(lessonPlace);
        collectSteps();
        allowServersOfRuns();
        checkText(place + "/summary", m_lesson.summary);
        checkText(place + "/notes", m_lesson.notes);
        checkText(place + "/real_world", m_lesson.realWorld);
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i)
            checkStep(i);
        for (std::size_t i = 0; i < m_lesson.tries.size(); ++i)
            checkTry(i);
    }

private:
    [[nodiscard]] static std::string stepPlace(std::size_t i)
    {
        return pointerTo(std::string(lessonPlace) + "/steps", i);
    }

    void collectSteps()
    {
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) {
            const Step &step = m_lesson.steps[i];
            if (!step.id.empty() && m_known.steps.has(step.id)) {
                m_context.add(ProblemCode::DuplicateId, stepPlace(i) + "/id", step.id);
                m_known.steps.markIncomplete(); // one of the two was meant to have another id
            }
            m_known.steps.add(step.id);
        }
        if (m_lesson.steps.empty())
            m_known.steps.markIncomplete();
    }

    /// Another run may have servers that the file has not.
    void allowServersOfRuns()
    {
        const auto allow = [this](const RunChange &run) {
            m_known.servers.allowRow(numberedServer, run.servers.value_or(0));
            m_known.entities.allowRow(numberedServer, run.servers.value_or(0));
        };
        for (const Step &step : m_lesson.steps) {
            allow(step.run);
            if (step.prediction) {
                for (const PredictionOption &option : step.prediction->options)
                    forEachRun(option.when, allow);
            }
        }
        for (const TryItem &item : m_lesson.tries)
            allow(item.run);
    }

    template <class Visit>
    static void forEachRun(const Measure &measure, const Visit &visit)
    {
        visit(measure.run);
        for (const auto &part : {measure.of, measure.to}) {
            if (part != nullptr)
                forEachRun(*part, visit);
        }
    }

    template <class Visit>
    static void forEachRun(const Condition &condition, const Visit &visit)
    {
        for (const Condition &part : condition.parts)
            forEachRun(part, visit);
        forEachRun(condition.compare.measure, visit);
        const auto *measure = std::get_if<std::shared_ptr<const Measure>>(&condition.compare.value);
        if (measure != nullptr && *measure != nullptr)
            forEachRun(**measure, visit);
    }

    void checkText(const std::string &place, const model::Text &text)
    {
        checkPlaceholders(m_context, place, text, m_known);
    }

    void addRun(const std::string &place, const RunChange &run)
    {
        if (!run.isEmpty())
            m_runs.emplace_back(place, &run);
    }

    void checkStep(std::size_t i)
    {
        const Step &step = m_lesson.steps[i];
        const std::string place = stepPlace(i);
        checkText(place + "/title", step.title);
        checkText(place + "/text", step.text);
        checkUntil(i);
        for (std::size_t k = 0; k < step.pointAt.size(); ++k)
            m_known.entities.check(m_context, pointerTo(place + "/point_at", k), step.pointAt[k]);
        if (step.prediction)
            checkPrediction(place + "/prediction", *step.prediction);
        addRun(place + "/run", step.run);
    }

    void checkUntil(std::size_t i)
    {
        const model::SimTime until = m_lesson.steps[i].until;
        const std::string place = stepPlace(i) + "/until_us";
        if (m_scenario.duration.us > 0 && until.us > m_scenario.duration.us)
            m_context.add(ProblemCode::TimeOutsideRun, place, std::to_string(until.us),
                          std::to_string(m_scenario.duration.us));
        const std::int64_t before = i > 0 ? m_lesson.steps[i - 1].until.us : 0;
        if (until.us > 0 && until.us <= before)
            m_context.add(ProblemCode::NotIncreasing, place, std::to_string(until.us), std::to_string(before));
    }

    void checkPrediction(const std::string &place, const Prediction &prediction)
    {
        checkText(place + "/question", prediction.question);
        Names presets;
        for (std::size_t i = 0; i < prediction.validFor.size(); ++i)
            addUnique(presets, pointerTo(place + "/valid_for", i), prediction.validFor[i]);
        Names options;
        for (std::size_t i = 0; i < prediction.options.size(); ++i) {
            const PredictionOption &option = prediction.options[i];
            const std::string optionPlace = pointerTo(place + "/options", i);
            addUnique(options, optionPlace + "/id", option.id);
            checkText(optionPlace + "/text", option.text);
            checkText(optionPlace + "/debrief", option.debrief);
            checkCondition(m_context, optionPlace + "/when", option.when, m_known, m_runs);
        }
    }

    void addUnique(Names &names, const std::string &place, const std::string &id)
    {
        if (!id.empty() && names.has(id))
            m_context.add(ProblemCode::DuplicateId, place, id);
        names.add(id);
    }

    void checkTry(std::size_t i)
    {
        const TryItem &item = m_lesson.tries[i];
        const std::string place = pointerTo(std::string(lessonPlace) + "/try", i);
        checkText(place + "/label", item.label);
        addRun(place, item.run);
        if (item.action)
            checkNamesOf(m_context, place + "/action", *item.action,
                         {m_known.clients, m_known.servers, m_known.stores, m_known.entities});
    }

    ReadContext &m_context;
    const Scenario &m_scenario;
    const Lesson &m_lesson;
    KnownNames &m_known;
    std::vector<PlacedRun> &m_runs;
};

} // namespace

void checkLesson(ReadContext &context, const Scenario &scenario, KnownNames &known, std::vector<PlacedRun> &runs)
{
    if (scenario.lesson)
        LessonChecker(context, scenario, known, runs).check();
}

} // namespace sessionarium::scenario
