// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stageframe.h"
#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stagetexts.h"

#include <QCoreApplication>

namespace sessionarium::ui::stage {

/// Says in plain words what is seen at a point of the stage, and what a node is. Reads nothing but the frame.
class StageHints
{
    Q_DECLARE_TR_FUNCTIONS(StageHints)

public:
    /// All must outlive this; `texts` may be null.
    StageHints(const StageFrame &frame, const StageLayout &layout, StagePainter &painter, const StageTexts *texts);

    /// What stands in front: a message, a chip, a pin, a node, a line. Empty: nothing.
    [[nodiscard]] QString at(const QPointF &point) const;
    /// The whole of a node, for tool tips and screen readers.
    [[nodiscard]] QString ofNode(model::EntityId entity) const;

private:
    [[nodiscard]] QString ofMessages(const QPointF &point) const;
    [[nodiscard]] QString ofChips(const QPointF &point, const std::vector<ServerNode> &nodes,
                                  const std::vector<ServerBox> &boxes) const;
    [[nodiscard]] QString ofChip(const SessionChip &chip, const ServerNode &node) const;
    [[nodiscard]] QString ofRoutes(const QPointF &point) const;
    [[nodiscard]] QString ofLinks(const QPointF &point) const;
    [[nodiscard]] QString ofClient(const ClientNode &node) const;
    [[nodiscard]] QString ofServer(const ServerNode &node, bool isStore) const;
    [[nodiscard]] QString name(model::EntityId entity) const;
    [[nodiscard]] static QString nameOf(model::MessageKind kind);

    const StageFrame &m_frame;
    const StageLayout &m_layout;
    StagePainter &m_painter;
    const StageTexts *m_texts;
};

} // namespace sessionarium::ui::stage
