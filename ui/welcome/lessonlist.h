// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sessionarium::ui::welcome {

/// What the welcome page says of one built-in lesson.
struct LessonEntry
{
    QString id;
    std::string_view json; ///< Its whole text; lives as long as the program.
    std::uint32_t number = 0;
    std::uint32_t minutes = 0;
    std::size_t steps = 0;
    model::Text title;
    model::Text summary;
};

/// The built-in lessons in teaching order. One that cannot be read is left out (a test holds that there is none).
[[nodiscard]] std::vector<LessonEntry> builtInLessons();

} // namespace sessionarium::ui::welcome
