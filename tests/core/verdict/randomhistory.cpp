// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/randomhistory.h"

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
    Teller(Story &story, std::uint32_t seed) : m_story(story), m_random(seed) { }

    void step()
    {
        const std::uint32_t kind = draw(100);
        if (kind < 14)
            signIn();
        else if (kind < 55)
            serveNew();
        else if (kind < 65)
            begin();
        else if (kind < 77)
            complete();
        else if (kind < 86)
            replicate();
        else if (kind < 89)
            m_story.crash(server());
        else if (kind < 92)
            answerAnything();
        else if (kind < 94)
            m_story.deleteCookie(client(), sessionCookieName, m_story.act(client(), ActionKind::DeleteCookie));
        else if (kind < 96)
            sendUnknownId();
        else if (kind < 98)
            endSession();
        else
            m_story.pass(microseconds(draw(500)));
    }

private:
    struct Running
    {
        Asked asked;
        EntityId server;
        std::string session;
        bool isFinished = false;
    };

    std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(m_random() % below); }
    EntityId client() { return draw(4) == 0 ? m_story.junho : m_story.minji; }
    EntityId server() { return std::array {m_story.s1, m_story.s2, m_story.s3}[draw(3)]; }
    std::string session()
    {
        return m_sessions.empty() ? "A" : m_sessions[m_sessions.size() - 1 - draw(size(m_sessions)) / 2];
    }
    std::string attribute() { return draw(3) == 0 ? "list" : "cart"; }
    template <class List>
    static std::uint32_t size(const List &list)
    {
        return static_cast<std::uint32_t>(list.size());
    }

    void signIn()
    {
        const std::string session = std::string("S").append(std::to_string(m_sessions.size()));
        m_users.push_back(m_story.logIn(client(), server(), session).write);
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

    void serveNew()
    {
        const Asked asked = askAnything();
        const std::string where = session();
        const EntityId at = server();
        if (asked.operation == Operation::Write && draw(5) == 0) {
            m_story.begin(at, asked, where); // in doubt
            m_story.finishService(at, asked, where);
        } else {
            m_story.serve(at, asked, where);
        }
        noteWrite(asked);
    }

    void begin()
    {
        Running running {askAnything(), server(), session()};
        m_story.begin(running.server, running.asked, running.session);
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
            m_story.finishService(running.server, running.asked, running.session);
            running.isFinished = true;
            return;
        }
        if (running.isFinished || draw(5) == 0)
            m_story.fail(running.asked);
        else
            m_story.complete(running.server, running.asked, running.session);
        m_running.erase(m_running.begin() + index);
    }

    void replicate()
    {
        const std::string session = this->session();
        const std::string what = draw(2) == 0 ? "user" : attribute();
        const EntityId from = server();
        const EntityId to = server();
        if (from != to && m_story.holds(from, session, what))
            m_story.replicate(from, to, session, what);
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

    void sendUnknownId()
    {
        const EntityId who = client();
        const Asked asked = m_story.ask(who, Operation::Read, "X", {}, m_story.act(who, ActionKind::SendUnknownId));
        m_story.serve(server(), asked, "X");
    }

    void endSession()
    {
        const EntityId at = server();
        const std::string which = session();
        if (m_story.holds(at, which, "user"))
            m_story.expired(at, m_story.ask(client(), Operation::Read, which), which);
    }

    void noteWrite(const Asked &asked)
    {
        if (asked.attribute == "cart")
            m_writes.push_back(asked.write);
    }

    Story &m_story;
    std::mt19937 m_random; // its sequence is fixed by the standard
    std::vector<std::string> m_sessions;
    std::vector<Running> m_running;
    std::vector<WriteId> m_users; // log-ins
    std::vector<WriteId> m_writes; // on the cart
};

} // namespace

void tellAnything(Story &story, std::uint32_t seed, int steps)
{
    Teller teller(story, seed);
    for (int i = 0; i < steps; ++i)
        teller.step();
}

} // namespace sessionarium::tests::dictated
