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
