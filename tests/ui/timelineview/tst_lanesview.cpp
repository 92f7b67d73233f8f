// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/text/verdicttext.h"
#include "ui/timelineview/lanesview.h"
#include "ui/timelineview/verdictmark.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui;
using model::SimTime;
using timelineview::LanesView;

Q_DECLARE_METATYPE(sessionarium::model::EntityId)
Q_DECLARE_METATYPE(sessionarium::model::RequestId)
Q_DECLARE_METATYPE(sessionarium::model::SimTime)

/// The lanes: what they show, what they hide, what a click on them says.
class TestLanesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingAheadOfThePlayhead();
    void nothingBehindTheGate();
    void failureShowsWhenItHasFailed();
    void breaksAreLabelledOnceTheyPassed();
    void laterEntitiesHaveNoLaneYet();
    void lanesFoldToThoseConcerned();
    void foldedLanesCanBeShown();
    void namedEntitiesStayUnfolded();
    void marksAreClicked();
    void marksAreWalkedByKeys();
    void marksAheadCannotBeClicked();
    void axisSeeks();
    void seekEndsAtTheGate();
    void namesSelect();
    void wheelZoomsAroundThePointer();
    void playheadStaysInView();
    void zoomKeepsTheTimeUnderTheCursor();
    void zoomEndsWithTheWholeRun();
    void draggingPans();
    void controlKeysZoomAndPan();
    void playingFollowsCalmly();
    void whoLooksElsewhereIsLeftThere();
    void litRecordsComeIntoView();
    void wordsStandApart();
    void longNamesAreWhole();
    void filterLeavesThoseConcerned();
    void filterThatLeavesNobodySaysSo();
    void hitsAreMarkedUpToThePlayhead();
    void selectedRequestIsMarked();
    void bandsDifferInShape();
    void marksAreNamed();
    void litRecordsHavePlaces();
    void outcomesDifferInShape();
    void emptyViewIsHarmless();

private:
    void zoom(QPointF at, int steps);
    void show(SimTime moment, SimTime revealed = SimTime {60'000'000});
    QPoint markPoint(std::size_t i) const;
    QImage picture() { return m_view->grab().toImage(); }

    std::unique_ptr<HandMadeRun> m_run;
    std::unique_ptr<HandMadeTexts> m_texts;
    std::unique_ptr<report::PacingMap> m_pacing;
    report::LaneLayout m_layout;
    theme::ThemeHost m_host;
    std::unique_ptr<LanesView> m_view;
    SimTime m_afterFirst; // the first client has its answer
    SimTime m_downAt;
};

