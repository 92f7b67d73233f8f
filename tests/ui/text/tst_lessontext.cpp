// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"
#include "ui/text/lessontext.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui::text;

class LessonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_story.client("minji").server("server-1").server("server-2");
        m_story.setup().clients.front().name = {"민지", "Minji"};
        m_story.at(1_s).logIn("minji");
        m_story.at(2_s).read("minji"); // the other server's turn: logged out
        m_story.run();
        m_scenario = m_story.scenario();
        auto &actions = m_scenario.branches.front().actions;
        QCOMPARE(actions.size(), std::size_t {2});
        m_logIn = QString::fromStdString(actions[0].id);
        m_read = QString::fromStdString(actions[1].id);
        scenario::Lesson lesson;
        lesson.steps.resize(2);
        lesson.steps[0].id = "first";
        lesson.steps[0].until = model::SimTime {1'500'000};
        lesson.steps[1].id = "second";
        lesson.steps[1].until = model::SimTime {4'000'000};
        m_scenario.lesson = lesson;
        m_keyframes = std::make_unique<timeline::Keyframes>(m_story.timeline());
        m_keyframes->extend();
    }

    void fills_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("momentUs");
        QTest::addColumn<qint64>("revealedUs");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        constexpr qint64 end = 60'000'000;
        const auto row = [](const char *name, const QString &text, qint64 moment, qint64 revealed, const char *ko,
                            const char *en) {
            QTest::newRow(name) << text << moment << revealed << QString::fromUtf8(ko) << QString::fromUtf8(en);
        };
        row("nothing to fill", QStringLiteral("a b"), end, end, "a b", "a b");
        row("servers", QStringLiteral("{servers}!"), end, end, "2!", "2!");
        row("clients", QStringLiteral("{clients}"), end, end, "1", "1");
        row("name", QStringLiteral("{name:server-2}"), end, end, "서버 2", "Server 2");
        row("session", QStringLiteral("{session:minji}"), end, end, "A1", "A1");
        row("session before it is made", QStringLiteral("{session:minji}"), 500'000, end, "…", "…");
        row("home", QStringLiteral("{home:minji}"), end, end, "서버 1", "Server 1");
        row("answered by", QStringLiteral("{answered_by:%1}").arg(QStringLiteral("READ")), end, end, "서버 2",
            "Server 2");
        row("outcome", QStringLiteral("{outcome:READ}"), end, end, "로그인 풀림", "logged out");
        row("outcome of the log-in", QStringLiteral("{outcome:LOGIN}"), end, end, "정상", "fine");
        row("outcome behind the gate", QStringLiteral("{outcome:READ}"), end, 1'500'000, "…", "…");
        row("answer behind the gate", QStringLiteral("{answered_by:READ}"), end, 1'500'000, "…", "…");
        row("revealed, though later than the moment", QStringLiteral("{answered_by:READ}"), 500'000, end, "서버 2",
            "Server 2");
        row("count", QStringLiteral("{count:logged_out}"), end, end, "1", "1");
        row("count so far", QStringLiteral("{count:logged_out}"), 1'500'000, end, "0", "0");
        row("duration of the first step", QStringLiteral("{duration:first}"), end, end, "1.5초", "1.5 s");
        row("duration of the second step", QStringLiteral("{duration:second}"), end, end, "2.5초", "2.5 s");
        row("several", QStringLiteral("{name:minji}: {session:minji}, {home:minji}."), end, end, "민지: A1, 서버 1.",
            "Minji: A1, Server 1.");
        row("no placeholder", QStringLiteral("{nonsense} {count:nonsense} {name:nobody} {outcome:nothing} {} {servers"),
            end, end, "{nonsense} {count:nonsense} {name:nobody} {outcome:nothing} {} {servers",
            "{nonsense} {count:nonsense} {name:nobody} {outcome:nothing} {} {servers");
        row("inside plain braces", QStringLiteral("{a {servers} b}"), end, end, "{a 2 b}", "{a 2 b}");
    }
    void fills()
    {
        QFETCH(QString, text);
        QFETCH(qint64, momentUs);
        QFETCH(qint64, revealedUs);
        text.replace(QStringLiteral("READ"), m_read).replace(QStringLiteral("LOGIN"), m_logIn);
        LessonMoment moment;
        moment.timeline = &m_story.timeline();
        moment.keyframes = m_keyframes.get();
        moment.verdicts = &m_story.verdicts();
        const report::OutcomeIndex outcomes(std::make_shared<const verdict::Verdicts>(m_story.verdicts()));
        moment.outcomes = &outcomes;
        moment.scenario = &m_scenario;
        moment.records = m_story.timeline().countUpTo(model::SimTime {momentUs});
        moment.revealed = m_story.timeline().countUpTo(model::SimTime {revealedUs});
        moment.language = Language::Korean;
        Translator translator(Language::Korean);
        QTEST(fillPlaceholders(text, moment), "ko");
        translator.setLanguage(Language::English);
        moment.language = Language::English;
        QTEST(lessonText({"", text.toStdString()}, moment), "en");
    }

    void withoutARunTextsStayAsTheyAre()
    {
        QCOMPARE(fillPlaceholders(QStringLiteral("{servers}"), LessonMoment {}), QStringLiteral("{servers}"));
    }

private:
    Story m_story;
    scenario::Scenario m_scenario;
    std::unique_ptr<timeline::Keyframes> m_keyframes;
    QString m_logIn;
    QString m_read;
};

QTEST_GUILESS_MAIN(LessonTextTest)
#include "tst_lessontext.moc"
