// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/protocol/effect.h"

#include <vector>

namespace sessionarium::protocol {

/// A user's browser: a cookie jar that obeys Set-Cookie (B-2, B-3), requests in parallel from that one jar, and a
/// time-out. What the user believes rests on its own answers only (semantics §5).
class ClientAgent
{
public:
    /// Where requests go: to a balancer, which always answers, or straight to a server, which must be connected to.
    struct Gateway
    {
        model::EntityId entity;
        bool isServer = false;
    };

    /// `address`: the interned one of the spec.
    ClientAgent(model::EntityId entity, const model::ClientSpec &spec, model::StringId address, Gateway gateway,
                const KnownStrings &strings);

    void handle(const Input &input, Context &context);

    [[nodiscard]] model::EntityId entity() const { return m_entity; }
    [[nodiscard]] model::StringId session() const { return m_session; }
    [[nodiscard]] model::StringId pin() const { return m_pin; }
    [[nodiscard]] model::StringId address() const { return m_address; }
    [[nodiscard]] std::uint32_t tabs() const { return m_tabs; }
    [[nodiscard]] bool believesSignedIn() const { return m_believesSignedIn; }
    [[nodiscard]] std::uint32_t writes() const { return m_writes; }
    [[nodiscard]] std::vector<model::RequestId> openRequests() const;

private:
    struct Open
    {
        model::RequestId request;
        model::Operation operation;
        model::WriteId write;
        model::StringId attribute;
        model::StringId session;
        bool isFollowUp;
    };

    void act(const Acted &input, Context &context);
    /// Whether the action does something now.
    [[nodiscard]] bool applies(const Acted &input) const;
    void deleteCookie(model::Cookie cookie, Context &context);
    void copyCookies(const Acted &input, Context &context);
    void issue(const Open &wanted, model::StringId item, Context &context);
    void sendRequest(const Open &open, std::uint32_t epoch, Context &context);
    void answered(const Message &response, Context &context);
    void fail(model::RequestId request, model::FailReason reason, Context &context);
    [[nodiscard]] const Open *find(model::RequestId request) const;
    void close(model::RequestId request, Context &context);

    model::EntityId m_entity;
    model::On401 m_on401;
    model::Redirects m_redirects;
    model::Duration m_timeout;
    Gateway m_gateway;
    KnownStrings m_strings;

    model::StringId m_session; // the jar
    model::StringId m_pin;
    model::StringId m_address;
    std::uint32_t m_tabs = 1;
    bool m_believesSignedIn = false;
    std::uint32_t m_writes = 0;
    std::vector<Open> m_open;
};

} // namespace sessionarium::protocol
