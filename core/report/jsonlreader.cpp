// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "core/report/timelineparser.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

namespace sessionarium::report {

using model::Problem;
using model::ProblemCode;
using model::Result;
using timeline::Timeline;

namespace {

/// Cuts what it is fed into lines. Keeps the begin of a line whose end has not come yet, never more than the longest
/// line allowed.
class LineCutter
{
public:
    explicit LineCutter(TimelineParser &parser) : m_parser(parser) { }

    /// False: the parser has a problem.
    [[nodiscard]] bool feed(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t feedAt = bytes.find('\n');
            const std::string_view part = bytes.substr(0, feedAt);
            if (m_begun.size() + part.size() > m_parser.longestLine()) {
                m_parser.lineTooLong();
                return false;
            }
            if (feedAt == std::string_view::npos) {
                m_begun.append(part);
                return true;
            }
            if (!takeLine(part))
                return false;
            bytes.remove_prefix(feedAt + 1);
        }
        return true;
    }

    [[nodiscard]] bool finish()
    {
        if (!m_begun.empty() && !m_parser.line(m_begun, false))
            return false;
        return m_parser.finish();
    }

private:
    bool takeLine(std::string_view part)
    {
        if (m_begun.empty())
            return m_parser.line(part, true);
        m_begun.append(part);
        const bool good = m_parser.line(m_begun, true);
        m_begun.clear();
        return good;
    }

    TimelineParser &m_parser;
    std::string m_begun;
};

struct CloseFile
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Reads through `read`, which takes a sink, into a new timeline.
template <class Read>
Result<std::shared_ptr<const Timeline>> intoTimeline(const Read &read)
{
    auto timeline = std::make_shared<Timeline>();
    const Result<std::uint32_t> records = read(*timeline);
    if (!records)
        return records.problems();
    return std::shared_ptr<const Timeline>(std::move(timeline));
}

} // namespace

Result<std::uint32_t> readJsonLinesInto(std::string_view text, timeline::RecordSink &sink, std::uint32_t maxRecords)
{
    TimelineParser parser(sink, maxRecords);
    LineCutter lines(parser);
    if (!lines.feed(text) || !lines.finish())
        return *parser.problem();
    return parser.records();
}

bool isTimelineFile(const std::string &path)
{
    std::error_code unknown;
    const std::filesystem::path place(std::u8string(path.begin(), path.end()));
    if (!std::filesystem::is_regular_file(place, unknown))
        return path.ends_with(".jsonl"); // reading it says what is wrong with it
    std::array<char, 200> head {};
    std::size_t length = 0;
    if (const File file {std::fopen(path.c_str(), "rb")})
        length = std::fread(head.data(), 1, head.size(), file.get());
    const std::string_view text(head.data(), length);
    const auto has = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
    return has(timelineFormat) || (path.ends_with(".jsonl") && !has("sessionarium-scenario"));
}

Result<std::uint32_t> readJsonLinesFileInto(const std::string &path, timeline::RecordSink &sink,
                                            std::uint32_t maxRecords, const ReadProgress &goOn)
{
    // A device or a pipe may never end, or never begin.
    std::error_code unknown;
    const std::filesystem::path place(std::u8string(path.begin(), path.end()));
    const auto status = std::filesystem::status(place, unknown);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return Problem {ProblemCode::NotAFile, path, {}, {}};
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        const ProblemCode code = errno == ENOENT ? ProblemCode::FileNotFound : ProblemCode::FileUnreadable;
        return Problem {code, path, {}, {}};
    }
    TimelineParser parser(sink, maxRecords);
    LineCutter lines(parser);
    std::vector<char> block(std::size_t {1} << 20);
    std::uintmax_t whole = std::filesystem::file_size(place, unknown);
    if (unknown)
        whole = 0;
    std::uint64_t done = 0;
    std::size_t read = 0;
    do {
        if (goOn && !goOn(done, whole))
            return parser.records();
        read = std::fread(block.data(), 1, block.size(), file.get());
        done += read;
        if (!lines.feed(std::string_view(block.data(), read)))
            break;
    } while (read == block.size());
    if (std::ferror(file.get()))
        return Problem {ProblemCode::FileUnreadable, path, {}, {}};
    if (!lines.finish())
        return *parser.problem();
    return parser.records();
}

Result<std::shared_ptr<const Timeline>> readJsonLines(std::string_view text, std::uint32_t maxRecords)
{
    return intoTimeline([&](timeline::RecordSink &sink) { return readJsonLinesInto(text, sink, maxRecords); });
}

Result<std::shared_ptr<const Timeline>> readJsonLinesFile(const std::string &path, std::uint32_t maxRecords)
{
    return intoTimeline([&](timeline::RecordSink &sink) { return readJsonLinesFileInto(path, sink, maxRecords); });
}

} // namespace sessionarium::report
