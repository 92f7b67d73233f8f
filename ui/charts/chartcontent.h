// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figures.h"
#include "core/report/pacing.h"
#include "ui/charts/chartlook.h"
#include "ui/stage/stagetexts.h"

#include <QPointF>
#include <QString>

#include <array>
#include <vector>

namespace sessionarium::ui::charts {

/// What a chart is about.
enum class Topic { LoadAndQueue, SessionsAndMemory, Traffic, Latency, SignedIn, Outcomes };
inline constexpr std::array allTopics {Topic::LoadAndQueue, Topic::SessionsAndMemory, Topic::Traffic,
                                       Topic::Latency,      Topic::SignedIn,          Topic::Outcomes};

/// "Load and queue", for choosing.
[[nodiscard]] QString topicName(Topic topic);
/// For files: "load-and-queue".
[[nodiscard]] QString topicId(Topic topic);

/// One line with the label at its end.
struct ChartLine
{
    QString name;
    QString value; ///< What it has come to: "3", "1.5 kB".
    LineLook look;
    /// x on the paced axis, y in the unit of the chart; corners of steps. Empty: nothing to say yet.
    std::vector<QPointF> points;
};

struct AxisMark
{
    double at = 0;
    QString label;
};

/// One pair of axes.
struct ChartPane
{
    QString title; ///< What it shows and in which unit.
    QString nothing; ///< In place of lines while there are none.
    std::vector<ChartLine> lines;
    /// Lines that jump up and down all the time would be a thicket on each other: each gets a strip of its own where
    /// there is room.
    bool strips = false;
    double top = 1; ///< y goes from 0 to here: the last of the marks.
    std::vector<AxisMark> marks;
};

/// A chart at one moment, ready to be drawn. It is made of nothing later than that moment: not its lines, nor the scale
/// of its axes, nor the servers that it names.
struct ChartContent
{
    QString title;
    std::vector<ChartPane> panes; ///< Side by side. At least one.
    const report::PacingMap *pacing = nullptr; ///< The x axis; not owned.
    model::SimTime until; ///< The lines end here: the playhead.
};

/// `until`: the playhead, or what may be known if that is earlier.
[[nodiscard]] ChartContent makeContent(Topic topic, const report::Figures &figures, const report::PacingMap &pacing,
                                       model::SimTime until, const stage::StageTexts &texts);

} // namespace sessionarium::ui::charts
