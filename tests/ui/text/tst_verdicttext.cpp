// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/outcomeindex.h"
#include "tests/support/story.h"
#include "ui/text/glossary.h"
#include "ui/text/verdicttext.h"

#include <QtTest>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui::text;

class VerdictTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percent_data()
    {
        QTest::addColumn<qint64>("ppm"); // -1: none
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64 {-1} << QStringLiteral("—");
        QTest::newRow("0") << qint64 {0} << QStringLiteral("0.0%");
        QTest::newRow("all") << qint64 {1'000'000} << QStringLiteral("100.0%");
        QTest::newRow("nearly all is not all") << qint64 {999'999} << QStringLiteral("99.9%");
        QTest::newRow("10 of 12") << qint64 {833'333} << QStringLiteral("83.3%");
        QTest::newRow("up") << qint64 {666'666} << QStringLiteral("66.7%");
        QTest::newRow("a little is not nothing") << qint64 {499} << QStringLiteral("<0.1%");
        QTest::newRow("half up") << qint64 {500} << QStringLiteral("0.1%");
    }
    void percent()
    {
        QFETCH(qint64, ppm);
        const auto value = ppm < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(ppm));
        QTEST(percentText(value), "text");
    }

    void counts_data()
    {
        QTest::addColumn<QList<int>>("outcomes"); // fine, logged out, stale, lost, refused, revoked
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        const auto row = [](const char *name, const QList<int> &outcomes, const char *ko, const char *en) {
            QTest::newRow(name) << outcomes << QString::fromUtf8(ko) << QString::fromUtf8(en);
        };
        row("mock-up", {9, 1, 0, 0, 2, 0}, "정상 9 · 로그인 풀림 1 · 오래된 값 0 · 오류 2 · 가용성 83.3%",
            "9 fine · 1 logged out · 0 stale · 2 errors · availability 83.3%");
        row("one error", {1, 0, 0, 0, 1, 0}, "정상 1 · 로그인 풀림 0 · 오래된 값 0 · 오류 1 · 가용성 50.0%",
            "1 fine · 0 logged out · 0 stale · 1 error · availability 50.0%");
        row("nothing yet", {0, 0, 0, 0, 0, 0}, "정상 0 · 로그인 풀림 0 · 오래된 값 0 · 오류 0 · 가용성 —",
            "0 fine · 0 logged out · 0 stale · 0 errors · availability —");
        row("rare ones", {0, 0, 0, 1, 0, 2},
            "정상 0 · 로그인 풀림 0 · 오래된 값 0 · 갱신 손실 1 · 오류 0 · 무효화 뒤 통과 2 · 가용성 100.0%",
            "0 fine · 0 logged out · 0 stale · 1 lost update · 0 errors · 2 accepted after revocation · availability "
            "100.0%");
    }
    void counts()
    {
        QFETCH(QList<int>, outcomes);
        report::Outcomes counted {};
        for (std::size_t i = 0; i < counted.size(); ++i)
            counted[i] = static_cast<std::uint64_t>(outcomes[static_cast<qsizetype>(i)]);
        Translator translator(Language::Korean);
        QTEST(countsLine(counted), "ko");
        translator.setLanguage(Language::English);
        QTEST(countsLine(counted), "en");
    }

    void countsOnlyWhatIsRevealed()
    {
        Story story;
        story.client("minji").server("server-1").server("server-2");
        story.setup().clients.front().name = {"민지", "Minji"};
        story.at(1_s).logIn("minji");
        story.at(2_s).read("minji"); // the other server's turn: logged out
        story.run();
        QCOMPARE(story.verdicts().all().size(), std::size_t {2});
        const report::OutcomeIndex index(std::make_shared<const verdict::Verdicts>(story.verdicts()));
        const auto before = index.countWithin(story.timeline().countUpTo(model::SimTime {1'500'000}));
        QCOMPARE(before, (report::Outcomes {1, 0, 0, 0, 0, 0}));
        const auto after = index.countWithin(story.timeline().size());
        QCOMPARE(after, (report::Outcomes {1, 1, 0, 0, 0, 0}));

        const Names names(story.timeline(), nullptr, Language::Korean);
        const verdict::Verdict &loggedOut = story.verdicts().all().back();
        Translator translator(Language::Korean);
        QCOMPARE(verdictSentence(names, loggedOut), QStringLiteral("민지 님, 읽기: 로그인 풀림(401)"));
        QCOMPARE(lampText(verdict::Guarantee::Durability, nullptr, story.timeline()), QStringLiteral("지속성: 지켜짐"));
        const QString lamp = lampText(verdict::Guarantee::ReadYourWrites, &loggedOut, story.timeline());
        QVERIFY2(lamp.startsWith(QStringLiteral("내가 쓴 값 읽기: 00:02.0")), qPrintable(lamp));
    }

    /// The lamps explain themselves in the words of the glossary.
    void guaranteesAreExplainedAsInTheGlossary()
    {
        const auto glossary = Glossary::builtIn();
        QVERIFY(glossary.ok());
        for (const Language language : {Language::Korean, Language::English}) {
            const Translator translator(language);
            for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i) {
                const auto guarantee = static_cast<verdict::Guarantee>(i);
                if (guarantee == verdict::Guarantee::Availability)
                    continue; // a bar, not a lamp
                std::string id(verdict::guaranteeNames.at(i));
                std::replace(id.begin(), id.end(), '_', '-');
                const Term *term = glossary.value().find(id);
                QVERIFY2(term, id.c_str());
                QCOMPARE(guaranteeDescription(guarantee), pick(term->explanation, language));
            }
        }
    }

    void guaranteeSets()
    {
        Translator translator(Language::Korean);
        verdict::GuaranteeSet set;
        QVERIFY(guaranteeNames(set).isEmpty());
        set.add(verdict::Guarantee::Durability);
        set.add(verdict::Guarantee::ReadYourWrites);
        QCOMPARE(guaranteeNames(set), QStringLiteral("내가 쓴 값 읽기, 지속성"));
    }
};

QTEST_GUILESS_MAIN(VerdictTextTest)
#include "tst_verdicttext.moc"
