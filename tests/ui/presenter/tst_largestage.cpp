// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/largestagelayout.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using model::EntityId;

namespace {

/// Clients 0 …, the balancer 100, servers 200 …, stores 300 …
stage::StageScene sceneOf(std::size_t clients, std::size_t servers, std::size_t stores)
{
    stage::StageScene scene;
    for (std::size_t i = 0; i < clients; ++i) {
        stage::ClientNode node;
        node.entity = EntityId(static_cast<std::uint32_t>(i));
        node.name = QStringLiteral("Seoyeon");
        node.moodText = QStringLiteral("signed in");
        node.sessionLabel = QStringLiteral("A1");
        scene.clients.push_back(node);
    }
    scene.balancer = stage::BalancerNode {EntityId(100), QStringLiteral("Balancer"), QStringLiteral("round robin")};
    const auto holder = [](std::uint32_t id, const QString &name) {
        stage::ServerNode node;
        node.entity = EntityId(id);
        node.name = name;
        node.stateText = QStringLiteral("healthy");
        node.chips.resize(7);
        return node;
    };
    for (std::size_t i = 0; i < servers; ++i)
        scene.servers.push_back(holder(static_cast<std::uint32_t>(200 + i), QStringLiteral("Server %1").arg(i + 1)));
    for (std::size_t i = 0; i < stores; ++i)
        scene.stores.push_back(holder(static_cast<std::uint32_t>(300 + i), QStringLiteral("Redis")));
    scene.callout = stage::Callout {
        EntityId(200), {}, 0, QStringLiteral("401 · Server 1 has no session A1"), true, QStringLiteral("Why?")};
    return scene;
}

std::vector<QRectF> cardsOf(const stage::StageLayout &layout)
{
    std::vector<QRectF> cards;
    for (const stage::ClientBox &box : layout.clients)
        cards.push_back(box.card);
    if (!layout.balancer.isEmpty())
        cards.push_back(layout.balancer);
    for (const stage::ServerBox &box : layout.servers)
        cards.push_back(box.card);
    for (const stage::ServerBox &box : layout.stores)
        cards.push_back(box.card);
    if (!layout.callout.isEmpty())
        cards.push_back(layout.callout);
    return cards;
}

} // namespace

class TestLargeStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheStepPointsAtIsKept();
    void aCrowdStaysACrowd();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void moodsAreToldInFull_data();
    void moodsAreToldInFull();
};

void TestLargeStage::whatTheStepPointsAtIsKept()
{
    const stage::StageScene scene = sceneOf(9, 6, 0);
    const presenter::ShownScene shown = presenter::shownScene(scene, {EntityId(8), EntityId(205), EntityId(7)});
    QCOMPARE(shown.scene.clients.size(), std::size_t(6));
    QCOMPARE(shown.hiddenClients, std::size_t(3));
    // The two pointed at come in, the others fill up from the front; the order of the scene stays.
    std::vector<std::uint32_t> clients;
    for (const stage::ClientNode &node : shown.scene.clients)
        clients.push_back(node.entity.value);
    QCOMPARE(clients, (std::vector<std::uint32_t> {0, 1, 2, 3, 7, 8}));
    QCOMPARE(shown.hiddenServers, std::size_t(2));
    QCOMPARE(shown.scene.servers.back().entity, EntityId(205));

    const presenter::LargeLayout layout = presenter::layOutLarge(shown, QSizeF(1480, 560), 1);
    QVERIFY(!layout.moreClients.isEmpty());
    QVERIFY(!layout.moreServers.isEmpty());
    QVERIFY(layout.stage.cardOf(EntityId(4)).isEmpty());
    QVERIFY(layout.stage.way(EntityId(100), EntityId(205)).length() > 0);
    QVERIFY(layout.stage.way(EntityId(100), EntityId(204)).isEmpty());
}

void TestLargeStage::aCrowdStaysACrowd()
{
    stage::StageScene scene = sceneOf(31, 3, 0);
    scene.crowd = {{stage::ClientMood::SignedIn, QStringLiteral("signed in"), QStringLiteral("31")}};
    const presenter::ShownScene shown = presenter::shownScene(scene, {});
    QCOMPARE(shown.hiddenClients, std::size_t(0));
    const presenter::LargeLayout layout = presenter::layOutLarge(shown, QSizeF(1480, 560), 1);
    QCOMPARE(layout.stage.clientDetail, stage::ClientDetail::Crowd);
    QVERIFY(layout.stage.way(EntityId(30), EntityId(100)).length() > 0);
}

