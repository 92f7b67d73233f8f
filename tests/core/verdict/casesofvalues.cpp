// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/casesteps.h"

namespace sessionarium::tests::dictated {

using model::Operation;
using model::WriteId;
using verdict::Guarantee;
using verdict::Outcome;
using Asked = Story::Asked;

namespace {

constexpr auto ryw = Guarantee::ReadYourWrites;
constexpr auto reads = Guarantee::MonotonicReads;
constexpr auto writes = Guarantee::MonotonicWrites;
constexpr auto follow = Guarantee::WritesFollowReads;
constexpr auto durability = Guarantee::Durability;

/// Two writes that read the same value; the first acknowledged one is overwritten. The third request shows it.
void loseConcurrently(Story &s)
{
    signIn(s);
    const Asked first = s.ask(s.minji, Operation::Write, "A", "cart");
    const Asked second = s.ask(s.minji, Operation::Write, "A", "cart");
    s.begin(s.s1, first, "A");
    s.begin(s.s1, second, "A");
    s.complete(s.s1, first, "A");
    s.complete(s.s1, second, "A");
}

/// An acknowledged write at server 1, then one on top of nothing at server 2.
Asked split(Story &s)
{
    signIn(s);
    copyUser(s);
    (void)s.write(s.minji, s.s1, "A");
    return s.write(s.minji, s.s2, "A");
}

} // namespace

std::vector<Case> olderAndLost()
{
    return {
        {"4.4 the answer is older: own write",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw}},
        {"4.4 the answer is older: shown before",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked inDoubt = s.ask(s.junho, Operation::Write, "A", "cart");
             s.begin(s.s1, inDoubt, "A");
             s.finishService(s.s1, inDoubt, "A");
             (void)s.read(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {reads}},
        {"4.4 the answer is older: own write, shown before",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.read(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"4.4 the answer is older: the newer copy died",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.read(s.minji, s.s1, "A");
             s.crash(s.s1);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {durability}},
        {"4.4 a write's base is older", [](Story &s) { return split(s); }, Outcome::StaleRead, {ryw}},
        {"4.4 an older version of the same attribute",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A");
             copyUser(s);
             s.replicate(s.s1, s.s2, "A", "cart");
             (void)s.write(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw}},
        {"4.4 a newer value contains what was expected",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A");
             const Asked inDoubt = s.ask(s.minji, Operation::Write, "A", "cart");
             s.begin(s.s1, inDoubt, "A");
             s.finishService(s.s1, inDoubt, "A");
             return s.read(s.minji, s.s1, "A");
         }},
        {"4 monotonic writes: the later write shows without the earlier",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A", "cart");
             (void)s.write(s.minji, s.s2, "A", "list");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw, writes}},
        {"4 monotonic writes: the earlier was acknowledged too late",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked first = s.ask(s.minji, Operation::Write, "A", "cart");
             const Asked second = s.ask(s.minji, Operation::Write, "A", "list");
             s.serve(s.s1, first, "A");
             s.serve(s.s2, second, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw}},
        {"4 writes follow reads: what was read is missing",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked other = s.ask(s.junho, Operation::Write, "A", "cart");
             s.begin(s.s1, other, "A");
             s.finishService(s.s1, other, "A");
             (void)s.read(s.minji, s.s1, "A");
             (void)s.write(s.minji, s.s2, "A", "list");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {reads, follow}},
        {"4.4 concurrent writes: one is lost, no guarantee is broken",
         [](Story &s) {
             loseConcurrently(s);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LostUpdate,
         {},
         1},
        {"4.4 a lost write is counted once",
         [](Story &s) {
             loseConcurrently(s);
             (void)s.read(s.minji, s.s1, "A");
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.4 what follows a lost write is expected",
         [](Story &s) {
             loseConcurrently(s);
             (void)s.read(s.minji, s.s1, "A");
             copyUser(s);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"4.4 two branches: the older write is lost at the second server",
         [](Story &s) {
             (void)split(s);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LostUpdate,
         {ryw, writes},
         1},
        {"4.4 two branches: the newer write is lost at the first server",
         [](Story &s) {
             (void)split(s);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LostUpdate,
         {ryw},
         1},
        {"4.4 two writes of one branch are lost at once",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.write(s.minji, s.s1, "A");
             (void)s.write(s.minji, s.s2, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LostUpdate,
         {ryw, reads, writes},
         2},
        {"4.4 another branch whose loser has no copy left",
         [](Story &s) {
             (void)split(s);
             s.crash(s.s1);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LostUpdate,
         {durability},
         1},
        {"3 an overwrite by a stranger to the write ends its copy",
         [](Story &s) {
             (void)split(s);
             s.replicate(s.s2, s.s1, "A", "cart");
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LostUpdate,
         {durability},
         1},
        {"3 an overwrite by a descendant keeps the copy",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             const Asked inDoubt = s.ask(s.minji, Operation::Write, "A", "cart");
             s.begin(s.s1, inDoubt, "A");
             s.finishService(s.s1, inDoubt, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw}},
    };
}

std::vector<Case> expectations()
{
    return {
        {"4 E ends when the request is issued",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked early = s.ask(s.minji, Operation::Read, "A");
             (void)s.write(s.minji, s.s1, "A");
             s.serve(s.s2, early, "A");
             return early;
         }},
        {"3 a write in doubt is not expected",
         [](Story &s) {
             signIn(s);
             const Asked inDoubt = s.ask(s.minji, Operation::Write, "A", "cart");
             s.fail(inDoubt);
             return s.read(s.minji, s.s1, "A");
         }},
        {"3 a write in doubt is not forbidden",
         [](Story &s) {
             signIn(s);
             const Asked inDoubt = s.ask(s.minji, Operation::Write, "A", "cart");
             s.begin(s.s1, inDoubt, "A");
             s.finishService(s.s1, inDoubt, "A");
             s.fail(inDoubt);
             return s.read(s.minji, s.s1, "A");
         }},
        {"3 a write in doubt is expected once it was shown",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked inDoubt = s.ask(s.minji, Operation::Write, "A", "cart");
             s.begin(s.s1, inDoubt, "A");
             s.finishService(s.s1, inDoubt, "A");
             s.fail(inDoubt);
             (void)s.read(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"4 a new log-in expects nothing of the session before",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.logIn(s.minji, s.s2, "B");
             return s.read(s.minji, s.s2, "B");
         }},
        {"4 a write's own value is not expected in its answer",
         [](Story &s) {
             signIn(s);
             return s.write(s.minji, s.s1, "A");
         }},
        {"4 values of several attributes are told apart",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A", "cart");
             (void)s.write(s.minji, s.s1, "A", "list");
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.5 logged out comes before lost",
         [](Story &s) {
             // A half made session: it has a cart of another branch and nobody signed in (T-15).
             (void)split(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             const WriteId other {s.minji, 3};
             s.found(s.s2, asked, "A");
             s.answer(asked, 401, WriteId(), {{"cart", other}});
             return asked;
         },
         Outcome::LoggedOut,
         {ryw, reads, writes},
         1},
        {"4.5 revoked comes before stale",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.logOut(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::RevokedAccepted,
         {ryw, durability}},
        {"4.5 lost comes before stale",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A", "list");
             (void)s.write(s.minji, s.s1, "A", "cart");
             (void)s.write(s.minji, s.s2, "A", "cart");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LostUpdate,
         {ryw, reads, writes},
         1},
    };
}

} // namespace sessionarium::tests::dictated
