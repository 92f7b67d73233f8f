// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/pool.h"
#include "core/verdict/writetree.h"

namespace sessionarium::verdict {

/// What clients may expect to see (E of semantics §4): their acknowledged writes and the values they were shown, since
/// their last acknowledged log-in. One epoch begins with each acknowledged log-in; requests that were issued before
/// it still hold on to the epoch before.
class Expectations
{
public:
    static constexpr std::uint32_t none = Pool<int>::none;

    struct Expected
    {
        WriteNode write;
        model::RecordId acknowledged; ///< The answer within this epoch that acknowledged it.
        model::RecordId shown; ///< The first answer within this epoch that showed it.
        std::uint32_t next = none;

        [[nodiscard]] bool wasAcknowledgedBefore(model::RecordId issued) const
        {
            return acknowledged.isSome() && acknowledged < issued;
        }
        [[nodiscard]] bool wasShownBefore(model::RecordId issued) const { return shown.isSome() && shown < issued; }
    };
    /// All that is expected of one attribute.
    struct Track
    {
        model::StringId attribute;
        WriteNode newest; ///< Contains all of the track; none: they lie on several branches.
        std::uint32_t first = none; ///< Expected, what was learnt last first.
        std::uint32_t next = none;
    };
    struct Epoch
    {
        model::RecordId login; ///< The answer that acknowledged the log-in.
        model::RecordId loginIssued;
        model::StringId session; ///< Where the log-in was applied.
        model::RecordId logOutAnswered; ///< The first answer that said that the client is signed out, to its log-out.
        model::RecordId cookieTaken; ///< The client took its session cookie away itself.
        std::uint32_t firstTrack = none;
        std::uint32_t users = 1; ///< The client, and requests that were issued in it.
    };

    /// Held once, by the caller.
    [[nodiscard]] std::uint32_t begin(model::RecordId login, model::RecordId issued, model::StringId session);
    void hold(std::uint32_t epoch) { ++m_epochs[epoch].users; }
    void release(std::uint32_t epoch);
    [[nodiscard]] Epoch &operator[](std::uint32_t epoch) { return m_epochs[epoch]; }
    [[nodiscard]] const Epoch &operator[](std::uint32_t epoch) const { return m_epochs[epoch]; }

    /// Learn of a write or a value. One that was written off is not expected again.
    void acknowledge(std::uint32_t epoch, model::StringId attribute, WriteNode write, model::RecordId by,
                     const WriteTree &tree);
    void show(std::uint32_t epoch, model::StringId attribute, WriteNode write, model::RecordId by,
              const WriteTree &tree);
    /// Forgets the writes of the track that were written off since.
    void dropLost(std::uint32_t track, const WriteTree &tree);

    [[nodiscard]] const Track &track(std::uint32_t slot) const { return m_tracks[slot]; }
    [[nodiscard]] const Expected &expected(std::uint32_t slot) const { return m_expected[slot]; }

private:
    [[nodiscard]] std::uint32_t trackOf(Epoch &epoch, model::StringId attribute);
    [[nodiscard]] Expected &entry(std::uint32_t epoch, model::StringId attribute, WriteNode write,
                                  const WriteTree &tree);

    Pool<Epoch> m_epochs;
    Pool<Track> m_tracks;
    Pool<Expected> m_expected;
};

} // namespace sessionarium::verdict