void TestLanesView::init()
{
    m_view.reset();
    m_run = std::make_unique<HandMadeRun>(3, 3);
    m_run->setTime({1'000'000});
    m_run->logIn(0, 0);
    m_afterFirst = m_run->now();
    m_run->wait(model::seconds(2));
    m_run->logIn(1, 1);
    m_run->wait(model::seconds(1));
    m_downAt = m_run->now();
    m_run->crash(1);
    m_run->wait(model::seconds(1));
    m_run->readMissing(1, 2);
    m_texts = std::make_unique<HandMadeTexts>(m_run->timeline(), HandMadeTexts::Names::English);
    m_pacing = std::make_unique<report::PacingMap>(m_run->timeline());
    m_layout = report::layOutLanes(m_run->timeline(), verdict::judge(m_run->timeline()), *m_pacing);
    QCOMPARE(m_layout.marks.size(), std::size_t {3});
    m_view = std::make_unique<LanesView>(m_host);
    m_view->resize(900, 280);
    m_view->setTexts(m_texts.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show(m_run->now());
}

void TestLanesView::show(SimTime moment, SimTime revealed)
{
    m_view->setContent({&m_run->timeline(), revealed}, &m_layout, m_pacing.get());
    m_view->setMoment(moment);
}

QPoint TestLanesView::markPoint(std::size_t i) const
{
    const timelineview::LanesPicture &picture = m_view->picture();
    const report::LaneLayout::Mark &mark = m_layout.marks[i];
    return QPointF(picture.scale.x(mark.x), picture.geometry.yOfLane[mark.lane] - picture.scroll).toPoint();
}

/// What comes after the playhead leaves no trace: the picture is that of a run which ends there.
void TestLanesView::nothingAheadOfThePlayhead()
{
    show(m_afterFirst);
    const QImage whole = picture();
    report::LaneLayout known = m_layout;
    const std::int64_t limit = m_pacing->toScreen(m_afterFirst);
    std::erase_if(known.arrows, [limit](const auto &arrow) { return arrow.x1 > limit; });
    std::erase_if(known.marks, [limit](const auto &mark) { return mark.x > limit; });
    known.bands.clear();
    m_view->setContent({&m_run->timeline(), SimTime {60'000'000}}, &known, m_pacing.get());
    QCOMPARE(picture(), whole);
    QVERIFY(known.arrows.size() < m_layout.arrows.size());
    m_view->setContent({&m_run->timeline(), SimTime {60'000'000}}, &m_layout, m_pacing.get());
}

void TestLanesView::nothingBehindTheGate()
{
    show(m_afterFirst);
    const QImage atGate = picture();
    show(m_run->now(), m_afterFirst); // the playhead says more than the gate allows
    QCOMPARE(picture(), atGate);
    show(m_run->now());
    QVERIFY(picture() != atGate);
}

/// That a message will be dropped is not told by its colour before it arrives.
void TestLanesView::failureShowsWhenItHasFailed()
{
    HandMadeRun run(1, 1);
    run.setTime({1'000'000});
    run.issue(0, model::Operation::Read);
    run.send(run.client(0), run.balancer(), model::MessageKind::Request);
    run.wait(model::microseconds(500));
    run.add(run.balancer(), model::Dropped {});
    run.wait(model::seconds(1));
    const report::PacingMap pacing(run.timeline());
    report::LaneLayout layout = report::layOutLanes(run.timeline(), {}, pacing);
    QVERIFY(layout.arrows.at(0).failed);
    const auto pictureOf = [&](SimTime t) {
        LanesView view(m_host);
        HandMadeTexts texts(run.timeline(), HandMadeTexts::Names::English);
        view.resize(600, 200);
        view.setTexts(&texts);
        view.setContent({&run.timeline(), SimTime {60'000'000}}, &layout, &pacing);
        view.setMoment(t);
        return view.grab().toImage();
    };
    const QImage failing = pictureOf({1'000'250});
    const QImage failed = pictureOf({1'000'500});
    layout.arrows[0].failed = false;
    QCOMPARE(pictureOf({1'000'250}), failing);
    QVERIFY(pictureOf({1'000'500}) != failed);
}

void TestLanesView::breaksAreLabelledOnceTheyPassed()
{
    show(m_run->now());
    const auto labels = [this] {
        QStringList words;
        for (const timelineview::LaneBreak &item : m_view->picture().breaks)
            words << item.label;
        return words;
    };
    QVERIFY2(labels().contains(QStringLiteral("2.0 s")), qPrintable(labels().join(QLatin1Char(','))));
    show(m_afterFirst + model::seconds(1)); // within the span
    QVERIFY(!labels().contains(QStringLiteral("2.0 s")));
}

void TestLanesView::laterEntitiesHaveNoLaneYet()
{
    HandMadeRun run(1, 1);
    run.wait(model::seconds(5));
    const model::StringId name = run.intern("server-2");
    const model::EntityId late = run.join(name);
    run.wait(model::seconds(1));
    const report::PacingMap pacing(run.timeline());
    const report::LaneLayout layout = report::layOutLanes(run.timeline(), {}, pacing);
    HandMadeTexts texts(run.timeline(), HandMadeTexts::Names::English);
    LanesView view(m_host);
    view.resize(600, 300);
    view.setTexts(&texts);
    view.setContent({&run.timeline(), SimTime {60'000'000}}, &layout, &pacing);
    view.setMoment({4'000'000});
    const auto shows = [&] {
        const auto &rows = view.picture().geometry.rows;
        return std::any_of(rows.begin(), rows.end(), [late](const auto &row) { return row.entity == late; });
    };
    QVERIFY(!shows());
    view.setMoment({5'000'000});
    QVERIFY(shows());
}

void TestLanesView::lanesFoldToThoseConcerned()
{
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {7});
    QVERIFY(m_view->picture().foldText.isEmpty());
    m_view->resize(900, 130);
    const timelineview::LanesGeometry &geometry = m_view->picture().geometry;
    QVERIFY(geometry.rows.size() < 7);
    QCOMPARE(geometry.rows.size() + geometry.foldedClients + geometry.foldedOthers, std::size_t {7});
    // The newest request went from the second client over the balancer to server 3.
    for (const model::EntityId entity : {m_run->client(1), m_run->balancer(), m_run->server(2)}) {
        QVERIFY(std::any_of(geometry.rows.begin(), geometry.rows.end(),
                            [entity](const auto &row) { return row.entity == entity; }));
    }
    QVERIFY(!m_view->picture().foldText.isEmpty());
    for (std::size_t i = 1; i < geometry.rows.size(); ++i)
        QVERIFY(geometry.rows[i].y - geometry.rows[i - 1].y >= 20);
}

