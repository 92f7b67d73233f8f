// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/runbuilder.h"

#include "core/report/lanelayout.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using report::LaneLayout;
using report::PacingMap;
using verdict::Verdict;
using verdict::Verdicts;

class TestLaneLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanes();
    void arrows_data();
    void arrows();
    void arrowsKnowTheirRequest();
    void bands();
    void bandsKnowTheirKind();
    void marks();
};

namespace {

// Lanes of RunBuilder: 0 minji, 1 junho, 2 balancer, 3 server-1, 4 server-2; a server that joins later: 5.

/// A message at 1,000 us and what became of it; junho's request.
struct OneMessage
{
    RunBuilder run {seconds(10)};
    RequestId request {0};

    OneMessage() { run.add(500, "junho", RequestIssued {}, request); }

    struct Laid
    {
        LaneLayout layout;
        PacingMap pacing;
        [[nodiscard]] std::int64_t at(std::int64_t us) const { return pacing.toScreen(SimTime {us}); }
    };
    Laid lay(const Verdicts &verdicts = Verdicts())
    {
        const auto timeline = run.finish();
        PacingMap pacing(*timeline);
        return Laid {report::layOutLanes(*timeline, verdicts, pacing), pacing};
    }
};

} // namespace

void TestLaneLayout::lanes()
{
    OneMessage story;
    story.run.join(2'000'000, "server-3", 1);
    const LaneLayout layout = story.lay().layout;
    const std::vector<EntityType> types {EntityType::Client, EntityType::Client, EntityType::Balancer,
                                         EntityType::Server, EntityType::Server, EntityType::Server};
    QCOMPARE(layout.lanes.size(), types.size());
    for (std::uint32_t i = 0; i < types.size(); ++i) {
        QCOMPARE(layout.lanes[i].entity, EntityId(i));
        QCOMPARE(layout.lanes[i].type, types[i]);
    }
    QVERIFY(layout.length > 0);

    // Whatever the order of joining: clients, balancer, servers.
    timeline::Timeline mixed;
    timeline::RunInfo info;
    info.strings = {"s", "b", "c"};
    info.entities = {{"s", EntityType::Server, {}}, {"b", EntityType::Balancer, {}}, {"c", EntityType::Client, {}}};
    mixed.begin(info);
    for (std::uint32_t i = 0; i < 3; ++i) {
        EntityAdded added;
        added.type = info.entities[i].type;
        mixed.append(RecordId(i), timeline::Record {{}, {}, EntityId(i), {}, added});
    }
    const LaneLayout sorted = report::layOutLanes(mixed, Verdicts(), PacingMap(mixed));
    QCOMPARE(sorted.lanes[0].entity, EntityId(2));
    QCOMPARE(sorted.lanes[1].entity, EntityId(1));
    QCOMPARE(sorted.lanes[2].entity, EntityId(0));
}

void TestLaneLayout::arrows_data()
{
    QTest::addColumn<int>("transit");
    QTest::addColumn<bool>("lost");
    QTest::addColumn<qint64>("arrival"); // a record at the receiver; -1: none
    QTest::addColumn<bool>("dropped");
    QTest::addColumn<qint64>("end"); // us
    QTest::addColumn<bool>("failed");
    QTest::newRow("ends where it arrives") << 500 << false << qint64(1500) << false << qint64(1500) << false;
    QTest::newRow("unknown transit: where the receiver says")
        << -1 << false << qint64(1700) << false << qint64(1700) << false;
    QTest::newRow("unknown transit, no arrival") << -1 << false << qint64(-1) << false << qint64(1000) << false;
    QTest::newRow("arrived without a record") << 500 << false << qint64(-1) << false << qint64(1500) << false;
    QTest::newRow("lost") << 500 << true << qint64(-1) << false << qint64(1500) << true;
    QTest::newRow("dropped") << 500 << false << qint64(1500) << true << qint64(1500) << true;
    QTest::newRow("under way at the end")
        << 2'000'000'000 << false << qint64(-1) << false << qint64(10'000'000) << false;
}

