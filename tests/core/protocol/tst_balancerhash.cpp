// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/sourcehash.h"
#include "tests/core/protocol/balancerrig.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace sessionarium;
using namespace sessionarium::model;
using namespace sessionarium::tests::literals;
using protocol::addressKey;
using protocol::SourceHash;
using tests::BalancerRig;

namespace {

BalancerSpec bySource(HashType hash)
{
    BalancerSpec spec;
    spec.stickiness = Stickiness::SourceIp;
    spec.hash = hash;
    spec.check = true;
    return spec;
}

std::string neighbour(std::uint32_t n)
{
    return "127.0.0." + std::to_string(n);
}

/// Each of the neighbouring addresses 127.0.0.1 … asks at that time.
void askNeighbours(BalancerRig &rig, Duration when, std::uint32_t count)
{
    rig.at(when, [&rig, count] {
        for (std::uint32_t n = 1; n <= count; ++n)
            rig.ask(n, neighbour(n));
    });
}

/// Who answered in one round of askNeighbours, by client.
std::vector<std::uint32_t> serversOfRound(const BalancerRig &rig, std::size_t round, std::uint32_t count)
{
    std::vector<std::uint32_t> servers(count);
    for (std::size_t i = 0; i < count; ++i) {
        const BalancerRig::Answer &answer = rig.answers().at(round * count + i);
        servers.at(answer.client - 1) = answer.server;
    }
    return servers;
}

std::size_t differences(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i] ? 1u : 0u;
    return count;
}

} // namespace

/// Pinning by the client's address, rule by rule.
class TestBalancerHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void h4Key_data();
    void h4Key();
    void keysOfOtherTexts();
    void h4Vectors_data();
    void h4Vectors();
    void h4UnequalWeights_data();
    void h4UnequalWeights();
    void h4MovesAtAFailure_data();
    void h4MovesAtAFailure();
    void h5OnlyTheChangedServersClientsMove();
    void h5AJoinedServerTakesFromAll();
    void h5PointsPerWeight();
    void h13Avoiding();
    void o3Spread();
    void x1OneAddressOneServer();
    void x2AnotherAddress();
    void h21DrainTakesKeysAway();
};

void TestBalancerHash::h4Key_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<quint32>("key");
    const auto row = [](const char *address, quint32 key) {
        QTest::addRow("H-4 %s", address) << QString::fromLatin1(address) << key;
    };
    row("10.0.0.1", 0x0A000001u);
    row("192.168.1.10", 0xC0A8010Au);
    row("255.255.255.255", 0xFFFFFFFFu);
    row("::1", 1u);
    row("::", 0u);
    row("2001:db8::1", 0x20010DB9u);
    row("2001:DB8::", 0x20010DB8u);
    row("1:2:3:4:5:6:7:8", 0x00000008u); // 1 ^ 3 ^ 5 ^ 7 and 2 ^ 4 ^ 6 ^ 8
    row("fe80::1:2", 0xFE810002u);
    row("::ffff:10.0.0.1", 0x0A00FFFEu);
    row("64:ff9b::192.0.2.33", 0xC064FDBAu);
}

void TestBalancerHash::h4Key()
{
    QFETCH(QString, address);
    QFETCH(quint32, key);
    QCOMPARE(addressKey(address.toStdString()), key);
}

/// No address: still one that is always the same, and not one for all.
void TestBalancerHash::keysOfOtherTexts()
{
    const std::vector<std::string> texts {"10.0.0",         "10.0.0.256", "10.0.0.1.2", "1:2:3:4:5:6:7", "1::2::3",
                                          "1:2:3:4:5:6:7:", "12345::",    "::1.2.3",    "minji"};
    std::set<std::uint32_t> keys;
    for (const std::string &text : texts) {
        QCOMPARE(addressKey(text), addressKey(text));
        keys.insert(addressKey(text));
    }
    QCOMPARE(keys.size(), texts.size());
}

void TestBalancerHash::h4Vectors_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QList<int>>("ofTwoThreeFour");
    const auto row = [](const char *address, const QList<int> &indices) {
        QTest::addRow("H-4 %s", address) << QString::fromLatin1(address) << indices;
    };
    row("10.0.0.1", {1, 2, 1});
    row("10.0.0.2", {0, 0, 2});
    row("10.0.0.3", {1, 1, 3});
    row("192.168.1.10", {0, 2, 2});
    row("203.0.113.7", {1, 2, 3});
}

