// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/verdict/story.h"

namespace sessionarium::tests::dictated {

using namespace model;

Story::Story(Duration sessionTimeout, Persistence persistence)
{
    timeline::RunInfo info;
    info.duration = seconds(86400);
    info.sessionTimeout = sessionTimeout;
    info.strings = {"minji", "junho", "balancer",   "server-1", "server-2", "server-3",
                    "user",  "cart",  "JSESSIONID", "SERVERID", "store",    "store-replica"};
    info.entities = {{"minji", EntityType::Client, {}},      {"junho", EntityType::Client, {}},
                     {"balancer", EntityType::Balancer, {}}, {"server-1", EntityType::Server, {}},
                     {"server-2", EntityType::Server, {}},   {"server-3", EntityType::Server, {}},
                     {"store", EntityType::Store, {}},       {"store-replica", EntityType::Store, {}}};
    m_timeline.begin(info);
    for (std::uint32_t i = 0; i < info.entities.size(); ++i)
        record(EntityId(i), RequestId(),
               EntityAdded {info.entities[i].type, StringId(), 4, 100, persistence,
                            EntityId(i) == second ? store : EntityId()});
}

StringId Story::text(const std::string &text)
{
    if (text.empty())
        return StringId();
    if (const auto known = m_timeline.strings().find(text))
        return *known;
    const StringId id(m_timeline.strings().size());
    m_timeline.internString(id, text);
    return id;
}

Story::Asked Story::ask(EntityId client, Operation operation, const std::string &session, const std::string &attribute,
                        RecordId cause)
{
    Asked asked;
    asked.request = RequestId(m_requests++);
    asked.client = client;
    asked.operation = operation;
    if (operation == Operation::LogIn || operation == Operation::LogOut)
        asked.attribute = "user";
    else if (operation == Operation::Write)
        asked.attribute = attribute;
    if (!asked.attribute.empty())
        asked.write = WriteId {client, ++m_counters[client]};
    record(client, asked.request,
           RequestIssued {operation, text(asked.attribute), StringId(), asked.write, text(session)}, cause);
    return asked;
}

void Story::forward(const Asked &asked, EntityId server)
{
    record(balancer, asked.request, Forwarded {server, ForwardReason::Balanced, EntityId()});
}

void Story::absent(EntityId server, const Asked &asked)
{
    record(server, asked.request, CookieAbsent {});
}

void Story::found(EntityId server, const Asked &asked, const std::string &session)
{
    record(server, asked.request, SessionFound {text(session)});
}

void Story::missing(EntityId server, const Asked &asked, const std::string &session)
{
    record(server, asked.request, SessionMissing {text(session)});
}

void Story::expired(EntityId server, const Asked &asked, const std::string &session)
{
    record(server, asked.request, SessionEnded {text(session), SessionEnd::Expired});
    m_memory[server].erase(session);
}

void Story::create(EntityId server, const Asked &asked, const std::string &session)
{
    record(server, asked.request, SessionCreated {text(session), asked.client, CopyRole::InCharge});
    m_memory[server][session].clear();
}

void Story::apply(EntityId server, const Asked &asked, const std::string &session, const std::string &attribute,
                  WriteId write, WriteId base)
{
    record(server, asked.request, WriteApplied {text(session), text(attribute), write, base});
    m_memory[server][session][attribute] = {write, base};
}

void Story::end(EntityId server, const Asked &asked, const std::string &session)
{
    record(server, asked.request, SessionEnded {text(session), SessionEnd::LoggedOut});
    m_memory[server].erase(session);
}

void Story::connectFailed(const Asked &asked, EntityId server)
{
    record(balancer, asked.request, ConnectFailed {server, ConnectError::Refused, 1, 1000000});
}

RecordId Story::answer(const Asked &asked, std::uint32_t status, WriteId user, const Shown &shown)
{
    for (const auto &[attribute, value] : shown)
        record(asked.client, asked.request, AttributeShown {text(attribute), value});
    return record(asked.client, asked.request, Answered {status, user, StringId()});
}

void Story::fail(const Asked &asked, FailReason reason)
{
    record(asked.client, asked.request, Failed {reason});
}

void Story::crash(EntityId server)
{
    record(server, RequestId(), Crashed {});
    m_memory[server].clear();
}

RecordId Story::act(EntityId entity, ActionKind verb)
{
    return record(entity, RequestId(), ActionTaken {text("act"), verb});
}

void Story::deleteCookie(EntityId client, std::string_view cookie, RecordId cause)
{
    record(client, RequestId(), CookieDeleted {text(std::string(cookie))}, cause);
}

void Story::storeCookie(EntityId client, std::string_view cookie, const std::string &value, RecordId cause)
{
    record(client, RequestId(), CookieStored {text(std::string(cookie)), text(value)}, cause);
}

void Story::setCopy(EntityId holder, const std::string &session, RecordId cause)
{
    record(holder, RequestId(), CopySet {text(session), minji, CopyRole::Replica, 0}, cause);
    m_memory[holder][session].clear();
}

void Story::setValue(EntityId holder, const std::string &session, const std::string &attribute, WriteId value,
                     RecordId cause)
{
    record(holder, RequestId(), AttributeSet {text(session), text(attribute), value, 1}, cause);
    m_memory[holder][session][attribute] = {value, WriteId()};
}

void Story::touch(EntityId holder, const std::string &session, RecordId cause)
{
    record(holder, RequestId(), SessionTouched {text(session), CopyRole::Replica}, cause);
}

void Story::rename(EntityId holder, const Asked &asked, const std::string &session, const std::string &newSession,
                   RecordId cause)
{
    record(holder, asked.request, SessionIdChanged {text(session), text(newSession)}, cause);
    m_memory[holder][newSession] = m_memory[holder][session];
    m_memory[holder].erase(session);
}

void Story::drop(EntityId holder, const std::string &session, SessionEnd reason, RecordId cause)
{
    record(holder, RequestId(), SessionEnded {text(session), reason}, cause);
    m_memory[holder].erase(session);
}

RecordId Story::queue(EntityId holder, MessageKind kind, const std::string &session, RecordId cause)
{
    return record(holder, RequestId(), ReplicationQueued {kind, text(session), 1000}, cause);
}

RecordId Story::send(EntityId from, EntityId to, MessageKind kind, RecordId cause, bool lost)
{
    return record(from, RequestId(), Sent {kind, to, TransitTime {2}, lost, 100}, cause);
}

RecordId Story::deliver(EntityId to, MessageKind kind, RecordId cause)
{
    return record(to, RequestId(), Delivered {kind}, cause);
}

void Story::drop(EntityId to, MessageKind kind, DropReason reason, RecordId cause)
{
    record(to, RequestId(), Dropped {kind, reason}, cause);
}

void Story::powerOff(EntityId holder)
{
    record(holder, RequestId(), PoweredOff {}, act(holder, ActionKind::PowerOff));
    m_memory[holder].clear();
}

RecordId Story::restart(EntityId holder, bool starting)
{
    const RecordId cause = act(holder, ActionKind::Restart);
    record(holder, RequestId(), Restarted {starting}, cause);
    return cause;
}

void Story::restore(EntityId holder, const Sessions &sessions, RecordId cause)
{
    for (const auto &[session, values] : sessions) {
        setCopy(holder, session, cause);
        for (const auto &[attribute, value] : values)
            setValue(holder, session, attribute, value.first, cause);
    }
}

void Story::load(EntityId at, EntityId server, const Asked &asked, const std::string &session)
{
    if (!session.empty())
        begin(at, asked, session);
    if (session.empty())
        absent(server, asked);
    else if (m_memory[at].contains(session))
        found(server, asked, session);
    else
        missing(server, asked, session);
}

Story::Asked Story::logInAt(EntityId at, EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::LogIn);
    forward(asked, server);
    absent(server, asked);
    create(at, asked, session);
    apply(at, asked, session, "user", asked.write, WriteId());
    answer(asked, 200, asked.write);
    return asked;
}

