// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace sessionarium::ui::document {

/// What was open and not saved when the program ended, as somebody kept it.
struct Unsaved
{
    std::string scenario; ///< As a scenario file, unread.
    bool growing = false; ///< Its end keeps ahead of the actions (semantics §1).
    QString path; ///< The file that it belongs to; empty: none.
    QString lessonId; ///< The built-in lesson that it came from; empty: none.
    std::string_view lessonText; ///< Of that lesson, as openLesson() takes it.
    QString origin; ///< Whence it comes; what `failed` tells if it cannot be opened.
};

} // namespace sessionarium::ui::document
