// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"
#include "core/verdict/placechanges.h"
#include "core/verdict/pool.h"
#include "core/verdict/writetree.h"

#include <deque>
#include <optional>
#include <vector>

namespace sessionarium::verdict {

/// Where values are at one moment of a run (semantics §3): every place from which one can return without the client
/// writing it again. A place is one attribute of one session with one holder; what each record does to places says
/// PlaceChanges.
class Copies
{
public:
    /// The holder now has an empty session under this id.
    void beginSession(Holder holder, model::StringId session);
    /// The holder's value of the attribute is now `value`.
    void set(Holder holder, model::StringId session, model::StringId attribute, WriteNode value, model::RecordId by,
             const WriteTree &tree);
    /// The holder drops the session. A log-out that it applied stays on record: the session itself can not return.
    void end(Holder holder, model::StringId session, const WriteTree &tree);
    /// The holder loses everything at once.
    void loseAll(Holder holder, model::RecordId by);
    /// What `to` has of the session is now what `from` has.
    void copySession(model::StringId session, Holder from, Holder to, model::RecordId by);
    void rename(Holder holder, model::StringId session, model::StringId newSession);
    /// What `from` has of the session (of one attribute, or of all) is now also with `to`, under the name `by`.
    void collect(model::StringId session, model::StringId attribute, Holder from, Holder to, model::RecordId by);
    /// What has that name is now also with `to`, under the name `by`.
    void carry(model::StringId session, model::RecordId name, Holder to, model::RecordId by);
    void drop(model::StringId session, model::RecordId name);
    /// Likewise of all sessions: for whole memories, which are sent where somebody starts.
    void collectAll(Holder from, Holder to, model::RecordId by);
    void dropAll(model::RecordId name);

    /// Whether a value that contains the write is left anywhere.
    [[nodiscard]] bool exist(WriteNode write, const WriteTree &tree) const;

    // What concerns a session as such, under whatever id it goes (B-7), whoever holds it.
    /// It was made or found for a request: its idle clock starts anew (B-8).
    void serve(model::StringId session, model::SimTime at);
    [[nodiscard]] std::optional<model::SimTime> lastServed(model::StringId session) const;
    /// An operator ended it.
    void revoke(model::StringId session, model::RecordId by);
    /// The newest record by which one did; none: nobody did.
    [[nodiscard]] model::RecordId revoked(model::StringId session) const;
    [[nodiscard]] bool areOne(model::StringId a, model::StringId b) const;

private:
    static constexpr std::uint32_t none = Pool<int>::none;
    struct Session
    {
        model::SimTime lastServed {-1}; ///< Below zero: never. At the root only.
        model::RecordId revoked; ///< At the root only.
        std::uint32_t root = none; ///< Ids that were changed into each other lead to one.
        std::uint32_t firstPlace = none;
        /// Sessions into which one write came are a ring: a value may return from any of them.
        std::uint32_t nextOfFamily = none;
    };
    struct Place
    {
        Holder holder;
        model::StringId attribute;
        WriteNode value;
        model::RecordId madeBy;
        std::uint32_t next : 31;
        std::uint32_t isLogOutOnRecord : 1;
    };
    static constexpr std::uint32_t noPlace = 0x7FFFFFFFu;

    [[nodiscard]] std::uint32_t sessionSlot(model::StringId session);
    [[nodiscard]] std::uint32_t findSession(model::StringId session) const;
    void joinFamilies(std::uint32_t a, std::uint32_t b);
    void joinIds(std::uint32_t a, std::uint32_t b);
    [[nodiscard]] std::uint32_t rootOf(std::uint32_t slot) const;
    [[nodiscard]] bool isGone(const Place &place) const;
    template <class Pick>
    [[nodiscard]] std::vector<Place> pick(std::uint32_t slot, const Pick &isWanted) const;
    void collect(std::uint32_t slot, model::StringId attribute, Holder from, Holder to, model::RecordId by);
    void drop(std::uint32_t slot, model::RecordId name);
    void add(std::uint32_t slot, Place place);
    template <class Keep>
    void removePlaces(Session &session, Keep keep);

    std::vector<std::uint32_t> m_slotOfSession; // by string
    std::deque<Session> m_sessions;
    Pool<Place> m_places;
    std::vector<model::RecordId> m_lostAll; // by holder: the record by which it last lost everything
};

} // namespace sessionarium::verdict
