// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/console.h"
#include "app/cli/usageerror.h"
#include "core/scenario/scenario.h"
#include "resources/lessons.h"
#include "ui/text/timetext.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <limits>
#include <system_error>
#include <utility>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// The options as they were typed; what they mean is found out afterwards, so that every complaint is ours.
struct Typed
{
    std::string input;
    std::string language;
    std::string policy;
    std::string servers;
    std::string seed;
    std::string until;
    std::string maxRecords;
    std::vector<std::string> set;
    std::vector<std::string> exports;
    std::vector<std::string> expect;
};

std::string utf8(const QString &translated)
{
    return translated.toStdString();
}

template <class Number>
std::optional<Number> numberOf(const std::string &text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// What was typed, cut to what a line can bear.
QString typedAs(const std::string &text)
{
    constexpr qsizetype longest = 80;
    const QString all = QString::fromStdString(text);
    return all.size() > longest ? all.left(longest) + QChar(u'…') : all;
}

/// Complaints gather here: a wrong command line is told as a whole.
using Complaints = QStringList;

template <class Number>
std::optional<Number> readNumber(const char *option, const std::string &typed, Complaints &complaints)
{
    if (typed.empty())
        return std::nullopt;
    const std::optional<Number> number = numberOf<Number>(typed);
    if (!number && std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        //: %1 is an option such as --seed, %2 the greatest number for it, %3 what was typed
        complaints.append(
            Tr::tr("The option %1 takes at most %2: %3.")
                .arg(QLatin1String(option), QString::number(std::numeric_limits<Number>::max()), typedAs(typed)));
    } else if (!number) {
        //: %1 is an option such as --seed, %2 what was typed
        complaints.append(Tr::tr("The option %1 needs a whole number: %2.").arg(QLatin1String(option), typedAs(typed)));
    }
    return number;
}

void readPolicy(const Typed &typed, Options &options, Complaints &complaints)
{
    options.change.policy = typed.policy;
    const std::vector<std::string> &known = scenario::presets();
    if (typed.policy.empty() || std::find(known.begin(), known.end(), typed.policy) != known.end())
        return;
    QStringList names;
    for (const std::string &preset : known)
        names.append(QString::fromStdString(preset));
    //: %1 is what was typed, %2 a list
    complaints.append(
        Tr::tr("There is no policy %1. There is: %2.").arg(typedAs(typed.policy), names.join(QStringLiteral(", "))));
}

void readUntil(const Typed &typed, Options &options, Complaints &complaints)
{
    if (typed.until.empty())
        return;
    options.until = ui::text::parseDuration(QString::fromStdString(typed.until));
    if (!options.until || options.until->us == 0) {
        complaints.append(Tr::tr("The option %1 needs a duration such as 10s, 500ms or 20us: %2.")
                              .arg(QStringLiteral("--until"), typedAs(typed.until)));
    }
}

/// PATH=VALUE: the value is JSON, or a duration where the field ends in _us.
void readSet(const std::string &typed, Options &options, Complaints &complaints)
{
    const std::size_t equals = typed.find('=');
    if (equals == std::string::npos || typed.front() != '/') {
        complaints.append(Tr::tr("The option %1 needs PATH=VALUE with a path such as /servers/0/capacity: %2.")
                              .arg(QStringLiteral("--set"), typedAs(typed)));
        return;
    }
    scenario::SetValue set {typed.substr(0, equals), typed.substr(equals + 1)};
    if (!nlohmann::json::accept(set.json)) {
        const bool isTime = set.pointer.size() > 3 && set.pointer.compare(set.pointer.size() - 3, 3, "_us") == 0;
        const std::optional<model::Duration> duration =
            isTime ? ui::text::parseDuration(QString::fromStdString(set.json)) : std::nullopt;
        if (!duration) {
            complaints.append(Tr::tr("The value in %1 is no JSON; texts stand in double quotes, as in %2.")
                                  .arg(typedAs(typed), QStringLiteral("--set '/balancer/stickiness=\"cookie\"'")));
            return;
        }
        set.json = std::to_string(duration->us);
    }
    options.change.set.push_back(std::move(set));
}

QString exportIds(QLatin1String separator)
{
    QStringList ids;
    for (const report::ExportFormatInfo &info : report::exportFormats)
        ids.append(QString::fromUtf8(info.id.data(), static_cast<qsizetype>(info.id.size())));
    return ids.join(separator);
}

void readExport(const std::string &typed, Options &options, Complaints &complaints)
{
    const std::size_t colon = typed.find(':');
    const std::string format = typed.substr(0, colon);
    const std::optional<report::ExportFormat> known = report::exportFormatOf(format);
    if (!known) {
        complaints.append(
            Tr::tr("There is no export format %1. There is: %2.").arg(typedAs(format), exportIds(QLatin1String(", "))));
        return;
    }
    Export made;
    made.format = *known;
    if (colon != std::string::npos) {
        made.file = typed.substr(colon + 1);
        if (made.file.empty()) {
            complaints.append(Tr::tr("The file name behind the colon is missing: %1.").arg(typedAs(typed)));
            return;
        }
        if (made.file == "-")
            made.file.clear();
    }
    options.exports.push_back(std::move(made));
}

/// Where a file is, however it was typed. Of none: nothing.
std::string placeOf(const std::string &file)
{
    if (file.empty())
        return {};
    std::error_code unknown;
    const std::filesystem::path place =
        std::filesystem::weakly_canonical(std::filesystem::absolute(file, unknown), unknown);
    return unknown ? file : place.string();
}

void readExports(const Typed &typed, Options &options, Complaints &complaints)
{
    for (const std::string &text : typed.exports)
        readExport(text, options, complaints);
    std::vector<std::string> files;
    for (const Export &made : options.exports)
        files.push_back(placeOf(made.file));
    std::sort(files.begin(), files.end());
    const auto twice = std::adjacent_find(files.begin(), files.end());
    const bool readsFile = resources::findLesson(options.input).empty();
    if (readsFile && std::binary_search(files.begin(), files.end(), placeOf(options.input)))
        complaints.append(
            Tr::tr("An export would take the place of the file that is read: %1.").arg(typedAs(options.input)));
    if (options.json && options.exportsToStandardOutput())
        complaints.append(Tr::tr("Standard output takes either --json or one export; name a file for the export."));
    else if (twice != files.end() && twice->empty())
        complaints.append(Tr::tr("Standard output takes one export only; name files for the others."));
    else if (twice != files.end())
        complaints.append(Tr::tr("Two exports cannot go into the same file: %1.").arg(typedAs(*twice)));
}

void readExpectations(const Typed &typed, Options &options, Complaints &complaints)
{
    for (const std::string &text : typed.expect) {
        std::optional<Expectation> expectation = parseExpectation(text);
        if (expectation) {
            options.expectations.push_back(std::move(*expectation));
        } else {
            complaints.append(
                Tr::tr("The option %1 needs POINTER OPERATOR VALUE, as in %2: %3.")
                    .arg(QStringLiteral("--expect"), QStringLiteral("'/outcomes/logged_out == 0'"), typedAs(text)));
        }
    }
}

Complaints readTyped(const Typed &typed, Options &options)
{
    Complaints complaints;
    options.input = typed.input;
    if (!typed.language.empty() && !ui::text::languageOfCode(typedAs(typed.language)))
        complaints.append(
            Tr::tr("There is no language %1. There is: %2.").arg(typedAs(typed.language), QStringLiteral("ko, en")));
    readPolicy(typed, options, complaints);
    options.change.servers = readNumber<std::uint32_t>("--servers", typed.servers, complaints);
    options.seed = readNumber<std::uint64_t>("--seed", typed.seed, complaints);
    readUntil(typed, options, complaints);
    for (const std::string &text : typed.set)
        readSet(text, options, complaints);
    if (const auto most = readNumber<std::uint32_t>("--max-records", typed.maxRecords, complaints))
        options.maxRecords = *most;
    if (options.maxRecords == 0)
        complaints.append(Tr::tr("The option %1 needs a number from 1 on.").arg(QStringLiteral("--max-records")));
    readExports(typed, options, complaints);
    readExpectations(typed, options, complaints);
    return complaints;
}

/// The parser with our words in it. Everything it fills belongs to `typed` and `options`.
class Parser
{
public:
    Parser(Typed &typed, Options &options)
        : m_app(utf8(Tr::tr("Sessionarium: what becomes of login sessions when one web server turns into many.")),
                "sessionarium-cli"),
          m_typed(typed),
          m_options(options)
    {
        const auto formatter = std::make_shared<CLI::Formatter>();
        formatter->label("Usage", utf8(Tr::tr("Usage")));
        formatter->label("OPTIONS", utf8(Tr::tr("options")));
        formatter->label("Positionals", utf8(Tr::tr("Arguments")));
        formatter->label("SUBCOMMAND", utf8(Tr::tr("command")));
        formatter->label("REQUIRED", "");
        formatter->column_width(34);
        m_app.formatter(formatter);
        m_app.set_help_flag("-h,--help", utf8(Tr::tr("Show this help")));
        m_app.set_version_flag("--version", std::string("sessionarium-cli " SESSIONARIUM_VERSION),
                               utf8(Tr::tr("Show the version")));
        m_app.option_defaults()->group(utf8(Tr::tr("Options")));
        for (CLI::Option *flag : {m_app.get_option("--help"), m_app.get_option("--version")})
            flag->group(utf8(Tr::tr("Options")));
        m_app.require_subcommand(1);
        addLanguage(m_app);

        CLI::App *lessons = command("lessons", Tr::tr("List the built-in lessons"), Command::Lessons);
        addJson(*lessons, Tr::tr("Print the list as JSON"));

        CLI::App *run = command("run", Tr::tr("Compute a scenario or a lesson, and sum it up"), Command::Run);
        addInput(*run, "SCENARIO", Tr::tr("A scenario file, or the id of a lesson"));
        addChanges(*run);
        addResults(*run);

        CLI::App *check = command("check", Tr::tr("Look for mistakes in a scenario or timeline file"), Command::Check);
        addInput(*check, "FILE", Tr::tr("A scenario file, or a timeline (.jsonl)"));

        CLI::App *replay =
            command("replay", Tr::tr("Read an exported timeline, judge it and sum it up"), Command::Replay);
        addInput(*replay, "TIMELINE", Tr::tr("A timeline as JSON Lines"));
        addResults(*replay);

        m_app.footer(utf8(Tr::tr("Exit codes: 0 done, 1 the input was refused, 2 wrong usage, 3 an expectation did not "
                                 "hold, 4 output could not be written, 130 interrupted.")));
    }

    CLI::App &app() { return m_app; }

private:
    using App = CLI::App; // a qualified return type misleads the tool that collects the texts

    App *command(const char *name, const QString &description, Command which)
    {
        App *made = m_app.add_subcommand(name, utf8(description));
        made->group(utf8(Tr::tr("Commands")));
        made->get_help_ptr()->group(utf8(Tr::tr("Options")));
        addLanguage(*made);
        made->add_flag("-q,--quiet", m_options.quiet, utf8(Tr::tr("Print no summary and no progress")))
            ->disable_flag_override();
        made->callback([this, which] { m_options.command = which; });
        return made;
    }

    void addLanguage(CLI::App &app)
    {
        app.add_option("--lang", m_typed.language,
                       utf8(Tr::tr("Language of all messages; else that of the environment")))
            ->each(needsValue("--lang"))
            ->option_text("ko|en")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }

    void addInput(CLI::App &app, const char *name, const QString &description)
    {
        app.add_option(name, m_typed.input, utf8(description))->required()->option_text(" ");
    }

    void addJson(CLI::App &app, const QString &description)
    {
        app.add_flag("--json", m_options.json, utf8(description))->disable_flag_override();
    }

    void addChanges(CLI::App &app)
    {
        app.add_option("--policy", m_typed.policy, utf8(Tr::tr("Session policy in place of the file's own")))
            ->each(needsValue("--policy"))
            ->option_text(policies());
        app.add_option("--servers", m_typed.servers, utf8(Tr::tr("Number of servers")))
            ->each(needsValue("--servers"))
            ->option_text("N");
        app.add_option("--seed", m_typed.seed, utf8(Tr::tr("Seed of all random numbers")))
            ->each(needsValue("--seed"))
            ->option_text("N");
        app.add_option("--until", m_typed.until, utf8(Tr::tr("End the run earlier: 10s, 500ms, 20us")))
            ->each(needsValue("--until"))
            ->option_text("DURATION");
        app.add_option("--set", m_typed.set, utf8(Tr::tr("Replace a value of the scenario; may repeat")))
            ->option_text("PATH=VALUE")
            ->allow_extra_args(false);
    }

    void addResults(CLI::App &app)
    {
        app.add_option("--export", m_typed.exports,
                       utf8(Tr::tr("Write the timeline; without FILE to standard output; may repeat")))
            ->option_text(utf8(exportIds(QLatin1String("|"))) + "[:FILE]")
            ->allow_extra_args(false);
        app.add_flag("--csv-bom", m_options.csvBom, utf8(Tr::tr("Begin CSV with a byte order mark, for spreadsheets")))
            ->disable_flag_override();
        addJson(app, Tr::tr("Print the summary as JSON"));
        app.add_option("--expect", m_typed.expect,
                       utf8(Tr::tr("Exit with 3 unless it holds, as in '/outcomes/logged_out == 0'; may repeat")))
            ->option_text("STATEMENT")
            ->allow_extra_args(false);
        app.add_option("--max-records", m_typed.maxRecords, utf8(Tr::tr("Most records to keep; the run is cut there")))
            ->each(needsValue("--max-records"))
            ->option_text("N");
    }

    /// An option that is given, but empty (a variable of a script that is not set), is a mistake, not "not given".
    static std::function<void(std::string)> needsValue(const char *option)
    {
        return [option](const std::string &value) {
            if (value.empty())
                throw CLI::ArgumentMismatch(std::string(option) + ": value is missing");
        };
    }

    static std::string policies()
    {
        std::string text;
        for (const std::string &preset : scenario::presets())
            text += (text.empty() ? "" : "|") + preset;
        return text;
    }

    CLI::App m_app;
    Typed &m_typed;
    Options &m_options;
};

ExitCode wrongUsage(const QString &message)
{
    writeError(message);
    writeError(Tr::tr("Help: sessionarium-cli --help"));
    return ExitCode::WrongUsage;
}

} // namespace

