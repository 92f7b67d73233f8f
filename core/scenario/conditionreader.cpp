// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/objectreader.h"

#include <algorithm>
#include <limits>

namespace sessionarium::scenario {

using model::ProblemCode;

namespace {

struct Branching
{
    std::string_view key;
    Condition::Kind kind;
};
constexpr std::array<Branching, 3> branchings {
    {{"all", Condition::Kind::All}, {"any", Condition::Kind::Any}, {"not", Condition::Kind::Not}}};

} // namespace

// The recursion here is bounded by the depth of the file, which the parser holds.
void readCondition(ReadContext &context, const std::string &place, const Json &json, Condition &target)
{
    if (!expect(context, place, json, Json::Kind::Object, "object"))
        return;
    const auto *const found = std::find_if(branchings.begin(), branchings.end(),
                                           [&json](const Branching &one) { return json.find(one.key) != nullptr; });
    if (found == branchings.end()) {
        target.kind = Condition::Kind::Compare;
        readObject(context, place, json, target.compare);
        return;
    }
    target.kind = found->kind;
    ObjectBeingRead object {context, json, place, {}};
    const Json *member = object.take(found->key, Need::Required);
    const std::string memberPlace = object.placeOf(found->key);
    if (found->kind == Condition::Kind::Not) {
        target.parts.resize(1);
        readCondition(context, memberPlace, *member, target.parts.front());
    } else if (readCount(context, memberPlace, *member, 1, bounds::parts)) {
        target.parts.resize(member->items.size());
        for (std::size_t i = 0; i < target.parts.size(); ++i)
            readCondition(context, pointerTo(memberPlace, i), member->items[i], target.parts[i]);
    }
    object.finish();
}

void readMeasure(ReadContext &context, const std::string &place, const Json &json,
                 std::shared_ptr<const Measure> &target)
{
    auto measure = std::make_shared<Measure>();
    readObject(context, place, json, *measure);
    target = std::move(measure);
}

void readOperand(ReadContext &context, const std::string &place, const Json &json, Operand &target)
{
    switch (json.kind) {
    case Json::Kind::String:
        target = json.text;
        return;
    case Json::Kind::List: {
        std::vector<std::string> ids;
        if (!readCount(context, place, json, 0, bounds::clients))
            return;
        ids.resize(json.items.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            readId(context, pointerTo(place, i), json.items[i], ids[i]);
        target = std::move(ids);
        return;
    }
    case Json::Kind::Object: {
        std::shared_ptr<const Measure> measure;
        readMeasure(context, place, json, measure);
        target = std::move(measure);
        return;
    }
    case Json::Kind::Integer:
    case Json::Kind::OddNumber:
        if (const auto value = readInteger(context, place, json, 0, std::numeric_limits<std::int64_t>::max()))
            target = static_cast<std::int64_t>(*value);
        return;
    case Json::Kind::Null:
    case Json::Kind::Boolean:
        break;
    }
    context.add(ProblemCode::WrongType, place, std::string(kindName(json.kind)), "integer, string, array, object");
}

} // namespace sessionarium::scenario
