// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace sessionarium::ui::widgets {

enum class Icon {
    Check,
    Cross,
    Clock,
    Dash,
    Play,
    Pause,
    StepBack,
    StepForward,
    First,
    Last,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    Sun,
    Moon,
    Menu,
    Close,
    Plus,
    Folder,
    Save,
    Export,
    Copy,
    Question,
    Info,
    Undo,
    Branch,
    Balancer,
    Search,
    Fit
};

/// A shape that goes with every state, so that no colour stands alone: disc with check, square with cross, ring with
/// clock, ring with dash.
enum class Badge { Good, Bad, Clock, Dash };

/// Draws the icon in `ink`, fitted into the square in the middle of `box`. Vector: crisp at any scale.
void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &ink);
void paintBadge(QPainter &painter, Badge badge, const QPointF &centre, qreal radius, const theme::Palette &palette);
/// The two-eyed logo, 32 x 20 in the mock-ups.
void paintLogo(QPainter &painter, const QRectF &box, const theme::Palette &palette);

/// For menus and actions; painted at the size and scale asked for.
[[nodiscard]] QIcon makeIcon(Icon icon, const QColor &ink);
/// The program's icon.
[[nodiscard]] QIcon makeLogoIcon(const theme::Palette &palette);

} // namespace sessionarium::ui::widgets
