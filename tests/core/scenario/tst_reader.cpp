// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json.h"
#include "core/scenario/reader.h"
#include "tests/core/scenario/problems.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace sessionarium;
using model::Problem;
using model::ProblemCode;
using model::Problems;
using test::described;
using test::problemsOf;

namespace {

/// The smallest file, with `inside` as the text between the members and the end.
std::string smallest(const std::string &inside = {})
{
    return R"({"format": "sessionarium-scenario", "version": 1, "id": "small", "title": {"en": "Small"},
 "duration_us": 1000000, "clients": [{"id": "minji"}], "balancer": null, "servers": [{"id": "server-1"}],
 "branches": [{"id": "main"}])"
        + inside + "}";
}

} // namespace

class TestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallestFileIsRead();
    void byteOrderMarkIsSkipped();
    void invalidUtf8_data();
    void invalidUtf8();
    void nestingIsBounded_data();
    void nestingIsBounded();
    void largeFileIsRefusedUnread();
    void largeTextIsRefused();
    void manyValuesAreRefused();
    void missingFile();
    void folderIsNoFile();
    void syntaxErrorHasItsColumn();
    void allProblemsInOrderOfText();
    void collectingEnds();
    void cutTextsNeverCrash();
    void changedBytesNeverCrash();

private:
    static void expectOne(const Problems &problems, ProblemCode code);
};

void TestReader::expectOne(const Problems &problems, ProblemCode code)
{
    QVERIFY2(problems.size() == 1, qPrintable(described(problems)));
    QVERIFY2(problems.front().code == code, qPrintable(described(problems)));
}

void TestReader::smallestFileIsRead()
{
    const auto result = scenario::readScenario(smallest());
    QVERIFY2(result.ok(), qPrintable(described(problemsOf(result))));
    const scenario::Scenario &scenario = result.value();
    QCOMPARE(scenario.seed, std::uint64_t {1});
    QVERIFY(!scenario.setup.balancer);
    QVERIFY(!scenario.lesson);
    QCOMPARE(scenario.setup.servers.front().name, (model::Text {"서버 1", "Server 1"}));
    QCOMPARE(scenario.setup.clients.front().name, (model::Text {"minji", "minji"}));
    // what is left out has the default of the model
    model::ServerSpec server;
    server.id = "server-1";
    server.name = {"서버 1", "Server 1"};
    QVERIFY(scenario.setup.servers.front() == server);
    QVERIFY(scenario.setup.network == model::NetworkSpec());
}

void TestReader::byteOrderMarkIsSkipped()
{
    QVERIFY(scenario::readScenario("\xEF\xBB\xBF" + smallest()).ok());
    expectOne(problemsOf(scenario::readScenario("\xEF\xBB\xBF\xEF\xBB\xBF" + smallest())), ProblemCode::Syntax);
}

void TestReader::invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lone continuation") << QByteArray("\x80");
    QTest::newRow("lead alone") << QByteArray("\xC3");
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF");
    QTest::newRow("overlong of three") << QByteArray("\xE0\x80\x80");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80");
    QTest::newRow("cut syllable") << QByteArray("\xEB\xAF");
    QTest::newRow("never valid") << QByteArray("\xFF\xFE");
}

void TestReader::invalidUtf8()
{
    QFETCH(QByteArray, bytes);
    const std::string bad = bytes.toStdString();
    const std::string texts[] = {bad, bad + smallest(), smallest() + "\n" + bad,
                                 smallest(",\n\n\"lesson\": \"" + bad + "\""), smallest(",\n\n\"" + bad + "\": 1")};
    const std::uint64_t lines[] = {1, 1, 4, 5, 5};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        const Problems problems = problemsOf(scenario::readScenario(texts[i]));
        expectOne(problems, ProblemCode::NotUtf8);
        QCOMPARE(problems.front().line, lines[i]);
    }
}

void TestReader::nestingIsBounded_data()
{
    QTest::addColumn<QString>("open");
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("tooDeep");
    QTest::newRow("lists at the bound") << QStringLiteral("[") << 64 << false;
    QTest::newRow("lists beyond the bound") << QStringLiteral("[") << 65 << true;
    QTest::newRow("100,000 lists") << QStringLiteral("[") << 100'000 << true;
    QTest::newRow("a million lists") << QStringLiteral("[") << 1'000'000 << true;
    QTest::newRow("100,000 objects") << QStringLiteral("{\"a\":") << 100'000 << true;
    QTest::newRow("100,000 of both") << QStringLiteral("[{\"a\":") << 50'000 << true;
}

void TestReader::nestingIsBounded()
{
    QFETCH(QString, open);
    QFETCH(int, depth);
    QFETCH(bool, tooDeep);
    // never closed: within the bound that is what is wrong with it
    const Problems problems = problemsOf(scenario::readScenario(open.repeated(depth).toStdString()));
    expectOne(problems, tooDeep ? ProblemCode::TooDeep : ProblemCode::Syntax);
    if (tooDeep)
        QCOMPARE(problems.front().allowed, std::string("64"));
}

