// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stageview.h"

#include "ui/stage/stagehints.h"
#include "ui/stage/stagetools.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::stage {

using model::EntityId;

StageView::StageView(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_painter(host.theme()),
      m_frame(&m_projector.frameAt({})),
      m_tools(new StageTools(host, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    m_options.textScale = host.theme().textScale;
    placeTools();
    layOut();
    connect(m_tools, &StageTools::beliefToggled, this,
            [this](bool on) { setSight(on ? Sight::Belief : Sight::Truth); });
    connect(m_tools, &StageTools::fitRequested, this, &StageView::fit);
    connect(m_tools, &StageTools::addRequested, this,
            [this] { Q_EMIT menuRequested(EntityId(), m_tools->mapToGlobal(QPoint(0, m_tools->height() + 4))); });
    connect(m_tools, &StageTools::resized, this, [this] {
        placeTools();
        layOut();
        update();
    });
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        m_painter = StagePainter(m_host.theme());
        m_painter.setMotion(m_motion);
        placeTools();
        m_options.textScale = m_host.theme().textScale;
        m_still = QPixmap();
        layOut();
        update();
    });
}

void StageView::setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes)
{
    m_projector.setContent(view, keyframes);
    project();
}

void StageView::setTexts(const StageTexts *texts)
{
    m_texts = texts;
    m_projector.setTexts(texts);
    project();
}

void StageView::setMoment(model::SimTime t)
{
    m_moment = t;
    project();
}

void StageView::setSelection(EntityId entity)
{
    if (m_focus.selected == entity)
        return;
    m_focus.selected = entity;
    update();
}

void StageView::setLit(const LitChain &lit)
{
    m_projector.setLit(lit);
    project();
}

void StageView::setLegendVisible(bool visible)
{
    m_options.legend = visible;
    layOut();
    update();
}

void StageView::setSight(Sight sight)
{
    m_projector.setSight(sight);
    m_tools->setBelief(sight == Sight::Belief);
    project();
}

void StageView::setBeliefOffered(bool offered)
{
    m_tools->setBeliefOffered(offered);
}

void StageView::setMotion(Motion motion)
{
    m_motion = motion;
    m_painter.setMotion(motion);
    update();
}

void StageView::zoomAt(double factor, QPointF at)
{
    const double before = m_zoom;
    m_zoom = std::clamp(m_zoom * factor, 1.0, greatestZoom);
    if (m_zoom < 1.02)
        m_zoom = 1;
    // What is under the pointer stays there.
    m_origin += at / before - at / m_zoom;
    m_tools->setZoom(m_zoom);
    panBy({});
}

void StageView::panBy(QPointF pixels)
{
    m_origin -= pixels / m_zoom;
    const QSizeF hidden = QSizeF(size()) * (1 - 1 / m_zoom);
    m_origin = QPointF(std::clamp(m_origin.x(), 0.0, hidden.width()), std::clamp(m_origin.y(), 0.0, hidden.height()));
    layOut();
    update();
}

void StageView::setActing(bool acting)
{
    m_tools->setActing(acting);
}

void StageView::fit()
{
    zoomAt(1 / m_zoom, {});
}

void StageView::placeTools()
{
    m_tools->adjustSize();
    const int side = m_host.theme().px(10);
    m_tools->move(width() - m_tools->width() - side, height() - m_tools->height() - side);
    m_options.controls = QSizeF(m_tools->size()) + QSizeF(side, 0);
}

void StageView::project()
{
    m_frame = &m_projector.frameAt(m_moment);
    if (m_projector.sceneNumber() != m_laidOutNumber)
        layOut();
    update();
}

void StageView::layOut()
{
    m_layout = layOutStage(m_frame->scene, QSizeF(size()), m_options);
    if (m_zoom > 1)
        m_layout = zoomed(std::move(m_layout), m_zoom, m_origin);
    m_laidOutNumber = m_projector.sceneNumber();
    m_painter.forgetWays();
    m_still = QPixmap();
    if (m_layout.cardOf(m_current).isEmpty())
        m_current = EntityId();
    describe();
}

QRect StageView::nodeRect(EntityId entity) const
{
    return m_layout.cardOf(entity).toAlignedRect();
}

QSize StageView::sizeHint() const
{
    return {916, 560};
}

QSize StageView::minimumSizeHint() const
{
    return {480, 260};
}

void StageView::paintEvent(QPaintEvent * /*event*/)
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_still.size() != pixels || m_stillNumber != m_projector.sceneNumber() || !(m_stillFocus == m_focus)) {
        if (m_still.size() != pixels)
            m_still = QPixmap(pixels);
        m_still.setDevicePixelRatio(ratio);
        m_still.fill(m_host.palette().window); // opaque: copied, not blended, at every frame
        QPainter painter(&m_still);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Palette &p = m_host.palette();
        painter.setPen(QPen(p.border, 1));
        painter.setBrush(p.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14);
        m_painter.paintScene(painter, m_frame->scene, m_layout, m_focus);
        m_stillNumber = m_projector.sceneNumber();
        m_stillFocus = m_focus;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    m_painter.paintMessages(painter, m_frame->messages, m_layout, true);
    if (m_byKeyboard && m_current.isNone()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_host.palette().accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 12, 12);
    }
}

void StageView::resizeEvent(QResizeEvent *event)
{
    placeTools();
    panBy({}); // what was in view may end elsewhere now
    QWidget::resizeEvent(event);
}

void StageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Stage"));
        m_tools->retranslate();
        m_projector.forgetTexts();
        m_still = QPixmap(); // the legend's words are not part of the scene
        project();
    }
    QWidget::changeEvent(event);
}

/// What assistive technology reads: the node where the keyboard is, and the failure in view.
void StageView::describe()
{
    QString words =
        m_current.isSome() ? StageHints(*m_frame, m_layout, m_painter, m_texts).ofNode(m_current) : QString();
    if (m_frame->scene.callout)
        words += (words.isEmpty() ? QString() : QStringLiteral(". ")) + m_frame->scene.callout->text;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

} // namespace sessionarium::ui::stage
