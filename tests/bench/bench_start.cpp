// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first useful picture: the welcome page with its stage, against an empty window
// with a graphics view, and against the same window with two lines of text in the fonts of the program (its Korean
// letters must be read from their file, whoever shows them). Each in a process of its own. Budgets of
// reference/performance.md: time at most 2 x, memory at most 2.5 x the empty window. Argument: rounds.
#include "tests/bench/measure.h"
#include "ui/stage/stageview.h"
#include "ui/theme/themehost.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sessionarium;
using namespace sessionarium::ui;
using namespace sessionarium::tests::bench;

namespace {

constexpr QSize windowSize(1280, 720);

/// Ends the program once a widget is painted and `isUseful` says yes of it.
class EndAtPaint : public QObject
{
public:
    EndAtPaint(QWidget &watched, std::function<bool()> isUseful) : m_isUseful(std::move(isUseful))
    {
        watched.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isUseful())
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); }); // what goes on after the picture is not the start
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_isUseful;
};

int showEmpty(int argc, char **argv, bool withText)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    auto *view = new QGraphicsView(&window);
    QGraphicsScene scene;
    view->setScene(&scene);
    window.setCentralWidget(view);
    const theme::Theme theme;
    for (const QString &words : {QStringLiteral("Sessions"), QStringLiteral("세션")}) {
        if (withText)
            scene.addText(words, theme.font(theme::FontRole::Body))->setPos(0, scene.height());
    }
    window.resize(windowSize);
    const EndAtPaint end(*view->viewport(), [] { return true; });
    window.show();
    return QApplication::exec();
}

int showWelcome(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QTemporaryDir scratch;
    QSettings settings(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    window::Preferences preferences(settings);
    text::Translator translator(text::Language::Korean);
    theme::ThemeHost themes;
    window::MainWindow window({themes, translator, preferences, playback::monotonicClock(), scratch.path()});
    window.setShade(theme::Shade::Light);
    window.resize(windowSize);
    const stage::StageView &stage = window.welcomePage().firstMinute().stage();
    const EndAtPaint end(window.welcomePage().firstMinute().stage(),
                         [&stage] { return !stage.frame().scene.clients.empty(); });
    window.show();
    return QApplication::exec();
}

struct Use
{
    std::vector<double> processorSeconds;
    double residentMiB = 0; ///< At most.
};

/// Starts this program with a word and waits for its end.
void startAndWait(const char *program, const char *word, Use &use)
{
    const pid_t child = fork();
    if (child == 0) {
        execl(program, program, word, static_cast<char *>(nullptr));
        std::_Exit(127);
    }
    int status = 0;
    rusage usage {};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        std::fprintf(stderr, "%s did not run\n", word);
        std::exit(1);
    }
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    use.processorSeconds.push_back(seconds(usage.ru_utime) + seconds(usage.ru_stime));
    use.residentMiB = std::max(use.residentMiB, static_cast<double>(usage.ru_maxrss) / 1024);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string word = argc > 1 ? argv[1] : "";
    if (word == "empty")
        return showEmpty(argc, argv, false);
    if (word == "text")
        return showEmpty(argc, argv, true);
    if (word == "welcome")
        return showWelcome(argc, argv);

    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    const auto rounds = static_cast<int>(argument(argc, argv, 1, 15));
    Use uses[3];
    std::vector<Side> sides {{"empty", [&] { startAndWait("/proc/self/exe", "empty", uses[0]); }, {}},
                             {"text", [&] { startAndWait("/proc/self/exe", "text", uses[1]); }, {}},
                             {"welcome", [&] { startAndWait("/proc/self/exe", "welcome", uses[2]); }, {}}};
    measureInterleaved(sides, rounds);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        printFigure(sides[i].name + ": start to picture", median(sides[i].seconds) * 1000, "ms");
        printFigure(sides[i].name + ": of it on a processor", median(uses[i].processorSeconds) * 1000, "ms");
        printFigure(sides[i].name + ": resident memory", uses[i].residentMiB, "MiB");
    }
    printFigure("welcome / empty, time", ratio(sides[2], sides[0]), "x", Budget::AtMost, 2);
    printFigure("welcome / text, time", ratio(sides[2], sides[1]), "x");
    printFigure("welcome / empty, processor", median(uses[2].processorSeconds) / median(uses[0].processorSeconds), "x");
    printFigure("welcome / empty, memory", uses[2].residentMiB / uses[0].residentMiB, "x", Budget::AtMost, 2.5);
    printFigure("welcome / text, memory", uses[2].residentMiB / uses[1].residentMiB, "x");
    return 0;
}
