// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/stage/handmaderun.h"
#include "ui/timelineview/lanesview.h"

#include <QApplication>
#include <QImage>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace sessionarium::tests {

/// The lanes of a hand-made run: two log-ins, a crash, and a read of what it took along.
class LanesFixture
{
protected:
    void begin()
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
        m_view = std::make_unique<ui::timelineview::LanesView>(m_host);
        m_view->resize(900, 280);
        m_view->setTexts(m_texts.get());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        show(m_run->now());
    }

    void show(model::SimTime moment, model::SimTime revealed = model::SimTime {60'000'000})
    {
        m_view->setContent({&m_run->timeline(), revealed}, &m_layout, m_pacing.get());
        m_view->setMoment(moment);
    }

    [[nodiscard]] QPoint markPoint(std::size_t i) const
    {
        const ui::timelineview::LanesPicture &picture = m_view->picture();
        const report::LaneLayout::Mark &mark = m_layout.marks[i];
        return QPointF(picture.scale.x(mark.x), picture.geometry.yOfLane[mark.lane] - picture.scroll).toPoint();
    }

    /// Ctrl with the wheel; positive: in.
    void zoom(QPointF at, int steps)
    {
        QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &wheel);
    }

    [[nodiscard]] QImage picture() { return m_view->grab().toImage(); }

    std::unique_ptr<HandMadeRun> m_run;
    std::unique_ptr<HandMadeTexts> m_texts;
    std::unique_ptr<report::PacingMap> m_pacing;
    report::LaneLayout m_layout;
    ui::theme::ThemeHost m_host;
    std::unique_ptr<ui::timelineview::LanesView> m_view;
    model::SimTime m_afterFirst; // the first client has its answer
    model::SimTime m_downAt;
};

} // namespace sessionarium::tests
