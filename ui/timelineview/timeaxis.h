// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/document/playedrun.h"

#include <QObject>

#include <map>
#include <memory>

namespace sessionarium::ui::timelineview {

/// The lanes of a run on one axis. Lives as long as somebody reads it.
struct RunOnAxis
{
    std::shared_ptr<const document::PlayedRun> run;
    bool isLinear = false;
    document::RunAxis linear; ///< Linear only.
    std::map<model::SimTime, document::RunAxis> gatedLinear; ///< As PlayedRun::gatedAxes.

    /// For views that show nothing later than this.
    [[nodiscard]] const report::PacingMap &pacingWithin(model::SimTime revealedUntil) const;
    [[nodiscard]] const report::LaneLayout &lanesWithin(model::SimTime revealedUntil) const;

private:
    [[nodiscard]] const document::RunAxis &linearWithin(model::SimTime revealedUntil) const;
};

/// The switch between paced and linear time (semantics §9) for lanes and scrub bar. A run on the linear axis is laid
/// out in a thread when somebody asks for it; until it is there, the paced one is shown.
class TimeAxis : public QObject
{
    Q_OBJECT

public:
    explicit TimeAxis(QObject *parent = nullptr);

    /// Null: nothing is open. Emits nothing.
    void setRun(std::shared_ptr<const document::PlayedRun> run);
    void setLinear(bool linear);
    /// What is wanted.
    [[nodiscard]] bool isLinear() const { return m_linear; }
    /// Null: nothing is open.
    [[nodiscard]] std::shared_ptr<const RunOnAxis> current() const { return m_current; }
    void wait() { m_computation.wait(); }

Q_SIGNALS:
    /// current() is another one.
    void changed();

private:
    void begin();

    bool m_linear = false;
    std::shared_ptr<const document::PlayedRun> m_run;
    std::shared_ptr<const RunOnAxis> m_current;
    document::Computation m_computation; // last: its destructor waits
};

} // namespace sessionarium::ui::timelineview
