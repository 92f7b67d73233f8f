// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/paletterow.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::commands {

using theme::FontRole;

PaletteRow::PaletteRow(theme::ThemeHost &host, QObject *parent) : QStyledItemDelegate(parent), m_host(host)
{
}

void PaletteRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &p = theme.palette;
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const QString reason = index.data(ReasonRole).toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current) {
        painter->setPen(QPen(p.accent, 1.5)); // a ring too: the fill alone is faint
        painter->setBrush(p.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8));
    }
    QRect room = option.rect.adjusted(theme.px(12), theme.px(6), -theme.px(12), -theme.px(6));
    const int line = QFontMetrics(theme.font(FontRole::Strong)).height();

    painter->setFont(theme.font(FontRole::Caption));
    painter->setPen(p.soft);
    const QString keys = index.data(KeysRole).toString();
    const int keysWidth = painter->fontMetrics().horizontalAdvance(keys);
    painter->drawText(QRect(room.right() - keysWidth, room.top(), keysWidth + 1, line),
                      Qt::AlignRight | Qt::AlignVCenter, keys);

    painter->setFont(theme.font(FontRole::Strong));
    painter->setPen(!reason.isEmpty() ? p.soft : current ? p.accentText : p.text);
    const int nameWidth = room.width() - (keys.isEmpty() ? 0 : keysWidth + theme.px(16));
    painter->drawText(QRect(room.left(), room.top(), nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, nameWidth));
    if (!reason.isEmpty()) {
        painter->setFont(theme.font(FontRole::Caption));
        painter->setPen(p.warnText);
        room.setTop(room.top() + line + theme.px(2));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop,
                          painter->fontMetrics().elidedText(reason, Qt::ElideRight, room.width()));
    }
    painter->restore();
}

QSize PaletteRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Theme &theme = m_host.theme();
    int height = QFontMetrics(theme.font(FontRole::Strong)).height() + 2 * theme.px(6);
    if (!index.data(ReasonRole).toString().isEmpty())
        height += QFontMetrics(theme.font(FontRole::Caption)).height() + theme.px(2);
    return {option.rect.width(), height};
}

} // namespace sessionarium::ui::commands
