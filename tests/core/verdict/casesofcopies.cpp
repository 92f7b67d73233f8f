// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/casesteps.h"

namespace sessionarium::tests::dictated {

using model::DropReason;
using model::EntityId;
using model::MessageKind;
using model::Operation;
using model::RecordId;
using model::WriteId;
using verdict::Guarantee;
using verdict::Outcome;
using Asked = Story::Asked;

namespace {

constexpr auto ryw = Guarantee::ReadYourWrites;
constexpr auto reads = Guarantee::MonotonicReads;
constexpr auto durability = Guarantee::Durability;
constexpr auto delta = MessageKind::ReplicationDelta;

/// Server 1 tells server 2 of its newest write.
RecordId tell(Story &s, MessageKind kind = delta, bool lost = false)
{
    return s.send(s.s1, s.s2, kind, s.lastWrite(s.s1), lost);
}

/// It takes effect at server 2.
void takeEffect(Story &s, const std::string &attribute, WriteId value, RecordId cause)
{
    s.touch(s.s2, "A", cause);
    s.setValue(s.s2, "A", attribute, value, cause);
}

/// Signed in at servers 1 and 2, then a write at server 1.
Asked writeAtOne(Story &s)
{
    signIn(s);
    copyUser(s);
    return s.write(s.minji, s.s1, "A");
}

Asked readAtTwo(Story &s)
{
    return s.read(s.minji, s.s2, "A");
}

/// Two tabs write at two servers at the same moment, and each server is told of the other one's write (T-16).
void swapWrites(Story &s)
{
    signIn(s);
    copyUser(s);
    const Asked first = s.ask(s.minji, Operation::Write, "A", "cart");
    const Asked second = s.ask(s.minji, Operation::Write, "A", "cart");
    s.begin(s.s1, first, "A");
    s.begin(s.s2, second, "A");
    s.finishService(s.s1, first, "A");
    const RecordId toTwo = s.send(s.s1, s.s2, delta, s.last());
    s.finishService(s.s2, second, "A");
    const RecordId toOne = s.send(s.s2, s.s1, delta, s.last());
    s.touch(s.s2, "A", toTwo);
    s.setValue(s.s2, "A", "cart", first.write, toTwo);
    s.touch(s.s1, "A", toOne);
    s.setValue(s.s1, "A", "cart", second.write, toOne);
    s.reply(first);
    s.reply(second);
}

} // namespace

std::vector<Case> clusters()
{
    return {
        {"T-38 the log-in is still under way",
         [](Story &s) {
             signIn(s);
             (void)tell(s);
             return readAtTwo(s);
         },
         Outcome::LoggedOut,
         {ryw}},
        {"T-38 the write is still under way",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)tell(s);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"T-3 acknowledged: it is there before the answer",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             const Asked asked = s.ask(s.minji, Operation::Write, "A", "cart");
             s.begin(s.s1, asked, "A");
             s.finishService(s.s1, asked, "A");
             const RecordId sent = tell(s);
             const RecordId delivered = s.deliver(s.s2, delta, sent);
             takeEffect(s, "cart", asked.write, delivered);
             (void)s.send(s.s2, s.s1, MessageKind::ReplicationAck, s.last());
             s.reply(asked);
             return readAtTwo(s);
         }},
        {"3 a message under way outlives its sender",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)tell(s);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"3 a message that was lost at sending is no copy",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)tell(s, delta, true);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"3 a message that arrives in vain is none any more",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId sent = tell(s);
             s.crash(s.s1);
             s.drop(s.s2, delta, DropReason::UnknownSession, sent);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"3 of several messages one is left",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId sent = tell(s);
             (void)s.send(s.s1, s.s3, delta, s.lastWrite(s.s1));
             s.crash(s.s1);
             s.drop(s.s2, delta, DropReason::UnknownSession, sent);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"3 what waits in the sender's queue dies with it",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.queue(s.s1, delta, "A");
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"3 the queue keeps what its holder overwrote",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.queue(s.s1, delta, "A");
             const Asked other = s.write(s.minji, s.s2, "A");
             s.setValue(s.s1, "A", "cart", other.write, {});
             return readAtTwo(s);
         },
         Outcome::LostUpdate,
         {ryw, Guarantee::MonotonicWrites},
         1},
        {"3 all that left the queue was lost",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId queued = s.queue(s.s1, delta, "A");
             (void)s.send(s.s1, s.s2, delta, queued, true);
             (void)s.send(s.s1, s.s3, delta, queued, true);
             const Asked other = s.write(s.minji, s.s2, "A");
             s.setValue(s.s1, "A", "cart", other.write, {});
             return readAtTwo(s);
         },
         Outcome::LostUpdate,
         {durability},
         1},
        {"3 the first message from the queue is lost, the second is not",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId queued = s.queue(s.s1, delta, "A");
             (void)s.send(s.s1, s.s2, delta, queued, true);
             (void)s.send(s.s1, s.s3, delta, queued);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"3 delivered and not applied",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.deliver(s.s2, delta, tell(s));
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"3 delivered and not applied when the receiver died",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.deliver(s.s2, delta, tell(s));
             s.crash(s.s1);
             s.crash(s.s2);
             return s.read(s.minji, s.s3, "A");
         },
         Outcome::LoggedOut,
         {durability}},
        {"T-20 what came while a server was starting is in its memory when it listens, or nowhere",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.deliver(s.s3, delta, s.send(s.s1, s.s3, delta, s.lastWrite(s.s1)));
             s.crash(s.s1);
             s.record(s.s3, model::RequestId(), model::Listening {});
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"T-9 the message of a creation carries no value",
         [](Story &s) {
             signIn(s);
             (void)tell(s, MessageKind::ReplicationCreated);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"T-10 a delta carries what was written",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.write(s.minji, s.s1, "A", "list");
             (void)tell(s);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw, durability}},
        {"T-10 a whole session carries all that it has",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.write(s.minji, s.s1, "A", "list");
             (void)tell(s, MessageKind::ReplicationFull);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"T-20 a memory that is handed over is a copy on its way",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId asked = s.send(s.s3, s.s1, MessageKind::ReplicationState, s.restart(s.s3, true));
             (void)s.send(s.s1, s.s3, MessageKind::ReplicationState, asked);
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw}},
        {"T-20 to ask for a memory carries nothing",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)s.send(s.s1, s.s3, MessageKind::ReplicationState, {});
             s.crash(s.s1);
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {durability}},
        {"T-20 a memory that arrived is where it arrived",
         [](Story &s) {
             (void)writeAtOne(s);
             const RecordId asked = s.send(s.s3, s.s1, MessageKind::ReplicationState, s.restart(s.s3, true));
             const RecordId sent = s.send(s.s1, s.s3, MessageKind::ReplicationState, asked);
             const Story::Sessions memory = s.memory(s.s1);
             s.crash(s.s1);
             (void)s.deliver(s.s3, MessageKind::ReplicationState, sent);
             s.restore(s.s3, memory, sent);
             return s.read(s.minji, s.s3, "A");
         }},
        {"T-16 two writes at once end swapped: the first server",
         [](Story &s) {
             swapWrites(s);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LostUpdate,
         {},
         1},
        {"T-16 two writes at once end swapped: the second server as well",
         [](Story &s) {
             swapWrites(s);
             (void)s.read(s.minji, s.s1, "A");
             return readAtTwo(s);
         },
         Outcome::LostUpdate,
         {},
         1},
        {"T-15 the change came before the session",
         [](Story &s) {
             signIn(s);
             const RecordId created = tell(s, MessageKind::ReplicationCreated);
             s.drop(s.s2, delta, DropReason::UnknownSession, tell(s));
             s.record(s.s2, model::RequestId(), model::SessionCreated {s.text("A"), s.minji, model::CopyRole::Replica},
                      created);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.found(s.s2, asked, "A");
             s.answer(asked, 401);
             return asked;
         },
         Outcome::LoggedOut,
         {ryw}},
        {"T-16 nothing is repaired after a partition",
         [](Story &s) {
             (void)writeAtOne(s);
             (void)tell(s, delta, true);
             (void)s.read(s.minji, s.s1, "A");
             return readAtTwo(s);
         },
         Outcome::StaleRead,
         {ryw, reads}},
        {"3 a process that hangs has what it had",
         [](Story &s) {
             signIn(s);
             s.record(s.s1, model::RequestId(), model::Hung {});
             return readAtTwo(s);
         },
         Outcome::LoggedOut,
         {ryw}},
        {"3 a server that was removed has nothing",
         [](Story &s) {
             signIn(s);
             s.record(s.s1, model::RequestId(), model::Removed {});
             return readAtTwo(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"3 a host without power has nothing in memory",
         [](Story &s) {
             signIn(s);
             s.powerOff(s.s1);
             return readAtTwo(s);
         },
         Outcome::LoggedOut,
         {durability}},
        {"T-16 a change from elsewhere replaces what was there",
         [](Story &s) {
             const Asked lost = writeAtOne(s);
             takeEffect(s, "cart", lost.write, {});
             const Asked other = s.ask(s.junho, Operation::Write, "A", "cart");
             s.begin(s.s3, other, "A");
             s.apply(s.s3, other, "A", "cart", other.write, WriteId());
             s.setValue(s.s1, "A", "cart", other.write, {});
             s.setValue(s.s2, "A", "cart", other.write, {});
             return readAtTwo(s);
         },
         Outcome::LostUpdate,
         {durability},
         1},
    };
}

} // namespace sessionarium::tests::dictated
