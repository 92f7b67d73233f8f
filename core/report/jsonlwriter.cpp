// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "core/report/blockwriter.h"
#include "core/report/jsonl.h"
#include "core/report/jsonlwords.h"
#include "core/timeline/fingerprint.h"

#include <type_traits>

namespace sessionarium::report {

namespace {

using timeline::Record;
using timeline::Timeline;

/// JSON forbids these inside a string as they are.
constexpr bool mustBeEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void putEscaped(BlockWriter &out, char c)
{
    switch (c) {
    case '"':
        return out.put("\\\"");
    case '\\':
        return out.put("\\\\");
    case '\b':
        return out.put("\\b");
    case '\f':
        return out.put("\\f");
    case '\n':
        return out.put("\\n");
    case '\r':
        return out.put("\\r");
    case '\t':
        return out.put("\\t");
    default:
        break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    out.put("\\u00");
    out.put(digits[static_cast<unsigned char>(c) >> 4]);
    out.put(digits[static_cast<unsigned char>(c) & 0xF]);
}

void putText(BlockWriter &out, std::string_view text)
{
    out.put('"');
    std::size_t plain = 0; // begin of what needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!mustBeEscaped(text[i]))
            continue;
        out.put(text.substr(plain, i - plain));
        putEscaped(out, text[i]);
        plain = i + 1;
    }
    out.put(text.substr(plain));
    out.put('"');
}

/// Writes the fields of a fact as `,"name":value`.
class FieldWriter
{
public:
    FieldWriter(BlockWriter &out, const Timeline &timeline) : m_out(out), m_timeline(timeline) { }

    template <class Field>
    void operator()(std::string_view name, const Field &field)
    {
        m_out.put(",\"");
        m_out.put(name);
        m_out.put("\":");
        if constexpr (std::is_enum_v<Field>) {
            m_out.put('"');
            m_out.put(model::nameOf(field));
            m_out.put('"');
        } else if constexpr (std::is_same_v<Field, std::uint32_t>) {
            putNumber(field, name == noneableNumber);
        } else {
            putValue(field);
        }
    }

    void putValue(bool value) { m_out.put(value ? "true" : "false"); }
    void putValue(model::TransitTime transit) { putNumber(transit.us, true); }
    void putValue(model::EntityId entity)
    {
        if (entity.isNone())
            m_out.put("null");
        else
            putText(m_out, m_timeline.entity(entity).id);
    }
    void putValue(model::StringId text)
    {
        if (text.isNone())
            m_out.put("null");
        else
            putText(m_out, m_timeline.text(text));
    }
    void putValue(model::WriteId write)
    {
        if (write.isNone()) {
            m_out.put("null");
            return;
        }
        const std::string_view client = m_timeline.entity(write.client).id;
        m_text.assign(client).append(1, ':').append(std::to_string(write.counter));
        putText(m_out, m_text);
    }
    template <class Tag>
    void putValue(model::Id<Tag> id)
    {
        if (id.isNone())
            m_out.put("null");
        else
            m_out.putNumber(id.value);
    }

private:
    void putNumber(std::uint32_t number, bool mayBeNone)
    {
        if (mayBeNone && number == noNumber)
            m_out.put("null");
        else
            m_out.putNumber(number);
    }

    BlockWriter &m_out;
    const Timeline &m_timeline;
    std::string m_text; // reused
};

void putName(BlockWriter &out, const model::Text &name)
{
    out.put("{\"ko\":");
    putText(out, name.ko);
    out.put(",\"en\":");
    putText(out, name.en);
    out.put('}');
}

void putHeader(BlockWriter &out, const timeline::RunInfo &info)
{
    out.put("{\"format\":");
    putText(out, timelineFormat);
    out.put(",\"version\":");
    out.putNumber(timelineVersion);
    out.put(",\"scenario\":");
    putText(out, info.scenario);
    out.put(",\"policy\":");
    putText(out, info.policy);
    out.put(",\"seed\":");
    out.putNumber(info.seed);
    out.put(",\"branch\":");
    putText(out, info.branch);
    out.put(",\"duration_us\":");
    out.putNumber(info.duration.us);
    out.put(",\"session_timeout_us\":");
    out.putNumber(info.sessionTimeout.us);
    out.put(",\"strings\":[");
    for (std::size_t i = 0; i < info.strings.size(); ++i) {
        if (i > 0)
            out.put(',');
        putText(out, info.strings[i]);
    }
    out.put("],\"entities\":[");
    for (std::size_t i = 0; i < info.entities.size(); ++i) {
        const timeline::EntityInfo &entity = info.entities[i];
        out.put(i > 0 ? ",{\"id\":" : "{\"id\":");
        putText(out, entity.id);
        out.put(",\"type\":\"");
        out.put(model::nameOf(entity.type));
        out.put("\",\"name\":");
        putName(out, entity.name);
        out.put('}');
    }
    out.put("]}\n");
}

void putRecord(BlockWriter &out, FieldWriter &fields, std::uint32_t id, const Record &record)
{
    out.put("{\"id\":");
    out.putNumber(id);
    out.put(",\"at_us\":");
    out.putNumber(record.at.us);
    out.put(",\"cause\":");
    fields.putValue(record.cause);
    out.put(",\"entity\":");
    fields.putValue(record.entity);
    out.put(",\"request\":");
    fields.putValue(record.request);
    out.put(",\"kind\":\"");
    std::visit(
        [&out, &fields](const auto &payload) {
            out.put(payload.name);
            out.put('"');
            payload.fields(payload, fields);
        },
        record.fact);
    out.put("}\n");
}

} // namespace

bool writeJsonLines(const Timeline &timeline, const ByteSink &sink)
{
    BlockWriter out(sink);
    FieldWriter fields(out, timeline);
    timeline::Fingerprint fingerprint;
    const std::uint32_t count = timeline.size();

    putHeader(out, timeline.info());
    for (std::uint32_t id = 0; id < count; ++id) {
        const Record &record = timeline[id];
        fingerprint.add(record);
        putRecord(out, fields, id, record);
        if (!out.ok())
            return false;
    }
    out.put("{\"records\":");
    out.putNumber(count);
    out.put(",\"fingerprint\":\"");
    out.put(fingerprint.hex());
    out.put("\"}\n");
    return out.finish();
}

} // namespace sessionarium::report
