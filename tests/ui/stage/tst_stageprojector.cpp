// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/projectedstage.h"

#include <QTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui::stage;
using model::SimTime;

/// What the stage says about a run, against runs written by hand.
class TestStageProjector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moods();
    void strangersAreNoFailures();
    void logOutIsNoFailure();
    void chipsStandWhereCopiesAre();
    void missingChipsComeAndGo();
    void crashLeavesMissingChips();
    void pinsAndWays();
    void messagesMoveByProgress();
    void errorsAreCrossesOnTheWayBack();
    void lostMessagesVanishHalfWay();
    void loadAndQueue();
    void calloutSaysWhatFailed();
    void calloutLeavesWithTheNextRequest();
    void nothingBehindTheGate();
    void litRecordsHavePlaces();
    void litRecordsBehindTheGateStayDark();
    void crowdsAreCounted();
    void seeksGiveTheSameFrames();
    void sceneNumberGrowsOnlyWithChanges();
    void changesWaitAtTheSender();
    void onlyOneCopyIsInCharge();
    void troublesAreToldApart();
    void beliefsAreNotTruths();
    void movedPinsOutrankCookies();
};

void TestStageProjector::moods()
{
    HandMadeRun run(4, 2);
    run.logIn(0, 0);
    run.logIn(1, 1);
    run.logIn(2, 1);
    run.readMissing(1, 0); // thrown out, though its session lives on server 2
    run.wait(model::seconds(1));
    const SimTime before = run.now();
    run.wait(model::seconds(1));
    run.crash(1);
    Stage stage(run);

    const StageScene &scene = stage.at(before);
    QCOMPARE(scene.clients[0].mood, ClientMood::SignedIn);
    QCOMPARE(scene.clients[0].sessionLabel, QStringLiteral("A1"));
    QCOMPARE(scene.clients[1].mood, ClientMood::LoggedOut);
    QCOMPARE(scene.clients[1].sessionLabel, QStringLiteral("B1")); // the cookie is still in its jar
    QCOMPARE(scene.clients[2].mood, ClientMood::SignedIn);
    QCOMPARE(scene.clients[3].mood, ClientMood::Stranger);
    QCOMPARE(scene.clients[3].sessionLabel, QString());

    // After the crash one client still sees itself signed in; truth and belief are kept apart.
    const StageScene &after = stage.at(run.now());
    QCOMPARE(after.clients[0].mood, ClientMood::SignedIn);
    QCOMPARE(after.clients[2].mood, ClientMood::SeesSignedIn);
    QCOMPARE(after.clients[2].colour, 2U);
}

void TestStageProjector::strangersAreNoFailures()
{
    HandMadeRun run(1, 1);
    run.toServer(0, model::Operation::Read, 0);
    run.add(run.server(0), model::CookieAbsent {});
    run.answer(0, 401, {});
    Stage stage(run);
    QCOMPARE(stage.at(run.now()).clients[0].mood, ClientMood::Stranger);
    QVERIFY(!stage.at(run.now()).callout);
}

void TestStageProjector::logOutIsNoFailure()
{
    HandMadeRun run(1, 1);
    const model::StringId session = run.logIn(0, 0);
    run.toServer(0, model::Operation::LogOut, 0);
    run.add(run.server(0), model::SessionFound {session});
    run.add(run.server(0), model::SessionEnded {session, model::SessionEnd::LoggedOut});
    run.answer(0, 200, {});
    run.readMissing(0, 0); // asks again with the old cookie
    Stage stage(run);
    QCOMPARE(stage.at(run.now()).clients[0].mood, ClientMood::Stranger);
}

void TestStageProjector::chipsStandWhereCopiesAre()
{
    HandMadeRun run(2, 2);
    run.logIn(0, 0);
    run.logIn(1, 1);
    Stage stage(run);
    const StageScene &scene = stage.at(run.now());
    QCOMPARE(scene.servers[0].chips.size(), std::size_t {1});
    QCOMPARE(scene.servers[0].chips[0].label, QStringLiteral("A1"));
    QCOMPARE(scene.servers[0].chips[0].version, QStringLiteral("v1"));
    QCOMPARE(scene.servers[0].chips[0].kind, ChipKind::InCharge);
    QCOMPARE(scene.servers[1].chips[0].label, QStringLiteral("B1"));
    QCOMPARE(scene.servers[1].chips[0].colour, 1U);
    QCOMPARE(scene.servers[1].sessions, 1U);
}

