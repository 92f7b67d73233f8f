// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/clientagent.h"
#include "tests/support/printing.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace sessionarium::tests {

/// One client, with what it wants done at hand.
class Browser
{
public:
    explicit Browser(const model::ClientSpec &spec = {}, bool direct = false)
        : m_agent(model::EntityId(0), spec, id("10.0.0.1"), protocol::ClientAgent::Gateway {model::EntityId(1), direct},
                  protocol::KnownStrings {id("JSESSIONID"), id("SERVERID"), id("user")})
    {
    }

    [[nodiscard]] model::StringId id(std::string_view text) { return m_strings.intern(text); }
    [[nodiscard]] const protocol::ClientAgent &agent() const { return m_agent; }

    void handle(const protocol::Input &input)
    {
        m_out.clear();
        protocol::Context context {model::SimTime(), m_random, m_strings, m_out, m_bulk};
        m_agent.handle(input, context);
    }
    /// The action's request has this number.
    void act(protocol::Acted acted, std::uint32_t request = 0)
    {
        acted.action = id("action");
        acted.request = model::RequestId(request);
        handle(acted);
    }
    void act(model::ActionKind verb, std::uint32_t request = 0)
    {
        protocol::Acted acted;
        acted.verb = verb;
        act(acted, request);
    }
    /// Somebody is signed in at the page that is shown.
    void answerSignedIn(std::uint32_t request)
    {
        protocol::Message response;
        response.shown.set(id("user"), model::WriteId {model::EntityId(0), 1}, 1);
        response.kind = model::MessageKind::Response;
        response.request = model::RequestId(request);
        response.status = 200;
        handle(protocol::Arrived {&response});
    }
    void answer(std::uint32_t request, std::uint32_t status, std::string_view session = {}, std::string_view pin = {})
    {
        protocol::Message response;
        response.kind = model::MessageKind::Response;
        response.request = model::RequestId(request);
        response.status = status;
        response.setSession = session.empty() ? model::StringId() : id(session);
        response.setPin = pin.empty() ? model::StringId() : id(pin);
        handle(protocol::Arrived {&response});
    }

    /// The facts of the last input, as files name them.
    [[nodiscard]] QString kinds() const
    {
        QStringList kinds;
        for (const protocol::Effect &effect : m_out) {
            if (const auto *emit = std::get_if<protocol::Emit>(&effect)) {
                const std::string_view name = model::kindName(emit->fact);
                kinds << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
            }
        }
        return kinds.join(u' ');
    }
    template <class F>
    [[nodiscard]] F fact() const
    {
        for (const protocol::Effect &effect : m_out) {
            if (const auto *emit = std::get_if<protocol::Emit>(&effect)) {
                if (const F *found = std::get_if<F>(&emit->fact))
                    return *found;
            }
        }
        return F();
    }
    /// What the last input made the client ask for next, by itself.
    [[nodiscard]] std::optional<model::Operation> askedAgain() const
    {
        for (const protocol::Effect &effect : m_out) {
            if (const auto *again = std::get_if<protocol::AskAgain>(&effect))
                return again->operation;
        }
        return std::nullopt;
    }
    /// The request that the last input sent; an empty one if it sent none.
    [[nodiscard]] protocol::Message sent() const
    {
        for (const protocol::Effect &effect : m_out) {
            if (const auto *send = std::get_if<protocol::Send>(&effect))
                return m_out.message(*send);
        }
        return protocol::Message();
    }

private:
    model::StringTable m_strings;
    model::Random m_random;
    protocol::EffectList m_out;
    protocol::Bulk m_bulk;
    protocol::ClientAgent m_agent;
};

} // namespace sessionarium::tests
