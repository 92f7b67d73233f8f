// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/events/choicebox.h"
#include "ui/events/eventstable.h"
#include "ui/events/eventsview.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/whypanel.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanesbar.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/timelineview/scrubbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/window/bottompanel.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::WindowFixture;
using timelineview::LanesPanel;
using timelineview::LanesView;

/// The lanes in the real window: what is done to them by mouse and keys, and what of it is seen elsewhere.
class TestLanesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMarkSelectsTheRequestEverywhere();
    void whyLightsItsChainInOrder();
    void escapePutsEverythingOut();
    void searchGoesFromHitToHit();
    void theGateHolds();
    void usersAreFiltered();
    void kindsAreChosenInAMenu();
    void filterStaysWithTheSameScenarioOnly();
    void zoomIsSeenOnTheScrubBar();
    void linearTime();
    void keysWorkOnTheLanes();

private:
    [[nodiscard]] window::WorkPage &page() { return m_fixture->window().workPage(); }
    [[nodiscard]] LanesPanel &panel() { return page().bottomPanel().lanesPanel(); }
    [[nodiscard]] LanesView &lanes() { return panel().view(); }
    [[nodiscard]] const report::LaneLayout &layout() { return m_fixture->document().played()->lanes; }
    [[nodiscard]] const timeline::Timeline &timeline() { return m_fixture->document().played()->timeline(); }
    void reveal();
    void clickMark(std::size_t mark);
    void command(const char *id)
    {
        const commands::CommandList &list = m_fixture->window().commands();
        QVERIFY2(list.run(*list.find(QLatin1String(id))), id);
    }
    /// The first request that came to this.
    [[nodiscard]] std::size_t markOf(verdict::Outcome outcome);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLanesWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>(text::Language::English);
    QVERIFY(m_fixture->openLessonByClick("sticky-crash"));
    WindowFixture::settle();
}

void TestLanesWindow::reveal()
{
    m_fixture->document().passGatesBefore(m_fixture->document().played()->end() + model::seconds(1));
    m_fixture->playback().seek(m_fixture->document().played()->end());
    WindowFixture::settle();
}

std::size_t TestLanesWindow::markOf(verdict::Outcome outcome)
{
    for (std::size_t i = 0; i < layout().marks.size(); ++i) {
        if (layout().marks[i].outcome == outcome)
            return i;
    }
    return 0;
}

void TestLanesWindow::clickMark(std::size_t mark)
{
    lanes().showWhole();
    const timelineview::LanesPicture &picture = lanes().picture();
    const report::LaneLayout::Mark &wanted = layout().marks[mark];
    const QPointF at(picture.scale.x(wanted.x), picture.geometry.yOfLane[wanted.lane] - picture.scroll);
    QTest::mouseClick(&lanes(), Qt::LeftButton, {}, at.toPoint());
    WindowFixture::settle();
}

void TestLanesWindow::aMarkSelectsTheRequestEverywhere()
{
    reveal();
    for (const auto outcome : {verdict::Outcome::LoggedOut, verdict::Outcome::Fine, verdict::Outcome::Refused}) {
        const std::size_t mark = markOf(outcome);
        const report::LaneLayout::Mark &wanted = layout().marks[mark];
        QCOMPARE(wanted.outcome, outcome);
        clickMark(mark);
        const model::EntityId client = layout().lanes[wanted.lane].entity;
        QCOMPARE(page().why().request(), wanted.request);
        QCOMPARE(page().stage().selection(), client);
        QCOMPARE(page().inspector().entity(), client);
        QCOMPARE(lanes().selectedRequest(), wanted.request);
        QVERIFY(!lanes().picture().chosen.empty());
        const model::RecordId row = page().events().table().currentRecord();
        QVERIFY(row.isSome());
        QCOMPARE(timeline()[row].request, wanted.request);
    }
    // And from the table: Enter on a row.
    QVERIFY(m_fixture->clickSegment("views", QStringLiteral("events")));
    const report::LaneLayout::Mark &bad = layout().marks[markOf(verdict::Outcome::LoggedOut)];
    page().events().table().setCurrentRecord(bad.record);
    page().events().table().setFocus(Qt::TabFocusReason);
    m_fixture->key(Qt::Key_Return);
    QCOMPARE(lanes().selectedRequest(), bad.request);
    QCOMPARE(page().stage().selection(), layout().lanes[bad.lane].entity);
}

