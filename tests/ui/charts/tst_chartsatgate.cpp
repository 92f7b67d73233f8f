// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "tests/ui/charts/chartsfixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui::charts;
using model::SimTime;
using tests::ChartsFixture;

/// The charts while a question of the lesson waits for its answer: they tell nothing of what comes.
class TestChartsAtGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shutGateHidesWhatComes();
    void whereALongRunIsMeasuredTellsNothing();
};

void TestChartsAtGate::shutGateHidesWhatComes()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    const SimTime gate = fixture.document.view().revealedUntil;
    QVERIFY(gate < fixture.document.played()->end());
    fixture.playback.toEnd();
    const auto values = [&] {
        QStringList all;
        for (const ChartPane &pane : fixture.view.scene().content().panes) {
            for (const ChartLine &line : pane.lines)
                all << line.name + line.value + QString::number(line.points.size());
        }
        return all;
    };
    const report::PacingMap &pacing = fixture.document.played()->pacingWithin(gate);
    for (const Topic topic : allTopics) {
        fixture.view.setTopic(topic);
        QVERIFY(fixture.view.scene().content().until <= gate);
        for (const ChartPane &pane : fixture.view.scene().content().panes) {
            for (const ChartLine &line : pane.lines) {
                for (const QPointF &point : line.points)
                    QVERIFY(point.x() <= static_cast<double>(pacing.toScreen(gate)));
            }
        }
    }
    // With the gate open, the same moment has the same to show; the axis may reach as far as the run really does.
    const QStringList shut = values();
    QVERIFY(!shut.isEmpty());
    fixture.document.passGatesBefore(fixture.document.played()->end());
    QCOMPARE(values(), shut);
    QVERIFY(fixture.view.scene().content().pacing == &fixture.document.played()->pacing);
}

/// Of a run with more moments than a chart has room for: whatever follows the gate, the points before it are the same.
void TestChartsAtGate::whereALongRunIsMeasuredTellsNothing()
{
    const auto pointsBeforeGate = [](bool busyAfterwards) -> std::vector<QPointF> {
        scenario::Scenario run = scenario::readScenario(resources::findLesson("mismatch")).value();
        const SimTime gate = run.lesson->steps[1].until;
        const int before = 300;
        const int after = busyAfterwards ? 700 : 0;
        for (int i = 0; i < before + after; ++i) {
            model::Action asks;
            asks.verb = model::ActionKind::Read;
            asks.id = "more-" + std::to_string(i);
            asks.client = "minji";
            asks.at = i < before ? SimTime {gate.us / 2 + gate.us / 2 / before * i}
                                 : SimTime {gate.us + 5000 * (i - before + 1)};
            run.branches.front().actions.push_back(asks);
        }
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("long.json")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QByteArray::fromStdString(scenario::writeScenario(run)));
        file.close();
        ChartsFixture fixture;
        fixture.document.openFile(file.fileName());
        fixture.document.wait();
        fixture.playback.toEnd();
        fixture.view.setTopic(Topic::Outcomes);
        fixture.view.wait();
        std::vector<QPointF> points;
        for (const ChartPane &pane : fixture.view.scene().content().panes) {
            for (const ChartLine &line : pane.lines)
                points.insert(points.end(), line.points.begin(), line.points.end());
        }
        return points;
    };
    const std::vector<QPointF> quiet = pointsBeforeGate(false);
    QVERIFY(quiet.size() > 100);
    QVERIFY(pointsBeforeGate(true) == quiet);
}

QTEST_MAIN(TestChartsAtGate)

#include "tst_chartsatgate.moc"
