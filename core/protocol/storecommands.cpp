// SPDX-License-Identifier: GPL-3.0-or-later
// What servers ask of a store: load, save, delete.
#include "core/protocol/sessionid.h"
#include "core/protocol/store.h"

#include <algorithm>
#include <utility>

namespace sessionarium::protocol {

using namespace model;

namespace {

constexpr std::uint32_t ok = 200;
constexpr std::uint32_t notFound = 404;
constexpr std::uint32_t unavailable = 503;
constexpr Duration replicaWait = seconds(1); // as long as a server waits by default

} // namespace

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
        load(command, context); // also at a replica
    else if (m_replicaOf.isSome()) // of a server that does not know yet
        reply(command, unavailable, {}, m_envelopeBytes, false, context);
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
    if (!isExpired(place->second, context.now))
        return &place->second;
    m_memory.erase(place);
    m_disk.changed(session, StoreDisk::removal);
    context.out.emit(SessionEnded {session, SessionEnd::Expired}, request);
    return nullptr;
}

void Store::changeId(StringId session, StringId newSession, RequestId request, Context &context)
{
    auto node = m_memory.extract(session.value);
    node.key() = newSession.value;
    node.mapped().session = newSession;
    m_memory.erase(newSession.value);
    m_memory.insert(std::move(node));
    m_disk.changed(session, StoreDisk::removal);
    context.out.emit(SessionIdChanged {session, newSession}, request);
}

void Store::setCopy(const SessionImage &image, CopyRole role, RequestId request, Context &context)
{
    constexpr std::int64_t longest = 0xFFFFFFFF; // what the fact can say
    const std::int64_t idle = std::min(longest, (context.now - image.lastUsed).us);
    SessionImage &copy = m_memory[image.session.value];
    copy = image;
    copy.lastUsed = context.now - microseconds(idle);
    context.out.emit(CopySet {image.session, image.client, role, static_cast<std::uint32_t>(idle)}, request);
    for (std::uint32_t i = 0; i < copy.attributes.count; ++i) {
        const AttributeValue &item = copy.attributes.items[i];
        context.out.emit(AttributeSet {copy.session, item.attribute, item.value, item.depth}, request);
    }
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
    const bool creates = command.creates;
    SessionImage *image = creates ? nullptr : find(session, command.request, context);
    if (!image && !creates) {
        reply(command, notFound, {}, m_envelopeBytes, false, context);
        return;
    }
    std::uint32_t changes = 0;
    if (creates) {
        session = context.strings.intern(freshSessionId(context.random));
        image = &m_memory[session.value];
        *image = SessionImage {session, command.client, context.now, {}};
        changes += StoreDisk::creation;
        context.out.emit(SessionCreated {session, command.client, CopyRole::InCharge}, command.request);
    } else {
        if (command.changesId) {
            session = context.strings.intern(freshSessionId(context.random));
            changeId(command.session, session, command.request, context);
            image = &m_memory.at(session.value);
        }
        image->lastUsed = context.now;
        changes += StoreDisk::touch;
        context.out.emit(SessionTouched {session, CopyRole::InCharge}, command.request);
    }
    const Attributes before = image->attributes;
    if (command.attribute.isSome()) {
        const Attributes &base = command.isAtomic ? before : command.shown; // or what the server had read
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
    if (!image) { // deleting what is not there is no error
        reply(command, ok, {}, m_envelopeBytes, false, context);
        return;
    }
    const Attributes before = image->attributes;
    const Attributes &base = command.isAtomic ? before : command.shown;
    context.out.emit(WriteApplied {command.session, command.attribute, command.write, base.get(command.attribute)},
                     command.request);
    context.out.emit(SessionEnded {command.session, SessionEnd::LoggedOut}, command.request);
    m_memory.erase(command.session.value);
    m_disk.changed(command.session, StoreDisk::removal);
    replicate(command, command.session, context);
    reply(command, ok, before, m_envelopeBytes, true, context);
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
    if (hasChanged && m_isSynchronous && !isAlone()) {
        m_unconfirmed.insert_or_assign(command.request, answer);
        context.out.emit(ConfirmationAwaited {1}, command.request);
        context.out.add(StartTimer {replicaWait, TimerKind::ConfirmTimeout, command.request, m_epoch});
    } else {
        context.out.send(answer);
    }
}

void Store::sweep(Context &context)
{
    std::vector<StringId> expired;
    for (const auto &[id, image] : m_memory) {
        if (isExpired(image, context.now))
            expired.push_back(StringId(id));
    }
    std::sort(expired.begin(), expired.end());
    for (const StringId session : expired)
        (void)find(session, RequestId(), context);
}

} // namespace sessionarium::protocol