void TestLanesWindow::whyLightsItsChainInOrder()
{
    reveal();
    clickMark(markOf(verdict::Outcome::LoggedOut));
    for (int i = 0; i < 6; ++i)
        lanes().zoomIn(); // the chain is longer than what is in view
    page().why().ask(page().why().request()); // again, from its beginning
    auto &lighter = const_cast<inspector::ChainLighter &>(page().why().lighter());
    const std::size_t steps = page().why().steps().size();
    QVERIFY(steps >= 3);
    for (std::size_t step = 1; step <= steps; ++step) {
        const stage::LitChain chain = lighter.chain();
        QCOMPARE(lighter.reached(), step);
        std::size_t known = 0;
        for (const stage::Lit &lit : chain)
            known += lit.record.isSome() ? 1U : 0U;
        QCOMPARE(lanes().picture().lit.size(), known);
        const timelineview::LanesPicture &picture = lanes().picture();
        const timelineview::LitMark &newest = picture.lit.back();
        QCOMPARE(newest.number, static_cast<int>(step));
        const double x = picture.scale.x(newest.x1);
        QVERIFY2(x >= picture.scale.left && x <= picture.scale.right, QByteArray::number(x).constData());
        QVERIFY(picture.geometry.isShown(newest.fromLane) && picture.geometry.isShown(newest.toLane));
        QVERIFY(!page().stage().frame().scene.lit.empty());
        lighter.advance();
    }
}

void TestLanesWindow::escapePutsEverythingOut()
{
    reveal();
    clickMark(markOf(verdict::Outcome::LoggedOut));
    QVERIFY(!lanes().picture().lit.empty());
    page().escape(); // in a large window there is no drawer
    QVERIFY(lanes().picture().lit.empty());
    QVERIFY(lanes().selectedRequest().isNone());
}

void TestLanesWindow::searchGoesFromHitToHit()
{
    reveal();
    m_fixture->key(Qt::Key_F, Qt::ControlModifier);
    auto *field = m_fixture->find<QLineEdit>("lanesSearch");
    QVERIFY(field && field->hasFocus());
    field->setText(QStringLiteral("logged out"));
    panel().search().wait();
    const std::size_t wanted =
        static_cast<std::size_t>(std::count_if(layout().marks.begin(), layout().marks.end(), [](const auto &mark) {
            return mark.outcome == verdict::Outcome::LoggedOut;
        }));
    QVERIFY(wanted >= 2);
    QCOMPARE(panel().hitCount(), wanted);
    QCOMPARE(panel().bar().state(), QStringLiteral("0 / %1").arg(wanted));
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i <= wanted; ++i) { // once round
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(panel().bar().state(), QStringLiteral("%1 / %2").arg(i % wanted + 1).arg(wanted));
        const auto &hits = lanes().picture().hits;
        const auto current = std::find_if(hits.begin(), hits.end(), [](const auto &hit) { return hit.isCurrent; });
        QVERIFY(current != hits.end());
        places.push_back(current->x);
    }
    QVERIFY(std::is_sorted(places.begin(), places.end() - 1));
    QCOMPARE(places.back(), places.front());
    m_fixture->key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(panel().bar().state(), QStringLiteral("%1 / %1").arg(wanted));
    field->setText(QStringLiteral("zzz-there-is-no-such-thing"));
    panel().search().wait();
    QCOMPARE(panel().bar().state(), QStringLiteral("Nothing found"));
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!panel().isBarOpen());
    QVERIFY(lanes().picture().hits.empty());
}

