// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/help/helpcontent.h"
#include "ui/text/language.h"

#include <vector>

namespace sessionarium::ui::help {

inline constexpr QLatin1String shortcutsId("shortcuts");
inline constexpr QLatin1String glossaryId("glossary");
inline constexpr QLatin1String modelledId("modelled");
inline constexpr QLatin1String aboutId("about");

/// All pages in their order, in the language, which must be the one in use. The keys are those of the list, so that
/// they are never out of date.
[[nodiscard]] std::vector<HelpPage> helpPages(const commands::CommandList &commands, text::Language language);

} // namespace sessionarium::ui::help
