// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/timeaxis.h"

#include <utility>

namespace sessionarium::ui::timelineview {

namespace {

std::shared_ptr<const RunOnAxis> paced(std::shared_ptr<const document::PlayedRun> run)
{
    if (!run)
        return nullptr;
    auto axis = std::make_shared<RunOnAxis>();
    axis->run = std::move(run);
    return axis;
}

std::shared_ptr<const RunOnAxis> linear(std::shared_ptr<const document::PlayedRun> run)
{
    auto axis = std::make_shared<RunOnAxis>();
    axis->run = std::move(run);
    axis->isLinear = true;
    const timeline::Timeline &timeline = axis->run->timeline();
    const auto withLanes = [&](report::PacingMap pacing) {
        report::LaneLayout lanes = report::layOutLanes(timeline, axis->run->verdicts(), pacing);
        return document::RunAxis {std::move(pacing), std::move(lanes)};
    };
    axis->linear = withLanes(report::PacingMap::linear(timeline));
    for (const auto &[gate, paced] : axis->run->gatedAxes)
        axis->gatedLinear.emplace(gate, withLanes(report::PacingMap::linear(timeline, gate)));
    return axis;
}

} // namespace

const document::RunAxis &RunOnAxis::linearWithin(model::SimTime revealedUntil) const
{
    const auto gated = gatedLinear.find(revealedUntil);
    return gated == gatedLinear.end() ? linear : gated->second;
}

const report::PacingMap &RunOnAxis::pacingWithin(model::SimTime revealedUntil) const
{
    return isLinear ? linearWithin(revealedUntil).pacing : run->pacingWithin(revealedUntil);
}

const report::LaneLayout &RunOnAxis::lanesWithin(model::SimTime revealedUntil) const
{
    return isLinear ? linearWithin(revealedUntil).lanes : run->lanesWithin(revealedUntil);
}

TimeAxis::TimeAxis(QObject *parent) : QObject(parent)
{
}

void TimeAxis::setRun(std::shared_ptr<const document::PlayedRun> run)
{
    if (run == m_run)
        return;
    m_run = std::move(run);
    m_computation.cancel();
    m_current = paced(m_run);
    begin();
}

void TimeAxis::setLinear(bool linear)
{
    if (linear == m_linear)
        return;
    m_linear = linear;
    m_computation.cancel();
    if (!m_linear) {
        m_current = paced(m_run);
        Q_EMIT changed();
    }
    begin();
}

void TimeAxis::begin()
{
    if (!m_linear || !m_run)
        return;
    m_computation.start([this, run = m_run](const document::Progress &) {
        return [this, axis = linear(run)] {
            m_current = axis;
            Q_EMIT changed();
        };
    });
}

} // namespace sessionarium::ui::timelineview