void TestLanesView::foldedLanesCanBeShown()
{
    m_view->resize(900, 130);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->picture().foldLink.center().toPoint());
    QVERIFY(m_view->showsAll());
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {7});
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->picture().foldLink.center().toPoint());
    QVERIFY(!m_view->showsAll());
}

void TestLanesView::namedEntitiesStayUnfolded()
{
    m_view->resize(900, 120);
    m_view->setConcerned({m_run->client(2), m_run->server(0)});
    const auto &rows = m_view->picture().geometry.rows;
    for (const model::EntityId entity : {m_run->client(2), m_run->server(0)}) {
        QVERIFY(std::any_of(rows.begin(), rows.end(), [entity](const auto &row) { return row.entity == entity; }));
    }
}

void TestLanesView::marksAreClicked()
{
    QSignalSpy clicked(m_view.get(), &LanesView::markClicked);
    QSignalSpy sought(m_view.get(), &LanesView::seekRequested);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, markPoint(1));
    QCOMPARE(clicked.takeFirst().at(0).value<model::RequestId>(), m_layout.marks[1].request);
    QVERIFY(sought.isEmpty());
}

void TestLanesView::marksAreWalkedByKeys()
{
    QSignalSpy clicked(m_view.get(), &LanesView::markClicked);
    for (const auto &[key, mark] :
         {std::pair(Qt::Key_Right, 0U), std::pair(Qt::Key_Right, 1U), std::pair(Qt::Key_Right, 2U),
          std::pair(Qt::Key_Right, 2U), std::pair(Qt::Key_Left, 1U)}) {
        QTest::keyClick(m_view.get(), key);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(clicked.takeFirst().at(0).value<model::RequestId>(), m_layout.marks[mark].request);
    }
}

void TestLanesView::marksAheadCannotBeClicked()
{
    show(m_afterFirst);
    QSignalSpy clicked(m_view.get(), &LanesView::markClicked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, markPoint(2));
    QVERIFY(clicked.isEmpty());
}

void TestLanesView::axisSeeks()
{
    QSignalSpy sought(m_view.get(), &LanesView::seekRequested);
    const double x = m_view->picture().scale.x(m_pacing->toScreen(m_downAt));
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(static_cast<int>(x), 6));
    QTest::mouseMove(m_view.get(), QPoint(static_cast<int>(x) + 40, 6));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(static_cast<int>(x) + 40, 6));
    QVERIFY(sought.size() >= 1);
    const SimTime at = sought.at(0).at(0).value<SimTime>();
    const double back = m_view->picture().scale.x(m_pacing->toScreen(at));
    QVERIFY2(std::abs(back - x) <= 1.5, QByteArray::number(back - x).constData());
}

void TestLanesView::seekEndsAtTheGate()
{
    show(m_afterFirst, m_afterFirst);
    QSignalSpy sought(m_view.get(), &LanesView::seekRequested);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(880, 6));
    QCOMPARE(sought.takeFirst().at(0).value<SimTime>(), m_afterFirst);
}

