// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/report/jsoncursor.h"
#include "core/report/recordrules.h"
#include "core/report/runnames.h"
#include "core/timeline/fingerprint.h"
#include "core/timeline/recordsink.h"

#include <optional>
#include <string_view>

namespace sessionarium::report {

/// Takes a timeline file line by line and hands what it says to a sink (semantics §11). The first problem ends it.
class TimelineParser
{
public:
    TimelineParser(timeline::RecordSink &sink, std::uint32_t maxRecords);

    /// The next line, without its line feed; `whole`: a line feed followed. False: there is a problem.
    [[nodiscard]] bool line(std::string_view text, bool whole);
    /// No line follows. False: there is a problem.
    [[nodiscard]] bool finish();

    /// The most bytes that the next line may have.
    [[nodiscard]] std::size_t longestLine() const;
    /// The next line is longer than that.
    void lineTooLong();

    [[nodiscard]] const std::optional<model::Problem> &problem() const { return m_problem; }
    [[nodiscard]] std::uint32_t records() const { return m_records; }

private:
    enum class Expected { Header, Record, Nothing };

    bool header(JsonCursor &cursor);
    bool strings(JsonCursor &cursor);
    bool entities(JsonCursor &cursor);
    bool name(JsonCursor &cursor, model::Text &name);
    bool isName(std::string_view text, const JsonCursor &cursor);
    bool record(JsonCursor &cursor);
    bool entityOf(JsonCursor &cursor, std::string_view id, const char *place, bool joins, model::EntityId &entity);
    bool lastLine(JsonCursor &cursor);

    bool refuse(model::Problem problem);
    /// What stands under a key cannot be.
    bool refuse(JsonCursor &cursor, std::string_view key);
    bool explain(const JsonCursor &cursor, bool cut);

    timeline::RecordSink &m_sink;
    std::uint32_t m_maxRecords;
    Expected m_expected = Expected::Header;
    std::uint64_t m_line = 0;
    std::uint32_t m_records = 0;
    timeline::RunInfo m_info;
    RunNames m_names;
    std::uint32_t m_announced = 0; // strings that the sink knows
    RecordRules m_rules;
    timeline::Fingerprint m_fingerprint;
    bool keyed(JsonCursor &cursor, std::string_view key);
    /// Says what could stand there, after something failed. Returns false.
    bool allow(std::string allowed);
    [[nodiscard]] std::string allowedByRule(std::string_view key) const;

    std::string_view m_key; // what is being read: the word for a problem
    std::string m_allowed; // what could stand there; set by whoever finds that something else does
    model::SimTime m_now; // of the newest record
    std::optional<model::Problem> m_problem;
};

} // namespace sessionarium::report
