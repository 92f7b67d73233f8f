// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"
#include "ui/text/problemtext.h"

#include <QtTest>

#include <QSet>

using namespace sessionarium;
using namespace sessionarium::ui::text;
using model::ProblemCode;

namespace {

constexpr auto lastCode = static_cast<int>(ProblemCode::LineTooLong);

model::Problem problemOf(ProblemCode code)
{
    model::Problem problem;
    problem.code = code;
    problem.place = "/servers/2/capacity";
    problem.found = "FOUND";
    problem.allowed = "ALLOWED";
    return problem;
}

/// Which of the two a sentence of that code must name (the comments of model::ProblemCode say so).
bool namesFound(ProblemCode code)
{
    switch (code) {
    case ProblemCode::FileNotFound:
    case ProblemCode::FileUnreadable:
    case ProblemCode::NotAFile:
    case ProblemCode::NotUtf8:
    case ProblemCode::TooDeep:
    case ProblemCode::Truncated:
    case ProblemCode::EmptyFile:
    case ProblemCode::LineTooLong:
        return false;
    default:
        return true;
    }
}

bool namesAllowed(ProblemCode code)
{
    switch (code) {
    case ProblemCode::FileTooLarge:
    case ProblemCode::TooDeep:
    case ProblemCode::WrongFormat:
    case ProblemCode::WrongVersion:
    case ProblemCode::UnknownField:
    case ProblemCode::WrongType:
    case ProblemCode::OutOfRange:
    case ProblemCode::NotAllowed:
    case ProblemCode::UnknownReference:
    case ProblemCode::TooMany:
    case ProblemCode::BadRecord:
    case ProblemCode::TooFew:
    case ProblemCode::Conflict:
    case ProblemCode::NotIncreasing:
    case ProblemCode::TimeOutsideRun:
    case ProblemCode::WrongCount:
    case ProblemCode::WrongFingerprint:
    case ProblemCode::LineTooLong:
        return true;
    default:
        return false;
    }
}

} // namespace

class ProblemTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsSentence_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("Korean") << static_cast<int>(Language::Korean);
        QTest::newRow("English") << static_cast<int>(Language::English);
    }
    void everyCodeHasItsSentence()
    {
        QFETCH(int, language);
        const Translator translator(static_cast<Language>(language));
        QSet<QString> sentences;
        for (int i = 0; i <= lastCode; ++i) {
            const auto code = static_cast<ProblemCode>(i);
            const QString sentence = problemSentence(problemOf(code));
            const QByteArray context = QByteArray::number(i) + ": " + sentence.toUtf8();
            QVERIFY2(!sentence.isEmpty() && !sentence.contains(QLatin1Char('%')), context.constData());
            QVERIFY2(!sentences.contains(sentence), context.constData());
            sentences.insert(sentence);
            QVERIFY2(sentence.contains(QStringLiteral("FOUND")) == namesFound(code), context.constData());
            QVERIFY2(sentence.contains(QStringLiteral("ALLOWED")) == namesAllowed(code), context.constData());
            const bool korean = sentence.contains(QRegularExpression(QStringLiteral("[가-힣]")));
            QVERIFY2(korean == (static_cast<Language>(language) == Language::Korean), context.constData());
        }
    }

    void place_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        const auto row = [](const char *place, int line, int column, const char *ko, const char *en) {
            QTest::addRow("%s %d %d", place, line, column)
                << QString::fromUtf8(place) << line << column << QString::fromUtf8(ko) << QString::fromUtf8(en);
        };
        row("", 0, 0, "", "");
        row("/seed", 0, 0, "/seed", "/seed");
        row("", 3, 7, "3행 7열", "line 3, column 7");
        row("/seed", 3, 7, "/seed, 3행 7열", "/seed, line 3, column 7");
        row("", 3, 0, "3행", "line 3");
    }
    void place()
    {
        QFETCH(QString, place);
        QFETCH(int, line);
        QFETCH(int, column);
        model::Problem problem;
        problem.place = place.toStdString();
        problem.line = static_cast<std::uint64_t>(line);
        problem.column = static_cast<std::uint64_t>(column);
        Translator translator(Language::Korean);
        QTEST(problemPlace(problem), "ko");
        translator.setLanguage(Language::English);
        QTEST(problemPlace(problem), "en");
        QVERIFY(problemLine(problem).endsWith(problemSentence(problem)));
    }

    void example()
    {
        model::Problem problem = problemOf(ProblemCode::OutOfRange);
        problem.found = std::string(1, '0'); // a literal of one letter makes gcc 12 warn of an overlap
        problem.allowed = "1…1000";
        Translator translator(Language::Korean);
        QCOMPARE(problemLine(problem),
                 QStringLiteral("/servers/2/capacity: 범위를 벗어났습니다: 0. 허용 범위: 1…1000."));
        translator.setLanguage(Language::English);
        QCOMPARE(problemLine(problem), QStringLiteral("/servers/2/capacity: Out of range: 0; allowed: 1…1000."));
    }

    void typesAreWords()
    {
        model::Problem problem = problemOf(ProblemCode::WrongType);
        problem.found = "string";
        problem.allowed = "object, integer";
        Translator translator(Language::Korean);
        QCOMPARE(problemSentence(problem), QStringLiteral("타입이 맞지 않습니다: 글. 필요한 타입: 객체, 정수."));
        translator.setLanguage(Language::English);
        QCOMPARE(problemSentence(problem), QStringLiteral("Wrong type: a text; needed: an object, a whole number."));
    }

    void nothingAllowedIsNotListed()
    {
        model::Problem problem = problemOf(ProblemCode::NotAllowed);
        problem.allowed.clear();
        const Translator translator(Language::English);
        QCOMPARE(problemSentence(problem), QStringLiteral("Not allowed here: “FOUND”."));
    }

    /// What is found comes from hostile files: bounded, and no control character reaches a terminal.
    void foundIsHarmless()
    {
        Translator translator(Language::English);
        model::Problem problem = problemOf(ProblemCode::UnknownField);
        problem.found = std::string(100'000, 'x');
        QVERIFY(problemSentence(problem).size() < 1000);
        problem.found = "\x1b[31mred\a";
        QVERIFY(!problemSentence(problem).contains(QChar(0x1b)));
        QVERIFY(!problemSentence(problem).contains(QChar(0x07)));
        problem.found = "100%1 %2"; // must not be taken for a placeholder
        QVERIFY(problemSentence(problem).contains(QStringLiteral("100%1 %2")));
        problem.found = "\xff\xfe";
        QVERIFY(!problemSentence(problem).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProblemTextTest)
#include "tst_problemtext.moc"
