// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace sessionarium::ui::theme {

namespace {

void drawArrow(QPainter &painter, const QRectF &box, const QColor &ink, QStyle::PrimitiveElement direction)
{
    const QPointF c = box.center();
    QPainterPath path;
    switch (direction) {
    case QStyle::PE_IndicatorArrowUp:
        path.moveTo(c + QPointF(-4, 2));
        path.lineTo(c + QPointF(0, -2));
        path.lineTo(c + QPointF(4, 2));
        break;
    case QStyle::PE_IndicatorArrowLeft:
        path.moveTo(c + QPointF(2, -4));
        path.lineTo(c + QPointF(-2, 0));
        path.lineTo(c + QPointF(2, 4));
        break;
    case QStyle::PE_IndicatorArrowRight:
        path.moveTo(c + QPointF(-2, -4));
        path.lineTo(c + QPointF(2, 0));
        path.lineTo(c + QPointF(-2, 4));
        break;
    default:
        path.moveTo(c + QPointF(-4, -2));
        path.lineTo(c + QPointF(0, 2));
        path.lineTo(c + QPointF(4, -2));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

} // namespace

Style::Style(const Theme &theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{
}

void Style::drawChoice(const QStyleOption &option, QPainter &painter, bool round) const
{
    const Palette &p = m_theme.palette;
    const bool on = option.state.testFlag(State_On);
    const bool partly = option.state.testFlag(State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor frame = !enabled ? p.border : on || partly ? p.accent : p.line;
    painter.setPen(QPen(frame, 1.4));
    painter.setBrush(on || partly ? frame : p.card);
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 4, 4);
    painter.setPen(QPen(p.onAccent, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.onAccent);
        painter.drawEllipse(c, box.width() * 0.2, box.width() * 0.2);
    } else if (on) {
        const double u = box.width() / 14;
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(
            QPolygonF({c + QPointF(-3.4, 0.2) * u, c + QPointF(-0.9, 2.8) * u, c + QPointF(3.6, -2.8) * u}));
    } else if (partly) {
        painter.drawLine(c - QPointF(3, 0), c + QPointF(3, 0));
    }
    painter.restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawChoice(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawChoice(*option, *painter, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        drawArrow(*painter, option->rect, m_theme.palette.soft, element);
        return;
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.palette.accent, 1.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 5, 5);
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter) const
{
    const Palette &p = m_theme.palette;
    const bool focus = option.state.testFlag(State_HasFocus);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focus ? p.accent : p.border, focus ? 1.8 : 1.2));
    painter.setBrush(option.state.testFlag(State_MouseOver) ? p.hover : p.card);
    painter.drawRoundedRect(box, 8, 8);
    painter.restore();
    const QRectF arrow = option.direction == Qt::RightToLeft ? QRectF(box.left() + 6, box.top(), 16, box.height())
                                                             : QRectF(box.right() - 22, box.top(), 16, box.height());
    drawArrow(painter, arrow, option.state.testFlag(State_Enabled) ? p.soft : p.border, PE_IndicatorArrowDown);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawComboBox(*combo, *painter);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        result = QSize(result.width() + 16, std::max(result.height(), m_theme.px(32)));
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.px(18);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0; // the platform's icons are not ours
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_Menu_SubMenuPopupDelay:
        return 150;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace sessionarium::ui::theme
