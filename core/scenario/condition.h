// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Conditions on runs as data (semantics §7, §11): parsed here, evaluated in `core/run`.
namespace sessionarium::scenario {

/// A scenario value to be replaced: a JSON Pointer (items of lists by index or id) and a JSON value as text.
struct SetValue
{
    std::string pointer;
    std::string json;
    friend bool operator==(const SetValue &, const SetValue &) = default;
};

/// Another run of the same scenario: what is left empty stays as it is.
struct RunChange
{
    std::string branch;
    std::string policy; ///< A preset.
    std::optional<std::uint32_t> servers;
    std::vector<SetValue> set;

    [[nodiscard]] bool isEmpty() const { return branch.empty() && policy.empty() && !servers && set.empty(); }
    friend bool operator==(const RunChange &, const RunChange &) = default;
};

enum class MeasureKind : std::uint32_t {
    Outcome, ///< Of one request of `client`: an outcome's name.
    AnsweredBy, ///< The server that answered it: an id.
    Home, ///< The server that made the client's newest session, at the end of `at`: an id.
    Belief, ///< "signed_in" or "signed_out", at the end of `at`.
    Holds, ///< Version (vN) of the client's newest session at `server`, at the end of `at`; 0: not there.
    Count, ///< Requests finished within `within` (and of `client`, with `outcome`, of `operation`).
    Clients, ///< The set of clients with a request (of `outcome`) finished within `within`: sorted ids.
    LargestSharePpm, ///< Of the requests served within `within`: the busiest server's share.
    LatencyUs, ///< Percentile of finished requests (of `operation`) within `within`.
    RatioPpm, ///< `of` / `to`.
    ClientsOf ///< The set of clients whose newest session was made by `server` (its home), at the end of `at`.
};

struct Measure;

/// What a measure is compared with: a whole number, a word, a list of words (a set), or another measure.
using Operand = std::variant<std::int64_t, std::string, std::vector<std::string>, std::shared_ptr<const Measure>>;

struct Measure
{
    MeasureKind kind = MeasureKind::Count;
    std::string client;
    std::string server;
    std::optional<std::uint32_t> request; ///< Outcome, AnsweredBy: the k-th after `after`, from 1; "next" is 1.
    std::string after; ///< A step's id: requests finished after its end; empty: from the start.
    std::string at; ///< A step's id; empty: the end of the run.
    std::string within; ///< A step's id; empty: the whole run.
    std::string outcome; ///< Empty: any.
    std::string operation; ///< Empty: any.
    std::uint32_t percentile = 50;
    std::shared_ptr<const Measure> of;
    std::shared_ptr<const Measure> to;
    RunChange run; ///< Empty: this run.
};

enum class Comparison : std::uint32_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

struct Compare
{
    Measure measure;
    Comparison is = Comparison::Equal;
    Operand value;
};

/// A tree of all / any / not over comparisons. `parts` belongs to all, any (one or more) and not (exactly one).
struct Condition
{
    enum class Kind : std::uint32_t { All, Any, Not, Compare };
    Kind kind = Kind::All;
    std::vector<Condition> parts;
    scenario::Compare compare; ///< Kind::Compare only.
};

} // namespace sessionarium::scenario
