// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/report/blockwriter.h"
#include "core/report/jsonlwords.h"
#include "core/timeline/timeline.h"

#include <string>
#include <string_view>
#include <type_traits>

/// JSON as all our exports write it: texts, and the fields of any fact.
namespace sessionarium::report {

/// JSON forbids these inside a string as they are.
[[nodiscard]] constexpr bool mustBeEscapedInJson(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

inline void putJsonEscape(BlockWriter &out, char c)
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

/// A text in quotes. Requires: UTF-8.
inline void putJsonText(BlockWriter &out, std::string_view text)
{
    out.put('"');
    std::size_t plain = 0; // begin of what needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!mustBeEscapedInJson(text[i]))
            continue;
        out.put(text.substr(plain, i - plain));
        putJsonEscape(out, text[i]);
        plain = i + 1;
    }
    out.put(text.substr(plain));
    out.put('"');
}

/// Writes the fields of a fact as `,"name":value`.
class JsonFieldWriter
{
public:
    JsonFieldWriter(BlockWriter &out, const timeline::Timeline &timeline) : m_out(out), m_timeline(timeline) { }

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
            putJsonText(m_out, m_timeline.entity(entity).id);
    }
    void putValue(model::StringId text)
    {
        if (text.isNone())
            m_out.put("null");
        else
            putJsonText(m_out, m_timeline.text(text));
    }
    void putValue(model::WriteId write)
    {
        if (write.isNone()) {
            m_out.put("null");
            return;
        }
        const std::string_view client = m_timeline.entity(write.client).id;
        m_text.assign(client).append(1, ':').append(std::to_string(write.counter));
        putJsonText(m_out, m_text);
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
    const timeline::Timeline &m_timeline;
    std::string m_text; // reused
};

} // namespace sessionarium::report
