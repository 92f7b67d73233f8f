// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recovery/recoveryfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui::recovery;

namespace {

RecoveryNote sample()
{
    RecoveryNote note;
    note.savedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 30, 1, 250), Qt::UTC);
    note.title = {"로그인한 뒤\n\"새로고침\"", "After a refresh"};
    note.path = QStringLiteral("/files/내 실행.json");
    note.lessonId = QStringLiteral("mismatch");
    note.growing = true;
    note.step = 3;
    note.moment = model::SimTime {} + model::microseconds(86'400'000'000 - 1);
    note.gates = {{1, 2}, {3, std::nullopt}};
    return note;
}

} // namespace

/// The files of the recovery folder, without a window.
class TestRecoveryNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void brokenBytesAreProblems_data();
    void brokenBytesAreProblems();
    void nonsenseInTheNoteCountsAsNothing();
    void aFileOfARunningProgramIsNobodyElses();
    void anOwnerOfOurNumberMayBeDead();
    void orphansComeNewestFirst();
    void locksWithoutFilesAreSwept();
    void anUnwritableFolderIsAProblem();
};

void TestRecoveryNote::readsWhatItWrote()
{
    const std::string scenario = "{\n  \"a\": 1\n}\n";
    const QByteArray bytes = recoveryBytes(sample(), scenario);
    const auto read = readRecovery(bytes);
    QVERIFY(read.ok());
    QVERIFY(read.value().note == sample());
    QCOMPARE(QByteArray::fromStdString(read.value().scenario), QByteArray::fromStdString(scenario));
    const auto note = readNote(bytes.left(bytes.indexOf('\n') + 1));
    QVERIFY(note.ok());
    QVERIFY(note.value() == sample());
}

void TestRecoveryNote::brokenBytesAreProblems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray whole = recoveryBytes(sample(), "{}\n");
    const auto row = [](const char *name, const QByteArray &bytes, model::ProblemCode code) {
        QTest::newRow(name) << bytes << static_cast<int>(code);
    };
    row("empty", {}, model::ProblemCode::Truncated);
    row("zeros", QByteArray(4096, '\0'), model::ProblemCode::Truncated);
    row("zeros with a line", QByteArray(100, '\0') + '\n', model::ProblemCode::Syntax);
    row("half a note", whole.left(50), model::ProblemCode::Truncated);
    row("half a scenario", whole.chopped(2), model::ProblemCode::Truncated);
    row("more than was written", whole + "{}", model::ProblemCode::Truncated);
    row("no JSON", "hello\n{}\n", model::ProblemCode::Syntax);
    row("a list", "[1]\n{}\n", model::ProblemCode::Syntax);
    row("something else", "{\"format\":\"sessionarium-scenario\",\"version\":1}\n", model::ProblemCode::WrongFormat);
    row("from the future", "{\"format\":\"sessionarium-recovery\",\"version\":2}\n", model::ProblemCode::WrongVersion);
}

void TestRecoveryNote::brokenBytesAreProblems()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto read = readRecovery(bytes);
    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.problems().front().code), code);
}

void TestRecoveryNote::nonsenseInTheNoteCountsAsNothing()
{
    const auto read =
        readRecovery("{\"format\":\"sessionarium-recovery\",\"version\":1,\"step\":-4,\"moment_us\":\"x\","
                     "\"gates\":[{\"step\":-1,\"guess\":-7},5],\"scenario_bytes\":0}\n");
    QVERIFY(read.ok());
    QCOMPARE(read.value().note.step, std::size_t {0});
    QCOMPARE(read.value().note.moment.us, std::int64_t {0});
    QCOMPARE(read.value().note.gates.size(), std::size_t {2});
    QCOMPARE(read.value().note.gates[0].guess, std::optional<std::size_t>(0));
}

void TestRecoveryNote::aFileOfARunningProgramIsNobodyElses()
{
    QTemporaryDir folder;
    auto own = std::make_unique<OwnFile>(folder.path());
    QVERIFY(takeOrphans(folder.path()).empty());
    QVERIFY(!own->write(recoveryBytes(sample(), "{}\n")));
    QVERIFY(takeOrphans(folder.path()).empty());
    OwnFile other(folder.path());
    QVERIFY(!other.write(recoveryBytes(sample(), "{}\n")));
    own.reset(); // it dies without a word
    {
        auto orphans = takeOrphans(folder.path());
        QCOMPARE(orphans.size(), std::size_t {1});
        QVERIFY(orphans.front()->note().ok());
        QVERIFY2(takeOrphans(folder.path()).empty(), "two programs that start at once must not both get it");
    }
    auto orphans = takeOrphans(folder.path()); // nobody decided
    QCOMPARE(orphans.size(), std::size_t {1});
    orphans.front()->remove();
    QVERIFY(takeOrphans(folder.path()).empty());
    other.remove();
    QVERIFY(QDir(folder.path()).isEmpty());
}

/// In a container each start of the program may have the same process number.
void TestRecoveryNote::anOwnerOfOurNumberMayBeDead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.recovery")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(recoveryBytes(sample(), "{}\n"));
    file.close();
    QFile lock(folder.filePath(QStringLiteral("a.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(QCoreApplication::applicationPid()) + "\ntst_recoverynote\n\n\n\n");
    lock.close();
    QVERIFY2(!QLockFile(lock.fileName()).tryLock(0), "by its number and name alone the owner lives");
    QCOMPARE(takeOrphans(folder.path()).size(), std::size_t {1});
}

void TestRecoveryNote::orphansComeNewestFirst()
{
    QTemporaryDir folder;
    std::vector<QString> titles;
    for (const int hour : {8, 10, 9}) {
        RecoveryNote note = sample();
        note.title.en = std::to_string(hour);
        QFile file(folder.filePath(QStringLiteral("%1.recovery").arg(hour)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(recoveryBytes(note, "{}\n"));
        file.flush();
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 3, 2), QTime(hour, 0)), QFileDevice::FileModificationTime));
    }
    QByteArray order;
    for (const auto &orphan : takeOrphans(folder.path()))
        order += QByteArray::fromStdString(orphan->note().value().title.en) + ' ';
    QCOMPARE(order, QByteArray("10 9 8 "));
}

void TestRecoveryNote::locksWithoutFilesAreSwept()
{
    QTemporaryDir folder;
    QFile left(folder.filePath(QStringLiteral("gone.lock"))); // as of a process that is no more
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("4194303\nsessionarium\n\n\n\n");
    left.close();
    QVERIFY(takeOrphans(folder.path()).empty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestRecoveryNote::anUnwritableFolderIsAProblem()
{
    QTemporaryDir folder;
    QFile inTheWay(folder.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    OwnFile own(inTheWay.fileName() + QStringLiteral("/recovery"));
    const auto problem = own.write("x");
    QVERIFY(problem);
    QCOMPARE(static_cast<int>(problem->code), static_cast<int>(model::ProblemCode::WriteFailed));
}

QTEST_GUILESS_MAIN(TestRecoveryNote)
#include "tst_recoverynote.moc"