void TestLanesView::namesSelect()
{
    QSignalSpy selected(m_view.get(), &LanesView::selected);
    const auto &row = m_view->picture().geometry.rows.at(4);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(10, static_cast<int>(row.y)));
    QCOMPARE(selected.takeFirst().at(0).value<model::EntityId>(), row.entity);
}

void TestLanesView::wheelZoomsAroundThePointer()
{
    const QPointF at(500, 100);
    const std::int64_t before = m_view->picture().scale.unit(at.x());
    const double scale = m_view->picture().scale.pixelsPerUnit;
    QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view.get(), &wheel);
    QVERIFY(m_view->picture().scale.pixelsPerUnit > scale * 1.3);
    const double moved = std::abs(m_view->picture().scale.x(before) - at.x());
    QVERIFY2(moved <= 1.5, QByteArray::number(moved).constData());
}

void TestLanesView::playheadStaysInView()
{
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
    for (const SimTime t : {m_run->now(), SimTime {0}, m_downAt, m_afterFirst}) {
        m_view->setMoment(t);
        const timelineview::LanesPicture &picture = m_view->picture();
        const double x = picture.scale.x(picture.limit);
        QVERIFY2(x >= picture.scale.left - 0.5 && x <= picture.scale.right + 0.5, QByteArray::number(x).constData());
    }
}

void TestLanesView::zoom(QPointF at, int steps)
{
    QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view.get(), &wheel);
}

void TestLanesView::zoomKeepsTheTimeUnderTheCursor()
{
    zoom({500, 100}, 6); // so that the edges of the run are far away
    const auto timeAt = [this](double x) { return m_pacing->toTime(m_view->picture().scale.unit(x)); };
    for (const double x : {300.0, 450.0, 700.0}) {
        for (const int steps : {3, -2, 5, -3}) {
            const SimTime before = timeAt(x);
            const double scale = m_view->picture().scale.pixelsPerUnit;
            zoom({x, 60}, steps);
            QVERIFY((m_view->picture().scale.pixelsPerUnit > scale) == (steps > 0));
            const double moved = m_view->picture().scale.x(m_pacing->toScreen(before)) - x;
            QVERIFY2(std::abs(moved) <= 1.5, QByteArray::number(moved).constData());
        }
    }
}

void TestLanesView::zoomEndsWithTheWholeRun()
{
    m_view->resize(400, 280); // too narrow for all of it at the usual scale
    QSignalSpy moved(m_view.get(), &LanesView::windowChanged);
    for (int i = 0; i < 40; ++i)
        m_view->zoomIn();
    QVERIFY(!m_view->canZoomIn());
    QVERIFY(!m_view->showsWholeRun());
    QVERIFY(m_view->windowTo() - m_view->windowFrom() < m_layout.length / 10);
    m_view->showWhole();
    QVERIFY(m_view->showsWholeRun());
    QCOMPARE(m_view->windowFrom(), std::int64_t {0});
    QVERIFY(std::abs(m_view->windowTo() - m_layout.length) <= m_layout.length / 100);
    QVERIFY(moved.size() >= 2);
    m_view->zoomIn();
    m_view->resetView();
    QVERIFY(m_view->canZoomIn());
}

/// The lanes follow the hand; a click that does not move is a leap of the playhead.
void TestLanesView::draggingPans()
{
    zoom({500, 100}, 12);
    QSignalSpy sought(m_view.get(), &LanesView::seekRequested);
    const QPoint from(500, static_cast<int>(m_view->picture().geometry.rows.at(1).y) + 14);
    const std::int64_t grabbed = m_view->picture().scale.unit(from.x());
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view.get(), from + QPoint(40, 0));
    QTest::mouseMove(m_view.get(), from + QPoint(90, 2));
    const double x = m_view->picture().scale.x(grabbed);
    QVERIFY2(std::abs(x - (from.x() + 90)) <= 1.5, QByteArray::number(x).constData());
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(90, 2));
    QVERIFY(sought.isEmpty());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, from);
    QCOMPARE(sought.size(), 1);
}

