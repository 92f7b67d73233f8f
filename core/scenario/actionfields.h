// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/scenario/bounds.h"
#include "core/scenario/fieldrules.h"

#include <string_view>

/// The part of the field table (`fields.h`) that says what each kind of action has.
namespace sessionarium::scenario {

constexpr std::string_view tableName(Fields<model::Action>)
{
    return "action";
}
constexpr std::string_view tableName(UntimedActionFields)
{
    return "untimed_action";
}

/// What a user's action has besides its id, `do` and time.
template <class V>
void describeUserVerb(V &v, model::ActionKind verb)
{
    using T = model::Action;
    v.id("client", &T::client, Need::Required);
    switch (verb) {
    case model::ActionKind::Write:
        v.string("attribute", &T::attribute, StringRule::Attribute);
        v.string("item", &T::item, StringRule::Free);
        break;
    case model::ActionKind::DeleteCookie:
        v.word("cookie", &T::cookie);
        break;
    case model::ActionKind::ChangeAddress:
        v.string("address", &T::address, StringRule::Address, Need::Required);
        break;
    case model::ActionKind::CopyCookie:
        v.id("from", &T::from, Need::Required);
        break;
    default:
        break;
    }
}

/// The same of an operator's.
template <class V>
void describeOperatorVerb(V &v, model::ActionKind verb)
{
    using T = model::Action;
    switch (verb) {
    case model::ActionKind::PowerOff:
        v.id("server", &T::server);
        v.id("store", &T::store);
        v.eitherOr({"server"}, {"store"});
        break;
    case model::ActionKind::StoreCrash:
    case model::ActionKind::StoreRestart:
    case model::ActionKind::StoreShutdown:
        v.id("store", &T::store); // there is only one, besides its replica
        break;
    case model::ActionKind::Partition:
        v.ids("group", &T::group, 1, Need::Required);
        v.ids("others", &T::others);
        break;
    case model::ActionKind::Heal:
        v.ids("group", &T::group);
        v.ids("others", &T::others);
        v.together("others", "group");
        break;
    case model::ActionKind::AddClient:
        v.id("client", &T::client);
        v.string("address", &T::address, StringRule::Address);
        break;
    case model::ActionKind::MovePin:
        v.id("client", &T::client, Need::Required);
        v.id("server", &T::server, Need::Required);
        break;
    case model::ActionKind::DeleteSession:
        v.id("client", &T::client, Need::Required);
        v.id("store", &T::store);
        break;
    case model::ActionKind::AddServer:
        v.id("server", &T::server);
        break;
    case model::ActionKind::AddMember:
        v.id("server", &T::server, Need::Required);
        v.id("member", &T::member, Need::Required);
        break;
    case model::ActionKind::Slow:
        v.id("server", &T::server, Need::Required);
        v.integer("service_time_us", &T::serviceTime, 0, bounds::serviceTime, Need::Required);
        break;
    case model::ActionKind::SetCapacity:
        v.id("server", &T::server, Need::Required);
        v.integer("capacity", &T::capacity, 1, bounds::capacity);
        v.integer("service_time_us", &T::serviceTime, 0, bounds::serviceTime);
        v.anyOf({"capacity", "service_time_us"});
        break;
    default: // crash, restart, hang, drain, remove_server
        v.id("server", &T::server, Need::Required);
        break;
    }
}

/// What an action has besides its id and `do`.
template <class V>
void describeVerb(V &v, model::ActionKind verb, bool timed)
{
    using T = model::Action;
    if (!model::isUserAction(verb)) {
        describeOperatorVerb(v, verb);
        if (timed)
            v.integer("at_us", &T::at, 0, bounds::day, Need::Required);
        return;
    }
    describeUserVerb(v, verb);
    if (!timed)
        return;
    v.integer("at_us", &T::at, 0, bounds::day);
    v.id("after", &T::after);
    v.integer("think_us", &T::think, 0, bounds::day);
    v.eitherOr({"at_us"}, {"after", "think_us"});
    v.together("think_us", "after");
}

template <class V>
void describe(V &v, Fields<model::Action>)
{
    using T = model::Action;
    v.id("id", &T::id, Need::Required);
    v.choose("do", &T::verb, [](auto &fields, model::ActionKind verb) { describeVerb(fields, verb, true); });
}

template <class V>
void describe(V &v, UntimedActionFields)
{
    using T = model::Action;
    v.id("id", &T::id);
    v.choose("do", &T::verb, [](auto &fields, model::ActionKind verb) { describeVerb(fields, verb, false); });
}

} // namespace sessionarium::scenario
