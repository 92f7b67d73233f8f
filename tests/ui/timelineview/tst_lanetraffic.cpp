// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanespainter.h"

#include <QPainter>
#include <QTest>

#include <random>
#include <set>

using namespace sessionarium;
using namespace sessionarium::ui;
using namespace sessionarium::ui::timelineview;
using model::MessageKind;
using report::LaneLayout;

namespace {

constexpr std::uint32_t clients = 3;
constexpr std::uint32_t balancer = 3;
constexpr std::uint32_t server = 4;

LaneLayout lanesOnly(std::int64_t length)
{
    LaneLayout layout;
    layout.length = length;
    for (std::uint32_t i = 0; i <= server; ++i) {
        const auto type = i < clients ? model::EntityType::Client
            : i == balancer           ? model::EntityType::Balancer
                                      : model::EntityType::Server;
        layout.lanes.push_back({model::EntityId(i), type});
    }
    return layout;
}

void addArrow(LaneLayout &layout, std::uint32_t from, std::uint32_t to, std::int64_t x1, std::int64_t x2,
              std::uint32_t client, MessageKind kind = MessageKind::Request)
{
    LaneLayout::Arrow arrow;
    arrow.sent = model::RecordId(static_cast<std::uint32_t>(layout.arrows.size()));
    arrow.fromLane = from;
    arrow.toLane = to;
    arrow.x1 = x1;
    arrow.x2 = x2;
    arrow.client = model::EntityId(client);
    arrow.kind = kind;
    layout.arrows.push_back(arrow);
}

LanesGeometry rowsOf(const LaneLayout &layout)
{
    LanesGeometry geometry;
    geometry.rowGap = 30;
    geometry.contentHeight = 30.0 * static_cast<double>(layout.lanes.size());
    for (std::uint32_t lane = 0; lane < layout.lanes.size(); ++lane) {
        const double y = 20 + 30.0 * lane;
        geometry.rows.push_back({lane, layout.lanes[lane].entity, QStringLiteral("lane"), lane < clients, y});
        geometry.yOfLane.push_back(y);
    }
    return geometry;
}

LanesScale wholeRun(const LaneLayout &layout)
{
    LanesScale scale;
    scale.left = 100;
    scale.right = 900;
    scale.pixelsPerUnit = 800.0 / static_cast<double>(layout.length);
    return scale;
}

/// By what tells strokes apart, in any order.
std::multiset<std::tuple<std::uint32_t, std::uint32_t, std::int64_t, std::int64_t, std::uint32_t>>
sorted(const std::vector<LaneStroke> &strokes)
{
    std::multiset<std::tuple<std::uint32_t, std::uint32_t, std::int64_t, std::int64_t, std::uint32_t>> all;
    for (const LaneStroke &stroke : strokes)
        all.insert({stroke.fromLane, stroke.toLane, stroke.x1First, stroke.x2Last, stroke.count});
    return all;
}

std::uint64_t messagesIn(const std::vector<LaneStroke> &strokes)
{
    std::uint64_t count = 0;
    for (const LaneStroke &stroke : strokes)
        count += stroke.count;
    return count;
}

/// Requests at even distances, one user after the other.
LaneLayout evenRun(std::uint32_t count, std::int64_t distance)
{
    LaneLayout layout = lanesOnly(static_cast<std::int64_t>(count + 1) * distance);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t client = i % clients;
        const std::int64_t at = static_cast<std::int64_t>(i) * distance;
        i % 2 == 0 ? addArrow(layout, client, balancer, at, at + distance / 2, client)
                   : addArrow(layout, balancer, server, at, at + distance / 2, client);
    }
    return layout;
}

LanesPicture pictureOf(const LaneLayout &layout, std::int64_t limit)
{
    LanesPicture picture;
    picture.layout = &layout;
    picture.colourOfEntity = {0, 1, 2, 0, 0};
    picture.geometry = rowsOf(layout);
    picture.scale = wholeRun(layout);
    picture.limit = limit;
    picture.bottom = 170;
    picture.traffic.update(layout, {}, picture.geometry, picture.scale, limit);
    return picture;
}

