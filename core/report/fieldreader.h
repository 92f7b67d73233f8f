// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/report/jsoncursor.h"
#include "core/report/jsonl.h"
#include "core/report/jsonlwords.h"
#include "core/report/runnames.h"

#include <optional>
#include <type_traits>

namespace sessionarium::report {

/// Reads the fields of a fact, each under its key, and interns the texts that are new.
class FieldReader
{
public:
    /// `key` is set to the name of the field that is being read.
    FieldReader(RunNames &names, JsonCursor &cursor, std::string_view &key)
        : m_names(names), m_cursor(cursor), m_key(key)
    {
    }

    template <class Field>
    void operator()(std::string_view name, Field &field)
    {
        if (!m_cursor.ok())
            return;
        m_key = name;
        if (!m_cursor.nextKey(name))
            return;
        if constexpr (std::is_same_v<Field, std::uint32_t>)
            readNumber(field, name == noneableNumber);
        else
            read(field);
    }

private:
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
};

} // namespace sessionarium::report
