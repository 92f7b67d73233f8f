// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/expectations.h"

namespace sessionarium::verdict {

using model::RecordId;
using model::StringId;

std::uint32_t Expectations::begin(RecordId login, RecordId issued, StringId session)
{
    Epoch epoch;
    epoch.login = login;
    epoch.loginIssued = issued;
    epoch.session = session;
    return m_epochs.add(epoch);
}

void Expectations::release(std::uint32_t epoch)
{
    if (--m_epochs[epoch].users > 0)
        return;
    for (std::uint32_t track = m_epochs[epoch].firstTrack; track != none;) {
        for (std::uint32_t expected = m_tracks[track].first; expected != none;) {
            const std::uint32_t next = m_expected[expected].next;
            m_expected.release(expected);
            expected = next;
        }
        const std::uint32_t next = m_tracks[track].next;
        m_tracks.release(track);
        track = next;
    }
    m_epochs.release(epoch);
}

std::uint32_t Expectations::trackOf(Epoch &epoch, StringId attribute)
{
    for (std::uint32_t track = epoch.firstTrack; track != none; track = m_tracks[track].next)
        if (m_tracks[track].attribute == attribute)
            return track;
    Track track;
    track.attribute = attribute;
    track.next = epoch.firstTrack;
    epoch.firstTrack = m_tracks.add(track);
    return epoch.firstTrack;
}

Expectations::Expected &Expectations::entry(std::uint32_t epoch, StringId attribute, WriteNode write,
                                            const WriteTree &tree)
{
    Track &track = m_tracks[trackOf(m_epochs[epoch], attribute)];
    // A value that goes on from the newest one can not stand in the list yet: it contains all that does.
    const bool isNext = track.newest.isSome() && track.newest != write && tree.contains(write, track.newest);
    if (!isNext)
        for (std::uint32_t slot = track.first; slot != none; slot = m_expected[slot].next)
            if (m_expected[slot].write == write)
                return m_expected[slot];

    if (isNext || track.first == none)
        track.newest = write;
    else if (track.newest.isSome() && !tree.contains(track.newest, write))
        track.newest = WriteNode();
    Expected expected;
    expected.write = write;
    expected.next = track.first;
    track.first = m_expected.add(expected);
    return m_expected[track.first];
}

void Expectations::acknowledge(std::uint32_t epoch, StringId attribute, WriteNode write, RecordId by,
                               const WriteTree &tree)
{
    if (tree[write].isLost)
        return;
    Expected &expected = entry(epoch, attribute, write, tree);
    if (expected.acknowledged.isNone())
        expected.acknowledged = by;
}

void Expectations::show(std::uint32_t epoch, StringId attribute, WriteNode write, RecordId by, const WriteTree &tree)
{
    if (tree[write].isLost)
        return;
    Expected &expected = entry(epoch, attribute, write, tree);
    if (expected.shown.isNone())
        expected.shown = by;
}

void Expectations::dropLost(std::uint32_t trackSlot, const WriteTree &tree)
{
    Track &track = m_tracks[trackSlot];
    std::uint32_t *link = &track.first;
    while (*link != none) {
        const std::uint32_t slot = *link;
        Expected &expected = m_expected[slot];
        if (tree[expected.write].isLost) {
            *link = expected.next;
            m_expected.release(slot);
        } else {
            link = &expected.next;
        }
    }

    track.newest = track.first == none ? WriteNode() : m_expected[track.first].write;
    for (std::uint32_t slot = track.first; slot != none; slot = m_expected[slot].next)
        if (tree.contains(m_expected[slot].write, track.newest))
            track.newest = m_expected[slot].write;
    for (std::uint32_t slot = track.first; slot != none; slot = m_expected[slot].next)
        if (!tree.contains(track.newest, m_expected[slot].write))
            track.newest = WriteNode();
}

} // namespace sessionarium::verdict
