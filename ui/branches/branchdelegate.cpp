// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/branchdelegate.h"

#include "ui/timelineview/verdictmark.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::branches {

using theme::FontRole;

namespace {

constexpr int markRadius = 5;
constexpr int nameLeft = 16;
constexpr int nameGap = 16; // between the name and the axis
constexpr int dotRadius = 4;
constexpr int longestName = 60;

} // namespace

BranchDelegate::BranchDelegate(theme::ThemeHost &host, const BranchesModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host), m_model(model)
{
}

double BranchDelegate::xOf(model::SimTime t) const
{
    const report::PacingMap *axis = m_model.axis();
    if (!axis || axis->length() == 0)
        return m_axis.left;
    return m_axis.left + m_axis.width * static_cast<double>(axis->toScreen(t)) / static_cast<double>(axis->length());
}

std::vector<BranchMarks::Mark> BranchDelegate::marks(int row) const
{
    std::vector<BranchMarks::Mark> marks = m_model.marks(row, m_axis.width, m_host.theme().px(2 * markRadius + 2));
    for (BranchMarks::Mark &mark : marks)
        mark.x += m_axis.left;
    return marks;
}

QSize BranchDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {m_axis.left + m_axis.width, m_host.theme().px(rowHeight)};
}

void BranchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.row() >= m_model.rowCount())
        return;
    const theme::Palette &p = m_host.palette();
    const BranchesModel::Row &branch = m_model.rows()[static_cast<std::size_t>(index.row())];
    const QRectF box = QRectF(option.rect).adjusted(7.5, 1.5, -7.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_MouseOver) || branch.isPlayed) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(branch.isPlayed ? p.accentSoft : p.hover);
        painter->drawRoundedRect(box, 6, 6);
    }
    paintForks(*painter, option.rect, index.row());
    paintLane(*painter, option.rect, index.row());
    paintName(*painter, option.rect, branch);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(p.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, 6, 6);
    }
    painter->restore();
}

QRect BranchDelegate::nameRect(const QRect &row) const
{
    return QRect(QPoint(row.left() + nameLeft, row.top()),
                 QPoint(row.left() + m_axis.left - nameGap - 1, row.bottom()));
}

void BranchDelegate::paintName(QPainter &painter, const QRect &row, const BranchesModel::Row &branch) const
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &p = m_host.palette();
    QRect place = nameRect(row);
    const QPointF dot(place.left() + dotRadius, row.top() + row.height() / 2.0);
    painter.setPen(QPen(branch.isPlayed ? p.accent : p.line, 1.6));
    painter.setBrush(branch.isPlayed ? p.accent : Qt::transparent);
    painter.drawEllipse(dot, dotRadius - 0.5, dotRadius - 0.5);
    place.setLeft(place.left() + 2 * dotRadius + 8);

    const QFont small = theme.font(FontRole::Caption);
    const int startWidth = branch.start.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(branch.start) + 8;
    painter.setFont(small);
    painter.setPen(p.soft);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, branch.start);

    const QFont font = branch.isPlayed ? theme.boldFont(FontRole::Control) : theme.font(FontRole::Control);
    painter.setFont(font);
    painter.setPen(branch.isPlayed ? p.accentText : p.text);
    place.setRight(place.right() - startWidth);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(branch.name, Qt::ElideRight, place.width()));
}

void BranchDelegate::paintForks(QPainter &painter, const QRect &row, int index) const
{
    const theme::Palette &p = m_host.palette();
    const double middle = row.top() + row.height() / 2.0;
    constexpr double bend = 6;
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const BranchesModel::Row &branch = m_model.rows()[static_cast<std::size_t>(i)];
        if (branch.parent < 0 || index < branch.parent || index > i)
            continue;
        const double x = row.left() + xOf(branch.from);
        painter.setPen(branch.isPlayed ? QPen(p.accent, 2) : QPen(p.line, 1.4));
        if (index == branch.parent) {
            painter.drawLine(QPointF(x, middle), QPointF(x, row.bottom() + 1));
        } else if (index < i) {
            painter.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom() + 1));
        } else {
            QPainterPath path(QPointF(x, row.top()));
            path.lineTo(x, middle - bend);
            path.quadTo(x, middle, x + bend, middle);
            painter.drawPath(path);
        }
    }
}

void BranchDelegate::paintLane(QPainter &painter, const QRect &row, int index) const
{
    const theme::Palette &p = m_host.palette();
    const BranchesModel::Row &branch = m_model.rows()[static_cast<std::size_t>(index)];
    const double middle = row.top() + row.height() / 2.0;
    const double end = row.left() + m_axis.left + m_axis.width;
    const double from = branch.parent < 0 ? row.left() + m_axis.left : row.left() + xOf(branch.from) + 6;
    const double known = std::clamp(row.left() + xOf(m_model.shownUntil(index)), from, std::max(from, end));
    painter.setPen(branch.isPlayed ? QPen(p.accent, 2) : QPen(p.line, 1.4));
    painter.drawLine(QPointF(from, middle), QPointF(known, middle));
    QPen ahead(branch.isPlayed ? p.accent : p.line, 1.2, Qt::DotLine);
    painter.setPen(ahead);
    painter.drawLine(QPointF(known, middle), QPointF(std::max(known, end), middle));

    const double playhead = row.left() + xOf(m_model.moment());
    painter.setPen(QPen(p.accent, 1));
    painter.drawLine(QPointF(playhead, row.top()), QPointF(playhead, row.bottom() + 1));
    for (const BranchMarks::Mark &mark : marks(index))
        timelineview::paintVerdict(painter, mark.outcome, mark.slow, QPointF(row.left() + mark.x, middle),
                                   m_host.theme().px(markRadius), p);
}

QWidget *BranchDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                      const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("branchName"));
    editor->setAccessibleName(tr("Name of the branch"));
    editor->setMaxLength(longestName);
    editor->setFont(m_host.theme().font(FontRole::Control));
    // The sheet of the program gives a field more room than a thin lane has.
    editor->setStyleSheet(QStringLiteral("min-height: 0; padding: 0 6px;"));
    return editor;
}

void BranchDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex & /*index*/) const
{
    editor->setGeometry(nameRect(option.rect).adjusted(2 * dotRadius + 2, 1, 0, -1));
}

} // namespace sessionarium::ui::branches
