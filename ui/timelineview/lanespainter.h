// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "ui/stage/lit.h"
#include "ui/theme/theme.h"
#include "ui/timelineview/lanesgeometry.h"
#include "ui/timelineview/lanetraffic.h"
#include "ui/timelineview/verdictmark.h"

#include <QCoreApplication>
#include <QFont>
#include <QPen>

#include <optional>

class QPainter;

namespace sessionarium::ui::timelineview {

/// A span that was shortened, with its words.
struct LaneBreak
{
    std::int64_t x = 0; ///< Middle, on the paced axis.
    QString label;
    QRectF box; ///< Of the label, in the widget; empty: there is no free place for it.
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

/// A record that was searched for.
struct HitMark
{
    std::int64_t x = 0;
    std::uint32_t lane = 0;
    bool isCurrent = false;
};

/// All that a picture of the lanes needs; made before painting. Nothing later than the limit is in it.
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
    LaneTraffic traffic; ///< The messages in view.
    std::vector<MarkSpot> marks; ///< Those in view.
    std::vector<LaneBreak> breaks;
    std::vector<LitMark> lit;
    std::vector<LitMark> chosen; ///< The messages of the request that is selected.
    std::vector<HitMark> hits; ///< Those in view.
    QString gateText;
    QRectF gateBox; ///< Of the gate's words; empty: they are not shown.
    QString foldText;
    QRectF foldLink;
    QString emptyText; ///< In place of lanes, where a filter leaves none.
    std::optional<std::uint32_t> currentMark; ///< Where the keyboard is; of LaneLayout::marks.
    std::optional<std::uint32_t> chosenMark; ///< Of the request that is selected.
    bool foldLinkHovered = false;
    bool showsMarks = true;
};

[[nodiscard]] QFont laneNameFont(const theme::Theme &theme, bool isClient);
[[nodiscard]] QFont gateFont(const theme::Theme &theme);
/// How far marks on one lane are apart that do not count as one, and how large they are.
[[nodiscard]] double markRadius(const LanesPicture &picture, const theme::Theme &theme);

struct BandLook
{
    QString words;
    QColor ink; ///< Of the words.
    QColor behind;
    QPen frame;
    double hatch = 0; ///< Distance of its lines; 0: none.
};

/// LanesPicture → QPainter. Paints only what is in view, and nothing after the limit.
class LanesPainter
{
    Q_DECLARE_TR_FUNCTIONS(LanesView)

public:
    /// `sprites`: those of the frame before, so that nothing is made twice; null: this painter makes its own.
    LanesPainter(QPainter &painter, const LanesPicture &picture, const theme::Theme &theme,
                 MarkSprites *sprites = nullptr);

    void paint();

private:
    void paintNames();
    void paintLanes();
    void paintBands(bool words);
    void paintBand(report::LaneLayout::Band::Kind kind, const QRectF &box);
    void paintBandWords(report::LaneLayout::Band::Kind kind, const QRectF &box);
    [[nodiscard]] BandLook lookOf(report::LaneLayout::Band::Kind kind) const;
    void paintHatch(const QRectF &box, const QColor &ink, double step);
    void paintChosen();
    void paintLit();
    void paintArrows();
    void paintStroke(const LaneStroke &stroke, bool arrived);
    void flushLines();
    void paintHits();
    void paintMarks();
    void paintBreaks();
    void paintPlayhead();
    void paintLitNumbers();
    void paintFoldLink();
    void paintEmpty();
    [[nodiscard]] double y(std::uint32_t lane) const { return m_picture.geometry.yOfLane[lane] - m_picture.scroll; }
    [[nodiscard]] QLineF lineOf(const LitMark &mark) const;
    [[nodiscard]] QColor colourOf(const LaneStroke &stroke, bool arrived) const;
    [[nodiscard]] bool isShown(const LitMark &mark) const
    {
        return m_picture.geometry.isShown(mark.fromLane) && m_picture.geometry.isShown(mark.toLane);
    }

    QPainter &m_painter;
    const LanesPicture &m_picture;
    const theme::Theme &m_theme;
    const theme::Palette &m_colours;
    MarkSprites m_ownSprites;
    MarkSprites &m_sprites;
    // Lines and dots of one colour that wait to be drawn at once.
    QColor m_lineColour;
    bool m_lineFailed = false;
    QList<QLineF> m_lines;
    std::vector<QPointF> m_dots;
};

} // namespace sessionarium::ui::timelineview
