// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/scenario/fields.h"
#include "core/scenario/readcontext.h"

#include <array>

namespace sessionarium::scenario {

inline void assign(std::uint32_t &target, std::uint64_t value)
{
    target = static_cast<std::uint32_t>(value);
}
inline void assign(std::uint64_t &target, std::uint64_t value)
{
    target = value;
}
inline void assign(model::Duration &target, std::uint64_t value)
{
    target.us = static_cast<std::int64_t>(value);
}
inline void assign(model::SimTime &target, std::uint64_t value)
{
    target.us = static_cast<std::int64_t>(value);
}
inline void assign(std::optional<std::uint32_t> &target, std::uint64_t value)
{
    target = static_cast<std::uint32_t>(value);
}
inline void assign(std::optional<model::Duration> &target, std::uint64_t value)
{
    target = model::Duration {static_cast<std::int64_t>(value)};
}
inline void assign(std::optional<model::SimTime> &target, std::uint64_t value)
{
    target = model::SimTime {static_cast<std::int64_t>(value)};
}

/// Visits the field table and fills a value from a JSON object. What cannot be read keeps its default, and a problem
/// tells why; lists keep their length, so that indices stay those of the file.
template <class T>
class ObjectReader
{
public:
    ObjectReader(ObjectBeingRead &object, T &target) : m_object(object), m_target(target) { }

    void constant(std::string_view key, std::string_view value)
    {
        const Json *json = m_object.take(key, Need::Optional);
        const bool right = json != nullptr && json->kind == Json::Kind::String && json->text == value;
        if (!right)
            m_object.context.add(model::ProblemCode::WrongFormat, m_object.placeOf(key),
                                 json != nullptr ? shown(*json) : std::string(), std::string(value));
    }

    void constant(std::string_view key, std::uint32_t value)
    {
        const Json *json = m_object.take(key, Need::Required);
        if (json != nullptr && expect(m_object.context, m_object.placeOf(key), *json, Json::Kind::Integer, "integer")
            && (json->negative || json->magnitude != value))
            m_object.context.add(model::ProblemCode::WrongVersion, m_object.placeOf(key), shown(*json),
                                 std::to_string(value));
    }

