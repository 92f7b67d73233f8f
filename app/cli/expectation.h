// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/condition.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sessionarium::app::cli {

/// A statement about the summary of `--json` (semantics §8): `/clients/minji/outcomes/fine == 3`.
struct Expectation
{
    std::string pointer; ///< JSON Pointer; items of lists by id, or by index.
    scenario::Comparison is = scenario::Comparison::Equal;
    nlohmann::json value; ///< A JSON value; bare words count as strings, durations as microseconds.
    std::string text; ///< As it was written.
};

/// Nothing if it is not `POINTER OPERATOR VALUE`.
[[nodiscard]] std::optional<Expectation> parseExpectation(std::string_view text);

/// The value that a pointer names; null if there is none.
[[nodiscard]] const nlohmann::json *findValue(const nlohmann::json &summary, const std::string &pointer);

/// Whether it holds. A value that is not there, or whose kind has no order, makes it false.
[[nodiscard]] bool holds(const nlohmann::json &summary, const Expectation &expectation);

} // namespace sessionarium::app::cli
