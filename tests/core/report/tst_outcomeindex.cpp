// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/outcomeindex.h"

#include <QTest>

using namespace sessionarium;
using report::OutcomeIndex;
using verdict::Outcome;
using verdict::Verdict;

/// The index gives what a scan gives, at every length and across its blocks.
class TestOutcomeIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsAScan_data();
    void equalsAScan();
    void ofNothing();
};

void TestOutcomeIndex::equalsAScan_data()
{
    QTest::addColumn<unsigned>("verdicts");
    QTest::addColumn<unsigned>("oneBadIn");
    QTest::newRow("one") << 1u << 2u;
    QTest::newRow("a block") << 256u << 7u;
    QTest::newRow("a block and one") << 257u << 256u;
    QTest::newRow("long without a bad one") << 2000u << 100'000u;
    QTest::newRow("long and rarely bad") << 2000u << 600u;
    QTest::newRow("all bad") << 700u << 1u;
}

void TestOutcomeIndex::equalsAScan()
{
    QFETCH(unsigned, verdicts);
    QFETCH(unsigned, oneBadIn);
    std::vector<Verdict> all;
    for (unsigned i = 0; i < verdicts; ++i) {
        Verdict verdict;
        verdict.request = model::RequestId(i);
        verdict.client = model::EntityId(0);
        verdict.finished = model::RecordId(3 * i + 1);
        if ((i + 1) % oneBadIn == 0)
            verdict.outcome = static_cast<Outcome>(1 + i % 5);
        all.push_back(verdict);
    }
    const OutcomeIndex index(std::make_shared<const verdict::Verdicts>(all, 0));
    for (std::uint32_t records = 0; records <= 3 * verdicts + 2; ++records) {
        report::Outcomes expected {};
        model::RecordId newestBad;
        for (const Verdict &verdict : all) {
            if (verdict.finished.value >= records)
                break;
            ++expected.at(static_cast<std::size_t>(verdict.outcome));
            if (verdict.outcome != Outcome::Fine)
                newestBad = verdict.finished;
        }
        QCOMPARE(index.countWithin(records), expected);
        const Verdict *found = index.newestBadWithin(records);
        QVERIFY((found ? found->finished : model::RecordId()) == newestBad);
    }
}

void TestOutcomeIndex::ofNothing()
{
    const OutcomeIndex index;
    QCOMPARE(index.countWithin(100), report::Outcomes {});
    QVERIFY(!index.newestBadWithin(100));
}

QTEST_GUILESS_MAIN(TestOutcomeIndex)
#include "tst_outcomeindex.moc"