void TestStageProjector::missingChipsComeAndGo()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    run.readMissing(0, 1);
    const SimTime missed = run.now();
    run.wait(model::seconds(1));
    run.readFine(0, 0);
    Stage stage(run);
    const auto missing = chipsOfKind(stage.at(missed).servers[1], ChipKind::Missing);
    QCOMPARE(missing.size(), std::size_t {1});
    QCOMPARE(missing[0].label, QStringLiteral("A1"));
    QCOMPARE(missing[0].version, QString());
    QVERIFY(chipsOfKind(stage.at(run.now()).servers[1], ChipKind::Missing).empty());
}

void TestStageProjector::crashLeavesMissingChips()
{
    HandMadeRun run(2, 1);
    run.logIn(0, 0);
    run.logIn(1, 0);
    run.wait(model::seconds(1));
    run.crash(0);
    const SimTime down = run.now();
    run.wait(model::seconds(1));
    run.restart(0);
    Stage stage(run);
    const ServerNode &dead = stage.at(down).servers[0];
    QVERIFY(dead.state == NodeState::Down);
    QCOMPARE(dead.sessions, 0U);
    QCOMPARE(chipsOfKind(dead, ChipKind::Missing).size(), std::size_t {2});
    const ServerNode &back = stage.at(run.now()).servers[0];
    QVERIFY(back.state == NodeState::Healthy);
    QVERIFY(back.chips.empty()); // an empty memory has lost nothing any more
}

void TestStageProjector::pinsAndWays()
{
    HandMadeRun run(2, 3);
    run.logIn(0, 0);
    run.pin(0, 0);
    run.logIn(1, 1);
    run.pin(1, 1);
    run.crash(1);
    run.toServer(1, model::Operation::Read, 2, model::ForwardReason::PinIgnoredDown);
    Stage stage(run);
    const std::vector<Route> &routes = stage.at(run.now()).routes;
    const auto has = [&](std::uint32_t client, std::uint32_t server, Route::Kind kind) {
        return std::count(routes.begin(), routes.end(), Route {run.client(client), client, run.server(server), kind})
            == 1;
    };
    QVERIFY(has(0, 0, Route::Kind::Pin));
    QVERIFY(has(1, 1, Route::Kind::BrokenPin));
    QVERIFY(has(1, 2, Route::Kind::Way));
    QCOMPARE(routes.size(), std::size_t {3});
}

