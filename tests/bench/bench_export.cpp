// SPDX-License-Identifier: GPL-3.0-or-later
// bench_export [RECORDS [ROUNDS]]: JSON Lines and CSV to disk against the same lines through QTextStream, and reading
// JSON Lines back. Files go to a temporary folder, which is removed.
#include "core/report/csv.h"
#include "core/report/jsonl.h"
#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"
#include "tests/bench/measure.h"
#include "tests/bench/syntheticrun.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace sessionarium;
using namespace sessionarium::tests::bench;

namespace {

using Export = std::function<bool(const report::ByteSink &)>;

void toDisk(const QString &path, const Export &write)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    const bool written = write([&file](std::string_view bytes) {
        return file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
    });
    if (!written)
        std::abort();
}

QLatin1String latin1(std::string_view text)
{
    return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

/// The same lines as somebody would write them who knows Qt and no other way: with the names of the fields, or as
/// columns.
enum class Layout { Named, Columns };
void throughTextStream(const QString &path, const timeline::Timeline &timeline, Layout layout)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    QTextStream out(&file);
    const auto field = [&](std::string_view name, const auto &value) {
        if (layout == Layout::Named)
            out << '"' << latin1(name) << '"' << ':';
        out << value << ',';
    };
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        const timeline::Record &record = timeline[i];
        field("id", i);
        field("at_us", record.at.us);
        field("cause", record.cause.value);
        field("entity", latin1(timeline.entity(record.entity).id));
        field("request", record.request.value);
        field("kind", latin1(model::kindName(record.fact)));
        int columns = 7;
        std::visit(
            [&](const auto &payload) {
                using Payload = std::remove_cvref_t<decltype(payload)>;
                Payload::fields(payload, [&](std::string_view name, const auto &value) {
                    ++columns;
                    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, model::StringId>)
                        field(name, latin1(timeline.text(value)));
                    else
                        field(name, static_cast<quint32>(sizeof value));
                });
            },
            record.fact);
        for (; layout == Layout::Columns && columns < 19; ++columns)
            out << ',';
        out << '\n';
    }
}

double megabytes(const QString &path)
{
    return static_cast<double>(QFile(path).size()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint32_t records = argument(argc, argv, 1, 3'000'000);
    const auto rounds = static_cast<int>(argument(argc, argv, 2, 3));
    QTemporaryDir folder;
    const auto path = [&folder](const char *name) { return folder.filePath(QLatin1String(name)); };

    timeline::Timeline timeline;
    writeSyntheticRun(records, 200, timeline);
    const verdict::Verdicts verdicts = verdict::judge(timeline);
    const std::size_t before = residentBytes();

    std::vector<Side> sides {
        {"JSON Lines",
         [&] {
             toDisk(path("run.jsonl"),
                    [&](const report::ByteSink &out) { return report::writeJsonLines(timeline, out); });
         },
         {}},
        {"CSV",
         [&] {
             toDisk(path("run.csv"),
                    [&](const report::ByteSink &out) { return report::writeCsv(timeline, verdicts, false, out); });
         },
         {}},
        {"QTextStream, names and values", [&] { throughTextStream(path("named.txt"), timeline, Layout::Named); }, {}},
        {"QTextStream, columns", [&] { throughTextStream(path("columns.txt"), timeline, Layout::Columns); }, {}},
    };
    measureInterleaved(sides, rounds);
    printFigure("memory growth while writing", static_cast<double>(residentBytes() - before) / (1 << 20), "MiB",
                Budget::AtMost, 16);

    const std::array<const char *, 4> files {"run.jsonl", "run.csv", "named.txt", "columns.txt"};
    for (std::size_t i = 0; i < sides.size(); ++i)
        printFigure(sides[i].name, megabytes(path(files.at(i))) / median(sides[i].seconds), "MB/s");
    printFigure("JSON Lines: times faster than QTextStream", ratio(sides[2], sides[0]), "ratio", Budget::AtLeast, 5);
    printFigure("CSV: times faster than QTextStream", ratio(sides[3], sides[1]), "ratio", Budget::AtLeast, 5);

    std::vector<Side> reading {{"reading JSON Lines",
                                [&] {
                                    const auto read =
                                        report::readJsonLinesFile(path("run.jsonl").toStdString(), 100'000'000);
                                    if (!read || read.value()->size() != timeline.size())
                                        std::abort();
                                },
                                {}}};
    measureInterleaved(reading, rounds);
    printFigure("reading JSON Lines back", megabytes(path("run.jsonl")) / median(reading[0].seconds), "MB/s",
                Budget::AtLeast, 200);
    return 0;
}
