// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/query.h"
#include "tests/core/report/runbuilder.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using tests::RunBuilder;
using timeline::ServerUse;
using timeline::WorldState;

namespace {

using Ids = std::vector<RecordId>;

/// A run by hand in which a session of Minji's is made at server-1 for request 0.
struct Story
{
    RunBuilder run;
    EntityId minji = run.entity("minji");
    EntityId one = run.entity("server-1");
    EntityId two = run.entity("server-2");
    StringId session = run.text("S1");
    RequestId request {0};
    RecordId created;
    RecordId written;

    RecordId at(std::string_view entity, Fact fact, RequestId of = {}, RecordId cause = {})
    {
        return run.add(++m_us, entity, fact, of, cause);
    }
    void logIn(std::string_view holder = "server-1")
    {
        at("minji", RequestIssued {Operation::LogIn, run.text("user"), {}, WriteId {minji, 1}, {}}, request);
        created = at(holder, SessionCreated {session, minji, CopyRole::InCharge}, request);
        written = at(holder, WriteApplied {session, run.text("user"), WriteId {minji, 1}, {}}, request);
    }
    RecordId replicate(bool lost)
    {
        Sent sent;
        sent.message = MessageKind::ReplicationCreated;
        sent.to = two;
        sent.lost = lost;
        return at("server-1", sent, request, written);
    }
    EntityId join(std::string_view entity, Persistence persistence)
    {
        timeline::Timeline &records = run.timeline();
        const EntityId id(static_cast<std::uint32_t>(records.entities().size()));
        records.joinEntity(id, run.text(entity));
        EntityAdded added;
        added.type = EntityType::Store;
        added.persistence = persistence;
        at(entity, added);
        return id;
    }
    RecordId missing(std::string_view holder, RequestId of = RequestId(1))
    {
        at("minji", RequestIssued {Operation::Read, {}, {}, {}, session}, of);
        return at(holder, SessionMissing {session}, of);
    }
    [[nodiscard]] Ids evidenceOf(RecordId id)
    {
        const timeline::Keyframes keyframes(run.timeline());
        return timeline::evidence(run.timeline(), keyframes, id);
    }
    [[nodiscard]] WorldState state() { return timeline::Keyframes(run.timeline()).stateAfter(run.size()); }

private:
    std::int64_t m_us = 0;
};

} // namespace

/// What decisions rest on (semantics §1), and what the state says of copies and servers.
class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingSinceTheMessageWasLost();
    void missingSinceTheChangeStillWaits();
    void missingSinceNobodyCountedIt();
    void missingSinceTheStoreLostIt();
    void unknownSessionAtArrival();
    void balancer();
    void silence();
    void storeFailures();
    void inChargeAndCopies();
    void useOfServers();
    void waitingEndsWithItsRecord();
};

void TestEvidence::missingSinceTheMessageWasLost()
{
    Story story;
    const RecordId cut = story.at("server-1", LinkCut {story.two});
    story.logIn();
    const RecordId lost = story.replicate(true);
    QVERIFY(story.evidenceOf(lost) == (Ids {cut}));
    QVERIFY(story.evidenceOf(story.missing("server-2")) == (Ids {cut, story.created, lost}));
}

void TestEvidence::missingSinceTheChangeStillWaits()
{
    Story story;
    story.logIn();
    const RecordId queued =
        story.at("server-1", ReplicationQueued {MessageKind::ReplicationCreated, story.session, 1000}, story.request);
    QVERIFY(story.evidenceOf(story.missing("server-2")) == (Ids {story.created, queued}));
    // It dies with the process: then that is why, besides that there is no copy left.
    const RecordId crashed = story.at("server-1", Crashed {});
    QVERIFY(story.evidenceOf(story.missing("server-2", RequestId(2))) == (Ids {story.created, crashed}));
}

void TestEvidence::missingSinceNobodyCountedIt()
{
    Story story;
    story.at("server-1", MemberAdded {story.two});
    const RecordId dropped = story.at("server-1", MemberDropped {story.two});
    story.logIn();
    QVERIFY(story.evidenceOf(story.missing("server-2")) == (Ids {dropped, story.created}));
}

