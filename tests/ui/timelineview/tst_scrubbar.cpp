// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/timelineview/scrubbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui;
using model::SimTime;
using timelineview::ScrubBar;

Q_DECLARE_METATYPE(sessionarium::model::SimTime)

/// The scrub bar: seeks by mouse and keys, never beyond the gate, shows nothing ahead.
class TestScrubBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clickSeeks();
    void keysSeek();
    void gateHolds();
    void marksAheadAreHidden();
    void marksDoNotOverlap();
    void bracketIsDragged();
    void saysWhereItIs();
    void emptyBarIsHarmless();

private:
    std::unique_ptr<HandMadeRun> m_run;
    std::unique_ptr<HandMadeTexts> m_texts;
    std::unique_ptr<report::PacingMap> m_pacing;
    report::LaneLayout m_layout;
    theme::ThemeHost m_host;
    std::unique_ptr<ScrubBar> m_bar;
    SimTime m_half;
};

void TestScrubBar::init()
{
    m_run = std::make_unique<HandMadeRun>(2, 2);
    m_run->setTime({1'000'000});
    m_run->logIn(0, 0);
    m_half = m_run->now();
    m_run->wait(model::seconds(2));
    m_run->logIn(1, 1);
    m_texts = std::make_unique<HandMadeTexts>(m_run->timeline(), HandMadeTexts::Names::English);
    m_pacing = std::make_unique<report::PacingMap>(m_run->timeline());
    m_layout = report::layOutLanes(m_run->timeline(), verdict::judge(m_run->timeline()), *m_pacing);
    m_bar = std::make_unique<ScrubBar>(m_host);
    m_bar->resize(400, 44);
    m_bar->setTexts(m_texts.get());
    m_bar->setContent({&m_run->timeline(), {60'000'000}}, &m_layout, m_pacing.get());
    m_bar->setMoment(m_half);
}

void TestScrubBar::clickSeeks()
{
    QSignalSpy sought(m_bar.get(), &ScrubBar::seekRequested);
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(static_cast<int>(m_bar->xOf(m_half)), 26));
    const SimTime at = sought.takeFirst().at(0).value<SimTime>();
    QVERIFY(std::abs(m_bar->xOf(at) - m_bar->xOf(m_half)) <= 1.0);
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(0, 26));
    QCOMPARE(sought.takeFirst().at(0).value<SimTime>().us, 0);
}

void TestScrubBar::keysSeek()
{
    QSignalSpy sought(m_bar.get(), &ScrubBar::seekRequested);
    const auto seek = [&](Qt::Key key) {
        QTest::keyClick(m_bar.get(), key);
        return sought.takeFirst().at(0).value<SimTime>();
    };
    QCOMPARE(seek(Qt::Key_Right).us, m_pacing->nextStop(m_half)->us);
    QCOMPARE(seek(Qt::Key_Left).us, m_pacing->previousStop(m_half)->us);
    QCOMPARE(seek(Qt::Key_Home).us, 0);
    QCOMPARE(seek(Qt::Key_End).us, m_pacing->toTime(m_pacing->length()).us);
    QVERIFY(seek(Qt::Key_PageDown).us > m_half.us);
    QVERIFY(seek(Qt::Key_PageUp).us < m_half.us);
}

void TestScrubBar::gateHolds()
{
    m_bar->setContent({&m_run->timeline(), m_half}, &m_layout, m_pacing.get());
    QSignalSpy sought(m_bar.get(), &ScrubBar::seekRequested);
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(395, 26));
    QCOMPARE(sought.takeFirst().at(0).value<SimTime>().us, m_half.us);
    for (const Qt::Key key : {Qt::Key_End, Qt::Key_Right, Qt::Key_PageDown}) {
        QTest::keyClick(m_bar.get(), key);
        QCOMPARE(sought.takeFirst().at(0).value<SimTime>().us, m_half.us);
    }
}

