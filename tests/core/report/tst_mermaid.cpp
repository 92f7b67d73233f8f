// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/labelwords.h"
#include "tests/core/report/runbuilder.h"

#include "core/report/mermaid.h"
#include "core/report/plaintext.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

QString mermaidOf(const Timeline &timeline, const report::LabelFunction &labels, const verdict::Verdicts &verdicts = {})
{
    std::string text;
    const bool written = report::writeMermaid(timeline, verdicts, labels, [&text](std::string_view bytes) {
        text += bytes;
        return true;
    });
    return written ? QString::fromStdString(text) : QString();
}

QString mermaidOf(const Timeline &timeline)
{
    return mermaidOf(timeline, plainLabels(timeline), verdict::judge(timeline));
}

/// The lines behind the head and the participants, without indent.
QStringList body(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString bare = line.trimmed();
        if (bare != QLatin1String("sequenceDiagram") && !bare.startsWith(QLatin1String("%%"))
            && !bare.startsWith(QLatin1String("actor ")) && !bare.startsWith(QLatin1String("participant ")))
            lines.append(bare);
    }
    return lines;
}

/// The first line that is none of those that the format knows; # only in front of a number and a semicolon.
QString strangeLine(const QString &text)
{
    static const QRegularExpression known(
        QStringLiteral(
            "^(sequenceDiagram|    %% .*|    (actor|participant) \\w+ as TEXT|    Note over \\w+(,\\w+)?: TEXT"
            "|    \\w+(->>|-->>|-x|--x)\\w+: TEXT)$")
            .replace(QLatin1String("TEXT"), QLatin1String("(?!(no)?wrap:)([^#;\"<>&%{}\\\\`$*_~|]|#\\d+;)*")));
    for (const QString &line : text.chopped(1).split(QLatin1Char('\n'))) {
        if (!known.match(line).hasMatch())
            return line;
    }
    return {};
}

} // namespace

class TestMermaid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void arrows_data();
    void arrows();
    void notes();
    void labels_data();
    void labels();
    void longRunsAreCut_data();
    void longRunsAreCut();
    void withoutAnything();
    void failingSink();
};

void TestMermaid::whole()
{
    RunBuilder run;
    RequestIssued issued;
    const RecordId asked = run.add(1'000'000, "minji", issued, RequestId(0));
    const RecordId sent =
        run.send(1'000'000, "minji", "server-2", RequestId(0), MessageKind::Request, 500, false, asked);
    const RecordId served = run.add(1'000'500, "server-2", ServiceStarted {}, RequestId(0), sent);
    const RecordId back =
        run.send(1'003'500, "server-2", "minji", RequestId(0), MessageKind::Response, 500, false, served);
    run.add(1'004'000, "minji", Answered {503, {}, {}}, RequestId(0), back);
    run.add(3'004'000, "server-2", Crashed {});
    QCOMPARE(mermaidOf(*run.finish()),
             QStringLiteral("sequenceDiagram\n"
                            "    %% by-hand, policy none, seed 7\n"
                            "    actor minji_0 as entity minji\n"
                            "    participant server_2_4 as entity server-2\n"
                            "    minji_0->>server_2_4: message 6\n"
                            "    server_2_4-->>minji_0: message 8\n"
                            "    Note over minji_0: verdict 0\n"
                            "    Note over minji_0,server_2_4: pause 2000000\n"
                            "    Note over server_2_4: record 10\n"));
}

void TestMermaid::arrows_data()
{
    using Told = std::function<void(RunBuilder &)>;
    QTest::addColumn<Told>("told");
    QTest::addColumn<QStringList>("lines");
    const auto send = [](RunBuilder &run, MessageKind kind, bool lost) {
        return run.send(1000, "minji", "balancer", {}, kind, 500, lost);
    };
    QTest::newRow("lost request") << Told([=](RunBuilder &run) { send(run, MessageKind::Request, true); })
                                  << QStringList {QStringLiteral("minji_0-xbalancer_2: message 5")};
    QTest::newRow("lost response") << Told([=](RunBuilder &run) { send(run, MessageKind::Response, true); })
                                   << QStringList {QStringLiteral("minji_0--xbalancer_2: message 5")};
    QTest::newRow("still on its way") << Told([=](RunBuilder &run) { send(run, MessageKind::Request, false); })
                                      << QStringList {QStringLiteral("minji_0->>balancer_2: message 5")};
    QTest::newRow("dropped") << Told([=](RunBuilder &run) {
        const RecordId sent = send(run, MessageKind::Request, false);
        run.add(1500, "balancer", Dropped {}, {}, sent);
    }) << QStringList {QStringLiteral("minji_0-xbalancer_2: message 5")};
    QTest::newRow("no connection") << Told([=](RunBuilder &run) {
        ConnectFailed failed;
        failed.server = run.entity("server-1");
        run.add(1500, "balancer", failed);
    }) << QStringList {QStringLiteral("balancer_2-xserver_1_3: message 5")};
    QTest::newRow("stands where it arrives") << Told([=](RunBuilder &run) {
        const RecordId sent = send(run, MessageKind::Request, false);
        run.add(1200, "balancer", Crashed {});
        run.add(1500, "balancer", Dropped {}, {}, sent);
        run.add(1500, "balancer", Restarted {}, {}, sent); // only the first is the arrival
    })
                                             << QStringList {QStringLiteral("Note over balancer_2: record 6"),
                                                             QStringLiteral("minji_0-xbalancer_2: message 5"),
                                                             QStringLiteral("Note over balancer_2: record 8")};
}

