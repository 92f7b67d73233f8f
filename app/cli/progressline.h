// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"

#include <chrono>

namespace sessionarium::app::cli {

/// A line on standard error that says how far a run has been computed. Shows itself only on a terminal, only when the
/// work takes a while, and leaves nothing behind.
class ProgressLine
{
public:
    ProgressLine(model::Duration whole, bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(model::SimTime done);

private:
    model::Duration m_whole;
    bool m_visible;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace sessionarium::app::cli
