// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/stagelayout.h"

/// Where things are within the card of a node, wherever that stands.
namespace sessionarium::ui::stage {

/// A client's card of the usual size; `unit`: that of the layout.
[[nodiscard]] ClientBox boxOfClient(const ClientNode &node, const QRectF &card, double unit);
/// Of a server or a store. Chips that find no place are counted.
[[nodiscard]] ServerBox boxOfServer(const ServerNode &node, const QRectF &card, ServerDetail detail, double unit);

} // namespace sessionarium::ui::stage
