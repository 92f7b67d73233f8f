// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expectation.h"

#include "ui/text/timetext.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace sessionarium::app::cli {
namespace {

using scenario::Comparison;

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool isWord(std::string_view text)
{
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z'
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '+';
           });
}

std::optional<nlohmann::json> valueOf(std::string_view text)
{
    nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
    if (!value.is_discarded())
        return value;
    const QString word = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (const std::optional<model::Duration> duration = ui::text::parseDuration(word))
        return nlohmann::json(duration->us);
    if (isWord(text))
        return nlohmann::json(std::string(text));
    return std::nullopt;
}

/// One step of a JSON Pointer with ~1 and ~0 resolved.
std::string unescaped(std::string_view token)
{
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1'))
            text += token[++i] == '0' ? '~' : '/';
        else
            text += token[i];
    }
    return text;
}

const nlohmann::json *itemOf(const nlohmann::json &list, const std::string &token)
{
    for (const nlohmann::json &item : list) {
        if (item.is_object() && item.contains("id") && item["id"] == token)
            return &item;
    }
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (error != std::errc() || end != token.data() + token.size() || index >= list.size())
        return nullptr;
    return &list[index];
}

} // namespace

std::optional<Expectation> parseExpectation(std::string_view text)
{
    // Two-letter operators first: "<=" begins like "<".
    constexpr std::array<std::pair<std::string_view, Comparison>, 6> operators {{
        {"==", Comparison::Equal},
        {"!=", Comparison::NotEqual},
        {"<=", Comparison::LessOrEqual},
        {">=", Comparison::GreaterOrEqual},
        {"<", Comparison::Less},
        {">", Comparison::Greater},
    }};
    const std::size_t at = text.find_first_of("=!<>");
    if (at == std::string_view::npos)
        return std::nullopt;
    for (const auto &[sign, comparison] : operators) {
        if (text.substr(at, sign.size()) != sign)
            continue;
        const std::string_view pointer = trimmed(text.substr(0, at));
        std::optional<nlohmann::json> value = valueOf(trimmed(text.substr(at + sign.size())));
        if (pointer.empty() || pointer.front() != '/' || pointer.find_first_of(blanks) != std::string_view::npos
            || !value)
            return std::nullopt;
        return Expectation {std::string(pointer), comparison, std::move(*value), std::string(trimmed(text))};
    }
    return std::nullopt;
}

const nlohmann::json *findValue(const nlohmann::json &summary, const std::string &pointer)
{
    const nlohmann::json *value = &summary;
    std::size_t begin = 1; // behind the first slash
    while (value && begin <= pointer.size()) {
        const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
        const std::string token = unescaped(std::string_view(pointer).substr(begin, end - begin));
        begin = end + 1;
        if (value->is_object()) {
            const auto found = value->find(token);
            value = found == value->end() ? nullptr : &*found;
        } else if (value->is_array()) {
            value = itemOf(*value, token);
        } else {
            value = nullptr;
        }
    }
    return value;
}

bool holds(const nlohmann::json &summary, const Expectation &expectation)
{
    const nlohmann::json *found = findValue(summary, expectation.pointer);
    if (!found)
        return false;
    const nlohmann::json &wanted = expectation.value;
    if (expectation.is == Comparison::Equal)
        return *found == wanted;
    if (expectation.is == Comparison::NotEqual)
        return *found != wanted;
    const bool ordered = (found->is_number() && wanted.is_number()) || (found->is_string() && wanted.is_string());
    if (!ordered)
        return false;
    switch (expectation.is) {
    case Comparison::Less:
        return *found < wanted;
    case Comparison::LessOrEqual:
        return *found <= wanted;
    case Comparison::Greater:
        return *found > wanted;
    case Comparison::GreaterOrEqual:
        return *found >= wanted;
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return false;
}

} // namespace sessionarium::app::cli
