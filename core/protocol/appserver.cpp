// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/appserver.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

AppServer::AppServer(EntityId entity, const ServerSpec &spec, const SessionsSpec &sessions,
                     const ApplicationSpec &application, const KnownStrings &strings)
    : m_entity(entity),
      m_capacity(spec.capacity),
      m_queueLimit(spec.queueLimit),
      m_serviceTime(spec.serviceTime),
      m_sessions(sessions, application, strings)
{
}

void AppServer::handle(const Input &input, Context &context)
{
    if (const auto *arrived = std::get_if<Arrived>(&input)) {
        take(*arrived->message, context);
    } else if (const auto *timer = std::get_if<TimerFired>(&input)) {
        if (timer->token == m_epoch) // a timer of an earlier life says nothing
            finish(timer->request, context);
    } else if (const auto *acted = std::get_if<Acted>(&input)) {
        if (acted->verb == ActionKind::Crash)
            crash(*acted, context);
        else if (acted->verb == ActionKind::Restart)
            restart(*acted, context);
        else
            context.out.emit(NotApplicable {acted->action, acted->verb});
    }
}

void AppServer::crash(const Acted &input, Context &context)
{
    if (!m_running) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    context.out.emit(ActionTaken {input.action, input.verb});
    context.out.emit(Crashed {});
    // H-14: the kernel closes the dead process's connections; who waits on one learns it.
    for (const Work &work : m_inService)
        context.out.add(ResetConnection {work.peer, work.connection, work.job.request});
    for (const Work &work : m_queue)
        context.out.add(ResetConnection {work.peer, work.connection, work.job.request});
    m_inService.clear();
    m_queue.clear();
    m_sessions.clear();
    m_running = false;
}

void AppServer::restart(const Acted &input, Context &context)
{
    if (m_running) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    context.out.emit(ActionTaken {input.action, input.verb});
    context.out.emit(Restarted {});
    m_running = true;
    ++m_epoch;
}

void AppServer::take(const Message &request, Context &context)
{
    if (!m_running || request.epoch != m_epoch) {
        const DropReason reason = m_running ? DropReason::ConnectionGone : DropReason::ProcessDown;
        context.out.emit(Dropped {request.kind, reason}, request.request);
        context.out.add(ResetConnection {request.from, request.connection, request.request});
        return;
    }
    Work work;
    work.job = SessionJob {
        request.request, request.client, request.operation, request.write, request.attribute, request.session, {}, {}};
    work.peer = request.from;
    work.connection = request.connection;
    if (m_inService.size() < m_capacity) {
        start(work, context);
    } else if (m_queue.size() < m_queueLimit) {
        m_queue.push_back(work);
        context.out.emit(RequestQueued {static_cast<std::uint32_t>(m_queue.size())}, request.request);
    } else {
        Message response = answerTo(work);
        response.status = 503;
        context.out.emit(Rejected {response.status, RejectReason::QueueFull}, request.request);
        context.out.send() = response;
    }
}

void AppServer::start(Work work, Context &context)
{
    context.out.emit(ServiceStarted {}, work.job.request);
    m_sessions.begin(work.job, context);
    context.out.add(StartTimer {m_serviceTime, TimerKind::ServiceTime, work.job.request, m_epoch});
    m_inService.push_back(work);
}

void AppServer::finish(RequestId request, Context &context)
{
    const auto place = std::find_if(m_inService.begin(), m_inService.end(),
                                    [request](const Work &work) { return work.job.request == request; });
    if (place == m_inService.end())
        return;
    Work work = *place;
    m_inService.erase(place);

    Message response = answerTo(work);
    m_sessions.finish(work.job, response, context);
    context.out.emit(ServiceEnded {response.status}, request);
    context.out.send() = response;

    if (!m_queue.empty()) {
        const Work next = m_queue.front();
        m_queue.pop_front();
        start(next, context);
    }
}

Message AppServer::answerTo(const Work &work) const
{
    Message response;
    response.kind = MessageKind::Response;
    response.from = m_entity;
    response.to = work.peer;
    response.client = work.job.client;
    response.request = work.job.request;
    response.connection = work.connection;
    response.epoch = m_epoch;
    return response;
}

std::vector<RequestId> AppServer::inService() const
{
    std::vector<RequestId> requests;
    for (const Work &work : m_inService)
        requests.push_back(work.job.request);
    return requests;
}

std::vector<RequestId> AppServer::queue() const
{
    std::vector<RequestId> requests;
    for (const Work &work : m_queue)
        requests.push_back(work.job.request);
    return requests;
}

} // namespace sessionarium::protocol
