// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/verdict.h"
#include "ui/theme/palette.h"

#include <QPixmap>
#include <QPointF>

#include <map>

class QPainter;

namespace sessionarium::ui::timelineview {

/// The mark of an outcome; each has a shape of its own: disc with check = fine (with a ring: slow), square with cross =
/// logged out, clock = stale read, diamond with minus = lost update, octagon with bar = refused, triangle with "!" =
/// revoked but accepted. Lanes, scrub bar and explanations use the same.
void paintVerdict(QPainter &painter, verdict::Outcome outcome, bool slow, const QPointF &centre, double radius,
                  const theme::Palette &palette);

/// Which of two marks that would overlap is to be seen, the greater: first a log-out, what this program is about.
[[nodiscard]] int badness(verdict::Outcome outcome, bool slow);

/// Paints marks and dots on a raster from small pictures made once, at whole pixels: a mark costs a copy, and looks
/// the same wherever it stands. On any other paint device, and where the painter scales, it draws them as they are.
class MarkSprites
{
public:
    void paintMark(QPainter &painter, verdict::Outcome outcome, bool slow, const QPointF &centre, double radius,
                   const theme::Palette &palette);
    void paintDot(QPainter &painter, const QColor &colour, const QPointF &centre, double radius);

private:
    /// Forgets what was made for another size, scale or palette.
    void prepare(double devicePixelRatio, double radius, const theme::Palette &palette);

    std::map<int, QPixmap> m_marks; // by outcome and slowness
    std::map<QRgb, QPixmap> m_dots;
    double m_ratio = 0;
    double m_radius = 0;
    double m_dotRatio = 0;
    double m_dotRadius = 0;
    QRgb m_colours[4] = {};
};

} // namespace sessionarium::ui::timelineview
