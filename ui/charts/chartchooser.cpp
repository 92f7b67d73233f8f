// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartchooser.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sessionarium::ui::charts {

namespace {

constexpr int rowHeight = 24;

/// Rows in our look: the chosen one is bold and has a bar at its side.
class RowDelegate : public QStyledItemDelegate
{
public:
    RowDelegate(theme::ThemeHost &host, QListWidget &list) : QStyledItemDelegate(&list), m_host(host), m_list(list) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, m_host.theme().px(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const theme::Theme &theme = m_host.theme();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? theme.palette.accentSoft : theme.palette.hover);
            painter->drawRoundedRect(box, 6, 6);
        }
        if (chosen) {
            painter->setBrush(theme.palette.accent);
            painter->drawRoundedRect(QRectF(box.left() + 3, box.top() + 4, 3, box.height() - 8), 1.5, 1.5);
        }
        if (chosen && m_list.hasFocus()) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(theme.palette.accent, 1.4));
            painter->drawRoundedRect(box, 6, 6);
        }
        painter->setFont(chosen ? theme.boldFont(theme::FontRole::Detail) : theme.font(theme::FontRole::Detail));
        painter->setPen(chosen ? theme.palette.accentText : theme.palette.text);
        painter->drawText(box.adjusted(theme.px(12), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->restore();
    }

private:
    theme::ThemeHost &m_host;
    QListWidget &m_list;
};

} // namespace

ChartChooser::ChartChooser(theme::ThemeHost &host, QWidget *parent) : QListWidget(parent), m_host(host)
{
    setObjectName(QStringLiteral("chartChooser"));
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(QStringLiteral("QListWidget { background: transparent; border: none; padding: 0; }"));
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus); // a click does not take the arrows away from the playhead
    setItemDelegate(new RowDelegate(host, *this));
    for (std::size_t i = 0; i < allTopics.size(); ++i)
        addItem(QString());
    setCurrentRow(0);
    refresh();
    connect(this, &QListWidget::currentRowChanged, this, &ChartChooser::topicChanged);
    connect(&host, &theme::ThemeHost::changed, this, &ChartChooser::refresh);
}

Topic ChartChooser::topic() const
{
    return allTopics.at(static_cast<std::size_t>(std::max(0, currentRow())));
}

void ChartChooser::setTopic(Topic topic)
{
    setCurrentRow(static_cast<int>(std::find(allTopics.begin(), allTopics.end(), topic) - allTopics.begin()));
}

QSize ChartChooser::sizeHint() const
{
    const QFontMetrics bold(m_host.theme().boldFont(theme::FontRole::Detail));
    int width = 0;
    for (const Topic topic : allTopics)
        width = std::max(width, bold.horizontalAdvance(topicName(topic)));
    return {width + m_host.theme().px(28), m_host.theme().px(rowHeight) * static_cast<int>(allTopics.size())};
}

QSize ChartChooser::minimumSizeHint() const
{
    return {sizeHint().width(), m_host.theme().px(rowHeight) * 2};
}

void ChartChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        QListWidget::keyPressEvent(event);
    else
        event->ignore();
}

void ChartChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QListWidget::changeEvent(event);
}

void ChartChooser::refresh()
{
    setAccessibleName(tr("Choice of the chart"));
    for (std::size_t i = 0; i < allTopics.size(); ++i)
        item(static_cast<int>(i))->setText(topicName(allTopics.at(i)));
    doItemsLayout();
    updateGeometry();
}

} // namespace sessionarium::ui::charts
