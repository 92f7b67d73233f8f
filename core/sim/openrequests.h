// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <deque>

namespace sessionarium::sim {

/// The requests of a run and which of them are open: a window as wide as the oldest open one is old. Tells the engine
/// that a time-out has nothing left to stop, without a look at the client whose it is.
class OpenRequests
{
public:
    /// How many were issued; also the number of the next one.
    [[nodiscard]] std::uint32_t issued() const { return m_first + static_cast<std::uint32_t>(m_isOpen.size()); }
    void issue() { m_isOpen.push_back(true); }
    void close(model::RequestId request)
    {
        if (!isOpen(request))
            return;
        m_isOpen[request.value - m_first] = false;
        while (!m_isOpen.empty() && !m_isOpen.front()) {
            m_isOpen.pop_front();
            ++m_first;
        }
    }
    [[nodiscard]] bool isOpen(model::RequestId request) const
    {
        return request.value >= m_first && request.value < issued() && m_isOpen[request.value - m_first];
    }

private:
    std::deque<std::uint8_t> m_isOpen; // from m_first on
    std::uint32_t m_first = 0;
};

} // namespace sessionarium::sim
