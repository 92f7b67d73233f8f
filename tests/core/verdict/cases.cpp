// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/casesteps.h"

namespace sessionarium::tests::dictated {

using model::ActionKind;
using model::Operation;
using model::WriteId;
using verdict::Guarantee;
using verdict::Outcome;
using Asked = Story::Asked;

namespace {

constexpr auto ryw = Guarantee::ReadYourWrites;
constexpr auto reads = Guarantee::MonotonicReads;
constexpr auto durability = Guarantee::Durability;
constexpr auto availability = Guarantee::Availability;

Asked answered(Story &s, std::uint32_t status)
{
    signIn(s);
    const Asked asked = s.ask(s.minji, Operation::Read, "A");
    s.answer(asked, status);
    return asked;
}

std::vector<Case> refused()
{
    return {
        {"4.1 no answer in time",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.fail(asked);
             return asked;
         },
         Outcome::Refused,
         {availability}},
        {"4.1 status 400", [](Story &s) { return answered(s, 400); }, Outcome::Refused, {availability}},
        {"4.1 status 500", [](Story &s) { return answered(s, 500); }, Outcome::Refused, {availability}},
        {"4.1 status 503", [](Story &s) { return answered(s, 503); }, Outcome::Refused, {availability}},
        {"4.1 status 403", [](Story &s) { return answered(s, 403); }, Outcome::Refused, {availability}},
        {"4.1 a log-in that fails is refused",
         [](Story &s) {
             const Asked asked = s.ask(s.minji, Operation::LogIn);
             s.answer(asked, 502);
             return asked;
         },
         Outcome::Refused,
         {availability}},
        {"4.1 status 302 is an answer in time", [](Story &s) { return answered(s, 302); }, Outcome::LoggedOut, {ryw}},
        {"4.1 slow after a retry",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.connectFailed(asked, s.s2);
             s.serve(s.s1, asked, "A");
             return asked;
         },
         Outcome::Fine,
         {},
         0,
         true},
        {"4.1 slow after more than a second",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.begin(s.s1, asked, "A");
             s.pass(model::seconds(1));
             s.complete(s.s1, asked, "A");
             return asked;
         },
         Outcome::Fine,
         {},
         0,
         true},
        {"4.1 not slow after a second",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.begin(s.s1, asked, "A");
             s.pass(model::microseconds(1000000 - 2)); // the two records so far took a microsecond each
             s.complete(s.s1, asked, "A");
             return asked;
         }},
        {"4.1 slow is said of fine answers only",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.pass(model::seconds(2));
             s.serve(s.s2, asked, "A");
             return asked;
         },
         Outcome::LoggedOut,
         {ryw}},
    };
}

