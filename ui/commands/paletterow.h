// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QStyledItemDelegate>

namespace sessionarium::ui::commands {

/// Paints a row of the palette: the name, the keys at the right, and below a command that is impossible now, why.
class PaletteRow : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Beside Qt::DisplayRole, the name.
    enum Role { KeysRole = Qt::UserRole, ReasonRole, IdRole };

    explicit PaletteRow(theme::ThemeHost &host, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    theme::ThemeHost &m_host;
};

} // namespace sessionarium::ui::commands
