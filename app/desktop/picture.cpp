// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/picture.h"

#include "ui/text/problemtext.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/bottompanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workpage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QTextStream>

namespace sessionarium::desktop {

namespace {

constexpr int exitInputRefused = 1;
constexpr int exitNotWritten = 4;

void complain(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

/// Layouts inside layouts come to rest in a few rounds of the event loop.
void settle()
{
    constexpr int rounds = 8;
    for (int i = 0; i < rounds; ++i)
        QCoreApplication::processEvents();
}

} // namespace

int makePicture(ui::window::MainWindow &window, const Arguments &arguments)
{
    ui::document::Document &document = window.document();
    bool refused = false;
    QObject::connect(&document, &ui::document::Document::failed, &document,
                     [&refused](const model::Problems &problems, const QString &about) {
                         refused = true;
                         for (const model::Problem &problem : problems)
                             complain(about + QStringLiteral(": ") + ui::text::problemLine(problem));
                     });
    window.resize(arguments.size);
    window.show(); // without a display: the platform is offscreen
    window.welcomePage().firstMinute().document().wait();
    if (!arguments.scenario.isEmpty() && arguments.view != Arguments::View::Welcome) {
        if (!window.openLesson(arguments.scenario))
            window.openPath(arguments.scenario);
        document.wait();
        if (refused)
            return exitInputRefused;
        if (arguments.at) {
            document.passGatesBefore(*arguments.at);
            window.playback().seek(*arguments.at);
            if (window.playback().isAtEndOfStep() && window.playback().hasNextStep()
                && document.progress().isShut(window.playback().step() + 1))
                window.playback().enterStep(window.playback().step() + 1); // exactly there: the question
            document.wait();
        }
        document.branchRuns().wait(); // what became of the futures that were left
        window.setPresenting(arguments.view == Arguments::View::Presenter, false);
    }
    if (arguments.view == Arguments::View::Events)
        window.workPage().bottomPanel().showView(QStringLiteral("events"));
    settle();
    if (!window.grab().save(arguments.picture)) {
        model::Problem problem;
        problem.code = model::ProblemCode::WriteFailed;
        problem.place = arguments.picture.toStdString();
        complain(ui::text::problemLine(problem));
        return exitNotWritten;
    }
    return 0;
}

} // namespace sessionarium::desktop
