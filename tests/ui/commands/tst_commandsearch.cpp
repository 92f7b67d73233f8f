// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/search.h"

#include <QTest>

using namespace sessionarium::ui;

class TestCommandSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void beginningsComeFirst();
};

void TestCommandSearch::fits_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("found");
    const QStringList save {QStringLiteral("다른 이름으로 저장…"), QStringLiteral("Save as…"),
                            QStringLiteral("Ctrl+Shift+S")};
    QTest::newRow("nothing typed") << QString() << save << true;
    QTest::newRow("English, other case") << QStringLiteral("SAVE") << save << true;
    QTest::newRow("Korean") << QStringLiteral("저장") << save << true;
    QTest::newRow("a word of each language") << QStringLiteral("as 저장") << save << true;
    QTest::newRow("words in another order") << QStringLiteral("as save") << save << true;
    QTest::newRow("first consonants") << QStringLiteral("ㅈㅈ") << save << true;
    QTest::newRow("first consonants over words") << QStringLiteral("ㄷㄹ ㅇㄹ") << save << true;
    QTest::newRow("its keys") << QStringLiteral("ctrl+shift") << save << true;
    QTest::newRow("one word of two") << QStringLiteral("save nothing") << save << false;
    QTest::newRow("another word") << QStringLiteral("열기") << save << false;
    QTest::newRow("other consonants") << QStringLiteral("ㅈㅎ") << save << false;
}

void TestCommandSearch::fits()
{
    QFETCH(QString, query);
    QFETCH(QStringList, names);
    QFETCH(bool, found);
    QCOMPARE(commands::fit(query, names).has_value(), found);
}

void TestCommandSearch::beginningsComeFirst()
{
    const auto fit = [](const char *name) {
        return commands::fit(QStringLiteral("open"), {QString::fromLatin1(name)}).value();
    };
    QVERIFY(fit("Open a file") < fit("Please open"));
    QVERIFY(fit("Please open") < fit("Reopen"));
}

QTEST_APPLESS_MAIN(TestCommandSearch)
#include "tst_commandsearch.moc"
