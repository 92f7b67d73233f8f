// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proof.h"
#include "tests/core/verdict/cases.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <tuple>

using namespace sessionarium;
using tests::dictated::Case;
using tests::dictated::Story;
using verdict::Guarantee;
using verdict::Proof;
using verdict::ProofStep;
using verdict::Role;
using verdict::Verdict;

namespace {

constexpr std::array<Guarantee, 6> allGuarantees {Guarantee::ReadYourWrites,  Guarantee::MonotonicReads,
                                                  Guarantee::MonotonicWrites, Guarantee::WritesFollowReads,
                                                  Guarantee::Durability,      Guarantee::Availability};
constexpr std::array<Role, 6> allRoles {Role::Promise,   Role::CopyMade,      Role::CopyEnded,
                                        Role::ServerGot, Role::Contradiction, Role::Decision};

const Case &currentCase()
{
    QFETCH_GLOBAL(int, index);
    return tests::dictated::cases()[static_cast<std::size_t>(index)];
}

bool makesCopies(const model::Fact &fact)
{
    return std::holds_alternative<model::WriteApplied>(fact) || std::holds_alternative<model::AttributeSet>(fact)
        || std::holds_alternative<model::Sent>(fact) || std::holds_alternative<model::Delivered>(fact)
        || std::holds_alternative<model::ReplicationQueued>(fact) || std::holds_alternative<model::SnapshotTaken>(fact)
        || std::holds_alternative<model::LogFlushed>(fact) || std::holds_alternative<model::SessionIdChanged>(fact);
}

/// The same steps in the order that a proof has.
Proof ordered(Proof proof)
{
    std::sort(proof.steps.begin(), proof.steps.end(), [](const ProofStep &a, const ProofStep &b) {
        return std::tuple(a.record, a.role) < std::tuple(b.record, b.role);
    });
    return proof;
}

} // namespace

/// Proofs for every rule's story; each change of one makes it false (semantics §4).
class TestProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < tests::dictated::cases().size(); ++i)
            QTest::newRow(tests::dictated::cases()[i].name) << static_cast<int>(i);
    }

    void init()
    {
        m_story = std::make_unique<Story>(model::seconds(1800), currentCase().persistence);
        m_verdict = m_story->verdict(currentCase().tell(*m_story));
        m_proofs.clear();
        for (const Guarantee guarantee : allGuarantees)
            if (std::optional<Proof> proof = verdict::prove(m_story->timeline(), m_verdict, guarantee))
                m_proofs.push_back(std::move(*proof));
    }

    void brokenIsProved()
    {
        QCOMPARE(m_proofs.size(), currentCase().broken.size());
        for (const Proof &proof : m_proofs) {
            QVERIFY(m_verdict.broken.has(proof.guarantee));
            QVERIFY(holds(proof));
        }
    }

    void dropping()
    {
        for (const Proof &proof : m_proofs)
            for (std::size_t i = 0; i < proof.steps.size(); ++i) {
                Proof less = proof;
                less.steps.erase(less.steps.begin() + static_cast<std::ptrdiff_t>(i));
                QVERIFY(!holds(less));
            }
    }

    void adding()
    {
        for (const Proof &proof : m_proofs)
            for (std::uint32_t i = 0; i <= m_story->timeline().size(); ++i)
                for (const Role role : allRoles) {
                    Proof more = proof;
                    more.steps.push_back(ProofStep {role, model::RecordId(i)});
                    QVERIFY(!holds(ordered(more)));
                }
    }

    void swapping()
    {
        for (const Proof &proof : m_proofs)
            for (std::size_t step = 0; step < proof.steps.size(); ++step) {
                // Of several copies that still exist any one will do.
                const bool mayVary =
                    proof.steps[step].role == Role::CopyMade && proof.guarantee != Guarantee::Durability;
                for (std::uint32_t i = 0; i < m_story->timeline().size(); ++i) {
                    Proof other = proof;
                    other.steps[step].record = model::RecordId(i);
                    if (ordered(other) != proof && !(mayVary && makesCopies(m_story->timeline()[i].fact)))
                        QVERIFY(!holds(ordered(other)));
                }
                for (const Role role : allRoles) {
                    Proof other = proof;
                    other.steps[step].role = role;
                    if (role != proof.steps[step].role)
                        QVERIFY(!holds(ordered(other)));
                }
                if (step > 0) {
                    Proof other = proof;
                    std::swap(other.steps[step - 1], other.steps[step]);
                    QVERIFY(!holds(other));
                }
            }
    }

    void claimingSomethingElse()
    {
        for (const Proof &proof : m_proofs) {
            for (const Guarantee guarantee : allGuarantees) {
                Proof other = proof;
                other.guarantee = guarantee;
                if (!m_verdict.broken.has(guarantee))
                    QVERIFY(!holds(other));
            }
            for (std::uint32_t counter = 0; counter < 6; ++counter)
                for (const model::EntityId client : {m_story->minji, m_story->junho, model::EntityId()}) {
                    Proof other = proof;
                    other.missing = model::WriteId {client, counter};
                    if (other.missing.isNone() && proof.missing.isNone())
                        continue;
                    if (other.missing != proof.missing)
                        QVERIFY(!holds(other));
                }
            for (std::uint32_t request = 0; request < m_story->timeline().requestCount() + 2; ++request) {
                Proof other = proof;
                other.request = model::RequestId(request);
                if (other.request != proof.request)
                    QVERIFY(!holds(other));
            }
        }
    }

    /// No choice of records proves what was not broken.
    void nothingProvesWhatIsWhole()
    {
        const timeline::Timeline &timeline = m_story->timeline();
        std::vector<model::RecordId> answers;
        std::vector<model::RecordId> memory;
        for (std::uint32_t i = 0; i < m_verdict.finished.value; ++i) {
            const model::Fact &fact = timeline[i].fact;
            if (std::holds_alternative<model::Answered>(fact))
                answers.push_back(model::RecordId(i));
            if (makesCopies(fact) || std::holds_alternative<model::Crashed>(fact)
                || std::holds_alternative<model::PoweredOff>(fact) || std::holds_alternative<model::Dropped>(fact)
                || std::holds_alternative<model::SessionEnded>(fact))
                memory.push_back(model::RecordId(i));
        }
        for (const Guarantee guarantee : allGuarantees) {
            if (m_verdict.broken.has(guarantee))
                continue;
            Proof proof;
            proof.request = m_verdict.request;
            proof.guarantee = guarantee;
            proof.steps = {ProofStep {Role::Contradiction, m_verdict.finished}};
            QVERIFY(!holds(proof));
            for (std::uint32_t counter = 1; counter < 5; ++counter)
                for (const model::RecordId answer : answers)
                    for (const model::RecordId first : memory)
                        for (const model::RecordId second : memory) {
                            const bool isDurability = guarantee == Guarantee::Durability;
                            proof.missing = model::WriteId {m_story->minji, counter};
                            proof.steps = {ProofStep {Role::Contradiction, m_verdict.finished},
                                           ProofStep {Role::Promise, answer}, ProofStep {Role::CopyMade, first}};
                            QVERIFY(!holds(ordered(proof)));
                            proof.steps.push_back(ProofStep {isDurability ? Role::CopyEnded : Role::ServerGot, second});
                            QVERIFY(!holds(ordered(proof)));
                        }
        }
    }

private:
    bool holds(const Proof &proof) const { return verdict::checkProof(m_story->timeline(), proof); }

    std::unique_ptr<Story> m_story;
    Verdict m_verdict;
    std::vector<Proof> m_proofs;
};

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