QImage paint(const LanesPicture &picture)
{
    QImage image(920, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    LanesPainter(painter, picture, theme::lightTheme()).paint();
    return image;
}

} // namespace

/// Which strokes are painted for messages, and which lanes take part.
class TestLaneTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sparseMessagesAreAllThere();
    void denseOnesAreFewStrokes_data();
    void denseOnesAreFewStrokes();
    void densePaintingMeetsSparse();
    void goingOnIsLikeStartingAnew();
    void nothingAfterTheLimit();
    void filterHidesExactlyWhatItSays_data();
    void filterHidesExactlyWhatItSays();
    void filterSaysWhoseLanes();
    void longMessagesReachIntoTheView();
    void marksThatOverlapShowTheWorst();
};

void TestLaneTraffic::sparseMessagesAreAllThere()
{
    const LaneLayout layout = evenRun(200, 1000);
    LaneTraffic traffic;
    traffic.update(layout, {}, rowsOf(layout), wholeRun(layout), layout.length);
    QCOMPARE(traffic.arrived().size(), layout.arrows.size());
    QCOMPARE(messagesIn(traffic.arrived()), layout.arrows.size());
    QVERIFY(traffic.underWay().empty());
}

void TestLaneTraffic::denseOnesAreFewStrokes_data()
{
    QTest::addColumn<std::uint32_t>("count");
    QTest::newRow("10,000") << 10'000U;
    QTest::newRow("1,000,000") << 1'000'000U;
}

void TestLaneTraffic::denseOnesAreFewStrokes()
{
    QFETCH(std::uint32_t, count);
    const LaneLayout layout = evenRun(count, 1000);
    LaneTraffic traffic;
    traffic.update(layout, {}, rowsOf(layout), wholeRun(layout), layout.length);
    QVERIFY2(traffic.arrived().size() <= LaneTraffic::mostStrokes, QByteArray::number(traffic.arrived().size()));
    QVERIFY(traffic.arrived().size() > 10); // and still tells where the messages are
    QCOMPARE(messagesIn(traffic.arrived()), std::uint64_t {count}); // not one is lost
}