std::vector<Case> entitled()
{
    return {
        {"4.2 never signed in", [](Story &s) { return s.read(s.minji, s.s1, ""); }},
        {"4.2 a log-in without an answer entitles to nothing",
         [](Story &s) {
             const Asked logIn = s.ask(s.minji, Operation::LogIn);
             s.absent(s.s1, logIn);
             s.create(s.s1, logIn, "A");
             s.apply(s.s1, logIn, "A", "user", logIn.write, WriteId());
             s.fail(logIn);
             return s.read(s.minji, s.s1, "");
         }},
        {"4.2 after a log-out",
         [](Story &s) {
             signIn(s);
             (void)s.logOut(s.minji, s.s1, "A");
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.2 after a log-out that nobody answered",
         [](Story &s) {
             signIn(s);
             const Asked logOut = s.ask(s.minji, Operation::LogOut, "A");
             s.begin(s.s1, logOut, "A");
             s.finishService(s.s1, logOut, "A");
             s.fail(logOut);
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.2 a log-out on its way excuses the stranger",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             (void)s.logOut(s.minji, s.s1, "A");
             s.serve(s.s1, asked, "A");
             return asked;
         }},
        {"3 a log-out in doubt forbids nothing",
         [](Story &s) {
             signIn(s);
             const Asked logOut = s.ask(s.minji, Operation::LogOut, "A");
             s.fail(logOut);
             return s.read(s.minji, s.s1, "A");
         }},
        {"3 a log-out that is still on its way forbids nothing",
         [](Story &s) {
             signIn(s);
             (void)s.ask(s.minji, Operation::LogOut, "A");
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.2 accepted after a log-out that was told 401",
         [](Story &s) {
             signIn(s);
             (void)s.logOut(s.minji, s.s2, "A");
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::RevokedAccepted}, // nothing was promised, nothing is broken
        {"4.2 accepted although the log-out is on record",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.logOut(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::RevokedAccepted,
         {ryw}},
        {"4.2 accepted, and the log-out is forgotten",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.logOut(s.minji, s.s1, "A");
             s.crash(s.s1);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::RevokedAccepted,
         {durability}},
        {"4.2 a log-out does not judge itself",
         [](Story &s) {
             signIn(s);
             return s.logOut(s.minji, s.s1, "A");
         }},
        {"4.2 a log-out counts as a read",
         [](Story &s) {
             signIn(s);
             return s.logOut(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 idle for the time-out",
         [](Story &s) {
             signIn(s);
             s.pass(model::seconds(1800));
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.expired(s.s1, asked, "A");
             s.missing(s.s1, asked, "A");
             s.answer(asked, 401);
             return asked;
         }},
        {"4.2 idle for less than the time-out",
         [](Story &s) {
             signIn(s);
             s.pass(model::seconds(1800) - model::milliseconds(1));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 idle begins anew with each served request",
         [](Story &s) {
             signIn(s);
             s.pass(model::seconds(1000));
             (void)s.read(s.minji, s.s1, "A");
             s.pass(model::seconds(1000));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw, reads}},
        {"4.2 a stranger's answer is no service",
         [](Story &s) {
             signIn(s);
             s.pass(model::seconds(1000));
             (void)s.read(s.minji, s.s2, "A");
             s.pass(model::seconds(1000));
             return s.read(s.minji, s.s3, "A");
         }},
        {"4.2 idle counts up to the service, not to the answer",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.begin(s.s2, asked, "A");
             s.pass(model::seconds(1800));
             s.complete(s.s2, asked, "A");
             return asked;
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 the client deleted its session cookie",
         [](Story &s) {
             signIn(s);
             s.deleteCookie(s.minji, model::sessionCookieName, s.act(s.minji, ActionKind::DeleteCookie));
             return s.read(s.minji, s.s1, "");
         }},
        {"4.2 the client deleted its pin only",
         [](Story &s) {
             signIn(s);
             s.deleteCookie(s.minji, model::pinCookieName, s.act(s.minji, ActionKind::DeleteCookie));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 a cookie that somebody else took away",
         [](Story &s) {
             signIn(s);
             s.deleteCookie(s.minji, model::sessionCookieName, {});
             return s.read(s.minji, s.s1, "");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 an unknown id by the client's own action",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "X", {}, s.act(s.minji, ActionKind::SendUnknownId));
             s.serve(s.s1, asked, "X");
             return asked;
         }},
        {"4.2 an unknown id excuses that request alone",
         [](Story &s) {
             signIn(s);
             const Asked unknown = s.ask(s.minji, Operation::Read, "X", {}, s.act(s.minji, ActionKind::SendUnknownId));
             s.serve(s.s1, unknown, "X");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 a 401 does not end the entitlement",
         [](Story &s) {
             signIn(s);
             (void)s.read(s.minji, s.s2, "A");
             return s.read(s.minji, s.s3, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 a new log-in replaces a log-out",
         [](Story &s) {
             signIn(s);
             (void)s.logOut(s.minji, s.s1, "A");
             (void)s.logIn(s.minji, s.s1, "B");
             return s.read(s.minji, s.s2, "B");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 a new log-in replaces a deleted cookie",
         [](Story &s) {
             signIn(s);
             s.deleteCookie(s.minji, model::sessionCookieName, s.act(s.minji, ActionKind::DeleteCookie));
             (void)s.logIn(s.minji, s.s1, "B");
             return s.read(s.minji, s.s2, "B");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 another client's log-out is none of hers",
         [](Story &s) {
             signIn(s);
             (void)s.logIn(s.junho, s.s2, "B");
             (void)s.logOut(s.junho, s.s2, "B");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
    };
}

std::vector<Case> loggedOut()
{
    return {
        {"4.3 served where the session is",
         [](Story &s) {
             signIn(s);
             return s.read(s.minji, s.s1, "A");
         }},
        {"4.3 the session is elsewhere",
         [](Story &s) {
             signIn(s);
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.3 the session was shown and is elsewhere",
         [](Story &s) {
             signIn(s);
             (void)s.read(s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw, reads}},
        {"4.3 a write is judged as a read too",
         [](Story &s) {
             signIn(s);
             return s.write(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4 the only copy died",
         [](Story &s) {
             signIn(s);
             s.crash(s.s1);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LoggedOut,
         {durability}},
        {"4 the server that answers died, a copy is left",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             s.crash(s.s1);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4 all copies died, one after another",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             s.crash(s.s1);
             s.crash(s.s2);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LoggedOut,
         {durability}},
        {"4 a copy that returned counts",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             s.crash(s.s1);
             s.replicate(s.s2, s.s1, "A", "user");
             s.crash(s.s2);
             return s.read(s.minji, s.s3, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4 one write is left, another is gone",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             (void)s.write(s.minji, s.s1, "A");
             s.crash(s.s1);
             return s.read(s.minji, s.s3, "A");
         },
         Outcome::LoggedOut,
         {ryw, durability, reads}},
        {"B-6 the cookie was replaced, the session is stranded",
         [](Story &s) {
             signIn(s);
             const Asked anonymous = s.ask(s.minji, Operation::Read, "A");
             s.missing(s.s2, anonymous, "A");
             s.create(s.s2, anonymous, "B");
             s.answer(anonymous, 401);
             return s.read(s.minji, s.s1, "B");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4 a log-in is not judged as a read",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::LogIn, "A");
             s.missing(s.s2, asked, "A");
             s.create(s.s2, asked, "B");
             s.apply(s.s2, asked, "B", "user", asked.write, WriteId());
             s.answer(asked, 200);
             return asked;
         }},
        {"4 a log-in page asks nothing of the session",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::LoginPage, "A");
             s.missing(s.s2, asked, "A");
             s.answer(asked, 200);
             return asked;
         }},
    };
}

} // namespace

const std::vector<Case> &cases()
{
    static const std::vector<Case> all = [] {
        std::vector<Case> joined;
        for (const auto &part :
             {refused(), entitled(), loggedOut(), olderAndLost(), expectations(), clusters(), stores(), entitlements()})
            joined.insert(joined.end(), part.begin(), part.end());
        return joined;
    }();
    return all;
}

} // namespace sessionarium::tests::dictated
