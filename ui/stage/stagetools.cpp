// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagetools.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace sessionarium::ui::stage {

namespace {
constexpr double pillHeight = 24;
}

StagePill::StagePill(theme::ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize StagePill::sizeHint() const
{
    const theme::Theme &theme = m_host.theme();
    const double words = QFontMetricsF(theme.font(theme::FontRole::Caption)).horizontalAdvance(text());
    return {static_cast<int>(std::ceil(words)) + theme.px(22), theme.px(pillHeight)};
}

void StagePill::paintEvent(QPaintEvent * /*event*/)
{
    const theme::Palette &p = m_host.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(isChecked() ? p.accent : p.line, hasFocus() ? 2.2 : 1));
    if (hasFocus())
        painter.setPen(QPen(p.accent, 2));
    painter.setBrush(isChecked() ? p.accentSoft : underMouse() ? p.hover : p.card);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setFont(isChecked() ? m_host.theme().boldFont(theme::FontRole::Caption)
                                : m_host.theme().font(theme::FontRole::Caption));
    painter.setPen(isChecked() ? p.accentText : p.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

StageTools::StageTools(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent),
      m_add(new StagePill(host, this)),
      m_fit(new StagePill(host, this)),
      m_belief(new StagePill(host, this))
{
    m_add->setObjectName(QStringLiteral("stageAdd"));
    m_fit->setObjectName(QStringLiteral("stageFit"));
    m_belief->setObjectName(QStringLiteral("stageBelief"));
    m_belief->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(m_fit);
    layout->addWidget(m_add);
    layout->addWidget(m_belief);
    m_fit->hide();
    m_add->hide();
    connect(m_add, &QAbstractButton::clicked, this, &StageTools::addRequested);
    connect(m_fit, &QAbstractButton::clicked, this, &StageTools::fitRequested);
    connect(m_belief, &QAbstractButton::toggled, this, &StageTools::beliefToggled);
    retranslate();
}

void StageTools::setZoom(double factor)
{
    if (factor == m_zoom)
        return;
    m_zoom = factor;
    m_fit->setVisible(factor > 1);
    retranslate();
}

void StageTools::setBeliefOffered(bool offered)
{
    m_belief->setVisible(offered);
    layout()->activate();
    Q_EMIT resized();
}

void StageTools::setActing(bool acting)
{
    if (acting == !m_add->isHidden())
        return;
    m_add->setVisible(acting);
    layout()->activate();
    Q_EMIT resized();
}

void StageTools::retranslate()
{
    //: A button of the stage: a menu of what can be added and changed.
    m_add->setText(tr("Add or change"));
    m_add->setToolTip(tr("Add users and servers, cut connections, choose how sessions are shared"));
    m_add->setAccessibleDescription(m_add->toolTip());
    //: A button of the zoomed stage: back to all of it; %1 is the zoom in per cent.
    m_fit->setText(tr("Fit (%1%)").arg(static_cast<int>(std::lround(m_zoom * 100))));
    m_fit->setToolTip(tr("Show the whole stage (Ctrl+0)"));
    m_belief->setText(tr("As believed"));
    m_belief->setToolTip(
        tr("Shows what the balancer thinks of the servers and what the browsers show, instead of what is. "
           "Differences are marked."));
    m_belief->setAccessibleDescription(m_belief->toolTip());
    for (StagePill *pill : {m_add, m_fit, m_belief})
        pill->updateGeometry();
    layout()->activate();
    Q_EMIT resized();
}

} // namespace sessionarium::ui::stage
