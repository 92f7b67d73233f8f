// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QStyledItemDelegate>

namespace sessionarium::ui::events {

/// Paints the cells of the table of events: a wedge and bold type at the playhead, the user's colour beside the name,
/// the outcome's mark beside its word, and the number in "Why?" of what is lit.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EventDelegate(theme::ThemeHost &host, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The whole text, where it did not fit.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintTime(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintUser(QPainter &painter, QRect cell, const QModelIndex &index) const;
    void paintWhat(QPainter &painter, QRect cell, const QModelIndex &index) const;
    void paintOutcome(QPainter &painter, QRect cell, const QModelIndex &index) const;
    /// Paints as much as fits; returns how far it came.
    int paintText(QPainter &painter, const QRect &cell, const QString &text, const QColor &ink, bool bold) const;

    theme::ThemeHost &m_host;
};

} // namespace sessionarium::ui::events
