// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/events/eventstable.h"
#include "ui/events/eventsview.h"
#include "ui/events/filterbar.h"
#include "ui/inspector/whypanel.h"
#include "ui/window/bottompanel.h"
#include "ui/window/workpage.h"

#include <QLineEdit>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using events::EventsTable;
using tests::WindowFixture;

/// The table of events in the real window: beside the lanes, in step with everything else.
class TestEventsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTabShowsIt();
    void aClickMovesThePlayheadAndAsksWhy();
    void whyLeadsTheTable();
    void keysFindTheirWay();
    void aClickerStillSteps();
    void theGateHolds();

private:
    [[nodiscard]] events::EventsView &view() { return m_fixture->window().workPage().events(); }
    [[nodiscard]] EventsTable &table() { return view().table(); }
    [[nodiscard]] const timeline::Timeline &timeline() { return m_fixture->document().played()->timeline(); }
    [[nodiscard]] const events::EventsModel &model()
    {
        return *static_cast<const events::EventsModel *>(table().model());
    }
    void reveal();
    void clickRow(std::uint32_t position, Qt::MouseButton button = Qt::LeftButton);

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestEventsWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>(text::Language::Korean, QSize(1280, 720));
    QVERIFY(m_fixture->openLessonByClick("mismatch"));
    QVERIFY(m_fixture->clickSegment("views", QStringLiteral("events")));
    WindowFixture::settle();
}

void TestEventsWindow::reveal()
{
    m_fixture->document().passGatesBefore(m_fixture->document().played()->end() + model::seconds(1));
    m_fixture->playback().seek(m_fixture->document().played()->end());
    view().wait();
    WindowFixture::settle();
}

void TestEventsWindow::clickRow(std::uint32_t position, Qt::MouseButton button)
{
    table().scrollToPosition(position);
    const auto row = static_cast<int>(position - table().first());
    QTest::mouseClick(table().viewport(), button, {}, QPoint(40, table().rowViewportPosition(row) + 4));
    WindowFixture::settle();
}

void TestEventsWindow::aTabShowsIt()
{
    QVERIFY(m_fixture->find<EventsTable>("eventsTable"));
    QVERIFY(table().capacity() >= 4); // even in a small window
    reveal();
    QCOMPARE(model().total(), timeline().size());
    QVERIFY(m_fixture->clickSegment("views", window::BottomPanel::lanesView));
    WindowFixture::settle();
    QVERIFY(!table().isVisible());
}

void TestEventsWindow::aClickMovesThePlayheadAndAsksWhy()
{
    reveal();
    const auto &verdicts = m_fixture->document().played()->verdicts().all();
    const auto bad = std::find_if(verdicts.begin(), verdicts.end(), [](const verdict::Verdict &each) {
        return each.outcome == verdict::Outcome::LoggedOut;
    });
    QVERIFY(bad != verdicts.end());
    clickRow(bad->finished.value);
    QCOMPARE(m_fixture->playback().moment().us, timeline()[bad->finished].at.us);
    QCOMPARE(m_fixture->window().workPage().why().request().value, bad->request.value);
    QVERIFY(m_fixture->window().workPage().why().lighter().isLit());
    QCOMPARE(table().currentRecord().value, bad->finished.value);
    // What is lit stands in the table with its number.
    const inspector::WhyPanel &why = m_fixture->window().workPage().why();
    QTRY_COMPARE_WITH_TIMEOUT(why.lighter().reached(), why.steps().size(), 30'000);
    int numbered = 0;
    for (std::uint32_t first = 0; first < model().total(); ++first) {
        table().scrollToPosition(first);
        if (table().first() == first && model().index(0, 0).data(events::EventsModel::LitRole).toInt() > 0)
            ++numbered;
    }
    QVERIFY(numbered > 0);
}

void TestEventsWindow::whyLeadsTheTable()
{
    reveal();
    table().scrollToPosition(0);
    const verdict::Verdict verdict = m_fixture->document().played()->verdicts().all()[2];
    m_fixture->window().workPage().why().ask(verdict.request);
    QCOMPARE(table().currentRecord().value, verdict.finished.value);
    QVERIFY(verdict.finished.value >= table().first());
    QVERIFY(verdict.finished.value < table().first() + table().capacity());
}

void TestEventsWindow::keysFindTheirWay()
{
    reveal();
    m_fixture->key(Qt::Key_F, Qt::ControlModifier);
    auto *field = m_fixture->find<QLineEdit>("eventsSearch");
    QVERIFY(field && field->hasFocus());
    m_fixture->key(Qt::Key_Down);
    QVERIFY(table().hasFocus());
    m_fixture->key(Qt::Key_Home);
    QCOMPARE(table().currentRecord().value, 0U);
    m_fixture->key(Qt::Key_PageDown); // the table's now, not the lesson's
    QCOMPARE(table().currentRecord().value, table().capacity());
    const auto before = m_fixture->playback().moment();
    m_fixture->key(Qt::Key_Return);
    QVERIFY(m_fixture->playback().moment() < before);
    QCOMPARE(m_fixture->playback().moment().us, timeline()[table().currentRecord()].at.us);
    bool reached = false;
    for (int i = 0; i < 8 && !reached; ++i) {
        m_fixture->key(Qt::Key_F6);
        reached = i > 0 && table().hasFocus();
    }
    QVERIFY(reached);
}

void TestEventsWindow::aClickerStillSteps()
{
    reveal();
    m_fixture->playback().toStart();
    m_fixture->playback().hopForward();
    WindowFixture::settle();
    clickRow(0);
    const std::size_t step = m_fixture->playback().step();
    for (int i = 0; i < 4; ++i) // plays, leaps, goes on
        m_fixture->key(Qt::Key_PageDown);
    QVERIFY(m_fixture->playback().step() > step);
}

void TestEventsWindow::theGateHolds()
{
    const model::SimTime gate = m_fixture->document().view().revealedUntil;
    m_fixture->playback().seek(m_fixture->document().played()->end());
    view().wait();
    QCOMPARE(model().total(), timeline().countUpTo(gate));
    QVERIFY(model().total() < timeline().size());
    m_fixture->document().passGatesBefore(m_fixture->document().played()->end() + model::seconds(1));
    m_fixture->playback().seek(m_fixture->document().played()->end());
    QVERIFY(model().total() > timeline().countUpTo(gate));
}

QTEST_MAIN(TestEventsWindow)
#include "tst_eventswindow.moc"