Story::Asked Story::readAt(EntityId at, EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::Read, session);
    forward(asked, server);
    load(at, server, asked, session);
    reply(asked);
    return asked;
}

Story::Asked Story::writeAt(EntityId at, EntityId client, EntityId server, const std::string &session,
                            const std::string &attribute)
{
    const Asked asked = ask(client, Operation::Write, session, attribute);
    forward(asked, server);
    load(at, server, asked, session);
    complete(at, asked, session);
    return asked;
}

Story::Asked Story::logOutAt(EntityId at, EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::LogOut, session);
    forward(asked, server);
    load(at, server, asked, session);
    complete(at, asked, session);
    return asked;
}

Story::Asked Story::logIn(EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::LogIn);
    forward(asked, server);
    absent(server, asked);
    create(server, asked, session);
    apply(server, asked, session, "user", asked.write, WriteId());
    answer(asked, 200, asked.write);
    return asked;
}

Story::Asked Story::read(EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::Read, session);
    serve(server, asked, session);
    return asked;
}

Story::Asked Story::write(EntityId client, EntityId server, const std::string &session, const std::string &attribute)
{
    const Asked asked = ask(client, Operation::Write, session, attribute);
    serve(server, asked, session);
    return asked;
}

Story::Asked Story::logOut(EntityId client, EntityId server, const std::string &session)
{
    const Asked asked = ask(client, Operation::LogOut, session);
    serve(server, asked, session);
    return asked;
}

