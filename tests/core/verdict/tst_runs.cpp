// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"
#include "core/timeline/keyframes.h"
#include "core/verdict/proof.h"
#include "tests/core/sim/randomscenario.h"
#include "tests/core/verdict/naivejudge.h"

#include <QTest>

#include <array>

using namespace sessionarium;
using verdict::Guarantee;
using verdict::Verdict;

namespace {

constexpr std::array<Guarantee, 6> allGuarantees {Guarantee::ReadYourWrites,  Guarantee::MonotonicReads,
                                                  Guarantee::MonotonicWrites, Guarantee::WritesFollowReads,
                                                  Guarantee::Durability,      Guarantee::Availability};

QString place(std::uint64_t seed, const Verdict &verdict)
{
    return QStringLiteral("randomScenario(%1), request %2, record %3")
        .arg(seed)
        .arg(verdict.request.value)
        .arg(verdict.finished.value);
}

} // namespace

/// The judge over what the model computes for random scenarios.
class TestRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdictsAreTheDefinitions()
    {
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            const auto computed = run::compute(tests::randomScenario(seed, 50), "main");
            QVERIFY(computed);
            const std::vector<Verdict> expected = tests::dictated::judgeNaively(*computed->timeline);
            const std::vector<Verdict> &found = computed->verdicts->all();
            QCOMPARE(found.size(), expected.size());
            for (std::size_t i = 0; i < found.size(); ++i) {
                Verdict verdict = found[i];
                verdict.latency = {};
                verdict.slow = false;
                QVERIFY2(verdict == expected[i], qPrintable(place(seed, verdict)));
            }
            // Judging the stored records again finds the same as judging while they were written.
            QVERIFY(verdict::judge(*computed->timeline).all() == found);
        }
    }

    void brokenGuaranteesHaveProofs()
    {
        int proved = 0;
        for (std::uint64_t seed = 100; seed < 160; ++seed) {
            const auto computed = run::compute(tests::randomScenario(seed), "main");
            QVERIFY(computed);
            const timeline::Timeline &timeline = *computed->timeline;
            const timeline::Keyframes keyframes(timeline);
            for (const Verdict &verdict : computed->verdicts->all()) {
                for (const Guarantee guarantee : allGuarantees) {
                    const auto proof = verdict::prove(timeline, verdict, guarantee);
                    QVERIFY2(proof.has_value() == verdict.broken.has(guarantee), qPrintable(place(seed, verdict)));
                    if (!proof)
                        continue;
                    QVERIFY2(verdict::checkProof(timeline, *proof), qPrintable(place(seed, verdict)));
                    ++proved;
                    for (std::size_t i = 0; i < proof->steps.size(); ++i) {
                        verdict::Proof less = *proof;
                        less.steps.erase(less.steps.begin() + static_cast<std::ptrdiff_t>(i));
                        QVERIFY2(!verdict::checkProof(timeline, less), qPrintable(place(seed, verdict)));
                    }
                }
                const verdict::Explanation explanation = verdict::explain(timeline, keyframes, verdict);
                QVERIFY2(explanation.steps.back().record == verdict.finished, qPrintable(place(seed, verdict)));
            }
        }
        QVERIFY(proved > 200);
    }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
