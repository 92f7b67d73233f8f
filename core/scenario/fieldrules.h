// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <string_view>

/// What the rows of the field table (`fields.h`) are written with.
namespace sessionarium::scenario {

enum class Need { Optional, Required };

/// What may stand in a plain string.
enum class StringRule {
    Free, ///< 1 to nameLength characters without control characters.
    Address, ///< An IPv4 or IPv6 address by its characters.
    Attribute, ///< An id other than `user`, which only a log-in sets.
    Claim ///< 1 to claimLength characters.
};

/// Names a row of tables: the fields of a `T`.
template <class T>
struct Fields
{
    using Value = T;
};
/// An action without a time, as "try" has it: it is taken at the playhead.
struct UntimedActionFields
{
    using Value = model::Action;
};

} // namespace sessionarium::scenario
