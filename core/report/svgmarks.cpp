// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svgmarks.h"

#include <algorithm>

namespace sessionarium::report::svg {

namespace {

using verdict::Outcome;

constexpr std::string_view glyph = " fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"1.9\" stroke-linecap=\"round\" "
                                   "stroke-linejoin=\"round\"/>";

/// The root, rounded down.
Hundredths root(Hundredths square)
{
    Hundredths low = 0;
    Hundredths high = 3'037'000'499; // whose square still fits
    while (low < high) {
        const Hundredths middle = low + (high - low + 1) / 2;
        if (middle <= square / middle)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void putShape(SvgWriter &out, std::string_view path, std::string_view fill)
{
    out.put("<path d=\"").put(path).put("\" fill=\"").put(fill);
    out.put("\" stroke=\"#FFFFFF\" stroke-width=\"1.2\" stroke-linejoin=\"round\"/>");
}

void putGlyph(SvgWriter &out, std::string_view path)
{
    out.put("<path d=\"").put(path).put("\"").put(glyph);
}

void putDisc(SvgWriter &out, std::string_view radius, std::string_view fill, std::string_view stroke,
             std::string_view width)
{
    out.put("<circle r=\"").put(radius).put("\" fill=\"").put(fill).put("\" stroke=\"").put(stroke);
    out.put("\" stroke-width=\"").put(width).put("\"/>");
}

void putCross(SvgWriter &out, Point at)
{
    constexpr Hundredths reach = 420;
    out.put("<path d=\"");
    out.point('M', at.x - reach, at.y - reach).point('L', at.x + reach, at.y + reach);
    out.point('M', at.x + reach, at.y - reach).point('L', at.x - reach, at.y + reach);
    out.put("\" fill=\"none\" stroke=\"").put(bad).put("\" stroke-width=\"2.2\" stroke-linecap=\"round\"/>");
}

} // namespace

void putOutcome(SvgWriter &out, Outcome outcome, bool slow, Point centre)
{
    out.put("<g transform=\"translate(").put(centre.x).put(" ").put(centre.y).put(")\">");
    switch (outcome) {
    case Outcome::Fine:
        if (slow)
            putDisc(out, "8.4", "none", warn, "1.8");
        putDisc(out, "6", good, "#FFFFFF", "1.2");
        putGlyph(out, "M-2.7 0L-.72 2.4L2.9 -2.4");
        break;
    case Outcome::LoggedOut:
        putShape(out, "M-6 -4.5L-4.5 -6H4.5L6 -4.5V4.5L4.5 6H-4.5L-6 4.5Z", bad);
        putGlyph(out, "M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5");
        break;
    case Outcome::StaleRead:
        putDisc(out, "6", "#FFFFFF", warn, "1.8");
        out.put("<path d=\"M0 -3.4V0H2.8\" fill=\"none\" stroke=\"").put(warn);
        out.put("\" stroke-width=\"1.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        break;
    case Outcome::LostUpdate:
        putShape(out, "M0 -7.4L7.4 0L0 7.4L-7.4 0Z", bad);
        putGlyph(out, "M-2.8 0H2.8");
        break;
    case Outcome::Refused:
        putShape(out, "M-2.6 -6.4H2.6L6.4 -2.6V2.6L2.6 6.4H-2.6L-6.4 2.6V-2.6Z", bad);
        putGlyph(out, "M-3 0H3");
        break;
    case Outcome::RevokedAccepted:
        putShape(out, "M0 -7L7.2 5.8H-7.2Z", warn);
        putGlyph(out, "M0 -2.6V1.2M0 3.8V3.9");
        break;
    }
    out.put("</g>");
}

void putArrow(SvgWriter &out, Point from, Point to, Stroke stroke, std::string_view colour)
{
    out.put("<path d=\"").point('M', from.x, from.y).point('L', to.x, to.y);
    out.put("\" fill=\"none\" stroke=\"").put(colour).put("\" stroke-width=\"1.6\"");
    if (stroke == Stroke::Dashed)
        out.put(" stroke-dasharray=\"5 3\"");
    else if (stroke == Stroke::Failed)
        out.put(" stroke-dasharray=\"2 3\"");
    out.put("/>");
    if (stroke == Stroke::Failed)
        return putCross(out, to);
    const Hundredths dx = to.x - from.x;
    const Hundredths dy = to.y - from.y;
    const Hundredths length = std::max<Hundredths>(1, root(dx * dx + dy * dy));
    constexpr Hundredths headLength = 750;
    constexpr Hundredths headHalf = 300;
    const Point base {to.x - dx * headLength / length, to.y - dy * headLength / length};
    const Point side {-dy * headHalf / length, dx * headHalf / length};
    out.put("<path d=\"").point('M', to.x, to.y);
    out.point('L', base.x + side.x, base.y + side.y).point('L', base.x - side.x, base.y - side.y);
    out.put("Z\" fill=\"").put(colour).put("\"/>");
}

void putBand(SvgWriter &out, Hundredths x1, Hundredths x2, Hundredths y)
{
    constexpr Hundredths half = pixels(9);
    constexpr Hundredths step = pixels(8);
    out.put("<rect").attribute("x", x1).attribute("y", y - half);
    out.attribute("width", std::max(pixels(2), x2 - x1)).attribute("height", 2 * half);
    out.put(" rx=\"3\" fill=\"#FCE8E5\" stroke=\"").put(bad).put("\" stroke-width=\"1\"/>");
    if (x2 - x1 < 2 * half)
        return;
    out.put("<path d=\"");
    for (Hundredths x = x1; x + 2 * half <= x2; x += step)
        out.point('M', x, y + half).point('L', x + 2 * half, y - half);
    out.put("\" fill=\"none\" stroke=\"#EDB4AC\" stroke-width=\"1\"/>");
}

void putBreak(SvgWriter &out, Point top)
{
    out.put("<path d=\"").point('M', top.x, top.y).point('L', top.x + pixels(4), top.y + pixels(5));
    out.point('L', top.x - pixels(4), top.y + pixels(9)).point('L', top.x, top.y + pixels(14));
    out.put("\" fill=\"none\" stroke=\"").put(soft);
    out.put("\" stroke-width=\"1.4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
}

} // namespace sessionarium::report::svg
