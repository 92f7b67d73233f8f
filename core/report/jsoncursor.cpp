// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsoncursor.h"

#include <algorithm>
#include <cstring>

namespace sessionarium::report {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string &text, std::uint32_t point)
{
    const auto put = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

} // namespace

bool isUtf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || text.size() - i < length)
            return false;
        std::uint32_t point = lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80)
                return false;
            point = (point << 6) | (next & 0x3Fu);
        }
        const std::uint32_t smallest = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
        if (point < smallest || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
            return false;
        i += length;
    }
    return true;
}

bool JsonCursor::failAt(const char *place)
{
    if (m_ok) {
        m_ok = false;
        m_at = place;
    }
    return false;
}

bool JsonCursor::literal(std::string_view word)
{
    // Byte by byte, so that the place is the first wrong one: a line that was cut ends there.
    for (const char c : word) {
        if (!m_ok || m_at == m_end || *m_at != c)
            return fail();
        ++m_at;
    }
    return true;
}

bool JsonCursor::seesKey(std::string_view name)
{
    skipSpace();
    if (!m_ok || static_cast<std::size_t>(m_end - m_at) < name.size() + 2)
        return false;
    return m_at[0] == '"' && std::memcmp(m_at + 1, name.data(), name.size()) == 0 && m_at[name.size() + 1] == '"';
}

bool JsonCursor::key(std::string_view name)
{
    if (seesKey(name))
        m_at += name.size() + 2;
    else if (!literal("\"") || !literal(name) || !literal("\""))
        return false;
    return punctuation(':');
}

bool JsonCursor::number(std::uint64_t &value, std::uint64_t most)
{
    skipSpace();
    if (!m_ok || m_at == m_end || !isDigit(*m_at))
        return fail();
    const char *begin = m_at;
    const auto [next, error] = std::from_chars(m_at, m_end, value);
    const bool leadingZero = *begin == '0' && next - begin > 1;
    if (error != std::errc() || leadingZero || value > most)
        return fail();
    m_at = next;
    return true;
}

bool JsonCursor::null()
{
    if (!sees('n'))
        return false;
    return literal("null");
}

bool JsonCursor::boolean(bool &value)
{
    value = sees('t');
    return literal(value ? "true" : "false");
}

bool JsonCursor::text(std::string_view &value, std::size_t most)
{
    if (!punctuation('"'))
        return false;
    const char *begin = m_at;
    unsigned char seen = 0;
    while (m_at != m_end) {
        const char c = *m_at;
        if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20)
            break;
        seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
        ++m_at;
    }
    if (m_at != m_end && *m_at == '\\')
        return escapedText(begin, value, most);
    if (m_at == m_end || *m_at != '"')
        return fail();
    value = std::string_view(begin, static_cast<std::size_t>(m_at - begin));
    if (value.size() > most)
        return failAt(begin);
    if (seen >= 0x80 && !isUtf8(value)) {
        m_notUtf8 = true;
        return failAt(begin);
    }
    ++m_at;
    return true;
}

bool JsonCursor::escapedText(const char *begin, std::string_view &value, std::size_t most)
{
    m_decoded.assign(begin, m_at);
    while (m_at != m_end && *m_at != '"') {
        if (static_cast<unsigned char>(*m_at) < 0x20)
            return fail();
        if (*m_at != '\\')
            m_decoded.push_back(*m_at++);
        else if (!escape())
            return false;
        if (m_decoded.size() > most)
            return failAt(begin);
    }
    if (m_at == m_end)
        return fail();
    if (!isUtf8(m_decoded)) {
        m_notUtf8 = true;
        return failAt(begin);
    }
    value = m_decoded;
    ++m_at;
    return true;
}

bool JsonCursor::escape()
{
    const char *begin = m_at++;
    if (m_at == m_end)
        return fail();
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t known = names.find(*m_at); known != std::string_view::npos) {
        m_decoded.push_back(meanings[known]);
        ++m_at;
        return true;
    }
    if (!literal("u"))
        return false;
    std::uint32_t point = 0;
    if (!codeUnit(point))
        return false;
    if (point >= 0xD800 && point <= 0xDBFF) {
        std::uint32_t low = 0;
        if (!literal("\\u") || !codeUnit(low))
            return false;
        if (low < 0xDC00 || low > 0xDFFF)
            return failAt(begin);
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    } else if (point >= 0xDC00 && point <= 0xDFFF) {
        return failAt(begin);
    }
    appendUtf8(m_decoded, point);
    return true;
}

bool JsonCursor::codeUnit(std::uint32_t &unit)
{
    constexpr std::ptrdiff_t digits = 4;
    const char *last = m_at + std::min(digits, m_end - m_at);
    const char *next = std::from_chars(m_at, last, unit, 16).ptr;
    const bool whole = next - m_at == digits;
    m_at = next;
    return whole || fail();
}

bool JsonCursor::end()
{
    skipSpace();
    return m_at == m_end || fail();
}

} // namespace sessionarium::report
