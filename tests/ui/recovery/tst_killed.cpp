// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"

#include <QProcess>
#include <QTest>

#include <chrono>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;

namespace {

struct Act
{
    std::size_t count = 0;
    std::int64_t atUs = 0;
};

std::int64_t nowUs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

std::size_t actsIn(const document::Document &document)
{
    std::size_t acts = 0;
    for (const scenario::Branch &branch : document.scenario()->branches)
        acts += branch.actions.size();
    return acts;
}

} // namespace

/// The real window in another process, killed in the middle of work.
class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesAtMostTheLastSecond_data();
    void losesAtMostTheLastSecond();
};

void TestKilled::losesAtMostTheLastSecond_data()
{
    QTest::addColumn<int>("acts");
    for (const int acts : {12, 17, 30})
        QTest::addRow("after %d acts", acts) << acts;
}

void TestKilled::losesAtMostTheLastSecond()
{
    QFETCH(int, acts);
    QTemporaryDir folder;
    QProcess program;
    program.start(QStringLiteral(SESSIONARIUM_RECOVERY_DRIVER), {folder.path()});
    QVERIFY(program.waitForStarted());
    std::vector<Act> seen;
    while (seen.size() < static_cast<std::size_t>(acts)) {
        while (!program.canReadLine())
            QVERIFY2(program.waitForReadyRead(30'000), program.readAllStandardError().constData());
        const QList<QByteArray> words = program.readLine().trimmed().split(' ');
        QCOMPARE(words.size(), 2);
        seen.push_back({words[0].toULongLong(), words[1].toLongLong()});
    }
    const std::int64_t killedAt = nowUs();
    program.kill(); // SIGKILL
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);

    constexpr std::int64_t secondUs = 1'000'000;
    std::size_t mustBeThere = 0;
    for (const Act &act : seen) {
        if (act.atUs <= killedAt - secondUs)
            mustBeThere = std::max(mustBeThere, act.count);
    }
    QVERIFY2(mustBeThere > 0, "it ran too short a time to prove anything");

    WindowFixture again(text::Language::Korean, QSize(1280, 720), theme::Shade::Light,
                        folder.filePath(QStringLiteral("recovery")));
    QVERIFY(!again.document().isOpen());
    QVERIFY(again.click("restoreRun"));
    QVERIFY(again.document().isOpen());
    QVERIFY(again.document().isModified());
    const std::size_t restored = actsIn(again.document());
    QVERIFY2(restored >= mustBeThere,
             qPrintable(QStringLiteral("%1 of %2 acts, at least %3 must be there")
                            .arg(restored)
                            .arg(seen.back().count)
                            .arg(mustBeThere)));
    again.window().close();
    QVERIFY2(again.window().isVisible(), "it is still not saved: closing asks");
}

QTEST_MAIN(TestKilled)
#include "tst_killed.moc"
