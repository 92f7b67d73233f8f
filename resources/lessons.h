// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// The files that every program carries inside itself, so that nothing needs to be installed or found.
/// All texts are UTF-8 and live as long as the program.
namespace sessionarium::resources {

/// A built-in lesson: the id that it goes by, and its scenario file, unread.
struct File
{
    std::string_view id;
    std::string_view json;
};

/// The built-in lessons in teaching order.
[[nodiscard]] std::span<const File> lessons();
/// The text of the lesson; empty if there is none of that id.
[[nodiscard]] std::string_view findLesson(std::string_view id);
/// What the welcome page begins with, of the form of a lesson but none of the course: it has no number, and neither
/// `lessons` nor `findLesson` knows it.
[[nodiscard]] std::string_view firstMinute();
/// `{"terms": [{"id", "name": {ko, en}, "text": {ko, en}}]}`: each term with one sentence that explains it.
[[nodiscard]] std::string_view glossary();

} // namespace sessionarium::resources
