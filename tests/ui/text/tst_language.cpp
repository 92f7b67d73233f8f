// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::ui::text;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pickTakesTheOtherIfOneIsMissing()
    {
        QCOMPARE(pick({"가", "a"}, Language::Korean), QStringLiteral("가"));
        QCOMPARE(pick({"가", "a"}, Language::English), QStringLiteral("a"));
        QCOMPARE(pick({"", "a"}, Language::Korean), QStringLiteral("a"));
        QCOMPARE(pick({"가", ""}, Language::English), QStringLiteral("가"));
    }

    void environment_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *all, const char *messages, const char *lang,
                            const char *code) {
            QTest::newRow(name) << QByteArray(all) << QByteArray(messages) << QByteArray(lang)
                                << QString::fromLatin1(code);
        };
        row("nothing set", "", "", "", "en");
        row("LANG", "", "", "ko_KR.UTF-8", "ko");
        row("LC_MESSAGES before LANG", "", "en_US.UTF-8", "ko_KR.UTF-8", "en");
        row("LC_ALL before all", "ko_KR", "en_US.UTF-8", "C", "ko");
        row("C", "C", "ko_KR.UTF-8", "ko_KR.UTF-8", "en");
        row("Konkani is not Korean", "kok_IN.UTF-8", "", "", "en");
        row("language only", "ko", "", "", "ko");
    }
    void environment()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, lang);
        const QByteArray before = qgetenv("LC_ALL");
        qputenv("LC_ALL", all);
        qputenv("LC_MESSAGES", messages);
        qputenv("LANG", lang);
        const QString code = languageCode(languageOfEnvironment());
        qputenv("LC_ALL", before);
        QTEST(code, "code");
    }

    void translatorSwitches()
    {
        const auto word = [] { return QCoreApplication::translate("text", "availability"); };
        {
            Translator translator(Language::Korean);
            QVERIFY(translator.isLoaded());
            QCOMPARE(word(), QStringLiteral("가용성"));
            translator.setLanguage(Language::English);
            QVERIFY(translator.isLoaded());
            QCOMPARE(translator.language(), Language::English);
            QCOMPARE(word(), QStringLiteral("availability"));
            translator.setLanguage(Language::Korean);
            QCOMPARE(word(), QStringLiteral("가용성"));
        }
        QCOMPARE(word(), QStringLiteral("availability")); // taken away again
    }

    void codes()
    {
        QCOMPARE(languageOfCode(u"ko").value(), Language::Korean);
        QCOMPARE(languageOfCode(u"en").value(), Language::English);
        QVERIFY(!languageOfCode(u"KO"));
        QVERIFY(!languageOfCode(u""));
        QVERIFY(!languageOfCode(u"de"));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
