// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/appserver.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {

SessionManager managerFor(EntityId entity, const SessionsSpec &sessions, const ApplicationSpec &application,
                          const KnownStrings &strings)
{
    switch (sessions.policy) {
    case SessionPolicy::AllToAll:
        return AllToAllSessions(entity, sessions, application, strings);
    case SessionPolicy::Store:
        return StoreSessions(entity, sessions, application, strings);
    case SessionPolicy::Local:
        break;
    }
    return LocalSessions(sessions, application, strings);
}

template <class List>
std::vector<RequestId> requestsOf(const List &list)
{
    std::vector<RequestId> requests;
    requests.reserve(list.size());
    for (const auto &work : list)
        requests.push_back(work.job.request);
    return requests;
}

} // namespace

AppServer::AppServer(EntityId entity, const ServerSpec &spec, const SessionsSpec &sessions,
                     const ApplicationSpec &application, const KnownStrings &strings)
    : m_entity(entity),
      m_capacity(spec.capacity),
      m_queueLimit(spec.queueLimit),
      m_serviceTime(spec.serviceTime),
      m_applyTime(application.apply),
      m_sessions(managerFor(entity, sessions, application, strings))
{
}

void AppServer::handle(const Input &input, Context &context)
{
    if (const auto *acted = std::get_if<Acted>(&input)) {
        act(*acted, context);
        return;
    }
    if (m_process != Process::Running) {
        if (const auto *arrived = std::get_if<Arrived>(&input))
            take(*arrived->message, context);
        return; // nobody is there to be told anything else
    }
    if (const auto *arrived = std::get_if<Arrived>(&input)) {
        take(*arrived->message, context);
    } else if (const auto *fired = std::get_if<TimerFired>(&input)) {
        timer(*fired, context);
    } else if (const auto *started = std::get_if<Started>(&input)) {
        m_isReady = std::visit([&](auto &manager) { return manager.start(*started, context); }, m_sessions);
        if (started->joined && !m_isReady)
            context.out.emit(Restarted {true});
    } else if (const auto *connected = std::get_if<Connected>(&input)) {
        resume(connected->request, context,
               [&](auto &manager, SessionJob *job) { return manager.connected(*connected, job, context); });
    } else if (const auto *refused = std::get_if<ConnectionRefused>(&input)) {
        resume(refused->request, context,
               [&](auto &manager, SessionJob *job) { return manager.refused(*refused, job, context); });
    } else if (const auto *lost = std::get_if<ConnectionLost>(&input)) {
        resume(lost->request, context,
               [&](auto &manager, SessionJob *job) { return manager.lost(*lost, job, context); });
    } else if (const auto *answered = std::get_if<ProbeAnswered>(&input)) {
        std::visit([&](auto &manager) { manager.answered(*answered, context); }, m_sessions);
    } else if (const auto *peer = std::get_if<PeerListed>(&input)) {
        std::visit([&](auto &manager) { manager.listed(*peer, context); }, m_sessions);
    } else if (const auto *store = std::get_if<StoreListed>(&input)) {
        std::visit([&](auto &manager) { manager.listed(*store, context); }, m_sessions);
    } else if (const auto *left = std::get_if<ServerLeft>(&input)) {
        std::visit([&](auto &manager) { manager.left(*left, context); }, m_sessions);
    }
    answerReleased(context);
    becomeReady(context);
}

/// Whoever waited only for the confirmation of others gets its answer.
void AppServer::answerReleased(Context &context)
{
    for (;;) {
        const RequestId request = std::visit([](auto &manager) { return manager.takeReleased(); }, m_sessions);
        if (request.isNone())
            return;
        const auto place = std::find_if(m_awaiting.begin(), m_awaiting.end(),
                                        [request](const Work &work) { return work.job.request == request; });
        if (place == m_awaiting.end())
            continue;
        answer(*place, context);
        m_awaiting.erase(place);
    }
}

