// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/verdict/cases.h"

/// Beginnings that cases of several files share.
namespace sessionarium::tests::dictated {

/// Minji is signed in at server 1 under "A".
inline void signIn(Story &s)
{
    (void)s.logIn(s.minji, s.s1, "A");
}

/// Server 2 has a copy of her session.
inline void copyUser(Story &s)
{
    s.replicate(s.s1, s.s2, "A", "user");
}

/// Cases about values that are older than what the client knows, or lost.
[[nodiscard]] std::vector<Case> olderAndLost();
/// Cases about copies in clusters: what waits, is under way, or is handed over.
[[nodiscard]] std::vector<Case> clusters();
/// Cases about stores, their disks and their replicas.
[[nodiscard]] std::vector<Case> stores();
/// Cases about who may expect to be known: revocation, ids, cookies.
[[nodiscard]] std::vector<Case> entitlements();
/// Cases about what a client may expect at all.
[[nodiscard]] std::vector<Case> expectations();

} // namespace sessionarium::tests::dictated
