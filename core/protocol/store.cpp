// SPDX-License-Identifier: GPL-3.0-or-later
// The store's life and commands; what it does with its second is in storereplica.cpp.
#include "core/protocol/store.h"

#include "core/protocol/sessionid.h"

#include <algorithm>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t ok = 200;
constexpr std::uint32_t notFound = 404;
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
    } else if (const auto *left = std::get_if<ServerLeft>(&input)) {
        std::erase(m_servers, left->server);
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
    }
}

void Store::act(const Acted &input, Context &context)
{
    bool applies = false;
    switch (input.verb) {
    case ActionKind::StoreCrash:
        applies = m_process == Process::Running;
        break;
    case ActionKind::PowerOff:
        applies = m_process != Process::Gone;
        break;
    case ActionKind::StoreRestart:
        applies = m_process != Process::Running;
        break;
    case ActionKind::DeleteSession:
        applies = m_process == Process::Running && m_memory.contains(input.session.value);
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
    m_tellsPeer = false;
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
    for (const SessionImage &image : images()) {
        constexpr std::int64_t longest = 0xFFFFFFFF; // what the fact can say
        const std::int64_t idle = std::min(longest, (context.now - image.lastUsed).us);
        m_memory[image.session.value].lastUsed = context.now - microseconds(idle);
        context.out.emit(CopySet {image.session, image.client, role, static_cast<std::uint32_t>(idle)});
        for (std::uint32_t i = 0; i < image.attributes.count; ++i) {
            const AttributeValue &item = image.attributes.items[i];
            context.out.emit(AttributeSet {image.session, item.attribute, item.value, item.depth});
        }
    }
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
    m_disk.changed(input.session, 1);
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
        probePrimary(context);
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
        if (m_disk.isSnapshotDue(context.now)) {
            m_disk.write(m_memory, context.now);
            context.out.emit(SnapshotTaken {static_cast<std::uint32_t>(m_memory.size())});
        }
        context.out.add(StartTimer {snapshotCheck, TimerKind::SnapshotCheck, RequestId(), m_epoch});
        break;
    case TimerKind::LogFlush:
        if (m_disk.hasUnflushed()) {
            m_disk.write(m_memory, context.now);
            context.out.emit(LogFlushed {});
        }
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
        if (m_unconfirmed.contains(timer.request)) {
            context.out.emit(ConfirmationMissed {m_peer, ConnectError::NoAnswer}, timer.request);
            confirmed(timer.request, context);
        }
        break;
    case TimerKind::PrimaryProbe:
        probePrimary(context);
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
        if (m_process != Process::Gone && !isOfPeer)
            context.out.add(ResetConnection {message.from, message.connection, message.request});
        return;
    }
    if (isOfPeer)
        fromPeer(message, context);
    else
        work(message, context);
}

Duration Store::costOf(const Message &command) const
{
    return command.kind == MessageKind::StoreLoad ? m_readTime : m_writeTime;
}

void Store::work(const Message &command, Context &context)
{
    const std::uint32_t number = m_nextWork++;
    m_working.emplace(number, command);
    if (m_isBusy) {
        m_waiting.push_back(number);
        return;
    }
    m_isBusy = m_disk.persistence() != Persistence::Disk;
    context.out.add(StartTimer {costOf(command), TimerKind::StoreWork, command.request, number});
}

void Store::workDone(std::uint32_t number, Context &context)
{
    const auto place = m_working.find(number);
    if (place == m_working.end())
        return; // of an earlier life
    const Message command = place->second;
    m_working.erase(place);
    if (command.kind == MessageKind::StoreLoad)
        load(command, context);
    else if (command.kind == MessageKind::StoreDelete)
        erase(command, context);
    else
        save(command, context);
    m_isBusy = !m_waiting.empty();
    if (!m_isBusy)
        return;
    const std::uint32_t next = m_waiting.front();
    m_waiting.pop_front();
    const Message &following = m_working.at(next);
    context.out.add(StartTimer {costOf(following), TimerKind::StoreWork, following.request, next});
}

SessionImage *Store::find(StringId session, RequestId request, Context &context)
{
    const auto place = m_memory.find(session.value);
    if (place == m_memory.end())
        return nullptr;
    if (context.now - place->second.lastUsed < m_timeout)
        return &place->second;
    m_memory.erase(place);
    m_disk.changed(session, 1);
    context.out.emit(SessionEnded {session, SessionEnd::Expired}, request);
    return nullptr;
}

