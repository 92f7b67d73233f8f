// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/keyframes.h"
#include "core/timeline/timeline.h"
#include "ui/stage/stagetexts.h"

#include <QStringList>

#include <string>
#include <vector>

namespace sessionarium::tests {

/// A run written record by record, as an engine would: it says what happens, not why.
/// Ids: clients from 0, then the balancer (if any), then the servers.
class HandMadeRun
{
public:
    HandMadeRun(std::uint32_t clients, std::uint32_t servers, bool balancer = true) : m_hasBalancer(balancer)
    {
        timeline::RunInfo info;
        for (std::uint32_t i = 0; i < clients; ++i)
            info.entities.push_back({"user-" + std::to_string(i + 1), model::EntityType::Client, {}});
        if (balancer)
            info.entities.push_back({"balancer", model::EntityType::Balancer, {}});
        for (std::uint32_t i = 0; i < servers; ++i)
            info.entities.push_back({"server-" + std::to_string(i + 1), model::EntityType::Server, {}});
        for (const timeline::EntityInfo &entity : info.entities)
            info.strings.push_back(entity.id);
        info.duration = model::seconds(60);
        m_clients = clients;
        m_timeline.begin(info);
        for (std::uint32_t i = 0; i < info.entities.size(); ++i) {
            model::EntityAdded added;
            added.type = info.entities[i].type;
            added.capacity = added.type == model::EntityType::Server ? 4 : 0;
            added.queueLimit = added.type == model::EntityType::Server ? 100 : 0;
            add(model::EntityId(i), added);
        }
        m_strings = static_cast<std::uint32_t>(info.strings.size());
        m_sessionCookie = intern(std::string(model::sessionCookieName));
        m_pinCookie = intern(std::string(model::pinCookieName));
        m_user = intern(std::string(model::userAttribute));
    }

    [[nodiscard]] model::EntityId client(std::uint32_t i) const { return model::EntityId(i); }
    [[nodiscard]] model::EntityId balancer() const
    {
        return m_hasBalancer ? model::EntityId(m_clients) : model::EntityId();
    }
    [[nodiscard]] model::EntityId server(std::uint32_t i) const
    {
        return model::EntityId(m_clients + (m_hasBalancer ? 1 : 0) + i);
    }

    [[nodiscard]] model::StringId intern(const std::string &text)
    {
        const model::StringId id(m_strings++);
        m_timeline.internString(id, text);
        return id;
    }

    /// A server joins now; `name` was interned right before.
    model::EntityId join(model::StringId name)
    {
        const model::EntityId entity(static_cast<std::uint32_t>(m_timeline.entities().size()));
        m_timeline.joinEntity(entity, name);
        model::EntityAdded added;
        added.type = model::EntityType::Server;
        added.capacity = 4;
        add(entity, added);
        return entity;
    }

    /// The next record, at the present time, caused by the one before it.
    model::RecordId add(model::EntityId entity, const model::Fact &fact)
    {
        const model::RecordId id(m_timeline.size());
        m_timeline.append(id, timeline::Record {m_now, m_cause, entity, m_request, fact});
        m_cause = id;
        return id;
    }
    void wait(model::Duration span) { m_now = m_now + span; }
    void setTime(model::SimTime t) { m_now = t; }

    /// The client issues a request and sends it; the time stays.
    void issue(std::uint32_t i, model::Operation operation)
    {
        m_cause = model::RecordId();
        m_request = model::RequestId(m_requests++);
        m_issuer = client(i);
        model::RequestIssued issued;
        issued.operation = operation;
        issued.session = m_jar.size() > i ? m_jar[i] : model::StringId();
        if (operation == model::Operation::LogIn)
            issued.attribute = m_user;
        if (operation == model::Operation::LogIn)
            issued.write = m_login = model::WriteId {m_issuer, ++m_counter};
        add(m_issuer, issued);
    }
    void send(model::EntityId from, model::EntityId to, model::MessageKind kind, bool lost = false)
    {
        model::Sent sent;
        sent.message = kind;
        sent.to = to;
        sent.transit.us = 500;
        sent.lost = lost;
        add(from, sent);
    }

    /// A request's whole way to a server: issued now, at the server 500 or 1,000 us later.
    void toServer(std::uint32_t i, model::Operation operation, std::uint32_t at,
                  model::ForwardReason reason = model::ForwardReason::Balanced)
    {
        issue(i, operation);
        if (m_hasBalancer) {
            send(m_issuer, balancer(), model::MessageKind::Request);
            wait(model::microseconds(500));
            add(balancer(), model::Forwarded {server(at), reason, {}});
            send(balancer(), server(at), model::MessageKind::Request);
        } else {
            send(m_issuer, server(at), model::MessageKind::Request);
        }
        wait(model::microseconds(500));
        add(server(at), model::ServiceStarted {});
    }
    /// … and the answer's way back.
    void answer(std::uint32_t at, std::uint32_t status, model::WriteId shown, model::StringId setCookie = {})
    {
        add(server(at), model::ServiceEnded {status});
        send(server(at), m_hasBalancer ? balancer() : m_issuer, model::MessageKind::Response);
        wait(model::microseconds(500));
        if (m_hasBalancer) {
            send(balancer(), m_issuer, model::MessageKind::Response);
            wait(model::microseconds(500));
        }
        if (setCookie.isSome())
            add(m_issuer, model::CookieStored {m_sessionCookie, setCookie});
        add(m_issuer, model::Answered {status, shown, setCookie});
        m_request = model::RequestId();
        m_cause = model::RecordId();
    }

