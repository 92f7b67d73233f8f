// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/lamprow.h"

#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainwords.h"

#include <QPainter>

namespace sessionarium::ui::inspector {

using verdict::Guarantee;

namespace {
constexpr int lineHeight = 22;
constexpr int badgeRadius = 6;
constexpr int textLeft = 22;
} // namespace

LampRow::LampRow(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_lamps {Lamp {Guarantee::ReadYourWrites, false, {}, {}}, Lamp {Guarantee::MonotonicReads, false, {}, {}},
               Lamp {Guarantee::MonotonicWrites, false, {}, {}}, Lamp {Guarantee::WritesFollowReads, false, {}, {}},
               Lamp {Guarantee::Durability, false, {}, {}}}
{
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LampRow::setLamps(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, model::EntityId client,
                       std::uint32_t records)
{
    QStringList words;
    for (Lamp &lamp : m_lamps) {
        const verdict::Verdict *by = verdicts.lamp(client, lamp.guarantee, records);
        lamp.broken = by != nullptr;
        lamp.name = text::guaranteeName(lamp.guarantee);
        lamp.when = by ? text::momentText(timeline[by->finished].at) : QString();
        // What it means stands below what became of it: nobody knows these terms by heart.
        words << text::lampText(lamp.guarantee, by, timeline) + QStringLiteral("\n    ")
                + text::guaranteeDescription(lamp.guarantee);
    }
    const QString all = words.join(QLatin1Char('\n'));
    setToolTip(widgets::plainWords(all));
    setAccessibleName(all);
    update();
}

QSize LampRow::sizeHint() const
{
    const theme::Theme &theme = m_host.theme();
    return {theme.px(200), theme.px(lineHeight) * static_cast<int>(m_lamps.size())};
}

bool LampRow::isBroken(Guarantee guarantee) const
{
    for (const Lamp &lamp : m_lamps) {
        if (lamp.guarantee == guarantee)
            return lamp.broken;
    }
    return false;
}

void LampRow::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = m_host.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int step = theme.px(lineHeight);
    const int left = theme.px(textLeft);
    for (std::size_t i = 0; i < m_lamps.size(); ++i) {
        const Lamp &lamp = m_lamps.at(i);
        const QRect line(0, static_cast<int>(i) * step, width(), step);
        const qreal radius = theme.px(badgeRadius);
        widgets::paintBadge(painter, lamp.broken ? widgets::Badge::Bad : widgets::Badge::Good,
                            QPointF(radius + 1, line.center().y() + 1.5), radius, theme.palette);
        painter.setFont(lamp.broken ? theme.boldFont(theme::FontRole::Detail) : theme.font(theme::FontRole::Detail));
        painter.setPen(lamp.broken ? theme.palette.text : theme.palette.soft);
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, lamp.name);
        painter.setPen(theme.palette.badText);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, lamp.when);
    }
}

} // namespace sessionarium::ui::inspector
