// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/glossary.h"
#include "ui/text/verdicttext.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::ui::text;

class GlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInIsComplete()
    {
        const model::Result<Glossary> glossary = Glossary::builtIn();
        QVERIFY(glossary.ok());
        QVERIFY(glossary.value().find("session-mismatch") != nullptr);
        QCOMPARE(glossary.value().find("session-mismatch")->word.ko, std::string("세션 불일치"));
        QVERIFY(glossary.value().find("no-such-term") == nullptr);
    }

    /// One word, one meaning: what verdicts are called is what the glossary explains.
    void verdictsUseItsWords_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        const auto add = [](const QString &term, const auto &nameOf) {
            Translator translator(Language::Korean);
            const QString ko = nameOf();
            translator.setLanguage(Language::English);
            QTest::newRow(qPrintable(term)) << term << ko << nameOf();
        };
        for (std::size_t i = 0; i < verdict::outcomeNames.size(); ++i) {
            QString term = QString::fromUtf8(verdict::outcomeNames[i].data());
            if (term == QLatin1String("revoked_accepted"))
                term = QStringLiteral("revoked-accepted");
            add(term.replace(QLatin1Char('_'), QLatin1Char('-')),
                [i] { return outcomeName(static_cast<verdict::Outcome>(i)); });
        }
        for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i) {
            add(QString::fromUtf8(verdict::guaranteeNames[i].data()).replace(QLatin1Char('_'), QLatin1Char('-')),
                [i] { return guaranteeName(static_cast<verdict::Guarantee>(i)); });
        }
    }
    void verdictsUseItsWords()
    {
        QFETCH(QString, term);
        const model::Result<Glossary> glossary = Glossary::builtIn();
        QVERIFY(glossary.ok());
        const Term *found = glossary.value().find(term.toStdString());
        QVERIFY2(found, qPrintable(term));
        QTEST(QString::fromStdString(found->word.ko), "ko");
        QTEST(QString::fromStdString(found->word.en), "en");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *json, model::ProblemCode code, const char *place) {
            QTest::newRow(name) << QByteArray(json) << static_cast<int>(code) << QString::fromLatin1(place);
        };
        using Code = model::ProblemCode;
        row("no JSON", "{", Code::Syntax, "");
        row("no list", "{}", Code::MissingField, "/terms");
        row("no id", R"({"terms": [{}]})", Code::MissingField, "/terms/0");
        row("one language", R"({"terms": [{"id": "a", "name": {"ko": "가"}, "text": {"ko": "나", "en": "b"}}]})",
            Code::MissingField, "/terms/0");
        row("no sentence", R"({"terms": [{"id": "a", "name": {"ko": "가", "en": "a"}}]})", Code::MissingField,
            "/terms/0");
        row("twice",
            R"({"terms": [{"id": "a", "name": {"ko": "가", "en": "a"}, "text": {"ko": "나", "en": "b"}},
                          {"id": "a", "name": {"ko": "가", "en": "a"}, "text": {"ko": "나", "en": "b"}}]})",
            Code::DuplicateId, "/terms/1");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        const model::Result<Glossary> glossary = Glossary::fromJson(json);
        QVERIFY(!glossary.ok());
        QCOMPARE(static_cast<int>(glossary.problems().front().code), code);
        QTEST(QString::fromStdString(glossary.problems().front().place), "place");
    }
};

QTEST_GUILESS_MAIN(GlossaryTest)
#include "tst_glossary.moc"