void Store::load(const Message &command, Context &context)
{
    const SessionImage *image = find(command.session, command.request, context);
    if (!image) {
        context.out.emit(SessionMissing {command.session}, command.request);
        reply(command, notFound, {}, m_envelopeBytes, false, context);
        return;
    }
    context.out.emit(SessionFound {command.session}, command.request);
    reply(command, ok, image->attributes, m_envelopeBytes + m_sessionBytes, false, context);
}

void Store::save(const Message &command, Context &context)
{
    StringId session = command.session;
    SessionImage *image = command.creates ? nullptr : find(session, command.request, context);
    if (!image && !command.creates) {
        reply(command, notFound, {}, m_envelopeBytes, false, context);
        return;
    }
    if (command.creates) {
        session = context.strings.intern(freshSessionId(context.random));
        image = &m_memory[session.value];
        *image = SessionImage {session, command.client, context.now, {}};
        context.out.emit(SessionCreated {session, command.client, CopyRole::InCharge}, command.request);
    } else {
        if (command.changesId) {
            auto node = m_memory.extract(session.value);
            m_disk.changed(session, 1);
            session = context.strings.intern(freshSessionId(context.random));
            context.out.emit(SessionIdChanged {command.session, session}, command.request);
            node.key() = session.value;
            node.mapped().session = session;
            image = &m_memory.insert(std::move(node)).position->second;
        }
        image->lastUsed = context.now;
        context.out.emit(SessionTouched {session, CopyRole::InCharge}, command.request);
    }
    const Attributes before = image->attributes;
    std::uint32_t changes = 1;
    if (command.attribute.isSome()) {
        // `shown` holds what the server had read; where the store computes the value itself the server sent none of it.
        const Attributes &base = command.isAtomic ? before : command.shown;
        context.out.emit(WriteApplied {session, command.attribute, command.write, base.get(command.attribute)},
                         command.request);
        image->attributes.set(command.attribute, command.write, base.depth(command.attribute) + 1);
        ++changes;
    }
    m_disk.changed(session, changes);
    replicate(command, session, context);
    Message renamed = command;
    renamed.setSession = session != command.session ? session : StringId();
    reply(renamed, ok, before, m_envelopeBytes, true, context);
}

void Store::erase(const Message &command, Context &context)
{
    const SessionImage *image = find(command.session, command.request, context);
    if (image) {
        context.out.emit(WriteApplied {command.session, command.attribute, command.write,
                                       command.shown.get(command.attribute)},
                         command.request);
        context.out.emit(SessionEnded {command.session, SessionEnd::LoggedOut}, command.request);
        m_memory.erase(command.session.value);
        m_disk.changed(command.session, 1);
        replicate(command, command.session, context);
    }
    reply(command, ok, {}, m_envelopeBytes, image != nullptr, context);
}

void Store::reply(const Message &command, std::uint32_t status, const Attributes &shown, std::uint32_t bytes,
                  bool hasChanged, Context &context)
{
    Message answer;
    answer.kind = MessageKind::StoreReply;
    answer.from = m_entity;
    answer.to = command.from;
    answer.client = command.client;
    answer.request = command.request;
    answer.connection = command.connection;
    answer.session = command.session;
    answer.setSession = command.setSession;
    answer.status = status;
    answer.shown = shown;
    answer.sizeBytes = bytes;
    if (hasChanged && m_isSynchronous && m_replicaOf.isNone() && m_peer.isSome()) {
        m_unconfirmed.insert_or_assign(command.request, answer);
        context.out.emit(ConfirmationAwaited {1}, command.request);
        context.out.add(StartTimer {seconds(1), TimerKind::ConfirmTimeout, command.request, m_epoch});
    } else {
        context.out.send() = answer;
    }
}

void Store::sweep(Context &context)
{
    std::vector<StringId> expired;
    for (const auto &[id, image] : m_memory) {
        if (context.now - image.lastUsed >= m_timeout)
            expired.push_back(StringId(id));
    }
    std::sort(expired.begin(), expired.end());
    for (const StringId session : expired)
        (void)find(session, RequestId(), context);
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
