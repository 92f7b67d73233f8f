// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/record.h"
#include "core/timeline/runinfo.h"
#include "core/verdict/copies.h"
#include "core/verdict/expectations.h"
#include "core/verdict/verdict.h"
#include "core/verdict/writetree.h"

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sessionarium::verdict {

/// One write that an answer lacks although its client knows of it: what a proof starts from.
struct Finding
{
    model::WriteId missing;
    model::StringId attribute;
    model::WriteId shown; ///< The value of the attribute in the answer; none: empty.
    model::RecordId acknowledged; ///< The answer that acknowledged the write, if one came before the request.
    model::RecordId firstShown; ///< The first answer that showed it, if one came before the request.
    model::WriteId competing; ///< Lost: the first write on the other branch.
    GuaranteeSet broken;
};

/// The rules of semantics §4 over a growing run. A value. `Judge` wraps it as a sink.
class Judgement
{
public:
    void begin(const timeline::RunInfo &info);
    void learnString(model::StringId id, std::string_view text);
    /// Requires: ids ascend; records that concern neither the clients nor the sessions of interest may be left out.
    void append(model::RecordId id, const timeline::Record &record);

    [[nodiscard]] const std::vector<Verdict> &verdicts() const { return m_verdicts; }
    [[nodiscard]] std::uint32_t unfinished() const { return static_cast<std::uint32_t>(m_open.size()); }

    /// Keeps what the answer to this request is found to lack.
    void watch(model::RequestId request) { m_watched = request; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }

private:
    /// What is known of a request until it finishes.
    struct OpenRequest
    {
        model::RequestId id;
        model::EntityId client;
        model::RecordId issued;
        model::SimTime issuedAt;
        model::Operation operation = model::Operation::Read;
        model::StringId attribute;
        WriteNode write;
        std::uint32_t epoch = Expectations::none; ///< The client's at the moment of issue.
        bool hidesItsSession = false; ///< By an action of the client's own: an unknown id, or none.
        bool wasRevoked = false; ///< An operator had ended the session when the request was issued.
        bool wasServed = false;
        bool cameTooLate = false; ///< The session had been idle for its time-out when the server looked it up.
        bool neededRetry = false;
        std::vector<std::pair<model::StringId, model::WriteId>> shown; ///< Attributes other than `user`.
    };
    /// Of a client between its requests.
    struct ClientState
    {
        std::uint32_t epoch = Expectations::none; ///< None before its first acknowledged log-in.
        model::RecordId logOutIssued; ///< Its newest log-out,
        model::RecordId logOutIssuedBefore; ///< and the one before.
    };
    /// One answer, as values.
    struct Answer
    {
        model::RecordId id;
        std::uint32_t status = 0;
        std::vector<std::pair<model::StringId, WriteNode>> shown; ///< With `user`; what is absent is empty.
        bool isStranger = true; ///< It shows nobody signed in.

        [[nodiscard]] WriteNode value(model::StringId attribute) const;
    };

    // One for each kind that tells something.
    template <class F>
    void take(model::RecordId, const timeline::Record &, const F &)
    {
    }
    void take(model::RecordId, const timeline::Record &, const model::ActionTaken &);
    void take(model::RecordId, const timeline::Record &, const model::RequestIssued &);
    void take(model::RecordId, const timeline::Record &, const model::CookieDeleted &);
    void take(model::RecordId, const timeline::Record &, const model::ConnectFailed &);
    void take(model::RecordId, const timeline::Record &, const model::CookieAbsent &);
    void take(model::RecordId, const timeline::Record &, const model::SessionMissing &);
    void take(model::RecordId, const timeline::Record &, const model::SessionFound &);
    void take(model::RecordId, const timeline::Record &, const model::SessionCreated &);
    void take(model::RecordId, const timeline::Record &, const model::SessionEnded &);
    void take(model::RecordId, const timeline::Record &, const model::CookieStored &);
    void take(model::RecordId, const timeline::Record &, const model::AttributeShown &);
    void take(model::RecordId, const timeline::Record &, const model::Answered &);
    void take(model::RecordId, const timeline::Record &, const model::Failed &);

    struct PlaceListener;

    [[nodiscard]] ClientState &client(model::EntityId id);
    [[nodiscard]] bool isRevoked(const Expectations::Epoch &epoch) const;
    void loseCookie(std::uint32_t epoch, model::RecordId by);
    [[nodiscard]] OpenRequest *find(model::RequestId id);
    /// Whether the record is an action of that kind, of those that concern cookies.
    [[nodiscard]] bool isBy(model::RecordId cause, model::ActionKind verb) const;
    void lookUp(const timeline::Record &record);
    void refuse(OpenRequest &request, model::RecordId id, const timeline::Record &record);
    void finish(OpenRequest &request, model::RecordId id, const timeline::Record &record, Verdict verdict);

    [[nodiscard]] bool isEntitled(const OpenRequest &request) const;
    void compare(const OpenRequest &request, const Answer &answer, Verdict &verdict);
    void compareTrack(const OpenRequest &request, const Answer &answer, std::uint32_t slot, Verdict &verdict);
    [[nodiscard]] GuaranteeSet brokenBy(const OpenRequest &request, const Answer &answer,
                                        const Expectations::Expected &expected) const;
    [[nodiscard]] bool showsOwnWriteAfter(model::EntityId client, const Answer &answer, model::RecordId moment) const;
    void learn(const OpenRequest &request, const Answer &answer);

    model::Duration m_sessionTimeout;
    model::StringId m_user;
    model::StringId m_sessionCookie;
    WriteTree m_tree;
    Copies m_copies;
    PlaceChanges m_places;
    Expectations m_expectations;
    std::vector<ClientState> m_clients; // by entity; those that are no clients stay as they are
    std::unordered_map<std::uint32_t, OpenRequest> m_open; // by request; looked up only
    std::vector<std::pair<model::RecordId, model::ActionKind>> m_cookieActions; // ascending
    std::vector<Verdict> m_verdicts;
    model::RequestId m_watched;
    std::vector<Finding> m_findings;
};

} // namespace sessionarium::verdict
