// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"

namespace sessionarium::resources {

std::string_view findLesson(std::string_view id)
{
    for (const File &lesson : lessons()) {
        if (lesson.id == id)
            return lesson.json;
    }
    return {};
}

} // namespace sessionarium::resources
