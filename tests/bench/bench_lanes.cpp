// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the lanes costs, against a first version that draws every message: while the run plays, and when the
// playhead leaps. Budgets of reference/performance.md: table and lanes together 4 ms a frame while running; scrubbing a
// run of a million records stays within a frame of 16.7 ms. Arguments: frames of a round, rounds.
#include "tests/bench/measure.h"
#include "tests/bench/syntheticrun.h"
#include "ui/timelineview/lanesview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <cstdio>

using namespace sessionarium;
using namespace sessionarium::ui;
using namespace sessionarium::tests::bench;

namespace {

constexpr std::uint32_t clientCount = 12;
constexpr QSize viewSize(1240, 260); // below the stage at 1920 x 1080

class Texts : public stage::StageTexts
{
public:
    explicit Texts(const timeline::Timeline &timeline) : m_timeline(timeline) { }
    [[nodiscard]] QString entityName(model::EntityId entity) const override
    {
        return QString::fromStdString(m_timeline.entity(entity).id);
    }
    [[nodiscard]] QString entityInitial(model::EntityId entity) const override { return entityName(entity).left(1); }
    [[nodiscard]] QString sessionLabel(const timeline::SessionInfo & /*session*/) const override { return {}; }
    [[nodiscard]] QString balancerCaption() const override { return {}; }
    [[nodiscard]] QString duration(model::Duration span) const override { return QString::number(span.us); }
    [[nodiscard]] QString instant(model::SimTime at) const override { return QString::number(at.us); }

private:
    const timeline::Timeline &m_timeline;
};

/// Every message that has been sent so far as a line with a dot, as it stands in the layout.
void paintEach(QPainter &painter, const report::LaneLayout &layout, const timelineview::LanesPicture &picture)
{
    const timelineview::LanesScale &scale = picture.scale;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const report::LaneLayout::Arrow &arrow : layout.arrows) {
        if (arrow.x1 > picture.limit)
            break;
        if (!picture.geometry.isShown(arrow.fromLane) || !picture.geometry.isShown(arrow.toLane)
            || scale.x(arrow.x2) < scale.left || scale.x(arrow.x1) > scale.right)
            continue;
        const QPointF end(scale.x(arrow.x2), picture.geometry.yOfLane[arrow.toLane]);
        painter.setPen(QPen(Qt::darkBlue, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(scale.x(arrow.x1), picture.geometry.yOfLane[arrow.fromLane]), end);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::darkBlue);
        painter.drawEllipse(end, 3, 3);
    }
}

void measureAt(std::uint32_t records, int frames, int rounds)
{
    timeline::Timeline timeline;
    writeSyntheticRun(records, clientCount, timeline);
    const verdict::Verdicts verdicts = verdict::judge(timeline);
    const report::PacingMap pacing(timeline);
    const report::LaneLayout layout = report::layOutLanes(timeline, verdicts, pacing);
    const Texts texts(timeline);
    theme::ThemeHost host;
    timelineview::LanesView view(host);
    view.resize(viewSize);
    view.setTexts(&texts);
    view.setContent({&timeline, model::SimTime {INT64_MAX}}, &layout, &pacing);
    view.setShowAll(true);
    const std::int64_t end = pacing.toScreen(timeline[timeline.size() - 1].at);
    QImage picture(viewSize, QImage::Format_ARGB32_Premultiplied);
    const auto frameAt = [&](std::int64_t unit) {
        view.setMoment(pacing.toTime(unit));
        picture.fill(Qt::white);
        view.render(&picture);
    };
    frameAt(end);
    view.showWhole();
    std::printf("%u records, %zu messages, %zu marks, all on the screen\n", timeline.size(), layout.arrows.size(),
                layout.marks.size());

    const std::int64_t frame = 16'667; // of playback at speed 1
    std::vector<Side> sides {
        {"lanes: playing, the last frames",
         [&] {
             for (int i = frames; i > 0; --i)
                 frameAt(std::max<std::int64_t>(0, end - i * frame));
         },
         {}},
        {"lanes: the playhead leaps back and forth",
         [&] {
             for (int i = 0; i < frames; ++i)
                 frameAt(i % 2 == 0 ? end * (frames - i) / frames : end);
         },
         {}},
    };
    const bool affordable = records <= 100'000;
    if (affordable)
        sides.push_back({"every message drawn",
                         [&] {
                             for (int i = 0; i < frames; ++i) {
                                 picture.fill(Qt::white);
                                 QPainter painter(&picture);
                                 paintEach(painter, layout, view.picture());
                             }
                         },
                         {}});
    measureInterleaved(sides, rounds);
    printFigure(sides[0].name, median(sides[0].seconds) * 1e3 / frames, "ms/frame", Budget::AtMost, 4);
    printFigure(sides[1].name, median(sides[1].seconds) * 1e3 / frames, "ms/frame", Budget::AtMost, 16.7);
    if (affordable) {
        printFigure(sides[2].name, median(sides[2].seconds) * 1e3 / frames, "ms/frame");
        printFigure("lanes playing / every message drawn", ratio(sides[0], sides[2]), "ratio");
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto frames = static_cast<int>(argument(argc, argv, 1, 20));
    const auto rounds = static_cast<int>(argument(argc, argv, 2, 5));
    for (const std::uint32_t records : {1'000u, 10'000u, 25'000u, 1'000'000u})
        measureAt(records, frames, rounds);
    return 0;
}
