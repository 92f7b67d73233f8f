// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/message.h"

#include <cstdint>

namespace sessionarium::protocol {

/// What a request asks of a server.
struct SessionRequest
{
    model::RequestId request;
    model::EntityId client;
    model::Operation operation = model::Operation::Read;
    model::WriteId write;
    model::StringId attribute;
    model::StringId presented; ///< The session id of the request's cookie.
};

/// What a server does with sessions for one request: at the start of service it reads, at the end it writes
/// (semantics §3).
struct SessionJob : SessionRequest
{
    explicit SessionJob(const SessionRequest &asked) : SessionRequest(asked) { }

    model::StringId session; ///< The session it works with; none: a stranger's.
    Attributes read; ///< Its attributes as they were at the start.

    /// What the manager says in the answer; the server writes it when the job is done.
    struct Response
    {
        std::uint32_t status = 0;
        Attributes shown;
        model::StringId setSession; ///< Set-Cookie; none: no such header.
    };
    Response response;

    bool tookOver = false; ///< The copy was not the one in charge before this request.
    std::uint32_t awaited = 0; ///< For a manager that waits for others: how many have not confirmed yet.
    bool isLoading = false; ///< For a manager that loads: it waits for the reply to that.
    bool hasFailed = false; ///< For a manager that loads: it could not, and the response is an error.
    bool isSaving = false; ///< For a manager that saves: it waits for the reply to that.
};

/// How far a job got with one step.
enum class Progress : std::uint8_t {
    Done, ///< The step is complete.
    HoldsPlace, ///< It waits for somebody and keeps its place among those that the server serves at once.
    Waits ///< It waits for somebody, and others may be served meanwhile.
};

} // namespace sessionarium::protocol
