// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPen>
#include <QPointF>

#include <cstddef>

class QPainter;

namespace sessionarium::ui::charts {

/// How a line of a chart is told from the others: by its pattern, by its markers, and by the label at its end. Its ink
/// only helps; the colours of users are for users (design §7).
struct LineLook
{
    enum class Ink { Text, Soft, Accent, Good, Bad, Warn };
    enum class Pattern { Solid, Dashed, Dotted, DashDot, LongDashed };
    enum class Marker { Disc, Square, Triangle, Diamond, Cross, Ring, EmptySquare, EmptyTriangle, EmptyDiamond };

    Pattern pattern = Pattern::Solid;
    Marker marker = Marker::Disc;
    Ink ink = Ink::Text;
    friend bool operator==(const LineLook &, const LineLook &) = default;
};

/// The look of the n-th server or store (from 0); the first 45 differ in pattern or marker.
[[nodiscard]] LineLook lookOfHolder(std::size_t index);

[[nodiscard]] QColor colourOf(LineLook::Ink ink, const theme::Palette &palette);
[[nodiscard]] QPen penOf(const LineLook &look, const theme::Theme &theme);
/// `behind`: what shows through the empty ones.
void paintMarker(QPainter &painter, const LineLook &look, const QPointF &centre, double radius, const QColor &behind,
                 const theme::Palette &palette);

} // namespace sessionarium::ui::charts
