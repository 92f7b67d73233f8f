// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/helpcontent.h"
#include "ui/theme/theme.h"

namespace sessionarium::ui::help {

/// The page for a rich text widget, in the colours and sizes of the theme. All words are escaped.
[[nodiscard]] QString htmlOf(const HelpPage &page, const theme::Theme &theme);
/// What was found, with the titles of the pages; `nothing` if there is none.
[[nodiscard]] QString htmlOfFound(const std::vector<HelpPage> &pages, const QString &nothing,
                                  const theme::Theme &theme);

} // namespace sessionarium::ui::help
