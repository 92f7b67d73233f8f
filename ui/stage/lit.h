// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <vector>

namespace sessionarium::ui::stage {

/// A record of the chain that "Why?" lights up, with the number of its sentence (from 1; 0: lit without a number).
struct Lit
{
    model::RecordId record;
    int number = 0;
    friend bool operator==(const Lit &, const Lit &) = default;
};

using LitChain = std::vector<Lit>; ///< In the order in which it lights up.

} // namespace sessionarium::ui::stage