/// Zoom, search, filter and the lists of both tell nothing of what lies behind the gate.
void TestLanesWindow::theGateHolds()
{
    playback::PlaybackController &playback = m_fixture->playback();
    for (int i = 0; i < 60 && !playback.isAtGate(); ++i)
        playback.nextStep();
    QVERIFY(playback.isAtGate());
    const std::int64_t limit = m_fixture->document().played()->pacing.toScreen(playback.moment());
    QVERIFY(layout().marks.back().x > limit);
    command("view.find");
    m_fixture->find<QLineEdit>("lanesSearch")->setText(QStringLiteral("logged out"));
    panel().search().wait();
    QCOMPARE(panel().hitCount(), std::size_t {0});
    QCOMPARE(panel().bar().state(), QStringLiteral("Nothing found"));
    m_fixture->find<QLineEdit>("lanesSearch")->setText(QStringLiteral("request"));
    panel().search().wait();
    QVERIFY(panel().hitCount() > 0);
    const auto check = [&] {
        const timelineview::LanesPicture &picture = lanes().picture();
        for (const auto &hit : picture.hits)
            QVERIFY(hit.x <= picture.limit);
        for (const auto &spot : picture.marks)
            QVERIFY(spot.x <= picture.limit);
        for (const auto &stroke : picture.traffic.arrived())
            QVERIFY(stroke.x2Last <= picture.limit);
        for (const auto &stroke : picture.traffic.underWay())
            QVERIFY(stroke.x1Last <= picture.limit);
        for (const auto &span : picture.breaks)
            QVERIFY(span.x <= picture.limit);
        QVERIFY(picture.limit <= m_fixture->document()
                                     .played()
                                     ->pacingWithin(m_fixture->document().view().revealedUntil)
                                     .toScreen(m_fixture->document().view().revealedUntil));
    };
    for (int i = 0; i < 20; ++i) {
        panel().walk(i % 3 == 0 ? -1 : 1);
        i % 2 == 0 ? lanes().zoomIn() : lanes().zoomOut();
        lanes().setWindowFrom(layout().length * i / 20);
        check();
    }
    lanes().showWhole();
    check();
    // Whose lane has a part later only is not there under a filter, whatever the later part is.
    timelineview::LanesFilter filter;
    filter.user = layout().lanes[0].entity;
    lanes().setFilter(filter);
    const auto from = timelineview::concernedFrom(layout(), filter);
    for (const auto &row : lanes().picture().geometry.rows)
        QVERIFY(from[row.lane] <= limit);
    check();
    // A run that ends at the gate has the same picture.
    lanes().setFilter({});
    lanes().showWhole();
    const QImage shown = lanes().grab().toImage();
    report::LaneLayout known = layout();
    std::erase_if(known.arrows, [limit](const auto &arrow) { return arrow.x1 > limit; });
    std::erase_if(known.marks, [limit](const auto &mark) { return mark.x > limit; });
    std::erase_if(known.bands, [limit](const auto &band) { return band.x1 > limit; });
    lanes().setContent(m_fixture->document().view(), &known, &m_fixture->document().played()->pacing);
    lanes().setHits({});
    const QImage ofKnown = lanes().grab().toImage();
    lanes().setContent(m_fixture->document().view(), &layout(), &m_fixture->document().played()->pacing);
    lanes().setHits({});
    QCOMPARE(lanes().grab().toImage(), ofKnown);
    QCOMPARE(shown.size(), ofKnown.size());
}

void TestLanesWindow::usersAreFiltered()
{
    reveal();
    const std::size_t all = lanes().picture().geometry.rows.size();
    command("view.find");
    auto *users = m_fixture->find<events::ChoiceBox>("lanesUser");
    QVERIFY(users);
    users->showPopup();
    users->hidePopup();
    QCOMPARE(users->itemText(2), QStringLiteral("Junho"));
    users->setCurrentIndex(2);
    WindowFixture::settle();
    const auto &rows = lanes().picture().geometry.rows;
    QVERIFY(rows.size() >= 3 && rows.size() < all);
    QCOMPARE(rows.front().name, QStringLiteral("Junho"));
    QVERIFY(std::none_of(rows.begin() + 1, rows.end(), [](const auto &row) { return row.isClient; }));
    // The search keeps to that user.
    m_fixture->find<QLineEdit>("lanesSearch")->setText(QStringLiteral("answered"));
    panel().search().wait();
    const model::EntityId junho = lanes().filter().user;
    QVERIFY(panel().hitCount() > 0);
    QVERIFY(panel().hitCount() <= static_cast<std::size_t>(
                std::count_if(layout().marks.begin(), layout().marks.end(),
                              [&](const auto &mark) { return layout().lanes[mark.lane].entity == junho; })));
    QVERIFY(m_fixture->click("lanesClose"));
    WindowFixture::settle();
    QCOMPARE(lanes().picture().geometry.rows.size(), all);
    QVERIFY(lanes().filter().isUsual());
}

void TestLanesWindow::kindsAreChosenInAMenu()
{
    reveal();
    QVERIFY(std::none_of(lanes().picture().traffic.arrived().begin(), lanes().picture().traffic.arrived().end(),
                         [](const auto &stroke) { return stroke.client.isNone(); }));
    QVERIFY(m_fixture->click("lanesFind"));
    QVERIFY(m_fixture->click("lanesKinds"));
    auto *menu = m_fixture->window().findChild<QMenu *>(QStringLiteral("lanesKindMenu"));
    QVERIFY(menu && menu->actions().size() >= 4);
    QVERIFY(menu->actions()[0]->isChecked());
    QVERIFY(!menu->actions()[1]->isChecked()); // checks, on demand
    menu->actions()[1]->trigger();
    menu->actions()[0]->trigger();
    menu->close();
    lanes().showWhole();
    QVERIFY(lanes().filter().shows(timelineview::MessageGroup::Checks));
    QVERIFY(!lanes().picture().traffic.arrived().empty());
    for (const auto &stroke : lanes().picture().traffic.arrived())
        QVERIFY(stroke.client.isNone());
    QVERIFY(lanes().picture().marks.empty());
    for (const auto &row : lanes().picture().geometry.rows)
        QVERIFY(!row.isClient);
    QVERIFY(m_fixture->find<widgets::Button>("lanesKinds")->text() != QStringLiteral("Kinds"));
}

