// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartscene.h"

#include <QPainter>

namespace sessionarium::ui::charts {

namespace {

constexpr double gap = 24; // between panes

} // namespace

ChartScene::ChartScene(QObject *parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // a handful of items that change at every move of the playhead
}

void ChartScene::setContent(const ChartContent &content)
{
    m_content = content;
    refill();
}

void ChartScene::clearContent()
{
    m_content = {};
    refill();
}

void ChartScene::setTheme(const theme::Theme &theme)
{
    m_theme = theme;
    refill();
    place();
}

void ChartScene::setSize(const QSizeF &size)
{
    m_size = size;
    setSceneRect(QRectF(QPointF(), size));
    place();
}

void ChartScene::setHeading(const QString &heading)
{
    m_heading = heading;
    place();
}

std::optional<model::SimTime> ChartScene::momentAt(const QPointF &point) const
{
    for (const ChartPaneItem *pane : m_panes) {
        if (const auto moment = pane->momentAt(pane->mapFromScene(point)))
            return moment;
    }
    return std::nullopt;
}

void ChartScene::refill()
{
    const bool samePlaces = m_panes.size() == m_content.panes.size();
    while (m_panes.size() > m_content.panes.size()) {
        delete m_panes.back();
        m_panes.pop_back();
    }
    while (m_panes.size() < m_content.panes.size()) {
        m_panes.push_back(new ChartPaneItem);
        addItem(m_panes.back());
    }
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setPane(m_content, i, m_theme);
    if (!samePlaces)
        place();
}

void ChartScene::place()
{
    if (m_panes.empty() || m_size.isEmpty())
        return;
    const double top = m_heading.isEmpty() ? 0 : m_theme.px(40);
    const auto count = static_cast<double>(m_panes.size());
    const double space = m_theme.px(gap);
    const double width = (m_size.width() - space * (count - 1)) / count;
    double left = 0;
    for (ChartPaneItem *pane : m_panes) {
        pane->place(QRectF(left, top, width, m_size.height() - top));
        left += width + space;
    }
}

void ChartScene::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    if (m_heading.isEmpty())
        return;
    painter->setFont(m_theme.font(theme::FontRole::Heading));
    painter->setPen(m_theme.palette.text);
    const QRectF head(0, 0, m_size.width(), m_theme.px(28));
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(m_heading, Qt::ElideRight, static_cast<int>(head.width())));
}

} // namespace sessionarium::ui::charts
