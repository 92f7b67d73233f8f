// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/objectwriter.h"

#include <string>
#include <vector>

namespace sessionarium::scenario {

/// What the field table says of one object, on the way to its JSON Schema.
struct ObjectSchema
{
    struct Variant;

    Json properties = Json::object();
    std::vector<std::string> required;
    std::vector<Json> constraints; ///< Schemas that hold besides.
    std::string choice; ///< The field on which the rest depends, if there is one.
    std::vector<Variant> variants; ///< For each word of that field.

    [[nodiscard]] Json finish() const;
};

struct ObjectSchema::Variant
{
    std::string word;
    ObjectSchema fields;
};

[[nodiscard]] Json schemaReference(std::string_view definition);
[[nodiscard]] Json schemaOfType(std::string_view type);
[[nodiscard]] Json schemaOfRange(std::uint64_t least, std::uint64_t most);
[[nodiscard]] Json schemaOfString(StringRule rule);
[[nodiscard]] Json schemaOfText(std::size_t maxLength);
[[nodiscard]] Json schemaOfWords(WordSpan words);
[[nodiscard]] Json schemaOfList(Json items, std::size_t least, std::size_t most);
[[nodiscard]] Json schemaOfConstant(Json value);
[[nodiscard]] Json schemaOrNull(Json schema);
[[nodiscard]] Json schemaOfAlternatives(std::initializer_list<std::string_view> one,
                                        std::initializer_list<std::string_view> other);
[[nodiscard]] Json schemaOfAnyOf(std::initializer_list<std::string_view> keys);
[[nodiscard]] Json schemaOfDependence(std::string_view key, std::string_view with);

/// Visits the field table and collects what it says.
template <class T>
class SchemaBuilder
{
public:
    explicit SchemaBuilder(ObjectSchema &schema) : m_schema(schema) { }

    void constant(std::string_view key, std::string_view value)
    {
        add(key, Need::Required, schemaOfConstant(Json::string(value)));
    }
    void constant(std::string_view key, std::uint32_t value)
    {
        add(key, Need::Required, schemaOfConstant(jsonOf(value)));
    }

    void id(std::string_view key, std::string T::*member, Need need = Need::Optional)
    {
        addString(key, need, schemaReference("id"), defaults().*member);
    }
    void nullableId(std::string_view key, std::string T::*)
    {
        add(key, Need::Optional, schemaOrNull(schemaReference("id")));
    }
    void name(std::string_view key, model::Text T::*) { add(key, Need::Optional, schemaOfText(bounds::nameLength)); }
    void text(std::string_view key, model::Text T::*, std::size_t maxLength, Need need = Need::Optional)
    {
        add(key, need, schemaOfText(maxLength));
    }
    void string(std::string_view key, std::string T::*member, StringRule rule, Need need = Need::Optional)
    {
        addString(key, need, schemaOfString(rule), defaults().*member);
    }
    void strings(std::string_view key, std::vector<std::string> T::*, StringRule rule)
    {
        add(key, Need::Optional, schemaOfList(schemaOfString(rule), 0, bounds::words));
    }
    void ids(std::string_view key, std::vector<std::string> T::*, std::size_t least = 0, Need need = Need::Optional)
    {
        add(key, need, schemaOfList(schemaReference("id"), least, bounds::words));
    }
    void words(std::string_view key, std::vector<std::string> T::*, WordSpan allowed)
    {
        add(key, Need::Required, schemaOfList(schemaOfWords(allowed), 1, bounds::words));
    }
    void word(std::string_view key, std::string T::*, WordSpan allowed, Need need = Need::Optional)
    {
        add(key, need, schemaOfWords(allowed));
    }
    template <class E>
    void word(std::string_view key, E T::*member, Need need = Need::Optional)
    {
        add(key, need, schemaOfWords(model::EnumNames<E>::values), Json::string(model::nameOf(defaults().*member)));
    }

    template <class E, class Variant>
    void choose(std::string_view key, E T::*, const Variant &variant)
    {
        add(key, Need::Required, schemaOfWords(model::EnumNames<E>::values));
        m_schema.choice = std::string(key);
        for (std::size_t i = 0; i < model::EnumNames<E>::values.size(); ++i) {
            ObjectSchema fields;
            SchemaBuilder<T> builder(fields);
            variant(builder, static_cast<E>(i));
            m_schema.variants.push_back({std::string(model::nameOf(static_cast<E>(i))), std::move(fields)});
        }
    }

