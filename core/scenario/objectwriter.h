// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/scenario/fields.h"
#include "core/scenario/json.h"
#include "core/scenario/readcontext.h"

#include <initializer_list>

namespace sessionarium::scenario {

/// What a writer does with fields that have their default.
enum class Defaults {
    LeaveOut, ///< Files: what the file may leave out is left out.
    Write ///< Values to be named one by one (`--set`): all that can be said in a file is there.
};

[[nodiscard]] inline Json jsonOf(std::uint32_t value)
{
    return Json::unsignedInteger(value);
}
[[nodiscard]] inline Json jsonOf(std::uint64_t value)
{
    return Json::unsignedInteger(value);
}
[[nodiscard]] inline Json jsonOf(model::Duration value)
{
    return Json::integer(value.us);
}
[[nodiscard]] inline Json jsonOf(model::SimTime value)
{
    return Json::integer(value.us);
}
[[nodiscard]] Json jsonOf(const model::Text &text);
[[nodiscard]] Json jsonOf(const std::vector<std::string> &words);
[[nodiscard]] Json jsonOf(const Condition &condition);
[[nodiscard]] Json jsonOf(const Measure &measure);
[[nodiscard]] Json jsonOf(const Operand &operand);
[[nodiscard]] Json jsonOf(const std::vector<SetValue> &values);

/// Visits the field table and adds a value's fields to a JSON object.
template <class T>
class ObjectWriter
{
public:
    ObjectWriter(Json &out, const T &value, Defaults defaults) : m_out(out), m_value(value), m_mode(defaults) { }

    void constant(std::string_view key, std::string_view value) { m_out.add(key, Json::string(value)); }
    void constant(std::string_view key, std::uint32_t value) { m_out.add(key, jsonOf(value)); }

    void id(std::string_view key, std::string T::*member, Need need = Need::Optional) { words(key, member, need); }

    void nullableId(std::string_view key, std::string T::*member)
    {
        const std::string &id = m_value.*member;
        if (!id.empty())
            m_out.add(key, Json::string(id));
        else if (m_mode == Defaults::Write)
            m_out.add(key, Json());
    }

    void name(std::string_view key, model::Text T::*member)
    {
        const model::Text &text = m_value.*member;
        if (!text.isEmpty()) // also one that the reader would choose: it is for people
            m_out.add(key, jsonOf(text));
    }

    void text(std::string_view key, model::Text T::*member, std::size_t, Need need = Need::Optional)
    {
        const model::Text &text = m_value.*member;
        if (need == Need::Required || !text.isEmpty())
            m_out.add(key, jsonOf(text));
    }

    void string(std::string_view key, std::string T::*member, StringRule, Need need = Need::Optional)
    {
        words(key, member, need);
    }
    void strings(std::string_view key, std::vector<std::string> T::*member, StringRule) { ids(key, member); }
    void ids(std::string_view key, std::vector<std::string> T::*member, std::size_t = 0, Need need = Need::Optional)
    {
        if (need == Need::Required || m_mode == Defaults::Write || !(m_value.*member).empty())
            m_out.add(key, jsonOf(m_value.*member));
    }
    void words(std::string_view key, std::vector<std::string> T::*member, WordSpan)
    {
        m_out.add(key, jsonOf(m_value.*member));
    }
    void word(std::string_view key, std::string T::*member, WordSpan, Need need = Need::Optional)
    {
        words(key, member, need);
    }

    template <class E>
    void word(std::string_view key, E T::*member, Need need = Need::Optional)
    {
        if (isWritten(member, need))
            m_out.add(key, Json::string(model::nameOf(m_value.*member)));
    }

    template <class E, class Variant>
    void choose(std::string_view key, E T::*member, const Variant &variant)
    {
        m_out.add(key, Json::string(model::nameOf(m_value.*member)));
        variant(*this, m_value.*member);
    }

    template <class I>
    void integer(std::string_view key, I T::*member, std::uint64_t, std::uint64_t, Need need = Need::Optional)
    {
        if (isWritten(member, need))
            m_out.add(key, jsonOf(m_value.*member));
    }

