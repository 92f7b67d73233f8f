// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// What the help says, as values: pages of sections of entries, apart from how it looks.
namespace sessionarium::ui::help {

struct HelpEntry
{
    QString lead; ///< Keys, a term, a name; may be empty.
    QString text;
    QStringList alsoFoundBy; ///< Words that are not shown: the other language.
};

struct HelpSection
{
    QString heading;
    std::vector<HelpEntry> entries;
    /// Leads in a column beside the texts; else each above its text.
    bool isTable = false;
};

struct HelpPage
{
    QString id;
    QString title;
    QString intro; ///< May be empty; not searched.
    std::vector<HelpSection> sections;

    [[nodiscard]] std::size_t entryCount() const;
};

/// The entries that fit a query, in their pages and sections; those without any are left out. As commands are found:
/// every word of the query must occur, in either language; Korean also by its first consonants.
[[nodiscard]] std::vector<HelpPage> search(const std::vector<HelpPage> &pages, const QString &query);

} // namespace sessionarium::ui::help
