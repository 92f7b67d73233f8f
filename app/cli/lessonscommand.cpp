// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/scenario/reader.h"
#include "resources/lessons.h"
#include "ui/text/summarytext.h"

#include <QCoreApplication>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

std::string asJson(const std::vector<scenario::Scenario> &lessons)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const scenario::Scenario &scenario : lessons) {
        list.push_back({{"id", scenario.id},
                        {"title", {{"ko", scenario.title.ko}, {"en", scenario.title.en}}},
                        {"number", scenario.lesson->number},
                        {"part", scenario.lesson->part},
                        {"minutes", scenario.lesson->minutes},
                        {"steps", scenario.lesson->steps.size()}});
    }
    return list.dump(2) + '\n';
}

QString asTable(const std::vector<scenario::Scenario> &lessons, ui::text::Language language)
{
    std::vector<std::vector<QString>> rows {
        //: Column: the number of a lesson in the course
        {Tr::tr("No."), Tr::tr("Lesson"), Tr::tr("Minutes"), Tr::tr("Steps"), Tr::tr("Question")}};
    for (const scenario::Scenario &scenario : lessons) {
        rows.push_back({QString::number(scenario.lesson->number), QString::fromStdString(scenario.id),
                        QString::number(scenario.lesson->minutes), QString::number(scenario.lesson->steps.size()),
                        ui::text::pick(scenario.title, language)});
    }
    return ui::text::terminalTable(rows, {true, false, true, true, false}, 0);
}

} // namespace

ExitCode listLessons(const Options &options)
{
    std::vector<scenario::Scenario> lessons;
    for (const resources::File &file : resources::lessons()) {
        model::Result<scenario::Scenario> read = scenario::readScenario(file.json);
        if (!read) {
            writeProblems(std::string(file.id), read.problems());
            return ExitCode::Refused;
        }
        if (read.value().lesson)
            lessons.push_back(std::move(read).value());
    }
    const QString text = options.json ? QString::fromStdString(asJson(lessons)) : asTable(lessons, options.language);
    if (writeText(text) && flushOut())
        return ExitCode::Done;
    writeError(Tr::tr("Standard output could not be written."));
    return ExitCode::NotWritten;
}

} // namespace sessionarium::app::cli