    void id(std::string_view key, std::string T::*member, Need need = Need::Optional)
    {
        if (const Json *json = m_object.take(key, need))
            readId(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void nullableId(std::string_view key, std::string T::*member)
    {
        const Json *json = m_object.take(key, Need::Optional);
        if (json != nullptr && json->kind != Json::Kind::Null)
            readId(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void name(std::string_view key, model::Text T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Optional))
            readText(m_object.context, m_object.placeOf(key), *json, bounds::nameLength, m_target.*member);
        else
            m_target.*member = defaultName(m_target);
    }

    void text(std::string_view key, model::Text T::*member, std::size_t maxLength, Need need = Need::Optional)
    {
        if (const Json *json = m_object.take(key, need))
            readText(m_object.context, m_object.placeOf(key), *json, maxLength, m_target.*member);
    }

    void string(std::string_view key, std::string T::*member, StringRule rule, Need need = Need::Optional)
    {
        if (const Json *json = m_object.take(key, need))
            readString(m_object.context, m_object.placeOf(key), *json, rule, m_target.*member);
    }

    void strings(std::string_view key, std::vector<std::string> T::*member, StringRule rule)
    {
        list(key, m_target.*member, 0, bounds::words, Need::Optional,
             [this, rule](const std::string &place, const Json &json, std::string &target) {
                 readString(m_object.context, place, json, rule, target);
             });
    }

    void ids(std::string_view key, std::vector<std::string> T::*member, std::size_t least = 0,
             Need need = Need::Optional)
    {
        list(key, m_target.*member, least, bounds::words, need,
             [this](const std::string &place, const Json &json, std::string &target) {
                 readId(m_object.context, place, json, target);
             });
    }

    void words(std::string_view key, std::vector<std::string> T::*member, WordSpan allowed)
    {
        list(key, m_target.*member, 1, bounds::words, Need::Required,
             [this, allowed](const std::string &place, const Json &json, std::string &target) {
                 if (const auto index = readWord(m_object.context, place, json, allowed))
                     target = std::string(allowed[*index]);
             });
    }

    void word(std::string_view key, std::string T::*member, WordSpan allowed, Need need = Need::Optional)
    {
        const Json *json = m_object.take(key, need);
        if (json == nullptr)
            return;
        if (const auto index = readWord(m_object.context, m_object.placeOf(key), *json, allowed))
            m_target.*member = std::string(allowed[*index]);
    }

    template <class E>
    void word(std::string_view key, E T::*member, Need need = Need::Optional)
    {
        const Json *json = m_object.take(key, need);
        if (json == nullptr)
            return;
        if (const auto index = readWord(m_object.context, m_object.placeOf(key), *json, model::EnumNames<E>::values))
            m_target.*member = static_cast<E>(*index);
    }

    template <class E, class Variant>
    void choose(std::string_view key, E T::*member, const Variant &variant)
    {
        m_object.variantUnknown = true;
        const Json *json = m_object.take(key, Need::Required);
        if (json == nullptr)
            return;
        if (const auto index = readWord(m_object.context, m_object.placeOf(key), *json, model::EnumNames<E>::values)) {
            m_object.variantUnknown = false;
            m_target.*member = static_cast<E>(*index);
            variant(*this, m_target.*member);
        }
    }

    template <class I>
    void integer(std::string_view key, I T::*member, std::uint64_t least, std::uint64_t most,
                 Need need = Need::Optional)
    {
        const Json *json = m_object.take(key, need);
        if (json == nullptr)
            return;
        if (const auto value = readInteger(m_object.context, m_object.placeOf(key), *json, least, most))
            assign(m_target.*member, *value);
    }

    void boolean(std::string_view key, bool T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Optional))
            readBoolean(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    template <class U, class Table = Fields<U>>
    void object(std::string_view key, U T::*member, Need need = Need::Optional, Table table = {})
    {
        if (const Json *json = m_object.take(key, need))
            read(m_object.context, m_object.placeOf(key), *json, m_target.*member, table);
    }

    /// `null` is the same as leaving it out.
    template <class U, class Table = Fields<U>>
    void object(std::string_view key, std::optional<U> T::*member, Need need = Need::Optional, Table table = {})
    {
        const Json *json = m_object.take(key, need);
        if (json == nullptr || json->kind == Json::Kind::Null)
            return;
        read(m_object.context, m_object.placeOf(key), *json, (m_target.*member).emplace(), table);
    }

    template <class U>
    void orNull(std::string_view key, std::optional<U> T::*member)
    {
        object(key, member);
    }

    template <class U>
    void list(std::string_view key, std::vector<U> T::*member, std::size_t least, std::size_t most,
              Need need = Need::Optional)
    {
        list(key, m_target.*member, least, most, need, [this](const std::string &place, const Json &json, U &target) {
            read(m_object.context, place, json, target, Fields<U>());
        });
    }

    template <class U>
    void inlined(U T::*member)
    {
        ObjectReader<U> reader(m_object, m_target.*member);
        describe(reader, Fields<U>());
    }

    void setValues(std::string_view key, std::vector<SetValue> T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Optional))
            readSetValues(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void request(std::string_view key, std::optional<std::uint32_t> T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Required))
            readRequest(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void condition(std::string_view key, Condition T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Required))
            readCondition(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void measure(std::string_view key, std::shared_ptr<const Measure> T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Required))
            readMeasure(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void operand(std::string_view key, Operand T::*member)
    {
        if (const Json *json = m_object.take(key, Need::Required))
            readOperand(m_object.context, m_object.placeOf(key), *json, m_target.*member);
    }

    void eitherOr(std::initializer_list<std::string_view> one, std::initializer_list<std::string_view> other)
    {
        m_object.eitherOr(one, other);
    }
    void together(std::string_view key, std::string_view with) { m_object.together(key, with); }
    void anyOf(std::initializer_list<std::string_view> keys) { m_object.anyOf(keys); }

    /// Reads a whole object: its fields, and that there are no others.
    template <class U, class Table>
    static void read(ReadContext &context, const std::string &place, const Json &json, U &target, Table table)
    {
        if (!expect(context, place, json, Json::Kind::Object, "object"))
            return;
        ObjectBeingRead object {context, json, place, {}};
        ObjectReader<U> reader(object, target);
        describe(reader, table);
        object.finish();
    }

private:
    template <class U, class ReadItem>
    void list(std::string_view key, std::vector<U> &target, std::size_t least, std::size_t most, Need need,
              const ReadItem &readItem)
    {
        const Json *json = m_object.take(key, need);
        const std::string place = m_object.placeOf(key);
        if (json == nullptr || !readCount(m_object.context, place, *json, least, most))
            return;
        target.resize(json->items.size());
        for (std::size_t i = 0; i < target.size(); ++i)
            readItem(pointerTo(place, i), json->items[i], target[i]);
    }

    ObjectBeingRead &m_object;
    T &m_target;
};

/// Reads one object of the table into `target`.
template <class U>
void readObject(ReadContext &context, const std::string &place, const Json &json, U &target)
{
    ObjectReader<U>::read(context, place, json, target, Fields<U>());
}

} // namespace sessionarium::scenario
