// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"

#include <QTest>

using namespace sessionarium;
using report::plain;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void lengths();
};

void TestPlainText::lines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("as it is") << QByteArray("서버 1, a<b>") << 20 << QByteArray("서버 1, a<b>");
    QTest::newRow("exactly full") << QByteArray("민지민지") << 4 << QByteArray("민지민지");
    QTest::newRow("cut between characters") << QByteArray("민지민지민") << 4 << QByteArray("민지민…");
    QTest::newRow("line ends and controls") << QByteArray("a\r\n\tb\x01\x7f"
                                                          "c ")
                                            << 20 << QByteArray("a b c");
    QTest::newRow("null") << QByteArray("a\0b", 3) << 20 << QByteArray("a b");
    QTest::newRow("separators of lines") << QByteArray("a\u2028b\u00A0c") << 20 << QByteArray("a b c");
    QTest::newRow("no UTF-8") << QByteArray("a\xFF\xC3") << 20 << QByteArray("a??");
    QTest::newRow("overlong, surrogate, no character")
        << QByteArray("\xE0\x80\xAF|\xED\xA0\x80|\xEF\xBF\xBF") << 20 << QByteArray("???|???|?");
    QTest::newRow("beyond the basic plane") << QByteArray("🐟🐟🐟") << 2 << QByteArray("🐟…");
    QTest::newRow("nothing") << QByteArray() << 5 << QByteArray();
}

void TestPlainText::lines()
{
    QFETCH(QByteArray, text);
    QFETCH(int, longest);
    QFETCH(QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(plain(text.toStdString(), static_cast<std::size_t>(longest))), line);
}

void TestPlainText::lengths()
{
    for (const char *text : {"", "abc", "민지", "🐟 물고기", "é"})
        QCOMPARE(report::utf16Units(text), static_cast<std::size_t>(QString::fromUtf8(text).size()));
    QVERIFY(report::textWidth("서버") > report::textWidth("ab"));
    QVERIFY(report::textWidth("WW") > report::textWidth("ii"));
    QCOMPARE(report::textWidth(""), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
