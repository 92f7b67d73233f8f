// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stageprojector.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui::stage;

/// Everything has its place: nothing overlaps, nothing sticks out, at all sizes and counts.
class TestStageLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void detailFollowsTheRoom();
    void waysJoinNeighbours();
    void waysCrossNoOtherServer();
    void answersGoBackTheSameWay();
    void pointsFindNodes();
    void numbersStandApart();
    void paintingStaysInside_data();
    void paintingStaysInside();
    void messagesArePaintedOnTheirWay();
};

namespace {

/// A busy scene: chips, queues, pins, a failure.
StageScene busyScene(std::uint32_t clients, std::uint32_t servers, bool balancer, HandMadeTexts::Names names)
{
    HandMadeRun run(clients, servers, balancer);
    for (std::uint32_t i = 0; i < clients; ++i) {
        run.logIn(i, i % servers);
        if (balancer)
            run.pin(i, i % servers);
    }
    run.crash(0);
    if (clients > 1)
        run.readMissing(1, servers - 1);
    const HandMadeTexts texts(run.timeline(), names);
    timeline::Keyframes keyframes(run.timeline());
    keyframes.extend();
    StageProjector projector;
    projector.setTexts(&texts);
    projector.setContent({&run.timeline(), run.now()}, &keyframes);
    return projector.frameAt(run.now()).scene;
}

struct Named
{
    QString name;
    QRectF box;
};

std::vector<Named> nodesOf(const StageLayout &layout)
{
    std::vector<Named> nodes;
    for (std::size_t i = 0; i < layout.clients.size(); ++i)
        nodes.push_back({QStringLiteral("client %1").arg(i + 1), layout.clients[i].card});
    for (std::size_t i = 0; i < layout.servers.size(); ++i)
        nodes.push_back({QStringLiteral("server %1").arg(i + 1), layout.servers[i].card});
    if (!layout.balancer.isEmpty())
        nodes.push_back({QStringLiteral("balancer"), layout.balancer});
    if (!layout.legend.isEmpty())
        nodes.push_back({QStringLiteral("legend"), layout.legend});
    return nodes;
}

/// What is wrong with the callout: it shows all its words, and never hides what it speaks of. Without room it may lie
/// on others.
QString calloutFault(const StageScene &scene, const StageLayout &layout, bool hasRoom)
{
    if (!scene.callout)
        return layout.callout.isEmpty() ? QString() : QStringLiteral("there is none");
    for (const Named &node : nodesOf(layout)) {
        const bool isTarget = node.box == layout.cardOf(scene.callout->at);
        const QRectF hidden = node.box & layout.callout;
        if ((isTarget || hasRoom) && hidden.width() > 0.5 && hidden.height() > 0.5)
            return node.name + QStringLiteral(" is under the callout");
    }
    QFont font = ui::theme::lightTheme().font(ui::theme::FontRole::Control, layout.unit);
    font.setWeight(QFont::Bold);
    const double width = layout.callout.width() - 46 * layout.unit;
    const double height = layout.callout.height() - (scene.callout->finished ? 32 : 10) * layout.unit;
    const QRectF words = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10'000),
                                                          int(Qt::AlignLeft) | Qt::TextWordWrap, scene.callout->text);
    if (words.width() > width + 0.5 || words.height() > height + 4 * layout.unit)
        return QStringLiteral("\"%1\" needs %2 x %3, has %4 x %5")
            .arg(scene.callout->text)
            .arg(words.width())
            .arg(words.height())
            .arg(width)
            .arg(height);
    return {};
}

std::vector<Named> partsOf(const StageLayout &layout)
{
    std::vector<Named> parts;
    const auto add = [&parts](const char *name, const QRectF &box) {
        if (!box.isEmpty())
            parts.push_back({QString::fromLatin1(name), box});
    };
    for (const ClientBox &box : layout.clients) {
        add("avatar", box.avatar);
        add("name", box.name);
        add("mood", box.mood);
        add("label", box.label);
    }
    for (const ServerBox &box : layout.servers) {
        add("name", box.name);
        add("state", box.state);
        add("load", box.load);
        add("sessions", box.sessions);
        for (const QRectF &chip : box.chips)
            add("chip", chip);
        add("more", box.moreChips);
    }
    return parts;
}

