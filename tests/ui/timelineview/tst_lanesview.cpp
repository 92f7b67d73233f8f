// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timelineview/lanesfixture.h"
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
class TestLanesView : public QObject, LanesFixture
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
    void marksAreClicked();
    void marksAreWalkedByKeys();
    void marksAheadCannotBeClicked();
    void axisSeeks();
    void seekEndsAtTheGate();
    void namesSelect();
    void wheelZoomsAroundThePointer();
    void playheadStaysInView();
    void litRecordsHavePlaces();
    void outcomesDifferInShape();
    void emptyViewIsHarmless();
};

void TestLanesView::init()
{
    begin();
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
