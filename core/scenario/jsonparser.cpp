// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json.h"
#include "core/scenario/reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_set>

namespace sessionarium::scenario {

namespace {

using model::Problem;
using model::ProblemCode;

/// Tells how far the parser has read, which its events do not say.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, const char **seen) : m_at(at), m_seen(seen) { }
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        ++m_at;
        *m_seen = m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator &a, const CountingIterator &b) { return a.m_at == b.m_at; }

private:
    const char *m_at;
    const char **m_seen;
};

void setPosition(Problem &problem, std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t newline = before.rfind('\n');
    problem.line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    problem.column = before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
}

/// What a person should see of a token that may be megabytes long.
std::string excerpt(const std::string &token)
{
    constexpr std::size_t most = 40;
    if (token.size() <= most)
        return token;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0u) == 0x80u)
        --end;
    return token.substr(0, end) + "…";
}

/// What the parser stumbled over; empty at the end of the text.
std::string characterAt(std::string_view text, std::size_t offset)
{
    if (offset >= text.size())
        return {};
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x20) {
        static constexpr char hex[] = "0123456789ABCDEF";
        return std::string("U+00") + hex[lead >> 4] + hex[lead & 15];
    }
    std::size_t end = offset + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        ++end;
    return std::string(text.substr(offset, end - offset));
}

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(std::string_view text, const char *const &seen) : m_text(text), m_seen(seen), m_counted(text.data()) { }

    bool null() override { return put(value(Json::Kind::Null)); }
    bool boolean(bool flag) override
    {
        Json json = value(Json::Kind::Boolean);
        json.flag = flag;
        return put(std::move(json));
    }
    bool number_integer(number_integer_t number) override
    {
        if (number == 0) // "-0": the parser calls here only for numbers with a minus
            return putOdd("-0");
        Json json = Json::integer(number);
        json.line = line();
        return put(std::move(json));
    }
    bool number_unsigned(number_unsigned_t number) override
    {
        Json json = value(Json::Kind::Integer);
        json.magnitude = number;
        return put(std::move(json));
    }
    bool number_float(number_float_t, const string_t &asWritten) override { return putOdd(asWritten); }
    bool string(string_t &text) override
    {
        Json json = value(Json::Kind::String);
        json.text = std::move(text);
        return put(std::move(json));
    }
    bool binary(binary_t &) override { return false; } // not in JSON text

    bool start_object(std::size_t) override { return open(Json::Kind::Object); }
    bool key(string_t &key) override
    {
        Frame &frame = m_stack.back();
        frame.key = std::move(key);
        frame.twice = !frame.keys.insert(frame.key).second;
        if (frame.twice && parsed.problems.size() < maxProblems) {
            Problem problem {ProblemCode::DuplicateKey, place(), excerpt(frame.key), {}};
            problem.line = line();
            parsed.problems.push_back(std::move(problem));
        }
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::Kind::List); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string &lastToken,
                     const nlohmann::detail::exception &error) override
    {
        constexpr int numberTooLarge = 406;
        if (error.id == numberTooLarge)
            fail(ProblemCode::NotInteger, position, excerpt(lastToken));
        else
            fail(ProblemCode::Syntax, position, characterAt(m_text, position > 0 ? position - 1 : 0));
        return false;
    }

    ParsedJson parsed;

