// SPDX-License-Identifier: GPL-3.0-or-later
// The store's life. Its commands are in storecommands.cpp, what it does with its second in storereplica.cpp.
#include "core/protocol/store.h"

#include <utility>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr Duration snapshotCheck = seconds(1);
constexpr Duration flushEverySecond = seconds(1);
constexpr Duration flushByKernel = seconds(30); // R-13, `no`

} // namespace

Store::Store(EntityId entity, const StoreSpec &spec, const SessionsSpec &sessions, EntityId replicaOf, EntityId peer)
    : m_entity(entity),
      m_replicaOf(replicaOf),
      m_peer(peer),
      m_readTime(spec.readTime),
      m_writeTime(spec.writeTime),
      m_timeout(sessions.timeout),
      m_sweepTime(sessions.sweep),
      m_sessionBytes(sessions.sessionBytes),
      m_deltaBytes(sessions.deltaBytes),
      m_envelopeBytes(sessions.envelopeBytes),
      m_disk(spec)
{
    if (spec.persistence == Persistence::Disk)
        m_readTime = m_readTime + spec.diskReadTime;
    if (spec.persistence == Persistence::Disk || spec.persistence == Persistence::LogAlways)
        m_writeTime = m_writeTime + spec.flushTime;
    if (spec.replica) {
        m_isSynchronous = spec.replica->mode == ReplicaMode::Synchronous;
        m_replicaDelay = spec.replica->delay;
        m_downAfter = spec.replica->downAfter;
    }
}

void Store::handle(const Input &input, Context &context)
{
    if (const auto *acted = std::get_if<Acted>(&input)) {
        act(*acted, context);
    } else if (const auto *joined = std::get_if<ServerJoined>(&input)) {
        m_servers.push_back(joined->server);
        if (m_term > 0 && m_replicaOf.isNone())
            m_untold.push_back(joined->server);
    } else if (const auto *left = std::get_if<ServerLeft>(&input)) {
        for (std::vector<EntityId> *list : {&m_servers, &m_untold, &m_answered, &m_reached})
            std::erase(*list, left->server);
    } else if (const auto *arrived = std::get_if<Arrived>(&input)) {
        take(*arrived->message, context);
    } else if (m_process != Process::Running) {
        return; // nobody is there to be told anything else
    } else if (std::holds_alternative<Started>(input)) {
        startTimers(context);
    } else if (const auto *fired = std::get_if<TimerFired>(&input)) {
        timer(*fired, context);
    } else if (const auto *probed = std::get_if<ProbeAnswered>(&input)) {
        answered(*probed, context);
    } else if (std::holds_alternative<ConnectionLost>(input)) {
        peerLost(context); // the store itself connects to nobody else
    }
}

void Store::act(const Acted &input, Context &context)
{
    bool applies = false;
    switch (input.verb) {
    case ActionKind::StoreCrash:
    case ActionKind::StoreShutdown:
        applies = m_process == Process::Running;
        break;
    case ActionKind::PowerOff:
        applies = m_process != Process::Gone;
        break;
    case ActionKind::StoreRestart:
        applies = m_process != Process::Running;
        break;
    case ActionKind::DeleteSession: {
        const auto held = m_memory.find(input.session.value);
        applies = m_replicaOf.isNone() && held != m_memory.end() && !isExpired(held->second, context.now);
        break;
    }
    default:
        break;
    }
    if (!applies) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    context.out.emit(ActionTaken {input.action, input.verb});
    switch (input.verb) {
    case ActionKind::StoreShutdown:
        saveAll(context);
        [[fallthrough]];
    case ActionKind::StoreCrash:
        context.out.emit(Crashed {});
        die(Process::Down, context);
        break;
    case ActionKind::PowerOff:
        context.out.emit(PoweredOff {});
        die(Process::Gone, context);
        break;
    case ActionKind::StoreRestart:
        restart(context);
        break;
    default:
        deleteSession(input, context);
        break;
    }
}

/// The caller emitted the one fact that says so.
void Store::die(Process process, Context &context)
{
    if (m_process == Process::Running) {
        m_survivors = process == Process::Down ? m_disk.afterKill(m_memory) : m_disk.afterPowerLoss(m_memory);
        if (process == Process::Down) { // the kernel closes its connections; a host that is gone can tell nobody
            for (const auto &[number, command] : m_working)
                context.out.add(ResetConnection {command.from, command.connection, command.request});
            for (const auto &[request, answer] : m_unconfirmed)
                context.out.add(ResetConnection {answer.to, answer.connection, request});
            if (m_peer.isSome())
                context.out.add(ResetConnection {m_peer, m_term, RequestId()});
        }
    } else {
        m_survivors = m_disk.afterPowerLoss(m_survivors); // what the kernel still had is gone too
    }
    m_memory.clear();
    m_working.clear();
    m_waiting.clear();
    m_isBusy = false;
    m_replicaQueue.clear();
    m_unconfirmed.clear();
    m_answered.clear();
    m_reached.clear();
    m_process = process;
    ++m_epoch;
}