void TestBalancerHash::h4Vectors()
{
    QFETCH(QString, address);
    QFETCH(QList<int>, ofTwoThreeFour);
    for (std::uint32_t n = 2; n <= 4; ++n) {
        BalancerRig rig(bySource(HashType::MapBased), std::vector<std::uint32_t>(n, 2)); // equal, whatever they are
        rig.ask(1, address.toStdString());
        rig.runTo(10_ms);
        const auto forwarded = rig.facts<Forwarded>();
        QCOMPARE(forwarded.size(), std::size_t {1});
        QCOMPARE(forwarded[0].fact.reason, ForwardReason::Hashed);
        const auto index = static_cast<std::uint32_t>(ofTwoThreeFour.at(static_cast<qsizetype>(n) - 2));
        QCOMPARE(forwarded[0].fact.server, BalancerRig::server(index + 1));
        QVERIFY(!rig.answers().at(0).setPin); // O-3: no cookie from the balancer
    }
}

/// Worked out by hand after `recalc_server_map` of HAProxy: each place goes to the first of those with the most whole
/// places due. Weights count without what they have in common.
void TestBalancerHash::h4UnequalWeights_data()
{
    QTest::addColumn<QList<quint32>>("weights");
    QTest::addColumn<QList<quint32>>("places");
    QTest::newRow("H-4 weights 3, 1, 1") << QList<quint32> {3, 1, 1} << QList<quint32> {0, 0, 1, 0, 2};
    QTest::newRow("H-4 weights 6, 2, 2") << QList<quint32> {6, 2, 2} << QList<quint32> {0, 0, 1, 0, 2};
    QTest::newRow("H-4 weights 4, 2") << QList<quint32> {4, 2} << QList<quint32> {0, 0, 1};
    QTest::newRow("H-4 weights 1, 3") << QList<quint32> {1, 3} << QList<quint32> {0, 1, 1, 1};
}

void TestBalancerHash::h4UnequalWeights()
{
    QFETCH(QList<quint32>, weights);
    QFETCH(QList<quint32>, places);
    std::vector<SourceHash::Server> servers;
    for (const quint32 weight : weights)
        servers.push_back({servers.size(), weight});
    const SourceHash map(HashType::MapBased, servers);
    const auto total = static_cast<std::uint32_t>(places.size());
    for (std::uint32_t key = 0; key < total * 2; ++key)
        QCOMPARE(map.find(key), std::optional<std::size_t>(places.at(key % total)));
}

void TestBalancerHash::h4MovesAtAFailure_data()
{
    QTest::addColumn<int>("servers");
    QTest::newRow("H-4 N=4, oracle 5") << 4;
    QTest::newRow("H-4 N=8") << 8;
}

/// (N-1)/N of all clients move, of those of healthy servers 1 - 1/(N-1); and all come back.
void TestBalancerHash::h4MovesAtAFailure()
{
    QFETCH(int, servers);
    const auto n = static_cast<std::uint32_t>(servers);
    const std::uint32_t clients = n * (n - 1) * 4; // each pair of remainders as often as each other
    BalancerRig rig(bySource(HashType::MapBased), std::vector<std::uint32_t>(n, 1));
    askNeighbours(rig, 100_ms, clients);
    rig.at(1_s, [&] { rig.set(2, BalancerRig::Host::Refusing); });
    askNeighbours(rig, 8_s, clients);
    rig.at(10_s, [&] { rig.set(2, BalancerRig::Host::Running); });
    askNeighbours(rig, 15_s, clients);
    rig.runTo(16_s);
    const auto before = serversOfRound(rig, 0, clients);
    const auto during = serversOfRound(rig, 1, clients);
    const auto after = serversOfRound(rig, 2, clients);
    const std::size_t moved = differences(before, during);
    QCOMPARE(moved * n, std::size_t {clients} * (n - 1));
    const auto ofTheDead = static_cast<std::size_t>(std::count(before.begin(), before.end(), 2u));
    const std::size_t healthy = clients - ofTheDead;
    QCOMPARE((moved - ofTheDead) * (n - 1), healthy * (n - 2)); // N=4: 2/3, N=8: 6/7
    QCOMPARE(after, before);
}

void TestBalancerHash::h5OnlyTheChangedServersClientsMove()
{
    constexpr std::uint32_t clients = 200;
    BalancerRig rig(bySource(HashType::Consistent), {1, 1, 1, 1});
    askNeighbours(rig, 100_ms, clients);
    rig.at(1_s, [&] { rig.set(2, BalancerRig::Host::Refusing); });
    askNeighbours(rig, 8_s, clients);
    rig.at(10_s, [&] { rig.set(2, BalancerRig::Host::Running); });
    askNeighbours(rig, 15_s, clients);
    rig.runTo(16_s);
    const auto before = serversOfRound(rig, 0, clients);
    const auto during = serversOfRound(rig, 1, clients);
    QVERIFY(std::count(before.begin(), before.end(), 2u) > 0);
    for (std::size_t i = 0; i < clients; ++i) {
        if (before[i] == 2)
            QVERIFY(during[i] != 2 && during[i] != 0);
        else
            QCOMPARE(during[i], before[i]);
    }
    QCOMPARE(serversOfRound(rig, 2, clients), before);
    QCOMPARE(rig.facts<Forwarded>().front().fact.reason, ForwardReason::Hashed);
}