private:
    struct Frame
    {
        Json json;
        std::string key;
        bool twice = false; ///< The value of a key that was there before: parsed and dropped.
        std::unordered_set<std::string> keys; ///< Looked up only, never walked.
    };

    Json value(Json::Kind kind)
    {
        Json json;
        json.kind = kind;
        json.line = line();
        return json;
    }

    /// The line of the token read last. The character read last may be the one after a number, so it does not count.
    std::uint32_t line()
    {
        const char *const end = m_seen > m_text.data() ? m_seen - 1 : m_seen;
        if (end > m_counted) {
            m_line += static_cast<std::uint32_t>(std::count(m_counted, end, '\n'));
            m_counted = end;
        }
        return m_line;
    }

    [[nodiscard]] std::string place() const
    {
        std::string pointer;
        for (const Frame &frame : m_stack) {
            pointer = frame.json.kind == Json::Kind::Object ? pointerTo(pointer, frame.key)
                                                            : pointerTo(pointer, frame.json.items.size());
        }
        return pointer;
    }

    void fail(ProblemCode code, std::size_t position, std::string found, std::string allowed = {})
    {
        Problem problem {code, {}, std::move(found), std::move(allowed)};
        setPosition(problem, m_text, position > 0 ? position - 1 : 0);
        parsed.problems.push_back(std::move(problem));
    }

    bool putOdd(const std::string &asWritten)
    {
        Json json = value(Json::Kind::OddNumber);
        json.text = asWritten;
        return put(std::move(json));
    }

    bool put(Json json)
    {
        if (++m_count > maxValues) {
            fail(ProblemCode::TooMany, position(), std::to_string(m_count), std::to_string(maxValues));
            return false;
        }
        if (m_stack.empty()) {
            parsed.root = std::move(json);
            return true;
        }
        Frame &frame = m_stack.back();
        if (frame.json.kind == Json::Kind::List)
            frame.json.items.push_back(std::move(json));
        else if (!frame.twice)
            frame.json.add(frame.key, std::move(json));
        return true;
    }

    bool open(Json::Kind kind)
    {
        if (m_stack.size() == maxDepth) {
            fail(ProblemCode::TooDeep, position(), {}, std::to_string(maxDepth));
            return false;
        }
        Frame frame;
        frame.json = value(kind);
        m_stack.push_back(std::move(frame));
        return true;
    }

    bool close()
    {
        Json json = std::move(m_stack.back().json);
        m_stack.pop_back();
        return put(std::move(json));
    }

    [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(m_seen - m_text.data()); }

    std::string_view m_text;
    const char *const &m_seen;
    const char *m_counted;
    std::uint32_t m_line = 1;
    std::size_t m_count = 0;
    std::vector<Frame> m_stack;
};

/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode, table 3-7).
std::optional<std::size_t> firstInvalidByte(std::string_view text)
{
    const auto byteAt = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = byteAt(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        std::size_t length = 0;
        unsigned char least = 0x80;
        unsigned char most = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            length = 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            length = 3;
            least = lead == 0xE0 ? 0xA0 : 0x80;
            most = lead == 0xED ? 0x9F : 0xBF; // no surrogates
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            length = 4;
            least = lead == 0xF0 ? 0x90 : 0x80;
            most = lead == 0xF4 ? 0x8F : 0xBF; // nothing beyond U+10FFFF
        } else {
            return i;
        }
        if (i + length > text.size() || byteAt(i + 1) < least || byteAt(i + 1) > most)
            return i;
        for (std::size_t k = 2; k < length; ++k) {
            if (byteAt(i + k) < 0x80 || byteAt(i + k) > 0xBF)
                return i;
        }
        i += length;
    }
    return std::nullopt;
}

ParsedJson refused(Problem problem)
{
    ParsedJson parsed;
    parsed.problems.push_back(std::move(problem));
    return parsed;
}

} // namespace

ParsedJson parseJson(std::string_view utf8)
{
    if (utf8.size() > maxFileBytes)
        return refused({ProblemCode::FileTooLarge, {}, std::to_string(utf8.size()), std::to_string(maxFileBytes)});
    if (utf8.empty())
        return refused({ProblemCode::EmptyFile, {}, {}, {}, 1, 1});
    if (const std::optional<std::size_t> offset = firstInvalidByte(utf8)) {
        Problem problem {ProblemCode::NotUtf8, {}, {}, {}};
        setPosition(problem, utf8, *offset);
        return refused(std::move(problem));
    }
    // the parser takes a NUL for the end of the text, and what stands behind it would go unread
    if (const std::size_t nul = utf8.find('\0'); nul != std::string_view::npos) {
        Problem problem {ProblemCode::Syntax, {}, characterAt(utf8, nul), {}};
        setPosition(problem, utf8, nul);
        return refused(std::move(problem));
    }

    const char *seen = utf8.data();
    TreeBuilder builder(utf8, seen);
    builder.parsed.complete = nlohmann::json::sax_parse(CountingIterator(utf8.data(), &seen),
                                                        CountingIterator(utf8.data() + utf8.size(), &seen), &builder);
    return std::move(builder.parsed);
}

} // namespace sessionarium::scenario