bool Options::exportsToStandardOutput() const
{
    return std::any_of(exports.begin(), exports.end(), [](const Export &made) { return made.file.empty(); });
}

ui::text::Language languageOf(const std::vector<std::string> &arguments)
{
    std::optional<ui::text::Language> asked;
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const std::string &argument = arguments[i];
        std::optional<ui::text::Language> here;
        if (argument == option && i + 1 < arguments.size())
            here = ui::text::languageOfCode(typedAs(arguments[i + 1]));
        else if (argument.rfind("--lang=", 0) == 0)
            here = ui::text::languageOfCode(typedAs(argument.substr(option.size() + 1)));
        if (here)
            asked = here;
    }
    return asked.value_or(ui::text::languageOfEnvironment());
}

std::variant<Options, ExitCode> parseOptions(const std::vector<std::string> &arguments, ui::text::Language language)
{
    Typed typed;
    Options options;
    options.language = language;
    Parser parser(typed, options);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // the library's way of taking them
        parser.app().parse(reversed);
    } catch (const CLI::CallForHelp &) {
        return writeText(QString::fromStdString(parser.app().help())) && flushOut() ? ExitCode::Done
                                                                                    : ExitCode::NotWritten;
    } catch (const CLI::CallForVersion &) {
        return writeOut("sessionarium-cli " SESSIONARIUM_VERSION "\n") && flushOut() ? ExitCode::Done
                                                                                     : ExitCode::NotWritten;
    } catch (const CLI::ParseError &error) {
        return wrongUsage(usageErrorText(error, parser.app()));
    }
    const Complaints complaints = readTyped(typed, options);
    if (!complaints.isEmpty())
        return wrongUsage(complaints.join(QLatin1Char('\n')));
    return options;
}

} // namespace sessionarium::app::cli
