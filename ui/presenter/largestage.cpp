// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/largestage.h"

#include <QPainter>

namespace sessionarium::ui::presenter {

LargeStage::LargeStage(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent), m_host(host), m_painter(projected()), m_frame(&m_projector.frameAt({}))
{
    setObjectName(QStringLiteral("largeStage"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        m_painter = stage::StagePainter(projected());
        layOut();
    });
}

/// On a projector the ways are no decoration: they need the contrast of lines that mean something.
theme::Theme LargeStage::projected() const
{
    theme::Theme theme = m_host.theme();
    theme.palette.border = theme.palette.line;
    return theme;
}

void LargeStage::setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes)
{
    m_projector.setContent(view, keyframes);
    project();
}

void LargeStage::setTexts(const stage::StageTexts *texts)
{
    m_projector.setTexts(texts);
    project();
}

void LargeStage::setMoment(model::SimTime t)
{
    m_moment = t;
    project();
}

void LargeStage::setPointedAt(std::vector<model::EntityId> entities)
{
    if (m_pointedAt == entities)
        return;
    m_pointedAt = std::move(entities);
    layOut();
}

void LargeStage::setScale(double scale)
{
    m_scale = scale;
    layOut();
}

void LargeStage::project()
{
    m_frame = &m_projector.frameAt(m_moment);
    if (m_projector.sceneNumber() != m_laidOutNumber)
        layOut();
    update();
}

void LargeStage::layOut()
{
    m_shown = shownScene(m_frame->scene, m_pointedAt);
    m_layout = layOutLarge(m_shown, QSizeF(size()), m_scale);
    m_laidOutNumber = m_projector.sceneNumber();
    m_painter.forgetWays();
    m_still = QPixmap();
    setAccessibleDescription(m_shown.scene.callout ? m_shown.scene.callout->text : QString());
    update();
}

void LargeStage::paintStill()
{
    const qreal ratio = devicePixelRatioF();
    m_still = QPixmap((QSizeF(size()) * ratio).toSize());
    m_still.setDevicePixelRatio(ratio);
    m_still.fill(m_host.palette().window);
    QPainter painter(&m_still);
    painter.setRenderHint(QPainter::Antialiasing);
    m_painter.paintScene(painter, m_shown.scene, m_layout.stage, {});
    painter.setFont(m_host.theme().font(theme::FontRole::Caption));
    painter.setPen(m_host.palette().soft);
    //: A projected stage does not show everybody: %1 is how many more there are.
    const QString more = tr("and %1 more");
    if (m_shown.hiddenClients > 0)
        painter.drawText(m_layout.moreClients, Qt::AlignCenter, more.arg(m_shown.hiddenClients));
    if (m_shown.hiddenServers > 0)
        painter.drawText(m_layout.moreServers, Qt::AlignCenter, more.arg(m_shown.hiddenServers));
}

void LargeStage::paintEvent(QPaintEvent * /*event*/)
{
    if (m_still.isNull() || m_still.size() != (QSizeF(size()) * devicePixelRatioF()).toSize())
        paintStill();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    m_painter.paintMessages(painter, m_frame->messages, m_layout.stage, true);
}

void LargeStage::resizeEvent(QResizeEvent *event)
{
    layOut();
    QWidget::resizeEvent(event);
}

void LargeStage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Stage"));
        m_projector.forgetTexts();
        m_still = QPixmap();
        project();
    }
    QWidget::changeEvent(event);
}

} // namespace sessionarium::ui::presenter
