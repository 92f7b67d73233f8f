// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sessionarium::model {

/// A text of a file in both languages, UTF-8. In files made by hand one may be empty: the other is shown then.
struct Text
{
    std::string ko;
    std::string en;

    [[nodiscard]] bool isEmpty() const { return ko.empty() && en.empty(); }
    friend bool operator==(const Text &, const Text &) = default;
};

} // namespace sessionarium::model
