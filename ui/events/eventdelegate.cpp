// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventdelegate.h"

#include "ui/events/eventsmodel.h"
#include "ui/timelineview/verdictmark.h"
#include "ui/widgets/plainwords.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sessionarium::ui::events {

using theme::FontRole;

namespace {
constexpr int padding = 8; // as in the header
constexpr int badge = 24; // room for a number or a mark
} // namespace

EventDelegate::EventDelegate(theme::ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host)
{
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Palette &palette = m_host.palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(EventsModel::SelectedRole).toBool())
        painter->fillRect(option.rect, palette.accentSoft);
    painter->setPen(palette.border);
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
                      QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    const QRect cell = option.rect.adjusted(m_host.theme().px(padding), 0, -m_host.theme().px(padding) / 2, 0);
    switch (static_cast<Column>(index.column())) {
    case Column::Time:
        paintTime(*painter, cell, index);
        break;
    case Column::User:
        paintUser(*painter, cell, index);
        break;
    case Column::What:
        paintWhat(*painter, cell, index);
        break;
    case Column::Outcome:
        paintOutcome(*painter, cell, index);
        break;
    case Column::Kind:
    case Column::Where:
        paintText(*painter, cell, index.data().toString(), palette.text, false);
        break;
    }
    painter->restore();
}

int EventDelegate::paintText(QPainter &painter, const QRect &cell, const QString &text, const QColor &ink,
                             bool bold) const
{
    const theme::Theme &theme = m_host.theme();
    painter.setFont(bold ? theme.boldFont(FontRole::Detail) : theme.font(FontRole::Detail));
    painter.setPen(ink);
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(cell.width(), 0));
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, fitting);
    return cell.left() + painter.fontMetrics().horizontalAdvance(fitting);
}

void EventDelegate::paintTime(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const theme::Theme &theme = m_host.theme();
    const bool now = index.data(EventsModel::NowRole).toBool();
    if (now) { // the playhead of the lanes, laid on its side
        const double x = cell.left() - theme.px(padding);
        const double y = cell.center().y() + 0.5;
        const double size = theme.px(4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.palette.accent);
        painter.drawPolygon(QPolygonF({{x, y - size}, {x + size * 1.3, y}, {x, y + size}}));
    }
    const QString clock = index.data(EventsModel::ClockRole).toString();
    const int end = paintText(painter, cell, clock, now ? theme.palette.accentText : theme.palette.text, now);
    const QString fine = index.data(EventsModel::MicrosecondsRole).toString();
    const QRect rest(end + theme.px(3), cell.top(), cell.right() - end - theme.px(3) + 1, cell.height());
    painter.setFont(theme.font(FontRole::Detail));
    if (painter.fontMetrics().horizontalAdvance(fine) <= rest.width()) // whole or not at all
        paintText(painter, rest, fine, theme.palette.soft, false);
}

void EventDelegate::paintUser(QPainter &painter, QRect cell, const QModelIndex &index) const
{
    const theme::Theme &theme = m_host.theme();
    const int colour = index.data(EventsModel::UserColourRole).toInt();
    if (colour < 0)
        return;
    const double radius = theme.px(4.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette.user(static_cast<std::uint32_t>(colour)));
    painter.drawEllipse(QPointF(cell.left() + radius, cell.center().y() + 0.5), radius, radius);
    cell.setLeft(cell.left() + theme.px(16));
    const QString number = index.data(EventsModel::RequestRole).toString();
    painter.setFont(theme.font(FontRole::Detail));
    const int numberWidth = number.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(number) + theme.px(6);
    const QRect name = cell.adjusted(0, 0, -numberWidth, 0);
    const int end =
        paintText(painter, name, index.data(EventsModel::UserNameRole).toString(), theme.palette.text, false);
    paintText(painter, QRect(end + theme.px(6), cell.top(), numberWidth, cell.height()), number, theme.palette.soft,
              false);
}

void EventDelegate::paintWhat(QPainter &painter, QRect cell, const QModelIndex &index) const
{
    const theme::Theme &theme = m_host.theme();
    const int lit = index.data(EventsModel::LitRole).toInt();
    if (lit >= 0) {
        const double radius = theme.px(8);
        const QPointF centre(cell.left() + radius, cell.center().y() + 0.5);
        painter.setPen(QPen(theme.palette.text, 1.4));
        painter.setBrush(theme.palette.card);
        painter.drawEllipse(centre, radius, radius);
        painter.setFont(theme.boldFont(FontRole::Tiny));
        painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), Qt::AlignCenter,
                         lit > 0 ? QString::number(lit) : QStringLiteral("·"));
        cell.setLeft(cell.left() + theme.px(badge));
    }
    paintText(painter, cell, index.data().toString(), theme.palette.text,
              lit >= 0 || index.data(EventsModel::NowRole).toBool());
}

void EventDelegate::paintOutcome(QPainter &painter, QRect cell, const QModelIndex &index) const
{
    const int outcome = index.data(EventsModel::OutcomeRole).toInt();
    if (outcome < 0)
        return;
    const theme::Theme &theme = m_host.theme();
    const double radius = theme.px(6.5);
    timelineview::paintVerdict(painter, static_cast<verdict::Outcome>(outcome),
                               index.data(EventsModel::SlowRole).toBool(),
                               QPointF(cell.left() + radius + 1, cell.center().y() + 0.5), radius, theme.palette);
    cell.setLeft(cell.left() + theme.px(badge));
    paintText(painter, cell, index.data().toString(), theme.palette.text, false);
}

bool EventDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const theme::Theme &theme = m_host.theme();
    const QString text = index.data().toString();
    const QFontMetrics metrics(theme.font(FontRole::Detail));
    const int needed = metrics.horizontalAdvance(text) + theme.px(padding + padding / 2 + badge);
    QToolTip::showText(event->globalPos(), needed > option.rect.width() ? widgets::plainWords(text) : QString(), view);
    return true;
}

} // namespace sessionarium::ui::events
