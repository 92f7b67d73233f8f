// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sessionarium::tests::dictated {

/// Two clients, a balancer, three servers, a store and its replica, whose records a test dictates. The small steps
/// write one record each; the large ones write what a server would, out of the memory that the story keeps for it.
class Story
{
public:
    struct Asked
    {
        model::RequestId request;
        model::EntityId client;
        model::Operation operation = model::Operation::Read;
        std::string attribute;
        model::WriteId write;
    };
    using Shown = std::vector<std::pair<std::string, model::WriteId>>;

    explicit Story(model::Duration sessionTimeout = model::seconds(1800),
                   model::Persistence persistence = model::Persistence::None);

    const model::EntityId minji {0};
    const model::EntityId junho {1};
    const model::EntityId balancer {2};
    const model::EntityId s1 {3};
    const model::EntityId s2 {4};
    const model::EntityId s3 {5};
    const model::EntityId store {6};
    const model::EntityId second {7}; ///< The store's replica.

    /// Time goes on; each record takes a microsecond besides.
    void pass(model::Duration span) { m_now = m_now + span; }

    // Small steps.
    Asked ask(model::EntityId client, model::Operation operation, const std::string &session = {},
              const std::string &attribute = {}, model::RecordId cause = {});
    void forward(const Asked &asked, model::EntityId server);
    void absent(model::EntityId server, const Asked &asked);
    void found(model::EntityId server, const Asked &asked, const std::string &session);
    void missing(model::EntityId server, const Asked &asked, const std::string &session);
    void expired(model::EntityId server, const Asked &asked, const std::string &session);
    void create(model::EntityId server, const Asked &asked, const std::string &session);
    void apply(model::EntityId server, const Asked &asked, const std::string &session, const std::string &attribute,
               model::WriteId write, model::WriteId base);
    void end(model::EntityId server, const Asked &asked, const std::string &session);
    void connectFailed(const Asked &asked, model::EntityId server);
    model::RecordId answer(const Asked &asked, std::uint32_t status, model::WriteId user = {}, const Shown &shown = {});
    void fail(const Asked &asked, model::FailReason reason = model::FailReason::TimedOut);
    void crash(model::EntityId server);
    model::RecordId act(model::EntityId entity, model::ActionKind verb);
    void deleteCookie(model::EntityId client, std::string_view cookie, model::RecordId cause);
    void storeCookie(model::EntityId client, std::string_view cookie, const std::string &value, model::RecordId cause);
    /// What a holder has from elsewhere. The first empties the copy, the second leaves what else it has.
    void setCopy(model::EntityId holder, const std::string &session, model::RecordId cause);
    void setValue(model::EntityId holder, const std::string &session, const std::string &attribute,
                  model::WriteId value, model::RecordId cause);
    void touch(model::EntityId holder, const std::string &session, model::RecordId cause);
    void rename(model::EntityId holder, const Asked &asked, const std::string &session, const std::string &newSession,
                model::RecordId cause = {});
    void drop(model::EntityId holder, const std::string &session, model::SessionEnd reason, model::RecordId cause);
    model::RecordId queue(model::EntityId holder, model::MessageKind kind, const std::string &session,
                          model::RecordId cause = {});
    model::RecordId send(model::EntityId from, model::EntityId to, model::MessageKind kind, model::RecordId cause,
                         bool lost = false);
    model::RecordId deliver(model::EntityId to, model::MessageKind kind, model::RecordId cause);
    void drop(model::EntityId to, model::MessageKind kind, model::DropReason reason, model::RecordId cause);
    /// The process, or its host, is gone with its memory. `crash` likewise.
    void powerOff(model::EntityId holder);
    model::RecordId restart(model::EntityId holder, bool starting = false);

    // Large steps.
    Asked logIn(model::EntityId client, model::EntityId server, const std::string &session);
    Asked read(model::EntityId client, model::EntityId server, const std::string &session);
    Asked write(model::EntityId client, model::EntityId server, const std::string &session,
                const std::string &attribute = "cart");
    Asked logOut(model::EntityId client, model::EntityId server, const std::string &session);
    /// From look-up to answer, for a request that was asked already. A stranger gets 401.
    void serve(model::EntityId server, const Asked &asked, const std::string &session);
    /// Only the start of service: what is read now is what the answer will show.
    void begin(model::EntityId server, const Asked &asked, const std::string &session);
    /// The answer, of what was read.
    void reply(const Asked &asked);
    /// The end of service and the answer, 200 unless told otherwise.
    void complete(model::EntityId server, const Asked &asked, const std::string &session);
    /// The end of service, without an answer.
    void finishService(model::EntityId server, const Asked &asked, const std::string &session);
    /// `to` takes over the value that `from` has.
    void replicate(model::EntityId from, model::EntityId to, const std::string &session, const std::string &attribute);

    // With a store, where `at` keeps the sessions.
    Asked logInAt(model::EntityId at, model::EntityId client, model::EntityId server, const std::string &session);
    Asked readAt(model::EntityId at, model::EntityId client, model::EntityId server, const std::string &session);
    Asked writeAt(model::EntityId at, model::EntityId client, model::EntityId server, const std::string &session,
                  const std::string &attribute = "cart");
    Asked logOutAt(model::EntityId at, model::EntityId client, model::EntityId server, const std::string &session);
    /// The look-up at the store, and what the server makes of its reply.
    void load(model::EntityId at, model::EntityId server, const Asked &asked, const std::string &session);

    using Values = std::map<std::string, std::pair<model::WriteId, model::WriteId>>; // attribute → value, base
    using Sessions = std::map<std::string, Values>;
    /// What the holder has in memory.
    const Sessions &memory(model::EntityId holder) { return m_memory[holder]; }
    /// It has all that again: whole copies, with one cause.
    void restore(model::EntityId holder, const Sessions &sessions, model::RecordId cause);

    /// Whether the server has a value of the attribute.
    bool holds(model::EntityId server, const std::string &session, const std::string &attribute);

    const timeline::Timeline &timeline() const { return m_timeline; }
    timeline::Timeline &timeline() { return m_timeline; }
    verdict::Verdicts verdicts() const { return verdict::judge(m_timeline); }
    verdict::Verdict verdict(const Asked &asked) const;
    model::RecordId last() const { return model::RecordId(m_timeline.size() - 1); }
    /// The newest write that the holder applied.
    model::RecordId lastWrite(model::EntityId holder) const;

    template <class F>
    model::RecordId record(model::EntityId entity, model::RequestId request, const F &fact, model::RecordId cause = {})
    {
        const model::RecordId id(m_timeline.size());
        m_timeline.append(id, timeline::Record {m_now, cause, entity, request, fact});
        m_now = m_now + model::microseconds(1);
        return id;
    }
    model::StringId text(const std::string &text);

private:
    timeline::Timeline m_timeline;
    model::SimTime m_now;
    std::uint32_t m_requests = 0;
    std::map<model::EntityId, std::uint32_t> m_counters;
    std::map<model::EntityId, Sessions> m_memory;
    std::map<model::RequestId, Values> m_read;
};

} // namespace sessionarium::tests::dictated
