// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clisummary.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace sessionarium::tests;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void lessonsAreListed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("Korean") << QStringLiteral("ko") << QByteArray("로그인한 뒤 새로고침하면?");
        QTest::newRow("English") << QStringLiteral("en") << QByteArray("Logged in; and after a refresh?");
    }
    void lessonsAreListed()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, title);
        const CliResult result = cli({QStringLiteral("lessons"), QStringLiteral("--lang"), language});
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.contains("one-server"));
        QVERIFY(result.out.contains("mismatch"));
        QVERIFY(result.out.contains(title));
        QCOMPARE(hasKorean(result.out), language == QLatin1String("ko"));
        QVERIFY(result.err.isEmpty());
        const CliResult before = cli({QStringLiteral("--lang"), language, QStringLiteral("lessons")});
        QCOMPARE(before.out, result.out); // the language may stand before the command too
    }

    void lessonsAsJson()
    {
        const CliResult result = cli({QStringLiteral("lessons"), QStringLiteral("--json")});
        QCOMPARE(result.code, 0);
        const nlohmann::json list = parsed(result.out);
        QVERIFY(list.is_array() && list.size() >= 12);
        QCOMPARE(list[0]["id"].get<std::string>(), std::string("one-server"));
        const auto mismatch =
            std::find_if(list.begin(), list.end(), [](const nlohmann::json &each) { return each["id"] == "mismatch"; });
        QVERIFY(mismatch != list.end());
        QCOMPARE((*mismatch)["title"]["ko"].get<std::string>(), std::string("로그인한 뒤 새로고침하면?"));
    }

    void languageOfTheEnvironment()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("ko_KR.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SESSIONARIUM_CLI), {QStringLiteral("--help")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("사용법"));
        QVERIFY(process.readAllStandardError().isEmpty()); // no complaint about a locale that is not installed
    }

    /// The claims of the two lessons, told by the summary that graders read.
    void lessonsShowWhatTheySay()
    {
        const nlohmann::json mismatch = summaryOf({QStringLiteral("mismatch")});
        QVERIFY(mismatch.is_object());
        QCOMPARE(mismatch["scenario"].get<std::string>(), std::string("mismatch"));
        QCOMPARE(mismatch["policy"].get<std::string>(), std::string("none"));
        QVERIFY(mismatch["outcomes"]["logged_out"].get<int>() > 0);
        QVERIFY(mismatch["guarantees"]["read_your_writes"].get<int>() > 0);
        QCOMPARE(mismatch["guarantees"]["durability"].get<int>(), 0);
        QCOMPARE(mismatch["outcomes"]["refused"].get<int>(), 0);

        const nlohmann::json oneServer = summaryOf({QStringLiteral("one-server")});
        QVERIFY(oneServer["guarantees"]["durability"].get<int>() > 0);
        for (const char *other : {"read_your_writes", "monotonic_reads", "monotonic_writes", "writes_follow_reads"})
            QCOMPARE(oneServer["guarantees"][other].get<int>(), 0);
    }

    void summaryIsTheSameInEveryLanguage()
    {
        const CliResult korean = cli(words("run mismatch --json --lang ko"));
        const CliResult english = cli(words("run mismatch --json --lang en"));
        QCOMPARE(korean.code, 0);
        QCOMPARE(korean.out, english.out);
        QVERIFY(korean.err.isEmpty());
        const CliResult people = cli(words("run mismatch --lang ko"));
        QCOMPARE(people.code, 0);
        QVERIFY(people.out.contains("로그인 풀림"));
        QVERIFY(people.out.contains("민지"));
    }

    void sameInputSameBytes()
    {
        const QString first = m_folder.filePath(QStringLiteral("first"));
        const QString second = m_folder.filePath(QStringLiteral("second"));
        for (const QString &path : {first, second}) {
            const CliResult result = cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--quiet"),
                                          QStringLiteral("--export"), QStringLiteral("jsonl:%1.jsonl").arg(path),
                                          QStringLiteral("--export"), QStringLiteral("csv:%1.csv").arg(path)});
            QCOMPARE(result.code, 0);
            QVERIFY(result.out.isEmpty() && result.err.isEmpty());
        }
        for (const QString &suffix : {QStringLiteral(".jsonl"), QStringLiteral(".csv")}) {
            const QByteArray bytes = contentOf(first + suffix);
            QVERIFY(bytes.size() > 1000);
            QVERIFY(bytes == contentOf(second + suffix));
        }
        const CliResult toStandardOutput = cli(words("run mismatch --export jsonl"));
        QVERIFY(toStandardOutput.out == contentOf(first + QStringLiteral(".jsonl")));
        QVERIFY(toStandardOutput.err.isEmpty());
        const CliResult csv = cli(words("run mismatch --export csv:- --csv-bom"));
        QVERIFY(csv.out == "\xEF\xBB\xBF" + contentOf(first + QStringLiteral(".csv")));
    }

    void exportsForPeople_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("korean");
        QTest::addColumn<QByteArray>("english");
        QTest::newRow("chrome") << QStringLiteral("chrome") << QByteArray("{\"displayTimeUnit\":\"ms\"")
                                << QByteArray("logged_out") << QByteArray("logged_out"); // data know no language
        QTest::newRow("mermaid") << QStringLiteral("mermaid") << QByteArray("sequenceDiagram\n")
                                 << QByteArray("actor minji_0 as 민지\n") << QByteArray("actor minji_0 as Minji\n");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<svg xmlns=") << QByteArray(">로그인 풀림</text>")
                             << QByteArray(">logged out</text>");
    }
    void exportsForPeople()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, korean);
        QFETCH(QByteArray, english);
        const QStringList line {QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"), format,
                                QStringLiteral("--lang")};
        const CliResult inKorean = cli(line + QStringList {QStringLiteral("ko")});
        QCOMPARE(inKorean.code, 0);
        QVERIFY(inKorean.err.isEmpty());
        QVERIFY(inKorean.out.startsWith(begin));
        QVERIFY(inKorean.out.contains(korean));
        const CliResult inEnglish = cli(line + QStringList {QStringLiteral("en")});
        QVERIFY(inEnglish.out.startsWith(begin));
        QVERIFY(inEnglish.out.contains(english));
        QVERIFY(!hasKorean(inEnglish.out) || format == QLatin1String("chrome"));
        QCOMPARE(inKorean.out == inEnglish.out, format == QLatin1String("chrome"));
        const QString file = m_folder.filePath(QStringLiteral("for-people.") + format);
        const CliResult toFile =
            cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--quiet"), QStringLiteral("--lang"),
                 QStringLiteral("ko"), QStringLiteral("--export"), format + QLatin1Char(':') + file});
        QCOMPARE(toFile.code, 0);
        QVERIFY(toFile.out.isEmpty());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), inKorean.out);
    }

    /// `replay` of an exported file gives the same summary, and the same bytes again.
    void replay_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("mismatch") << QStringLiteral("mismatch") << QStringList();
        QTest::newRow("one-server") << QStringLiteral("one-server") << QStringList();
        QTest::newRow("changed") << QStringLiteral("mismatch")
                                 << words("--policy sticky --servers 5 --seed 7 --set /network/jitter_us=2ms");
        QTest::newRow("cut") << QStringLiteral("mismatch") << words("--max-records 40");
    }
    void replay()
    {
        QFETCH(QString, lesson);
        QFETCH(QStringList, options);
        const QString file = m_folder.filePath(QStringLiteral("replayed.jsonl"));
        const QString again = m_folder.filePath(QStringLiteral("again.jsonl"));
        const CliResult run = cli(QStringList {QStringLiteral("run"), lesson, QStringLiteral("--json"),
                                               QStringLiteral("--export"), QStringLiteral("jsonl:") + file}
                                  + options);
        QCOMPARE(run.code, 0);
        const CliResult replayed = cli({QStringLiteral("replay"), file, QStringLiteral("--json"),
                                        QStringLiteral("--export"), QStringLiteral("jsonl:") + again});
        QCOMPARE(replayed.code, 0);
        QCOMPARE(replayed.out, run.out);
        QVERIFY(contentOf(file) == contentOf(again));
        QCOMPARE(cli({QStringLiteral("check"), file}).code, 0);
    }

    void seedsDrawOtherNumbers()
    {
        const auto fingerprint = [](const char *options) {
            const nlohmann::json summary = summaryOf(words(options));
            return summary.is_object() ? summary["fingerprint"].get<std::string>() : std::string();
        };
        const std::string first = fingerprint("mismatch --set /network/jitter_us=2000 --seed 1");
        QCOMPARE(first.size(), std::size_t {16});
        QCOMPARE(fingerprint("mismatch --set /network/jitter_us=2000 --seed 1"), first);
        QVERIFY(fingerprint("mismatch --set /network/jitter_us=2000 --seed 2") != first);
    }

    void changesReachTheRun()
    {
        QCOMPARE(summaryOf(words("mismatch --policy sticky"))["outcomes"]["logged_out"].get<int>(), 0);
        QCOMPARE(summaryOf(words("mismatch --policy sticky"))["policy"].get<std::string>(), std::string("sticky"));
        QCOMPARE(summaryOf(words("mismatch --servers 5"))["servers"].size(), std::size_t {5});
        QCOMPARE(summaryOf(words("mismatch --seed 99"))["seed"].get<int>(), 99);
        // By index and by id; a duration where the field ends in _us.
        const nlohmann::json slow = summaryOf(
            words("mismatch --set /servers/0/service_time_us=300ms --set /servers/server-2/service_time_us=300000"));
        QVERIFY(slow["latency_us"]["max"].get<int>() > 300'000);
    }

    /// All records up to and including the moment, and no other.
    void untilCutsTheRun()
    {
        const auto records = [](const QByteArray &jsonl) {
            QList<QByteArray> lines = jsonl.split('\n');
            lines.removeFirst(); // the header tells the duration
            while (!lines.isEmpty() && !lines.last().startsWith("{\"id\""))
                lines.removeLast();
            return lines;
        };
        const QList<QByteArray> whole = records(cli(words("run mismatch --export jsonl")).out);
        const QList<QByteArray> cut = records(cli(words("run mismatch --until 6s --export jsonl")).out);
        QVERIFY(cut.size() > 10 && cut.size() < whole.size());
        QCOMPARE(cut, whole.first(cut.size()));
        const nlohmann::json next = parsed(whole.at(cut.size()));
        QVERIFY(next["at_us"].get<int>() > 6'000'000);
        QCOMPARE(summaryOf(words("mismatch --until 6s"))["duration_us"].get<int>(), 6'000'000);
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("message"); // in English; empty: none
        const auto row = [](const char *line, int code, const char *message) {
            QTest::newRow(line) << words(line) << code << QByteArray(message);
        };
        row("", 2, "A command is missing.");
        row("--help", 0, "");
        row("run --help", 0, "");
        row("--version", 0, "");
        row("nonsense", 2, "nonsense");
        row("run", 2, "SCENARIO");
        row("run mismatch --nonsense", 2, "--nonsense");
        row("run mismatch extra", 2, "extra");
        row("run mismatch --seed", 2, "--seed needs a value");
        row("run mismatch --seed x", 2, "--seed needs a whole number: x");
        row("run mismatch --seed -1", 2, "");
        row("run mismatch --seed 99999999999999999999", 2, "--seed");
        row("run mismatch --seed 1 --seed 2", 2, "--seed");
        row("run mismatch --servers 2.5", 2, "--servers needs a whole number: 2.5");
        row("run mismatch --servers 0", 1, "");
        row("run mismatch --servers 4000000000", 1, "");
        row("run mismatch --policy nonsense", 2, "There is: none, sticky");
        row("run mismatch --until 10", 2, "10s, 500ms or 20us: 10");
        row("run mismatch --until 0s", 2, "--until");
        row("run mismatch --until 1000s", 1, "--until");
        row("run mismatch --set nonsense", 2, "PATH=VALUE");
        row("run mismatch --set /seed=cookie", 2, "no JSON");
        row("run mismatch --set /nonsense=1", 1, "/nonsense");
        row("run mismatch --set /servers/nobody/capacity=1", 1, "/servers/nobody");
        row("run mismatch --set /servers/0/capacity=0", 1, "/servers/0/capacity");
        row("run mismatch --set /network/latency_us=5", 0, "");
        row("run mismatch --set /servers/0/capacity=2s", 2, "no JSON");
        row("run mismatch --export pdf", 2, "csv, jsonl, chrome, mermaid, svg");
        row("run mismatch --export svg --export mermaid", 2, "one export only");
        row("run mismatch --export chrome --json", 2, "Standard output takes either");
        row("run mismatch --export chrome:same --export svg:same", 2, "same file");
        row("run mismatch --export svg:/no/such/folder/x.svg", 4, "/no/such/folder/x.svg");
        row("run mismatch --export csv:", 2, "file name");
        row("run mismatch --export csv --export jsonl", 2, "one export only");
        row("run mismatch --export csv --json", 2, "Standard output takes either");
        row("run mismatch --export csv:same --export jsonl:same", 2, "same file");
        row("run mismatch --export csv:/no/such/folder/x.csv", 4, "/no/such/folder/x.csv");
        row("run mismatch --export csv:/dev/full", 4, "/dev/full");
        row("run mismatch --expect nonsense", 2, "--expect");
        row("run mismatch --max-records 0", 2, "--max-records");
        row("run mismatch --json=3", 2, "--json takes no value");
        row("run no-such-lesson", 1, "neither a file nor a lesson");
        row("run /", 1, "/");
        row("check /no/such/file.json", 1, "neither a file nor a lesson");
        row("check mismatch", 0, "");
        row("replay /no/such/file.jsonl", 1, "There is no such file.");
        row("lessons --lang de", 2, "ko, en");
        row("lessons --policy none", 2, "--policy");
        for (const char *option : {"--seed", "--until", "--servers", "--policy", "--max-records"}) {
            const QByteArray message = QByteArray(option) + " needs a value"; // a variable of a script that is not set
            QTest::newRow(message) << QStringList {QStringLiteral("run"), QStringLiteral("mismatch"),
                                                   QString::fromLatin1(option), QString()}
                                   << 2 << message;
        }
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, message);
        const CliResult english = cli(arguments);
        QVERIFY2(english.code == code, english.err.constData());
        QVERIFY2(english.err.contains(message), english.err.constData());
        QVERIFY2(!hasKorean(english.err), english.err.constData());
        QCOMPARE(english.err.isEmpty(), code == 0);
        QCOMPARE(english.out.isEmpty(), code == 1 || code == 2); // results and complaints never mix
        if (arguments.contains(QStringLiteral("--lang")))
            return;
        const CliResult korean = cli(arguments + QStringList {QStringLiteral("--lang"), QStringLiteral("ko")});
        QCOMPARE(korean.code, code);
        QCOMPARE(hasKorean(korean.err), code != 0);
    }

    void expectations_data()
    {
        QTest::addColumn<QStringList>("expectations");
        QTest::addColumn<int>("failures"); // how many of them do not hold
        const auto row = [](const char *name, const QStringList &expectations, int failures) {
            QTest::newRow(name) << expectations << failures;
        };
        row("holds", {QStringLiteral("/outcomes/logged_out == 2")}, 0);
        row("does not hold", {QStringLiteral("/outcomes/logged_out == 0")}, 1);
        row("all failures",
            {QStringLiteral("/outcomes/fine < 0"), QStringLiteral("/requests == 6"), QStringLiteral("/seed != 42")}, 2);
        row("every operator",
            {QStringLiteral("/requests == 6"), QStringLiteral("/requests != 5"), QStringLiteral("/requests < 7"),
             QStringLiteral("/requests <= 6"), QStringLiteral("/requests > 5"), QStringLiteral("/requests >= 6")},
            0);
        row("without blanks", {QStringLiteral("/requests>=6")}, 0);
        row("items by id",
            {QStringLiteral("/clients/minji/outcomes/fine == 4"), QStringLiteral("/servers/server-2/id == server-2")},
            0);
        row("items by index", {QStringLiteral("/clients/0/id == \"minji\"")}, 0);
        row("words", {QStringLiteral("/policy == none"), QStringLiteral("/clients/minji/signed_in == true")}, 0);
        row("durations", {QStringLiteral("/latency_us/max < 1s"), QStringLiteral("/latency_us/max > 1us")}, 0);
        row("nothing there",
            {QStringLiteral("/nonsense == 0"), QStringLiteral("/clients/nobody/requests == 0"),
             QStringLiteral("/servers/99/requests == 0")},
            3);
        row("no order between kinds", {QStringLiteral("/policy < 3"), QStringLiteral("/requests > none")}, 2);
        row("beyond 32 bits", {QStringLiteral("/duration_us < 99999999999999")}, 0);
    }
    void expectations()
    {
        QFETCH(QStringList, expectations);
        QFETCH(int, failures);
        QStringList arguments {QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--quiet")};
        for (const QString &expectation : expectations)
            arguments << QStringLiteral("--expect") << expectation;
        const CliResult result = cli(arguments);
        QVERIFY2(result.code == (failures > 0 ? 3 : 0), result.err.constData());
        QCOMPARE(result.err.count('\n'), failures);
        QCOMPARE(result.err.count("Expected: "), failures);
        QVERIFY(result.out.isEmpty());
    }

    void replayTakesExpectationsToo()
    {
        const QString file = m_folder.filePath(QStringLiteral("expected.jsonl"));
        QCOMPARE(cli({QStringLiteral("run"), QStringLiteral("mismatch"), QStringLiteral("--export"),
                      QStringLiteral("jsonl:") + file})
                     .code,
                 0);
        const QStringList replay {QStringLiteral("replay"), file, QStringLiteral("--quiet"),
                                  QStringLiteral("--expect")};
        QCOMPARE(cli(replay + QStringList {QStringLiteral("/requests == 6")}).code, 0);
        QCOMPARE(cli(replay + QStringList {QStringLiteral("/requests == 7")}).code, 3);
    }

    /// Ctrl+C while an export fills a pipe that nobody empties.
    void interrupted()
    {
        nlohmann::json actions = nlohmann::json::array();
        actions.push_back({{"id", "in"}, {"do", "log_in"}, {"client", "minji"}, {"at_us", 0}});
        for (int i = 1; i < 9'000; ++i)
            actions.push_back({{"id", std::string("r").append(std::to_string(i))},
                               {"do", "read"},
                               {"client", "minji"},
                               {"at_us", i * 1000}});
        const nlohmann::json scenario {
            {"format", "sessionarium-scenario"},
            {"version", 1},
            {"id", "long"},
            {"title", {{"ko", "긴 실행"}, {"en", "A long run"}}},
            {"duration_us", 20'000'000},
            {"clients", {{{"id", "minji"}}}},
            {"balancer", {{"id", "balancer"}}},
            {"servers", {{{"id", "server-1"}}}},
            {"branches", {{{"id", "main"}, {"parent", nullptr}, {"from_us", 0}, {"actions", actions}}}},
        };
        const QString file =
            writtenFile(m_folder.filePath(QStringLiteral("long.json")), QByteArray::fromStdString(scenario.dump()));
        const CliResult check = cli({QStringLiteral("check"), file});
        QVERIFY2(check.code == 0, check.err.constData());

        QProcess process;
        process.start(QStringLiteral(SESSIONARIUM_CLI),
                      {QStringLiteral("run"), file, QStringLiteral("--export"), QStringLiteral("jsonl")});
        QVERIFY(process.waitForReadyRead(60'000)); // the export has begun, and far more is to come than a pipe holds
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!process.readAllStandardOutput().contains("\"fingerprint\"")); // the last line never came
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