void Story::serve(EntityId server, const Asked &asked, const std::string &session)
{
    forward(asked, server);
    begin(server, asked, session);
    complete(server, asked, session);
}

void Story::begin(EntityId server, const Asked &asked, const std::string &session)
{
    const auto memory = m_memory[server].find(session);
    if (session.empty()) {
        absent(server, asked);
    } else if (memory == m_memory[server].end()) {
        missing(server, asked, session);
    } else {
        m_read[asked.request] = memory->second;
        found(server, asked, session);
    }
}

void Story::finishService(EntityId server, const Asked &asked, const std::string &session)
{
    const Values &read = m_read[asked.request];
    const bool writes = asked.write.isSome();
    if (!read.contains("user") || !writes)
        return;
    const auto base = read.find(asked.attribute);
    apply(server, asked, session, asked.attribute, asked.write, base == read.end() ? WriteId() : base->second.first);
    if (asked.operation == Operation::LogOut)
        end(server, asked, session);
}

void Story::complete(EntityId server, const Asked &asked, const std::string &session)
{
    finishService(server, asked, session);
    reply(asked);
}

void Story::reply(const Asked &asked)
{
    const Values &read = m_read[asked.request];
    Shown shown;
    for (const auto &[attribute, value] : read)
        if (attribute != "user")
            shown.emplace_back(attribute, value.first);
    const auto user = read.find("user");
    if (user == read.end())
        answer(asked, 401, WriteId(), shown);
    else
        answer(asked, 200, user->second.first, shown);
}

void Story::replicate(EntityId from, EntityId to, const std::string &session, const std::string &attribute)
{
    const auto [value, base] = m_memory[from][session][attribute];
    if (!m_memory[to].contains(session)) {
        record(to, RequestId(), SessionCreated {text(session), value.client, CopyRole::Replica});
        m_memory[to][session].clear();
    }
    record(to, RequestId(), WriteApplied {text(session), text(attribute), value, base});
    m_memory[to][session][attribute] = {value, base};
}

bool Story::holds(EntityId server, const std::string &session, const std::string &attribute)
{
    const auto memory = m_memory[server].find(session);
    return memory != m_memory[server].end() && memory->second.contains(attribute);
}

RecordId Story::lastWrite(EntityId holder) const
{
    for (std::uint32_t i = m_timeline.size(); i > 0; --i)
        if (m_timeline[i - 1].entity == holder && std::holds_alternative<WriteApplied>(m_timeline[i - 1].fact))
            return RecordId(i - 1);
    return {};
}

verdict::Verdict Story::verdict(const Asked &asked) const
{
    const verdict::Verdicts all = verdicts();
    const verdict::Verdict *verdict = all.of(asked.request);
    return verdict ? *verdict : verdict::Verdict {};
}

} // namespace sessionarium::tests::dictated
