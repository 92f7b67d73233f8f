// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/verdict/story.h"

#include <cstdint>
#include <random>

namespace sessionarium::tests::dictated {

/// A run that no policy would give: parallel requests, servers that take values over from each other at will, changes
/// in queues, under way and waiting to be applied, whole memories handed on, stores that write down what they have, ids
/// that change, operators that delete sessions, crashes and power cuts of everybody, answers that show what they like.
/// The same for the same seed. The session time-out of its stories is 400 µs; `persistenceOf` says what their stores
/// do.
void tellAnything(Story &story, std::uint32_t seed, int steps);
[[nodiscard]] model::Persistence persistenceOf(std::uint32_t seed);

} // namespace sessionarium::tests::dictated
