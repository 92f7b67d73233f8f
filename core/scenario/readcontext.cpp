// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/readcontext.h"

#include "core/model/printable.h"
#include "core/scenario/reader.h"

#include <algorithm>

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

constexpr std::size_t shownLength = 64;

std::string range(std::uint64_t least, std::uint64_t most)
{
    return std::to_string(least) + "…" + std::to_string(most);
}

bool isPrintable(ReadContext &context, const std::string &place, const Json &json, bool mayBreak)
{
    const std::string found = model::firstUnprintable(json.text, mayBreak);
    if (!found.empty())
        context.add(ProblemCode::NotAllowed, place, found, mayBreak ? "U+000A" : "");
    return found.empty();
}

bool hasLength(ReadContext &context, const std::string &place, const Json &json, std::size_t most)
{
    const std::size_t length = countCharacters(json.text);
    if (length >= 1 && length <= most)
        return true;
    context.add(ProblemCode::OutOfRange, place, std::to_string(length), range(1, most));
    return false;
}

} // namespace

std::string excerpt(std::string_view text)
{
    if (text.size() <= shownLength)
        return std::string(text);
    std::size_t end = shownLength;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

void ReadContext::add(ProblemCode code, std::string place, std::string found, std::string allowed)
{
    if (isFull())
        return;
    m_problems.push_back({code, std::move(place), std::move(found), std::move(allowed)});
}

bool ReadContext::isFull() const
{
    return m_problems.size() >= maxProblems;
}

const Json *ObjectBeingRead::take(std::string_view key, Need need)
{
    known.push_back(key);
    const Json *member = json.find(key);
    if (member == nullptr && need == Need::Required)
        context.add(ProblemCode::MissingField, place, std::string(key));
    return member;
}

void ObjectBeingRead::eitherOr(std::initializer_list<std::string_view> one,
                               std::initializer_list<std::string_view> other)
{
    const auto present = [this](std::string_view key) { return json.find(key) != nullptr; };
    const auto *const inOne = std::find_if(one.begin(), one.end(), present);
    const auto *const inOther = std::find_if(other.begin(), other.end(), present);
    const bool both = inOne != one.end() && inOther != other.end();
    const bool neither = inOne == one.end() && inOther == other.end();
    choiceBroken = both || neither;
    if (both)
        context.add(ProblemCode::Conflict, placeOf(*inOther), std::string(*inOther), std::string(*inOne));
    else if (neither)
        context.add(ProblemCode::MissingField, place, std::string(*one.begin()));
}

void ObjectBeingRead::anyOf(std::initializer_list<std::string_view> keys)
{
    if (std::none_of(keys.begin(), keys.end(), [this](std::string_view key) { return json.find(key) != nullptr; }))
        context.add(ProblemCode::MissingField, place, std::string(*keys.begin()));
}

void ObjectBeingRead::together(std::string_view key, std::string_view with)
{
    if (!choiceBroken && json.find(key) != nullptr && json.find(with) == nullptr)
        context.add(ProblemCode::MissingField, place, std::string(with));
}

void ObjectBeingRead::finish()
{
    if (variantUnknown)
        return;
    for (std::size_t i = 0; i < json.keys.size(); ++i) {
        if (std::find(known.begin(), known.end(), json.keys[i]) == known.end())
            context.add(ProblemCode::UnknownField, placeOf(excerpt(json.keys[i])), excerpt(json.keys[i]),
                        joined(known));
    }
}

std::string joined(WordSpan words)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty())
            text += ", ";
        text += word;
    }
    return text;
}

std::string_view kindName(Json::Kind kind)
{
    switch (kind) {
    case Json::Kind::Null:
        return "null";
    case Json::Kind::Boolean:
        return "boolean";
    case Json::Kind::Integer:
    case Json::Kind::OddNumber:
        return "number";
    case Json::Kind::String:
        return "string";
    case Json::Kind::List:
        return "array";
    case Json::Kind::Object:
        break;
    }
    return "object";
}

std::string shown(const Json &json)
{
    switch (json.kind) {
    case Json::Kind::String:
        return excerpt(json.text);
    case Json::Kind::Integer:
    case Json::Kind::OddNumber:
        return excerpt(json.digits());
    case Json::Kind::Boolean:
        return json.flag ? "true" : "false";
    case Json::Kind::Null:
    case Json::Kind::List:
    case Json::Kind::Object:
        break;
    }
    return std::string(kindName(json.kind));
}

bool isId(std::string_view text)
{
    if (text.empty() || text.size() > bounds::idLength || text.front() == '-' || text.back() == '-')
        return false;
    char before = '\0';
    for (const char c : text) {
        const bool letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letterOrDigit && (c != '-' || before == '-'))
            return false;
        before = c;
    }
    return true;
}

bool expect(ReadContext &context, const std::string &place, const Json &json, Json::Kind kind, std::string_view allowed)
{
    if (json.kind == kind)
        return true;
    context.add(ProblemCode::WrongType, place, std::string(kindName(json.kind)), std::string(allowed));
    return false;
}

