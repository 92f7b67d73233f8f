// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>
#include <QStyleOption>

namespace sessionarium::ui::theme {

/// Draws what a style sheet cannot draw without picture files: boxes of choices, combo boxes, arrows, the focus ring.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;

private:
    void drawChoice(const QStyleOption &option, QPainter &painter, bool round) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter) const;

    Theme m_theme;
};

/// The style sheet for the standard widgets.
[[nodiscard]] QString styleSheet(const Theme &theme);

} // namespace sessionarium::ui::theme