QString firstOverlap(const std::vector<Named> &boxes)
{
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF common = boxes[i].box & boxes[j].box;
            if (common.width() > 0.5 && common.height() > 0.5)
                return boxes[j].name + QStringLiteral(" and ") + boxes[i].name;
        }
    }
    return {};
}

QString firstOutside(const std::vector<Named> &boxes, const QRectF &room)
{
    for (const Named &item : boxes) {
        if (!room.adjusted(-0.5, -0.5, 0.5, 0.5).contains(item.box))
            return item.name;
    }
    return {};
}

} // namespace

void TestStageLayout::nothingOverlaps_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("names");
    QTest::addColumn<bool>("balancer");
    QTest::addColumn<double>("textScale");
    const QSizeF sizes[] = {{560, 260},  {680, 300},  {776, 340},   {916, 560},
                            {1054, 430}, {1280, 720}, {1920, 1080}, {3840, 2160}};
    for (const QSizeF &size : sizes) {
        for (const bool balancer : {true, false}) {
            for (const auto &[name, names] : {std::pair("Korean", HandMadeTexts::Names::Korean),
                                              std::pair("English", HandMadeTexts::Names::English),
                                              std::pair("longest", HandMadeTexts::Names::Longest)}) {
                QTest::addRow("%gx%g, %s, %s", size.width(), size.height(), name, balancer ? "balancer" : "alone")
                    << size << static_cast<int>(names) << balancer << 1.0;
            }
        }
    }
    QTest::newRow("large texts") << QSizeF(916, 560) << static_cast<int>(HandMadeTexts::Names::Longest) << true << 1.6;
    QTest::newRow("largest texts, little room")
        << QSizeF(680, 300) << static_cast<int>(HandMadeTexts::Names::Longest) << true << 2.5;
}

void TestStageLayout::nothingOverlaps()
{
    QFETCH(QSizeF, size);
    QFETCH(int, names);
    QFETCH(bool, balancer);
    QFETCH(double, textScale);
    for (const std::uint32_t servers : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U, 16U}) {
        for (const std::uint32_t clients : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 11U, 16U, 23U, 29U, 30U, 31U, 200U}) {
            const StageScene scene = busyScene(clients, servers, balancer, static_cast<HandMadeTexts::Names>(names));
            StageOptions options;
            options.textScale = textScale;
            const StageLayout layout = layOutStage(scene, size, options);
            const QString where = QStringLiteral("%1 clients, %2 servers: ").arg(clients).arg(servers);
            QCOMPARE(layout.servers.size(), std::size_t {servers});
            QCOMPARE(layout.clients.size(), std::size_t {clients > mostAvatars ? 1 : clients});
            const std::vector<Named> nodes = nodesOf(layout);
            const std::vector<Named> parts = partsOf(layout);
            const QRectF room(QPointF(0, 0), size);
            QVERIFY2(firstOverlap(nodes).isEmpty(), qPrintable(where + firstOverlap(nodes)));
            QVERIFY2(firstOverlap(parts).isEmpty(), qPrintable(where + firstOverlap(parts)));
            QVERIFY2(firstOutside(nodes, room).isEmpty(), qPrintable(where + firstOutside(nodes, room)));
            const bool hasRoom = size.width() >= 776 && clients <= 6 && servers <= 4 && balancer && textScale == 1
                && names != static_cast<int>(HandMadeTexts::Names::Longest);
            const bool isHopeless = size.width() < 600 && names == static_cast<int>(HandMadeTexts::Names::Longest);
            const QString fault = isHopeless ? QString() : calloutFault(scene, layout, hasRoom);
            QVERIFY2(fault.isEmpty(), qPrintable(where + fault));
            QVERIFY(layout.callout.isEmpty() || room.adjusted(-0.5, -0.5, 0.5, 0.5).contains(layout.callout));
            for (const Named &part : parts) {
                const bool inside = std::any_of(nodes.begin(), nodes.end(), [&part](const Named &node) {
                    return node.box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(part.box);
                });
                QVERIFY2(inside, qPrintable(where + part.name + QStringLiteral(" sticks out of its card")));
            }
            QVERIFY2(layout.unit > 0.5 || size.height() < 400, qPrintable(where + QString::number(layout.unit)));
        }
    }
}