/// it is as old as what outlived it.
void Store::restart(Context &context)
{
    m_process = Process::Running;
    m_memory = std::exchange(m_survivors, {});
    m_disk.recovered(m_memory, context.now);
    context.out.emit(Restarted {});
    const CopyRole role = m_replicaOf.isNone() ? CopyRole::InCharge : CopyRole::Replica;
    for (const SessionImage &image : images())
        setCopy(image, role, RequestId(), context);
    startTimers(context);
    if (m_peer.isNone())
        return;
    if (m_replicaOf.isNone())
        sendAll(context); // also when that is nothing
    else
        askForAll(context);
}

void Store::deleteSession(const Acted &input, Context &context)
{
    m_memory.erase(input.session.value);
    m_disk.changed(input.session, StoreDisk::removal);
    context.out.emit(SessionEnded {input.session, SessionEnd::Revoked});
    Message command;
    command.ending = SessionEnd::Revoked;
    replicate(command, input.session, context);
}

void Store::startTimers(Context &context)
{
    const auto start = [&](Duration delay, TimerKind kind) {
        if (delay.us > 0)
            context.out.add(StartTimer {delay, kind, RequestId(), m_epoch});
    };
    start(m_sweepTime, TimerKind::Sweep);
    if (m_disk.persistence() == Persistence::Snapshots)
        start(snapshotCheck, TimerKind::SnapshotCheck);
    else if (m_disk.persistence() == Persistence::LogEverySecond)
        start(flushEverySecond, TimerKind::LogFlush);
    else if (m_disk.persistence() == Persistence::LogNever)
        start(flushByKernel, TimerKind::LogFlush);
    if (m_peer.isSome()) {
        m_heard = context.now;
        probe(context);
    }
}

/// Memory to the disk, as this store does it; a disk database and a log flushed always have it there already.
void Store::saveAll(Context &context)
{
    switch (m_disk.persistence()) {
    case Persistence::Snapshots:
        m_disk.write(m_memory, context.now);
        context.out.emit(SnapshotTaken {static_cast<std::uint32_t>(m_memory.size())});
        break;
    case Persistence::LogNever:
    case Persistence::LogEverySecond:
        if (!m_disk.hasUnflushed())
            break;
        m_disk.write(m_memory, context.now);
        context.out.emit(LogFlushed {});
        break;
    default:
        break;
    }
}

void Store::timer(const TimerFired &timer, Context &context)
{
    if (timer.kind == TimerKind::StoreWork) {
        workDone(timer.token, context);
        return;
    }
    if (timer.token != m_epoch)
        return;
    switch (timer.kind) {
    case TimerKind::Sweep:
        sweep(context);
        context.out.add(StartTimer {m_sweepTime, TimerKind::Sweep, RequestId(), m_epoch});
        break;
    case TimerKind::SnapshotCheck:
        if (m_disk.isSnapshotDue(context.now))
            saveAll(context);
        context.out.add(StartTimer {snapshotCheck, TimerKind::SnapshotCheck, RequestId(), m_epoch});
        break;
    case TimerKind::LogFlush:
        saveAll(context);
        context.out.add(StartTimer {m_disk.persistence() == Persistence::LogNever ? flushByKernel : flushEverySecond,
                                    TimerKind::LogFlush, RequestId(), m_epoch});
        break;
    case TimerKind::ReplicaQueue: { // one delay for all: what came first goes first
        Message &message = context.out.send();
        message = m_replicaQueue.front();
        m_replicaQueue.pop_front();
        break;
    }
    case TimerKind::ConfirmTimeout:
        notConfirmed(timer.request, context);
        break;
    case TimerKind::PrimaryProbe:
        probe(context);
        break;
    default:
        break;
    }
}

void Store::take(const Message &message, Context &context)
{
    const bool isOfPeer = message.kind == MessageKind::StoreReplicate || message.from == m_peer;
    if (m_process != Process::Running || (!isOfPeer && message.epoch != m_epoch)) {
        const DropReason reason = m_process == Process::Running ? DropReason::ConnectionGone : DropReason::ProcessDown;
        context.out.emit(Dropped {message.kind, reason}, message.request);
        if (m_process != Process::Gone)
            context.out.add(ResetConnection {message.from, message.connection, message.request});
        if (message.bulk != Message::noBulk)
            (void)context.bulk.take(message.bulk);
        return;
    }
    if (isOfPeer)
        fromPeer(message, context);
    else
        work(message, context);
}

std::vector<SessionImage> Store::survivesKill() const
{
    return sorted(m_process == Process::Running ? m_disk.afterKill(m_memory) : m_survivors);
}

std::vector<SessionImage> Store::survivesPowerLoss() const
{
    return sorted(m_disk.afterPowerLoss(m_process == Process::Running ? m_memory : m_survivors));
}

} // namespace sessionarium::protocol
