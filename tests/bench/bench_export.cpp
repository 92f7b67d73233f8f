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

/// Fields of the same lines, as QTextStream would be used for them.
void throughTextStream(const QString &path, const timeline::Timeline &timeline, const char *separator)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    QTextStream out(&file);
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        const timeline::Record &record = timeline[i];
        const std::string_view entity = timeline.entity(record.entity).id;
        const std::string_view kind = model::kindName(record.fact);
        out << "id" << separator << i << separator << "at_us" << separator << record.at.us << separator << "cause"
            << separator << record.cause.value << separator << "entity" << separator
            << QLatin1String(entity.data(), static_cast<qsizetype>(entity.size())) << separator << "request"
            << separator << record.request.value << separator << "kind" << separator
            << QLatin1String(kind.data(), static_cast<qsizetype>(kind.size()));
        std::visit(
            [&](const auto &payload) {
                using Payload = std::remove_cvref_t<decltype(payload)>;
                Payload::fields(payload, [&](std::string_view name, const auto &value) {
                    out << separator << QLatin1String(name.data(), static_cast<qsizetype>(name.size())) << separator;
                    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, model::StringId>) {
                        const std::string_view text = timeline.text(value);
                        out << QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
                    } else {
                        out << static_cast<quint32>(sizeof value);
                    }
                });
            },
            record.fact);
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
        {"QTextStream", [&] { throughTextStream(path("plain.txt"), timeline, ":"); }, {}},
    };
    measureInterleaved(sides, rounds);
    printFigure("memory growth while writing", static_cast<double>(residentBytes() - before) / (1 << 20), "MiB",
                Budget::AtMost, 16);

    const double jsonl = megabytes(path("run.jsonl")) / median(sides[0].seconds);
    const double csv = megabytes(path("run.csv")) / median(sides[1].seconds);
    const double plain = megabytes(path("plain.txt")) / median(sides[2].seconds);
    printFigure("JSON Lines", jsonl, "MB/s");
    printFigure("CSV", csv, "MB/s");
    printFigure("QTextStream", plain, "MB/s");
    printFigure("JSON Lines / QTextStream", jsonl / plain, "ratio", Budget::AtLeast, 5);
    printFigure("CSV / QTextStream", csv / plain, "ratio", Budget::AtLeast, 5);

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
