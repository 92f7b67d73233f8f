// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/report/jsoncursor.h"
#include "core/report/jsonl.h"
#include "core/report/jsonlwords.h"
#include "core/report/runnames.h"

#include <optional>
#include <string>
#include <type_traits>

namespace sessionarium::report {

/// The words as a problem lists what is allowed.
template <class Words>
[[nodiscard]] std::string listed(const Words &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

[[nodiscard]] inline std::string upTo(std::uint64_t most)
{
    return "0…" + std::to_string(most);
}

/// Reads the fields of a fact, each under its key, and interns the texts that are new.
class FieldReader
{
public:
    /// `key` is set to the name of the field that is being read, `allowed`, if that cannot be, to what can.
    FieldReader(RunNames &names, JsonCursor &cursor, std::string_view &key, std::string &allowed)
        : m_names(names), m_cursor(cursor), m_key(key), m_allowed(allowed)
    {
    }

    template <class Field>
    void operator()(std::string_view name, Field &field)
    {
        if (!m_cursor.ok())
            return;
        m_key = name;
        if (!m_cursor.nextKey(name)) {
            m_allowed = '"' + std::string(name) + '"';
            return;
        }
        if constexpr (std::is_same_v<Field, std::uint32_t>)
            readNumber(field, name == noneableNumber);
        else
            read(field);
        if (!m_cursor.ok())
            m_allowed = allowedFor(field);
    }

private:
    // Made only where something else stands in the file.
    [[nodiscard]] std::string allowedFor(const std::uint32_t &) const
    {
        return m_key == noneableNumber ? upTo(noNumber - 1) + ", null" : upTo(noNumber);
    }
    [[nodiscard]] static std::string allowedFor(const model::TransitTime &) { return upTo(noNumber - 1) + ", null"; }
    [[nodiscard]] static std::string allowedFor(const bool &) { return "true, false"; }
    [[nodiscard]] static std::string allowedFor(const model::StringId &) { return "string, null"; }
    [[nodiscard]] std::string allowedFor(const model::EntityId &) const { return m_names.entityIds() + ", null"; }
    [[nodiscard]] static std::string allowedFor(const model::WriteId &) { return "client:number, null"; }
    template <class Enum>
    requires std::is_enum_v<Enum>
    [[nodiscard]] static std::string allowedFor(const Enum &) { return listed(model::EnumNames<Enum>::values); }

    void readNumber(std::uint32_t &number, bool mayBeNone)
    {
        if (mayBeNone && m_cursor.null())
            number = noNumber;
        else
            m_cursor.number(number, mayBeNone ? noNumber - 1 : noNumber);
    }
    void read(model::TransitTime &transit) { readNumber(transit.us, true); }
    void read(bool &flag) { m_cursor.boolean(flag); }

    void read(model::StringId &string)
    {
        std::string_view text;
        if (m_cursor.null())
            string = model::StringId();
        else if (m_cursor.text(text, maxTextBytes))
            string = m_names.strings.intern(text);
    }
    void read(model::EntityId &entity)
    {
        if (m_cursor.null()) {
            entity = model::EntityId();
            return;
        }
        const char *place = m_cursor.place();
        std::string_view id;
        if (!m_cursor.text(id, maxTextBytes))
            return;
        entity = m_names.findEntity(id);
        if (entity.isNone())
            m_cursor.failAt(place);
    }
    void read(model::WriteId &write)
    {
        if (m_cursor.null()) {
            write = model::WriteId();
            return;
        }
        const char *place = m_cursor.place();
        std::string_view text;
        if (!m_cursor.text(text, maxTextBytes))
            return;
        const std::size_t colon = text.rfind(':');
        if (colon == std::string_view::npos) {
            m_cursor.failAt(place);
            return;
        }
        write.client = m_names.findEntity(text.substr(0, colon));
        const std::string_view digits = text.substr(colon + 1);
        JsonCursor counter(digits);
        const bool spaced = !digits.empty() && digits.front() <= ' '; // a cursor would skip it
        const bool isNumber = !spaced && counter.number(write.counter) && counter.stoppedAtEnd();
        if (write.client.isNone() || !isNumber)
            m_cursor.failAt(place);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void read(Enum &value)
    {
        const char *place = m_cursor.place();
        std::string_view word;
        if (!m_cursor.text(word, maxTextBytes))
            return;
        const std::optional<Enum> known = model::valueOf<Enum>(word);
        if (known)
            value = *known;
        else
            m_cursor.failAt(place);
    }

    RunNames &m_names;
    JsonCursor &m_cursor;
    std::string_view &m_key;
    std::string &m_allowed;
};

} // namespace sessionarium::report
