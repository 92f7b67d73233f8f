// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/names.h"

#include <QCoreApplication>

#include <array>
#include <optional>
#include <utility>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

QString qstring(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The N of an id `prefix-N`; empty if it is not of that kind.
QString numberAfter(const QString &id, QLatin1String prefix)
{
    if (!id.startsWith(prefix) || id.size() == prefix.size())
        return {};
    const QString rest = id.mid(prefix.size());
    for (const QChar letter : rest) {
        if (!letter.isDigit())
            return {};
    }
    return rest;
}

QString trailingDigits(const QString &name)
{
    qsizetype begin = name.size();
    while (begin > 0 && name.at(begin - 1).isDigit())
        --begin;
    return name.mid(begin);
}

QString nameFromId(const QString &id, model::EntityType type)
{
    switch (type) {
    case model::EntityType::Balancer:
        return Tr::tr("Load balancer");
    case model::EntityType::Server:
        if (const QString number = numberAfter(id, QLatin1String("server-")); !number.isEmpty()) {
            //: The name of a server; %1 is its number
            return Tr::tr("Server %1").arg(number);
        }
        return id;
    case model::EntityType::Client:
        if (const QString number = numberAfter(id, QLatin1String("client-")); !number.isEmpty()) {
            //: The name of a user; %1 is a number
            return Tr::tr("User %1").arg(number);
        }
        if (const QString number = numberAfter(id, QLatin1String("student-")); !number.isEmpty()) {
            //: The name of one of many users; %1 is a number
            return Tr::tr("Student %1").arg(number);
        }
        return id.left(1).toUpper() + id.mid(1);
    case model::EntityType::Store:
        return id.endsWith(QLatin1String("-replica")) ? Tr::tr("Store replica") : Tr::tr("Store");
    }
    return id;
}

/// Things that lessons put into carts, by the word that files use for them.
constexpr std::array items {
    QT_TRANSLATE_NOOP("text", "apple"), QT_TRANSLATE_NOOP("text", "book"),   QT_TRANSLATE_NOOP("text", "bread"),
    QT_TRANSLATE_NOOP("text", "milk"),  QT_TRANSLATE_NOOP("text", "pear"),   QT_TRANSLATE_NOOP("text", "pencil"),
    QT_TRANSLATE_NOOP("text", "seat"),  QT_TRANSLATE_NOOP("text", "ticket"),
};

QString itemName(std::string_view item)
{
    for (const char *known : items) {
        if (item == known)
            return Tr::tr(known);
    }
    return qstring(item);
}

} // namespace

QString entityName(const std::string &id, model::EntityType type, const model::Text &name, Language language)
{
    if (!name.isEmpty())
        return pick(name, language);
    return nameFromId(QString::fromStdString(id), type);
}

QString entityName(const timeline::EntityInfo &entity, Language language)
{
    return entityName(entity.id, entity.type, entity.name, language);
}

QString sessionLabel(const timeline::SessionInfo &session)
{
    const QString number = QString::number(session.ordinal);
    if (session.clientIndex >= 26)
        return number;
    return QChar(static_cast<char16_t>(u'A' + session.clientIndex)) + number;
}

QString versionLabel(std::uint32_t version)
{
    return QLatin1Char('v') + QString::number(version);
}

QString presetName(const std::string &preset)
{
    constexpr std::string_view sticky = "sticky+";
    if (preset.starts_with(sticky)) //: %1 is another way to share sessions.
        return Tr::tr("Sticky + %1").arg(presetName(preset.substr(sticky.size())));
    constexpr std::array<std::pair<std::string_view, const char *>, 10> known {{
        {"none", QT_TRANSLATE_NOOP("text", "None")},
        {"sticky", QT_TRANSLATE_NOOP("text", "Sticky")},
        {"sticky-ip", QT_TRANSLATE_NOOP("text", "Sticky (IP)")},
        {"all-to-all", QT_TRANSLATE_NOOP("text", "Clustering (async)")},
        {"all-to-all-ack", QT_TRANSLATE_NOOP("text", "Clustering (sync)")},
        {"store", QT_TRANSLATE_NOOP("text", "Storage")},
        {"store-aof", QT_TRANSLATE_NOOP("text", "Storage (AOF)")},
        {"store-replica", QT_TRANSLATE_NOOP("text", "Storage (replica)")},
        {"store-disk", QT_TRANSLATE_NOOP("text", "Storage (disk)")},
        {"custom", QT_TRANSLATE_NOOP("text", "Custom")},
    }};
    for (const auto &[id, name] : known) {
        if (preset == id)
            return Tr::tr(name);
    }
    return QString::fromStdString(preset);
}

