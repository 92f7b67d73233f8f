// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/lanesvg.h"

#include "core/report/muldiv.h"
#include "core/report/plaintext.h"
#include "core/report/svglegend.h"
#include "core/report/svgmarks.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace sessionarium::report {

namespace {

using model::EntityType;
using svg::Point;
using svg::Stroke;

constexpr std::int64_t margin = 24;
constexpr std::int64_t axisTop = 78; // pauses, below them their breaks, below these the times
constexpr std::int64_t lanesTop = 150;
constexpr std::int64_t nameSize = 13;
constexpr std::int64_t smallSize = 11;
constexpr std::int64_t widestName = 220;
constexpr std::int64_t leastWidth = 720;
constexpr std::size_t longestLabel = 120;
constexpr Hundredths usualPace = pixels(80); // of a second of playback
constexpr Hundredths leastPace = pixels(12);
constexpr Hundredths sameSpot = 50; // closer together nobody sees two

constexpr std::string_view fonts = "'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', "
                                   "'NanumGothic', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// Where things of a sort were drawn last.
template <class Sort>
class Spots
{
public:
    /// False: on the spot of the one before, so that nobody would see it. Otherwise it is taken.
    bool isFree(const Sort &sort, Hundredths at)
    {
        const auto [known, isFirst] = m_last.try_emplace(sort, at);
        if (!isFirst && at - known->second < sameSpot)
            return false;
        known->second = at;
        return true;
    }

private:
    std::map<Sort, Hundredths> m_last;
};

class LanesPicture
{
public:
    LanesPicture(const timeline::Timeline &timeline, const LaneLayout &layout, const PacingMap &pacing,
                 const LabelFunction &labels, const ByteSink &sink)
        : m_timeline(timeline), m_layout(layout), m_pacing(pacing), m_labels(labels), m_out(sink)
    {
        chooseRows();
        chooseColours();
        chooseScale();
    }

    bool write()
    {
        // Everything but the legend is counted first: its size decides on that of the picture.
        layOutLegend();
        putHead();
        putLanes();
        putAxis();
        putBands();
        putArrows();
        putMarks();
        m_legend.write(m_out);
        m_out.put("</svg>\n");
        return m_out.finish();
    }

private:
    [[nodiscard]] std::string label(const Label &what) const { return plain(m_labels(what), longestLabel); }
    [[nodiscard]] static Hundredths widthOf(std::string_view text, std::int64_t size) { return textWidth(text) * size; }

    void chooseRows()
    {
        const auto count = static_cast<std::uint32_t>(m_layout.lanes.size());
        const std::vector<bool> shown = lanesWorthShowing(m_layout, maxSvgLanes);
        const auto rows = std::count(shown.begin(), shown.end(), true);
        m_yOfLane.assign(count, 0);
        const std::int64_t gap = rows <= 12 ? 46 : rows <= 24 ? 36 : 28;
        for (std::uint32_t lane = 0; lane < count; ++lane) {
            if (!shown[lane])
                continue;
            m_yOfLane[lane] = pixels(lanesTop + static_cast<std::int64_t>(m_rows) * gap);
            ++m_rows;
        }
        m_folded = count - m_rows;
        m_gap = pixels(gap);
        m_lanesBottom = pixels(lanesTop + std::max<std::int64_t>(0, std::int64_t {m_rows} - 1) * gap);
    }

    void chooseColours()
    {
        m_colourOf.resize(m_timeline.entities().size());
        std::uint32_t clients = 0;
        for (const LaneLayout::Lane &lane : m_layout.lanes) {
            if (lane.type == EntityType::Client)
                m_colourOf[lane.entity.value] = clients++;
        }
    }

    /// How wide, and how far: by the bounds on width and arrows.
    void chooseScale()
    {
        Hundredths names = pixels(60);
        for (std::uint32_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
            if (isShown(lane))
                names = std::max(names, widthOf(nameOf(lane), nameSize));
        }
        m_left = pixels(margin + 40) + std::min(names, pixels(widestName));
        const Hundredths room = pixels(maxSvgWidth - margin) - m_left;
        const std::int64_t length = std::max<std::int64_t>(1, m_layout.length);
        const auto fitting = static_cast<Hundredths>(
            mulDiv(static_cast<std::uint64_t>(room), 1'000'000, static_cast<std::uint64_t>(length)));
        m_pace = std::clamp(fitting, leastPace, usualPace);
        m_end = length;
        if (fitting < leastPace)
            m_end = room * 1'000'000 / leastPace;
        std::uint32_t arrows = 0;
        forEachArrow([&](const LaneLayout::Arrow &arrow) {
            if (++arrows > maxSvgArrows)
                m_end = std::min(m_end, arrow.x1 - 1);
        });
        m_isCut = m_end < m_layout.length;
        m_width = std::max({pixels(leastWidth), x(m_end) + pixels(margin),
                            2 * pixels(margin) + widthOf(label(Caption::Title), 18),
                            2 * pixels(margin) + widthOf(label(Caption::Subtitle), nameSize)});
    }

