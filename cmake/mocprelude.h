// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Read by moc before each file: its preprocessor stumbles over libstdc++ 12's <compare> when nothing of the library came
// before it.
#include <cstddef>
