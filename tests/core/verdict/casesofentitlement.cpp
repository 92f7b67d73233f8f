// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/casesteps.h"

namespace sessionarium::tests::dictated {

using model::ActionKind;
using model::MessageKind;
using model::Operation;
using model::Persistence;
using model::RecordId;
using model::RequestId;
using model::SessionEnd;
using verdict::Guarantee;
using verdict::Outcome;
using Asked = Story::Asked;

namespace {

constexpr auto ryw = Guarantee::ReadYourWrites;
constexpr auto reads = Guarantee::MonotonicReads;
constexpr auto durability = Guarantee::Durability;
constexpr auto replicate = MessageKind::StoreReplicate;

void signInAtStore(Story &s)
{
    (void)s.logInAt(s.store, s.minji, s.s1, "A");
}

Asked readAtStore(Story &s)
{
    return s.readAt(s.store, s.minji, s.s2, "A");
}

Asked readAtSecond(Story &s)
{
    return s.readAt(s.second, s.minji, s.s2, "A");
}

void revoke(Story &s, model::EntityId at, const std::string &session)
{
    s.drop(at, session, SessionEnd::Revoked, s.act(at, ActionKind::DeleteSession));
}

} // namespace

std::vector<Case> entitlements()
{
    return {
        {"4.2 an operator deleted the session",
         [](Story &s) {
             signInAtStore(s);
             revoke(s, s.store, "A");
             return readAtStore(s);
         }},
        {"4.2 accepted although an operator deleted it",
         [](Story &s) {
             signInAtStore(s);
             s.restore(s.second, s.memory(s.store), s.send(s.store, s.second, replicate, s.lastWrite(s.store)));
             revoke(s, s.store, "A");
             return readAtSecond(s);
         },
         Outcome::RevokedAccepted},
        {"4.2 on its way when an operator deleted it",
         [](Story &s) {
             signInAtStore(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "A");
             s.load(s.store, s.s1, asked, "A");
             revoke(s, s.store, "A");
             s.reply(asked);
             return asked;
         }},
        {"4.2 an operator deleted the session before",
         [](Story &s) {
             signInAtStore(s);
             revoke(s, s.store, "A");
             (void)s.logInAt(s.store, s.minji, s.s1, "A");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 an operator deleted somebody else's",
         [](Story &s) {
             signInAtStore(s);
             (void)s.logInAt(s.store, s.junho, s.s1, "B");
             revoke(s, s.store, "B");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"B-7 the session of the log-in goes by another id",
         [](Story &s) {
             signIn(s);
             const Asked again = s.ask(s.minji, Operation::LogIn, "A");
             s.begin(s.s1, again, "A");
             s.rename(s.s1, again, "A", "B");
             s.fail(again);
             revoke(s, s.s1, "B");
             return s.read(s.minji, s.s1, "A");
         }},
        {"B-7 values go with the id",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A");
             const Asked again = s.ask(s.minji, Operation::LogIn, "A");
             s.begin(s.s1, again, "A");
             s.rename(s.s1, again, "A", "B");
             s.fail(again);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LoggedOut,
         {ryw, reads}},
        {"B-7 the new id's first server died",
         [](Story &s) {
             signIn(s);
             const Asked again = s.ask(s.minji, Operation::LogIn, "A");
             s.begin(s.s1, again, "A");
             s.rename(s.s1, again, "A", "B");
             s.fail(again);
             s.crash(s.s1);
             return s.read(s.minji, s.s1, "A");
         },
         Outcome::LoggedOut,
         {durability}},
        {"B-7 idle time goes with the id",
         [](Story &s) {
             const Asked anonymous = s.ask(s.minji, Operation::Read, "");
             s.absent(s.s1, anonymous);
             s.create(s.s1, anonymous, "A");
             s.answer(anonymous, 401);
             const Asked logIn = s.ask(s.minji, Operation::LogIn, "A");
             s.begin(s.s1, logIn, "A");
             s.rename(s.s1, logIn, "A", "B");
             s.apply(s.s1, logIn, "B", "user", logIn.write, model::WriteId());
             s.answer(logIn, 200, logIn.write);
             s.pass(model::seconds(1800));
             return s.read(s.minji, s.s2, "B");
         }},
        {"4.2 idle begins anew wherever it was served",
         [](Story &s) {
             signIn(s);
             copyUser(s);
             s.pass(model::seconds(1000));
             (void)s.read(s.minji, s.s2, "A");
             s.pass(model::seconds(1000));
             return s.read(s.minji, s.s3, "A");
         },
         Outcome::LoggedOut,
         {ryw, reads}},
        {"4.2 a copy that comes to a server serves nobody",
         [](Story &s) {
             signIn(s);
             s.pass(model::seconds(1000));
             copyUser(s);
             s.pass(model::seconds(1000));
             return s.read(s.minji, s.s3, "A");
         }},
        {"4.2 without the cookie by the client's own action",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "", {}, s.act(s.minji, ActionKind::ReadAnonymous));
             s.serve(s.s1, asked, "");
             return asked;
         }},
        {"4.2 without the cookie excuses that request alone",
         [](Story &s) {
             signIn(s);
             const Asked asked = s.ask(s.minji, Operation::Read, "", {}, s.act(s.minji, ActionKind::ReadAnonymous));
             s.serve(s.s1, asked, "");
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 with somebody else's cookie: signed in, as somebody else",
         [](Story &s) {
             signIn(s);
             (void)s.write(s.minji, s.s1, "A");
             (void)s.logIn(s.junho, s.s2, "B");
             s.storeCookie(s.minji, model::sessionCookieName, "B", s.act(s.minji, ActionKind::CopyCookie));
             return s.read(s.minji, s.s2, "B");
         }},
        {"4.2 with somebody else's cookie: a stranger",
         [](Story &s) {
             signIn(s);
             (void)s.logIn(s.junho, s.s2, "B");
             s.storeCookie(s.minji, model::sessionCookieName, "B", s.act(s.minji, ActionKind::CopyCookie));
             return s.read(s.minji, s.s3, "B");
         }},
        {"4.2 what somebody else's cookie showed is not expected later",
         [](Story &s) {
             signIn(s);
             (void)s.logIn(s.junho, s.s2, "B");
             (void)s.write(s.junho, s.s2, "B");
             s.storeCookie(s.minji, model::sessionCookieName, "B", s.act(s.minji, ActionKind::CopyCookie));
             (void)s.read(s.minji, s.s2, "B");
             (void)s.logIn(s.minji, s.s3, "C");
             return s.read(s.minji, s.s3, "C");
         }},
        {"4.2 her own session's cookie, copied back, takes nothing away",
         [](Story &s) {
             signIn(s);
             s.storeCookie(s.minji, model::sessionCookieName, "A", s.act(s.minji, ActionKind::CopyCookie));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 the pin of somebody else only",
         [](Story &s) {
             signIn(s);
             s.storeCookie(s.minji, model::pinCookieName, "server-2", s.act(s.minji, ActionKind::CopyCookie));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
        {"4.2 whose cookie was copied is judged as before",
         [](Story &s) {
             signIn(s);
             s.storeCookie(s.junho, model::sessionCookieName, "A", s.act(s.junho, ActionKind::CopyCookie));
             return s.read(s.minji, s.s2, "A");
         },
         Outcome::LoggedOut,
         {ryw}},
    };
}

} // namespace sessionarium::tests::dictated
