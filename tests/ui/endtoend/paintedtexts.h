// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace sessionarium::tests {

/// One run of letters as a widget painted it, in coordinates of the window.
struct PaintedText
{
    QString text; ///< May be empty where a line mixes fonts.
    QRectF ink; ///< From the height of its capitals to its base line.
    QRectF clip; ///< What of the window could be seen of it.
    QColor colour;
    const QWidget *widget = nullptr; ///< Whose paint event it was.
};

/// All text that is to be seen in the window and its children, also what our own views paint: the widgets paint once
/// more, into a paint device that keeps no pixels but notes what is written where, how it is cut and in which colour.
/// What another part of the window covers is left out. `theme`: the one in use.
[[nodiscard]] std::vector<PaintedText> paintedTexts(QWidget &window, const ui::theme::Theme &theme);

/// What of these cannot be read: it is cut off, or it lies on another one. A line each.
[[nodiscard]] QStringList unreadable(const QWidget &window, const std::vector<PaintedText> &texts);

/// Which of these stand out too little from what is behind them in `picture`, a picture of the window at any scale.
[[nodiscard]] QStringList faint(const QWidget &window, const std::vector<PaintedText> &texts, const QImage &picture);

} // namespace sessionarium::tests
