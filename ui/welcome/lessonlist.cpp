// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/lessonlist.h"

#include "core/scenario/json.h"
#include "resources/lessons.h"

namespace sessionarium::ui::welcome {

namespace {

using scenario::Json;

model::Text textAt(const Json &object, std::string_view key)
{
    const Json *text = object.find(key);
    const Json *ko = text ? text->find("ko") : nullptr;
    const Json *en = text ? text->find("en") : nullptr;
    return {ko ? ko->text : std::string(), en ? en->text : std::string()};
}

std::uint32_t numberAt(const Json &object, std::string_view key)
{
    const Json *number = object.find(key);
    return number ? static_cast<std::uint32_t>(number->magnitude) : 0;
}

} // namespace

// Only what is shown: the whole of a lesson is read when somebody opens it.
std::vector<LessonEntry> builtInLessons()
{
    std::vector<LessonEntry> entries;
    for (const resources::File &file : resources::lessons()) {
        const scenario::ParsedJson parsed = scenario::parseJson(file.json);
        const Json *lesson = parsed.root.find("lesson");
        const Json *steps = lesson ? lesson->find("steps") : nullptr;
        if (!steps)
            continue;
        LessonEntry entry;
        entry.id = QString::fromUtf8(file.id.data(), static_cast<qsizetype>(file.id.size()));
        entry.json = file.json;
        entry.number = numberAt(*lesson, "number");
        entry.minutes = numberAt(*lesson, "minutes");
        entry.steps = steps->items.size();
        entry.title = textAt(parsed.root, "title");
        entry.summary = textAt(*lesson, "summary");
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace sessionarium::ui::welcome