void TestMermaid::arrows()
{
    QFETCH(std::function<void(RunBuilder &)>, told);
    QFETCH(QStringList, lines);
    RunBuilder run;
    told(run);
    QCOMPARE(body(mermaidOf(*run.finish())), lines);
}

void TestMermaid::notes()
{
    RunBuilder run;
    run.add(10, "minji", ActionTaken {run.text("act"), ActionKind::Read});
    run.add(20, "server-1", Crashed {});
    run.add(30, "server-1", Restarted {});
    run.add(40, "server-1", SessionMissing {run.text("S1")});
    run.add(50, "server-1", SessionFound {run.text("S1")}); // nothing to tell
    run.join(60, "server-3", 1);
    QCOMPARE(body(mermaidOf(*run.finish())),
             (QStringList {
                 QStringLiteral("Note over minji_0: record 5"), QStringLiteral("Note over server_1_3: record 6"),
                 QStringLiteral("Note over server_1_3: record 7"), QStringLiteral("Note over server_1_3: record 8"),
                 QStringLiteral("Note over server_3_5: record 10")}));
}

void TestMermaid::labels_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("written");
    QTest::newRow("Korean") << QStringLiteral("서버 1, 로그인!") << QStringLiteral("서버 1, 로그인!");
    QTest::newRow("syntax") << QStringLiteral("a#b;c\"d") << QStringLiteral("a#35;b#59;c#34;d");
    QTest::newRow("line ends") << QStringLiteral("a\nend\r\nb") << QStringLiteral("a end b");
    QTest::newRow("directive") << QStringLiteral("%%{init: 1}%%")
                               << QStringLiteral("#37;#37;#123;init: 1#125;#37;#37;");
    QTest::newRow("HTML") << QStringLiteral("<b>&amp;") << QStringLiteral("#60;b#62;#38;amp#59;");
    QTest::newRow("wrap") << QStringLiteral("wrap: x") << QStringLiteral("wrap#58; x");
    QTest::newRow("nowrap") << QStringLiteral("nowrap:x") << QStringLiteral("nowrap#58;x");
    QTest::newRow("long") << QString(500, QLatin1Char('x')) << QString(119, QLatin1Char('x')) + QStringLiteral("…");
}

void TestMermaid::labels()
{
    QFETCH(QString, label);
    QFETCH(QString, written);
    RunBuilder run;
    run.send(1000, "minji", "balancer", {}, MessageKind::Request, 500);
    const auto timeline = run.finish();
    const QString text = mermaidOf(
        *timeline, [&](const report::Label &) { return label.toStdString(); }, verdict::Verdicts());
    QCOMPARE(strangeLine(text), QString());
    QCOMPARE(body(text).first(), QStringLiteral("minji_0->>balancer_2: ") + written);
    QVERIFY(text.contains(QStringLiteral("    actor minji_0 as ") + written + QLatin1Char('\n')));
}

void TestMermaid::longRunsAreCut_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("byMessages");
    QTest::newRow("too many messages") << QStringLiteral("x") << true;
    QTest::newRow("too much text") << QString(119, QLatin1Char('x')) << false;
    QTest::newRow("text that grows") << QString(200, QLatin1Char('#')) << false;
    QTest::newRow("Korean") << QString(119, QChar(0xC138)) << false;
}

void TestMermaid::longRunsAreCut()
{
    QFETCH(QString, label);
    QFETCH(bool, byMessages);
    RunBuilder run(seconds(5000));
    for (int i = 0; i < 2000; ++i)
        run.send((byMessages ? 50'000 : 200'000) * i, i % 2 ? "minji" : "junho", "balancer", {}, MessageKind::Request,
                 500);
    const auto timeline = run.finish();
    const auto labels = [&](const report::Label &what) {
        return std::holds_alternative<report::CutLabel>(what) ? std::string("cut") : label.toStdString();
    };
    const QString text = mermaidOf(*timeline, labels, verdict::Verdicts());
    QCOMPARE(strangeLine(text), QString());
    QVERIFY(text.size() < static_cast<qsizetype>(report::maxMermaidUnits));
    QVERIFY(text.endsWith(QLatin1String("    Note over minji_0,balancer_2: cut\n")));
    const auto messages = text.count(QLatin1String("->>"));
    if (byMessages)
        QCOMPARE(messages, static_cast<qsizetype>(report::maxMermaidMessages));
    else
        QVERIFY(text.size() > 40'000 && messages > 30 && messages < 500); // the room is used
}

void TestMermaid::withoutAnything()
{
    Timeline timeline;
    timeline.begin({});
    timeline.end();
    const QString text = mermaidOf(timeline);
    QCOMPARE(text, QStringLiteral("sequenceDiagram\n    %% , policy , seed 0\n"));
}

void TestMermaid::failingSink()
{
    RunBuilder run;
    const auto timeline = run.finish();
    QVERIFY(!report::writeMermaid(*timeline, verdict::Verdicts(), plainLabels(*timeline),
                                  [](std::string_view) { return false; }));
}

QTEST_GUILESS_MAIN(TestMermaid)
#include "tst_mermaid.moc"
