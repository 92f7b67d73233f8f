// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/randomhistory.h"

#include "tests/core/verdict/randompost.h"

#include <array>
#include <string>
#include <vector>

namespace sessionarium::tests::dictated {

using namespace model;
using Asked = Story::Asked;

namespace {

class Teller
{
public:
    Teller(Story &story, std::uint32_t seed)
        : m_story(story), m_random(seed), m_post(story, m_random), m_persistence(persistenceOf(seed))
    {
    }

    void step()
    {
        const std::uint32_t kind = draw(140);
        if (kind < 9)
            signIn();
        else if (kind < 50)
            serveNew();
        else if (kind < 60)
            begin();
        else if (kind < 70)
            complete();
        else if (kind < 80)
            replicate();
        else if (kind < 105)
            m_post.step();
        else if (kind < 107)
            die();
        else if (kind < 111)
            answerAnything();
        else if (kind < 114)
            changeCookie();
        else if (kind < 116)
            hideSession();
        else if (kind < 118)
            endSession();
        else if (kind < 120)
            changeId();
        else if (kind < 122)
            revoke();
        else if (kind < 132)
            keep();
        else if (kind < 134)
            followRead();
        else
            m_story.pass(microseconds(draw(500)));
    }

private:
    struct Running
    {
        Asked asked;
        EntityId holder;
        std::string session;
        bool isFinished = false;
    };

    std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(m_random() % below); }
    EntityId client() { return draw(3) == 0 ? m_story.junho : m_story.minji; }
    EntityId server() { return std::array {m_story.s1, m_story.s2, m_story.s3}[draw(3)]; }
    EntityId keeper() { return draw(4) == 0 ? m_story.second : m_story.store; }
    /// Somebody who is there to do something.
    EntityId holder()
    {
        const EntityId kept = keeper();
        return draw(2) == 0 || m_post.isDown(kept) ? server() : kept;
    }
    std::string session()
    {
        return m_sessions.empty() ? "A" : m_sessions[m_sessions.size() - 1 - draw(size(m_sessions)) / 2];
    }
    std::string attribute() { return draw(3) == 0 ? "list" : "cart"; }
    std::string freshSession() { return std::string("S").append(std::to_string(m_made++)); }
    template <class List>
    static std::uint32_t size(const List &list)
    {
        return static_cast<std::uint32_t>(list.size());
    }

    void signIn()
    {
        const std::string session = freshSession();
        const EntityId at = holder();
        const EntityId who = client();
        const Asked asked = m_story.ask(who, Operation::LogIn);
        m_story.absent(server(), asked);
        m_story.create(at, asked, session);
        m_post.tell(at, session);
        m_story.apply(at, asked, session, "user", asked.write, WriteId());
        m_post.tell(at, session);
        m_story.answer(asked, 200, asked.write);
        m_users.push_back(asked.write);
        m_sessions.push_back(session);
    }

    Asked askAnything()
    {
        const std::uint32_t kind = draw(10);
        const std::string presented = session();
        if (kind < 5)
            return m_story.ask(client(), Operation::Read, presented);
        if (kind < 9)
            return m_story.ask(client(), Operation::Write, presented, attribute());
        return draw(2) == 0 ? m_story.ask(client(), Operation::LoginPage, presented)
                            : m_story.ask(client(), Operation::LogOut, presented);
    }

    /// Looks the session up where it is kept; a store's servers are told what it found.
    void lookUp(EntityId at, const Asked &asked, const std::string &session)
    {
        if (at == m_story.store || at == m_story.second)
            m_story.load(at, server(), asked, session);
        else
            m_story.begin(at, asked, session);
    }

    void finishService(EntityId at, const Asked &asked, const std::string &session)
    {
        if (m_post.isDown(at))
            return; // what was begun there ends with it
        const bool wasThere = m_story.holds(at, session, "user");
        const RecordId before = m_story.last();
        m_story.finishService(at, asked, session);
        if (wasThere && before != m_story.last())
            m_post.tell(at, session);
    }

    void serveNew()
    {
        const Asked asked = askAnything();
        const std::string where = session();
        const EntityId at = holder();
        lookUp(at, asked, where);
        finishService(at, asked, where);
        if (asked.operation != Operation::Write || draw(5) > 0) // else in doubt
            m_story.reply(asked);
        noteWrite(asked);
    }

    /// A client reads what somebody else wrote, writes elsewhere, and reads there.
    void followRead()
    {
        const std::string where = session();
        const EntityId at = holder();
        const EntityId elsewhere = holder();
        const auto serve = [&](EntityId who, EntityId by, const Asked &asked) {
            lookUp(by, asked, where);
            finishService(by, asked, where);
            if (who == m_story.minji)
                m_story.reply(asked);
        };
        serve(m_story.junho, at, m_story.ask(m_story.junho, Operation::Write, where, "cart"));
        serve(m_story.minji, at, m_story.ask(m_story.minji, Operation::Read, where));
        serve(m_story.minji, elsewhere, m_story.ask(m_story.minji, Operation::Write, where, "list"));
        serve(m_story.minji, elsewhere, m_story.ask(m_story.minji, Operation::Read, where));
    }

    void begin()
    {
        Running running {askAnything(), holder(), session()};
        lookUp(running.holder, running.asked, running.session);
        m_running.push_back(running);
    }

