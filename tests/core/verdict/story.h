// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "core/verdict/judge.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sessionarium::tests::dictated {

/// Two clients, a balancer and three servers, whose records a test dictates. The small steps write one record each;
/// the large ones write what a server would, out of the memory that the story keeps for it.
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

    explicit Story(model::Duration sessionTimeout = model::seconds(1800));

    const model::EntityId minji {0};
    const model::EntityId junho {1};
    const model::EntityId balancer {2};
    const model::EntityId s1 {3};
    const model::EntityId s2 {4};
    const model::EntityId s3 {5};

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
    /// The end of service and the answer, 200 unless told otherwise.
    void complete(model::EntityId server, const Asked &asked, const std::string &session);
    /// The end of service, without an answer.
    void finishService(model::EntityId server, const Asked &asked, const std::string &session);
    /// `to` takes over the value that `from` has.
    void replicate(model::EntityId from, model::EntityId to, const std::string &session, const std::string &attribute);

    /// Whether the server has a value of the attribute.
    bool holds(model::EntityId server, const std::string &session, const std::string &attribute);

    const timeline::Timeline &timeline() const { return m_timeline; }
    timeline::Timeline &timeline() { return m_timeline; }
    verdict::Verdicts verdicts() const { return verdict::judge(m_timeline); }
    verdict::Verdict verdict(const Asked &asked) const;
    model::RecordId last() const { return model::RecordId(m_timeline.size() - 1); }

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
    using Values = std::map<std::string, std::pair<model::WriteId, model::WriteId>>; // attribute → value, base
    using Sessions = std::map<std::string, Values>;

    timeline::Timeline m_timeline;
    model::SimTime m_now;
    std::uint32_t m_requests = 0;
    std::map<model::EntityId, std::uint32_t> m_counters;
    std::map<model::EntityId, Sessions> m_memory;
    std::map<model::RequestId, Values> m_read;
};

} // namespace sessionarium::tests::dictated
