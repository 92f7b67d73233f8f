// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/resultrow.h"

#include "ui/text/verdicttext.h"
#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

#include <utility>

namespace sessionarium::ui::welcome {

using theme::FontRole;

namespace {
constexpr int headHeight = 20;
constexpr int rowHeight = 22;
constexpr int signWidth = 20;
constexpr int gap = 12;
} // namespace

ResultRow::ResultRow(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ResultRow::setResults(const QString &name, std::vector<verdict::Outcome> outcomes)
{
    m_name = name;
    m_outcomes = std::move(outcomes);
    QStringList words;
    for (const verdict::Outcome outcome : m_outcomes)
        words << text::outcomeName(outcome);
    //: %1 is a run, %2 what came of its requests: "Before: logged out, fine".
    setAccessibleName(tr("%1: %2").arg(m_name, words.join(QStringLiteral(", "))));
    setVisible(!m_outcomes.empty());
    updateGeometry();
    update();
}

QSize ResultRow::sizeHint() const
{
    const int width = m_host.theme().px(280);
    return {width, heightForWidth(width)};
}

QSize ResultRow::minimumSizeHint() const
{
    return {m_host.theme().px(120), m_host.theme().px(headHeight + rowHeight)};
}

int ResultRow::heightForWidth(int width) const
{
    const std::vector<QRect> all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

std::vector<QRect> ResultRow::places(int width) const
{
    const theme::Theme &theme = m_host.theme();
    const QFontMetrics metrics(theme.font(FontRole::Caption));
    std::vector<QRect> all;
    int x = 0;
    int y = theme.px(headHeight);
    for (const verdict::Outcome outcome : m_outcomes) {
        const int across = theme.px(signWidth) + metrics.horizontalAdvance(text::outcomeName(outcome)) + 1;
        if (x > 0 && x + across > width) {
            x = 0;
            y += theme.px(rowHeight);
        }
        all.emplace_back(x, y, across, theme.px(rowHeight));
        x += across + theme.px(gap);
    }
    return all;
}

void ResultRow::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = m_host.theme();
    const theme::Palette &palette = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(FontRole::Small));
    painter.setPen(palette.soft);
    painter.drawText(QRect(0, 0, width(), theme.px(headHeight)), Qt::AlignLeft | Qt::AlignVCenter, m_name);
    painter.setFont(theme.font(FontRole::Caption));
    const std::vector<QRect> all = places(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool fine = m_outcomes[i] == verdict::Outcome::Fine;
        const double radius = theme.px(6);
        widgets::paintBadge(painter, fine ? widgets::Badge::Good : widgets::Badge::Bad,
                            QPointF(all[i].left() + radius + 1, all[i].center().y() + 0.5), radius, palette);
        painter.setPen(fine ? palette.goodText : palette.badText);
        painter.drawText(all[i].adjusted(theme.px(signWidth), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text::outcomeName(m_outcomes[i]));
    }
}

} // namespace sessionarium::ui::welcome
