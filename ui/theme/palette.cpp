// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <cmath>

namespace sessionarium::ui::theme {

namespace {

Palette makeLight()
{
    Palette p;
    p.shade = Shade::Light;
    p.window = QColor(0xF4, 0xF6, 0xF9);
    p.card = QColor(0xFF, 0xFF, 0xFF);
    p.field = QColor(0xFA, 0xFB, 0xFD);
    p.accentSoft = QColor(0xE9, 0xEE, 0xFD);
    p.goodSoft = QColor(0xE4, 0xF4, 0xEC);
    p.badSoft = QColor(0xFC, 0xE8, 0xE5);
    p.warnSoft = QColor(0xFD, 0xF2, 0xDC);
    p.text = QColor(0x1A, 0x23, 0x30);
    p.soft = QColor(0x5A, 0x67, 0x77);
    p.accentText = QColor(0x34, 0x57, 0xD5);
    p.goodText = QColor(0x14, 0x73, 0x47);
    p.badText = QColor(0xB9, 0x2A, 0x17);
    p.warnText = QColor(0x85, 0x54, 0x00);
    p.border = QColor(0xDC, 0xE1, 0xE8);
    p.line = QColor(0x85, 0x93, 0xA3);
    p.accent = QColor(0x34, 0x57, 0xD5);
    p.accentHover = QColor(0x2B, 0x4A, 0xBD);
    p.accentPressed = QColor(0x24, 0x3F, 0xA4);
    p.hover = QColor(0xF1, 0xF4, 0xFB);
    p.pressed = QColor(0xE4, 0xE9, 0xF5);
    p.good = QColor(0x1B, 0x8E, 0x5A);
    p.bad = QColor(0xC9, 0x30, 0x1C);
    p.warn = QColor(0xB8, 0x75, 0x03);
    p.onAccent = QColor(0xFF, 0xFF, 0xFF);
    p.onState = QColor(0xFF, 0xFF, 0xFF);
    p.users = {QColor(0x00, 0x65, 0xA8), QColor(0xB8, 0x4A, 0x00), QColor(0x00, 0x78, 0x5A),
               QColor(0xA6, 0x3D, 0x7E), QColor(0x6E, 0x4F, 0xB0), QColor(0x7A, 0x62, 0x00)};
    return p;
}

Palette makeDark()
{
    Palette p;
    p.shade = Shade::Dark;
    p.window = QColor(0x10, 0x14, 0x1A);
    p.card = QColor(0x18, 0x1E, 0x27);
    p.field = QColor(0x1E, 0x26, 0x31);
    p.accentSoft = QColor(0x22, 0x2E, 0x4E);
    p.goodSoft = QColor(0x16, 0x33, 0x29);
    p.badSoft = QColor(0x3F, 0x1E, 0x1A);
    p.warnSoft = QColor(0x38, 0x2C, 0x14);
    p.text = QColor(0xE9, 0xED, 0xF3);
    p.soft = QColor(0x9C, 0xA9, 0xB9);
    p.accentText = QColor(0x86, 0xA2, 0xFF);
    p.goodText = QColor(0x4C, 0xC3, 0x8A);
    p.badText = QColor(0xFF, 0x7A, 0x66);
    p.warnText = QColor(0xF0, 0xB4, 0x3C);
    p.border = QColor(0x2B, 0x35, 0x42);
    p.line = QColor(0x64, 0x74, 0x8A);
    p.accent = QColor(0x86, 0xA2, 0xFF);
    p.accentHover = QColor(0x9B, 0xB3, 0xFF);
    p.accentPressed = QColor(0x74, 0x92, 0xF5);
    p.hover = QColor(0x20, 0x29, 0x36);
    p.pressed = QColor(0x29, 0x33, 0x42);
    p.good = QColor(0x4C, 0xC3, 0x8A);
    p.bad = QColor(0xFF, 0x7A, 0x66);
    p.warn = QColor(0xF0, 0xB4, 0x3C);
    p.onAccent = QColor(0x10, 0x14, 0x1A);
    p.onState = QColor(0x10, 0x14, 0x1A);
    p.users = {QColor(0x5A, 0xB0, 0xF0), QColor(0xF2, 0x9A, 0x5B), QColor(0x4C, 0xC9, 0xA0),
               QColor(0xE5, 0x8B, 0xBF), QColor(0xB7, 0xA2, 0xF2), QColor(0xD9, 0xC0, 0x4F)};
    return p;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Beyond the hand-picked colours: hues a golden angle apart, so that neighbours differ, darkened (or lightened) until
/// text on them can be read.
QColor generatedUser(const Palette &palette, std::uint32_t index)
{
    const auto extra = index - static_cast<std::uint32_t>(palette.users.size());
    const int hue = static_cast<int>((extra * 1375u / 10u + 24u) % 360u);
    const bool light = palette.shade == Shade::Light;
    QColor colour;
    int lightness = light ? 118 : 150;
    const int saturation = (light ? 190 : 210) - static_cast<int>(extra % 3u) * 45;
    do {
        colour = QColor::fromHsl(hue, saturation, lightness);
        lightness += light ? -6 : 6;
    } while (contrast(colour, palette.onState) < 4.6 && lightness > 20 && lightness < 235);
    return colour;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor Palette::user(std::uint32_t index) const
{
    return index < users.size() ? users[index] : generatedUser(*this, index);
}

QColor Palette::onUser(std::uint32_t index) const
{
    const QColor fill = user(index);
    return contrast(fill, onState) >= 4.5 ? onState : text;
}

const Palette &lightPalette()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &darkPalette()
{
    static const Palette palette = makeDark();
    return palette;
}

} // namespace sessionarium::ui::theme