    template <class I>
    void integer(std::string_view key, std::optional<I> T::*member, std::uint64_t, std::uint64_t, Need = Need::Optional)
    {
        if (const std::optional<I> &value = m_value.*member)
            m_out.add(key, jsonOf(*value));
    }

    void boolean(std::string_view key, bool T::*member)
    {
        if (isWritten(member, Need::Optional))
            m_out.add(key, Json::boolean(m_value.*member));
    }

    template <class U, class Table = Fields<U>>
    void object(std::string_view key, U T::*member, Need need = Need::Optional, Table table = {})
    {
        Json json = write(m_value.*member, table, m_mode);
        if (need == Need::Required || !json.isEmpty())
            m_out.add(key, std::move(json));
    }

    template <class U, class Table = Fields<U>>
    void object(std::string_view key, std::optional<U> T::*member, Need need = Need::Optional, Table table = {})
    {
        if (const std::optional<U> &value = m_value.*member)
            m_out.add(key, write(*value, table, m_mode));
        else if (need == Need::Required)
            m_out.add(key, Json());
    }

    /// One that can also be set where there is none yet.
    template <class U>
    void orNull(std::string_view key, std::optional<U> T::*member)
    {
        object(key, member, m_mode == Defaults::Write ? Need::Required : Need::Optional);
    }

    template <class U>
    void list(std::string_view key, std::vector<U> T::*member, std::size_t, std::size_t, Need need = Need::Optional)
    {
        const std::vector<U> &values = m_value.*member;
        if (need == Need::Optional && m_mode == Defaults::LeaveOut && values.empty())
            return;
        Json json = Json::list();
        for (const U &value : values)
            json.items.push_back(write(value, Fields<U>(), m_mode));
        m_out.add(key, std::move(json));
    }

    template <class U>
    void inlined(U T::*member)
    {
        ObjectWriter<U> writer(m_out, m_value.*member, m_mode);
        describe(writer, Fields<U>());
    }

    void setValues(std::string_view key, std::vector<SetValue> T::*member)
    {
        if (!(m_value.*member).empty())
            m_out.add(key, jsonOf(m_value.*member));
    }

    void request(std::string_view key, std::optional<std::uint32_t> T::*member)
    {
        const std::uint32_t number = (m_value.*member).value_or(1);
        m_out.add(key, number == 1 ? Json::string(nextRequest) : jsonOf(number));
    }

    void condition(std::string_view key, Condition T::*member) { m_out.add(key, jsonOf(m_value.*member)); }
    void measure(std::string_view key, std::shared_ptr<const Measure> T::*member)
    {
        m_out.add(key, jsonOf(*(m_value.*member)));
    }
    void operand(std::string_view key, Operand T::*member) { m_out.add(key, jsonOf(m_value.*member)); }

    void eitherOr(std::initializer_list<std::string_view>, std::initializer_list<std::string_view>) { }
    void anyOf(std::initializer_list<std::string_view>) { }
    void together(std::string_view key, std::string_view with)
    {
        if (m_out.find(with) == nullptr)
            m_out.remove(key);
    }

    template <class U, class Table>
    [[nodiscard]] static Json write(const U &value, Table table, Defaults defaults)
    {
        Json json = Json::object();
        ObjectWriter<U> writer(json, value, defaults);
        describe(writer, table);
        return json;
    }

private:
    [[nodiscard]] static const T &defaultValue()
    {
        static const T value {};
        return value;
    }

    template <class M>
    [[nodiscard]] bool isWritten(M T::*member, Need need) const
    {
        return need == Need::Required || m_mode == Defaults::Write || m_value.*member != defaultValue().*member;
    }

    /// An id or word; empty is what stands for "none" and cannot be written.
    void words(std::string_view key, std::string T::*member, Need need)
    {
        const std::string &text = m_value.*member;
        if (!text.empty() && isWritten(member, need))
            m_out.add(key, Json::string(text));
    }

    Json &m_out;
    const T &m_value;
    Defaults m_mode;
};

/// The object of the table that `value` is written as.
template <class U>
[[nodiscard]] Json writeObject(const U &value, Defaults defaults)
{
    return ObjectWriter<U>::write(value, Fields<U>(), defaults);
}

} // namespace sessionarium::scenario
