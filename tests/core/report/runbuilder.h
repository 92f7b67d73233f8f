// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <memory>
#include <string_view>

namespace sessionarium::tests {

/// Makes small timelines by hand: two clients, a balancer, two servers with two places each, 20 s. Record by record,
/// as an engine would hand them to a sink.
class RunBuilder
{
public:
    explicit RunBuilder(model::Duration duration = model::seconds(20))
        : m_timeline(std::make_shared<timeline::Timeline>())
    {
        timeline::RunInfo info;
        info.scenario = "by-hand";
        info.policy = "none";
        info.seed = 7;
        info.branch = "main";
        info.duration = duration;
        info.sessionTimeout = model::seconds(1800);
        info.strings = {"minji", "junho", "balancer", "server-1", "server-2", "user", "cart", "JSESSIONID", "act"};
        info.entities = {{"minji", model::EntityType::Client, {"민지", "Minji"}},
                         {"junho", model::EntityType::Client, {"", "Junho"}},
                         {"balancer", model::EntityType::Balancer, {"로드 밸런서", "Load balancer"}},
                         {"server-1", model::EntityType::Server, {"서버 1", "Server 1"}},
                         {"server-2", model::EntityType::Server, {"", ""}}};
        m_timeline->begin(info);
        for (const timeline::EntityInfo &entity : info.entities) {
            model::EntityAdded added;
            added.type = entity.type;
            added.capacity = entity.type == model::EntityType::Server ? 2 : 0;
            added.queueLimit = entity.type == model::EntityType::Server ? 10 : 0;
            add(0, entity.id, added);
        }
    }

    model::RecordId add(std::int64_t atUs, std::string_view entity, model::Fact fact, model::RequestId request = {},
                        model::RecordId cause = {})
    {
        const model::RecordId id(m_timeline->size());
        m_timeline->append(id, timeline::Record {model::SimTime {atUs}, cause, this->entity(entity), request, fact});
        return id;
    }

    /// A server that joins later.
    model::RecordId join(std::int64_t atUs, std::string_view entity, std::uint32_t capacity)
    {
        m_timeline->joinEntity(model::EntityId(static_cast<std::uint32_t>(m_timeline->entities().size())),
                               text(entity));
        model::EntityAdded added;
        added.type = model::EntityType::Server;
        added.capacity = capacity;
        return add(atUs, entity, added);
    }

    /// Intern in the order in which the record will show them.
    model::StringId text(std::string_view text)
    {
        if (const auto known = m_timeline->strings().find(text))
            return *known;
        const model::StringId id(m_timeline->strings().size());
        m_timeline->internString(id, text);
        return id;
    }

    [[nodiscard]] model::EntityId entity(std::string_view id) const { return m_timeline->findEntity(id); }

    model::RecordId send(std::int64_t atUs, std::string_view from, std::string_view to, model::RequestId request,
                         model::MessageKind kind, std::uint32_t transitUs, bool lost = false,
                         model::RecordId cause = {})
    {
        model::Sent sent;
        sent.message = kind;
        sent.to = entity(to);
        sent.transit.us = transitUs;
        sent.lost = lost;
        sent.sizeBytes = kind == model::MessageKind::Request ? 500 : 2000;
        return add(atUs, from, sent, request, cause);
    }

    /// As it is so far.
    [[nodiscard]] timeline::Timeline &timeline() { return *m_timeline; }
    [[nodiscard]] std::uint32_t size() const { return m_timeline->size(); }

    std::shared_ptr<const timeline::Timeline> finish()
    {
        m_timeline->end();
        return m_timeline;
    }

private:
    std::shared_ptr<timeline::Timeline> m_timeline;
};

} // namespace sessionarium::tests
