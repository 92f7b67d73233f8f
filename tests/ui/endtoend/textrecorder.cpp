// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/textrecorder.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sessionarium::tests {

bool TextEngine::begin(QPaintDevice *)
{
    m_transform = {};
    return true;
}

void TextEngine::updateState(const QPaintEngineState &now)
{
    if (now.state() & DirtyTransform)
        m_transform = now.transform();
}

void TextEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    if (item.width() <= 0 || !painter())
        return;
    const QFontMetricsF metrics(item.font());
    // Letters without marks and tails: two lines that touch only with those do not trouble anybody.
    const QRectF letters(at.x(), at.y() - metrics.capHeight(), item.width(), metrics.capHeight());
    QRectF clip = bounds;
    const QRegion system = systemClip();
    if (!system.isEmpty())
        clip &= QRectF(system.boundingRect());
    if (painter()->hasClipping())
        clip &= m_transform.mapRect(painter()->clipBoundingRect());
    const QString text = item.text();
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return;
    QColor colour = painter()->pen().color();
    colour.setAlphaF(static_cast<float>(colour.alphaF() * painter()->opacity()));
    texts.push_back({text, m_transform.mapRect(letters), clip, colour, painting});
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    constexpr int dotsPerInch = 96;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_size.width() * 25.4 / dotsPerInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_size.height() * 25.4 / dotsPerInch));
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace sessionarium::tests