void TestStageLayout::detailFollowsTheRoom()
{
    const auto detail = [](std::uint32_t clients, std::uint32_t servers, QSizeF size) {
        const StageLayout layout =
            layOutStage(busyScene(clients, servers, true, HandMadeTexts::Names::English), size, {});
        return std::pair(layout.clientDetail, layout.serverDetail);
    };
    QCOMPARE(detail(4, 3, {916, 560}).first, ClientDetail::Card);
    QCOMPARE(detail(4, 3, {916, 560}).second, ServerDetail::Full);
    QCOMPARE(detail(4, 3, {1054, 430}).second, ServerDetail::Full); // small-gate mock-up
    QCOMPARE(detail(6, 4, {916, 400}).first, ClientDetail::Card); // a little smaller before less is shown
    QCOMPARE(detail(7, 3, {916, 560}).first, ClientDetail::Avatar); // design §7: more than 6
    QCOMPARE(detail(31, 3, {916, 560}).first, ClientDetail::Crowd); // more than 30
    QVERIFY(detail(4, 16, {916, 560}).second != ServerDetail::Full);
}

void TestStageLayout::waysJoinNeighbours()
{
    const StageScene scene = busyScene(3, 3, true, HandMadeTexts::Names::English);
    const StageLayout layout = layOutStage(scene, {916, 560}, {});
    const model::EntityId client = scene.clients[1].entity;
    const model::EntityId balancer = scene.balancer->entity;
    const model::EntityId server = scene.servers[2].entity;
    QCOMPARE(layout.way(client, balancer).pointAtPercent(0), layout.clients[1].port);
    QCOMPARE(layout.way(balancer, server).pointAtPercent(1), layout.servers[2].port);
    QVERIFY(layout.way(client, server).pointAtPercent(0) == layout.clients[1].port);
    QVERIFY(layout.way(client, scene.clients[0].entity).isEmpty());
    QVERIFY(layout.way(client, model::EntityId(12345)).isEmpty());
    QVERIFY(layout.way(model::EntityId(), balancer).isEmpty());
}

void TestStageLayout::waysCrossNoOtherServer()
{
    for (const std::uint32_t servers : {2U, 6U, 8U, 12U, 16U}) {
        const StageScene scene = busyScene(12, servers, true, HandMadeTexts::Names::English);
        for (const QSizeF size : {QSizeF(680, 300), QSizeF(916, 560), QSizeF(1600, 900)}) {
            const StageLayout layout = layOutStage(scene, size, {});
            for (const ServerNode &target : scene.servers) {
                const QPainterPath way = layout.way(scene.balancer->entity, target.entity);
                for (int i = 0; i <= 100; ++i) {
                    const model::EntityId under = layout.at(way.pointAtPercent(i / 100.0));
                    const bool other = under.isSome() && under != target.entity && under != scene.balancer->entity;
                    QVERIFY2(!other, qPrintable(QStringLiteral("%1 servers: to %2").arg(servers).arg(target.name)));
                }
            }
        }
    }
}

void TestStageLayout::answersGoBackTheSameWay()
{
    const StageScene scene = busyScene(2, 2, true, HandMadeTexts::Names::English);
    const StageLayout layout = layOutStage(scene, {916, 560}, {});
    const QPainterPath there = layout.way(scene.balancer->entity, scene.servers[1].entity);
    const QPainterPath back = layout.way(scene.servers[1].entity, scene.balancer->entity);
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        QVERIFY(QLineF(there.pointAtPercent(share), back.pointAtPercent(1 - share)).length() < 1);
}

