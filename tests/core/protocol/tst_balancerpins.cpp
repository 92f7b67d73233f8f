// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/balancerrig.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using tests::BalancerRig;
using Host = tests::BalancerRig::Host;
using Servers = std::vector<std::uint32_t>;
using Moved = std::vector<std::pair<EntityId, EntityId>>;

namespace {

BalancerSpec sticky(Stickiness stickiness = Stickiness::Cookie)
{
    BalancerSpec spec;
    spec.stickiness = stickiness;
    spec.check = true;
    return spec;
}

std::vector<ForwardReason> reasons(const BalancerRig &rig)
{
    std::vector<ForwardReason> found;
    for (const auto &forwarded : rig.facts<Forwarded>())
        found.push_back(forwarded.fact.reason);
    return found;
}

} // namespace

/// Pins, drain, moved pins and turns: H-1, H-7, H-8, H-21, N-1.
class TestBalancerPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h1PinTakesNoTurn();
    void h7CookieOfNoServer();
    void h8PinToADownServer();
    void h21Drain();
    void h21DrainAndDown();
    void h21SecondDrainEndsIt();
    void movedPin();
    void movedPinBySourceStays();
    void movedPinToADownServerIsOver();
    void movedPinToADeadServerIsOverAfterRedispatch();
    void movedPinOutlivesAnEarlierRequest();
    void movedTwice();
    void notApplicable();
    void leftServersPinIsIgnored();
    void movedPinGoesByTheHashAfterRedispatch();
    void movedPinBackAgain();
    void n1WeightsOverUsableServers();
    void requestTravelsWhole();
};

void TestBalancerPins::h1PinTakesNoTurn()
{
    BalancerRig rig(sticky(), {1, 1, 1});
    rig.setPin(1, "server-3");
    for (int i = 0; i < 4; ++i) {
        rig.ask(1);
        rig.ask(10 + static_cast<std::uint32_t>(i));
    }
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {3, 1, 3, 2, 3, 3, 3, 1}));
    for (const BalancerRig::Answer &answer : rig.answers())
        QCOMPARE(answer.setPin, answer.client != 1);
}

void TestBalancerPins::h7CookieOfNoServer()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.setPin(1, "server-9");
    rig.ask(1);
    rig.runTo(10_ms);
    QCOMPARE(textOf(Fact(rig.facts<Forwarded>().at(0).fact)),
             textOf(Fact(Forwarded {BalancerRig::server(1), ForwardReason::Balanced, EntityId()})));
    QVERIFY(rig.answers().at(0).setPin);
}

void TestBalancerPins::h8PinToADownServer()
{
    BalancerRig rig(sticky(), {1, 1, 1});
    rig.setPin(1, "server-2");
    rig.at(1_s, [&] { rig.set(2, Host::Refusing); });
    rig.at(10_s, [&] { rig.ask(1); });
    rig.at(11_s, [&] { rig.ask(1); });
    rig.at(12_s, [&] { rig.set(2, Host::Running); });
    rig.at(20_s, [&] { rig.ask(1); }); // no bounce back
    rig.runTo(21_s);
    QCOMPARE(rig.answeredBy(), (Servers {1, 1, 1}));
    QCOMPARE(reasons(rig), (std::vector {ForwardReason::PinIgnoredDown, ForwardReason::Pinned, ForwardReason::Pinned}));
    QCOMPARE(rig.facts<Forwarded>().at(0).fact.insteadOf, BalancerRig::server(2));
    QCOMPARE(rig.answers()[0].taken, BalancerRig::served); // at once, also without redispatch
    QVERIFY(rig.answers()[0].setPin && !rig.answers()[1].setPin);
}

void TestBalancerPins::h21Drain()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.setPin(1, "server-1");
    rig.act(ActionKind::Drain, 1);
    QCOMPARE(textOf(Fact(rig.facts<DrainSet>().at(0).fact)), textOf(Fact(DrainSet {BalancerRig::server(1), true})));
    QVERIFY(rig.balancer().isDraining(0));
    rig.ask(1);
    for (std::uint32_t client = 2; client <= 4; ++client)
        rig.ask(client);
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {1, 2, 2, 2})); // pinned: still served; newcomers: elsewhere
    rig.act(ActionKind::Drain, 2);
    rig.ask(5);
    QCOMPARE(rig.answers().back().status, 503u); // nobody takes newcomers
    rig.ask(1);
    rig.runTo(20_ms);
    QCOMPARE(rig.answers().back().status, 200u);
}

