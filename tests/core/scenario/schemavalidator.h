// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <stdexcept>
#include <string>

namespace sessionarium::test {

/// Holds values against the part of JSON Schema 2020-12 that our schema uses, as the standard says and knowing
/// nothing of the program. Throws at a keyword that it does not know.
class SchemaValidator
{
public:
    using Json = nlohmann::json;

    explicit SchemaValidator(Json schema) : m_root(std::move(schema)) { }

    [[nodiscard]] bool accepts(const Json &value) const { return accepts(m_root, value); }
    [[nodiscard]] const Json &root() const { return m_root; }

private:
    [[nodiscard]] bool accepts(const Json &schema, const Json &value) const
    {
        if (schema.is_boolean())
            return schema.get<bool>();
        for (const auto &[keyword, argument] : schema.items()) {
            if (!holds(schema, keyword, argument, value))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool holds(const Json &schema, const std::string &keyword, const Json &argument,
                             const Json &value) const
    {
        static const std::set<std::string> annotations {"$schema", "title", "default", "$defs", "then", "else"};
        if (annotations.count(keyword) > 0)
            return true;
        if (keyword == "$ref")
            return accepts(m_root.at(Json::json_pointer(argument.get<std::string>().substr(1))), value);
        if (keyword == "type")
            return isOfType(argument.get<std::string>(), value);
        if (keyword == "const")
            return value == argument;
        if (keyword == "enum")
            return std::find(argument.begin(), argument.end(), value) != argument.end();
        if (keyword == "not")
            return !accepts(argument, value);
        if (keyword == "anyOf" || keyword == "oneOf" || keyword == "allOf")
            return holdsOf(keyword, argument, value);
        if (keyword == "if") {
            const char *const branch = accepts(argument, value) ? "then" : "else";
            return !schema.contains(branch) || accepts(schema.at(branch), value);
        }
        if (keyword == "minimum" || keyword == "maximum")
            return !value.is_number() || (keyword == "minimum" ? value >= argument : value <= argument);
        if (keyword == "minLength" || keyword == "maxLength" || keyword == "pattern")
            return !value.is_string() || holdsOfString(keyword, argument, value);
        if (keyword == "items" || keyword == "minItems" || keyword == "maxItems")
            return !value.is_array() || holdsOfList(keyword, argument, value);
        return holdsOfObject(schema, keyword, argument, value);
    }

    [[nodiscard]] static bool isOfType(const std::string &type, const Json &value)
    {
        if (type == "integer")
            return value.is_number_integer();
        if (type == "string")
            return value.is_string();
        if (type == "boolean")
            return value.is_boolean();
        if (type == "null")
            return value.is_null();
        if (type == "array")
            return value.is_array();
        if (type == "object")
            return value.is_object();
        throw std::invalid_argument("type " + type);
    }

    [[nodiscard]] bool holdsOf(const std::string &keyword, const Json &schemas, const Json &value) const
    {
        std::size_t count = 0;
        for (const Json &schema : schemas)
            count += accepts(schema, value) ? 1u : 0u;
        return keyword == "anyOf" ? count > 0 : keyword == "oneOf" ? count == 1 : count == schemas.size();
    }

    /// The standard writes \u0007 where Qt writes \x{0007}.
    [[nodiscard]] static const QRegularExpression &patternOf(const std::string &pattern)
    {
        static std::map<std::string, QRegularExpression> compiled;
        auto found = compiled.find(pattern);
        if (found == compiled.end()) {
            static const QRegularExpression escape(QStringLiteral("\\\\u([0-9a-f]{4})"));
            const QString inQt = QString::fromStdString(pattern).replace(escape, QStringLiteral("\\x{\\1}"));
            found = compiled.emplace(pattern, QRegularExpression(inQt)).first;
        }
        return found->second;
    }

    [[nodiscard]] static bool holdsOfString(const std::string &keyword, const Json &argument, const Json &value)
    {
        const QString text = QString::fromStdString(value.get<std::string>());
        if (keyword == "pattern")
            return patternOf(argument.get<std::string>()).match(text).hasMatch();
        const auto length = text.toUcs4().size();
        return keyword == "minLength" ? length >= argument.get<int>() : length <= argument.get<int>();
    }

    [[nodiscard]] bool holdsOfList(const std::string &keyword, const Json &argument, const Json &value) const
    {
        if (keyword == "minItems")
            return value.size() >= argument.get<std::size_t>();
        if (keyword == "maxItems")
            return value.size() <= argument.get<std::size_t>();
        return std::all_of(value.begin(), value.end(),
                           [this, &argument](const Json &item) { return accepts(argument, item); });
    }

    [[nodiscard]] bool holdsOfObject(const Json &schema, const std::string &keyword, const Json &argument,
                                     const Json &value) const
    {
        if (keyword != "required" && keyword != "properties" && keyword != "additionalProperties"
            && keyword != "minProperties" && keyword != "maxProperties" && keyword != "dependentRequired")
            throw std::invalid_argument("keyword " + keyword);
        if (!value.is_object())
            return true;
        if (keyword == "minProperties")
            return value.size() >= argument.get<std::size_t>();
        if (keyword == "maxProperties")
            return value.size() <= argument.get<std::size_t>();
        if (keyword == "required")
            return hasAll(argument, value);
        if (keyword == "dependentRequired") {
            return std::all_of(argument.items().begin(), argument.items().end(), [&value](const auto &entry) {
                return !value.contains(entry.key()) || hasAll(entry.value(), value);
            });
        }
        for (const auto &[key, member] : value.items()) {
            const bool known = schema.contains("properties") && schema.at("properties").contains(key);
            if (keyword == "properties" && known && !accepts(argument.at(key), member))
                return false;
            if (keyword == "additionalProperties" && !known && !accepts(argument, member))
                return false;
        }
        return true;
    }

    [[nodiscard]] static bool hasAll(const Json &keys, const Json &value)
    {
        return std::all_of(keys.begin(), keys.end(),
                           [&value](const Json &key) { return value.contains(key.get<std::string>()); });
    }

    Json m_root;
};

} // namespace sessionarium::test
