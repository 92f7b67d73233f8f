// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/lessonlist.h"

#include "core/scenario/reader.h"
#include "resources/lessons.h"

namespace sessionarium::ui::welcome {

std::vector<LessonEntry> builtInLessons()
{
    std::vector<LessonEntry> entries;
    for (const resources::File &file : resources::lessons()) {
        const auto scenario = scenario::readScenario(file.json);
        if (!scenario || !scenario.value().lesson)
            continue;
        const scenario::Lesson &lesson = *scenario.value().lesson;
        LessonEntry entry;
        entry.id = QString::fromUtf8(file.id.data(), static_cast<qsizetype>(file.id.size()));
        entry.json = file.json;
        entry.number = lesson.number;
        entry.minutes = lesson.minutes;
        entry.steps = lesson.steps.size();
        entry.title = scenario.value().title;
        entry.summary = lesson.summary;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace sessionarium::ui::welcome