void TestLanesView::controlKeysZoomAndPan()
{
    const double scale = m_view->picture().scale.pixelsPerUnit;
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_view->picture().scale.pixelsPerUnit > scale * 3);
    const std::int64_t first = m_view->windowFrom();
    QVERIFY(first > 0);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(m_view->windowFrom() < first);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(std::abs(m_view->windowFrom() - first) <= 1);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(m_view->showsWholeRun());
}

/// While the run plays, the view never moves by more than the playhead does.
void TestLanesView::playingFollowsCalmly()
{
    for (int i = 0; i < 6; ++i)
        m_view->zoomIn();
    show(m_afterFirst);
    m_view->setPlaying(true);
    std::int64_t unit = m_pacing->toScreen(m_afterFirst);
    std::int64_t first = m_view->windowFrom();
    const std::int64_t frame = 16'667;
    bool followed = false;
    while (unit < m_pacing->toScreen(m_run->now())) {
        unit += frame;
        m_view->setMoment(m_pacing->toTime(unit));
        const std::int64_t moved = m_view->windowFrom() - first;
        // A microsecond is many units where the axis is stretched.
        QVERIFY2(moved >= 0 && moved <= frame + 1500, QByteArray::number(moved).constData());
        followed = followed || moved > 0;
        first = m_view->windowFrom();
        const timelineview::LanesPicture &picture = m_view->picture();
        QVERIFY(picture.scale.x(picture.limit) <= picture.scale.right);
    }
    QVERIFY(followed);
}

void TestLanesView::whoLooksElsewhereIsLeftThere()
{
    for (int i = 0; i < 8; ++i)
        m_view->zoomIn();
    show(m_downAt);
    m_view->setPlaying(true);
    m_view->setWindowFrom(0);
    m_view->setMoment(m_downAt + model::milliseconds(300));
    QCOMPARE(m_view->windowFrom(), std::int64_t {0});
    m_view->setPlaying(false);
    m_view->setMoment(m_run->now()); // a step
    QVERIFY(m_view->windowFrom() > 0);
}

/// "Why?" goes through its chain in order: what lights up is in view, and its lanes are not folded.
void TestLanesView::litRecordsComeIntoView()
{
    m_view->resize(900, 130);
    for (int i = 0; i < 8; ++i)
        m_view->zoomIn();
    show(m_run->now());
    stage::LitChain chain;
    for (const std::size_t mark : {std::size_t {0}, std::size_t {1}, std::size_t {2}}) {
        chain.push_back({m_layout.marks[mark].record, static_cast<int>(mark) + 1});
        m_view->setLit(chain);
        const timelineview::LanesPicture &picture = m_view->picture();
        QCOMPARE(picture.lit.size(), mark + 1);
        const double x = picture.scale.x(m_layout.marks[mark].x);
        QVERIFY2(x >= picture.scale.left && x <= picture.scale.right, QByteArray::number(x).constData());
        QVERIFY(picture.geometry.isShown(m_layout.marks[mark].lane));
    }
    m_view->setLit({});
    const timelineview::LanesPicture &picture = m_view->picture();
    QVERIFY(picture.scale.x(picture.limit) <= picture.scale.right); // back at the playhead
}

/// No word touches the playhead, another word or the words at a shut gate, wherever the playhead stands.
void TestLanesView::wordsStandApart()
{
    int words = 0;
    for (const int width : {900, 500, 340}) {
        m_view->resize(width, 280);
        for (const QString &gate : {QString(), QStringLiteral("Goes on once you have answered")}) {
            m_view->setGateText(gate);
            for (std::int64_t at = 0; at <= m_run->now().us; at += 37'000) {
                show(SimTime {at});
                const timelineview::LanesPicture &picture = m_view->picture();
                const double playhead = picture.scale.x(picture.limit);
                QRectF before;
                for (const timelineview::LaneBreak &item : picture.breaks) {
                    if (item.box.isEmpty())
                        continue;
                    ++words;
                    QVERIFY(item.box.left() > playhead + 6 || item.box.right() < playhead - 6);
                    QVERIFY(item.box.left() >= picture.scale.left - 1 && item.box.right() <= picture.scale.right);
                    QVERIFY(!item.box.intersects(before));
                    QVERIFY(!item.box.intersects(picture.gateBox));
                    before = item.box;
                }
            }
        }
    }
    m_view->setGateText({});
    QVERIFY(words > 100);
}