void TestLaneLayout::arrows()
{
    QFETCH(int, transit);
    QFETCH(bool, lost);
    QFETCH(qint64, arrival);
    QFETCH(bool, dropped);
    QFETCH(qint64, end);
    QFETCH(bool, failed);
    OneMessage story;
    const RecordId sent = story.run.send(1'000, "balancer", "server-1", story.request, MessageKind::Request,
                                         static_cast<std::uint32_t>(transit), lost);
    story.run.add(1'200, "balancer", CookieAbsent {}, story.request, sent); // not at the receiver
    if (arrival >= 0) {
        const Fact fact = dropped ? Fact(Dropped {}) : Fact(ServiceStarted {});
        story.run.add(arrival, "server-1", fact, story.request, sent);
        story.run.add(arrival + 900, "server-1", Dropped {}, story.request, sent); // only the first is the arrival
    }
    const auto laid = story.lay();
    QCOMPARE(laid.layout.arrows.size(), std::size_t(1));
    const LaneLayout::Arrow &arrow = laid.layout.arrows.front();
    QCOMPARE(arrow.sent, sent);
    QCOMPARE(arrow.fromLane, 2u);
    QCOMPARE(arrow.toLane, 3u);
    QCOMPARE(arrow.x1, laid.at(1'000));
    QCOMPARE(arrow.x2, laid.at(end));
    QCOMPARE(arrow.failed, failed);
}

void TestLaneLayout::arrowsKnowTheirRequest()
{
    OneMessage story;
    story.run.send(1'000, "junho", "balancer", story.request, MessageKind::Request, 500);
    story.run.add(1'500, "balancer", ConnectFailed {story.run.entity("server-2"), ConnectError::Refused, 1, 7},
                  story.request);
    story.run.send(2'000, "balancer", "junho", story.request, MessageKind::Response, 500);
    story.run.send(2'500, "balancer", "junho", RequestId(), MessageKind::Response, 500);
    const auto laid = story.lay();
    const auto &arrows = laid.layout.arrows;
    QCOMPARE(arrows.size(), std::size_t(4));
    QCOMPARE(arrows[0].client, story.run.entity("junho"));
    QCOMPARE(arrows[0].request, story.request);
    QCOMPARE(arrows[0].kind, MessageKind::Request);

    // H-14: a connection that could not be made.
    QVERIFY(arrows[1].failed);
    QCOMPARE(arrows[1].fromLane, 2u);
    QCOMPARE(arrows[1].toLane, 4u);
    QCOMPARE(arrows[1].x1, laid.at(1'500));
    QCOMPARE(arrows[1].x2, laid.at(1'500));
    QCOMPARE(arrows[1].client, story.run.entity("junho"));

    QCOMPARE(arrows[2].kind, MessageKind::Response);
    QCOMPARE(arrows[2].toLane, 1u);
    QVERIFY(arrows[3].client.isNone());
    for (std::size_t i = 1; i < arrows.size(); ++i)
        QVERIFY(arrows[i - 1].x1 <= arrows[i].x1);
}

void TestLaneLayout::bands()
{
    OneMessage story;
    const RecordId first = story.run.add(1'000'000, "server-1", Crashed {});
    const RecordId other = story.run.add(1'500'000, "server-2", Crashed {});
    story.run.add(2'000'000, "server-1", Restarted {});
    const RecordId again = story.run.add(3'000'000, "server-1", Crashed {});
    story.run.add(4'000'000, "server-1", Restarted {});
    const auto laid = story.lay();
    const auto &bands = laid.layout.bands;
    QCOMPARE(bands.size(), std::size_t(3));
    QCOMPARE(bands[0].lane, 3u);
    QCOMPARE(bands[0].from, first);
    QCOMPARE(bands[0].x1, laid.at(1'000'000));
    QCOMPARE(bands[0].x2, laid.at(2'000'000));
    QCOMPARE(bands[1].lane, 4u);
    QCOMPARE(bands[1].from, other);
    QCOMPARE(bands[1].x2, laid.layout.length); // it never came back
    QCOMPARE(bands[2].from, again);
    QCOMPARE(bands[2].x2, laid.at(4'000'000));
}

void TestLaneLayout::bandsKnowTheirKind()
{
    using Kind = LaneLayout::Band::Kind;
    OneMessage story;
    story.run.add(1'000'000, "server-1", Hung {});
    story.run.add(2'000'000, "server-1", Crashed {}); // it is killed, to be restarted later
    story.run.add(3'000'000, "server-1", PoweredOff {});
    story.run.add(4'000'000, "server-1", Restarted {});
    const auto laid = story.lay();
    const auto &bands = laid.layout.bands;
    QCOMPARE(bands.size(), std::size_t(3));
    const Kind kinds[] = {Kind::Hung, Kind::Down, Kind::Gone};
    for (std::size_t i = 0; i < bands.size(); ++i) {
        QCOMPARE(bands[i].kind, kinds[i]);
        QCOMPARE(bands[i].x1, laid.at(static_cast<std::int64_t>(i + 1) * 1'000'000));
        QCOMPARE(bands[i].x2, laid.at(static_cast<std::int64_t>(i + 2) * 1'000'000));
    }
}

void TestLaneLayout::marks()
{
    OneMessage story;
    Verdict verdict;
    verdict.request = story.request;
    verdict.client = story.run.entity("junho");
    verdict.finished = story.run.add(3'000'000, "junho", Answered {401, {}, {}}, story.request);
    verdict.outcome = verdict::Outcome::LoggedOut;
    verdict.slow = true;
    const auto laid = story.lay(Verdicts({verdict}, 0));
    QCOMPARE(laid.layout.marks.size(), std::size_t(1));
    const LaneLayout::Mark &mark = laid.layout.marks.front();
    QCOMPARE(mark.lane, 1u);
    QCOMPARE(mark.x, laid.at(3'000'000));
    QCOMPARE(mark.record, verdict.finished);
    QCOMPARE(mark.request, story.request);
    QCOMPARE(mark.outcome, verdict::Outcome::LoggedOut);
    QVERIFY(mark.slow);
}

QTEST_GUILESS_MAIN(TestLaneLayout)
#include "tst_lanelayout.moc"