void TestLargeStage::nothingOverlaps_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("16:9 with a caption") << QSizeF(1480, 600) << 1.0;
    QTest::newRow("16:9 with a question") << QSizeF(1480, 400) << 1.0;
    QTest::newRow("16:10") << QSizeF(1320, 560) << 1.0;
    QTest::newRow("4:3 with a question") << QSizeF(1080, 400) << 1.0;
    QTest::newRow("720 lines") << QSizeF(1184, 320) << 0.8;
    QTest::newRow("4K") << QSizeF(3552, 960) << 2.4;
}

void TestLargeStage::nothingOverlaps()
{
    QFETCH(QSizeF, size);
    QFETCH(double, scale);
    for (std::size_t clients = 1; clients <= 6; ++clients) {
        for (std::size_t servers = 1; servers <= 4; ++servers) {
            for (std::size_t stores = 0; stores <= 2; ++stores) {
                const presenter::ShownScene shown = presenter::shownScene(sceneOf(clients, servers, stores), {});
                const presenter::LargeLayout layout = presenter::layOutLarge(shown, size, scale);
                const QString about =
                    QStringLiteral("%1 clients, %2 servers, %3 stores").arg(clients).arg(servers).arg(stores);
                const std::vector<QRectF> cards = cardsOf(layout.stage);
                for (std::size_t i = 0; i < cards.size(); ++i) {
                    QVERIFY2(QRectF(QPointF(0, 0), size).contains(cards[i]), qPrintable(about));
                    for (std::size_t j = i + 1; j < cards.size(); ++j)
                        QVERIFY2(!cards[i].intersects(cards[j]), qPrintable(about));
                }
                for (const auto *boxes : {&layout.stage.servers, &layout.stage.stores}) {
                    for (const stage::ServerBox &box : *boxes) {
                        QVERIFY2(box.card.contains(box.name), qPrintable(about));
                        QCOMPARE(box.chips.size() + box.hiddenChips, std::size_t(7));
                        for (const QRectF &chip : box.chips) {
                            QVERIFY2(box.card.contains(chip), qPrintable(about));
                            QVERIFY2(!chip.intersects(box.name), qPrintable(about));
                        }
                    }
                }
            }
        }
    }
}

void TestLargeStage::moodsAreToldInFull_data()
{
    QTest::addColumn<QString>("words");
    for (const QString &words : {QStringLiteral("본인 화면: 로그인됨"), QStringLiteral("sees: signed in")})
        QTest::newRow(qPrintable(words)) << words;
}

/// The longest of them, on the windows that classes have, with and without a store. In other places a sign alone, never
/// half a sentence.
void TestLargeStage::moodsAreToldInFull()
{
    QFETCH(QString, words);
    struct Place
    {
        QSizeF size;
        double scale;
        bool isWide;
    };
    const std::vector<Place> places {{QSizeF(1480, 600), 1, true}, // 16:9
                                     {QSizeF(1184, 480), 0.8, true}, // the same with 720 lines
                                     {QSizeF(1467, 660), 1.11, true}, // 1600x1000
                                     {QSizeF(1080, 600), 1, false}}; // 4:3
    for (const Place &place : places) {
        for (std::size_t stores = 0; stores <= 2; ++stores) {
            stage::StageScene scene = sceneOf(3, 3, stores);
            scene.clients[1].moodText = words;
            const presenter::ShownScene shown = presenter::shownScene(scene, {});
            const presenter::LargeLayout layout = presenter::layOutLarge(shown, place.size, place.scale);
            const QFont font = theme::Theme().font(theme::FontRole::Caption, layout.stage.unit);
            const double sign = 16 * layout.stage.unit;
            const double room = layout.stage.clients[1].mood.width() - sign;
            const bool inFull = QFontMetricsF(font).horizontalAdvance(words) <= room;
            QVERIFY2(inFull || room < 1, qPrintable(QStringLiteral("%1 stores").arg(stores)));
            if (place.isWide && stores < 2)
                QVERIFY2(inFull, qPrintable(QStringLiteral("%1 x, %2 stores").arg(place.size.width()).arg(stores)));
            // What is told of one moves nobody else.
            const auto before =
                presenter::layOutLarge(presenter::shownScene(sceneOf(3, 3, stores), {}), place.size, place.scale);
            QCOMPARE(layout.stage.clients[0].card, before.stage.clients[0].card);
            QCOMPARE(layout.stage.servers[0].card, before.stage.servers[0].card);
        }
    }
}

QTEST_MAIN(TestLargeStage)
#include "tst_largestage.moc"
