// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"
#include "ui/theme/palette.h"

#include <QPointF>

class QPainter;

namespace sessionarium::ui::stage {

/// How a message is drawn where there are few, or hundreds at once: smaller and without a halo.
enum class MessageSize { Full, Small };

/// A message as the stage shows it: disc = request, ring = response, diamond = replication, square =
/// store, red cross = failure; with a halo in the colour of
/// the user. `unit`: size against the mock-up's.
void paintMessage(QPainter &painter, MessageShape shape, const QColor &colour, QPointF centre, double unit,
                  MessageSize size, const theme::Palette &palette);

/// Half the side of the square that it takes.
[[nodiscard]] constexpr double messageReach(double unit, MessageSize size)
{
    return (size == MessageSize::Full ? 13 : 6) * unit;
}

} // namespace sessionarium::ui::stage
