// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/sessiontable.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace sessionarium::ui::inspector {

using theme::FontRole;

namespace {
constexpr int headHeight = 24;
constexpr int rowHeight = 30;
constexpr int chipWidth = 64;
constexpr int chipHeight = 24;
constexpr std::array<double, 4> columns {0.0, 0.27, 0.52, 0.76}; // where they begin, as a share of the width
} // namespace

SessionTable::SessionTable(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SessionTable::setRows(std::vector<Row> rows)
{
    QStringList words;
    for (const Row &row : rows) {
        //: A session in a server's memory: %1 its label, %2 its version, %3 its user, %4 the time until it expires.
        words << tr("%1 %2, %3, expires in %4")
                     .arg(row.label, row.stale ? tr("%1, stale").arg(row.version) : row.version, row.user,
                          row.expiresIn);
    }
    setAccessibleName(words.isEmpty() ? tr("No sessions") : words.join(QLatin1Char('\n')));
    if (rows == m_rows)
        return;
    const bool sameHeight = rows.size() == m_rows.size();
    m_rows = std::move(rows);
    if (!sameHeight)
        updateGeometry();
    update();
}

QSize SessionTable::sizeHint() const
{
    const theme::Theme &theme = m_host.theme();
    const std::size_t shown = std::min(m_rows.size(), maxRows);
    const int lines = theme.px(rowHeight) * static_cast<int>(std::max<std::size_t>(shown, 1));
    const int more = m_rows.size() > maxRows ? theme.px(headHeight) : 0;
    return {theme.px(240), (m_rows.empty() ? 0 : theme.px(headHeight)) + lines + more};
}

void SessionTable::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &palette = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto left = [this](std::size_t column) { return static_cast<int>(columns.at(column) * width()); };
    const auto cell = [&](std::size_t column, int top, int height) {
        const int right = column + 1 < columns.size() ? left(column + 1) : width();
        return QRect(left(column), top, right - left(column), height);
    };

    if (m_rows.empty()) {
        painter.setFont(theme.font(FontRole::Detail));
        painter.setPen(palette.soft);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("No sessions"));
        return;
    }

    const int head = theme.px(headHeight);
    painter.setFont(theme.boldFont(FontRole::Caption));
    painter.setPen(palette.soft);
    const std::array<QString, 4> titles {tr("Session"), tr("User"), tr("Version"), tr("Expires in")};
    for (std::size_t i = 0; i < titles.size(); ++i)
        painter.drawText(cell(i, 0, head), Qt::AlignVCenter | Qt::AlignLeft, titles.at(i));

    int top = head;
    const int height = theme.px(rowHeight);
    for (std::size_t i = 0; i < std::min(m_rows.size(), maxRows); ++i, top += height) {
        const Row &row = m_rows[i];
        const QRectF chip(0.5, top + (height - theme.px(chipHeight)) / 2.0, theme.px(chipWidth), theme.px(chipHeight));
        const QColor colour = palette.user(row.colour);
        painter.setPen(row.inCharge ? QPen(Qt::NoPen) : QPen(colour, 1.6, row.stale ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(row.inCharge ? colour : palette.card);
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
        painter.setPen(row.inCharge ? palette.onUser(row.colour) : palette.text);
        const QRectF inside = chip.adjusted(theme.px(10), 0, -theme.px(10), 0);
        painter.setFont(theme.boldFont(FontRole::Small));
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, row.label);
        painter.setFont(theme.font(FontRole::Caption));
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, row.version);

        painter.setFont(theme.font(FontRole::Small));
        painter.setPen(palette.text);
        const QRect user = cell(1, top, height);
        painter.drawText(user, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(row.user, Qt::ElideRight, user.width() - theme.px(4)));
        painter.setPen(row.stale ? palette.warnText : palette.text);
        painter.drawText(cell(2, top, height), Qt::AlignVCenter | Qt::AlignLeft,
                         row.stale ? tr("%1, stale").arg(row.version) : row.version);
        painter.setPen(palette.text);
        painter.drawText(cell(3, top, height), Qt::AlignVCenter | Qt::AlignLeft, row.expiresIn);
    }
    if (m_rows.size() > maxRows) {
        painter.setFont(theme.font(FontRole::Small));
        painter.setPen(palette.soft);
        painter.drawText(QRect(0, top, width(), head), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("and %n more", nullptr, static_cast<int>(m_rows.size() - maxRows)));
    }
}

} // namespace sessionarium::ui::inspector
