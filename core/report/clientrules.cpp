// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to clients.
#include "core/report/recordchecker.h"

namespace sessionarium::report {

using Wrong = RecordChecker::Wrong;

Wrong RecordChecker::answeringRule() const
{
    if (!atClient())
        return "entity";
    if (!hasRequest() || request().client != record.entity || request().finished)
        return "request";
    return fine;
}

Wrong RecordChecker::operator()(const model::AttributeShown &fact) const
{
    if (const Wrong wrong = answeringRule(); !wrong.empty())
        return wrong;
    if (fact.attribute.isNone() || isUser(fact.attribute))
        return "attribute";
    const Write *shown = applied(fact.shown);
    return fact.shown.isNone() || (shown && shown->attribute == fact.attribute) ? fine : "shown";
}

Wrong RecordChecker::operator()(const model::CookieStored &fact) const
{
    if (!atClient())
        return "entity";
    if (fact.cookie.isNone())
        return "cookie";
    return fact.value.isSome() ? fine : "value";
}

Wrong RecordChecker::operator()(const model::CookieDeleted &fact) const
{
    if (!atClient())
        return "entity";
    return fact.cookie.isSome() ? fine : "cookie";
}

Wrong RecordChecker::operator()(const model::Answered &fact) const
{
    if (const Wrong wrong = answeringRule(); !wrong.empty())
        return wrong;
    request().finished = true;
    const Write *shown = applied(fact.shown);
    return fact.shown.isNone() || (shown && isUser(shown->attribute)) ? fine : "shown";
}

Wrong RecordChecker::operator()(const model::Failed &) const
{
    if (const Wrong wrong = answeringRule(); !wrong.empty())
        return wrong;
    request().finished = true;
    return fine;
}

Wrong RecordChecker::operator()(const model::AddressChanged &fact) const
{
    if (!atClient())
        return "entity";
    return fact.address.isSome() ? fine : "address";
}

Wrong RecordChecker::operator()(const model::TabOpened &fact) const
{
    if (!atClient())
        return "entity";
    return fact.tabs == ++clientOf(record.entity).tabs ? fine : "tabs";
}

} // namespace sessionarium::report
