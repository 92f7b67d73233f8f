// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace sessionarium::verdict {

/// All that the records say of one request.
struct RequestStory
{
    model::EntityId client;
    model::RecordId issued;
    model::RecordId cause;
    model::RequestIssued fact;
    model::RecordId finished;
    std::uint32_t status = 0; ///< 0: without an HTTP answer.
    std::map<model::StringId, model::WriteId> shown;
    model::RecordId firstLookUp; ///< The first record about its session, wherever that was looked up.
    model::RecordId lastLookUp; ///< The last one, of the store where one was asked.

    [[nodiscard]] bool is2xx() const { return finished.isSome() && status >= 200 && status < 300; }
    [[nodiscard]] bool inTime() const { return is2xx() || (finished.isSome() && (status == 401 || status == 302)); }
    [[nodiscard]] bool isRead() const
    {
        return fact.operation != model::Operation::LogIn && fact.operation != model::Operation::LoginPage;
    }
    [[nodiscard]] model::WriteId value(model::StringId attribute) const
    {
        const auto it = shown.find(attribute);
        return it == shown.end() ? model::WriteId() : it->second;
    }
};

/// An answer by which a client came to expect a write.
struct Promise
{
    model::RecordId answer;
    model::StringId attribute;
    bool acknowledges = false;
};

/// A stretch of time in which a place held the write.
struct Stretch
{
    model::EntityId memory; ///< Whose memory the place is; none for all others.
    model::RecordId begin;
    model::RecordId end;
};

/// The definitions of semantics §3 and §4 over the first records of a timeline, for checkProof. Shares nothing with the
/// judge, so that a mistake there does not pass here: plain sets and scans, straight from what is written there.
class Definitions
{
public:
    Definitions(const timeline::Timeline &timeline, std::uint32_t count);

    [[nodiscard]] const RequestStory *request(model::RequestId id) const;
    [[nodiscard]] bool isStranger(const RequestStory &r) const { return r.value(m_user).isNone(); }

    [[nodiscard]] bool contains(model::WriteId value, model::WriteId write) const;
    [[nodiscard]] bool areOnTwoBranches(model::WriteId a, model::WriteId b) const
    {
        return !contains(a, b) && !contains(b, a);
    }
    /// Whether one write on each side of the fork was on its way while the other was.
    [[nodiscard]] bool isConcurrent(model::WriteId missing, model::WriteId value) const;

    /// Every answer since the last log-in that makes the write one of those that the client expects; oldest first.
    [[nodiscard]] std::vector<Promise> promises(const RequestStory &r, model::WriteId write) const;
    [[nodiscard]] bool isEntitled(const RequestStory &r) const;
    /// Since its last log-in the client took its own session cookie away: what it is shown is nobody's or somebody
    /// else's, and nothing of its own is expected there.
    [[nodiscard]] bool gaveItsCookieAway(const RequestStory &r) const;
    /// Whether an earlier answer to anybody showed the write as lost.
    [[nodiscard]] bool isWrittenOff(const RequestStory &r, model::WriteId write, model::StringId attribute) const;
    [[nodiscard]] bool showsOwnWriteSince(const RequestStory &r, model::RecordId moment) const;

    /// Place by place: when it held a value that contains the write.
    [[nodiscard]] std::vector<Stretch> copies(model::WriteId write) const;
    /// By which record the answering server had `value`, or had lost its copy of the write; none: by no record.
    [[nodiscard]] model::RecordId serverGot(const RequestStory &r, model::StringId attribute, model::WriteId value,
                                            const std::vector<Stretch> &copies) const;

private:
    void read(model::RecordId id, const timeline::Record &record);
    void readSessions(model::RecordId id, const timeline::Record &record);
    void readCookies(model::RecordId id, const timeline::Record &record);
    void readRequest(model::RecordId id, const timeline::Record &record, RequestStory &story) const;

    /// The value and all that it was based on, newest first.
    [[nodiscard]] std::vector<model::WriteId> lineage(model::WriteId value) const;
    /// The client's last log-in that was acknowledged before the request; null if there was none.
    [[nodiscard]] const RequestStory *logIn(const RequestStory &r) const;
    /// Where its write was applied first.
    [[nodiscard]] model::StringId sessionOf(const RequestStory &logIn) const;
    /// Every id that the session had by then (B-7), itself included.
    [[nodiscard]] std::set<model::StringId> idsOf(model::StringId session, model::RecordId before) const;
    /// Whether the session of the log-in had been idle for its time-out when it was looked up for the request.
    [[nodiscard]] bool cameTooLate(const RequestStory &r, const RequestStory &logIn) const;
    [[nodiscard]] bool isBefore(model::WriteId one, model::WriteId other) const;
    [[nodiscard]] bool isCausedBy(const timeline::Record &record, model::ActionKind verb) const;
    [[nodiscard]] bool isAtStore(model::RecordId id) const;

    const timeline::Timeline &m_timeline;
    std::uint32_t m_count;
    model::StringId m_user;
    std::map<model::RequestId, RequestStory> m_requests;
    std::map<model::WriteId, model::WriteId> m_base;
    std::map<model::WriteId, model::StringId> m_home;
    std::map<model::WriteId, model::RecordId> m_issued;
    std::map<model::WriteId, model::RecordId> m_acknowledged;
    std::set<model::WriteId> m_logOuts;
    std::vector<std::pair<model::RecordId, model::StringId>> m_served;
    std::vector<std::pair<model::RecordId, model::StringId>> m_revoked;
    std::vector<std::tuple<model::RecordId, model::StringId, model::StringId>> m_renamed;
    /// When a client deleted its session cookie (none), or copied the one of a session into its jar.
    std::vector<std::tuple<model::RecordId, model::EntityId, model::StringId>> m_cookiesTaken;
};

} // namespace sessionarium::verdict
