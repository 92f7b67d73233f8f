// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Errors of input: facts without a sentence. `ui/text/problemtext.h` says them in Korean or English.
namespace sessionarium::model {

enum class ProblemCode : std::uint32_t {
    FileNotFound, ///< place: the path.
    FileUnreadable, ///< place: the path.
    NotAFile, ///< place: the path of a folder, a pipe or a device.
    FileTooLarge, ///< found: size in bytes; allowed: the limit in bytes.
    NotUtf8, ///< line set.
    Syntax, ///< Not JSON; line and column set; found: what the parser met.
    TooDeep, ///< line, column set; allowed: the bound.
    DuplicateKey, ///< found: the key.
    WrongFormat, ///< found: the value of "format", or empty; allowed: the one expected.
    WrongVersion, ///< found; allowed.
    UnknownField, ///< found: the key; allowed: the keys, comma-separated.
    MissingField, ///< found: the key.
    WrongType, ///< found: the JSON type; allowed: the type expected.
    NotInteger, ///< found: the number as written.
    OutOfRange, ///< found; allowed: "min…max".
    NotAllowed, ///< found; allowed: the words, comma-separated.
    BadId, ///< found: an id that is not kebab-case, 1 to 64 characters.
    DuplicateId, ///< found: the id.
    UnknownReference, ///< found: an id that names nothing; allowed: what there is, comma-separated.
    TooMany, ///< found: count; allowed: the most.
    TooFew, ///< found: count; allowed: the least.
    Conflict, ///< found: a field that cannot stand together with the field in allowed.
    Cycle, ///< found: an id whose chain of references comes back to itself.
    NotIncreasing, ///< found: a time that is not after the one before it, in allowed.
    TimeOutsideRun, ///< found: a time in microseconds; allowed: the duration.
    BadPointer, ///< found: a pointer that names no scenario value (--set, "set").
    Truncated, ///< A timeline without its last line, or cut inside a line.
    BadRecord, ///< found: what is wrong in words of the format (a key, a kind); allowed: what may stand there, or
               ///< empty.
    WrongCount, ///< found: records read; allowed: the count of the last line.
    WrongFingerprint, ///< found: computed; allowed: the one of the last line.
    WriteFailed, ///< place: the path; found: the system's reason.
    EmptyFile,
    LineTooLong, ///< Of a timeline; line set; allowed: the most bytes.
};

/// One problem with its place.
struct Problem
{
    ProblemCode code = ProblemCode::Syntax;
    std::string place; ///< A JSON Pointer with indices (`/servers/2/capacity`), a path, or empty.
    std::string found;
    std::string allowed;
    std::uint64_t line = 0; ///< From 1; 0: unknown.
    std::uint64_t column = 0; ///< From 1, in bytes; 0: unknown.

    friend bool operator==(const Problem &, const Problem &) = default;
};

using Problems = std::vector<Problem>;

/// Either a value, or the problems that prevented it (at least one).
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Problems problems) : m_state(std::in_place_index<1>, std::move(problems)) { }
    Result(Problem problem) : m_state(std::in_place_index<1>, Problems {std::move(problem)}) { }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Requires: ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    /// Requires: !ok().
    [[nodiscard]] const Problems &problems() const { return std::get<1>(m_state); }

private:
    std::variant<T, Problems> m_state;
};

} // namespace sessionarium::model
