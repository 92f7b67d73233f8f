// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "tests/ui/text/recordcase.h"
#include "ui/text/actiontext.h"
#include "ui/text/recordtext.h"

#include <QtTest>

#include <QRegularExpression>
#include <QSet>

using namespace sessionarium;
using namespace sessionarium::ui::text;
using test::Case;
using test::OneRecord;

namespace {

bool hasKorean(const QString &text)
{
    static const QRegularExpression korean(QStringLiteral("[가-힣]"));
    return text.contains(korean);
}

} // namespace

class RecordTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allKindsAreHere()
    {
        QSet<std::size_t> kinds;
        for (const Case &each : test::allCases())
            kinds.insert(each.fact.index());
        QCOMPARE(kinds.size(), static_cast<qsizetype>(model::factKindCount));
    }

    void sentences()
    {
        QSet<QString> korean;
        QSet<QString> english;
        for (const Case &each : test::allCases()) {
            const OneRecord record(each.entity, each.fact);
            const QString ko = record.sentence(Language::Korean);
            const QString en = record.sentence(Language::English);
            const QByteArray context = each.name + ": " + ko.toUtf8() + " / " + en.toUtf8();
            for (const QString &sentence : {ko, en}) {
                QVERIFY2(sentence.endsWith(QLatin1Char('.')), context.constData());
                QVERIFY2(!sentence.contains(QLatin1Char('%')), context.constData());
                QVERIFY2(!sentence.contains(QLatin1String("  ")), context.constData()); // something is left out
            }
            QVERIFY2(!korean.contains(ko) && !english.contains(en), context.constData()); // tells each from the others
            korean.insert(ko);
            english.insert(en);
            QVERIFY2(hasKorean(ko), context.constData());
            QVERIFY2(!hasKorean(en), context.constData());
            if (each.ko)
                QCOMPARE(ko, QString::fromUtf8(each.ko));
            if (each.en)
                QCOMPARE(en, QString::fromUtf8(each.en));
        }
    }

    /// What a reader of Korean stumbles over; a particle that depends on a name's last letter is in tst_translations.
    void koreanNamesUsersPolitely()
    {
        static const QRegularExpression bare(QStringLiteral("민지(?! 님)"));
        for (const Case &each : test::allCases()) {
            const QString ko = OneRecord(each.entity, each.fact).sentence(Language::Korean);
            QVERIFY2(!ko.contains(bare), qPrintable(ko));
        }
    }

    void kindTitles_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("longest");
        QTest::newRow("Korean") << Language::Korean << 14;
        QTest::newRow("English") << Language::English << 36; // "Sent: " and the kind of a message
    }

    void kindTitles()
    {
        QFETCH(const Language, language);
        QFETCH(const int, longest);
        const Translator translator(language);
        QSet<QString> titles;
        QSet<std::size_t> kinds;
        for (const Case &each : test::allCases()) {
            const QString title = kindTitle(each.fact);
            QVERIFY2(!title.isEmpty() && title.size() <= longest, qPrintable(title));
            QCOMPARE(hasKorean(title), language == Language::Korean);
            if (!kinds.contains(each.fact.index()) && !std::holds_alternative<model::Sent>(each.fact)) {
                QVERIFY2(!titles.contains(title), qPrintable(title));
                titles.insert(title);
            }
            kinds.insert(each.fact.index());
        }
    }

    void titlesOfMessages()
    {
        for (const Language language : {Language::Korean, Language::English}) {
            const Translator translator(language);
            QSet<QString> titles;
            for (std::size_t i = 0; i < model::EnumNames<model::MessageKind>::values.size(); ++i)
                titles.insert(kindTitle(model::Sent {static_cast<model::MessageKind>(i), {}, {}, false, 0}));
            QCOMPARE(titles.size(), static_cast<qsizetype>(model::EnumNames<model::MessageKind>::values.size()));
        }
        const Translator translator(Language::Korean);
        QCOMPARE(kindTitle(model::Sent {model::MessageKind::Request, {}, {}, false, 0}), QStringLiteral("요청 보냄"));
        QCOMPARE(kindTitle(model::Sent {model::MessageKind::ReplicationDelta, {}, {}, false, 0}),
                 QStringLiteral("복제: 변경 보냄"));
    }

    /// They stand in one menu, as buttons: a noun or a form in -기, no sentence.
    void namesOfActions()
    {
        for (const Language language : {Language::Korean, Language::English}) {
            const Translator translator(language);
            QSet<QString> names;
            for (std::size_t i = 0; i < model::EnumNames<model::ActionKind>::values.size(); ++i) {
                const QString name = actionName(static_cast<model::ActionKind>(i));
                QVERIFY2(!names.contains(name), qPrintable(name));
                names.insert(name);
                QCOMPARE(hasKorean(name), language == Language::Korean);
                QVERIFY2(!name.endsWith(QLatin1Char('.')) && !name.endsWith(QStringLiteral("다")), qPrintable(name));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RecordTextTest)
#include "tst_recordtext.moc"
