// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "ui/stage/lit.h"
#include "ui/theme/theme.h"
#include "ui/timelineview/lanesgeometry.h"

#include <QCoreApplication>

class QPainter;

namespace sessionarium::ui::timelineview {

/// A span that was shortened, with its words.
struct LaneBreak
{
    std::int64_t x = 0; ///< Middle, on the paced axis.
    QString label;
};

/// Something lit: a point on a lane, or an arrow.
struct LitMark
{
    std::int64_t x1 = 0;
    std::int64_t x2 = 0;
    std::uint32_t fromLane = 0;
    std::uint32_t toLane = 0;
    int number = 0;
};

/// All that a picture of the lanes needs; made before painting.
struct LanesPicture
{
    const report::LaneLayout *layout = nullptr;
    std::vector<std::uint32_t> colourOfEntity; ///< By entity: the number of a client among the clients.
    LanesGeometry geometry;
    LanesScale scale;
    std::int64_t limit = 0; ///< Nothing after this is painted.
    double top = 0; ///< Of the playhead.
    double bottom = 0;
    double scroll = 0; ///< Rows are moved up by this much.
    std::vector<LaneBreak> breaks;
    std::vector<LitMark> lit;
    QString gateText;
    QString foldText;
    QRectF foldLink;
    model::RequestId currentMark;
    bool foldLinkHovered = false;
};

/// LanesPicture → QPainter. Paints only what is in view, and nothing after the limit.
class LanesPainter
{
    Q_DECLARE_TR_FUNCTIONS(LanesView)

public:
    LanesPainter(QPainter &painter, const LanesPicture &picture, const theme::Theme &theme);

    void paint();

private:
    void paintNames();
    void paintLanes();
    void paintBands();
    void paintLit();
    void paintArrows();
    void paintMarks();
    void paintBreaks();
    void paintPlayhead();
    void paintLitNumbers();
    void paintFoldLink();
    [[nodiscard]] double y(std::uint32_t lane) const { return m_picture.geometry.yOfLane[lane] - m_picture.scroll; }
    [[nodiscard]] QLineF lineOf(const LitMark &mark) const;

    QPainter &m_painter;
    const LanesPicture &m_picture;
    const theme::Theme &m_theme;
    const theme::Palette &m_colours;
};

} // namespace sessionarium::ui::timelineview
