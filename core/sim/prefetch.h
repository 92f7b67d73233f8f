// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sessionarium::sim {

/// Asks for memory that will be read soon, without waiting for it. Changes nothing but time.
inline void prefetch([[maybe_unused]] const void *place)
{
#if defined(__GNUC__)
    __builtin_prefetch(place);
#endif
}

} // namespace sessionarium::sim
