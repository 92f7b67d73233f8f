// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenarioargument.h"

#include "app/cli/console.h"
#include "core/scenario/reader.h"
#include "resources/lessons.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

std::optional<scenario::Scenario> readScenarioArgument(const std::string &argument)
{
    const std::string_view lesson = resources::findLesson(argument);
    model::Result<scenario::Scenario> read =
        lesson.empty() ? scenario::readScenarioFile(argument) : scenario::readScenario(lesson);
    if (read)
        return std::move(read).value();
    if (read.problems().front().code == model::ProblemCode::FileNotFound) {
        QStringList ids;
        for (const resources::File &file : resources::lessons())
            ids.append(QString::fromUtf8(file.id.data(), static_cast<qsizetype>(file.id.size())));
        //: %1 is what was typed, %2 a list of lessons
        writeError(Tr::tr("%1 is neither a file nor a lesson. Lessons: %2.")
                       .arg(QString::fromStdString(argument), ids.join(QStringLiteral(", "))));
        return std::nullopt;
    }
    writeProblems(argument, read.problems());
    return std::nullopt;
}

} // namespace sessionarium::app::cli
