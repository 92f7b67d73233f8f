// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace sessionarium::ui::stage {

/// A session's chip (72 x 24 in the mock-ups): solid = in charge, outlined = replica, hatched with a clock = stale,
/// dotted with a dash = missing. `unit`: size against the mock-up's. Also for tables.
void paintChip(QPainter &painter, const SessionChip &chip, const QRectF &box, const theme::Theme &theme, double unit);

/// The shape of a chip without words, for legends.
void paintChipSample(QPainter &painter, ChipKind kind, const QRectF &box, const theme::Theme &theme);

} // namespace sessionarium::ui::stage
