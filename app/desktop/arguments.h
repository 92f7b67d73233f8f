// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "ui/text/language.h"
#include "ui/theme/palette.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace sessionarium::desktop {

/// What the command line of the desktop program says.
struct Arguments
{
    enum class View { Main, Events, Welcome, Presenter };

    QString scenario; ///< A file, a timeline or a lesson's id; empty: the welcome page.
    QString picture; ///< Not empty: make a picture of the window in this file, show nothing.
    QSize size {1600, 1000};
    std::optional<ui::text::Language> language;
    std::optional<ui::theme::Shade> shade;
    std::optional<model::SimTime> at; ///< Where the picture stands.
    View view = View::Main;

    // What is to be said instead of starting; empty: start.
    QString message;
    bool isError = false; ///< The message is about wrong usage.
};

/// Reads the arguments, the program's name first. Never exits. Requires: a QCoreApplication (for the translations).
[[nodiscard]] Arguments readArguments(const QStringList &arguments);

/// Whether a picture is asked for, told before there is an application.
[[nodiscard]] bool asksForPicture(int argc, char **argv);
/// Whether all that is asked for can be done without a display: a picture, the help, the version.
[[nodiscard]] bool needsNoDisplay(int argc, char **argv);
/// The language that `--lang` names, told before there are translations; nothing if it names none.
[[nodiscard]] std::optional<ui::text::Language> languageAskedFor(const QStringList &arguments);

} // namespace sessionarium::desktop
