// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/objectschema.h"
#include "core/scenario/reader.h"

#include <limits>

namespace sessionarium::scenario {

namespace {

Json mustHave(std::string_view key)
{
    Json schema = Json::object();
    schema.add("required", Json::list({Json::string(key)}));
    return schema;
}

Json anyOf(std::vector<Json> schemas)
{
    Json schema = Json::object();
    schema.add("anyOf", Json::list(std::move(schemas)));
    return schema;
}

/// Characters that readers refuse in texts; a line break is allowed in long ones.
Json printable(std::size_t maxLength, bool mayBreak)
{
    Json schema = schemaOfType("string");
    schema.add("minLength", Json::integer(1));
    schema.add("maxLength", Json::unsignedInteger(maxLength));
    schema.add("pattern",
               Json::string(std::string(mayBreak ? "^[^\\u0000-\\u0009\\u000b-\\u001f" : "^[^\\u0000-\\u001f")
                            + "\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]*$"));
    return schema;
}

Json idSchema()
{
    Json schema = schemaOfType("string");
    schema.add("maxLength", Json::unsignedInteger(bounds::idLength));
    schema.add("pattern", Json::string("^[a-z0-9]+(-[a-z0-9]+)*$"));
    return schema;
}

Json textSchema(std::size_t maxLength)
{
    ObjectSchema text;
    for (const char *language : {"ko", "en"})
        text.properties.add(language, printable(maxLength, maxLength > bounds::nameLength));
    Json schema = text.finish();
    schema.add("minProperties", Json::integer(1));
    return schema;
}

Json requestSchema()
{
    return anyOf({schemaOfConstant(Json::string(nextRequest)), schemaOfRange(1, bounds::million)});
}

Json operandSchema()
{
    return anyOf({schemaOfRange(0, std::numeric_limits<std::int64_t>::max()), schemaOfType("string"),
                  schemaOfList(schemaReference("id"), 0, bounds::clients),
                  schemaReference(tableName(Fields<Measure>()))});
}

/// An object with one of these keys has nothing else; without any it is a comparison.
Json conditionSchema()
{
    const auto only = [](std::string_view key, Json value) {
        ObjectSchema object;
        object.properties.add(key, std::move(value));
        object.required.emplace_back(key);
        return object.finish();
    };
    Json schema = schemaReference(tableName(Fields<Compare>()));
    const Json parts = schemaOfList(schemaReference("condition"), 1, bounds::parts);
    for (const auto &[key, value] :
         {std::pair<const char *, Json> {"not", schemaReference("condition")}, {"any", parts}, {"all", parts}}) {
        Json choice = Json::object();
        choice.add("if", mustHave(key));
        choice.add("then", only(key, value));
        choice.add("else", std::move(schema));
        schema = std::move(choice);
    }
    return schema;
}

template <class... Tables>
void define(Json &definitions, Tables... tables)
{
    (definitions.add(tableName(tables), schemaOf(tables)), ...);
}

} // namespace

Json schemaReference(std::string_view definition)
{
    Json schema = Json::object();
    schema.add("$ref", Json::string(std::string("#/$defs/").append(definition)));
    return schema;
}

Json schemaOfType(std::string_view type)
{
    Json schema = Json::object();
    schema.add("type", Json::string(type));
    return schema;
}

Json schemaOfRange(std::uint64_t least, std::uint64_t most)
{
    Json schema = schemaOfType("integer");
    schema.add("minimum", Json::unsignedInteger(least));
    schema.add("maximum", Json::unsignedInteger(most));
    return schema;
}

Json schemaOfString(StringRule rule)
{
    switch (rule) {
    case StringRule::Free:
        return printable(bounds::itemLength, false);
    case StringRule::Claim:
        return printable(bounds::claimLength, false);
    case StringRule::Attribute: {
        Json schema = schemaReference("id");
        Json user = Json::object();
        user.add("const", Json::string(model::userAttribute));
        schema.add("not", std::move(user));
        return schema;
    }
    case StringRule::Address:
        break;
    }
    Json schema = schemaOfType("string");
    schema.add("maxLength", Json::unsignedInteger(bounds::addressLength));
    schema.add("pattern", Json::string("^[0-9a-fA-F.:]+$"));
    return schema;
}

Json schemaOfText(std::size_t maxLength)
{
    return schemaReference(maxLength > bounds::nameLength ? "long_text" : "text");
}

Json schemaOfWords(WordSpan words)
{
    Json schema = Json::object();
    Json &list = schema.add("enum", Json::list());
    for (const std::string_view word : words)
        list.items.push_back(Json::string(word));
    return schema;
}

Json schemaOfList(Json items, std::size_t least, std::size_t most)
{
    Json schema = schemaOfType("array");
    schema.add("items", std::move(items));
    if (least > 0)
        schema.add("minItems", Json::unsignedInteger(least));
    schema.add("maxItems", Json::unsignedInteger(most));
    return schema;
}

Json schemaOfConstant(Json value)
{
    Json schema = Json::object();
    schema.add("const", std::move(value));
    return schema;
}

Json schemaOrNull(Json schema)
{
    return anyOf({schemaOfType("null"), std::move(schema)});
}

Json schemaOfAlternatives(std::initializer_list<std::string_view> one, std::initializer_list<std::string_view> other)
{
    std::vector<Json> groups;
    for (const auto &group : {one, other})
        groups.push_back(schemaOfAnyOf(group));
    Json schema = Json::object();
    schema.add("oneOf", Json::list(std::move(groups)));
    return schema;
}

Json schemaOfAnyOf(std::initializer_list<std::string_view> keys)
{
    std::vector<Json> schemas;
    for (const std::string_view key : keys)
        schemas.push_back(mustHave(key));
    return anyOf(std::move(schemas));
}

Json schemaOfDependence(std::string_view key, std::string_view with)
{
    Json schema = Json::object();
    schema.add("dependentRequired", Json::object()).add(key, Json::list({Json::string(with)}));
    return schema;
}

Json ObjectSchema::finish() const
{
    Json schema = schemaOfType("object");
    if (!required.empty())
        schema.add("required", jsonOf(required));
    schema.add("properties", properties);
    std::vector<Json> all = constraints;
    for (const Variant &variant : variants) {
        ObjectSchema fields;
        for (const std::string &key : properties.keys)
            fields.properties.add(key, Json::boolean(true));
        for (std::size_t i = 0; i < variant.fields.properties.keys.size(); ++i)
            fields.properties.add(variant.fields.properties.keys[i], variant.fields.properties.items[i]);
        fields.required = variant.fields.required;
        fields.constraints = variant.fields.constraints;
        Json condition = mustHave(choice);
        condition.add("properties", Json::object()).add(choice, schemaOfConstant(Json::string(variant.word)));
        Json entry = Json::object();
        entry.add("if", std::move(condition));
        entry.add("then", fields.finish());
        all.push_back(std::move(entry));
    }
    if (variants.empty())
        schema.add("additionalProperties", Json::boolean(false));
    if (!all.empty())
        schema.add("allOf", Json::list(std::move(all)));
    return schema;
}

std::string scenarioSchema()
{
    Json schema = Json::object();
    schema.add("$schema", Json::string("https://json-schema.org/draft/2020-12/schema"));
    schema.add("title", Json::string("Sessionarium: scenarios and lessons"));
    const Json scenario = schemaOf(Fields<Scenario>());
    for (std::size_t i = 0; i < scenario.keys.size(); ++i)
        schema.add(scenario.keys[i], scenario.items[i]);
    Json &definitions = schema.add("$defs", Json::object());
    definitions.add("id", idSchema());
    definitions.add("text", textSchema(bounds::nameLength));
    definitions.add("long_text", textSchema(bounds::textLength));
    define(definitions, Fields<model::ClientSpec>(), Fields<model::BalancerSpec>(), Fields<model::ServerSpec>(),
           Fields<model::StoreSpec>(), Fields<model::SavePoint>(), Fields<model::StoreReplicaSpec>(),
           Fields<model::SessionsSpec>(), Fields<model::ApplicationSpec>(), Fields<model::NetworkSpec>(),
           Fields<model::Workload>(), Fields<model::CrowdSpec>(), Fields<Branch>(), Fields<model::Action>(),
           UntimedActionFields(), Fields<Lesson>(), Fields<Step>(), Fields<Prediction>(), Fields<PredictionOption>(),
           Fields<TryItem>(), Fields<RunChange>(), Fields<Compare>(), Fields<Measure>());
    definitions.add("condition", conditionSchema());
    definitions.add("operand", operandSchema());
    definitions.add("request", requestSchema());
    return printJson(schema);
}

} // namespace sessionarium::scenario
