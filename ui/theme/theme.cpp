// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QStringList>

#include <cmath>

namespace sessionarium::ui::theme {

namespace {

struct RoleSize
{
    double pixels;
    QFont::Weight weight;
};

RoleSize sizeOf(FontRole role)
{
    switch (role) {
    case FontRole::Display:
        return {26, QFont::Bold};
    case FontRole::Title:
        return {19, QFont::Bold};
    case FontRole::Heading:
        return {15, QFont::Bold};
    case FontRole::Brand:
        return {16, QFont::Bold};
    case FontRole::Body:
        return {14.5, QFont::Normal};
    case FontRole::Strong:
        return {13.5, QFont::DemiBold};
    case FontRole::Control:
        return {12.5, QFont::DemiBold};
    case FontRole::Detail:
        return {12.5, QFont::Normal};
    case FontRole::Small:
        return {12, QFont::DemiBold};
    case FontRole::Caption:
        return {11.5, QFont::DemiBold};
    case FontRole::Tiny:
        return {10.5, QFont::Normal};
    case FontRole::Clock:
        return {14, QFont::DemiBold};
    }
    return {12.5, QFont::Normal};
}

const QStringList &families()
{
    static const QStringList names {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Pretendard"),
                                    QStringLiteral("NanumGothic"), QStringLiteral("sans-serif")};
    return names;
}

} // namespace

QFont Theme::font(FontRole role, double factor) const
{
    const RoleSize size = sizeOf(role);
    QFont font(families());
    // Points keep fractions of a pixel, pixel sizes do not; with 72 dpi assumed by nobody, round to whole pixels.
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(size.pixels * textScale * factor))));
    font.setWeight(size.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::boldFont(FontRole role, double factor) const
{
    QFont bold = font(role, factor);
    bold.setWeight(QFont::Bold);
    return bold;
}

int Theme::px(double length) const
{
    return static_cast<int>(std::lround(length * textScale));
}

Theme lightTheme()
{
    return Theme {lightPalette(), 1.0};
}

Theme darkTheme()
{
    return Theme {darkPalette(), 1.0};
}

} // namespace sessionarium::ui::theme