    template <class I>
    void integer(std::string_view key, I T::*member, std::uint64_t least, std::uint64_t most,
                 Need need = Need::Optional)
    {
        add(key, need, schemaOfRange(least, most), jsonOf(defaults().*member));
    }
    template <class I>
    void integer(std::string_view key, std::optional<I> T::*, std::uint64_t least, std::uint64_t most,
                 Need need = Need::Optional)
    {
        add(key, need, schemaOfRange(least, most));
    }
    void boolean(std::string_view key, bool T::*member)
    {
        add(key, Need::Optional, schemaOfType("boolean"), Json::boolean(defaults().*member));
    }

    template <class U, class Table = Fields<U>>
    void object(std::string_view key, U T::*, Need need = Need::Optional, Table table = {})
    {
        add(key, need, schemaReference(tableName(table)));
    }
    template <class U, class Table = Fields<U>>
    void object(std::string_view key, std::optional<U> T::*, Need need = Need::Optional, Table table = {})
    {
        add(key, need, schemaOrNull(schemaReference(tableName(table))));
    }
    template <class U>
    void orNull(std::string_view key, std::optional<U> T::*member)
    {
        object(key, member);
    }
    template <class U>
    void list(std::string_view key, std::vector<U> T::*, std::size_t least, std::size_t most,
              Need need = Need::Optional)
    {
        add(key, need, schemaOfList(schemaReference(tableName(Fields<U>())), least, most));
    }
    template <class U>
    void inlined(U T::*)
    {
        SchemaBuilder<U> builder(m_schema);
        describe(builder, Fields<U>());
    }

    void setValues(std::string_view key, std::vector<SetValue> T::*)
    {
        Json schema = schemaOfType("object");
        schema.add("maxProperties", Json::unsignedInteger(bounds::setValues));
        add(key, Need::Optional, std::move(schema));
    }
    void request(std::string_view key, std::optional<std::uint32_t> T::*)
    {
        add(key, Need::Required, schemaReference("request"));
    }
    void condition(std::string_view key, Condition T::*) { add(key, Need::Required, schemaReference("condition")); }
    void measure(std::string_view key, std::shared_ptr<const Measure> T::*)
    {
        add(key, Need::Required, schemaReference(tableName(Fields<Measure>())));
    }
    void operand(std::string_view key, Operand T::*) { add(key, Need::Required, schemaReference("operand")); }

    void eitherOr(std::initializer_list<std::string_view> one, std::initializer_list<std::string_view> other)
    {
        m_schema.constraints.push_back(schemaOfAlternatives(one, other));
    }
    void anyOf(std::initializer_list<std::string_view> keys) { m_schema.constraints.push_back(schemaOfAnyOf(keys)); }
    void together(std::string_view key, std::string_view with)
    {
        m_schema.constraints.push_back(schemaOfDependence(key, with));
    }

private:
    [[nodiscard]] static const T &defaults()
    {
        static const T value {};
        return value;
    }

    void add(std::string_view key, Need need, Json schema)
    {
        if (need == Need::Required)
            m_schema.required.emplace_back(key);
        m_schema.properties.add(key, std::move(schema));
    }
    void add(std::string_view key, Need need, Json schema, Json defaultValue)
    {
        if (need == Need::Optional)
            schema.add("default", std::move(defaultValue));
        add(key, need, std::move(schema));
    }
    /// An empty string stands for none.
    void addString(std::string_view key, Need need, Json schema, const std::string &defaultValue)
    {
        if (defaultValue.empty())
            add(key, need, std::move(schema));
        else
            add(key, need, std::move(schema), Json::string(defaultValue));
    }

    ObjectSchema &m_schema;
};

/// The schema of one object of the table.
template <class Table>
[[nodiscard]] Json schemaOf(Table table)
{
    ObjectSchema schema;
    SchemaBuilder<typename Table::Value> builder(schema);
    describe(builder, table);
    return schema.finish();
}

} // namespace sessionarium::scenario