void TestLanesWindow::filterStaysWithTheSameScenarioOnly()
{
    reveal();
    timelineview::LanesFilter filter;
    filter.user = timeline().findEntity("junho");
    panel().bar().setFilter(filter);
    lanes().setFilter(filter);
    QVERIFY(m_fixture->clickSegment("policy", QStringLiteral("store")));
    m_fixture->document().wait();
    WindowFixture::settle();
    QCOMPARE(m_fixture->document().played()->policy, std::string("store"));
    QCOMPARE(lanes().filter().user, timeline().findEntity("junho"));

    init();
    filter.user = timeline().findEntity("junho");
    panel().find();
    panel().bar().setFilter(filter);
    lanes().setFilter(filter);
    m_fixture->key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_fixture->openLessonByClick("mismatch"));
    m_fixture->document().wait();
    WindowFixture::settle();
    QCOMPARE(m_fixture->document().lessonId(), QStringLiteral("mismatch"));
    QVERIFY(lanes().filter().isUsual());
    QVERIFY(!panel().isBarOpen());
}

void TestLanesWindow::zoomIsSeenOnTheScrubBar()
{
    reveal();
    timelineview::ScrubBar &scrub = page().transport().scrubBar();
    command("view.whole");
    QVERIFY(scrub.bracket().isEmpty());
    for (int i = 0; i < 4; ++i)
        command("view.zoomIn");
    const QRectF bracket = scrub.bracket();
    QVERIFY(!bracket.isEmpty() && bracket.width() < scrub.width() / 2.0);
    const std::int64_t first = lanes().windowFrom();
    const QPoint at = bracket.center().toPoint();
    QTest::mousePress(&scrub, Qt::LeftButton, {}, at);
    QTest::mouseMove(&scrub, at - QPoint(60, 0));
    QTest::mouseRelease(&scrub, Qt::LeftButton, {}, at - QPoint(60, 0));
    QVERIFY(lanes().windowFrom() < first);
    QVERIFY(std::abs(scrub.bracket().left() - (bracket.left() - 60)) <= 1.5);
    command("view.zoomOut");
    QVERIFY(scrub.bracket().width() > bracket.width());
}

/// A switch, and back; marks and playhead stand at the same moments on both axes.
void TestLanesWindow::linearTime()
{
    reveal();
    const std::size_t marks = layout().marks.size();
    command("view.linear");
    panel().axis().wait();
    WindowFixture::settle();
    QVERIFY(m_fixture->find<widgets::Button>("lanesLinear"));
    const auto axis = panel().axis().current();
    QVERIFY(axis->isLinear);
    QCOMPARE(axis->lanesWithin(model::SimTime {INT64_MAX}).marks.size(), marks);
    for (const report::LaneLayout::Mark &mark : axis->lanesWithin(model::SimTime {INT64_MAX}).marks)
        QCOMPARE(mark.x, timeline()[mark.record].at.us);
    QVERIFY(lanes().showsWholeRun());
    QVERIFY(lanes().picture().breaks.empty());
    // Half of the time is half of the axis, on the scrub bar as well.
    const timelineview::ScrubBar &scrub = page().transport().scrubBar();
    const model::SimTime end = m_fixture->document().played()->end();
    const double middle = scrub.xOf(model::SimTime {end.us / 2});
    QVERIFY(std::abs(middle - (scrub.xOf({}) + scrub.xOf(end)) / 2) <= 1);
    QVERIFY(m_fixture->click("lanesLinear"));
    QVERIFY(!panel().axis().current()->isLinear);
    QVERIFY(!m_fixture->find<widgets::Button>("lanesLinear"));
}

void TestLanesWindow::keysWorkOnTheLanes()
{
    reveal();
    bool reached = false;
    for (int i = 0; i < 10 && !reached; ++i) {
        m_fixture->key(Qt::Key_F6);
        reached = lanes().hasFocus();
    }
    QVERIFY(reached);
    m_fixture->key(Qt::Key_Left); // the newest mark
    m_fixture->key(Qt::Key_Return);
    QCOMPARE(page().why().request(), layout().marks.back().request);
    const double scale = lanes().picture().scale.pixelsPerUnit;
    const double text = m_fixture->window().textScale();
    m_fixture->key(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(lanes().picture().scale.pixelsPerUnit > scale);
    QCOMPARE(m_fixture->window().textScale(), text); // that key is the lanes' now
}

QTEST_MAIN(TestLanesWindow)
#include "tst_laneswindow.moc"
