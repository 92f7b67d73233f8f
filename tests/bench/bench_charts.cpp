// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of each chart costs: while the run plays, and when the playhead leaps. Budgets of
// reference/performance.md: 2 ms a frame while running, scrubbing within a frame of 16.7 ms. Arguments: frames of a
// round, rounds.
#include "resources/lessons.h"
#include "tests/bench/measure.h"
#include "ui/charts/chartsview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>

#include <algorithm>
#include <cstdio>

using namespace sessionarium;
using namespace sessionarium::ui;
using namespace sessionarium::tests::bench;

namespace {

constexpr QSize viewSize(1240, 260); // below the stage at 1920 x 1080
constexpr const char *lesson = "scale-out";

void measure(int frames, int rounds)
{
    text::Translator translator(text::Language::English);
    theme::ThemeHost host(theme::lightTheme());
    document::Document document;
    const document::RunTexts texts(document, translator);
    playback::PlaybackController playback(document, [] { return qint64 {0}; });
    charts::ChartsView view(host, document, playback, texts);
    view.resize(viewSize);
    view.show();
    document.openLesson(QString::fromLatin1(lesson), resources::findLesson(lesson));
    document.wait();
    document.passGatesBefore(document.played()->end() + model::seconds(1));
    playback.seek(document.played()->end());
    view.wait();
    const model::SimTime end = playback.moment();
    const std::int64_t length = document.played()->pacing.toScreen(end);
    std::printf("%s: %u records, %zu stops\n", lesson, document.played()->timeline().size(),
                document.played()->pacing.stops().size());

    QImage picture(viewSize, QImage::Format_ARGB32_Premultiplied);
    const auto frameAt = [&](std::int64_t unit) {
        playback.seek(document.played()->pacing.toTime(unit));
        picture.fill(Qt::white);
        view.render(&picture);
    };
    const std::int64_t frame = 16'667; // of playback at speed 1
    for (const charts::Topic topic : charts::allTopics) {
        view.setTopic(topic);
        const std::string name = charts::topicName(topic).toStdString();
        std::vector<Side> sides {{name + ": playing, the last frames",
                                  [&] {
                                      for (int i = frames; i > 0; --i)
                                          frameAt(std::max<std::int64_t>(0, length - i * frame));
                                  },
                                  {}},
                                 {name + ": the playhead leaps back and forth",
                                  [&] {
                                      for (int i = 0; i < frames; ++i)
                                          frameAt(i % 2 == 0 ? length * (frames - i) / frames : length);
                                  },
                                  {}}};
        measureInterleaved(sides, rounds);
        printFigure(sides[0].name, median(sides[0].seconds) * 1e3 / frames, "ms/frame", Budget::AtMost, 2);
        printFigure(sides[1].name, median(sides[1].seconds) * 1e3 / frames, "ms/frame", Budget::AtMost, 16.7);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    measure(static_cast<int>(argument(argc, argv, 1, 20)), static_cast<int>(argument(argc, argv, 2, 5)));
    return 0;
}
