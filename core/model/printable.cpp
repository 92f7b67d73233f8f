// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/printable.h"

#include <cstdint>

namespace sessionarium::model {

namespace {

bool isUnprintable(std::uint32_t point, bool mayBreak)
{
    if (point == '\n')
        return !mayBreak;
    if (point < 0x20 || (point >= 0x7F && point < 0xA0))
        return true; // controls
    if (point == 0x2028 || point == 0x2029)
        return true; // separators of lines and paragraphs
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069); // directions that stay on
}

std::string nameOf(std::uint32_t point)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string name = "U+";
    for (const unsigned shift : {12u, 8u, 4u, 0u})
        name += hex[(point >> shift) & 15u];
    return name;
}

} // namespace

std::string firstUnprintable(std::string_view utf8, bool mayBreak)
{
    std::uint32_t point = 0;
    unsigned missing = 0; // bytes of the character
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (missing > 0) {
            point = (point << 6) | (byte & 0x3Fu);
            --missing;
        } else {
            missing = byte < 0xC0 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
            point = missing == 0 ? byte : byte & (0x3Fu >> missing);
        }
        if (missing == 0 && isUnprintable(point, mayBreak))
            return nameOf(point);
    }
    return {};
}

} // namespace sessionarium::model
