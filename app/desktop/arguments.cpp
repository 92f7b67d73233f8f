// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/arguments.h"

#include "ui/text/timetext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace sessionarium::desktop {

using ui::text::Language;
using ui::theme::Shade;

namespace {

constexpr int leastSide = 320;
constexpr int greatestSide = 8000;

QString say(const char *text)
{
    return QCoreApplication::translate("Arguments", text);
}

std::optional<QSize> parseSize(const QString &text)
{
    const QStringList sides = text.split(QLatin1Char('x'));
    if (sides.size() != 2)
        return std::nullopt;
    bool widthOk = false;
    bool heightOk = false;
    const QSize size(sides[0].toInt(&widthOk), sides[1].toInt(&heightOk));
    const auto inBounds = [](int side) { return side >= leastSide && side <= greatestSide; };
    return widthOk && heightOk && inBounds(size.width()) && inBounds(size.height()) ? std::optional(size)
                                                                                    : std::nullopt;
}

void refuse(Arguments &arguments, const QString &message)
{
    if (!arguments.message.isEmpty())
        return;
    arguments.message = message;
    arguments.isError = true;
}

} // namespace

Arguments readArguments(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(
        QT_TRANSLATE_NOOP("Arguments", "Watch what becomes of login sessions when one web server turns into many.")));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  say(QT_TRANSLATE_NOOP("Arguments", "Show this help.")));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     say(QT_TRANSLATE_NOOP("Arguments", "Show the version.")));
    const QCommandLineOption picture(
        QStringLiteral("picture"),
        say(QT_TRANSLATE_NOOP("Arguments", "Make a picture of the window in this file (PNG) and show nothing.")),
        QStringLiteral("file"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  say(QT_TRANSLATE_NOOP("Arguments", "Size of the picture, such as 1600x1000.")),
                                  QStringLiteral("WxH"));
    const QCommandLineOption lang(QStringLiteral("lang"), say(QT_TRANSLATE_NOOP("Arguments", "Language: ko or en.")),
                                  QStringLiteral("ko|en"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   say(QT_TRANSLATE_NOOP("Arguments", "Theme: light or dark.")),
                                   QStringLiteral("light|dark"));
    const QCommandLineOption at(QStringLiteral("at"),
                                say(QT_TRANSLATE_NOOP("Arguments", "Moment of the picture, such as 6s or 500ms.")),
                                QStringLiteral("time"));
    const QCommandLineOption view(
        QStringLiteral("view"),
        say(QT_TRANSLATE_NOOP("Arguments", "What the picture shows: main, events, welcome or presenter.")),
        QStringLiteral("main|events|welcome|presenter"));
    parser.addOptions({help, version, picture, size, lang, theme, at, view});
    parser.addPositionalArgument(
        QStringLiteral("scenario"),
        say(QT_TRANSLATE_NOOP("Arguments", "A scenario file, a lesson's id, or an exported timeline.")),
        QStringLiteral("[scenario]"));

    Arguments arguments;
    if (!parser.parse(words))
        refuse(arguments, parser.errorText());
    if (parser.isSet(help)) {
        arguments.message = parser.helpText();
        return arguments;
    }
    if (parser.isSet(version)) {
        arguments.message =
            QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion();
        return arguments;
    }
    // %1 is an option, %2 what was given for it, %3 what may be given.
    const QString bad = say(QT_TRANSLATE_NOOP("Arguments", "Option %1 does not take \"%2\". Allowed: %3."));
    const auto wrong = [&](const QCommandLineOption &option, const QString &allowed) {
        refuse(arguments, bad.arg(QStringLiteral("--") + option.names().constLast(), parser.value(option), allowed));
    };
    arguments.picture = parser.value(picture);
    if (parser.isSet(picture) && arguments.picture.isEmpty())
        wrong(picture, say(QT_TRANSLATE_NOOP("Arguments", "the name of a file")));
    if (parser.isSet(size)) {
        if (const auto parsed = parseSize(parser.value(size)))
            arguments.size = *parsed;
        else
            wrong(size, QStringLiteral("%1x%1 … %2x%2").arg(leastSide).arg(greatestSide));
    }
    if (parser.isSet(lang)) {
        arguments.language = ui::text::languageOfCode(parser.value(lang));
        if (!arguments.language)
            wrong(lang, QStringLiteral("ko, en"));
    }
    if (parser.isSet(theme)) {
        if (parser.value(theme) == QLatin1String("light"))
            arguments.shade = Shade::Light;
        else if (parser.value(theme) == QLatin1String("dark"))
            arguments.shade = Shade::Dark;
        else
            wrong(theme, QStringLiteral("light, dark"));
    }
    if (parser.isSet(at)) {
        if (const auto time = ui::text::parseDuration(parser.value(at)))
            arguments.at = model::SimTime {} + *time;
        else
            wrong(at, say(QT_TRANSLATE_NOOP("Arguments", "a time such as 10s, 500ms or 20us")));
    }
    if (parser.isSet(view)) {
        if (parser.value(view) == QLatin1String("welcome"))
            arguments.view = Arguments::View::Welcome;
        else if (parser.value(view) == QLatin1String("events"))
            arguments.view = Arguments::View::Events;
        else if (parser.value(view) == QLatin1String("presenter"))
            arguments.view = Arguments::View::Presenter;
        else if (parser.value(view) != QLatin1String("main"))
            wrong(view, QStringLiteral("main, events, welcome, presenter"));
    }
    if (parser.positionalArguments().size() > 1)
        refuse(arguments, say(QT_TRANSLATE_NOOP("Arguments", "Only one scenario can be opened.")));
    else
        arguments.scenario = parser.positionalArguments().value(0);
    return arguments;
}

bool asksForPicture(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--picture") == 0 || std::strncmp(argv[i], "--picture=", 10) == 0)
            return true;
    }
    return false;
}

bool needsNoDisplay(int argc, char **argv)
{
    const auto asksForText = [](std::string_view word) {
        return word == "-h" || word == "--help" || word == "-v" || word == "--version";
    };
    return asksForPicture(argc, argv) || std::any_of(argv + 1, argv + argc, asksForText);
}

std::optional<Language> languageAskedFor(const QStringList &arguments)
{
    const QString prefix = QStringLiteral("--lang=");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang"))
            return ui::text::languageOfCode(arguments.value(i + 1));
        if (arguments[i].startsWith(prefix))
            return ui::text::languageOfCode(arguments[i].mid(prefix.size()));
    }
    return std::nullopt;
}

} // namespace sessionarium::desktop