void TestBalancerPins::h21DrainAndDown()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.setPin(1, "server-1");
    rig.act(ActionKind::Drain, 1);
    rig.at(1_s, [&] { rig.set(1, Host::Refusing); }); // checks run
    rig.at(10_s, [&] { rig.ask(1); });
    rig.runTo(11_s);
    QCOMPARE(rig.health(1), Health::Down);
    QCOMPARE(rig.answeredBy(), (Servers {2}));
    QCOMPARE(reasons(rig), (std::vector {ForwardReason::PinIgnoredDown}));
}

void TestBalancerPins::h21SecondDrainEndsIt()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.act(ActionKind::Drain, 1);
    rig.act(ActionKind::Drain, 1);
    QCOMPARE(textOf(Fact(rig.facts<DrainSet>().at(1).fact)), textOf(Fact(DrainSet {BalancerRig::server(1), false})));
    rig.ask(1);
    rig.ask(2);
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {1, 2}));
}

void TestBalancerPins::movedPin()
{
    BalancerRig rig(sticky(), {1, 1, 1});
    rig.setPin(1, "server-1");
    rig.act(ActionKind::MovePin, 3, 1);
    QCOMPARE(textOf(Fact(rig.facts<PinMoved>().at(0).fact)),
             textOf(Fact(PinMoved {BalancerRig::clientEntity(1), BalancerRig::server(3)})));
    QCOMPARE(rig.balancer().movedPins(), (Moved {{BalancerRig::clientEntity(1), BalancerRig::server(3)}}));
    rig.ask(2);
    rig.ask(1);
    rig.ask(1); // the cookie still says otherwise
    rig.runTo(10_ms);
    rig.ask(1);
    rig.runTo(20_ms);
    QCOMPARE(rig.answeredBy(), (Servers {1, 3, 3, 3}));
    QCOMPARE(reasons(rig),
             (std::vector {ForwardReason::Balanced, ForwardReason::PinMoved, ForwardReason::PinMoved,
                           ForwardReason::Pinned}));
    QVERIFY(rig.answers()[1].setPin && !rig.answers()[3].setPin);
    rig.setPin(1, "server-2"); // a cookie that comes later counts again
    rig.ask(1);
    rig.runTo(30_ms);
    QCOMPARE(rig.answers().back().server, 2u);
}

void TestBalancerPins::movedPinBySourceStays()
{
    BalancerRig rig(sticky(Stickiness::SourceIp), {1, 1, 1});
    rig.act(ActionKind::MovePin, 2, 1);
    for (int i = 0; i < 3; ++i)
        rig.ask(1, "10.0.0.1"); // would be server-3
    rig.ask(2, "10.0.0.1");
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {2, 2, 2, 3}));
    QCOMPARE(rig.facts<Forwarded>().at(2).fact.reason, ForwardReason::PinMoved);
    QVERIFY(!rig.answers()[0].setPin);
}

void TestBalancerPins::movedPinToADownServerIsOver()
{
    for (const Stickiness stickiness : {Stickiness::Cookie, Stickiness::SourceIp}) {
        BalancerRig rig(sticky(stickiness), {1, 1, 1});
        rig.act(ActionKind::MovePin, 2, 1);
        rig.at(1_s, [&] { rig.set(2, Host::Refusing); });
        rig.at(10_s, [&] { rig.ask(1, "10.0.0.2"); });
        rig.at(11_s, [&] { rig.set(2, Host::Running); });
        rig.at(20_s, [&] { rig.ask(1, "10.0.0.2"); });
        rig.runTo(21_s);
        QCOMPARE(rig.answeredBy(), (Servers {1, 1}));
        QCOMPARE(reasons(rig).front(), ForwardReason::PinIgnoredDown);
        QCOMPARE(rig.facts<Forwarded>().at(0).fact.insteadOf, BalancerRig::server(2));
    }
}

