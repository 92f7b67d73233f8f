// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svglegend.h"

#include "core/report/plaintext.h"

namespace sessionarium::report {

namespace {

using svg::Point;
using svg::Stroke;

constexpr std::int64_t textSize = 11;
constexpr Hundredths signWidth = pixels(30);
constexpr Hundredths textLeft = pixels(40);
constexpr Hundredths between = pixels(24);
constexpr Hundredths lineHeight = pixels(22);
constexpr std::size_t longestText = 60;

/// A sign in the middle of its room, which begins at `left`.
class Sign
{
public:
    Sign(SvgWriter &out, Hundredths left, Hundredths y) : m_out(out), m_left(left), m_y(y) { }

    void operator()(OutcomeLabel outcome) const { svg::putOutcome(m_out, outcome.outcome, outcome.slow, middle()); }
    void operator()(Caption caption) const
    {
        switch (caption) {
        case Caption::Down:
            return svg::putBand(m_out, m_left, m_left + signWidth, m_y);
        case Caption::Pause:
            return svg::putBreak(m_out, {middle().x, m_y - pixels(7)});
        case Caption::FailedMessage:
            return putArrow(Stroke::Failed, svg::bad);
        case Caption::Response:
            return putArrow(Stroke::Dashed, svg::soft);
        default:
            return putArrow(Stroke::Solid, svg::soft);
        }
    }
    template <class Other>
    void operator()(const Other &) const
    {
        // no sign stands for it
    }

private:
    [[nodiscard]] Point middle() const { return {m_left + signWidth / 2, m_y}; }
    void putArrow(Stroke stroke, std::string_view colour) const
    {
        svg::putArrow(m_out, {m_left, m_y}, {m_left + signWidth, m_y}, stroke, colour);
    }

    SvgWriter &m_out;
    Hundredths m_left;
    Hundredths m_y;
};

} // namespace

Hundredths SvgLegend::layOut(const LabelFunction &labels, Point at, Hundredths right)
{
    const Hundredths left = at.x;
    m_items.clear();
    for (const auto &[sign, what] : m_signs) {
        Item item {what, plain(labels(what), longestText), at};
        const Hundredths width = textLeft + textWidth(item.text) * textSize;
        if (at.x > left && at.x + width > right) {
            at = {left, at.y + lineHeight};
            item.at = at;
        }
        at.x += width + between;
        m_items.push_back(std::move(item));
    }
    return at.y;
}

void SvgLegend::write(SvgWriter &out) const
{
    for (const Item &item : m_items) {
        std::visit(Sign(out, item.at.x, item.at.y - pixels(4)), item.what);
        out.text(item.at.x + textLeft, item.at.y, textSize, "fill=\"#1A2330\"", item.text);
    }
}

} // namespace sessionarium::report
