// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace sessionarium::ui::text {

/// "768 B", "1.5 kB", "2 MB": a thousand a step, rounded to tenths.
[[nodiscard]] QString sizeText(std::uint64_t bytes);

} // namespace sessionarium::ui::text
