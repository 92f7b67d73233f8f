// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/proof.h"
#include "tests/support/story.h"
#include "ui/text/explanationtext.h"

#include <QtTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui::text;
using verdict::Outcome;

namespace {

/// The explanation of the newest verdict of a story, in words.
struct Told
{
    Told(const Story &story, Language language)
        : keyframes(story.timeline()),
          state(stateOf(keyframes, story)),
          names(story.timeline(), &state, language),
          translator(language),
          verdict(story.verdicts().all().back()),
          text(explanationText(names, verdict::explain(story.timeline(), keyframes, verdict), verdict))
    {
    }

    static timeline::WorldState stateOf(timeline::Keyframes &frames, const Story &story)
    {
        frames.extend();
        return frames.stateAfter(story.timeline().size());
    }

    /// The number of the first line with that text in it; 0 if there is none.
    [[nodiscard]] int lineWith(const QString &part) const
    {
        for (const ExplanationText::Line &line : text.lines) {
            if (line.sentence.contains(part) || line.consequence.contains(part))
                return line.number;
        }
        return 0;
    }

    timeline::Keyframes keyframes;
    timeline::WorldState state;
    Names names;
    Translator translator;
    verdict::Verdict verdict;
    ExplanationText text;
};

void name(Story &story)
{
    story.setup().clients.front().name = {"민지", "Minji"};
    for (model::ServerSpec &server : story.setup().servers)
        server.name = {}; // as one that joined later: the name is made from the id
}

Story mismatch()
{
    Story story;
    story.client("minji").server("server-1").server("server-2");
    name(story);
    story.at(1_s).logIn("minji");
    story.at(2_s).read("minji");
    story.run();
    return story;
}

/// The crash takes the session, but the answer comes from a server that never had it; or from the one that lost it.
Story lostElsewhere(bool answeredByTheOneThatLostIt)
{
    Story story;
    story.client("minji").server("server-1").server("server-2");
    name(story);
    story.at(1_s).logIn("minji");
    story.at(2_s).crash("server-1").restart("server-1");
    story.at(3_s).read("minji"); // the other one's turn
    if (answeredByTheOneThatLostIt)
        story.at(4_s).read("minji");
    story.run();
    return story;
}

/// What the store had is gone; the servers never have any session themselves.
Story lostInTheStore()
{
    Story story;
    story.client("minji").server("server-1").server("server-2");
    name(story);
    model::StoreSpec store;
    store.id = "store";
    story.setup().stores.push_back(store);
    story.preset("store");
    story.at(1_s).logIn("minji");
    std::vector<model::Action> &actions = story.scenario().branches.front().actions;
    for (const auto &[verb, at] :
         {std::pair(model::ActionKind::StoreCrash, 2_s), std::pair(model::ActionKind::StoreRestart, 3_s)}) {
        model::Action action;
        action.id = verb == model::ActionKind::StoreCrash ? "down" : "up";
        action.verb = verb;
        action.store = "store";
        action.at = model::SimTime {} + at;
        actions.push_back(action);
    }
    story.at(5_s).read("minji");
    story.run();
    return story;
}

Story crashed()
{
    Story story;
    story.client("minji").server("server-1");
    name(story);
    story.at(1_s).logIn("minji");
    story.at(2_s).crash("server-1").restart("server-1");
    story.at(3_s).read("minji");
    story.run();
    return story;
}

} // namespace

class ExplanationTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// "Why?" names the log-in at one server, the balancer's choice of another, and the missing session, in order.
    void mismatchInKorean()
    {
        const Story story = mismatch();
        const Told told(story, Language::Korean);
        QCOMPARE(told.verdict.outcome, Outcome::LoggedOut);
        QCOMPARE(told.text.title, QStringLiteral("민지 님의 로그인은 왜 풀렸을까요?"));
        const QByteArray all = plainText(told.text).toUtf8();
        const int logIn = told.lineWith(QStringLiteral("민지 님이 서버 1에서 로그인합니다."));
        const int only = told.lineWith(QStringLiteral("A1 세션은 서버 1의 메모리에만 있습니다."));
        const int choice = told.lineWith(QStringLiteral("차례에 따라 요청을 서버 2에 보냅니다."));
        const int missing = told.lineWith(QStringLiteral("서버 2에는 A1 세션이 없습니다."));
        QVERIFY2(logIn > 0 && only > 0, all.constData());
        QVERIFY2(logIn < choice && choice < missing, all.constData());
        QCOMPARE(told.text.brokenTitle, QStringLiteral("깨진 보장: 내가 쓴 값 읽기"));
        QCOMPARE(told.text.brokenText,
                 QStringLiteral("완료 응답을 받은 ‘로그인’ 기록이 남아 있는데, 이 응답은 그 기록을 모릅니다."));
    }

    void mismatchInEnglish()
    {
        const Story story = mismatch();
        const Told told(story, Language::English);
        QCOMPARE(told.text.title, QStringLiteral("Why was Minji logged out?"));
        const QByteArray all = plainText(told.text).toUtf8();
        const int logIn = told.lineWith(QStringLiteral("Minji logs in at Server 1."));
        const int choice = told.lineWith(QStringLiteral("chooses Server 2: its turn."));
        const int missing = told.lineWith(QStringLiteral("Server 2 has no session A1."));
        QVERIFY2(logIn > 0, all.constData());
        QVERIFY2(logIn < choice && choice < missing, all.constData());
        QCOMPARE(told.text.brokenTitle, QStringLiteral("Broken: read your writes"));
    }

    void crashTellsWhatItTook()
    {
        const Story story = crashed();
        const Told told(story, Language::Korean);
        QCOMPARE(told.verdict.outcome, Outcome::LoggedOut);
        const QByteArray all = plainText(told.text).toUtf8();
        const int down = told.lineWith(QStringLiteral("서버 1 다운."));
        QVERIFY2(down > 0, all.constData());
        const auto &line = told.text.lines[static_cast<std::size_t>(down - 1)];
        QCOMPARE(line.consequence, QStringLiteral("그 메모리의 세션 1개가 사라집니다."));
        QVERIFY(line.mark == ExplanationText::Mark::Bad);
        QCOMPARE(line.time, QStringLiteral("02.00초"));
        QCOMPARE(told.text.brokenTitle, QStringLiteral("깨진 보장: 지속성"));
        QCOMPARE(told.text.brokenText, QStringLiteral("완료 응답을 받은 ‘로그인’ 기록이 이제 어디에도 없습니다."));
    }

    void linesAreInOrderAndLightSomething_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("mismatch") << 0;
        QTest::newRow("crash") << 1;
    }
    void linesAreInOrderAndLightSomething()
    {
        QFETCH(int, which);
        const Story story = which == 0 ? mismatch() : crashed();
        for (const Language language : {Language::Korean, Language::English}) {
            const Told told(story, language);
            QVERIFY(told.text.lines.size() >= 3);
            int number = 0;
            model::SimTime before;
            for (const ExplanationText::Line &line : told.text.lines) {
                QCOMPARE(line.number, ++number);
                QVERIFY(!line.sentence.isEmpty() && !line.sentence.contains(QLatin1Char('%')));
                QVERIFY(!line.consequence.contains(QLatin1Char('%')));
                QVERIFY(std::find(line.lights.begin(), line.lights.end(), line.record) != line.lights.end());
                QVERIFY(story.timeline()[line.record].at >= before);
                before = story.timeline()[line.record].at;
            }
            QVERIFY(told.text.lines.front().mark == ExplanationText::Mark::Good);
            QVERIFY(told.text.lines.back().mark == ExplanationText::Mark::Bad);
        }
    }

    void callouts()
    {
        const Story story = mismatch();
        {
            const Told told(story, Language::Korean);
            QCOMPARE(answerCallout(told.names, told.verdict), QStringLiteral("401 · 서버 2에는 A1 세션이 없습니다"));
            QCOMPARE(showCauses(4), QStringLiteral("왜? 원인 4개 보기"));
        }
        const Told told(story, Language::English);
        QCOMPARE(answerCallout(told.names, told.verdict), QStringLiteral("401 · Server 2 has no session A1"));
        QCOMPARE(showCauses(4), QStringLiteral("Why? Show the 4 causes"));
    }

    void fineAnswersAreToldToo()
    {
        Story story;
        story.client("minji").server("server-1");
        name(story);
        story.at(1_s).logIn("minji");
        story.at(2_s).read("minji");
        story.run();
        const Told told(story, Language::Korean);
        QCOMPARE(told.verdict.outcome, Outcome::Fine);
        QCOMPARE(told.text.lines.back().sentence,
                 QStringLiteral("민지 님이 200 응답을 받습니다: 로그인된 상태입니다."));
        QCOMPARE(told.text.title, QStringLiteral("민지 님의 응답은 어떻게 나왔을까요?"));
        QVERIFY(told.text.brokenTitle.isEmpty());
        QVERIFY(told.text.brokenText.isEmpty());
        QVERIFY(std::none_of(told.text.lines.begin(), told.text.lines.end(), [](const ExplanationText::Line &line) {
            return line.mark == ExplanationText::Mark::Bad;
        }));
    }
    void aLossIsNotBlamedForWhatDidNotComeFromIt();
    void aStoreIsNotExcusedByItsServers();
};

void ExplanationTextTest::aLossIsNotBlamedForWhatDidNotComeFromIt()
{
    const Told elsewhere(lostElsewhere(false), Language::English);
    QCOMPARE(elsewhere.verdict.outcome, Outcome::LoggedOut);
    QVERIFY(elsewhere.verdict.broken.has(verdict::Guarantee::Durability));
    QVERIFY(elsewhere.lineWith(QStringLiteral("Server 2 has no session")) > 0);
    QVERIFY2(elsewhere.text.brokenText.contains(QStringLiteral("never had it")), qPrintable(plainText(elsewhere.text)));

    const Told there(lostElsewhere(true), Language::English);
    QCOMPARE(there.verdict.outcome, Outcome::LoggedOut);
    QVERIFY(there.lineWith(QStringLiteral("Server 1 has no session")) > 0);
    QVERIFY2(!there.text.brokenText.contains(QStringLiteral("never had it")), qPrintable(plainText(there.text)));
}

void ExplanationTextTest::aStoreIsNotExcusedByItsServers()
{
    const Told told(lostInTheStore(), Language::English);
    QCOMPARE(told.verdict.outcome, Outcome::LoggedOut);
    QVERIFY(told.verdict.broken.has(verdict::Guarantee::Durability));
    QVERIFY2(!told.text.brokenText.contains(QStringLiteral("never had it")), qPrintable(plainText(told.text)));
}

QTEST_GUILESS_MAIN(ExplanationTextTest)
#include "tst_explanationtext.moc"