void TestBalancerPins::movedPinToADeadServerIsOverAfterRedispatch()
{
    BalancerSpec spec = sticky();
    spec.check = false;
    spec.redispatch = true;
    BalancerRig rig(spec, {1, 1});
    rig.setPin(1, "server-1");
    rig.act(ActionKind::MovePin, 2, 1);
    rig.set(2, Host::Refusing);
    rig.ask(1);
    rig.at(10_s, [&] { rig.ask(1); });
    rig.runTo(20_s);
    QCOMPARE(rig.answeredBy(), (Servers {1, 1}));
    QCOMPARE(rig.answers()[1].taken, BalancerRig::served);
    QCOMPARE(reasons(rig).back(), ForwardReason::Pinned);
}

void TestBalancerPins::movedPinOutlivesAnEarlierRequest()
{
    BalancerSpec spec = sticky();
    spec.check = false;
    spec.redispatch = true;
    BalancerRig rig(spec, {1, 1, 1});
    rig.set(1, Host::Refusing);
    rig.ask(1); // on its way to server-1
    rig.act(ActionKind::MovePin, 3, 1);
    rig.runTo(5_s); // redispatched to server-2 meanwhile
    rig.ask(1);
    rig.runTo(10_s);
    QCOMPARE(rig.answeredBy(), (Servers {2, 3}));
}

/// H-13: who must leave is chosen by the algorithm: with pins by address that is the hash, not the round robin.
void TestBalancerPins::movedPinGoesByTheHashAfterRedispatch()
{
    BalancerSpec spec = sticky(Stickiness::SourceIp);
    spec.check = false;
    spec.redispatch = true;
    BalancerRig rig(spec, {1, 1, 1});
    rig.act(ActionKind::MovePin, 2, 1);
    rig.set(2, Host::Refusing);
    rig.ask(1, "10.0.0.1"); // H-4 for N=3: index 2
    rig.at(10_s, [&] { rig.ask(1, "10.0.0.1"); });
    rig.runTo(20_s);
    QCOMPARE(rig.answeredBy(), (Servers {3, 3}));
    QCOMPARE(reasons(rig), (std::vector {ForwardReason::PinMoved, ForwardReason::Redispatched, ForwardReason::Hashed}));
}

/// What is over can be done again.
void TestBalancerPins::movedPinBackAgain()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.setPin(1, "server-1");
    const auto moveAndAskTwice = [&rig](std::uint32_t server, Duration from) {
        rig.at(from, [&rig, server] { rig.act(ActionKind::MovePin, server, 1); });
        rig.at(from + 10_ms, [&rig] { rig.ask(1); });
        rig.at(from + 20_ms, [&rig] { rig.ask(1); });
    };
    moveAndAskTwice(2, 0_s);
    moveAndAskTwice(1, 1_s);
    moveAndAskTwice(2, 2_s);
    rig.runTo(3_s);
    QCOMPARE(rig.answeredBy(), (Servers {2, 2, 1, 1, 2, 2}));
    QCOMPARE(rig.facts<NotApplicable>().size(), std::size_t {0});
}

void TestBalancerPins::movedTwice()
{
    BalancerRig rig(sticky(), {1, 1, 1});
    rig.act(ActionKind::MovePin, 3, 2);
    rig.act(ActionKind::MovePin, 3, 1);
    rig.act(ActionKind::MovePin, 2, 2);
    QCOMPARE(rig.balancer().movedPins(),
             (Moved {{BalancerRig::clientEntity(1), BalancerRig::server(3)},
                     {BalancerRig::clientEntity(2), BalancerRig::server(2)}}));
}

