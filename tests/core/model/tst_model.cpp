// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/random.h"
#include "core/model/stringtable.h"
#include "tests/support/printing.h"

#include <QTest>

#include <array>
#include <set>

using namespace sessionarium::model;

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitMixGivesThePublishedNumbers();
    void streamsAreApart();
    void boundedDrawsAreUniform();
    void chanceHoldsItsProbability();
    void stringsKeepTheirIds();
    void copiedStringsStandOnTheirOwn();
    void everyEnumerationHasItsWords();
};

void TestModel::splitMixGivesThePublishedNumbers()
{
    // Vigna's splitmix64.c from the state 1234567.
    Random random = Random::fromState(1234567);
    constexpr std::array<std::uint64_t, 3> published {6457827717110365317u, 3203168211198807973u, 9817491932198370423u};
    for (const std::uint64_t expected : published)
        QCOMPARE(random.next(), expected);
}

void TestModel::streamsAreApart()
{
    std::set<std::uint64_t> first;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (const Purpose purpose : {Purpose::Network, Purpose::SessionIds}) {
            for (std::uint32_t entity = 0; entity < 20; ++entity)
                first.insert(Random(seed, purpose, EntityId(entity)).next());
        }
    }
    QCOMPARE(first.size(), std::size_t {800});
}

void TestModel::boundedDrawsAreUniform()
{
    Random random(1, Purpose::Network, EntityId(0));
    std::array<int, 7> counts {};
    for (int i = 0; i < 70000; ++i)
        ++counts.at(random.below(7));
    for (const int count : counts)
        QVERIFY2(count > 9600 && count < 10400, qPrintable(QString::number(count)));
}

void TestModel::chanceHoldsItsProbability()
{
    Random random(1, Purpose::Network, EntityId(0));
    int hits = 0;
    for (int i = 0; i < 100000; ++i)
        hits += random.chance(30000) ? 1 : 0;
    QVERIFY2(hits > 2800 && hits < 3200, qPrintable(QString::number(hits)));
    Random untouched = random;
    QVERIFY(!random.chance(0));
    QVERIFY(random.chance(1000000));
    QVERIFY(random == untouched); // certainties draw nothing
}

void TestModel::stringsKeepTheirIds()
{
    StringTable table;
    QCOMPARE(table.intern("minji"), StringId(0));
    QCOMPARE(table.intern("junho"), StringId(1));
    QCOMPARE(table.intern("minji"), StringId(0));
    QVERIFY(!table.find("doyun").has_value());
    QVERIFY(table.text(StringId(1)) == "junho");
    QVERIFY(table.text(StringId()).empty());
    for (int i = 0; i < 10000; ++i)
        table.intern("text-" + std::to_string(i));
    QVERIFY(table.text(StringId(0)) == "minji"); // growing moves nothing
    QCOMPARE(table.find("text-9999").value(), StringId(10001));
}

void TestModel::copiedStringsStandOnTheirOwn()
{
    StringTable copy;
    {
        StringTable original;
        original.intern("minji");
        copy = original;
        original.intern("junho");
    }
    QCOMPARE(copy.size(), 1u);
    QCOMPARE(copy.find("minji").value(), StringId(0)); // looks into its own texts, the original is gone
    QVERIFY(!copy.find("junho").has_value());
}

void TestModel::everyEnumerationHasItsWords()
{
    QVERIFY(nameOf(ActionKind::AddServer) == "add_server");
    QCOMPARE(EnumNames<EntityType>::values.size(), std::size_t(EntityType::Store) + 1);
    QCOMPARE(EnumNames<ActionKind>::values.size(), std::size_t(ActionKind::StoreShutdown) + 1);
    QCOMPARE(EnumNames<Operation>::values.size(), std::size_t(Operation::LoginPage) + 1);
    QCOMPARE(EnumNames<MessageKind>::values.size(), std::size_t(MessageKind::StoreReply) + 1);
    QCOMPARE(EnumNames<ForwardReason>::values.size(), std::size_t(ForwardReason::PinMoved) + 1);
    QCOMPARE(EnumNames<RejectReason>::values.size(), std::size_t(RejectReason::SessionGone) + 1);
    QCOMPARE(EnumNames<FailReason>::values.size(), std::size_t(FailReason::TimedOut) + 1);
    QCOMPARE(EnumNames<SessionEnd>::values.size(), std::size_t(SessionEnd::Replaced) + 1);
    QCOMPARE(EnumNames<DropReason>::values.size(), std::size_t(DropReason::NoMember) + 1);
    QCOMPARE(EnumNames<Health>::values.size(), std::size_t(Health::Down) + 1);
    QCOMPARE(EnumNames<Persistence>::values.size(), std::size_t(Persistence::Disk) + 1);
    QVERIFY(valueOf<ActionKind>("crash") == ActionKind::Crash);
    QVERIFY(!valueOf<ActionKind>("Crash").has_value());
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
