// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace sessionarium::ui::document {

/// Long work tells now and then how much of it is done, in thousandths; returns false to cancel. May be empty.
using Progress = std::function<bool(int permille)>;

} // namespace sessionarium::ui::document
