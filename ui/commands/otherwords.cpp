// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/otherwords.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>

namespace sessionarium::ui::commands {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 30> table {{
    {"edit.undo", QT_TRANSLATE_NOOP("Commands", "take back, revert, cancel")},
    {"edit.redo", QT_TRANSLATE_NOOP("Commands", "do again, repeat")},
    {"branch.compare", QT_TRANSLATE_NOOP("Commands", "difference, diff")},
    {"file.lessons", QT_TRANSLATE_NOOP("Commands", "home, welcome, start page")},
    {"file.empty", QT_TRANSLATE_NOOP("Commands", "new, blank, sandbox")},
    {"file.open", QT_TRANSLATE_NOOP("Commands", "load, import")},
    {"file.save", QT_TRANSLATE_NOOP("Commands", "keep, store, disk")},
    {"file.export", QT_TRANSLATE_NOOP("Commands", "download, picture, image, PNG, PDF, CSV, JSON")},
    {"file.startOver", QT_TRANSLATE_NOOP("Commands", "reset, restart, from the beginning")},
    {"file.print", QT_TRANSLATE_NOOP("Commands", "paper, PDF")},
    {"file.quit", QT_TRANSLATE_NOOP("Commands", "exit, close")},
    {"run.play", QT_TRANSLATE_NOOP("Commands", "start, stop, resume")},
    {"run.faster", QT_TRANSLATE_NOOP("Commands", "speed")},
    {"run.slower", QT_TRANSLATE_NOOP("Commands", "speed, slow motion")},
    {"view.palette", QT_TRANSLATE_NOOP("Commands", "command palette, search")},
    {"view.details", QT_TRANSLATE_NOOP("Commands", "inspector, properties, why")},
    {"view.present", QT_TRANSLATE_NOOP("Commands", "full screen, projector, slides, class")},
    {"view.theme", QT_TRANSLATE_NOOP("Commands", "dark mode, night, colours")},
    {"view.motion", QT_TRANSLATE_NOOP("Commands", "animation, accessibility")},
    {"view.language", QT_TRANSLATE_NOOP("Commands", "translation, English, 한국어")},
    {"view.largerText", QT_TRANSLATE_NOOP("Commands", "font size, zoom, magnify")},
    {"view.smallerText", QT_TRANSLATE_NOOP("Commands", "font size, zoom")},
    {"view.normalText", QT_TRANSLATE_NOOP("Commands", "font size, reset zoom")},
    {"view.timeline", QT_TRANSLATE_NOOP("Commands", "lanes, sequence diagram")},
    {"view.events", QT_TRANSLATE_NOOP("Commands", "table, log, list")},
    {"view.charts", QT_TRANSLATE_NOOP("Commands", "graphs, statistics, diagrams")},
    {"view.find", QT_TRANSLATE_NOOP("Commands", "filter, look for")},
    {"help.keys", QT_TRANSLATE_NOOP("Commands", "manual, shortcuts, keyboard")},
    {"help.glossary", QT_TRANSLATE_NOOP("Commands", "terms, dictionary, words")},
    {"help.about", QT_TRANSLATE_NOOP("Commands", "about, license, GPL")},
}};

} // namespace

const char *otherWords(const QString &id)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&id](const auto &row) { return id == QLatin1String(row.first); });
    return found == table.end() ? nullptr : found->second;
}

} // namespace sessionarium::ui::commands