void TestBalancerHash::h5AJoinedServerTakesFromAll()
{
    constexpr std::uint32_t clients = 200;
    BalancerRig rig(bySource(HashType::Consistent), {1, 1, 1});
    askNeighbours(rig, 100_ms, clients);
    rig.at(1_s, [&] { rig.join(); });
    askNeighbours(rig, 2_s, clients);
    rig.at(3_s, [&] { rig.leave(1); });
    askNeighbours(rig, 4_s, clients);
    rig.runTo(5_s);
    const auto three = serversOfRound(rig, 0, clients);
    const auto four = serversOfRound(rig, 1, clients);
    const auto left = serversOfRound(rig, 2, clients);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < clients; ++i) {
        if (four[i] == 4)
            ++taken;
        else
            QCOMPARE(four[i], three[i]);
        if (four[i] != 1)
            QCOMPARE(left[i], four[i]); // the numbers of the others are what they were
    }
    QVERIFY(taken > 0 && taken < clients / 2);
}

/// Nine times as many points take about nine times as many keys.
void TestBalancerHash::h5PointsPerWeight()
{
    const SourceHash ring(HashType::Consistent, {{0, 1}, {1, 9}});
    int heavy = 0;
    for (std::uint32_t key = 0; key < 10000; ++key)
        heavy += ring.find(key) == std::optional<std::size_t>(1) ? 1 : 0;
    QVERIFY2(heavy > 8300 && heavy < 9600, qPrintable(QString::number(heavy)));
}

/// H-13: a ring passes the server over that was tried before, if there is another; a map does not.
void TestBalancerHash::h13Avoiding()
{
    using Found = std::optional<std::size_t>;
    const std::vector<SourceHash::Server> both {{0, 1}, {1, 1}};
    const SourceHash ring(HashType::Consistent, both);
    const SourceHash map(HashType::MapBased, both);
    for (std::uint32_t key = 0; key < 100; ++key) {
        QCOMPARE(ring.find(key, 1), Found(0));
        QCOMPARE(ring.find(key, 0), Found(1));
        QCOMPARE(map.find(key, key % 2), Found(key % 2));
    }
    const SourceHash single(HashType::Consistent, {{5, 1}});
    QCOMPARE(single.find(7, 5), Found(5));
    QCOMPARE(SourceHash(HashType::Consistent, {}).find(7), Found());
    QCOMPARE(SourceHash(HashType::MapBased, {}).find(7), Found());
}

/// O-3: 200 neighbouring addresses over 3 nodes, as they were seen to spread. The loopback addresses from 127.0.0.2 on
/// give the very numbers of the consistent hash, which says that the ring is HAProxy's.
void TestBalancerHash::o3Spread()
{
    const auto spread = [](HashType hash) {
        BalancerRig rig(bySource(hash), {1, 1, 1});
        for (std::uint32_t n = 2; n <= 201; ++n)
            rig.ask(n, neighbour(n));
        rig.runTo(10_ms);
        std::vector<int> counts(3);
        for (const BalancerRig::Answer &answer : rig.answers())
            ++counts.at(answer.server - 1);
        return counts;
    };
    QCOMPARE(spread(HashType::Consistent), (std::vector<int> {76, 51, 73}));
    std::vector<int> map = spread(HashType::MapBased);
    std::sort(map.begin(), map.end());
    QCOMPARE(map, (std::vector<int> {66, 67, 67}));
}

void TestBalancerHash::x1OneAddressOneServer()
{
    for (const HashType hash : {HashType::MapBased, HashType::Consistent}) {
        BalancerRig rig(bySource(hash), {1, 1, 1});
        for (std::uint32_t client = 1; client <= 40; ++client)
            rig.ask(client, "203.0.113.7");
        rig.runTo(10_ms);
        QCOMPARE(rig.answeredBy(), std::vector<std::uint32_t>(40, rig.answeredBy().front()));
    }
}

void TestBalancerHash::x2AnotherAddress()
{
    BalancerRig rig(bySource(HashType::MapBased), {1, 1, 1});
    rig.ask(1, "10.0.0.1");
    rig.ask(1, "10.0.0.2");
    rig.ask(1, "10.0.0.1");
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (std::vector<std::uint32_t> {3, 1, 3}));
}

void TestBalancerHash::h21DrainTakesKeysAway()
{
    // An address is no pin that the balancer remembers: to it everybody is a new client.
    BalancerRig rig(bySource(HashType::MapBased), {1, 1});
    rig.act(ActionKind::Drain, 2);
    rig.ask(1, "10.0.0.1");
    rig.runTo(10_ms);
    QCOMPARE(rig.answeredBy(), (std::vector<std::uint32_t> {1}));
}

QTEST_GUILESS_MAIN(TestBalancerHash)
#include "tst_balancerhash.moc"
