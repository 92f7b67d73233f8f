// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/casesteps.h"

namespace sessionarium::tests::dictated {

using model::ActionKind;
using model::MessageKind;
using model::Operation;
using model::Persistence;
using model::RecordId;
using model::RequestId;
using model::SessionEnd;
using verdict::Guarantee;
using verdict::Outcome;
using Asked = Story::Asked;

namespace {

constexpr auto ryw = Guarantee::ReadYourWrites;
constexpr auto reads = Guarantee::MonotonicReads;
constexpr auto durability = Guarantee::Durability;
constexpr auto replicate = MessageKind::StoreReplicate;

void signInAtStore(Story &s)
{
    (void)s.logInAt(s.store, s.minji, s.s1, "A");
}

void flush(Story &s)
{
    s.record(s.store, RequestId(), model::LogFlushed {});
}

void takeSnapshot(Story &s)
{
    s.record(s.store, RequestId(), model::SnapshotTaken {1});
}

Asked readAtStore(Story &s)
{
    return s.readAt(s.store, s.minji, s.s2, "A");
}

/// The process or the host dies, and has that again.
void comeBack(Story &s, const Story::Sessions &again, bool losesPower)
{
    if (losesPower)
        s.powerOff(s.store);
    else
        s.crash(s.store);
    s.restore(s.store, again, s.restart(s.store));
}

/// Signed in; `between` happens; a write; the store is back with what it had before the write, or with all.
Asked writeThenFail(Story &s, const std::function<void(Story &)> &between, bool losesPower, bool hasAll)
{
    signInAtStore(s);
    between(s);
    const Story::Sessions before = s.memory(s.store);
    (void)s.writeAt(s.store, s.minji, s.s1, "A");
    const Story::Sessions all = s.memory(s.store);
    comeBack(s, hasAll ? all : before, losesPower);
    return readAtStore(s);
}

/// The replica has the log-in; then a write that the replica is not told of, and the replica is promoted.
void promoteWithoutTheWrite(Story &s, const std::function<void(Story &)> &end)
{
    signInAtStore(s);
    s.restore(s.second, s.memory(s.store), s.send(s.store, s.second, replicate, s.lastWrite(s.store)));
    (void)s.writeAt(s.store, s.minji, s.s1, "A");
    end(s);
    s.record(s.second, RequestId(), model::Promoted {});
}

Asked readAtSecond(Story &s)
{
    return s.readAt(s.second, s.minji, s.s2, "A");
}
} // namespace

std::vector<Case> stores()
{
    const auto nothing = [](Story &) {};
    return {
        {"R-2 the store has it for every server",
         [](Story &s) {
             signInAtStore(s);
             (void)s.writeAt(s.store, s.minji, s.s1, "A");
             return readAtStore(s);
         }},
        {"M-1 a store in memory alone forgets",
         [](Story &s) {
             signInAtStore(s);
             comeBack(s, {}, false);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"R-12 what came after the snapshot is gone",
         [](Story &s) { return writeThenFail(s, takeSnapshot, false, false); },
         Outcome::StaleRead,
         {durability},
         0,
         false,
         Persistence::Snapshots},
        {"R-12 a log-in after the snapshot is gone",
         [](Story &s) {
             takeSnapshot(s);
             signInAtStore(s);
             comeBack(s, {}, false);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability},
         0,
         false,
         Persistence::Snapshots},
        {"R-12 a session that was logged out is valid again",
         [](Story &s) {
             signInAtStore(s);
             takeSnapshot(s);
             const Story::Sessions before = s.memory(s.store);
             (void)s.logOutAt(s.store, s.minji, s.s1, "A");
             comeBack(s, before, false);
             return readAtStore(s);
         },
         Outcome::RevokedAccepted,
         {durability},
         0,
         false,
         Persistence::Snapshots},
        {"R-12 what is on the disk of a dead store is a copy",
         [](Story &s) {
             signInAtStore(s);
             takeSnapshot(s);
             s.crash(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::Snapshots},
        {"R-12 power loss leaves the snapshot as well",
         [](Story &s) {
             signInAtStore(s);
             takeSnapshot(s);
             s.powerOff(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::Snapshots},
        {"R-11 the next snapshot has what the last had not",
         [](Story &s) {
             signInAtStore(s);
             takeSnapshot(s);
             (void)s.writeAt(s.store, s.minji, s.s1, "A");
             takeSnapshot(s);
             s.crash(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw, reads},
         0,
         false,
         Persistence::Snapshots},
        {"R-11 the next snapshot has no longer what was ended",
         [](Story &s) {
             signInAtStore(s);
             takeSnapshot(s);
             s.drop(s.store, "A", SessionEnd::Replaced, {});
             takeSnapshot(s);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability},
         0,
         false,
         Persistence::Snapshots},
        {"R-13 flushed each second: a kill loses nothing",
         [nothing](Story &s) { return writeThenFail(s, nothing, false, true); },
         Outcome::Fine,
         {},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 flushed each second: of a dead process the kernel has it",
         [](Story &s) {
             signInAtStore(s);
             s.crash(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 flushed each second: power loss takes the last",
         [](Story &s) { return writeThenFail(s, flush, true, false); },
         Outcome::StaleRead,
         {durability},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 flushed each second: power loss leaves what was flushed",
         [](Story &s) {
             signInAtStore(s);
             flush(s);
             s.powerOff(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 the power goes after the process",
         [](Story &s) {
             signInAtStore(s);
             s.crash(s.store);
             s.powerOff(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {durability},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 what a restart read back is on the disk",
         [](Story &s) {
             signInAtStore(s);
             comeBack(s, Story::Sessions(s.memory(s.store)), false);
             s.powerOff(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::LogEverySecond},
        {"R-13 left to the kernel: a kill loses nothing",
         [nothing](Story &s) { return writeThenFail(s, nothing, false, true); },
         Outcome::Fine,
         {},
         0,
         false,
         Persistence::LogNever},
        {"R-13 left to the kernel: power loss takes what it had",
         [](Story &s) { return writeThenFail(s, flush, true, false); },
         Outcome::StaleRead,
         {durability},
         0,
         false,
         Persistence::LogNever},
        {"R-13 flushed always: power loss takes nothing",
         [](Story &s) {
             signInAtStore(s);
             s.powerOff(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw},
         0,
         false,
         Persistence::LogAlways},
        {"D-1 a database: power loss takes nothing",
         [nothing](Story &s) { return writeThenFail(s, nothing, true, true); },
         Outcome::Fine,
         {},
         0,
         false,
         Persistence::Disk},
        {"D-1 a database that ended a session has it nowhere",
         [](Story &s) {
             signInAtStore(s);
             s.drop(s.store, "A", SessionEnd::Replaced, {});
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability},
         0,
         false,
         Persistence::Disk},
        {"R-17 a promotion loses what was still queued",
         [](Story &s) {
             promoteWithoutTheWrite(s, [](Story &story) {
                 (void)story.queue(story.store, replicate, "A");
                 story.crash(story.store);
             });
             return readAtSecond(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"R-17 a promotion overtakes what is under way",
         [](Story &s) {
             promoteWithoutTheWrite(s, [](Story &story) {
                 (void)story.send(story.store, story.second, replicate, story.lastWrite(story.store));
                 story.crash(story.store);
             });
             return readAtSecond(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"R-17 the old primary still has it",
         [nothing](Story &s) {
             promoteWithoutTheWrite(s, nothing);
             return readAtSecond(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"R-17 the old primary throws it away when it is back",
         [nothing](Story &s) {
             promoteWithoutTheWrite(s, nothing);
             const RecordId all = s.send(s.second, s.store, replicate, s.last());
             (void)s.deliver(s.store, replicate, all);
             s.record(s.store, RequestId(), model::Demoted {s.second}, all);
             s.restore(s.store, s.memory(s.second), all);
             return readAtSecond(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"R-15 a primary that is back empty makes its replica empty",
         [](Story &s) {
             signInAtStore(s);
             s.restore(s.second, s.memory(s.store), s.send(s.store, s.second, replicate, s.lastWrite(s.store)));
             s.crash(s.store);
             (void)s.restart(s.store);
             const RecordId all = s.send(s.store, s.second, replicate, s.last());
             (void)s.deliver(s.second, replicate, all);
             s.drop(s.second, "A", SessionEnd::Replaced, all);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"R-17 a store's whole memory is a copy on its way",
         [](Story &s) {
             signInAtStore(s);
             const RecordId asked = s.deliver(s.store, replicate, {});
             (void)s.send(s.store, s.second, replicate, asked);
             s.crash(s.store);
             return readAtSecond(s);
         },
         Outcome::LoggedOut,
         {ryw}},
        {"R-17 a replica that asks for everything sends nothing",
         [](Story &s) {
             (void)s.logInAt(s.second, s.minji, s.s1, "A");
             (void)s.send(s.second, s.store, replicate, s.restart(s.second));
             s.crash(s.second);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"R-5 two read-modify-writes: the last one wins",
         [](Story &s) {
             signInAtStore(s);
             const Asked first = s.ask(s.minji, Operation::Write, "A", "cart");
             const Asked second = s.ask(s.minji, Operation::Write, "A", "cart");
             s.load(s.store, s.s1, first, "A");
             s.load(s.store, s.s2, second, "A");
             s.complete(s.store, first, "A");
             s.complete(s.store, second, "A");
             return readAtStore(s);
         },
         Outcome::LostUpdate,
         {},
         1},
        {"R-5 two atomic writes: both are there",
         [](Story &s) {
             signInAtStore(s);
             const Asked first = s.ask(s.minji, Operation::Write, "A", "cart");
             const Asked second = s.ask(s.minji, Operation::Write, "A", "cart");
             s.load(s.store, s.s1, first, "A");
             s.load(s.store, s.s2, second, "A");
             s.complete(s.store, first, "A");
             s.apply(s.store, second, "A", "cart", second.write, first.write);
             s.reply(second);
             return readAtStore(s);
         }},
        {"R-14 a read at the replica is older",
         [](Story &s) {
             promoteWithoutTheWrite(s, [](Story &story) { (void)readAtStore(story); });
             return readAtSecond(s);
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"R-15 two copies of a log-in died one after another",
         [](Story &s) {
             signInAtStore(s);
             s.restore(s.second, s.memory(s.store), s.send(s.store, s.second, replicate, s.lastWrite(s.store)));
             s.crash(s.store);
             s.crash(s.second);
             return readAtStore(s);
         },
         Outcome::LoggedOut,
         {durability}},
    };
}

} // namespace sessionarium::tests::dictated
