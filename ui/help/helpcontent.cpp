// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpcontent.h"

#include "ui/commands/search.h"

#include <numeric>
#include <utility>

namespace sessionarium::ui::help {

std::size_t HelpPage::entryCount() const
{
    return std::accumulate(
        sections.begin(), sections.end(), std::size_t {0},
        [](std::size_t count, const HelpSection &section) { return count + section.entries.size(); });
}

std::vector<HelpPage> search(const std::vector<HelpPage> &pages, const QString &query)
{
    std::vector<HelpPage> found;
    for (const HelpPage &page : pages) {
        HelpPage fitting {page.id, page.title, {}, {}};
        for (const HelpSection &section : page.sections) {
            HelpSection part {section.heading, {}, section.isTable};
            for (const HelpEntry &entry : section.entries) {
                if (commands::fit(query, QStringList {entry.lead, entry.text} + entry.alsoFoundBy))
                    part.entries.push_back(entry);
            }
            if (!part.entries.empty())
                fitting.sections.push_back(std::move(part));
        }
        if (!fitting.sections.empty())
            found.push_back(std::move(fitting));
    }
    return found;
}

} // namespace sessionarium::ui::help
