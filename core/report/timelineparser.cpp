// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/timelineparser.h"

#include "core/model/printable.h"
#include "core/report/fieldreader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sessionarium::report {

using model::EntityId;
using model::Problem;
using model::ProblemCode;
using model::StringId;
using timeline::Record;

namespace {

/// The kinds in the order of the variant, and for each how to make an empty fact of it.
template <std::size_t... Index>
constexpr auto kindNames(std::index_sequence<Index...>)
{
    return std::array<std::string_view, sizeof...(Index)> {std::variant_alternative_t<Index, model::Fact>::name...};
}
constexpr auto kinds = kindNames(std::make_index_sequence<model::factKindCount>());

template <std::size_t... Index>
void makeFact(model::Fact &fact, std::size_t kind, std::index_sequence<Index...>)
{
    using Make = void (*)(model::Fact &);
    static constexpr std::array<Make, sizeof...(Index)> make {[](model::Fact &target) { target.emplace<Index>(); }...};
    make[kind](fact);
}

constexpr std::string_view formatKey = "format";

} // namespace

TimelineParser::TimelineParser(timeline::RecordSink &sink, std::uint32_t maxRecords)
    : m_sink(sink), m_maxRecords(maxRecords), m_rules(m_info, m_names.strings)
{
}

std::size_t TimelineParser::longestLine() const
{
    return m_expected == Expected::Header ? maxHeaderBytes : maxLineBytes;
}

bool TimelineParser::refuse(Problem problem)
{
    if (!m_problem) {
        problem.line = m_line;
        m_problem = std::move(problem);
    }
    return false;
}

bool TimelineParser::refuse(JsonCursor &cursor, std::string_view key)
{
    m_key = key;
    m_allowed = allowedByRule(key);
    return cursor.fail();
}

bool TimelineParser::keyed(JsonCursor &cursor, std::string_view key)
{
    m_key = key;
    return cursor.nextKey(key) || allow('"' + std::string(key) + '"');
}

bool TimelineParser::allow(std::string allowed)
{
    m_allowed = std::move(allowed);
    return false;
}

std::string TimelineParser::allowedByRule(std::string_view key) const
{
    if (key == "at_us")
        return std::to_string(m_now.us) + "…" + std::to_string(m_info.duration.us);
    if (key == "cause")
        return m_records == 0 ? "null" : upTo(m_records - 1) + ", null";
    return {}; // it depends on all that came before
}

void TimelineParser::lineTooLong()
{
    const std::size_t longest = longestLine();
    ++m_line;
    refuse(Problem {ProblemCode::LineTooLong, {}, {}, std::to_string(longest), 0, longest + 1});
}

bool TimelineParser::explain(const JsonCursor &cursor, bool cut)
{
    Problem problem;
    problem.column = cursor.column();
    problem.found = m_key;
    if (m_key == formatKey) {
        problem.code = ProblemCode::WrongFormat;
        problem.found.clear();
        problem.allowed = timelineFormat;
    } else if (cursor.notUtf8()) {
        problem.code = ProblemCode::NotUtf8;
    } else if (cut) {
        problem.code = ProblemCode::Truncated;
    } else {
        problem.code = ProblemCode::BadRecord;
        problem.allowed = m_allowed;
    }
    return refuse(std::move(problem));
}