QString attributeName(std::string_view attribute)
{
    if (attribute == model::userAttribute)
        return Tr::tr("log-in");
    if (attribute == "cart")
        return Tr::tr("cart");
    if (attribute == "balance")
        return Tr::tr("balance");
    return qstring(attribute);
}

QString operationName(model::Operation operation)
{
    switch (operation) {
    case model::Operation::LogIn:
        return Tr::tr("log-in");
    case model::Operation::Read:
        //: Noun: a request that reads
        return Tr::tr("read");
    case model::Operation::Write:
        //: Noun: a request that writes
        return Tr::tr("write");
    case model::Operation::LogOut:
        return Tr::tr("log-out");
    case model::Operation::LoginPage:
        return Tr::tr("login page");
    }
    return {};
}

QString messageName(model::MessageKind kind)
{
    switch (kind) {
    case model::MessageKind::Request:
        return Tr::tr("request");
    case model::MessageKind::Response:
        return Tr::tr("response");
    case model::MessageKind::Check:
        return Tr::tr("health check");
    case model::MessageKind::ReplicationCreated:
        return Tr::tr("replication: new session");
    case model::MessageKind::ReplicationDelta:
        return Tr::tr("replication: change");
    case model::MessageKind::ReplicationAccessed:
        return Tr::tr("replication: last use");
    case model::MessageKind::ReplicationExpired:
        return Tr::tr("replication: end of a session");
    case model::MessageKind::ReplicationChangeId:
        return Tr::tr("replication: new session id");
    case model::MessageKind::ReplicationState:
        return Tr::tr("initial synchronisation");
    case model::MessageKind::ReplicationFull:
        return Tr::tr("replication: whole session");
    case model::MessageKind::ReplicationProxy:
        return Tr::tr("replication: session’s place");
    case model::MessageKind::ReplicationAck:
        return Tr::tr("replication: confirmation");
    case model::MessageKind::Membership:
        return Tr::tr("cluster membership");
    case model::MessageKind::StoreLoad:
        return Tr::tr("store: load");
    case model::MessageKind::StoreSave:
        return Tr::tr("store: save");
    case model::MessageKind::StoreDelete:
        return Tr::tr("store: delete");
    case model::MessageKind::StoreReplicate:
        return Tr::tr("store: replication");
    case model::MessageKind::StoreReply:
        return Tr::tr("store: reply");
    }
    return {};
}

QString stickinessName(model::Stickiness stickiness, model::Algorithm algorithm)
{
    switch (stickiness) {
    case model::Stickiness::Cookie:
        return Tr::tr("cookie pin");
    case model::Stickiness::SourceIp:
        return Tr::tr("pin by source IP");
    case model::Stickiness::None:
        break;
    }
    switch (algorithm) {
    case model::Algorithm::RoundRobin:
        return Tr::tr("round robin");
    }
    return {};
}

QString beliefName(timeline::Belief belief)
{
    switch (belief) {
    case timeline::Belief::SignedIn:
        return Tr::tr("signed in");
    case timeline::Belief::SignedOut:
        return Tr::tr("signed out");
    }
    return {};
}

QString processName(timeline::Process process)
{
    switch (process) {
    case timeline::Process::Running:
        //: State of a server
        return Tr::tr("healthy");
    case timeline::Process::Down:
        //: State of a server
        return Tr::tr("down");
    case timeline::Process::Hung:
        //: State of a server
        return Tr::tr("hung");
    case timeline::Process::Gone:
        //: State of a server
        return Tr::tr("no power");
    }
    return {};
}

QString persistenceName(model::Persistence persistence)
{
    switch (persistence) {
    case model::Persistence::None:
        //: What of a store outlives it
        return Tr::tr("nothing");
    case model::Persistence::Snapshots:
        return Tr::tr("snapshots");
    case model::Persistence::LogNever:
        return Tr::tr("log, flushed by the OS");
    case model::Persistence::LogEverySecond:
        return Tr::tr("log, flushed each second");
    case model::Persistence::LogAlways:
        return Tr::tr("log, flushed at each write");
    case model::Persistence::Disk:
        return Tr::tr("everything (disk database)");
    }
    return {};
}

