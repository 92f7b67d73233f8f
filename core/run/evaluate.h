// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run.h"
#include "core/scenario/condition.h"

#include <map>
#include <string>

namespace sessionarium::run {

/// Evaluates conditions on one computed run; computes other runs of the same scenario when a measure names one, each
/// once. Belongs to one thread.
class Evaluator
{
public:
    /// `scenario`: with its steps, whose spans the conditions name. Both must outlive this.
    Evaluator(const scenario::Scenario &scenario, std::string branch, const Computed &computed);
    ~Evaluator();
    Evaluator(const Evaluator &) = delete;
    Evaluator &operator=(const Evaluator &) = delete;

    /// A measure that has no value (no such request, nothing counted for a ratio) makes its comparison false.
    [[nodiscard]] bool holds(const scenario::Condition &condition);

    /// The options of a prediction whose condition holds, by index. Exactly one in the presets it is valid for.
    [[nodiscard]] std::vector<std::size_t> answers(const scenario::Prediction &prediction);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sessionarium::run