void TestLanesView::longNamesAreWhole()
{
    HandMadeTexts longest(m_run->timeline(), HandMadeTexts::Names::Longest);
    m_view->setTexts(&longest);
    m_view->resize(900, 280);
    const timelineview::LanesPicture &picture = m_view->picture();
    for (const auto &row : picture.geometry.rows) {
        const QFontMetricsF metrics(timelineview::laneNameFont(m_host.theme(), row.isClient));
        QVERIFY(metrics.horizontalAdvance(row.name) <= picture.scale.left - m_host.theme().px(16));
    }
    m_view->setTexts(m_texts.get());
}

void TestLanesView::filterLeavesThoseConcerned()
{
    timelineview::LanesFilter filter;
    filter.user = m_run->client(0);
    m_view->setFilter(filter);
    std::vector<model::EntityId> shown;
    for (const auto &row : m_view->picture().geometry.rows)
        shown.push_back(row.entity);
    QCOMPARE(shown, (std::vector {m_run->client(0), m_run->balancer(), m_run->server(0)}));
    QCOMPARE(m_view->picture().marks.size(), std::size_t {1});
    QSignalSpy clicked(m_view.get(), &LanesView::markClicked);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right); // there is no other
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(clicked.takeFirst().at(0).value<model::RequestId>(), m_layout.marks[0].request);
    // Those who have their part later have no lane before.
    filter.user = m_run->client(1);
    m_view->setFilter(filter);
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {4}); // at two servers
    show(m_downAt);
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {3}); // the second is still to come
    show(m_afterFirst);
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {1});
    m_view->resetView();
    QCOMPARE(m_view->picture().geometry.rows.size(), std::size_t {7});
}

void TestLanesView::filterThatLeavesNobodySaysSo()
{
    timelineview::LanesFilter filter;
    filter.groups = timelineview::LanesFilter::bit(timelineview::MessageGroup::Store);
    m_view->setFilter(filter);
    QVERIFY(m_view->picture().geometry.rows.empty());
    QVERIFY(!m_view->picture().emptyText.isEmpty());
    QVERIFY(!picture().isNull());
    m_view->setFilter({});
    QVERIFY(m_view->picture().emptyText.isEmpty());
}

void TestLanesView::hitsAreMarkedUpToThePlayhead()
{
    std::vector<model::RecordId> all;
    for (std::uint32_t i = 0; i < m_run->timeline().size(); ++i)
        all.emplace_back(i);
    show(m_run->now());
    const QImage unmarked = picture();
    m_view->setHits(all);
    QVERIFY(picture() != unmarked);
    show(m_afterFirst);
    const std::int64_t limit = m_pacing->toScreen(m_afterFirst);
    QVERIFY(!m_view->picture().hits.empty());
    for (const timelineview::HitMark &hit : m_view->picture().hits)
        QVERIFY(hit.x <= limit);
    // The gate counts, too: a hit ahead is not even gone to.
    show(m_run->now(), m_afterFirst);
    const std::int64_t first = m_view->windowFrom();
    m_view->setCurrentHit(m_layout.marks[2].record);
    QCOMPARE(m_view->windowFrom(), first);
    QVERIFY(std::none_of(m_view->picture().hits.begin(), m_view->picture().hits.end(),
                         [](const timelineview::HitMark &hit) { return hit.isCurrent; }));
    show(m_run->now());
    QVERIFY(std::any_of(m_view->picture().hits.begin(), m_view->picture().hits.end(),
                        [](const timelineview::HitMark &hit) { return hit.isCurrent; }));
}