Names::Names(const timeline::Timeline &timeline, const timeline::WorldState *sessions, Language language)
    : m_timeline(&timeline), m_sessions(sessions), m_language(language)
{
    std::array<std::uint32_t, std::variant_size_v<model::Fact>> countOfType {};
    m_ordinal.reserve(timeline.entities().size());
    for (const timeline::EntityInfo &entity : timeline.entities())
        m_ordinal.push_back(++countOfType.at(static_cast<std::size_t>(entity.type)));
}

QString Names::entity(model::EntityId id) const
{
    if (id.isNone() || id.value >= m_timeline->entities().size())
        return Tr::tr("nobody");
    return entityName(m_timeline->entity(id), m_language);
}

QString Names::stageName(model::EntityId id) const
{
    if (id.isSome() && id.value < m_timeline->entities().size()
        && m_timeline->entity(id).type == model::EntityType::Balancer && entity(id) == Tr::tr("Load balancer")) {
        //: Short for load balancer, where there is little room
        return Tr::tr("Balancer");
    }
    return entity(id);
}

QString Names::shortName(model::EntityId id) const
{
    if (id.isNone() || id.value >= m_timeline->entities().size())
        return {};
    const timeline::EntityInfo &info = m_timeline->entity(id);
    const QString number = trailingDigits(QString::fromStdString(info.id));
    switch (info.type) {
    case model::EntityType::Server:
        // An entity that joined after this was made has no ordinal here; its id tells the number then.
        if (!number.isEmpty())
            return QLatin1Char('S') + number;
        return QLatin1Char('S') + (id.value < m_ordinal.size() ? QString::number(m_ordinal[id.value]) : QString());
    case model::EntityType::Balancer:
        return QStringLiteral("LB");
    case model::EntityType::Store:
    case model::EntityType::Client:
        break;
    }
    const QString name = entity(id);
    const QString inCrowd = trailingDigits(name);
    return inCrowd.isEmpty() ? name.left(1).toUpper() : inCrowd;
}

QString Names::session(model::StringId id) const
{
    if (id.isNone())
        return {};
    if (const timeline::SessionInfo *info = m_sessions ? m_sessions->session(id) : nullptr)
        return sessionLabel(*info);
    const QString text = textOf(id);
    return text.size() > 6 ? text.left(4) + QChar(u'…') : text;
}

QString Names::write(model::WriteId write) const
{
    const model::RecordId id = issuedBy(write);
    if (id.isNone())
        return write.isNone() ? QString() : entity(write.client) + QLatin1Char(':') + QString::number(write.counter);
    const auto *issued = std::get_if<model::RequestIssued>(&(*m_timeline)[id].fact);
    switch (issued->operation) {
    case model::Operation::LogIn:
    case model::Operation::LogOut:
    case model::Operation::Read:
    case model::Operation::LoginPage:
        return operationName(issued->operation);
    case model::Operation::Write:
        return itemName(m_timeline->text(issued->item));
    }
    return {};
}

model::RecordId Names::issuedBy(model::WriteId write) const
{
    if (write.isNone() || write.client.value >= m_timeline->entities().size())
        return {};
    // A client's counters grow along its records: halve the range, then walk to the next record that carries one.
    const std::uint32_t end = m_timeline->entityRecordCount(write.client);
    std::uint32_t low = 0;
    std::uint32_t high = end;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        std::uint32_t position = middle;
        std::optional<model::WriteId> met;
        for (; position < high && !met; ++position) {
            const model::RecordId id = m_timeline->entityRecord(write.client, position);
            const auto *issued = std::get_if<model::RequestIssued>(&(*m_timeline)[id].fact);
            if (!issued || issued->write.isNone())
                continue;
            if (issued->write == write)
                return id;
            met = issued->write;
        }
        if (met && met->counter < write.counter)
            low = position;
        else
            high = middle;
    }
    return {};
}

QString Names::textOf(model::StringId id) const
{
    return id.isNone() ? QString() : qstring(m_timeline->text(id));
}

} // namespace sessionarium::ui::text
