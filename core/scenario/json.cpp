// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/json.h"

#include <algorithm>
#include <charconv>

namespace sessionarium::scenario {

Json Json::boolean(bool value)
{
    Json json;
    json.kind = Kind::Boolean;
    json.flag = value;
    return json;
}

Json Json::integer(std::int64_t value)
{
    Json json;
    json.kind = Kind::Integer;
    json.negative = value < 0;
    // the two's complement, since −value overflows for the least value
    json.magnitude = json.negative ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    return json;
}

Json Json::unsignedInteger(std::uint64_t value)
{
    Json json;
    json.kind = Kind::Integer;
    json.magnitude = value;
    return json;
}

Json Json::string(std::string_view value)
{
    Json json;
    json.kind = Kind::String;
    json.text = std::string(value);
    return json;
}

Json Json::list(std::vector<Json> items)
{
    Json json;
    json.kind = Kind::List;
    json.items = std::move(items);
    return json;
}

Json Json::object()
{
    Json json;
    json.kind = Kind::Object;
    return json;
}

Json &Json::add(std::string_view key, Json value)
{
    keys.emplace_back(key);
    items.push_back(std::move(value));
    return items.back();
}

void Json::remove(std::string_view key)
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end())
        return;
    items.erase(items.begin() + (found - keys.begin()));
    keys.erase(found);
}

const Json *Json::find(std::string_view key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key)
            return &items[i];
    }
    return nullptr;
}

std::string Json::digits() const
{
    if (kind == Kind::OddNumber)
        return text;
    if (kind != Kind::Integer)
        return {};
    return std::string(negative ? "-" : "").append(std::to_string(magnitude));
}

namespace {

constexpr std::size_t lineWidth = 120;

void appendQuoted(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[static_cast<unsigned char>(c) & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendLine(std::string &out, const Json &value)
{
    switch (value.kind) {
    case Json::Kind::Null:
        out += "null";
        return;
    case Json::Kind::Boolean:
        out += value.flag ? "true" : "false";
        return;
    case Json::Kind::Integer:
    case Json::Kind::OddNumber:
        out += value.digits();
        return;
    case Json::Kind::String:
        appendQuoted(out, value.text);
        return;
    case Json::Kind::List:
    case Json::Kind::Object:
        break;
    }
    const bool object = value.kind == Json::Kind::Object;
    out += object ? '{' : '[';
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0)
            out += ", ";
        if (object) {
            appendQuoted(out, value.keys[i]);
            out += ": ";
        }
        appendLine(out, value.items[i]);
    }
    out += object ? '}' : ']';
}

bool isContainer(const Json &value)
{
    return value.kind == Json::Kind::List || value.kind == Json::Kind::Object;
}

bool mustBreak(const Json &value)
{
    const bool list = value.kind == Json::Kind::List;
    return std::any_of(value.items.begin(), value.items.end(),
                       [list](const Json &item) { return (list && isContainer(item)) || mustBreak(item); });
}

void appendTree(std::string &out, const Json &value, std::size_t indent, std::size_t column, bool outermost)
{
    if (!isContainer(value) || value.items.empty()) {
        appendLine(out, value);
        return;
    }
    if (!outermost && !mustBreak(value)) {
        std::string line;
        appendLine(line, value);
        if (column + countCharacters(line) + 1 <= lineWidth) { // one more for the comma
            out += line;
            return;
        }
    }
    const bool object = value.kind == Json::Kind::Object;
    out += object ? "{\n" : "[\n";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        out.append(indent + 2, ' ');
        std::string key;
        if (object) {
            appendQuoted(key, value.keys[i]);
            key += ": ";
        }
        out += key;
        appendTree(out, value.items[i], indent + 2, indent + 2 + countCharacters(key), false);
        out += i + 1 < value.items.size() ? ",\n" : "\n";
    }
    out.append(indent, ' ');
    out += object ? '}' : ']';
}

} // namespace

std::string printJson(const Json &value)
{
    std::string out;
    appendTree(out, value, 0, 0, true);
    out += '\n';
    return out;
}

std::string printJsonLine(const Json &value)
{
    std::string out;
    appendLine(out, value);
    return out;
}

std::string pointerTo(const std::string &place, std::string_view key)
{
    std::string pointer = place + '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointerTo(const std::string &place, std::size_t index)
{
    return place + '/' + std::to_string(index);
}

std::optional<std::size_t> listIndex(const Json &list, std::string_view token)
{
    std::size_t index = 0;
    const char *const last = token.data() + token.size();
    const auto [end, error] = std::from_chars(token.data(), last, index);
    const bool isNumber = error == std::errc() && end == last && (token.size() == 1 || token.front() != '0');
    if (list.kind != Json::Kind::List || !isNumber || index >= list.items.size())
        return std::nullopt;
    return index;
}

bool splitPointer(std::string_view pointer, std::vector<std::string> &tokens)
{
    tokens.clear();
    if (pointer.empty())
        return true;
    if (pointer.front() != '/')
        return false;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            tokens.emplace_back();
        } else if (pointer[i] == '~') {
            const char next = i + 1 < pointer.size() ? pointer[i + 1] : '\0';
            if (next != '0' && next != '1')
                return false;
            tokens.back() += next == '0' ? '~' : '/';
            ++i;
        } else {
            tokens.back() += pointer[i];
        }
    }
    return true;
}

std::size_t countCharacters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

} // namespace sessionarium::scenario
