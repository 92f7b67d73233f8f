// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/charts/chartcontent.h"
#include "ui/charts/chartunits.h"
#include "ui/text/language.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui::charts;
using model::SimTime;
using ui::text::Language;

namespace {

/// Two users at two servers; the second server crashes with a session in it.
struct Story
{
    HandMadeRun run {2, 2};
    SimTime afterLogIn;
    SimTime afterAll;

    Story()
    {
        run.wait(model::seconds(1));
        run.logIn(0, 0);
        afterLogIn = run.now();
        run.wait(model::seconds(1));
        run.logIn(1, 1);
        run.wait(model::seconds(1));
        run.readFine(1, 1);
        run.crash(1);
        run.wait(model::seconds(1));
        run.readMissing(1, 0);
        for (int i = 0; i < 30; ++i)
            run.send(run.server(0), run.server(1), model::MessageKind::ReplicationDelta);
        afterAll = run.now();
    }
};

struct Fixture
{
    Story story;
    report::PacingMap pacing {story.run.timeline()};
    report::Figures figures = *report::measure(story.run.timeline(), verdict::judge(story.run.timeline()),
                                               report::figureTicks(pacing, 10'000));
    HandMadeTexts texts {story.run.timeline(), HandMadeTexts::Names::English};

    [[nodiscard]] ChartContent at(Topic topic, SimTime until) const
    {
        return makeContent(topic, figures, pacing, until, texts);
    }
};

const ChartLine *lineOf(const ChartPane &pane, const QString &name)
{
    const auto line =
        std::find_if(pane.lines.begin(), pane.lines.end(), [&](const ChartLine &each) { return each.name == name; });
    return line == pane.lines.end() ? nullptr : &*line;
}

} // namespace

/// What the charts say: lines, labels, units, scales; and what they must not say.
class TestChartContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsAreWritten_data();
    void unitsAreWritten();
    void axesHaveRoundSteps_data();
    void axesHaveRoundSteps();
    void looksDiffer();
    void linesFollowTheSessions();
    void aCrowdsLoadIsAMovingMean();
    void nothingIsOfLater();
    void bothLanguagesNameEverything();
};

void TestChartContent::unitsAreWritten_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("korean");
    const auto row = [](quint64 value, Unit unit, const char *english, const char *korean) {
        QTest::newRow(english) << value << unit << QString::fromUtf8(english) << QString::fromUtf8(korean);
    };
    row(1234, Unit::Count, "1234", "1234");
    row(500'000, Unit::Share, "50%", "50%");
    row(333'333, Unit::Share, "33.3%", "33.3%");
    row(768, Unit::Bytes, "768 B", "768 B");
    row(1500, Unit::Bytes, "1.5 kB", "1.5 kB");
    row(2000, Unit::Bytes, "2 kB", "2 kB");
    row(999'949, Unit::Bytes, "999.9 kB", "999.9 kB");
    row(999'950, Unit::Bytes, "1 MB", "1 MB");
    row(7'340'000'000, Unit::Bytes, "7.3 GB", "7.3 GB");
    row(4500, Unit::Time, "4.5 ms", "4.5 ms");
    row(2'000'000, Unit::Time, "2.0 s", "2.0초");
    row(0, Unit::Time, "0", "0");
}

void TestChartContent::unitsAreWritten()
{
    QFETCH(quint64, value);
    QFETCH(Unit, unit);
    QFETCH(QString, english);
    QFETCH(QString, korean);
    ui::text::Translator translator(Language::English);
    QCOMPARE(valueText(value, unit), english);
    translator.setLanguage(Language::Korean);
    QCOMPARE(valueText(value, unit), korean);
}

void TestChartContent::axesHaveRoundSteps_data()
{
    QTest::addColumn<quint64>("most");
    QTest::addColumn<QList<quint64>>("values");
    QTest::newRow("one") << quint64 {1} << QList<quint64> {0, 1};
    QTest::newRow("four") << quint64 {4} << QList<quint64> {0, 1, 2, 3, 4};
    QTest::newRow("five") << quint64 {5} << QList<quint64> {0, 2, 4, 6};
    QTest::newRow("nine") << quint64 {9} << QList<quint64> {0, 5, 10};
    QTest::newRow("768") << quint64 {768} << QList<quint64> {0, 200, 400, 600, 800};
    QTest::newRow("a million") << quint64 {1'000'001} << QList<quint64> {0, 500'000, 1'000'000, 1'500'000};
}

void TestChartContent::axesHaveRoundSteps()
{
    QFETCH(quint64, most);
    QFETCH(QList<quint64>, values);
    const std::vector<std::uint64_t> made = axisValues(most, Unit::Count);
    QCOMPARE(QList<quint64>(made.begin(), made.end()), values);
}

void TestChartContent::looksDiffer()
{
    std::set<std::pair<int, int>> looks;
    for (std::size_t i = 0; i < 45; ++i) {
        const LineLook look = lookOfHolder(i);
        looks.insert({static_cast<int>(look.pattern), static_cast<int>(look.marker)});
        QVERIFY(look.ink == LineLook::Ink::Text || look.ink == LineLook::Ink::Soft);
        // Neighbours differ in both.
        QVERIFY(i == 0 || lookOfHolder(i - 1).pattern != look.pattern);
        QVERIFY(i == 0 || lookOfHolder(i - 1).marker != look.marker);
    }
    QCOMPARE(looks.size(), 45u);
}

void TestChartContent::linesFollowTheSessions()
{
    const Fixture fixture;
    const ChartContent content = fixture.at(Topic::SessionsAndMemory, fixture.story.afterAll);
    QCOMPARE(content.panes.size(), 2u);
    const ChartLine *first = lineOf(content.panes[0], QStringLiteral("Server 1"));
    const ChartLine *second = lineOf(content.panes[0], QStringLiteral("Server 2"));
    QVERIFY(first && second);
    QCOMPARE(first->value, QStringLiteral("1"));
    QCOMPARE(second->value, QStringLiteral("0"));
    // 0, one session, none after the crash: up and down again, and level to the playhead.
    QCOMPARE(second->points.size(), 6u);
    QCOMPARE(second->points[0].y(), 0.0);
    QCOMPARE(second->points[2].y(), 1.0);
    QCOMPARE(second->points[1].x(), second->points[2].x());
    QCOMPARE(second->points[4].y(), 0.0);
    QCOMPARE(second->points.back().x(), static_cast<double>(fixture.pacing.toScreen(fixture.story.afterAll)));
    QCOMPARE(lineOf(content.panes[1], QStringLiteral("Server 1"))->value, QStringLiteral("768 B"));
}

/// With a crowd the load is the mean over one and the same time before each moment, and the pane says over which.
void TestChartContent::aCrowdsLoadIsAMovingMean()
{
    HandMadeRun run(40, 2);
    run.wait(model::seconds(1));
    for (std::uint32_t i = 0; i < 40; ++i) {
        run.logIn(i, i % 2);
        run.wait(model::milliseconds(1 + 37 * (i % 5)));
    }
    for (std::uint32_t i = 0; i < 400; ++i) { // first a lot, then little
        run.readFine(i % 40, i % 2);
        run.wait(i < 200 ? model::microseconds(200 + 900 * (i % 7)) : model::milliseconds(60));
    }
    const report::PacingMap pacing(run.timeline());
    const report::Figures figures =
        *report::measure(run.timeline(), verdict::judge(run.timeline()), report::figureTicks(pacing, 10'000));
    const HandMadeTexts texts(run.timeline(), HandMadeTexts::Names::English);
    const SimTime until = run.now();
    const ChartContent content = makeContent(Topic::LoadAndQueue, figures, pacing, until, texts);
    const model::Duration window = model::seconds(2); // a twentieth of 60 s, rounded down to 1, 2 or 5
    QCOMPARE(content.panes[0].title, QStringLiteral("Places in use (%), mean of the last 2.0 s"));
    const ChartLine *line = lineOf(content.panes[0], QStringLiteral("Server 1"));
    QVERIFY(line);
    QVERIFY(line->points.size() > 50 && line->points.size() <= 242);
    const report::Figures::Series &busy = figures.holders[0].busyPpm;
    for (const QPointF &point : line->points) {
        // From the definition, span by span.
        const SimTime at = pacing.toTime(static_cast<std::int64_t>(point.x()));
        const std::int64_t from =
            std::max<std::int64_t>(figures.ticks[figures.holders[0].firstTick].us, at.us - window.us);
        double area = 0;
        for (std::size_t i = 1; i < figures.ticks.size() && figures.ticks[i] <= at; ++i) {
            const std::int64_t a = std::max(from, figures.ticks[i - 1].us);
            const std::int64_t b = std::max(from, figures.ticks[i].us);
            area += static_cast<double>(busy[i]) * static_cast<double>(b - a);
        }
        const double wanted = area / static_cast<double>(at.us - from);
        QVERIFY2(std::abs(point.y() - wanted) <= 1, QByteArray::number(point.y() - wanted).constData());
    }
    // Calm: between neighbouring points it moves by a small part of its height.
    double highest = 0;
    double leap = 0;
    for (std::size_t i = 1; i < line->points.size(); ++i) {
        highest = std::max(highest, line->points[i].y());
        if (line->points[i].x() > static_cast<double>(pacing.toScreen(SimTime {} + model::seconds(4))))
            leap = std::max(leap, std::abs(line->points[i].y() - line->points[i - 1].y()));
    }
    QVERIFY2(leap < highest / 5, QByteArray::number(leap / highest).constData());
    // What is known at a moment stays as it was drawn.
    const SimTime gate = figures.ticks[figures.ticks.size() / 2];
    const ChartContent earlier = makeContent(Topic::LoadAndQueue, figures, pacing, gate, texts);
    const std::vector<QPointF> &known = lineOf(earlier.panes[0], QStringLiteral("Server 1"))->points;
    QVERIFY(known.size() > 10);
    for (std::size_t i = 0; i + 2 < known.size(); ++i)
        QCOMPARE(known[i], line->points[i]);
    // A few users: every hop shows.
    const Fixture few;
    QCOMPARE(few.at(Topic::LoadAndQueue, few.story.afterAll).panes[0].title, QStringLiteral("Places in use (%)"));
}

void TestChartContent::nothingIsOfLater()
{
    const Fixture fixture;
    const SimTime gate = fixture.story.afterLogIn;
    // The same run that ends at the gate: whoever knows no more must see the same.
    HandMadeRun shorter(2, 2);
    shorter.wait(model::seconds(1));
    shorter.logIn(0, 0);
    QCOMPARE(shorter.now(), gate);
    const report::Figures known = *report::measure(
        shorter.timeline(), verdict::judge(shorter.timeline()),
        {fixture.figures.ticks.begin(),
         fixture.figures.ticks.begin() + static_cast<std::ptrdiff_t>(fixture.figures.countUpTo(gate))});
    for (const Topic topic : allTopics) {
        const ChartContent shown = fixture.at(topic, gate);
        const ChartContent honest = makeContent(topic, known, fixture.pacing, gate, fixture.texts);
        QCOMPARE(shown.panes.size(), honest.panes.size());
        for (std::size_t i = 0; i < shown.panes.size(); ++i) {
            QCOMPARE(shown.panes[i].top, honest.panes[i].top);
            QCOMPARE(shown.panes[i].lines.size(), honest.panes[i].lines.size());
            for (std::size_t line = 0; line < shown.panes[i].lines.size(); ++line) {
                QCOMPARE(shown.panes[i].lines[line].value, honest.panes[i].lines[line].value);
                QVERIFY(shown.panes[i].lines[line].points == honest.panes[i].lines[line].points);
            }
        }
    }
    // What has not happened yet has no line, and its chart says so.
    QVERIFY(fixture.at(Topic::Traffic, gate).panes[0].lines.empty());
    QVERIFY(!fixture.at(Topic::Traffic, fixture.story.afterAll).panes[0].lines.empty());
    QCOMPARE(fixture.at(Topic::Outcomes, gate).panes[0].lines.size(), 1u);
    QCOMPARE(fixture.at(Topic::Outcomes, fixture.story.afterAll).panes[0].lines.size(), 2u);
}

void TestChartContent::bothLanguagesNameEverything()
{
    const Fixture fixture;
    ui::text::Translator translator(Language::English);
    for (const Topic topic : allTopics) {
        translator.setLanguage(Language::English);
        const ChartContent english = fixture.at(topic, fixture.story.afterAll);
        translator.setLanguage(Language::Korean);
        const ChartContent korean = fixture.at(topic, fixture.story.afterAll);
        QVERIFY(english.title != korean.title);
        for (std::size_t i = 0; i < english.panes.size(); ++i) {
            QVERIFY(english.panes[i].title != korean.panes[i].title);
            QVERIFY(english.panes[i].nothing != korean.panes[i].nothing);
            for (const ChartLine &line : korean.panes[i].lines)
                QVERIFY(!line.name.isEmpty() && !line.value.isEmpty());
        }
    }
}

QTEST_MAIN(TestChartContent)

#include "tst_chartcontent.moc"