std::optional<std::uint64_t> readInteger(ReadContext &context, const std::string &place, const Json &json,
                                         std::uint64_t least, std::uint64_t most)
{
    if (json.kind == Json::Kind::OddNumber) {
        const bool beyond = json.text.find_first_of(".eE") == std::string::npos && json.text != "-0";
        context.add(beyond ? ProblemCode::OutOfRange : ProblemCode::NotInteger, place, shown(json),
                    beyond ? range(least, most) : std::string());
        return std::nullopt;
    }
    if (!expect(context, place, json, Json::Kind::Integer, "integer"))
        return std::nullopt;
    if (json.negative || json.magnitude < least || json.magnitude > most) {
        context.add(ProblemCode::OutOfRange, place, shown(json), range(least, most));
        return std::nullopt;
    }
    return json.magnitude;
}

void readBoolean(ReadContext &context, const std::string &place, const Json &json, bool &target)
{
    if (expect(context, place, json, Json::Kind::Boolean, "boolean"))
        target = json.flag;
}

void readString(ReadContext &context, const std::string &place, const Json &json, StringRule rule, std::string &target)
{
    if (rule == StringRule::Attribute) {
        readId(context, place, json, target);
        if (target == model::userAttribute)
            context.add(ProblemCode::NotAllowed, place, target, model::Action().attribute);
        return;
    }
    const std::size_t most = rule == StringRule::Address ? bounds::addressLength
        : rule == StringRule::Claim                      ? bounds::claimLength
                                                         : bounds::itemLength;
    if (!expect(context, place, json, Json::Kind::String, "string") || !hasLength(context, place, json, most)
        || !isPrintable(context, place, json, false))
        return;
    if (rule == StringRule::Address && json.text.find_first_not_of("0123456789abcdefABCDEF.:") != std::string::npos)
        context.add(ProblemCode::NotAllowed, place, shown(json), "192.168.1.10");
    target = json.text;
}

void readId(ReadContext &context, const std::string &place, const Json &json, std::string &target)
{
    if (!expect(context, place, json, Json::Kind::String, "string"))
        return;
    target = json.text; // also a bad one: what refers to it is not wrong for that
    if (!isId(json.text))
        context.add(ProblemCode::BadId, place, shown(json));
}

std::optional<std::size_t> readWord(ReadContext &context, const std::string &place, const Json &json, WordSpan words)
{
    if (!expect(context, place, json, Json::Kind::String, "string"))
        return std::nullopt;
    const auto word = std::find(words.begin(), words.end(), json.text);
    if (word == words.end()) {
        context.add(ProblemCode::NotAllowed, place, shown(json), joined(words));
        return std::nullopt;
    }
    return static_cast<std::size_t>(word - words.begin());
}

void readText(ReadContext &context, const std::string &place, const Json &json, std::size_t maxLength,
              model::Text &target)
{
    if (!expect(context, place, json, Json::Kind::Object, "object"))
        return;
    ObjectBeingRead object {context, json, place, {}};
    const auto readLanguage = [&](std::string_view language, std::string &text) {
        const Json *member = object.take(language, Need::Optional);
        const std::string memberPlace = object.placeOf(language);
        if (member != nullptr && expect(context, memberPlace, *member, Json::Kind::String, "string")
            && hasLength(context, memberPlace, *member, maxLength)
            && isPrintable(context, memberPlace, *member, maxLength > bounds::nameLength))
            text = member->text;
    };
    readLanguage("ko", target.ko);
    readLanguage("en", target.en);
    if (json.find("ko") == nullptr && json.find("en") == nullptr)
        context.add(ProblemCode::MissingField, place, "ko");
    object.finish();
}

bool readCount(ReadContext &context, const std::string &place, const Json &json, std::size_t least, std::size_t most)
{
    if (!expect(context, place, json, Json::Kind::List, "array"))
        return false;
    const std::size_t count = json.items.size();
    if (count >= least && count <= most)
        return true;
    const bool few = count < least;
    context.add(few ? ProblemCode::TooFew : ProblemCode::TooMany, place, std::to_string(count),
                std::to_string(few ? least : most));
    return few; // too many are not looked at; too few can be
}

void readSetValues(ReadContext &context, const std::string &place, const Json &json, std::vector<SetValue> &target)
{
    if (!expect(context, place, json, Json::Kind::Object, "object"))
        return;
    if (json.items.size() > bounds::setValues) {
        context.add(ProblemCode::TooMany, place, std::to_string(json.items.size()), std::to_string(bounds::setValues));
        return;
    }
    for (std::size_t i = 0; i < json.items.size(); ++i)
        target.push_back({json.keys[i], printJsonLine(json.items[i])});
}

void readRequest(ReadContext &context, const std::string &place, const Json &json, std::optional<std::uint32_t> &target)
{
    if (json.kind == Json::Kind::String) {
        static constexpr std::array<std::string_view, 1> words {nextRequest};
        if (readWord(context, place, json, words))
            target = 1;
        return;
    }
    if (const auto number = readInteger(context, place, json, 1, bounds::million))
        target = static_cast<std::uint32_t>(*number);
}

} // namespace sessionarium::scenario