void AppServer::act(const Acted &input, Context &context)
{
    const bool isAlive = this->isAlive();
    bool applies = false;
    switch (input.verb) {
    case ActionKind::Crash:
    case ActionKind::PowerOff:
        applies = isAlive;
        break;
    case ActionKind::RemoveServer:
        applies = !m_isRemoved;
        break;
    case ActionKind::Hang:
        applies = m_process == Process::Running;
        break;
    case ActionKind::Restart:
        applies = m_process != Process::Running && !m_isRemoved;
        break;
    case ActionKind::Slow:
    case ActionKind::SetCapacity:
        applies = !m_isRemoved;
        break;
    case ActionKind::AddMember:
        applies = m_process == Process::Running
            && std::visit([&](const auto &manager) { return manager.appliesTo(input); }, m_sessions);
        break;
    default:
        break;
    }
    if (!applies) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    context.out.emit(ActionTaken {input.action, input.verb});
    switch (input.verb) {
    case ActionKind::Crash:
        context.out.emit(Crashed {});
        die(Process::Down, context);
        break;
    case ActionKind::RemoveServer:
        context.out.emit(Removed {});
        m_isRemoved = true;
        die(Process::Gone, context);
        break;
    case ActionKind::PowerOff:
        context.out.emit(PoweredOff {});
        die(Process::Gone, context);
        break;
    case ActionKind::Hang:
        context.out.emit(Hung {});
        m_process = Process::Hung;
        break;
    case ActionKind::Restart:
        restart(input, context);
        break;
    case ActionKind::AddMember:
        std::visit([&](auto &manager) { manager.act(input, context); }, m_sessions);
        break;
    default:
        setCapacity(input, context);
        break;
    }
}

/// The caller emitted the one fact that says so.
void AppServer::die(Process process, Context &context)
{
    // H-14: the kernel closes a dead process's connections, and who waits on one learns it; so does a server that is
    // taken away. A host that is gone can tell nobody.
    if (process == Process::Down || m_isRemoved) {
        const auto reset = [&context](const auto &list) {
            for (const auto &work : list)
                context.out.add(ResetConnection {work.caller.peer, work.caller.connection, work.job.request});
        };
        reset(m_inService);
        reset(m_awaiting);
        reset(m_queue);
    }
    m_inService.clear();
    m_awaiting.clear();
    m_queue.clear();
    m_changes.clear();
    m_applying = 0;
    std::visit([](auto &manager) { manager.clear(); }, m_sessions);
    m_process = process;
    ++m_epoch;
}

void AppServer::restart(const Acted &, Context &context)
{
    if (m_process == Process::Hung) {
        context.out.emit(Crashed {}); // it has to be killed first
        die(Process::Down, context);
    }
    m_process = Process::Running;
    m_isReady = std::visit([&](auto &manager) { return manager.start(Started {true}, context); }, m_sessions);
    context.out.emit(Restarted {!m_isReady});
}

void AppServer::setCapacity(const Acted &input, Context &context)
{
    if (input.capacity > 0)
        m_capacity = input.capacity;
    if (input.serviceTime)
        m_serviceTime = *input.serviceTime;
    context.out.emit(CapacitySet {m_capacity, static_cast<std::uint32_t>(m_serviceTime.us)});
    if (m_process == Process::Running)
        fillPlaces(context);
}

void AppServer::take(const Message &message, Context &context)
{
    const auto drop = [&](DropReason reason) {
        context.out.emit(Dropped {message.kind, reason}, message.request);
        if (message.bulk != Message::noBulk)
            (void)context.bulk.take(message.bulk);
    };
    if (m_process == Process::Hung) {
        drop(DropReason::ProcessHung);
        return;
    }
    const bool isConnected = message.kind != MessageKind::Request || message.epoch == m_epoch;
    if (m_process != Process::Running || !isConnected) {
        drop(m_process == Process::Running ? DropReason::ConnectionGone : DropReason::ProcessDown);
        if ((m_process != Process::Gone || m_isRemoved) && message.kind == MessageKind::Request)
            context.out.add(ResetConnection {message.from, message.connection, message.request});
        return;
    }
    if (message.kind != MessageKind::Request) {
        const bool costs = std::visit([&](const auto &manager) { return manager.costsToApply(message); }, m_sessions);
        if (costs && m_applyTime.us > 0)
            takeChange(message, context);
        else
            resume(message.request, context,
                   [&](auto &manager, SessionJob *job) { return manager.arrived(message, job, context); });
        return;
    }
    const Asked asked {
        {message.request, message.client, message.operation, message.write, message.attribute, message.session},
        {message.from, message.connection}};
    if (hasFreePlace()) {
        start(asked, context);
    } else if (m_queue.size() < m_queueLimit) {
        m_queue.push_back(asked);
        context.out.emit(RequestQueued {static_cast<std::uint32_t>(m_queue.size())}, message.request);
    } else {
        context.out.emit(Rejected {503, RejectReason::QueueFull}, message.request);
        answerTo(asked.job, asked.caller, context).status = 503;
    }
}

/// A change from elsewhere is work like any other: it needs a place (K-2).
void AppServer::takeChange(const Message &change, Context &context)
{
    context.out.emit(Delivered {change.kind}, change.request);
    m_changes.push_back(change);
    fillPlaces(context);
}

