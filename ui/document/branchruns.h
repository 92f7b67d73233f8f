// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/document/openrun.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace sessionarium::ui::document {

/// What the branches come to that are not played, under the values that are: computed beside everything else, without
/// being shown. Belongs to the thread of the window.
class BranchRuns : public QObject
{
    Q_OBJECT

public:
    explicit BranchRuns(QObject *parent = nullptr);

    /// What is open now, and what is played of it. Runs that are still right are kept. Null: nothing is open.
    void setOpen(std::shared_ptr<const OpenRun> open, std::size_t step, std::shared_ptr<const PlayedRun> played);

    /// Null: it is not computed, or not any more.
    [[nodiscard]] std::shared_ptr<const PlayedRun> find(const std::string &branch) const;
    /// Computes it if need be; `computed` tells when it is there.
    void compute(const std::string &branch);
    /// Computes one branch after the other, as long as all together have not more than `mostRecords`.
    void computeAll();
    void wait() { m_computation.wait(); }

    static constexpr std::size_t mostRecords = 300'000;

Q_SIGNALS:
    void computed(const QString &branch);

private:
    /// What a run was made of.
    struct Made
    {
        std::shared_ptr<const scenario::Scenario> of;
        scenario::RunChange values;
        std::shared_ptr<const PlayedRun> run;
    };

    [[nodiscard]] bool isRight(const Made &made, const std::string &branch) const;
    void adopt(const std::string &branch, const Made &made);
    void goOn();

    std::shared_ptr<const OpenRun> m_open; // null: nothing is open, or a foreign timeline
    scenario::RunChange m_values; // that are played; its branch is empty
    std::map<std::string, Made> m_runs;
    std::set<std::string> m_failed; // cannot be computed under these values
    std::set<std::string> m_pending;
    bool m_wantsAll = false;
    Computation m_computation; // last: its destructor waits for work
};

} // namespace sessionarium::ui::document
