// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/scenario/reader.h"
#include "ui/text/problemtext.h"

#include <QCoreApplication>

#include <cstdio>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

bool writeOut(std::string_view utf8)
{
    return std::fwrite(utf8.data(), 1, utf8.size(), stdout) == utf8.size();
}

bool writeText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return writeOut(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

bool flushOut()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void writeError(const QString &message)
{
    const QByteArray utf8 = message.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
}

void writeProblems(const std::string &input, const model::Problems &problems)
{
    const QString prefix = QString::fromStdString(input) + QStringLiteral(": ");
    for (const model::Problem &problem : problems) {
        const QString line = ui::text::problemLine(problem);
        // A problem with the file itself has the file as its place.
        writeError(problem.place == input ? line : prefix + line);
    }
    if (problems.size() >= scenario::maxProblems)
        writeError(Tr::tr("There may be more problems; these are the first."));
}

} // namespace sessionarium::app::cli
