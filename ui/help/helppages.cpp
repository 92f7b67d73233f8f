// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppages.h"

#include "ui/text/glossary.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace sessionarium::ui::help {

using commands::CommandList;
using commands::Group;
using text::Language;

namespace {

/// For the translations of this file.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

Language otherThan(Language language)
{
    return language == Language::Korean ? Language::English : Language::Korean;
}

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/help/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A text in the language, found in the other one, too.
HelpEntry entryOf(const model::Text &lead, const model::Text &text, Language language)
{
    return {
        pick(lead, language), pick(text, language), {pick(lead, otherThan(language)), pick(text, otherThan(language))}};
}

/// The paragraphs of a text file, their lines put together, so that they fit any width. What is indented or numbered
/// begins a line of its own: lists, addresses, headings.
std::vector<HelpEntry> paragraphsOf(const QByteArray &text)
{
    std::vector<HelpEntry> entries;
    for (const QString &paragraph : QString::fromUtf8(text).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        const QStringList lines = paragraph.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QString whole;
        for (const QString &line : lines) {
            const bool begins = line.startsWith(QLatin1String("    ")) || line.front().isDigit()
                || line.startsWith(QLatin1String("Copyright"));
            if (!whole.isEmpty())
                whole += begins ? QLatin1Char('\n') : QLatin1Char(' ');
            whole += line.trimmed();
        }
        if (!whole.isEmpty())
            entries.push_back({{}, whole, {}});
    }
    return entries;
}

HelpPage shortcutsPage(const CommandList &commands)
{
    HelpPage page {shortcutsId,
                   Tr::tr("Shortcuts"),
                   Tr::tr("Step through the run and watch where each session lives. Click a user or a server to see "
                          "what it knows; the right button or the menu key shows what can be done to it. Acting in the "
                          "past begins a new branch, and the old course stays."),
                   {}};
    const std::pair<Group, QString> groups[] = {{Group::Run, Tr::tr("The run")},
                                                {Group::View, Tr::tr("The window")},
                                                {Group::File, Tr::tr("Files")},
                                                {Group::Help, Tr::tr("Help")}};
    for (const auto &[group, heading] : groups) {
        HelpSection section {heading, {}, true};
        for (const auto &command : commands.all()) {
            if (command->group == group && !command->keys.isEmpty())
                section.entries.push_back(
                    {commands.keys(*command), commands.name(*command), commands.searchWords(*command)});
        }
        for (const commands::KeyHint &hint : commands.hints()) {
            if (hint.group == group)
                section.entries.push_back({CommandList::words(hint.keys),
                                           CommandList::words(hint.name),
                                           {QString::fromUtf8(hint.keys), QString::fromUtf8(hint.name)}});
        }
        if (!section.entries.empty())
            page.sections.push_back(std::move(section));
    }
    return page;
}

HelpPage glossaryPage(Language language)
{
    HelpPage page {glossaryId, Tr::tr("Glossary"), {}, {HelpSection()}};
    const model::Result<text::Glossary> glossary = text::Glossary::builtIn();
    if (!glossary)
        return page; // a test holds that it can be read
    for (const text::Term &term : glossary.value().terms()) {
        HelpEntry entry = entryOf(term.word, term.explanation, language);
        //: A term of the glossary: %1 in this language, %2 in the other one.
        entry.lead = Tr::tr("%1 (%2)").arg(pick(term.word, language), pick(term.word, otherThan(language)));
        page.sections.front().entries.push_back(std::move(entry));
    }
    return page;
}

HelpPage modelledPage(Language language)
{
    const auto textOf = [](const QJsonValue &value) {
        return model::Text {value[QLatin1String("ko")].toString().toStdString(),
                            value[QLatin1String("en")].toString().toStdString()};
    };
    HelpPage page {modelledId,
                   Tr::tr("What is modelled"),
                   Tr::tr("Everything on the screen is computed by a model; nothing is a film."),
                   {}};
    const QJsonDocument json = QJsonDocument::fromJson(resource("resources/help/modelled.json"));
    for (const QJsonValue &part : json[QLatin1String("sections")].toArray()) {
        HelpSection section {pick(textOf(part[QLatin1String("heading")]), language), {}, false};
        for (const QJsonValue &entry : part[QLatin1String("entries")].toArray())
            section.entries.push_back(
                entryOf(textOf(entry[QLatin1String("lead")]), textOf(entry[QLatin1String("text")]), language));
        page.sections.push_back(std::move(section));
    }
    return page;
}

HelpPage aboutPage()
{
    const QString version = QCoreApplication::applicationVersion();
    const HelpSection versions {
        Tr::tr("Version"),
        {{QStringLiteral("Sessionarium"), version.isEmpty() ? Tr::tr("a build of its own") : version, {}},
         {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), {}}},
        true};
    const HelpSection parts {Tr::tr("Parts and their licences"),
                             {{QStringLiteral("Sessionarium"),
                               Tr::tr("GNU General Public License, version 3 or later. It comes without any warranty."),
                               {}},
                              {QStringLiteral("Qt"),
                               Tr::tr("LGPL version 3 or GPL version 3; Qt Charts GPL version 3 alone. © The Qt "
                                      "Company Ltd. and other contributors."),
                               {}},
                              {QStringLiteral("nlohmann-json"), Tr::tr("MIT licence; its text stands below."), {}},
                              {QStringLiteral("CLI11"),
                               Tr::tr("BSD licence with three clauses, in the command line program; its text "
                                      "stands below."),
                               {}},
                              {QStringLiteral("Noto Sans CJK"),
                               Tr::tr("SIL Open Font License 1.1. The font is the system's and no part of "
                                      "the program."),
                               {}}},
                             true};
    return {aboutId,
            Tr::tr("Version and licences"),
            {},
            {versions,
             parts,
             {QStringLiteral("nlohmann-json"), paragraphsOf(resource("resources/help/nlohmann-json.txt")), false},
             {QStringLiteral("CLI11"), paragraphsOf(resource("resources/help/cli11.txt")), false},
             {QStringLiteral("GNU General Public License"), paragraphsOf(resource("LICENSE")), false}}};
}

} // namespace

std::vector<HelpPage> helpPages(const CommandList &commands, Language language)
{
    return {shortcutsPage(commands), glossaryPage(language), modelledPage(language), aboutPage()};
}

} // namespace sessionarium::ui::help
