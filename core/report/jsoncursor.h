// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sessionarium::report {

/// Walks over one line of JSON whose shape is known: whoever reads says what must come next. Space between tokens is
/// skipped. The first thing that is not as it must be stops it: from then on every call returns false, and position()
/// is the place. Nothing is allocated but for texts with escapes.
class JsonCursor
{
public:
    explicit JsonCursor(std::string_view line) : m_begin(line.data()), m_at(m_begin), m_end(m_begin + line.size()) { }

    /// One of `{ } [ ] , :`.
    bool punctuation(char c)
    {
        skipSpace();
        if (!m_ok || m_at == m_end || *m_at != c)
            return fail();
        ++m_at;
        return true;
    }

    /// `"name":`, literally.
    bool key(std::string_view name);
    /// `,"name":`
    bool nextKey(std::string_view name) { return punctuation(',') && key(name); }

    /// Whether this character comes next; nothing is consumed, and it is no failure if it does not.
    [[nodiscard]] bool sees(char c)
    {
        skipSpace();
        return m_ok && m_at != m_end && *m_at == c;
    }
    /// The same for a key.
    [[nodiscard]] bool seesKey(std::string_view name);

    /// A whole number without sign, not beyond `most`.
    bool number(std::uint64_t &value, std::uint64_t most);
    template <std::unsigned_integral Number>
    bool number(Number &value, std::uint64_t most = static_cast<Number>(-1))
    {
        std::uint64_t wide = 0;
        if (!number(wide, most))
            return false;
        value = static_cast<Number>(wide);
        return true;
    }

    /// True and consumed, if `null` comes next; else nothing happens.
    [[nodiscard]] bool null();
    bool boolean(bool &value);

    /// A text of at most `most` bytes, decoded and valid UTF-8. The view holds until the next text with an escape.
    bool text(std::string_view &value, std::size_t most);

    /// Whether a text that it gave stands in the line itself, and so lives as long as the line.
    [[nodiscard]] bool isInLine(std::string_view value) const
    {
        return std::less_equal<>()(m_begin, value.data()) && std::less_equal<>()(value.data(), m_end);
    }

    /// Nothing but space is left.
    bool end();

    /// Stops it here, or at a place noted before: what was read has the right form but cannot be.
    bool fail() { return failAt(m_at); }
    bool failAt(const char *place);

    [[nodiscard]] bool ok() const { return m_ok; }
    /// Where it is, or where it stopped.
    [[nodiscard]] const char *place() const { return m_at; }
    /// From 1, in bytes.
    [[nodiscard]] std::uint64_t column() const { return static_cast<std::uint64_t>(m_at - m_begin) + 1; }
    [[nodiscard]] bool stoppedAtEnd() const { return m_at == m_end; }
    /// It stopped because a text is not UTF-8.
    [[nodiscard]] bool notUtf8() const { return m_notUtf8; }

private:
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || *m_at == '\n'))
            ++m_at;
    }
    bool literal(std::string_view word);
    bool escapedText(const char *begin, std::string_view &value, std::size_t most);
    bool escape();
    bool codeUnit(std::uint32_t &unit);

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    std::string m_decoded; // of the newest text with an escape
    bool m_ok = true;
    bool m_notUtf8 = false;
};

/// Well-formed UTF-8: no overlong form, no surrogate, nothing beyond U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace sessionarium::report
