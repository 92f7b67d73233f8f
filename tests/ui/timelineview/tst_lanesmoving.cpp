// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timelineview/lanesfixture.h"
#include "ui/text/verdicttext.h"

#include <QFontMetricsF>
#include <QSignalSpy>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui;
using model::SimTime;
using timelineview::LanesView;

Q_DECLARE_METATYPE(sessionarium::model::RequestId)
Q_DECLARE_METATYPE(sessionarium::model::SimTime)

/// Which part of a run the lanes show, and what of it: zoom and pan, filter, hits, what is selected and lit.
class TestLanesMoving : public QObject, LanesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
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
};

void TestLanesMoving::zoomKeepsTheTimeUnderTheCursor()
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

void TestLanesMoving::zoomEndsWithTheWholeRun()
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
void TestLanesMoving::draggingPans()
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

void TestLanesMoving::controlKeysZoomAndPan()
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
void TestLanesMoving::playingFollowsCalmly()
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

void TestLanesMoving::whoLooksElsewhereIsLeftThere()
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
void TestLanesMoving::litRecordsComeIntoView()
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
void TestLanesMoving::wordsStandApart()
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

void TestLanesMoving::longNamesAreWhole()
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

void TestLanesMoving::filterLeavesThoseConcerned()
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

void TestLanesMoving::filterThatLeavesNobodySaysSo()
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

void TestLanesMoving::hitsAreMarkedUpToThePlayhead()
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

void TestLanesMoving::selectedRequestIsMarked()
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
void TestLanesMoving::bandsDifferInShape()
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

void TestLanesMoving::marksAreNamed()
{
    QVERIFY(m_view->accessibleDescription().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY2(m_view->accessibleDescription().contains(QStringLiteral("Junho")),
             qPrintable(m_view->accessibleDescription()));
    const QString outcome = text::outcomeName(m_layout.marks[2].outcome);
    QVERIFY2(m_view->accessibleDescription().contains(outcome), qPrintable(m_view->accessibleDescription()));
    const QString when = m_texts->instant(m_run->timeline()[m_layout.marks[2].record].at);
    QVERIFY2(m_view->accessibleDescription().endsWith(when), qPrintable(m_view->accessibleDescription()));
}

QTEST_MAIN(TestLanesMoving)
#include "tst_lanesmoving.moc"
