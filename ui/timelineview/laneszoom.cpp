// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LanesView that decides which part of the axis is in view.
#include "ui/timelineview/lanesview.h"

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::timelineview {

namespace {

constexpr double mostPixelsPerHop = 2400;
constexpr double zoomStep = 1.5;

} // namespace

void LanesView::clampFirst()
{
    LanesScale &scale = m_picture.scale;
    const double room = (scale.right - scale.left) / scale.pixelsPerUnit;
    const auto last = m_layout->length - std::llround(room);
    scale.first = std::clamp<std::int64_t>(scale.first, 0, std::max<std::int64_t>(0, last));
}

/// The view shows another part of the axis because somebody wanted it.
void LanesView::moved()
{
    if (!m_picture.layout)
        return;
    clampFirst();
    m_follows = isPlayheadInView();
    rebuildInView();
    update();
    Q_EMIT windowChanged();
}

bool LanesView::isPlayheadInView() const
{
    const double x = m_picture.scale.x(m_picture.limit);
    return x >= m_picture.scale.left && x <= m_picture.scale.right;
}

/// Keeps the playhead in view, with room ahead of it: a step or a frame moves the view by as much as the playhead, only
/// a leap moves it by more.
void LanesView::follow()
{
    LanesScale &scale = m_picture.scale;
    clampFirst();
    if (!m_seeking && m_follows) {
        const double room = scale.right - scale.left;
        const double x = scale.x(m_picture.limit);
        const auto placeAt = [&](double share) {
            scale.first = m_picture.limit - static_cast<std::int64_t>(room * share / scale.pixelsPerUnit);
        };
        const bool leap = x < scale.left - room * 0.1 || x > scale.right + room * 0.1;
        if (leap)
            placeAt(0.6);
        else if (x > scale.left + room * 0.75)
            placeAt(0.75);
        else if (x < scale.left + room * 0.1)
            placeAt(0.1);
        clampFirst();
    }
}

double LanesView::leastZoom() const
{
    const double room = std::max(10.0, m_picture.scale.right - m_picture.scale.left);
    const double length = static_cast<double>(std::max<std::int64_t>(1, m_layout->length));
    return std::min(1.0, room / length / m_usualScale);
}

double LanesView::greatestZoom() const
{
    return std::max(1.0, mostPixelsPerHop / static_cast<double>(m_pacing->hop()) / m_usualScale);
}

std::int64_t LanesView::windowFrom() const
{
    return m_picture.scale.first;
}

std::int64_t LanesView::windowTo() const
{
    if (!m_picture.layout)
        return 0;
    return std::min(m_picture.scale.unit(m_picture.scale.right), m_layout->length);
}

bool LanesView::showsWholeRun() const
{
    return !m_picture.layout || m_zoom <= leastZoom() * 1.001;
}

bool LanesView::canZoomIn() const
{
    return m_picture.layout && m_zoom < greatestZoom() * 0.999;
}

void LanesView::panBy(double pixels)
{
    m_picture.scale.first -= static_cast<std::int64_t>(pixels / m_picture.scale.pixelsPerUnit);
    moved();
}

void LanesView::setWindowFrom(std::int64_t unit)
{
    m_picture.scale.first = unit;
    moved();
}

void LanesView::bringIntoView(std::int64_t x)
{
    LanesScale &scale = m_picture.scale;
    const double room = scale.right - scale.left;
    const double at = scale.x(x);
    if (at >= scale.left + room * 0.03 && at <= scale.right - room * 0.03)
        return;
    scale.first = x - static_cast<std::int64_t>(room / 2 / scale.pixelsPerUnit);
    moved();
}

/// What is at `anchorX` stays there.
void LanesView::zoomBy(double factor, double anchorX)
{
    if (!m_picture.layout)
        return;
    const double zoom = std::clamp(m_zoom * factor, leastZoom(), greatestZoom());
    if (zoom == m_zoom)
        return;
    LanesScale &scale = m_picture.scale;
    const double anchor = static_cast<double>(scale.first) + (anchorX - scale.left) / scale.pixelsPerUnit;
    m_zoom = zoom;
    scale.pixelsPerUnit = m_usualScale * zoom;
    scale.first = std::llround(anchor - (anchorX - scale.left) / scale.pixelsPerUnit);
    moved();
}

double LanesView::zoomAnchor() const
{
    const LanesScale &scale = m_picture.scale;
    return isPlayheadInView() ? scale.x(m_picture.limit) : (scale.left + scale.right) / 2;
}

void LanesView::zoomIn()
{
    zoomBy(zoomStep, zoomAnchor());
}

void LanesView::zoomOut()
{
    zoomBy(1 / zoomStep, zoomAnchor());
}

void LanesView::showWhole()
{
    zoomBy(0, m_picture.scale.left);
}

void LanesView::resetView()
{
    m_zoom = 1;
    m_showAll = false;
    m_follows = true;
    m_picture.scroll = 0;
    m_picture.scale.first = 0;
    setFilter({});
    rebuild();
}

} // namespace sessionarium::ui::timelineview