void TestLanesView::selectedRequestIsMarked()
{
    const QImage before = picture();
    m_view->setSelectedRequest(m_layout.marks[2].request);
    QVERIFY(picture() != before);
    QCOMPARE(m_view->picture().chosen.size(), std::size_t {4}); // two messages there, two back
    QCOMPARE(m_view->picture().chosenMark, std::optional<std::uint32_t>(2));
    show(m_run->now(), m_afterFirst); // it is still to come
    QVERIFY(m_view->picture().chosen.empty());
    QVERIFY(!m_view->picture().chosenMark);
    m_view->setSelectedRequest({});
    show(m_run->now());
    QCOMPARE(picture(), before);
}

/// No colour alone: in grey, no two kinds of bands look alike.
void TestLanesView::bandsDifferInShape()
{
    using Kind = report::LaneLayout::Band::Kind;
    std::vector<QImage> pictures;
    for (const Kind kind : {Kind::Down, Kind::Hung, Kind::Slow, Kind::Cut}) {
        report::LaneLayout layout = m_layout;
        layout.bands.resize(1);
        layout.bands[0].kind = kind;
        layout.bands[0].x2 = layout.bands[0].x1 + (layout.length - layout.bands[0].x1) / 2;
        m_view->setContent({&m_run->timeline(), SimTime {60'000'000}}, &layout, m_pacing.get());
        theme::Theme grey = theme::lightTheme();
        grey.palette.bad = grey.palette.warn = Qt::darkGray;
        grey.palette.badSoft = grey.palette.warnSoft = Qt::lightGray;
        grey.palette.badText = grey.palette.warnText = Qt::transparent; // words are not a shape
        m_host.setTheme(grey);
        const QImage image = picture();
        m_host.setTheme(theme::lightTheme());
        for (const QImage &other : pictures)
            QVERIFY(image != other);
        pictures.push_back(image);
        m_view->setContent({&m_run->timeline(), SimTime {60'000'000}}, &m_layout, m_pacing.get());
    }
}

void TestLanesView::marksAreNamed()
{
    QVERIFY(m_view->accessibleDescription().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY2(m_view->accessibleDescription().contains(QStringLiteral("Junho")),
             qPrintable(m_view->accessibleDescription()));
    const QString outcome = text::outcomeName(m_layout.marks[2].outcome);
    QVERIFY2(m_view->accessibleDescription().contains(outcome), qPrintable(m_view->accessibleDescription()));
    QVERIFY(!m_view->accessibleDescription().contains(text::outcomeName(m_layout.marks[0].outcome)));
}

void TestLanesView::litRecordsHavePlaces()
{
    const QImage dark = picture();
    stage::LitChain chain;
    for (const model::RecordId id : m_run->timeline().recordsOfRequest(m_layout.marks[2].request))
        chain.push_back({id, static_cast<int>(chain.size()) + 1});
    m_view->setLit(chain);
    QCOMPARE(m_view->picture().lit.size(), chain.size());
    QVERIFY(picture() != dark);
    show(m_afterFirst, m_afterFirst);
    QVERIFY(m_view->picture().lit.empty());
    m_view->setLit({});
}

/// No colour alone: in grey, no two outcomes look alike.
void TestLanesView::outcomesDifferInShape()
{
    std::vector<QImage> pictures;
    for (const auto outcome :
         {verdict::Outcome::Fine, verdict::Outcome::LoggedOut, verdict::Outcome::StaleRead,
          verdict::Outcome::LostUpdate, verdict::Outcome::Refused, verdict::Outcome::RevokedAccepted}) {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        theme::Palette grey = theme::lightPalette();
        grey.good = grey.bad = grey.warn = Qt::darkGray;
        QPainter painter(&image);
        timelineview::paintVerdict(painter, outcome, false, QPointF(16, 16), 8, grey);
        painter.end();
        for (const QImage &other : pictures)
            QVERIFY(image != other);
        pictures.push_back(image);
    }
}

void TestLanesView::emptyViewIsHarmless()
{
    m_view->setContent({}, nullptr, nullptr);
    QVERIFY(!picture().isNull());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 40));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->picture().layout == nullptr);
}

QTEST_MAIN(TestLanesView)
#include "tst_lanesview.moc"
