// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/objectwriter.h"
#include "core/scenario/reader.h"

namespace sessionarium::scenario {

Json jsonOf(const model::Text &text)
{
    Json json = Json::object();
    if (!text.ko.empty())
        json.add("ko", Json::string(text.ko));
    if (!text.en.empty())
        json.add("en", Json::string(text.en));
    return json;
}

Json jsonOf(const std::vector<std::string> &words)
{
    Json json = Json::list();
    for (const std::string &word : words)
        json.items.push_back(Json::string(word));
    return json;
}

Json jsonOf(const Measure &measure)
{
    return writeObject(measure, Defaults::LeaveOut);
}

Json jsonOf(const Operand &operand)
{
    struct Visitor
    {
        Json operator()(std::int64_t value) const { return Json::integer(value); }
        Json operator()(const std::string &value) const { return Json::string(value); }
        Json operator()(const std::vector<std::string> &value) const { return jsonOf(value); }
        Json operator()(const std::shared_ptr<const Measure> &value) const { return jsonOf(*value); }
    };
    return std::visit(Visitor(), operand);
}

Json jsonOf(const Condition &condition)
{
    Json json = Json::object();
    switch (condition.kind) {
    case Condition::Kind::Compare:
        return writeObject(condition.compare, Defaults::LeaveOut);
    case Condition::Kind::Not:
        json.add("not", jsonOf(condition.parts.front()));
        return json;
    case Condition::Kind::All:
    case Condition::Kind::Any:
        break;
    }
    Json &parts = json.add(condition.kind == Condition::Kind::All ? "all" : "any", Json::list());
    for (const Condition &part : condition.parts)
        parts.items.push_back(jsonOf(part));
    return json;
}

Json jsonOf(const std::vector<SetValue> &values)
{
    Json json = Json::object();
    for (const SetValue &value : values)
        json.add(value.pointer, parseJson(value.json).root);
    return json;
}

std::string writeScenario(const Scenario &scenario)
{
    return printJson(writeObject(scenario, Defaults::LeaveOut));
}

} // namespace sessionarium::scenario