bool TimelineParser::line(std::string_view text, bool whole)
{
    if (m_problem)
        return false;
    ++m_line;
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // some editors begin every text with it
    if (m_expected == Expected::Header && text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (m_expected == Expected::Header && !isUtf8(text.substr(0, 1)))
        return refuse(Problem {ProblemCode::NotUtf8, {}, {}, {}, 0, 1}); // as a text in UTF-16 begins
    if (m_expected == Expected::Record && whole && text.empty())
        return refuse(Problem {ProblemCode::Syntax, {}, {}, {}, 0, 1});
    JsonCursor cursor(text);
    bool good = false;
    switch (m_expected) {
    case Expected::Header:
        good = header(cursor);
        break;
    case Expected::Record:
        m_key = "id";
        good = cursor.punctuation('{') && (cursor.seesKey("records") ? lastLine(cursor) : record(cursor));
        break;
    case Expected::Nothing:
        m_key = "records"; // the last line was the last
        cursor.fail();
        whole = true; // nothing may follow, cut or not
        break;
    }
    // A number that was cut is another number: a line without its end counts as cut, whatever was met first.
    return good || explain(cursor, !whole && (cursor.stoppedAtEnd() || !text.ends_with('}')));
}

bool TimelineParser::finish()
{
    if (m_problem)
        return false;
    if (m_expected == Expected::Nothing) {
        m_sink.end();
        return true;
    }
    return refuse(
        Problem {m_expected == Expected::Header ? ProblemCode::EmptyFile : ProblemCode::Truncated, {}, {}, {}});
}

bool TimelineParser::header(JsonCursor &cursor)
{
    std::string_view text;
    m_key = formatKey;
    if (!cursor.punctuation('{') || !cursor.key(formatKey) || !cursor.text(text, maxTextBytes))
        return false;
    if (text != timelineFormat)
        return refuse(Problem {ProblemCode::WrongFormat, {}, std::string(text), std::string(timelineFormat)});
    std::uint64_t version = 0;
    if (!keyed(cursor, "version"))
        return false;
    if (!cursor.number(version))
        return allow(std::to_string(timelineVersion));
    if (version != timelineVersion)
        return refuse(
            Problem {ProblemCode::WrongVersion, {}, std::to_string(version), std::to_string(timelineVersion)});

    const auto word = [&](std::string_view key, std::string &value) {
        if (!keyed(cursor, key))
            return false;
        if (!cursor.text(text, maxTextBytes))
            return allow("string");
        value = text;
        return true;
    };
    const auto number = [&](std::string_view key, std::uint64_t &value, std::uint64_t most) {
        return keyed(cursor, key) && (cursor.number(value, most) || allow(upTo(most)));
    };
    std::uint64_t duration = 0;
    std::uint64_t sessionTimeout = 0;
    const bool read = word("scenario", m_info.scenario) && word("policy", m_info.policy)
        && number("seed", m_info.seed, static_cast<std::uint64_t>(-1)) && word("branch", m_info.branch)
        && number("duration_us", duration, maxTimeUs) && number("session_timeout_us", sessionTimeout, maxTimeUs)
        && strings(cursor) && entities(cursor) && cursor.punctuation('}') && cursor.end();
    if (!read)
        return false;
    m_info.duration.us = static_cast<std::int64_t>(duration);
    m_info.sessionTimeout.us = static_cast<std::int64_t>(sessionTimeout);
    m_announced = m_names.strings.size();
    m_sink.begin(m_info);
    m_expected = Expected::Record;
    return true;
}

bool TimelineParser::strings(JsonCursor &cursor)
{
    if (!keyed(cursor, "strings"))
        return false;
    if (!cursor.punctuation('['))
        return allow("array");
    while (!cursor.sees(']')) {
        if (!m_info.strings.empty() && !cursor.punctuation(','))
            return false;
        std::string_view text;
        if (!cursor.text(text, maxTextBytes))
            return allow("string");
        if (m_names.strings.intern(text).value != m_info.strings.size())
            return cursor.fail(); // it stood there before
        m_info.strings.emplace_back(text);
    }
    return cursor.punctuation(']');
}

bool TimelineParser::entities(JsonCursor &cursor)
{
    if (!keyed(cursor, "entities"))
        return false;
    if (!cursor.punctuation('['))
        return allow("array");
    while (!cursor.sees(']')) {
        if (!m_info.entities.empty() && !cursor.punctuation(','))
            return false;
        timeline::EntityInfo entity;
        std::string_view text;
        m_key = "id";
        if (!cursor.punctuation('{') || !cursor.key(m_key) || !cursor.text(text, maxTextBytes))
            return false;
        entity.id = text;
        const std::optional<StringId> string = m_names.strings.find(text);
        if (text.empty() || !string || m_names.findEntity(text).isSome())
            return cursor.fail();
        if (!keyed(cursor, "type"))
            return false;
        std::optional<model::EntityType> type;
        if (cursor.text(text, maxTextBytes))
            type = model::valueOf<model::EntityType>(text);
        if (!type) {
            cursor.fail();
            return allow(listed(model::EnumNames<model::EntityType>::values));
        }
        entity.type = *type;
        if (!keyed(cursor, "name") || !name(cursor, entity.name) || !cursor.punctuation('}'))
            return false;
        m_names.addEntity(*string);
        m_info.entities.push_back(std::move(entity));
        m_key = "entities";
    }
    return cursor.punctuation(']');
}

/// As in a scenario, from which it came.
bool TimelineParser::isName(std::string_view text, const JsonCursor &cursor)
{
    const auto characters = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
    if (characters > model::longestName)
        return refuse(Problem {
            ProblemCode::OutOfRange, {}, std::to_string(characters), upTo(model::longestName), 0, cursor.column()});
    const std::string found = model::firstUnprintable(text, false);
    return found.empty() || refuse(Problem {ProblemCode::NotAllowed, {}, found, {}, 0, cursor.column()});
}

bool TimelineParser::name(JsonCursor &cursor, model::Text &name)
{
    const auto wrong = [this] { return allow("{\"ko\": …, \"en\": …}"); };
    std::string_view text;
    if (!cursor.punctuation('{') || !cursor.key("ko") || !cursor.text(text, maxHeaderBytes))
        return wrong();
    name.ko = text;
    if (!cursor.nextKey("en") || !cursor.text(text, maxHeaderBytes))
        return wrong();
    name.en = text;
    return cursor.punctuation('}') ? isName(name.ko, cursor) && isName(name.en, cursor) : wrong();
}

bool TimelineParser::entityOf(JsonCursor &cursor, std::string_view id, const char *place, bool joins, EntityId &entity)
{
    entity = m_names.findEntity(id);
    m_key = "entity";
    const bool isNext = entity == EntityId(m_rules.entityCount());
    if (!joins)
        return entity.isSome() || cursor.failAt(place) || allow(m_names.entityIds());
    if (m_rules.entityCount() < m_info.entities.size())
        return isNext || cursor.failAt(place) || allow(m_info.entities[m_rules.entityCount()].id);
    if (entity.isSome() || id.empty())
        return cursor.failAt(place);
    entity = EntityId(m_names.entities);
    m_names.addEntity(m_names.strings.intern(id));
    return true;
}

bool TimelineParser::record(JsonCursor &cursor)
{
    if (m_records == m_maxRecords)
        return refuse(Problem {
            ProblemCode::TooMany, {}, std::to_string(std::uint64_t {m_records} + 1), std::to_string(m_maxRecords)});
    const auto optionalNumber = [&cursor](std::uint32_t &value) {
        return cursor.null() || cursor.number(value, noNumber - 1);
    };
    Record record;
    const model::RecordId id(m_records);
    std::uint64_t number = 0;
    if (!cursor.key("id"))
        return allow("\"id\", \"records\"");
    const char *numberPlace = cursor.place();
    if (!cursor.number(number))
        return allow(std::to_string(m_records));
    if (number != m_records)
        return cursor.failAt(numberPlace) || allow(std::to_string(m_records));

    std::uint64_t at = 0;
    if (!keyed(cursor, "at_us"))
        return false;
    if (!cursor.number(at, maxTimeUs))
        return allow(allowedByRule(m_key));
    record.at.us = static_cast<std::int64_t>(at);

    if (!keyed(cursor, "cause"))
        return false;
    if (!optionalNumber(record.cause.value))
        return allow(allowedByRule(m_key));

    std::string_view entity;
    if (!keyed(cursor, "entity"))
        return false;
    const char *entityPlace = cursor.place();
    if (!cursor.text(entity, maxTextBytes))
        return allow(m_names.entityIds());
    // An escape in the next text would write over it: no id of ours has one, so such a copy is rare.
    std::string kept;
    if (!cursor.isInLine(entity)) {
        kept = entity;
        entity = kept;
    }

    if (!keyed(cursor, "request"))
        return false;
    if (!optionalNumber(record.request.value))
        return allow(upTo(noNumber - 1) + ", null");

    std::string_view kindText;
    if (!keyed(cursor, "kind"))
        return false;
    const char *kindPlace = cursor.place();
    if (!cursor.text(kindText, maxTextBytes))
        return allow(listed(kinds));
    std::size_t kind = 0;
    while (kind < kinds.size() && kinds[kind] != kindText)
        ++kind;
    if (kind == kinds.size())
        return cursor.failAt(kindPlace) || allow(listed(kinds));
    makeFact(record.fact, kind, std::make_index_sequence<model::factKindCount>());

    // Strings are interned in the order in which a record shows them: its entity first, then the fields.
    const std::uint32_t entitiesBefore = m_names.entities;
    const bool joins = std::holds_alternative<model::EntityAdded>(record.fact);
    if (!entityOf(cursor, entity, entityPlace, joins, record.entity))
        return false;
    m_key = "kind";
    std::visit(
        [this, &cursor](auto &payload) { payload.fields(payload, FieldReader(m_names, cursor, m_key, m_allowed)); },
        record.fact);
    if (!cursor.ok())
        return false;
    if (!cursor.punctuation('}') || !cursor.end())
        return allow("}");
    if (const std::string_view wrong = m_rules.check(id, record); !wrong.empty())
        return refuse(cursor, wrong);

    for (; m_announced < m_names.strings.size(); ++m_announced)
        m_sink.internString(StringId(m_announced), m_names.strings.text(StringId(m_announced)));
    if (m_names.entities != entitiesBefore)
        m_sink.joinEntity(record.entity, *m_names.strings.find(entity));
    m_fingerprint.add(record);
    m_sink.append(id, record);
    m_now = record.at;
    ++m_records;
    return true;
}

bool TimelineParser::lastLine(JsonCursor &cursor)
{
    m_key = "records";
    std::uint64_t records = 0;
    std::string_view fingerprint;
    if (!cursor.key(m_key))
        return false;
    if (!cursor.number(records))
        return allow(std::to_string(m_records));
    if (!keyed(cursor, "fingerprint"))
        return false;
    if (!cursor.text(fingerprint, maxTextBytes))
        return allow("string");
    if (!cursor.punctuation('}') || !cursor.end())
        return allow("}");
    if (records != m_records)
        return refuse(Problem {ProblemCode::WrongCount, {}, std::to_string(m_records), std::to_string(records)});
    if (fingerprint != m_fingerprint.hex())
        return refuse(Problem {ProblemCode::WrongFingerprint, {}, m_fingerprint.hex(), std::string(fingerprint)});
    if (m_rules.entityCount() < m_info.entities.size())
        return refuse(cursor, "entities"); // some of them never joined
    m_expected = Expected::Nothing;
    return true;
}

} // namespace sessionarium::report