void TestStageLayout::pointsFindNodes()
{
    const StageScene scene = busyScene(4, 3, true, HandMadeTexts::Names::English);
    const StageLayout layout = layOutStage(scene, {916, 560}, {});
    for (const ClientNode &node : scene.clients)
        QCOMPARE(layout.at(layout.cardOf(node.entity).center()), node.entity);
    for (const ServerNode &node : scene.servers)
        QCOMPARE(layout.at(layout.cardOf(node.entity).center()), node.entity);
    QCOMPARE(layout.at(layout.balancer.center()), scene.balancer->entity);
    QVERIFY(layout.at(QPointF(1, 1)).isNone());
    QVERIFY(layout.cardOf(model::EntityId(999)).isEmpty());
}

void TestStageLayout::numbersStandApart()
{
    StageScene scene = busyScene(3, 3, true, HandMadeTexts::Names::English);
    for (int i = 1; i <= 5; ++i)
        scene.lit.push_back({scene.balancer->entity, scene.servers[2].entity, i});
    for (int i = 6; i <= 8; ++i)
        scene.lit.push_back({scene.servers[2].entity, {}, i});
    const StageLayout layout = layOutStage(scene, {916, 560}, {});
    QCOMPARE(layout.lit.size(), scene.lit.size());
    for (std::size_t i = 0; i < layout.lit.size(); ++i) {
        QVERIFY(!layout.callout.contains(layout.lit[i]));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(QLineF(layout.lit[i], layout.lit[j]).length() >= 20 * layout.unit);
    }
}

void TestStageLayout::paintingStaysInside_data()
{
    QTest::addColumn<std::uint32_t>("clients");
    QTest::addColumn<std::uint32_t>("servers");
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(680, 300), QSize(916, 560), QSize(1600, 900)}) {
        for (const auto &[clients, servers] :
             {std::pair(4U, 3U), std::pair(12U, 8U), std::pair(30U, 16U), std::pair(100U, 2U)})
            QTest::addRow("%ux%u at %dx%d", clients, servers, size.width(), size.height())
                << clients << servers << size;
    }
}

/// Painted on a larger ground, nothing shows outside of the stage; and the cards do show.
void TestStageLayout::paintingStaysInside()
{
    QFETCH(std::uint32_t, clients);
    QFETCH(std::uint32_t, servers);
    QFETCH(QSize, size);
    const StageScene scene = busyScene(clients, servers, true, HandMadeTexts::Names::Longest);
    const StageLayout layout = layOutStage(scene, size, {});
    constexpr int edge = 30;
    QImage image(size + QSize(2 * edge, 2 * edge), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(edge, edge);
    StageFocus focus;
    focus.selected = scene.servers.back().entity;
    focus.current = scene.servers.front().entity;
    const ui::theme::Theme theme = ui::theme::darkTheme();
    StagePainter(theme).paintScene(painter, scene, layout, focus);
    painter.end();
    const QRect stage(QPoint(edge, edge), size);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!stage.contains(x, y) && qAlpha(image.pixel(x, y)) > 0)
                QFAIL(qPrintable(QStringLiteral("painted at %1, %2").arg(x - edge).arg(y - edge)));
        }
    }
    for (const ServerBox &box : layout.servers) {
        const QPoint centre = box.card.center().toPoint() + QPoint(edge, edge);
        QVERIFY(qAlpha(image.pixel(centre)) == 255);
    }
}

void TestStageLayout::messagesArePaintedOnTheirWay()
{
    const StageScene scene = busyScene(2, 2, true, HandMadeTexts::Names::English);
    const StageLayout layout = layOutStage(scene, {916, 560}, {});
    const ui::theme::Theme theme = ui::theme::lightTheme();
    MessageSprite message;
    message.from = scene.clients[0].entity;
    message.to = scene.balancer->entity;
    message.progress = 0.5F;
    const QPoint middle = layout.way(message.from, message.to).pointAtPercent(0.5).toPoint();
    for (const bool sprites : {true, false}) {
        QImage image(916, 560, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        StagePainter stagePainter(theme);
        stagePainter.paintMessages(painter, {message}, layout, sprites);
        painter.end();
        QCOMPARE(image.pixelColor(middle), theme.palette.user(0));
        QCOMPARE(qAlpha(image.pixel(QPoint(20, 20))), 0);
    }
}

QTEST_MAIN(TestStageLayout)
#include "tst_stagelayout.moc"
