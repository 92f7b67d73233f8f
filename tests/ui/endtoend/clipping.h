// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace sessionarium::tests {

/// What of the visible labels and buttons in the window does not fit into its widget, a line each.
[[nodiscard]] QStringList clippedTexts(QWidget &window);

} // namespace sessionarium::tests
