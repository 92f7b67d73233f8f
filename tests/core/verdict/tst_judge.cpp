// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/cases.h"

#include <QTest>

using namespace sessionarium;
using tests::dictated::Case;
using tests::dictated::Story;
using verdict::Guarantee;
using verdict::GuaranteeSet;
using verdict::Outcome;
using verdict::Verdict;

namespace {

QString words(GuaranteeSet set)
{
    QStringList names;
    for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i)
        if (set.has(static_cast<Guarantee>(i)))
            names << QString::fromUtf8(verdict::guaranteeNames[i].data(),
                                       static_cast<qsizetype>(verdict::guaranteeNames[i].size()));
    return names.join(QLatin1Char(' '));
}

QString word(Outcome outcome)
{
    const std::string_view name = verdict::outcomeNames[static_cast<std::size_t>(outcome)];
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < tests::dictated::cases().size(); ++i)
            QTest::newRow(tests::dictated::cases()[i].name) << static_cast<int>(i);
    }

    void rules()
    {
        QFETCH(int, index);
        const Case &rule = tests::dictated::cases()[static_cast<std::size_t>(index)];
        Story story(model::seconds(1800), rule.persistence);
        const Story::Asked asked = rule.tell(story);
        const Verdict verdict = story.verdict(asked);
        QCOMPARE(verdict.request, asked.request);
        QCOMPARE(verdict.client, asked.client);
        QCOMPARE(word(verdict.outcome), word(rule.outcome));
        GuaranteeSet broken;
        for (const Guarantee guarantee : rule.broken)
            broken.add(guarantee);
        QCOMPARE(words(verdict.broken), words(broken));
        QCOMPARE(verdict.lostWrites, rule.lostWrites);
        QCOMPARE(verdict.slow, rule.slow);
    }

    /// A judge that was copied in the middle of a run ends like one that saw all of it (semantics §1: snapshots).
    void copiesAreSnapshots()
    {
        for (const Case &rule : tests::dictated::cases()) {
            Story story(model::seconds(1800), rule.persistence);
            (void)rule.tell(story);
            const timeline::Timeline &timeline = story.timeline();
            verdict::Judge whole;
            whole.begin(timeline.info());
            verdict::Judge half = whole;
            for (std::uint32_t i = 0; i < timeline.size(); ++i) {
                whole.append(model::RecordId(i), timeline[i]);
                half.append(model::RecordId(i), timeline[i]);
                if (i % 3 == 0) {
                    verdict::Judge copy = half;
                    copy.append(model::RecordId(timeline.size()), timeline[i]); // the copy goes its own way
                    half = verdict::Judge(half);
                }
            }
            QVERIFY2(whole.verdicts() == half.verdicts(), rule.name);
            QCOMPARE(half.unfinished(), whole.unfinished());
        }
    }

    void verdictsKnowTheirPlace()
    {
        Story story;
        const auto logIn = story.logIn(story.minji, story.s1, "A");
        const std::uint32_t afterLogIn = story.timeline().size();
        const auto first = story.read(story.minji, story.s2, "A");
        const std::uint32_t afterFirst = story.timeline().size();
        const auto second = story.read(story.minji, story.s3, "A");
        const auto open = story.ask(story.minji, model::Operation::Read, "A");
        const verdict::Verdicts verdicts = story.verdicts();

        QCOMPARE(verdicts.all().size(), std::size_t {3});
        QCOMPARE(verdicts.unfinished(), 1u);
        QCOMPARE(verdicts.countWithin(0), std::size_t {0});
        QCOMPARE(verdicts.countWithin(afterLogIn - 1), std::size_t {0});
        QCOMPARE(verdicts.countWithin(afterLogIn), std::size_t {1});
        QCOMPARE(verdicts.countWithin(afterFirst), std::size_t {2});
        QCOMPARE(verdicts.of(logIn.request)->finished.value, afterLogIn - 1);
        QVERIFY(!verdicts.of(open.request));
        QVERIFY(!verdicts.of(model::RequestId()));
        QVERIFY(!verdicts.of(model::RequestId(1000)));
        QCOMPARE(verdicts.of(second.request)->outcome, Outcome::LoggedOut);

        // A lamp turns red at the answer that proves it and stays red (semantics §4).
        const auto lamp = [&](std::uint32_t records) {
            return verdicts.lamp(story.minji, Guarantee::ReadYourWrites, records);
        };
        QVERIFY(!lamp(afterLogIn));
        QVERIFY(!lamp(afterFirst - 1));
        QVERIFY(lamp(afterFirst));
        QCOMPARE(lamp(afterFirst)->request, first.request);
        QCOMPARE(lamp(story.timeline().size())->request, first.request);
        QVERIFY(!verdicts.lamp(story.minji, Guarantee::Durability, story.timeline().size()));
        QVERIFY(!verdicts.lamp(story.junho, Guarantee::ReadYourWrites, story.timeline().size()));
    }

    /// What was judged before does not change by what comes later.
    void laterRecordsChangeNothing()
    {
        for (const Case &rule : tests::dictated::cases()) {
            Story story(model::seconds(1800), rule.persistence);
            const Story::Asked asked = rule.tell(story);
            const Verdict before = story.verdict(asked);
            story.crash(story.s1);
            story.crash(story.s2);
            (void)story.logIn(story.minji, story.s3, "Z");
            QVERIFY2(story.verdict(asked) == before, rule.name);
        }
    }

    /// Records that fit nowhere (a foreign file) are judged as far as they go, without harm.
    void foreignRecordsDoNoHarm()
    {
        Story story;
        const auto asked = story.ask(story.minji, model::Operation::Read, "A");
        story.answer(asked, 200, model::WriteId {story.junho, 7}, {{"cart", model::WriteId {story.junho, 9}}});
        story.answer(asked, 200); // twice
        story.record(story.minji, model::RequestId(90), model::Answered {200, {}, {}});
        story.record(story.s1, model::RequestId(), model::SessionEnded {story.text("Q"), {}});
        const model::WriteId a {story.minji, 1};
        const model::WriteId b {story.minji, 2};
        story.record(story.s1, model::RequestId(), model::WriteApplied {story.text("Q"), story.text("cart"), a, b});
        story.record(story.s1, model::RequestId(), model::WriteApplied {story.text("Q"), story.text("cart"), b, a});
        story.record(story.s1, model::RequestId(), model::WriteApplied {story.text("Q"), story.text("cart"), a, a});
        story.record(story.s1, model::RequestId(), model::WriteApplied {{}, {}, {}, {}});
        const verdict::Verdicts verdicts = story.verdicts();
        QCOMPARE(verdicts.all().size(), std::size_t {1});
        QCOMPARE(verdicts.all().front().outcome, Outcome::Fine);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
