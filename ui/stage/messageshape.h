// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"
#include "ui/theme/palette.h"

#include <QPointF>

class QPainter;

namespace sessionarium::ui::stage {

/// A message as the stage shows it: disc = request, ring = response, red cross = failure; with a halo in the colour of
/// the user. `unit`: size against the mock-up's.
void paintMessage(QPainter &painter, MessageShape shape, const QColor &colour, QPointF centre, double unit,
                  const theme::Palette &palette);

/// Half the side of the square that it takes.
[[nodiscard]] constexpr double messageReach(double unit)
{
    return 13 * unit;
}

} // namespace sessionarium::ui::stage
