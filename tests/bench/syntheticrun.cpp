// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/syntheticrun.h"

#include "core/model/stringtable.h"

#include <string>

namespace sessionarium::tests::bench {

using namespace model;

namespace {

constexpr std::uint32_t serverCount = 8;

class Writer
{
public:
    Writer(std::uint32_t clients, std::uint32_t records, timeline::RecordSink &sink)
        : m_clients(clients), m_wanted(records), m_sink(sink)
    {
    }

    void write()
    {
        begin();
        for (std::uint32_t i = 0; i < m_clients; ++i)
            logIn(EntityId(i));
        for (std::uint32_t i = 0; m_records < m_wanted; i = (i + 1) % m_clients)
            read(EntityId(i));
        m_sink.end();
    }

private:
    [[nodiscard]] EntityId balancer() const { return EntityId(m_clients); }
    [[nodiscard]] EntityId serverOf(EntityId client) const
    {
        return EntityId(m_clients + 1 + client.value % serverCount);
    }
    [[nodiscard]] StringId sessionOf(EntityId client) const { return StringId(m_firstSession.value + client.value); }

    void begin()
    {
        timeline::RunInfo info;
        info.scenario = "synthetic";
        info.policy = "sticky";
        info.branch = "main";
        info.duration = seconds(86400);
        info.sessionTimeout = seconds(86400);
        for (std::uint32_t i = 0; i < m_clients; ++i)
            info.entities.push_back({"client-" + std::to_string(i + 1), EntityType::Client, {}});
        info.entities.push_back({"balancer", EntityType::Balancer, {}});
        for (std::uint32_t i = 0; i < serverCount; ++i)
            info.entities.push_back({"server-" + std::to_string(i + 1), EntityType::Server, {}});
        for (const timeline::EntityInfo &entity : info.entities)
            info.strings.push_back(entity.id);
        m_address = addString(info, "192.168.1.10");
        m_user = addString(info, std::string(userAttribute));
        m_cookie = addString(info, std::string(sessionCookieName));
        m_action = addString(info, "look");
        m_firstSession = StringId(static_cast<std::uint32_t>(info.strings.size()));
        for (std::uint32_t i = 0; i < m_clients; ++i)
            info.strings.push_back("7C1E6A0B9D3F42585A6C0E9B" + std::to_string(10000000 + i));
        m_sink.begin(info);
        for (std::uint32_t i = 0; i < info.entities.size(); ++i) {
            EntityAdded added;
            added.type = info.entities[i].type;
            if (added.type == EntityType::Client)
                added.address = m_address;
            if (added.type == EntityType::Server) {
                added.capacity = 4;
                added.queueLimit = 100;
            }
            append(EntityId(i), RecordId(), RequestId(), added);
        }
    }

    static StringId addString(timeline::RunInfo &info, std::string text)
    {
        info.strings.push_back(std::move(text));
        return StringId(static_cast<std::uint32_t>(info.strings.size() - 1));
    }

    RecordId append(EntityId entity, RecordId cause, RequestId request, const Fact &fact)
    {
        const RecordId id(m_records++);
        m_sink.append(id, timeline::Record {m_now, cause, entity, request, fact});
        return id;
    }

    RecordId sent(EntityId from, EntityId to, MessageKind kind, RecordId cause)
    {
        Sent fact;
        fact.message = kind;
        fact.to = to;
        fact.transit.us = 500;
        fact.sizeBytes = kind == MessageKind::Request ? 500 : 2000;
        const RecordId id = append(from, cause, m_request, fact);
        m_now.us += 500;
        return id;
    }

    void logIn(EntityId client) { exchange(client, Operation::LogIn); }

    void read(EntityId client) { exchange(client, Operation::Read); }

    void exchange(EntityId client, Operation operation)
    {
        const EntityId server = serverOf(client);
        const StringId session = sessionOf(client);
        const bool isLogIn = operation == Operation::LogIn;
        m_request = RequestId(m_requests++);
        const RecordId action = append(client, RecordId(), RequestId(),
                                       ActionTaken {m_action, isLogIn ? ActionKind::LogIn : ActionKind::Read});
        RequestIssued issued;
        issued.operation = operation;
        if (isLogIn) {
            issued.attribute = m_user;
            issued.write = WriteId {client, 1};
        } else {
            issued.session = session;
        }
        RecordId last = append(client, action, m_request, issued);
        last = sent(client, balancer(), MessageKind::Request, last);
        last = append(balancer(), last, m_request, Forwarded {server, ForwardReason::Balanced, {}});
        last = sent(balancer(), server, MessageKind::Request, last);
        last = append(server, last, m_request, ServiceStarted {});
        if (!isLogIn)
            last = append(server, last, m_request, SessionFound {session});
        m_now.us += 3000;
        if (isLogIn) {
            last = append(server, last, m_request, SessionCreated {session, client, CopyRole::InCharge});
            last = append(server, last, m_request, WriteApplied {session, m_user, WriteId {client, 1}, {}});
        }
        last = append(server, last, m_request, ServiceEnded {200});
        last = sent(server, balancer(), MessageKind::Response, last);
        last = sent(balancer(), client, MessageKind::Response, last);
        if (isLogIn)
            append(client, last, m_request, CookieStored {m_cookie, session});
        append(client, last, m_request, Answered {200, WriteId {client, 1}, isLogIn ? session : StringId()});
        m_now.us += 100;
    }

    std::uint32_t m_clients;
    std::uint32_t m_wanted;
    timeline::RecordSink &m_sink;
    SimTime m_now;
    std::uint32_t m_records = 0;
    std::uint32_t m_requests = 0;
    RequestId m_request;
    StringId m_address;
    StringId m_user;
    StringId m_cookie;
    StringId m_action;
    StringId m_firstSession;
};

} // namespace

void writeSyntheticRun(std::uint32_t records, std::uint32_t clients, timeline::RecordSink &sink)
{
    Writer(clients, records, sink).write();
}

} // namespace sessionarium::tests::bench
