// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/verdict/story.h"

#include <cstdint>
#include <random>

namespace sessionarium::tests::dictated {

/// A run that no policy would give: parallel requests, servers that take values over from each other at will, crashes,
/// answers that show what they like. The same for the same seed. The session time-out of its stories is 400 µs.
void tellAnything(Story &story, std::uint32_t seed, int steps);

} // namespace sessionarium::tests::dictated
