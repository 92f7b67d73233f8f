// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Gives a fact its name in files and hands every field with its name to a visitor. For the headers of facts alone.
#define SESSIONARIUM_FACT(kindName)                                                                                    \
    static constexpr std::string_view name = kindName;                                                                 \
    template <class Self, class Visitor>                                                                               \
    static constexpr void fields([[maybe_unused]] Self &self, [[maybe_unused]] Visitor &&visit)
