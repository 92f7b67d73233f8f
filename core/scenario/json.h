// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::scenario {

/// One JSON value as it stands in a file: numbers exactly as written, members in their order, each with its line.
struct Json
{
    enum class Kind : std::uint8_t {
        Null,
        Boolean,
        Integer, ///< A whole number that fits into 64 bits.
        OddNumber, ///< Any other number (`1.0`, `1e3`, `-0`, beyond 64 bits): `text` as written.
        String,
        List,
        Object
    };

    Kind kind = Kind::Null;
    bool flag = false; ///< Boolean.
    bool negative = false; ///< Integer: the value is −magnitude; the magnitude is then at most 2^63.
    std::uint32_t line = 0; ///< From 1; 0: not from a file.
    std::uint64_t magnitude = 0;
    std::string text; ///< String, OddNumber.
    std::vector<Json> items; ///< List, Object.
    std::vector<std::string> keys; ///< Object: the key of each item.

    [[nodiscard]] static Json boolean(bool value);
    [[nodiscard]] static Json integer(std::int64_t value);
    [[nodiscard]] static Json unsignedInteger(std::uint64_t value);
    [[nodiscard]] static Json string(std::string_view value);
    [[nodiscard]] static Json list(std::vector<Json> items = {});
    [[nodiscard]] static Json object();

    /// Adds a member to an object. Requires: the key is not there yet.
    Json &add(std::string_view key, Json value);
    /// Takes a member out of an object, if it is there.
    void remove(std::string_view key);
    /// Null if there is none, or if this is no object.
    [[nodiscard]] const Json *find(std::string_view key) const;
    [[nodiscard]] bool isEmpty() const { return items.empty(); }
    /// A number as digits; "" for anything else.
    [[nodiscard]] std::string digits() const;
};

/// The most values that one file may hold: more would take far more memory than the file.
inline constexpr std::size_t maxValues = 500'000;

struct ParsedJson
{
    Json root;
    model::Problems problems;
    bool complete = false; ///< False: the text broke off at the last problem, `root` is of no use.
};

/// Parses a text that may be hostile: checks size, UTF-8, depth, count of values and double keys; never recurses with
/// the depth of its input. A byte order mark at the start is skipped.
[[nodiscard]] ParsedJson parseJson(std::string_view utf8);

/// Canonical text: two spaces, LF, a final newline. Lists of objects or lists are broken into lines, anything else
/// stays on one line if it fits into 120 characters.
[[nodiscard]] std::string printJson(const Json &value);
/// On one line, without a final newline.
[[nodiscard]] std::string printJsonLine(const Json &value);

/// The JSON Pointer of a member or item of the value at `place` (RFC 6901).
[[nodiscard]] std::string pointerTo(const std::string &place, std::string_view key);
[[nodiscard]] std::string pointerTo(const std::string &place, std::size_t index);
/// The index that a pointer's token means in a list; nothing if it is none of its items.
[[nodiscard]] std::optional<std::size_t> listIndex(const Json &list, std::string_view token);
/// The tokens of a pointer, unescaped. False if it is not one.
[[nodiscard]] bool splitPointer(std::string_view pointer, std::vector<std::string> &tokens);

/// The characters of a valid UTF-8 text.
[[nodiscard]] std::size_t countCharacters(std::string_view utf8);

} // namespace sessionarium::scenario