void TestStageProjector::messagesMoveByProgress()
{
    HandMadeRun run(2, 1);
    run.setTime({1'000'000});
    run.issue(1, model::Operation::Read);
    run.send(run.client(1), run.balancer(), model::MessageKind::Request);
    Stage stage(run);
    QVERIFY(stage.projector.frameAt({999'999}).messages.empty());
    const std::vector<MessageSprite> &messages = stage.projector.frameAt({1'000'125}).messages;
    QCOMPARE(messages.size(), std::size_t {1});
    QCOMPARE(messages[0].progress, 0.25F);
    QCOMPARE(messages[0].shape, MessageShape::Disc);
    QCOMPARE(messages[0].colour, 1U);
    QCOMPARE(messages[0].from, run.client(1));
    QCOMPARE(messages[0].to, run.balancer());
    QVERIFY(stage.projector.frameAt({1'000'500}).messages.empty()); // it has arrived
}

void TestStageProjector::errorsAreCrossesOnTheWayBack()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    run.wait(model::seconds(1));
    run.readFine(0, 0);
    const SimTime fine = run.now() - model::microseconds(750); // between server and balancer
    run.wait(model::seconds(1));
    run.readMissing(0, 1);
    const SimTime bad = run.now() - model::microseconds(250); // between balancer and client
    Stage stage(run);
    QCOMPARE(stage.projector.frameAt(fine).messages.at(0).shape, MessageShape::Ring);
    QCOMPARE(stage.projector.frameAt(bad).messages.at(0).shape, MessageShape::Cross);
}

void TestStageProjector::lostMessagesVanishHalfWay()
{
    HandMadeRun run(1, 1);
    run.issue(0, model::Operation::Read);
    run.send(run.client(0), run.balancer(), model::MessageKind::Request, true);
    Stage stage(run);
    QCOMPARE(stage.projector.frameAt({200}).messages.at(0).shape, MessageShape::Cross);
    QVERIFY(stage.projector.frameAt({300}).messages.empty());
}

void TestStageProjector::loadAndQueue()
{
    HandMadeRun run(3, 1);
    run.toServer(0, model::Operation::Read, 0);
    run.issue(2, model::Operation::Read);
    run.add(run.server(0), model::RequestQueued {1});
    Stage stage(run);
    const ServerNode &server = stage.at(run.now()).servers[0];
    QCOMPARE(server.inService, 1U);
    QCOMPARE(server.capacity, 4U);
    QCOMPARE(server.queue, std::vector<std::uint32_t> {2});
}

void TestStageProjector::calloutSaysWhatFailed()
{
    HandMadeRun run(1, 3);
    run.logIn(0, 0);
    run.wait(model::seconds(1));
    run.toServer(0, model::Operation::Read, 2);
    run.add(run.server(2), model::SessionMissing {run.sessionOf(0)});
    const SimTime found = run.now();
    run.wait(model::milliseconds(3));
    run.answer(2, 401, {});
    Stage stage(run);
    QCOMPARE(stage.at(found).callout->text, QStringLiteral("Server 3 has no session A1"));
    QVERIFY(!stage.at(found).callout->finished); // nothing to explain before the client has its answer
    const std::optional<Callout> callout = stage.at(run.now()).callout;
    QCOMPARE(callout->text, QStringLiteral("401 · Server 3 has no session A1"));
    QCOMPARE(callout->at, run.server(2));
    QVERIFY(callout->finished);
    QVERIFY(!callout->whyText.isEmpty());
}

void TestStageProjector::calloutLeavesWithTheNextRequest()
{
    HandMadeRun run(2, 2);
    run.logIn(0, 0);
    run.readMissing(0, 1);
    run.wait(model::seconds(1));
    run.logIn(1, 0); // somebody else's requests change nothing
    const SimTime still = run.now();
    run.wait(model::seconds(1));
    run.issue(0, model::Operation::Read);
    Stage stage(run);
    QVERIFY(stage.at(still).callout.has_value());
    QVERIFY(!stage.at(run.now()).callout.has_value());
}

void TestStageProjector::nothingBehindTheGate()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    run.wait(model::seconds(1));
    const SimTime gate = run.now();
    run.wait(model::seconds(1));
    run.readMissing(0, 1);
    run.crash(0);
    Stage shut(run, gate);
    const StageScene atGate = shut.at(gate);
    const StageScene beyond = shut.at(SimTime {60'000'000});
    QVERIFY(beyond == atGate);
    QVERIFY(shut.projector.frameAt(SimTime {60'000'000}).messages.empty());
    Stage open(run);
    QVERIFY(!(open.at(run.now()) == atGate)); // there was something to hide
}

void TestStageProjector::litRecordsHavePlaces()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    run.readMissing(0, 1);
    std::optional<Lit> sent;
    std::optional<Lit> missing;
    for (std::uint32_t i = 0; i < run.timeline().size(); ++i) {
        if (std::holds_alternative<model::SessionMissing>(run.timeline()[i].fact))
            missing = Lit {model::RecordId(i), 2};
        const auto *message = std::get_if<model::Sent>(&run.timeline()[i].fact);
        if (message && message->to == run.server(1))
            sent = Lit {model::RecordId(i), 1};
    }
    Stage stage(run);
    stage.projector.setLit({*sent, *missing});
    const std::vector<LitPlace> &lit = stage.at(run.now()).lit;
    QCOMPARE(lit.size(), std::size_t {2});
    QVERIFY((lit[0] == LitPlace {run.balancer(), run.server(1), 1}));
    QVERIFY((lit[1] == LitPlace {run.server(1), {}, 2}));
}

