// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/arguments.h"
#include "app/desktop/picture.h"
#include "ui/theme/theme.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/icons.h"
#include "ui/window/mainwindow.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <memory>

namespace {

constexpr int exitWrongUsage = 2;

int say(const sessionarium::desktop::Arguments &arguments)
{
    QTextStream(arguments.isError ? stderr : stdout) << arguments.message << Qt::endl;
    return arguments.isError ? exitWrongUsage : 0;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace sessionarium;

    const bool picture = desktop::asksForPicture(argc, argv);
    if (desktop::needsNoDisplay(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Sessionarium"));
    QCoreApplication::setOrganizationName(QStringLiteral("Sessionarium"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SESSIONARIUM_VERSION));

    // A picture depends on nothing but its arguments, and leaves nothing behind.
    const QTemporaryDir scratch;
    const auto settings = picture
        ? std::make_unique<QSettings>(scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        : std::make_unique<QSettings>();
    ui::window::Preferences preferences(*settings);

    const auto askedFor = desktop::languageAskedFor(QCoreApplication::arguments());
    ui::text::Translator translator(
        askedFor.value_or(preferences.language().value_or(ui::text::languageOfEnvironment())));
    const desktop::Arguments arguments = desktop::readArguments(QCoreApplication::arguments());
    if (!arguments.message.isEmpty())
        return say(arguments);

    const ui::theme::Shade shade = arguments.shade.value_or(preferences.shade().value_or(ui::theme::Shade::Light));
    ui::theme::Theme look = shade == ui::theme::Shade::Dark ? ui::theme::darkTheme() : ui::theme::lightTheme();
    look.textScale = preferences.textScale();
    ui::theme::ThemeHost themes(look); // before the first widget: a change of the look is costly
    const QString recovery = picture
        ? QString()
        : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery");
    ui::window::MainWindow window({themes, translator, preferences, ui::playback::monotonicClock(), recovery});
    window.setShade(shade);
    QApplication::setWindowIcon(ui::widgets::makeLogoIcon(themes.palette()));
    if (picture)
        return desktop::makePicture(window, arguments);

    window.showOnScreen();
    if (!arguments.scenario.isEmpty() && !window.openLesson(arguments.scenario))
        window.openPath(arguments.scenario);
    return QApplication::exec();
}