/// Where messages stand apart, gathering them changes no pixel; and those on the pixels of others add none.
void TestLaneTraffic::densePaintingMeetsSparse()
{
    const LaneLayout sparse = evenRun(120, 1000);
    const QImage one = paint(pictureOf(sparse, sparse.length));
    LaneLayout dense = sparse;
    dense.arrows.clear();
    for (const LaneLayout::Arrow &arrow : sparse.arrows)
        dense.arrows.insert(dense.arrows.end(), 400, arrow);
    QCOMPARE(dense.arrows.size(), std::size_t {48'000});
    QCOMPARE(paint(pictureOf(dense, dense.length)), one);

    // The same strokes as painted one by one, each as a picture of its own would have it.
    LaneLayout nothing = sparse;
    nothing.arrows.clear();
    QVERIFY(paint(pictureOf(nothing, nothing.length)) != one);
    for (const std::size_t i : {std::size_t {0}, std::size_t {57}, std::size_t {118}}) {
        LaneLayout single = nothing;
        single.arrows.push_back(sparse.arrows[i]);
        const QImage alone = paint(pictureOf(single, single.length));
        const LanesScale scale = wholeRun(sparse);
        const int x = static_cast<int>(scale.x((sparse.arrows[i].x1 + sparse.arrows[i].x2) / 2));
        const int y = static_cast<int>(
            (rowsOf(sparse).yOfLane[sparse.arrows[i].fromLane] + rowsOf(sparse).yOfLane[sparse.arrows[i].toLane]) / 2);
        const QRect about(x - 1, y - 4, 3, 8);
        QCOMPARE(one.copy(about), alone.copy(about));
    }
}

/// While the playhead moves on, what is gathered is what a new look would give.
void TestLaneTraffic::goingOnIsLikeStartingAnew()
{
    std::mt19937 random(7);
    LaneLayout layout = lanesOnly(400'000);
    for (std::int64_t at = 0; at < 390'000; at += 1500 + static_cast<std::int64_t>(random() % 900))
        addArrow(layout, static_cast<std::uint32_t>(random() % clients), balancer, at,
                 at + 500 + static_cast<std::int64_t>(random() % 9000), 0);
    LaneTraffic going;
    for (std::int64_t limit = 0; limit <= layout.length; limit += 3'300) {
        going.update(layout, {}, rowsOf(layout), wholeRun(layout), limit);
        LaneTraffic fresh;
        fresh.update(layout, {}, rowsOf(layout), wholeRun(layout), limit);
        QCOMPARE(sorted(going.arrived()), sorted(fresh.arrived()));
        QCOMPARE(sorted(going.underWay()), sorted(fresh.underWay()));
    }
    QVERIFY(going.arrived().size() > 100);
    going.update(layout, {}, rowsOf(layout), wholeRun(layout), 10'000); // and back
    QVERIFY(going.arrived().size() < 20);
}

void TestLaneTraffic::nothingAfterTheLimit()
{
    LaneLayout layout = evenRun(1000, 1000);
    const std::int64_t limit = 400'000;
    const QImage picture = paint(pictureOf(layout, limit));
    std::erase_if(layout.arrows, [limit](const LaneLayout::Arrow &arrow) { return arrow.x1 > limit; });
    QVERIFY(layout.arrows.size() < 500);
    QCOMPARE(paint(pictureOf(layout, limit)), picture);
    const LanesPicture gathered = pictureOf(layout, limit);
    for (const LaneStroke &stroke : gathered.traffic.arrived())
        QVERIFY(stroke.x2Last <= limit);
}

void TestLaneTraffic::filterHidesExactlyWhatItSays_data()
{
    QTest::addColumn<std::uint32_t>("groups");
    QTest::addColumn<int>("user");
    QTest::newRow("usual") << LanesFilter::usualGroups << -1;
    QTest::newRow("one user") << LanesFilter::usualGroups << 1;
    for (const MessageGroup group : allMessageGroups)
        QTest::addRow("only %u", static_cast<unsigned>(group)) << LanesFilter::bit(group) << -1;
    QTest::newRow("nothing") << 0U << -1;
    QTest::newRow("checks of a user") << LanesFilter::bit(MessageGroup::Checks) << 1;
}

void TestLaneTraffic::filterHidesExactlyWhatItSays()
{
    QFETCH(std::uint32_t, groups);
    QFETCH(int, user);
    LanesFilter filter;
    filter.groups = groups;
    if (user >= 0)
        filter.user = model::EntityId(static_cast<std::uint32_t>(user));
    // Each kind of message for each user, and for nobody.
    LaneLayout layout = lanesOnly(1'000'000);
    std::int64_t at = 0;
    for (int kind = 0; kind <= static_cast<int>(MessageKind::StoreReply); ++kind) {
        for (std::uint32_t client = 0; client <= clients; ++client, at += 10'000) {
            addArrow(layout, balancer, server, at, at + 5'000, client, static_cast<MessageKind>(kind));
            if (client == clients)
                layout.arrows.back().client = {};
        }
    }
    const auto isWanted = [&](const LaneLayout::Arrow &arrow) {
        if (user >= 0 && arrow.client != filter.user)
            return false;
        const auto kind = arrow.kind;
        const bool isRequest = kind == MessageKind::Request || kind == MessageKind::Response;
        const bool isCheck = kind == MessageKind::Check;
        const bool isStore = kind >= MessageKind::StoreLoad;
        const MessageGroup group = isRequest ? MessageGroup::Requests
            : isCheck                        ? MessageGroup::Checks
            : isStore                        ? MessageGroup::Store
                                             : MessageGroup::Replication;
        return (groups & LanesFilter::bit(group)) != 0;
    };
    std::multiset<std::int64_t> wanted;
    for (const LaneLayout::Arrow &arrow : layout.arrows) {
        if (isWanted(arrow))
            wanted.insert(arrow.x1);
    }
    LaneTraffic traffic;
    traffic.update(layout, filter, rowsOf(layout), wholeRun(layout), layout.length);
    std::multiset<std::int64_t> shown;
    for (const LaneStroke &stroke : traffic.arrived())
        shown.insert(stroke.x1First);
    QCOMPARE(shown, wanted);
}

void TestLaneTraffic::filterSaysWhoseLanes()
{
    LaneLayout layout = lanesOnly(100'000);
    addArrow(layout, 0, balancer, 10'000, 11'000, 0);
    addArrow(layout, 1, balancer, 20'000, 21'000, 1);
    addArrow(layout, balancer, server, 30'000, 31'000, 1);
    const std::int64_t never = std::numeric_limits<std::int64_t>::max();
    QCOMPARE(concernedFrom(layout, {}), std::vector<std::int64_t>(5, 0));
    LanesFilter filter;
    filter.user = model::EntityId(1);
    QCOMPARE(concernedFrom(layout, filter), (std::vector<std::int64_t> {never, 0, never, 20'000, 30'000}));
    filter.user = {};
    filter.groups = LanesFilter::bit(MessageGroup::Store);
    QCOMPARE(concernedFrom(layout, filter), std::vector<std::int64_t>(5, never));
}

/// However long a message is on its way, it is seen where the view shows only its end.
void TestLaneTraffic::longMessagesReachIntoTheView()
{
    LaneLayout layout = lanesOnly(50'000'000);
    addArrow(layout, 0, balancer, 0, 40'000'000, 0);
    LanesScale scale = wholeRun(layout);
    scale.first = 39'000'000;
    scale.pixelsPerUnit *= 40;
    LaneTraffic traffic;
    traffic.update(layout, {}, rowsOf(layout), scale, layout.length);
    QCOMPARE(traffic.arrived().size(), std::size_t {1});
    traffic.update(layout, {}, rowsOf(layout), scale, 39'500'000);
    QCOMPARE(traffic.underWay().size(), std::size_t {1});
}

void TestLaneTraffic::marksThatOverlapShowTheWorst()
{
    LaneLayout layout = lanesOnly(100'000);
    const auto mark = [&layout](std::uint32_t lane, std::int64_t x, verdict::Outcome outcome) {
        LaneLayout::Mark one;
        one.lane = lane;
        one.x = x;
        one.outcome = outcome;
        layout.marks.push_back(one);
    };
    mark(0, 10'000, verdict::Outcome::Fine);
    mark(1, 10'010, verdict::Outcome::Fine);
    mark(0, 10'100, verdict::Outcome::LoggedOut);
    mark(0, 10'200, verdict::Outcome::Refused);
    mark(0, 50'000, verdict::Outcome::Fine);
    const auto spots = [&](std::int64_t limit, const LanesFilter &filter = {}) {
        return gatherMarks(layout, filter, rowsOf(layout), wholeRun(layout), limit, 6);
    };
    QCOMPARE(spots(100'000).size(), std::size_t {3});
    QCOMPARE(spots(100'000)[0].mark, 2U);
    QCOMPARE(spots(100'000)[0].count, 3U);
    QCOMPARE(spots(100'000)[1].count, 1U);
    QCOMPARE(spots(10'050)[0].mark, 0U); // the log-out is still to come
    LanesFilter filter;
    filter.user = model::EntityId(1);
    QCOMPARE(spots(100'000, filter).size(), std::size_t {1});
    filter = {};
    filter.setShown(MessageGroup::Requests, false);
    QVERIFY(spots(100'000, filter).empty());
}

QTEST_MAIN(TestLaneTraffic)
#include "tst_lanetraffic.moc"
