// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/endtoend/paintedtexts.h"

#include <QObject>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QTransform>

namespace sessionarium::tests {

/// Notes text; all else is painted nowhere. Who paints is told from outside.
class TextEngine : public QPaintEngine
{
public:
    TextEngine() : QPaintEngine(AllFeatures) { }

    bool begin(QPaintDevice *) override;
    bool end() override { return true; }
    void updateState(const QPaintEngineState &now) override;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    [[nodiscard]] Type type() const override { return User; }

    std::vector<PaintedText> texts;
    const QWidget *painting = nullptr;
    QRectF bounds;

private:
    QTransform m_transform;
};

class TextRecorder : public QPaintDevice
{
public:
    explicit TextRecorder(QSize size) : m_size(size) { m_engine.bounds = QRectF({}, QSizeF(size)); }

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] TextEngine &engine() const { return m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    mutable TextEngine m_engine; // QPaintDevice asks for it as const
};

} // namespace sessionarium::tests
