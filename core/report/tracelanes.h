// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sessionarium::report {

/// The threads of a trace: the first of each lane stands under the lane's own number, what runs in parallel gets more
/// of them. A thread has at most one slice open, so that begin and end can never be mixed up.
class TraceLanes
{
public:
    enum class Slice : std::uint32_t { Request, Service, Down };
    struct Open
    {
        Slice slice = Slice::Request;
        model::RequestId request; ///< None: of a down time.
        model::RecordId openedBy;
        std::string_view category; ///< Both outlive this.
        std::string_view name;
    };
    struct Place
    {
        std::uint32_t thread = 0;
        std::uint32_t lane = 0;
        std::uint32_t slot = 0; ///< From 0; the lane's own thread.
        bool isNew = false; ///< The thread was not there before.
    };

    /// Threads 1 … lanes are the lanes' own.
    explicit TraceLanes(std::uint32_t lanes) : m_threads(lanes), m_next(lanes + 1)
    {
        for (std::uint32_t lane = 0; lane < lanes; ++lane)
            m_threads[lane].push_back(Thread {lane + 1, std::nullopt});
    }

    Place open(std::uint32_t lane, const Open &slice)
    {
        std::vector<Thread> &threads = m_threads[lane];
        std::uint32_t slot = 0;
        while (slot < threads.size() && threads[slot].open)
            ++slot;
        const bool isNew = slot == threads.size();
        if (isNew)
            threads.push_back(Thread {m_next++, std::nullopt});
        threads[slot].open = slice;
        return Place {threads[slot].number, lane, slot, isNew};
    }

    /// Closes what is open on the lane, was opened before the record, and `matches`; calls `closed` with each thread.
    template <class Matches, class Closed>
    void close(std::uint32_t lane, model::RecordId by, const Matches &matches, const Closed &closed)
    {
        for (Thread &thread : m_threads[lane]) {
            if (!thread.open || !(thread.open->openedBy < by) || !matches(*thread.open))
                continue;
            const Open slice = *thread.open;
            thread.open.reset();
            closed(thread.number, slice);
        }
    }

private:
    struct Thread
    {
        std::uint32_t number = 0;
        std::optional<Open> open;
    };
    std::vector<std::vector<Thread>> m_threads; // by lane
    std::uint32_t m_next = 1;
};

} // namespace sessionarium::report
