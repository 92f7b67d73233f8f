// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/lessonprogress.h"

#include <algorithm>

namespace sessionarium::ui::document {

LessonProgress::LessonProgress(const scenario::Lesson *lesson, model::SimTime end)
{
    if (lesson) {
        for (const scenario::Step &step : lesson->steps)
            m_steps.push_back(Step {step.until, step.prediction.has_value(), false, std::nullopt});
    }
    if (m_steps.empty())
        m_steps.push_back(Step {});
    moveEnd(end);
}

model::SimTime LessonProgress::start(std::size_t step) const
{
    return step == 0 ? model::SimTime {} : m_steps.at(step - 1).end;
}

std::size_t LessonProgress::stepAt(model::SimTime t) const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (t <= m_steps[i].end)
            return i;
    }
    return m_steps.empty() ? 0 : m_steps.size() - 1;
}

bool LessonProgress::isShut(std::size_t step) const
{
    return m_steps.at(step).asks && !m_steps.at(step).passed;
}

void LessonProgress::pass(std::size_t step, std::optional<std::size_t> guess)
{
    if (!isShut(step))
        return;
    m_steps[step].passed = true;
    m_steps[step].guess = guess;
}

void LessonProgress::passAllBefore(model::SimTime t)
{
    for (std::size_t i = 0; i < m_steps.size() && start(i) < t; ++i)
        pass(i, std::nullopt);
}

model::SimTime LessonProgress::revealedUntil() const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (isShut(i))
            return start(i);
    }
    return m_steps.empty() ? model::SimTime {} : m_steps.back().end;
}

void LessonProgress::moveEnd(model::SimTime end)
{
    if (!m_steps.empty())
        m_steps.back().end = std::max(end, start(m_steps.size() - 1));
}

} // namespace sessionarium::ui::document
