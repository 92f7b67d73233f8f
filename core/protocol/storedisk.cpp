// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/storedisk.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

std::vector<SessionImage> sorted(const StoredSessions &sessions)
{
    std::vector<SessionImage> images;
    images.reserve(sessions.size());
    for (const auto &[id, image] : sessions)
        images.push_back(image);
    std::sort(images.begin(), images.end(),
              [](const SessionImage &a, const SessionImage &b) { return a.session < b.session; });
    return images;
}

StoreDisk::StoreDisk(const StoreSpec &spec) : m_persistence(spec.persistence), m_savePoints(spec.savePoints)
{
    if (m_savePoints.empty())
        m_savePoints = {{seconds(3600), 1}, {seconds(300), 100}, {seconds(60), 10000}};
}

void StoreDisk::changed(StringId session, std::uint32_t changes)
{
    m_changes += changes;
    switch (m_persistence) {
    case Persistence::Snapshots:
    case Persistence::LogNever:
    case Persistence::LogEverySecond:
        m_dirty.insert(session);
        break;
    default:
        break; // nothing outlives it, or everything does
    }
}

bool StoreDisk::isSnapshotDue(SimTime now) const
{
    return std::any_of(m_savePoints.begin(), m_savePoints.end(), [&](const SavePoint &point) {
        return now - m_writtenAt > point.after && m_changes >= point.changes;
    });
}

void StoreDisk::write(const StoredSessions &memory, SimTime now)
{
    for (const StringId session : m_dirty) {
        const auto held = memory.find(session.value);
        if (held == memory.end())
            m_written.erase(session.value);
        else
            m_written.insert_or_assign(session.value, held->second);
    }
    m_dirty.clear();
    m_changes = 0;
    m_writtenAt = now;
}

StoredSessions StoreDisk::afterKill(const StoredSessions &memory) const
{
    switch (m_persistence) {
    case Persistence::None:
        return {};
    case Persistence::Snapshots:
        return m_written;
    default:
        return memory; // what was appended to the log is with the kernel
    }
}

StoredSessions StoreDisk::afterPowerLoss(const StoredSessions &memory) const
{
    switch (m_persistence) {
    case Persistence::LogAlways:
    case Persistence::Disk:
        return memory;
    case Persistence::None:
        return {};
    default:
        return m_written;
    }
}

void StoreDisk::recovered(const StoredSessions &sessions, SimTime now)
{
    m_dirty.clear();
    m_changes = 0;
    m_writtenAt = now;
    m_written = m_persistence == Persistence::None ? StoredSessions() : sessions;
}

} // namespace sessionarium::protocol
