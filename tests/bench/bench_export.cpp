// SPDX-License-Identifier: GPL-3.0-or-later
// bench_export [RECORDS [ROUNDS]]: JSON Lines, CSV and the trace to disk against the same lines through QTextStream,
// the bounded pictures of the same run, and reading JSON Lines back. Files go to a temporary folder, which is removed.
#include "core/model/names.h"
#include "core/report/chrometrace.h"
#include "core/report/csv.h"
#include "core/report/exportformat.h"
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

/// The same fields as somebody would write them who knows Qt and no other way: with their names, or as columns.
enum class Layout { Named, Columns };

class TextStreamWriter
{
public:
    TextStreamWriter(const QString &path, const timeline::Timeline &timeline, Layout layout)
        : m_timeline(timeline), m_layout(layout), m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            std::abort();
        m_out.setDevice(&m_file);
    }

    void write()
    {
        for (std::uint32_t i = 0; i < m_timeline.size(); ++i)
            write(i, m_timeline[i]);
        m_out.flush();
    }

private:
    void write(std::uint32_t id, const timeline::Record &record)
    {
        m_columns = 0;
        field("id", id);
        field("at_us", record.at.us);
        field("cause", record.cause.value);
        field("entity", record.entity);
        field("request", record.request.value);
        field("kind", model::kindName(record.fact));
        std::visit(
            [this](const auto &payload) {
                using Payload = std::remove_cvref_t<decltype(payload)>;
                Payload::fields(payload, [this](std::string_view name, const auto &value) { field(name, value); });
            },
            record.fact);
        for (; m_layout == Layout::Columns && m_columns < 19; ++m_columns)
            m_out << ',';
        m_out << '\n';
    }

    template <class T>
    void field(std::string_view name, const T &value)
    {
        if (m_columns++ > 0)
            m_out << ',';
        if (m_layout == Layout::Named)
            m_out << '"' << latin1(name) << "\":";
        put(value);
    }

    void put(std::string_view text)
    {
        if (m_layout == Layout::Named)
            m_out << '"' << latin1(text) << '"';
        else
            m_out << latin1(text);
    }
    void put(std::uint32_t value) { m_out << value; }
    void put(std::int64_t value) { m_out << qint64(value); }
    void put(bool value) { m_out << (value ? "true" : "false"); }
    void put(model::StringId value) { put(m_timeline.text(value)); }
    void put(model::EntityId value)
    {
        if (value.isNone())
            m_out << "null";
        else
            put(std::string_view(m_timeline.entity(value).id));
    }
    void put(model::TransitTime value) { m_out << value.us; }
    void put(model::WriteId value)
    {
        if (value.isNone())
            m_out << "null";
        else
            m_out << '"' << latin1(m_timeline.entity(value.client).id) << ':' << value.counter << '"';
    }
    template <class E>
    requires std::is_enum_v<E>
    void put(E value) { put(model::nameOf(value)); }

    const timeline::Timeline &m_timeline;
    Layout m_layout;
    QFile m_file;
    QTextStream m_out;
    int m_columns = 0;
};

double megabytes(const QString &path)
{
    return static_cast<double>(QFile(path).size()) / 1e6;
}

/// Mermaid and SVG are bounded: their time is that of looking through the run, their size that of a page.
void measurePictures(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                     const std::function<QString(const char *)> &path, int rounds)
{
    const report::ExportWishes wishes {false, [](const report::Label &) { return std::string("label"); }};
    const auto side = [&](const char *name, const char *file, report::ExportFormat format) {
        return Side {name,
                     [&timeline, &verdicts, &wishes, target = path(file), format] {
                         toDisk(target, [&](const report::ByteSink &out) {
                             return report::writeExport(format, timeline, verdicts, wishes, out);
                         });
                     },
                     {}};
    };
    std::vector<Side> sides {side("Mermaid", "run.mmd", report::ExportFormat::Mermaid),
                             side("SVG", "run.svg", report::ExportFormat::Svg)};
    measureInterleaved(sides, rounds);
    printFigure("Mermaid: looking through the run", median(sides[0].seconds) * 1e9 / timeline.size(), "ns/record");
    printFigure("Mermaid: size", megabytes(path("run.mmd")), "MB", Budget::AtMost, 0.15);
    printFigure("SVG: laying out the run and drawing", median(sides[1].seconds) * 1e9 / timeline.size(), "ns/record");
    printFigure("SVG: size", megabytes(path("run.svg")), "MB", Budget::AtMost, 16);
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
        {"Chrome trace",
         [&] {
             toDisk(path("run.json"),
                    [&](const report::ByteSink &out) { return report::writeChromeTrace(timeline, verdicts, out); });
         },
         {}},
        {"QTextStream, names and values",
         [&] { TextStreamWriter(path("named.txt"), timeline, Layout::Named).write(); },
         {}},
        {"QTextStream, columns", [&] { TextStreamWriter(path("columns.txt"), timeline, Layout::Columns).write(); }, {}},
    };
    measureInterleaved(sides, rounds);
    printFigure("memory growth while writing", static_cast<double>(residentBytes() - before) / (1 << 20), "MiB",
                Budget::AtMost, 16);

    const std::array<const char *, 5> files {"run.jsonl", "run.csv", "run.json", "named.txt", "columns.txt"};
    for (std::size_t i = 0; i < sides.size(); ++i)
        printFigure(sides[i].name, megabytes(path(files.at(i))) / median(sides[i].seconds), "MB/s");
    printFigure("JSON Lines: times faster than QTextStream", ratio(sides[3], sides[0]), "ratio", Budget::AtLeast, 5);
    printFigure("CSV: times faster than QTextStream", ratio(sides[4], sides[1]), "ratio", Budget::AtLeast, 5);

    // The trace holds more than twice the bytes of JSON Lines.
    printFigure("Chrome trace: times faster than QTextStream", ratio(sides[3], sides[2]), "ratio", Budget::AtLeast, 2);

    measurePictures(timeline, verdicts, path, rounds);

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
