// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsextract.h"

#include "core/report/csv.h"
#include "ui/events/eventtexts.h"
#include "ui/files/wholefile.h"

namespace sessionarium::ui::events {

std::optional<QString> tabbedText(const EventsExtract &extract, text::Language language,
                                  const document::Progress &progress)
{
    constexpr std::uint32_t askEvery = 256;
    const document::PlayedRun &run = *extract.run;
    const timeline::WorldState sessions = run.keyframes->stateAfter(run.timeline().size());
    const text::Names names(run.timeline(), &sessions, language);
    const EventTexts texts(run, names);
    QString text;
    for (std::uint32_t position = extract.from; position < extract.to; ++position) {
        if ((position - extract.from) % askEvery == 0
            && !progress(static_cast<int>(std::uint64_t {position - extract.from} * 1000 / extract.size())))
            return std::nullopt;
        text += texts.tabbedRow(model::RecordId(extract.records.at(position))) + QLatin1Char('\n');
    }
    return text;
}

exporting::ExportResult writeCsvFile(const EventsExtract &extract, const QString &path,
                                     const document::Progress &progress)
{
    exporting::ExportResult result;
    files::WholeFile file(path);
    const auto fail = [&] {
        result.problem = model::Problem {
            model::ProblemCode::WriteFailed, path.toStdString(), file.errorString().toStdString(), {}, 0, 0};
        return result;
    };
    if (!file.open(QIODevice::WriteOnly))
        return fail();
    std::uint32_t next = extract.from;
    const auto isRow = [&extract, &next](model::RecordId id) {
        if (next == extract.to || extract.records.at(next) != id.value)
            return false;
        ++next;
        return true;
    };
    const report::ByteSink sink = [&](std::string_view bytes) {
        const int permille =
            extract.size() > 0 ? static_cast<int>(std::uint64_t {next - extract.from} * 1000 / extract.size()) : 1000;
        if (!progress(permille)) {
            result.cancelled = true;
            return false;
        }
        return file.writeAll(bytes);
    };
    const bool written = report::writeCsv(extract.run->timeline(), extract.run->verdicts(), true, isRow, sink);
    if (result.cancelled)
        return result; // QSaveFile drops what was not committed
    if (!written || !file.finish())
        return fail();
    return result;
}

} // namespace sessionarium::ui::events