    /// The client logs in at a server and is served. Returns the session.
    model::StringId logIn(std::uint32_t i, std::uint32_t at)
    {
        toServer(i, model::Operation::LogIn, at);
        const model::StringId session = intern("SESSION-" + std::to_string(m_timeline.size()));
        add(server(at), model::SessionCreated {session, m_issuer, model::CopyRole::InCharge});
        add(server(at), model::WriteApplied {session, m_user, m_login, {}});
        wait(model::milliseconds(3));
        answer(at, 200, m_login, session);
        if (m_jar.size() <= i)
            m_jar.resize(i + 1);
        m_jar[i] = session;
        return session;
    }
    /// The client reads at a server that has its session.
    void readFine(std::uint32_t i, std::uint32_t at)
    {
        toServer(i, model::Operation::Read, at);
        add(server(at), model::SessionFound {m_jar[i]});
        wait(model::milliseconds(3));
        answer(at, 200, model::WriteId {client(i), 1});
    }
    /// The client reads at a server that has not got it.
    void readMissing(std::uint32_t i, std::uint32_t at)
    {
        toServer(i, model::Operation::Read, at);
        add(server(at), model::SessionMissing {m_jar[i]});
        wait(model::milliseconds(3));
        answer(at, 401, {});
    }
    void pin(std::uint32_t i, std::uint32_t at)
    {
        add(client(i), model::CookieStored {m_pinCookie, model::StringId(server(at).value)});
    }
    void crash(std::uint32_t at) { add(server(at), model::Crashed {}); }
    void restart(std::uint32_t at) { add(server(at), model::Restarted {}); }

    [[nodiscard]] model::SimTime now() const { return m_now; }
    [[nodiscard]] model::RequestId request() const { return m_request; }
    [[nodiscard]] model::StringId sessionOf(std::uint32_t i) const { return m_jar[i]; }
    [[nodiscard]] const timeline::Timeline &timeline() const { return m_timeline; }

private:
    timeline::Timeline m_timeline;
    bool m_hasBalancer;
    std::uint32_t m_clients = 0;
    std::uint32_t m_strings = 0;
    std::uint32_t m_requests = 0;
    std::uint32_t m_counter = 0;
    model::StringId m_sessionCookie;
    model::StringId m_pinCookie;
    model::StringId m_user;
    model::SimTime m_now;
    model::RecordId m_cause;
    model::RequestId m_request;
    model::EntityId m_issuer;
    model::WriteId m_login;
    std::vector<model::StringId> m_jar;
};

/// Names for hand-made runs: those of the lessons, or the longest that anybody would give.
class HandMadeTexts : public ui::stage::StageTexts
{
public:
    enum class Names { Korean, English, Longest };
    HandMadeTexts(const timeline::Timeline &timeline, Names names) : m_timeline(timeline), m_names(names) { }

    [[nodiscard]] QString entityName(model::EntityId entity) const override
    {
        const timeline::EntityInfo &info = m_timeline.entity(entity);
        if (m_names == Names::Longest)
            return QStringLiteral("Maximiliane-Alexandrovna 황보제갈선우가나다라");
        const bool korean = m_names == Names::Korean;
        const QStringList users = korean
            ? QStringList {QStringLiteral("민지"), QStringLiteral("준호"), QStringLiteral("서연"),
                           QStringLiteral("도윤"), QStringLiteral("하은"), QStringLiteral("유나")}
            : QStringList {QStringLiteral("Minji"), QStringLiteral("Junho"), QStringLiteral("Seoyeon"),
                           QStringLiteral("Doyun"), QStringLiteral("Haeun"), QStringLiteral("Yuna")};
        switch (info.type) {
        case model::EntityType::Client:
            return entity.value < 6
                ? users[entity.value]
                : (korean ? QStringLiteral("학생 %1") : QStringLiteral("Student %1")).arg(entity.value + 1);
        case model::EntityType::Balancer:
            return korean ? QStringLiteral("로드 밸런서") : QStringLiteral("Balancer");
        case model::EntityType::Store:
            return korean ? QStringLiteral("저장소") : QStringLiteral("Store");
        case model::EntityType::Server:
            break;
        }
        const QString number = QString::fromStdString(info.id).section(QLatin1Char('-'), 1);
        return (korean ? QStringLiteral("서버 %1") : QStringLiteral("Server %1")).arg(number);
    }
    [[nodiscard]] QString entityInitial(model::EntityId entity) const override
    {
        return entity.value < 6 ? entityName(entity).left(1) : QString::number(entity.value + 1);
    }
    [[nodiscard]] QString sessionLabel(const timeline::SessionInfo &session) const override
    {
        return QStringLiteral("%1%2")
            .arg(QChar(u'A' + static_cast<char16_t>(session.clientIndex % 26)))
            .arg(session.ordinal);
    }
    [[nodiscard]] QString balancerCaption() const override
    {
        return m_names == Names::Korean ? QStringLiteral("돌아가며 보내기") : QStringLiteral("round robin");
    }
    [[nodiscard]] QString duration(model::Duration span) const override
    {
        return QStringLiteral("%1 s").arg(static_cast<double>(span.us) / 1e6, 0, 'f', 1);
    }
    [[nodiscard]] QString instant(model::SimTime at) const override
    {
        return QStringLiteral("%1").arg(static_cast<double>(at.us) / 1e6, 0, 'f', 3);
    }

private:
    const timeline::Timeline &m_timeline;
    Names m_names;
};

} // namespace sessionarium::tests