void AppServer::startApplying(Context &context)
{
    ++m_applying;
    context.out.add(StartTimer {m_applyTime, TimerKind::ApplyTime, RequestId(), m_epoch});
}

void AppServer::start(const Asked &asked, Context &context)
{
    context.out.emit(ServiceStarted {}, asked.job.request);
    Work &work = m_inService.emplace_back(asked);
    const Progress progress = std::visit([&](auto &manager) { return manager.begin(work.job, context); }, m_sessions);
    begun(work, progress, context);
}

void AppServer::begun(Work &work, Progress progress, Context &context)
{
    if (progress != Progress::Done)
        return;
    work.isBeginning = false;
    context.out.add(StartTimer {m_serviceTime, TimerKind::ServiceTime, work.job.request, m_epoch});
}

/// The request has been served: its place is free.
void AppServer::end(std::vector<Work>::iterator place, Progress progress, Context &context)
{
    const SessionJob &job = place->job;
    context.out.emit(ServiceEnded {job.response.status}, job.request);
    if (progress == Progress::Waits) {
        context.out.emit(ConfirmationAwaited {job.awaited}, job.request);
        m_awaiting.push_back(*place);
    } else {
        answer(*place, context);
    }
    m_inService.erase(place);
    fillPlaces(context);
}

void AppServer::timer(const TimerFired &timer, Context &context)
{
    if (timer.kind == TimerKind::ServiceTime) {
        if (timer.token != m_epoch)
            return; // of an earlier life
        const auto place = std::find_if(m_inService.begin(), m_inService.end(),
                                        [&timer](const Work &work) { return work.job.request == timer.request; });
        if (place == m_inService.end())
            return;
        const Progress progress =
            std::visit([&](auto &manager) { return manager.finish(place->job, context); }, m_sessions);
        if (progress != Progress::HoldsPlace)
            end(place, progress, context);
    } else if (timer.kind == TimerKind::ApplyTime) {
        if (timer.token != m_epoch)
            return;
        const Message change = m_changes.front(); // equal costs: the one that began first is done first
        m_changes.pop_front();
        --m_applying;
        std::visit([&](auto &manager) { manager.apply(change, context); }, m_sessions);
        fillPlaces(context);
    } else {
        resume(timer.request, context,
               [&](auto &manager, SessionJob *job) { return manager.timer(timer, job, context); });
    }
}

template <class Resume>
void AppServer::resume(RequestId request, Context &context, const Resume &step)
{
    const auto isIt = [request](const Work &work) { return request.isSome() && work.job.request == request; };
    const auto served = std::find_if(m_inService.begin(), m_inService.end(), isIt);
    if (served != m_inService.end()) {
        const Progress progress = std::visit([&](auto &manager) { return step(manager, &served->job); }, m_sessions);
        if (progress == Progress::Done && (served->job.hasFailed || served->job.isSaving))
            end(served, progress, context);
        else if (served->isBeginning)
            begun(*served, progress, context);
        return;
    }
    std::visit([&](auto &manager) { return step(manager, static_cast<SessionJob *>(nullptr)); }, m_sessions);
}

void AppServer::fillPlaces(Context &context)
{
    while (hasFreePlace() && m_applying < m_changes.size())
        startApplying(context);
    while (hasFreePlace() && !m_queue.empty()) {
        start(m_queue.front(), context);
        m_queue.pop_front();
    }
}

/// T-20: the port opens when the manager has what it needs.
void AppServer::becomeReady(Context &context)
{
    if (m_isReady || !std::visit([](const auto &manager) { return manager.isReady(); }, m_sessions))
        return;
    m_isReady = true;
    context.out.emit(Listening {});
}

bool AppServer::hasFreePlace() const
{
    return m_inService.size() + m_applying < m_capacity;
}

Message &AppServer::answerTo(const SessionRequest &asked, Caller caller, Context &context) const
{
    Message &response = context.out.send();
    response.kind = MessageKind::Response;
    response.from = m_entity;
    response.to = caller.peer;
    response.client = asked.client;
    response.request = asked.request;
    response.connection = caller.connection;
    response.epoch = m_epoch;
    return response;
}

void AppServer::answer(const Work &work, Context &context) const
{
    Message &response = answerTo(work.job, work.caller, context);
    response.status = work.job.response.status;
    response.shown = work.job.response.shown;
    response.setSession = work.job.response.setSession;
}

std::vector<RequestId> AppServer::inService() const
{
    return requestsOf(m_inService);
}

std::vector<RequestId> AppServer::queue() const
{
    return requestsOf(m_queue);
}

std::vector<RequestId> AppServer::awaitingConfirmation() const
{
    return requestsOf(m_awaiting);
}

} // namespace sessionarium::protocol
