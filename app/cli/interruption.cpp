// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <atomic>
#include <csignal>

namespace sessionarium::app::cli {
namespace {

// A signal handler has no other way to leave a note.
std::atomic<bool> interrupted {false};
static_assert(std::atomic<bool>::is_always_lock_free);

void leaveNote(int)
{
    interrupted.store(true);
}

} // namespace

void watchForInterruption()
{
    struct sigaction action = {};
    action.sa_handler = leaveNote;
    action.sa_flags = static_cast<int>(static_cast<unsigned>(SA_RESETHAND) | static_cast<unsigned>(SA_RESTART));
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

bool isInterrupted()
{
    return interrupted.load();
}

} // namespace sessionarium::app::cli
