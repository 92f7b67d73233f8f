// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plainkernel.h"

#include "core/model/random.h"

#include <deque>
#include <functional>
#include <queue>
#include <vector>

namespace sessionarium::tests::bench {

namespace {

constexpr std::int64_t hopUs = 500;
constexpr std::int64_t serviceUs = 3000;

class PlainKernel
{
public:
    PlainKernel(std::uint32_t clients, std::uint32_t requests)
        : m_wanted(requests), m_random(1, model::Purpose::Network, model::EntityId(0)), m_servers(4)
    {
        for (std::uint32_t client = 0; client < clients; ++client)
            think(client);
    }

    PlainTotals run()
    {
        while (!m_queue.empty() && m_totals.requests < m_wanted) {
            Event event = m_queue.top();
            m_queue.pop();
            m_now = event.at;
            ++m_totals.events;
            event.action();
        }
        m_totals.checksum = static_cast<std::uint64_t>(m_now);
        return m_totals;
    }

private:
    struct Event
    {
        std::int64_t at;
        std::uint64_t sequence;
        std::function<void()> action;
        bool operator<(const Event &other) const { return at != other.at ? at > other.at : sequence > other.sequence; }
    };
    struct Server
    {
        std::deque<std::uint32_t> waiting;
        bool busy = false;
    };

    void after(std::int64_t delay, std::function<void()> action)
    {
        m_queue.push(Event {m_now + delay, m_sequence++, std::move(action)});
    }

    void think(std::uint32_t client)
    {
        after(500000 + static_cast<std::int64_t>(m_random.below(1000000)), [this, client] { send(client); });
    }

    void send(std::uint32_t client)
    {
        after(hopUs, [this, client] { balance(client); });
    }

    void balance(std::uint32_t client)
    {
        const std::size_t server = m_next++ % m_servers.size();
        after(hopUs, [this, client, server] { arrive(client, server); });
    }

    void arrive(std::uint32_t client, std::size_t server)
    {
        if (m_servers[server].busy)
            m_servers[server].waiting.push_back(client);
        else
            serve(client, server);
    }

    void serve(std::uint32_t client, std::size_t server)
    {
        m_servers[server].busy = true;
        after(serviceUs, [this, client, server] { served(client, server); });
    }

    void served(std::uint32_t client, std::size_t server)
    {
        after(hopUs, [this, client] { after(hopUs, [this, client] { answered(client); }); });
        Server &place = m_servers[server];
        place.busy = false;
        if (!place.waiting.empty()) {
            const std::uint32_t next = place.waiting.front();
            place.waiting.pop_front();
            serve(next, server);
        }
    }

    void answered(std::uint32_t client)
    {
        ++m_totals.requests;
        think(client);
    }

    std::priority_queue<Event> m_queue;
    std::int64_t m_now = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_next = 0;
    std::uint32_t m_wanted;
    model::Random m_random;
    std::vector<Server> m_servers;
    PlainTotals m_totals;
};

} // namespace

PlainTotals runPlainKernel(std::uint32_t clients, std::uint32_t requests)
{
    PlainKernel kernel(clients, requests);
    return kernel.run();
}

} // namespace sessionarium::tests::bench