void TestEvidence::missingSinceTheStoreLostIt()
{
    Story story;
    story.join("store", Persistence::LogEverySecond);
    const RecordId flushed = story.at("store", LogFlushed {});
    story.logIn("store");
    QCOMPARE(story.state().store(story.run.entity("store"))->afterKill().size(), std::size_t(1));
    QCOMPARE(story.state().store(story.run.entity("store"))->afterPowerLoss().size(), std::size_t(0));
    const RecordId off = story.at("store", PoweredOff {});
    story.at("store", Restarted {});
    QVERIFY(story.evidenceOf(story.missing("store")) == (Ids {flushed, story.created, off}));
}

void TestEvidence::unknownSessionAtArrival()
{
    Story story;
    story.logIn();
    const RecordId lost = story.replicate(true);
    Sent delta;
    delta.message = MessageKind::ReplicationDelta;
    delta.to = story.two;
    const RecordId sent = story.at("server-1", delta, story.request, story.written);
    const RecordId dropped =
        story.at("server-2", Dropped {MessageKind::ReplicationDelta, DropReason::UnknownSession}, story.request, sent);
    QVERIFY(story.evidenceOf(dropped) == (Ids {story.created, lost, sent}));
}

void TestEvidence::balancer()
{
    Story story;
    const RecordId moved = story.at("minji", AddressChanged {story.run.text("172.16.0.1")});
    const RecordId crashed = story.at("server-2", Crashed {});
    const RecordId failed = story.at("balancer", CheckFailed {story.two, ConnectError::Refused, 1});
    QVERIFY(story.evidenceOf(failed) == (Ids {crashed}));
    const RecordId down = story.at("balancer", ServerMarked {story.two, Health::Down});
    QVERIFY(story.evidenceOf(down) == (Ids {failed}));
    story.at("minji", RequestIssued {}, story.request);
    const RecordId hashed = story.at("balancer", Forwarded {story.one, ForwardReason::Hashed, {}}, story.request);
    QVERIFY(story.evidenceOf(hashed) == (Ids {moved, down}));
    const RecordId pin = story.at("balancer", PinMoved {story.minji, story.one});
    const RecordId pinned = story.at("balancer", Forwarded {story.one, ForwardReason::PinMoved, {}}, story.request);
    QVERIFY(story.evidenceOf(pinned) == (Ids {pin}));
    const RecordId drained = story.at("balancer", DrainSet {story.one, true});
    const RecordId none = story.at("balancer", Rejected {503, RejectReason::NoServer}, story.request);
    QVERIFY(story.evidenceOf(none) == (Ids {down, drained}));
}

void TestEvidence::silence()
{
    Story story;
    const RecordId cut = story.at("balancer", LinkCut {story.two});
    const RecordId failed = story.at("balancer", CheckFailed {story.two, ConnectError::NoAnswer, 1});
    QVERIFY(story.evidenceOf(failed) == (Ids {cut}));
    const RecordId healed = story.at("balancer", LinkHealed {story.two});
    const RecordId off = story.at("server-2", PoweredOff {});
    const RecordId dropped = story.at("server-1", MemberDropped {story.two});
    QVERIFY(story.evidenceOf(dropped) == (Ids {off}));
    story.at("server-1", ConfirmationAwaited {1}, story.request);
    const RecordId missed = story.at("server-1", ConfirmationMissed {story.two, ConnectError::NoAnswer}, story.request);
    QVERIFY(story.evidenceOf(missed) == (Ids {off, RecordId(missed.value - 1)}));
    const RecordId up = story.at("server-2", Restarted {});
    const RecordId passed = story.at("balancer", CheckPassed {story.two, 4});
    QVERIFY(story.evidenceOf(passed) == (Ids {healed, up}));
}

void TestEvidence::storeFailures()
{
    Story story;
    const EntityId store = story.join("store", Persistence::None);
    const RecordId crashed = story.at("store", Crashed {});
    story.at("minji", RequestIssued {}, story.request);
    const RecordId failed = story.at("server-1", ConnectFailed {store, ConnectError::Refused, 1}, story.request);
    const RecordId rejected = story.at("server-1", Rejected {500, RejectReason::StoreUnavailable}, story.request);
    QVERIFY(story.evidenceOf(failed) == (Ids {crashed}));
    QVERIFY(story.evidenceOf(rejected) == (Ids {crashed, failed}));
}