void TestScrubBar::marksAheadAreHidden()
{
    const QImage whole = m_bar->grab().toImage();
    report::LaneLayout known = m_layout;
    QCOMPARE(known.marks.size(), std::size_t {2});
    known.marks.pop_back();
    m_bar->setContent({&m_run->timeline(), {60'000'000}}, &known, m_pacing.get());
    QCOMPARE(m_bar->grab().toImage(), whole);
    m_bar->setMoment(m_run->now());
    const QImage without = m_bar->grab().toImage();
    m_bar->setContent({&m_run->timeline(), {60'000'000}}, &m_layout, m_pacing.get());
    QVERIFY(m_bar->grab().toImage() != without);
}

void TestScrubBar::marksDoNotOverlap()
{
    using Outcome = verdict::Outcome;
    report::LaneLayout crowded = m_layout;
    const report::LaneLayout::Mark sample = m_layout.marks.front();
    crowded.marks.clear();
    for (int i = 0; i < 200; ++i) {
        report::LaneLayout::Mark mark = sample;
        mark.x = sample.x + (m_layout.marks.back().x - sample.x) * i / 200;
        mark.outcome = i == 57 ? Outcome::LoggedOut : i == 58 || i == 120 ? Outcome::Refused : Outcome::Fine;
        crowded.marks.push_back(mark);
    }
    m_bar->setContent({&m_run->timeline(), {60'000'000}}, &crowded, m_pacing.get());
    m_bar->setMoment(m_run->now());
    const std::vector<ScrubBar::Mark> shown = m_bar->marks();
    QVERIFY(shown.size() > 3 && shown.size() < 40);
    int loggedOut = 0;
    int refused = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QVERIFY(i == 0 || shown[i].x - shown[i - 1].x >= 12);
        loggedOut += shown[i].outcome == Outcome::LoggedOut ? 1 : 0;
        refused += shown[i].outcome == Outcome::Refused ? 1 : 0;
    }
    QCOMPARE(loggedOut, 1); // the error right behind it is hidden, the other one is not
    QCOMPARE(refused, 1);
}

void TestScrubBar::bracketIsDragged()
{
    QSignalSpy moved(m_bar.get(), &ScrubBar::windowMoved);
    QSignalSpy sought(m_bar.get(), &ScrubBar::seekRequested);
    const std::int64_t whole = m_pacing->length();
    const QImage without = m_bar->grab().toImage();
    m_bar->setWindow(0, whole);
    QVERIFY(m_bar->bracket().isEmpty());
    QCOMPARE(m_bar->grab().toImage(), without);
    m_bar->setWindow(whole / 4, whole / 2);
    const QRectF box = m_bar->bracket();
    QVERIFY(QRectF(m_bar->rect()).contains(box));
    QVERIFY(std::abs(box.width() - 380 / 4.0) <= 1);
    QVERIFY(m_bar->grab().toImage() != without);
    const QPoint at = box.center().toPoint();
    QTest::mousePress(m_bar.get(), Qt::LeftButton, {}, at);
    QTest::mouseMove(m_bar.get(), at + QPoint(38, 0)); // a tenth of the bar
    QTest::mouseRelease(m_bar.get(), Qt::LeftButton, {}, at + QPoint(38, 0));
    QVERIFY(sought.isEmpty());
    const std::int64_t wanted = whole / 4 + whole / 10;
    QVERIFY(std::abs(moved.takeLast().at(0).toLongLong() - wanted) <= whole / 200);
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(at.x(), 26)); // the bar itself
    QCOMPARE(sought.size(), 1);
}

void TestScrubBar::saysWhereItIs()
{
    QCOMPARE(m_bar->accessibleDescription(), m_texts->instant(m_half));
}

void TestScrubBar::emptyBarIsHarmless()
{
    m_bar->setContent({}, nullptr, nullptr);
    QSignalSpy sought(m_bar.get(), &ScrubBar::seekRequested);
    QVERIFY(!m_bar->grab().isNull());
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, QPoint(200, 26));
    QTest::keyClick(m_bar.get(), Qt::Key_End);
    QVERIFY(sought.isEmpty());
}

QTEST_MAIN(TestScrubBar)
#include "tst_scrubbar.moc"