    void complete()
    {
        if (m_running.empty())
            return;
        const std::uint32_t index = draw(size(m_running));
        Running &running = m_running[index];
        noteWrite(running.asked);
        if (!running.isFinished && draw(4) == 0) {
            finishService(running.holder, running.asked, running.session);
            running.isFinished = true;
            return;
        }
        if (running.isFinished || draw(5) == 0) {
            m_story.fail(running.asked);
        } else {
            finishService(running.holder, running.asked, running.session);
            m_story.reply(running.asked);
        }
        m_running.erase(m_running.begin() + index);
    }

    void replicate()
    {
        const std::string session = this->session();
        const std::string what = draw(2) == 0 ? "user" : attribute();
        const EntityId from = holder();
        const EntityId to = holder();
        if (from != to && m_story.holds(from, session, what))
            m_story.replicate(from, to, session, what);
    }

    void die()
    {
        const EntityId who = holder();
        if (who == m_story.store || who == m_story.second) {
            m_killed[who] = m_story.memory(who);
        }
        if (draw(3) == 0)
            m_story.powerOff(who);
        else
            m_story.crash(who);
        m_post.died(who);
    }

    void answerAnything()
    {
        const Asked asked = askAnything();
        const std::array<std::uint32_t, 6> statuses {200, 200, 200, 302, 401, 500};
        Story::Shown shown;
        if (draw(2) == 0 && !m_writes.empty())
            shown.emplace_back("cart", m_writes[draw(size(m_writes))]);
        const WriteId user = draw(2) == 0 && !m_users.empty() ? m_users[draw(size(m_users))] : WriteId();
        m_story.answer(asked, statuses[draw(6)], user, shown);
        noteWrite(asked);
    }

    void changeCookie()
    {
        const EntityId who = client();
        const std::string_view cookie = draw(4) == 0 ? pinCookieName : sessionCookieName;
        if (draw(2) == 0)
            m_story.deleteCookie(who, cookie, m_story.act(who, ActionKind::DeleteCookie));
        else if (draw(2) == 0)
            m_story.storeCookie(who, cookie, session(), m_story.act(who, ActionKind::CopyCookie));
        else
            m_story.storeCookie(who, cookie, session(), {}); // as a server wants it
    }

    void hideSession()
    {
        const EntityId who = client();
        const bool isUnknown = draw(2) == 0;
        const RecordId action = m_story.act(who, isUnknown ? ActionKind::SendUnknownId : ActionKind::ReadAnonymous);
        const std::string presented = isUnknown ? "X" : "";
        const Asked asked = m_story.ask(who, Operation::Read, presented, {}, action);
        m_story.serve(server(), asked, presented);
    }

    void endSession()
    {
        const EntityId at = holder();
        const std::string which = session();
        if (m_story.holds(at, which, "user"))
            m_story.expired(at, m_story.ask(client(), Operation::Read, which), which);
    }

    void changeId()
    {
        const EntityId at = holder();
        const std::string which = session();
        if (!m_story.holds(at, which, "user"))
            return;
        const std::string session = freshSession();
        const Asked asked = m_story.ask(client(), Operation::LogIn, which);
        const WriteId base = m_story.memory(at).at(which).at("user").first;
        lookUp(at, asked, which);
        m_story.rename(at, asked, which, session);
        m_story.apply(at, asked, session, "user", asked.write, base);
        m_post.tell(at, session);
        if (draw(3) > 0)
            m_story.answer(asked, 200, asked.write);
        m_users.push_back(asked.write);
        m_sessions.push_back(session);
    }

    void revoke()
    {
        const EntityId at = holder();
        const std::string which = session();
        if (m_story.holds(at, which, "user"))
            m_story.drop(at, which, SessionEnd::Revoked, m_story.act(at, ActionKind::DeleteSession));
    }

    /// What stores do with what they have.
    void keep()
    {
        const EntityId at = keeper();
        const std::uint32_t kind = draw(8);
        if (kind < 4) {
            if (m_post.isDown(at))
                return;
            if (m_persistence == Persistence::Snapshots)
                m_story.record(at, RequestId(), SnapshotTaken {1});
            else if (m_persistence == Persistence::LogNever || m_persistence == Persistence::LogEverySecond)
                m_story.record(at, RequestId(), LogFlushed {});
            m_written[at] = m_story.memory(at);
        } else if (kind < 7) {
            if (m_post.revive(at))
                m_story.restore(at, draw(2) == 0 ? m_killed[at] : m_written[at], m_story.restart(at));
        } else if (m_post.isDown(at)) {
            return;
        } else if (draw(2) == 0) {
            m_story.record(at, RequestId(), Promoted {});
        } else {
            m_story.record(at, RequestId(), Demoted {m_story.store});
            if (const std::string which = session(); m_story.holds(at, which, "user"))
                m_story.drop(at, which, SessionEnd::Replaced, {});
        }
    }

    void noteWrite(const Asked &asked)
    {
        if (asked.attribute == "cart")
            m_writes.push_back(asked.write);
    }

    Story &m_story;
    std::mt19937 m_random; // its sequence is fixed by the standard
    RandomPost m_post;
    Persistence m_persistence;
    std::uint32_t m_made = 0;
    std::vector<std::string> m_sessions;
    std::vector<Running> m_running;
    std::vector<WriteId> m_users; // log-ins
    std::vector<WriteId> m_writes; // on the cart
    std::map<EntityId, Story::Sessions> m_killed;
    std::map<EntityId, Story::Sessions> m_written;
};

} // namespace

void tellAnything(Story &story, std::uint32_t seed, int steps)
{
    Teller teller(story, seed);
    for (int i = 0; i < steps; ++i)
        teller.step();
}

model::Persistence persistenceOf(std::uint32_t seed)
{
    return static_cast<Persistence>(seed % 6);
}

} // namespace sessionarium::tests::dictated
