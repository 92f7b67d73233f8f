// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"

namespace sessionarium::report {

namespace {

/// The next character and its bytes; 0 for what is no UTF-8.
struct Character
{
    char32_t code = 0;
    std::size_t bytes = 1;
};

Character characterAt(std::string_view text)
{
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes)
        return {};
    char32_t code = lead & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u)
            return {};
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    const bool isLonger = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    return isLonger || isSurrogate || code > 0x10FFFF ? Character {} : Character {code, bytes};
}

bool isSpace(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x2028 || code == 0x2029 || code == ' ';
}

} // namespace

std::string plain(std::string_view text, std::size_t longest)
{
    std::string line;
    std::size_t characters = 0;
    std::size_t lastFits = 0; // bytes of `line` that leave room for an ellipsis
    while (!text.empty()) {
        const bool isNull = text.front() == '\0';
        const Character next = characterAt(text);
        const std::string_view bytes = text.substr(0, next.bytes);
        text.remove_prefix(next.bytes);
        const bool isBroken = (next.code == 0 && !isNull) || next.code == 0xFFFE || next.code == 0xFFFF;
        if (!isBroken && isSpace(next.code)) {
            if (line.empty() || line.back() == ' ')
                continue;
            line += ' ';
        } else if (isBroken) {
            line += '?';
        } else {
            line += bytes;
        }
        if (++characters < longest)
            lastFits = line.size();
        if (characters > longest) {
            line.resize(lastFits);
            return line + "…";
        }
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

std::size_t utf16Units(std::string_view text)
{
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += byte >= 0xF0 ? 2 : (byte & 0xC0u) == 0x80u ? 0 : 1;
    }
    return units;
}

std::int64_t textWidth(std::string_view text)
{
    constexpr std::int64_t square = 100;
    constexpr std::int64_t wideLetter = 72;
    constexpr std::int64_t letter = 57;
    constexpr std::int64_t narrowLetter = 32;
    std::int64_t width = 0;
    while (!text.empty()) {
        const Character next = characterAt(text);
        const char first = text.front();
        text.remove_prefix(next.bytes);
        if (next.code >= 0x1100)
            width += square;
        else if (std::string_view("MW%@").find(first) != std::string_view::npos || (first >= 'A' && first <= 'Z'))
            width += wideLetter;
        else
            width += std::string_view(" .,:;'|iljtfr()-").find(first) != std::string_view::npos ? narrowLetter : letter;
    }
    return width;
}

} // namespace sessionarium::report
