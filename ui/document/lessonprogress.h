// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sessionarium::ui::document {

/// How far somebody came in a lesson: the spans of its steps, and which prediction gates are still shut. A plain value.
///
/// Step i spans (end of the step before, its own `until`]; the last one reaches to the end of the run. A run without
/// lesson is one step without a gate, so that nobody has to ask which of the two it is.
class LessonProgress
{
public:
    LessonProgress() = default;
    LessonProgress(const scenario::Lesson *lesson, model::SimTime end);

    [[nodiscard]] std::size_t stepCount() const { return m_steps.size(); }
    [[nodiscard]] model::SimTime start(std::size_t step) const;
    [[nodiscard]] model::SimTime end(std::size_t step) const { return m_steps.at(step).end; }
    /// The step whose span holds t; the first one for 0.
    [[nodiscard]] std::size_t stepAt(model::SimTime t) const;

    [[nodiscard]] bool asks(std::size_t step) const { return m_steps.at(step).asks; }
    /// It asks, and nobody has answered or passed yet.
    [[nodiscard]] bool isShut(std::size_t step) const;
    /// Opens the gate; `guess`: the option chosen, none for "show me without choosing". No effect on an open gate.
    void pass(std::size_t step, std::optional<std::size_t> guess);
    [[nodiscard]] std::optional<std::size_t> guess(std::size_t step) const { return m_steps.at(step).guess; }
    /// Opens all gates that stand before t.
    void passAllBefore(model::SimTime t);

    /// Nothing later than this may be shown (semantics §9): the start of the first step whose gate is shut.
    [[nodiscard]] model::SimTime revealedUntil() const;

    /// The same lesson over another run of it: gates stay as they are, the last step reaches to the new end.
    void moveEnd(model::SimTime end);

private:
    struct Step
    {
        model::SimTime end;
        bool asks = false;
        bool passed = false;
        std::optional<std::size_t> guess;
    };
    std::vector<Step> m_steps;
};

} // namespace sessionarium::ui::document