void TestReader::largeFileIsRefusedUnread()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(100'000'000)); // a hole: had it been read, NUL bytes would be what is wrong
    file.close();
    const Problems problems = problemsOf(scenario::readScenarioFile(path.toStdString()));
    expectOne(problems, ProblemCode::FileTooLarge);
    QCOMPARE(problems.front().place, path.toStdString());
    QCOMPARE(problems.front().found, std::string("100000000"));
    QCOMPARE(problems.front().allowed, std::to_string(scenario::maxFileBytes));
}

void TestReader::largeTextIsRefused()
{
    std::string text = smallest();
    text.append(scenario::maxFileBytes - text.size(), ' ');
    QVERIFY(scenario::readScenario(text).ok());
    text += ' ';
    expectOne(problemsOf(scenario::readScenario(text)), ProblemCode::FileTooLarge);
}

void TestReader::manyValuesAreRefused()
{
    std::string list = "[1";
    for (std::size_t i = 1; i < scenario::maxValues; ++i)
        list += ",1";
    expectOne(problemsOf(scenario::readScenario(smallest(", \"lesson\": " + list + "]"))), ProblemCode::TooMany);
}

void TestReader::missingFile()
{
    const Problems problems = problemsOf(scenario::readScenarioFile("/nowhere/at all.json"));
    expectOne(problems, ProblemCode::FileNotFound);
    QCOMPARE(problems.front().place, std::string("/nowhere/at all.json"));
}

void TestReader::folderIsNoFile()
{
    QTemporaryDir folder;
    expectOne(problemsOf(scenario::readScenarioFile(folder.path().toStdString())), ProblemCode::NotAFile);
}

void TestReader::syntaxErrorHasItsColumn()
{
    const Problems problems = problemsOf(scenario::readScenario("{\n  \"format\": ?\n}"));
    expectOne(problems, ProblemCode::Syntax);
    QCOMPARE(problems.front().line, std::uint64_t {2});
    QCOMPARE(problems.front().column, std::uint64_t {13});
    QCOMPARE(problems.front().found, std::string("?"));
}

void TestReader::allProblemsInOrderOfText()
{
    const std::string text = R"({
"branches": [{"id": "main", "actions": [
  {"id": "x", "do": "read", "client": "mina", "at_us": 2000000},
  {"id": "x", "do": "crash", "server": "server-1", "at_us": 1.5}]}],
"format": "sessionarium-scenario", "version": 1, "id": "Two Words",
"servers": [{"id": "server-1", "capacity": 0, "weight": 999}],
"balancer": null, "clients": [{"id": "minji", "on_401": "weep"}],
"title": {"en": "T"}, "duration_us": 1000000,
"extra": [], "id": "again"})";
    const Problems problems = problemsOf(scenario::readScenario(text));
    std::vector<std::pair<std::string, std::uint64_t>> places;
    for (const Problem &problem : problems)
        places.emplace_back(problem.place, problem.line);
    const std::vector<std::pair<std::string, std::uint64_t>> expected {{"/branches/0/actions/0/client", 3},
                                                                       {"/branches/0/actions/0/at_us", 3},
                                                                       {"/branches/0/actions/1/id", 4},
                                                                       {"/branches/0/actions/1/at_us", 4},
                                                                       {"/id", 5},
                                                                       {"/id", 9},
                                                                       {"/servers/0/capacity", 6},
                                                                       {"/servers/0/weight", 6},
                                                                       {"/clients/0/on_401", 7},
                                                                       {"/extra", 9}};
    QVERIFY2(places.size() == expected.size(), qPrintable(described(problems)));
    for (std::size_t i = 0; i < places.size(); ++i) {
        // both problems of /id stand at the same place; which comes first does not matter
        QCOMPARE(places[i].first, expected[i].first);
        if (places[i].first != "/id")
            QCOMPARE(places[i].second, expected[i].second);
    }
}

void TestReader::collectingEnds()
{
    std::string fields;
    for (int i = 0; i < 1000; ++i)
        fields += ", \"field-" + std::to_string(i) + "\": 1";
    const Problems problems = problemsOf(scenario::readScenario(smallest(fields)));
    QCOMPARE(problems.size(), scenario::maxProblems);
}

void TestReader::cutTextsNeverCrash()
{
    QFile lesson(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/resources/lessons/mismatch.json"));
    QVERIFY(lesson.open(QIODevice::ReadOnly));
    const std::string text = lesson.readAll().toStdString();
    QVERIFY(scenario::readScenario(text).ok());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) // the last two bytes are "}\n"
        QVERIFY(!scenario::readScenario(text.substr(0, length)).ok());
}

void TestReader::changedBytesNeverCrash()
{
    QFile lesson(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/resources/lessons/one-server.json"));
    QVERIFY(lesson.open(QIODevice::ReadOnly));
    const std::string text = lesson.readAll().toStdString();
    const std::string replacements = "{}[]\",:0-\\x";
    std::uint64_t state = 42; // a row of numbers that is the same on every machine
    for (int round = 0; round < 2000; ++round) {
        std::string changed = text;
        for (int i = 0; i < 3; ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            changed[(state >> 33) % changed.size()] = replacements[(state >> 20) % replacements.size()];
        }
        const auto result = scenario::readScenario(changed);
        if (!result.ok()) {
            QVERIFY(!result.problems().empty());
            continue;
        }
        // what is accepted can be written and read again
        QVERIFY(scenario::readScenario(scenario::writeScenario(result.value())).ok());
    }
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
