// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proof.h"
#include "tests/core/verdict/naivejudge.h"
#include "tests/core/verdict/randomhistory.h"

#include <QTest>

#include <array>

using namespace sessionarium;
using tests::dictated::Story;
using verdict::Guarantee;
using verdict::Outcome;
using verdict::Verdict;

namespace {

constexpr std::array<Guarantee, 6> allGuarantees {Guarantee::ReadYourWrites,  Guarantee::MonotonicReads,
                                                  Guarantee::MonotonicWrites, Guarantee::WritesFollowReads,
                                                  Guarantee::Durability,      Guarantee::Availability};

QString figures(const Verdict &verdict)
{
    return QStringLiteral("request %1 record %2 outcome %3 broken %4 lost %5")
        .arg(verdict.request.value)
        .arg(verdict.finished.value)
        .arg(static_cast<int>(verdict.outcome))
        .arg(verdict.broken.bits, 0, 2)
        .arg(verdict.lostWrites);
}

} // namespace

/// Histories that nobody thought of.
class TestHistories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The judge that walks along finds what the definitions say, answer by answer.
    void judgeAgreesWithTheDefinitions()
    {
        std::array<int, 6> outcomes {};
        std::array<int, 6> broken {};
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            Story story(model::microseconds(400), tests::dictated::persistenceOf(seed));
            tests::dictated::tellAnything(story, seed, 110);
            const std::vector<Verdict> expected = tests::dictated::judgeNaively(story.timeline());
            const verdict::Verdicts judged = story.verdicts();
            QCOMPARE(judged.all().size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                Verdict found = judged.all()[i];
                ++outcomes[static_cast<std::size_t>(found.outcome)];
                for (const Guarantee guarantee : allGuarantees)
                    broken[static_cast<std::size_t>(guarantee)] += found.broken.has(guarantee);
                found.latency = {};
                found.slow = false;
                QVERIFY2(found == expected[i],
                         qPrintable(QStringLiteral("seed %1: found %2, expected %3")
                                        .arg(seed)
                                        .arg(figures(found), figures(expected[i]))));
            }
        }
        // The histories reach everything, so that agreement means something.
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            QVERIFY2(outcomes[i] >= 10, verdict::outcomeNames[i].data());
        for (std::size_t i = 0; i < broken.size(); ++i)
            QVERIFY2(broken[i] >= 10, verdict::guaranteeNames[i].data());
    }

    /// What was broken has a proof that holds; what was not has none, and the proof of something else does not do.
    void everythingBrokenIsProved()
    {
        int proved = 0;
        for (std::uint32_t seed = 0; seed < 60; ++seed) {
            Story story(model::microseconds(400), tests::dictated::persistenceOf(seed));
            tests::dictated::tellAnything(story, seed, 110);
            const verdict::Verdicts verdicts = story.verdicts();
            for (const Verdict &verdict : verdicts.all()) {
                std::vector<verdict::Proof> proofs;
                for (const Guarantee guarantee : allGuarantees) {
                    const std::optional<verdict::Proof> proof = verdict::prove(story.timeline(), verdict, guarantee);
                    const QString place = QStringLiteral("seed %1: %2, guarantee %3")
                                              .arg(seed)
                                              .arg(figures(verdict))
                                              .arg(static_cast<int>(guarantee));
                    QVERIFY2(proof.has_value() == verdict.broken.has(guarantee), qPrintable(place));
                    if (!proof)
                        continue;
                    QVERIFY2(verdict::checkProof(story.timeline(), *proof), qPrintable(place));
                    for (std::size_t i = 0; i < proof->steps.size(); ++i) {
                        verdict::Proof less = *proof;
                        less.steps.erase(less.steps.begin() + static_cast<std::ptrdiff_t>(i));
                        QVERIFY2(!verdict::checkProof(story.timeline(), less), qPrintable(place));
                    }
                    proofs.push_back(*proof);
                    ++proved;
                }
                for (verdict::Proof proof : proofs)
                    for (const Guarantee other : allGuarantees) {
                        proof.guarantee = other;
                        if (!verdict.broken.has(other))
                            QVERIFY2(!verdict::checkProof(story.timeline(), proof), qPrintable(figures(verdict)));
                    }
            }
        }
        QVERIFY(proved > 500);
    }
};

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