void TestStageProjector::litRecordsBehindTheGateStayDark()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    const SimTime gate = run.now();
    run.wait(model::seconds(1));
    run.readMissing(0, 1);
    Stage stage(run, gate);
    stage.projector.setLit({Lit {model::RecordId(run.timeline().size() - 1), 1}, Lit {model::RecordId(999'999), 2}});
    QVERIFY(stage.at(gate).lit.empty());
}

void TestStageProjector::crowdsAreCounted()
{
    HandMadeRun run(40, 2);
    for (std::uint32_t i = 0; i < 30; ++i)
        run.logIn(i, i % 2);
    run.readMissing(4, 1);
    Stage stage(run);
    const StageScene &scene = stage.at(run.now());
    const auto count = [&](ClientMood mood) {
        const auto line = std::find_if(scene.crowd.begin(), scene.crowd.end(),
                                       [mood](const CrowdLine &item) { return item.mood == mood; });
        return line == scene.crowd.end() ? QString() : line->count;
    };
    QCOMPARE(count(ClientMood::SignedIn), QStringLiteral("29"));
    QCOMPARE(count(ClientMood::LoggedOut), QStringLiteral("1"));
    QCOMPARE(count(ClientMood::Stranger), QStringLiteral("10"));
    QCOMPARE(count(ClientMood::SeesSignedIn), QString());
}

/// Forwards in small steps, backwards, and straight there: the same frame (time travel is a fold).
void TestStageProjector::seeksGiveTheSameFrames()
{
    HandMadeRun run(3, 3);
    for (std::uint32_t round = 0; round < 6; ++round) {
        for (std::uint32_t i = 0; i < 3; ++i)
            round == 0 ? static_cast<void>(run.logIn(i, i))
                       : (round % 2 ? run.readMissing(i, (i + 1) % 3) : run.readFine(i, i));
        run.wait(model::milliseconds(100));
    }
    Stage walker(run);
    const std::int64_t end = run.now().us + 1000;
    std::vector<std::int64_t> moments;
    for (std::int64_t t = 0; t < end; t += 713)
        moments.push_back(t);
    for (std::int64_t t = end; t > 0; t -= 1901)
        moments.push_back(t);
    for (const std::int64_t t : moments) {
        const StageFrame walked = walker.projector.frameAt({t});
        Stage jumper(run);
        const StageFrame &jumped = jumper.projector.frameAt({t});
        QVERIFY2(walked.scene == jumped.scene, QByteArray::number(t).constData());
        QVERIFY2(walked.messages == jumped.messages, QByteArray::number(t).constData());
    }
}

void TestStageProjector::sceneNumberGrowsOnlyWithChanges()
{
    HandMadeRun run(1, 1);
    run.setTime({1000});
    run.issue(0, model::Operation::Read);
    run.send(run.client(0), run.balancer(), model::MessageKind::Request);
    Stage stage(run);
    static_cast<void>(stage.at({1010}));
    const std::uint64_t number = stage.projector.sceneNumber();
    static_cast<void>(stage.at({1200}));
    QCOMPARE(stage.projector.sceneNumber(), number); // only the message moved
    stage.projector.setLit({Lit {model::RecordId(0), 1}});
    static_cast<void>(stage.at({1200}));
    QVERIFY(stage.projector.sceneNumber() > number);
}

void TestStageProjector::changesWaitAtTheSender()
{
    HandMadeRun run(1, 2);
    const model::StringId session = run.logIn(0, 0);
    model::ReplicationQueued queued;
    queued.session = session;
    run.add(run.server(0), queued);
    run.add(run.server(0), queued);
    Stage stage(run);
    QCOMPARE(stage.at(run.now()).servers[0].queuedChanges, 2U);
    QCOMPARE(stage.at(run.now()).servers[1].queuedChanges, 0U);
}

/// A cut network lets two servers believe that they are in charge; the stage shows who answers.
void TestStageProjector::onlyOneCopyIsInCharge()
{
    HandMadeRun run(1, 2);
    const model::StringId session = run.logIn(0, 0);
    const model::StringId user = *run.timeline().strings().find(model::userAttribute);
    run.add(run.server(1), model::CopySet {session, run.client(0), model::CopyRole::InCharge, 0});
    run.add(run.server(1), model::AttributeSet {session, user, {run.client(0), 1}, 1});
    run.wait(model::seconds(1));
    run.toServer(0, model::Operation::Write, 0);
    run.add(run.server(0), model::SessionFound {session});
    run.add(run.server(0), model::WriteApplied {session, user, {run.client(0), 2}, {run.client(0), 1}});
    Stage stage(run);
    const StageScene &scene = stage.at(run.now());
    QCOMPARE(scene.servers[0].chips[0].kind, ChipKind::InCharge);
    QCOMPARE(scene.servers[0].chips[0].version, QStringLiteral("v2"));
    QCOMPARE(scene.servers[1].chips[0].kind, ChipKind::Stale);
    QCOMPARE(scene.servers[1].chips[0].version, QStringLiteral("v1"));
}

void TestStageProjector::troublesAreToldApart()
{
    HandMadeRun run(1, 6);
    run.add(run.server(0), model::Hung {});
    run.add(run.server(1), model::CapacitySet {4, 300'000});
    run.add(run.balancer(), model::DrainSet {run.server(2), true});
    run.add(run.balancer(), model::ServerMarked {run.server(3), model::Health::Down});
    run.crash(4);
    Stage stage(run);
    const std::vector<ServerNode> &servers = stage.at(run.now()).servers;
    QCOMPARE(servers[0].state, NodeState::Warning);
    QCOMPARE(servers[1].state, NodeState::Warning);
    QVERIFY2(servers[1].explanation.contains(QStringLiteral("0.3 s")), qPrintable(servers[1].explanation));
    QCOMPARE(servers[2].state, NodeState::Draining);
    QCOMPARE(servers[3].state, NodeState::Warning);
    QCOMPARE(servers[4].state, NodeState::Down);
    QCOMPARE(servers[5].state, NodeState::Healthy);
    QStringList words;
    for (const ServerNode &server : servers)
        words << server.stateText;
    QCOMPARE(words.removeDuplicates(), 0);
}

void TestStageProjector::beliefsAreNotTruths()
{
    HandMadeRun run(2, 3);
    run.logIn(0, 0);
    run.logIn(1, 1);
    run.crash(0);
    run.add(run.balancer(), model::ServerMarked {run.server(2), model::Health::Down});
    Stage stage(run);
    stage.projector.setSight(Sight::Belief);
    const StageScene believed = stage.at(run.now());
    // Nobody told the balancer of the crash; and the third server lives.
    QCOMPARE(believed.servers[0].state, NodeState::Healthy);
    QVERIFY(!believed.servers[0].truth.isEmpty());
    QVERIFY(believed.servers[1].truth.isEmpty());
    QCOMPARE(believed.servers[2].state, NodeState::Down);
    QVERIFY(!believed.servers[2].truth.isEmpty());
    // The balancer sees no sessions; the browser of the first does not know that its own is gone.
    QVERIFY(believed.servers[1].chips.empty());
    QCOMPARE(believed.clients[0].mood, ClientMood::SignedIn);
    QVERIFY(!believed.clients[0].truth.isEmpty());
    QVERIFY(believed.clients[1].truth.isEmpty());

    stage.projector.setSight(Sight::Truth);
    const StageScene &truth = stage.at(run.now());
    QCOMPARE(truth.servers[0].state, NodeState::Down);
    QCOMPARE(truth.clients[0].mood, ClientMood::SeesSignedIn);
    QVERIFY(truth.clients[0].truth.isEmpty());
}

void TestStageProjector::movedPinsOutrankCookies()
{
    HandMadeRun run(1, 2);
    run.logIn(0, 0);
    run.pin(0, 0);
    Stage before(run);
    QCOMPARE(before.at(run.now()).routes.at(0).server, run.server(0));
    run.wait(model::seconds(1));
    run.add(run.balancer(), model::PinMoved {run.client(0), run.server(1)});
    Stage after(run);
    const std::vector<Route> &routes = after.at(run.now()).routes;
    QCOMPARE(routes.at(0).server, run.server(1));
    QCOMPARE(routes.at(0).kind, Route::Kind::Pin);
}

QTEST_GUILESS_MAIN(TestStageProjector)
#include "tst_stageprojector.moc"