    [[nodiscard]] bool isShown(std::uint32_t lane) const { return m_yOfLane[lane] > 0; }
    [[nodiscard]] Hundredths x(std::int64_t screen) const
    {
        return m_left
            + static_cast<Hundredths>(mulDiv(static_cast<std::uint64_t>(std::max<std::int64_t>(0, screen)),
                                             static_cast<std::uint64_t>(m_pace), 1'000'000));
    }
    [[nodiscard]] std::string nameOf(std::uint32_t lane) const
    {
        std::string name = label(EntityLabel {m_layout.lanes[lane].entity});
        if (name.empty())
            name = plain(m_timeline.entity(m_layout.lanes[lane].entity).id, longestLabel);
        for (std::size_t longest = longestLabel; widthOf(name, nameSize) > pixels(widestName); --longest)
            name = plain(name, longest);
        return name;
    }

    [[nodiscard]] static Stroke strokeOf(const LaneLayout::Arrow &arrow)
    {
        if (arrow.failed)
            return Stroke::Failed;
        return arrow.kind == model::MessageKind::Response ? Stroke::Dashed : Stroke::Solid;
    }

    /// Those that are drawn: of several on the same spot the first.
    template <class Draw>
    void forEachArrow(const Draw &draw) const
    {
        Spots<std::tuple<std::uint32_t, std::uint32_t, Stroke>> spots;
        for (const LaneLayout::Arrow &arrow : m_layout.arrows) {
            if (arrow.x1 > m_end)
                return;
            // Checks are shown on demand (semantics §9); nobody asks a file for them.
            if (arrow.kind == model::MessageKind::Check || !isShown(arrow.fromLane) || !isShown(arrow.toLane))
                continue;
            if (spots.isFree({arrow.fromLane, arrow.toLane, strokeOf(arrow)}, x(arrow.x1)))
                draw(arrow);
        }
    }

    template <class Draw>
    void forEachMark(const Draw &draw) const
    {
        Spots<std::tuple<std::uint32_t, verdict::Outcome, bool>> spots;
        for (const LaneLayout::Mark &mark : m_layout.marks) {
            if (mark.x > m_end)
                return;
            if (!isShown(mark.lane))
                continue;
            if (spots.isFree({mark.lane, mark.outcome, mark.slow}, x(mark.x)))
                draw(mark);
        }
    }

    /// The legend has one word for bands.
    [[nodiscard]] static bool isOutOfService(LaneLayout::Band::Kind kind)
    {
        return kind != LaneLayout::Band::Kind::Slow && kind != LaneLayout::Band::Kind::Cut;
    }

    template <class Draw>
    void forEachBand(const Draw &draw) const
    {
        Spots<std::uint32_t> spots;
        for (const LaneLayout::Band &band : m_layout.bands) {
            if (!isShown(band.lane) || band.x1 > m_end || !isOutOfService(band.kind))
                continue;
            const Hundredths end = x(std::min(band.x2, m_end));
            if (spots.isFree(band.lane, end))
                draw(band, x(band.x1), end);
        }
    }

    void layOutLegend()
    {
        forEachMark([&](const LaneLayout::Mark &mark) { m_legend.add(OutcomeLabel {mark.outcome, mark.slow}); });
        forEachArrow([&](const LaneLayout::Arrow &arrow) {
            if (arrow.failed)
                m_legend.add(Caption::FailedMessage);
            else if (arrow.kind == model::MessageKind::Request)
                m_legend.add(Caption::Request);
            else
                m_legend.add(arrow.kind == model::MessageKind::Response ? Caption::Response : Caption::Message);
        });
        forEachBand([&](const LaneLayout::Band &, Hundredths, Hundredths) { m_legend.add(Caption::Down); });
        if (!m_pacing.shortened().empty())
            m_legend.add(Caption::Pause);
        const Hundredths top = m_lanesBottom + m_gap / 2 + pixels(m_folded > 0 ? 44 : 26);
        m_height = m_legend.layOut(m_labels, {pixels(margin), top}, m_width - pixels(margin)) + pixels(24);
    }

