// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"
#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

class QPainter;

namespace sessionarium::ui::stage {

/// Paints one scene: links below, then nodes, then what is said about them.
class ScenePainter
{
    Q_DECLARE_TR_FUNCTIONS(StageScene)

public:
    ScenePainter(QPainter &painter, const StageScene &scene, const StageLayout &layout, const StageFocus &focus,
                 const theme::Theme &theme);

    void paint();

private:
    void paintLinks();
    void paintBackLinks();
    void paintCuts();
    void paintRoutes();
    void paintLitLinks();
    void paintClient(const ClientNode &node, const ClientBox &box);
    void paintAvatar(const ClientNode &node, const ClientBox &box);
    void paintCrowd();
    void paintBalancer();
    void paintServer(const ServerNode &node, const ServerBox &box);
    void paintServerBars(const ServerNode &node, const ServerBox &box);
    void paintQueue(const ServerNode &node, const ServerBox &box);
    /// What stands on the lower edge of a card.
    enum class Tag {
        Queued, ///< Changes that wait to be sent.
        Waiting, ///< Answers that wait for confirmations.
        Tabs, ///< More than one.
        Differs ///< Seen as believed: what holds in truth.
    };
    double paintTag(Tag kind, const QString &words, QPointF right);
    void paintGauge(const QRectF &box, const QString &label, double share, const QString &figure);
    void paintCallout();
    void paintLitNumbers();
    void paintLegend();
    void paintFrame(const QRectF &card, double radius, const QColor &fill, model::EntityId entity);
    void text(const QRectF &box, int flags, const QString &words, const QFont &font, const QColor &ink);
    [[nodiscard]] QFont font(theme::FontRole role) const;
    [[nodiscard]] double px(double length) const { return length * m_layout.unit; }
    [[nodiscard]] bool isLit(model::EntityId entity) const;

    QPainter &m_painter;
    const StageScene &m_scene;
    const StageLayout &m_layout;
    const StageFocus &m_focus;
    const theme::Theme &m_theme;
    const theme::Palette &m_colours;
};

} // namespace sessionarium::ui::stage