void TestBalancerPins::notApplicable()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.act(ActionKind::Drain, 7); // no such server
    rig.act(ActionKind::MovePin, 7, 1);
    rig.act(ActionKind::MovePin, 1); // nobody
    rig.act(ActionKind::Crash, 1); // not an action on a balancer
    rig.leave(1);
    rig.act(ActionKind::Drain, 1); // no longer
    QCOMPARE(rig.facts<NotApplicable>().size(), std::size_t {5});
    QCOMPARE(rig.records(), std::size_t {5});
    rig.act(ActionKind::MovePin, 2, 1);
    rig.act(ActionKind::MovePin, 2, 1); // changes nothing
    QCOMPARE(rig.facts<ActionTaken>().size(), std::size_t {1});
    QCOMPARE(rig.facts<NotApplicable>().size(), std::size_t {6});

    BalancerRig unpinned(sticky(Stickiness::None), {1, 1});
    unpinned.act(ActionKind::MovePin, 2, 1); // there are no pins
    QCOMPARE(unpinned.facts<NotApplicable>().size(), std::size_t {1});
    QVERIFY(unpinned.balancer().movedPins().empty());
}

void TestBalancerPins::leftServersPinIsIgnored()
{
    BalancerRig rig(sticky(), {1, 1});
    rig.setPin(1, "server-1");
    rig.leave(1);
    rig.ask(1);
    rig.ask(2);
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {2, 2}));
    QCOMPARE(textOf(Fact(rig.facts<Forwarded>().at(0).fact)),
             textOf(Fact(Forwarded {BalancerRig::server(2), ForwardReason::PinIgnoredDown, BalancerRig::server(1)})));
    QVERIFY(rig.answers()[0].setPin);
}

void TestBalancerPins::n1WeightsOverUsableServers()
{
    BalancerSpec spec = sticky(Stickiness::None);
    BalancerRig rig(spec, {3, 2, 1});
    for (std::uint32_t i = 0; i < 12; ++i)
        rig.ask(i);
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (Servers {1, 2, 1, 3, 2, 1, 1, 2, 1, 3, 2, 1}));
    rig.act(ActionKind::Drain, 1);
    for (std::uint32_t i = 0; i < 9; ++i)
        rig.ask(i);
    rig.runTo(20_ms);
    const Servers all = rig.answeredBy();
    QCOMPARE(std::count(all.begin() + 12, all.end(), 1u), 0);
    QCOMPARE(std::count(all.begin() + 12, all.end(), 2u), 6); // two to one
}

void TestBalancerPins::requestTravelsWhole()
{
    protocol::Balancer balancer(EntityId(0), BalancerSpec());
    protocol::EffectList out;
    protocol::Bulk bulk;
    StringTable strings;
    Random random;
    protocol::Context context {SimTime(), random, strings, out, bulk};
    balancer.handle(protocol::ServerJoined {EntityId(1), StringId(0), 1}, context);

    protocol::Message request;
    request.from = EntityId(9);
    request.client = EntityId(8);
    request.request = RequestId(4);
    request.operation = Operation::Write;
    request.write = WriteId {EntityId(8), 3};
    request.attribute = StringId(5);
    request.session = StringId(6);
    request.pin = StringId(7);
    request.address = StringId(10);
    out.clear();
    balancer.handle(protocol::Arrived {&request}, context);
    std::uint32_t mark = 0;
    for (const protocol::Effect &effect : out) {
        if (const auto *connect = std::get_if<protocol::Connect>(&effect))
            mark = connect->connection;
    }
    out.clear();
    balancer.handle(protocol::Connected {mark, RequestId(4), 12}, context);
    const auto *send = std::get_if<protocol::Send>(out.begin());
    QVERIFY(send);
    const protocol::Message &sent = out.message(*send);
    QCOMPARE(sent.from, EntityId(0));
    QCOMPARE(sent.to, EntityId(1));
    QCOMPARE(sent.client, request.client);
    QCOMPARE(sent.request, request.request);
    QCOMPARE(sent.operation, request.operation);
    QCOMPARE(sent.write, request.write);
    QCOMPARE(sent.attribute, request.attribute);
    QCOMPARE(sent.session, request.session);
    QCOMPARE(sent.pin, request.pin);
    QCOMPARE(sent.address, request.address);
    QCOMPARE(sent.epoch, 12u);
    QCOMPARE(sent.connection, mark);
}

QTEST_GUILESS_MAIN(TestBalancerPins)
#include "tst_balancerpins.moc"