    void putHead()
    {
        m_out.put("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        m_out.attribute("width", m_width).attribute("height", m_height);
        m_out.put(" viewBox=\"0 0 ").put(m_width).put(" ").put(m_height).put("\"");
        m_out.attribute("font-family", fonts).put(">\n");
        const std::string title = label(Caption::Title);
        m_out.tooltip(title).put("\n<rect").attribute("width", m_width).attribute("height", m_height);
        m_out.put(" fill=\"#FFFFFF\"/>\n");
        m_out.text(pixels(margin), pixels(38), 18, "font-weight=\"bold\" fill=\"#1A2330\"", title);
        m_out.text(pixels(margin), pixels(60), nameSize, "fill=\"#5A6777\"", label(Caption::Subtitle));
    }

    void putLanes()
    {
        bool isStriped = true;
        for (std::uint32_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
            if (!isShown(lane))
                continue;
            const Hundredths y = m_yOfLane[lane];
            if (isStriped) {
                m_out.put("<rect").attribute("x", pixels(margin / 2)).attribute("y", y - m_gap / 2);
                m_out.attribute("width", m_width - pixels(margin)).attribute("height", m_gap);
                m_out.put(" rx=\"6\" fill=\"#F6F8FB\"/>");
            }
            isStriped = !isStriped;
            m_out.put("<path d=\"").point('M', m_left, y).point('L', x(m_end), y);
            m_out.put("\" stroke=\"").put(svg::line).put("\" stroke-width=\"1\"/>");
            if (m_layout.lanes[lane].type == EntityType::Client) {
                m_out.put("<circle").attribute("cx", pixels(margin + 6)).attribute("cy", y);
                m_out.put(" r=\"5.5\" fill=\"").put(colourOf(m_layout.lanes[lane].entity)).put("\"/>\n");
            } else {
                m_out.put("<rect").attribute("x", pixels(margin + 1)).attribute("y", y - pixels(5));
                m_out.put(" width=\"10\" height=\"10\" rx=\"2\" fill=\"#FFFFFF\" stroke=\"").put(svg::soft);
                m_out.put("\" stroke-width=\"1.4\"/>\n");
            }
            m_out.text(pixels(margin + 20), y + 450, nameSize, "font-weight=\"600\" fill=\"#1A2330\"", nameOf(lane));
        }
        if (m_folded > 0)
            m_out.text(pixels(margin), m_lanesBottom + m_gap / 2 + pixels(16), smallSize, "fill=\"#5A6777\"",
                       label(FoldedLabel {m_folded}));
    }

    [[nodiscard]] std::string_view colourOf(model::EntityId client) const
    {
        if (client.value >= m_colourOf.size())
            return svg::soft;
        return svg::users.at(m_colourOf[client.value] % svg::users.size());
    }

    void putAxis()
    {
        Hundredths freeForPause = m_left;
        Hundredths freeForBreak = m_left;
        Hundredths freeForTime = m_left - pixels(8);
        const auto putTime = [&](model::SimTime at, Hundredths where) {
            const std::string words = label(MomentLabel {at});
            const Hundredths width = widthOf(words, smallSize);
            if (where < freeForTime || where + width > m_width)
                return;
            freeForTime = where + width + pixels(10);
            m_out.text(where, pixels(axisTop + 42), smallSize, "fill=\"#5A6777\"", words);
        };
        putTime(model::SimTime {}, m_left);
        for (const PacingMap::Shortened &pause : m_pacing.shortened()) {
            const std::int64_t from = m_pacing.toScreen(pause.from);
            const std::int64_t to = m_pacing.toScreen(pause.to);
            if (to > m_end)
                break;
            const Hundredths middle = x((from + to) / 2);
            const std::string words = label(PauseLabel {pause.to - pause.from});
            const Hundredths half = widthOf(words, smallSize) / 2;
            if (middle - half >= freeForPause) {
                freeForPause = middle + half + pixels(10);
                m_out.text(middle, pixels(axisTop + 10), smallSize, "text-anchor=\"middle\" fill=\"#5A6777\"", words);
            }
            if (middle >= freeForBreak) {
                freeForBreak = middle + pixels(10);
                m_out.put("<path d=\"").point('M', middle, pixels(lanesTop) - m_gap / 2);
                m_out.point('L', middle, m_lanesBottom + m_gap / 2);
                m_out.put("\" stroke=\"").put(svg::line).put("\" stroke-width=\"1\" stroke-dasharray=\"2 4\"/>");
                svg::putBreak(m_out, {middle, pixels(axisTop + 15)});
            }
            putTime(pause.to, x(to));
        }
        if (!m_isCut)
            return;
        m_out.put("<path d=\"").point('M', x(m_end), pixels(axisTop)).point('L', x(m_end), m_lanesBottom + m_gap / 2);
        m_out.put("\" stroke=\"").put(svg::bad).put("\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>");
        m_out.text(x(m_end), pixels(60), nameSize, "text-anchor=\"end\" font-weight=\"bold\" fill=\"#B92A17\"",
                   label(CutLabel {m_pacing.toTime(m_end)}));
    }

    void putBands()
    {
        const std::string words = label(Caption::Down);
        const Hundredths width = widthOf(words, smallSize) + pixels(12);
        forEachBand([&](const LaneLayout::Band &band, Hundredths x1, Hundredths x2) {
            const Hundredths y = m_yOfLane[band.lane];
            m_out.put("<g>").tooltip(label(RecordLabel {band.from}));
            svg::putBand(m_out, x1, x2, y);
            if (x2 - x1 > width + pixels(8)) {
                m_out.put("<rect").attribute("x", x1 + pixels(4)).attribute("y", y - pixels(7));
                m_out.attribute("width", width).put(" height=\"14\" rx=\"3\" fill=\"#FCE8E5\"/>");
                m_out.text(x1 + pixels(10), y + pixels(4), smallSize, "font-weight=\"bold\" fill=\"#B92A17\"", words);
            }
            m_out.put("</g>\n");
        });
    }

    void putArrows()
    {
        forEachArrow([&](const LaneLayout::Arrow &arrow) {
            const Point from {x(arrow.x1), m_yOfLane[arrow.fromLane]};
            Point to {x(std::min(std::max(arrow.x1, arrow.x2), m_end)), m_yOfLane[arrow.toLane]};
            const auto *sent = std::get_if<model::Sent>(&m_timeline[arrow.sent].fact);
            if (sent && sent->lost)
                to = {(from.x + to.x) / 2, (from.y + to.y) / 2}; // it never got there
            m_out.put("<g>").tooltip(label(MessageLabel {arrow.sent}));
            svg::putArrow(m_out, from, to, strokeOf(arrow), arrow.failed ? svg::bad : colourOf(arrow.client));
            m_out.put("</g>\n");
        });
    }

    void putMarks()
    {
        forEachMark([&](const LaneLayout::Mark &mark) {
            m_out.put("<g>").tooltip(label(VerdictLabel {mark.request}));
            svg::putOutcome(m_out, mark.outcome, mark.slow, {x(mark.x), m_yOfLane[mark.lane]});
            m_out.put("</g>\n");
        });
    }

    const timeline::Timeline &m_timeline;
    const LaneLayout &m_layout;
    const PacingMap &m_pacing;
    const LabelFunction &m_labels;
    SvgWriter m_out;
    std::vector<Hundredths> m_yOfLane; // 0: not shown
    std::vector<std::uint32_t> m_colourOf; // by entity: a client's number
    SvgLegend m_legend;
    std::uint32_t m_rows = 0;
    std::uint32_t m_folded = 0;
    Hundredths m_gap = 0;
    Hundredths m_lanesBottom = 0;
    Hundredths m_left = 0; // of the axis
    Hundredths m_pace = usualPace;
    std::int64_t m_end = 0; // on the paced axis: nothing after it is drawn
    Hundredths m_width = 0;
    Hundredths m_height = 0;
    bool m_isCut = false;
};

} // namespace

bool writeLanesSvg(const timeline::Timeline &timeline, const LaneLayout &layout, const PacingMap &pacing,
                   const LabelFunction &labels, const ByteSink &out)
{
    return LanesPicture(timeline, layout, pacing, labels, out).write();
}

} // namespace sessionarium::report
