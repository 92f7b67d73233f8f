// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/verdict.h"
#include "ui/theme/palette.h"

#include <QPointF>

class QPainter;

namespace sessionarium::ui::timelineview {

/// The mark of an outcome; each has a shape of its own: disc with check = fine (with a ring: slow), square with cross =
/// logged out, clock = stale read, diamond with minus = lost update, octagon with bar = refused, triangle with "!" =
/// revoked but accepted. Lanes, scrub bar and explanations use the same.
void paintVerdict(QPainter &painter, verdict::Outcome outcome, bool slow, const QPointF &centre, double radius,
                  const theme::Palette &palette);

/// Which of two marks that would overlap is to be seen: the greater one, first of all a log-out, what this program is
/// about.
[[nodiscard]] int badness(verdict::Outcome outcome, bool slow);

} // namespace sessionarium::ui::timelineview