void TestEvidence::inChargeAndCopies()
{
    Story story;
    story.logIn();
    story.at("server-2", SessionCreated {story.session, story.minji, CopyRole::Replica}, story.request);
    QCOMPARE(story.state().inCharge(story.session), story.one);
    QCOMPARE(story.state().copiesOf(story.session).size(), std::size_t(2));
    // T-18: the copy that is used is the one in charge, also before the other one is told.
    story.at("server-2", SessionFound {story.session}, RequestId(1));
    QCOMPARE(story.state().inCharge(story.session), story.two);
    story.at("server-2", Crashed {});
    QCOMPARE(story.state().inCharge(story.session), story.one);
    story.at("server-1", SessionEnded {story.session, SessionEnd::Expired});
    QVERIFY(story.state().inCharge(story.session).isNone());
    QVERIFY(story.state().copiesOf(story.session).empty());
}

void TestEvidence::useOfServers()
{
    using Kind = ServerUse::Kind;
    Story story;
    const auto use = [&story] { return story.state().useOf(story.two); };
    QCOMPARE(use().kind, Kind::Usable);
    RecordId last = story.at("balancer", DrainSet {story.two, true});
    QVERIFY(use() == (ServerUse {Kind::Draining, last}));
    last = story.at("balancer", ServerMarked {story.two, Health::Down});
    QVERIFY(use() == (ServerUse {Kind::MarkedDown, last}));
    last = story.at("server-2", Hung {});
    QVERIFY(use() == (ServerUse {Kind::Hung, last}));
    last = story.at("server-2", Crashed {});
    QVERIFY(use() == (ServerUse {Kind::Down, last}));
    last = story.at("server-2", Restarted {true});
    QVERIFY(use() == (ServerUse {Kind::Starting, last}));
    story.at("server-2", Listening {});
    story.at("balancer", DrainSet {story.two, false});
    last = story.at("balancer", ServerMarked {story.two, Health::Up});
    QVERIFY(use() == (ServerUse {Kind::Usable, last}));
    last = story.at("server-2", PoweredOff {});
    QVERIFY(use() == (ServerUse {Kind::Gone, last}));
    last = story.at("server-2", Removed {});
    QVERIFY(use() == (ServerUse {Kind::Removed, last}));
}

void TestEvidence::waitingEndsWithItsRecord()
{
    Story story;
    story.logIn();
    const RecordId first =
        story.at("server-1", ReplicationQueued {MessageKind::ReplicationDelta, story.session, 1}, story.request);
    const RecordId second =
        story.at("server-1", ReplicationQueued {MessageKind::ReplicationDelta, story.session, 1}, story.request);
    Sent delta;
    delta.message = MessageKind::ReplicationDelta;
    delta.to = story.two;
    story.at("server-1", delta, story.request, first);
    QCOMPARE(story.state().server(story.one)->queued.size(), std::size_t(1));
    QCOMPARE(story.state().server(story.one)->queued.front().queuedBy, second);
    story.at("server-1", delta, story.request, first); // to another member
    QCOMPARE(story.state().server(story.one)->queued.size(), std::size_t(1));

    const RecordId delivered = story.at("server-2", Delivered {MessageKind::ReplicationCreated}, story.request);
    story.at("server-2", Delivered {MessageKind::ReplicationDelta}, story.request);
    story.at("server-2", Delivered {MessageKind::ReplicationAck}, story.request); // nothing follows
    QCOMPARE(story.state().server(story.two)->delivered.size(), std::size_t(2));
    story.at("server-2", SessionCreated {story.session, story.minji, CopyRole::Replica}, story.request, delivered);
    QCOMPARE(story.state().server(story.two)->delivered.size(), std::size_t(1));
    story.at("server-2", Crashed {});
    QVERIFY(story.state().server(story.two)->delivered.empty());
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
