// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/scenemaker.h"

#include <algorithm>
#include <array>

namespace sessionarium::ui::stage {

using namespace model;
using timeline::Belief;
using timeline::ClientState;
using timeline::CopyState;
using timeline::HolderState;
using timeline::Process;
using timeline::ServerState;

namespace {

/// Where a record stands on the stage: at an entity, or between two.
LitPlace placeOf(const timeline::Record &record)
{
    LitPlace place;
    place.entity = record.entity;
    if (const auto *sent = std::get_if<Sent>(&record.fact))
        place.to = sent->to;
    else if (const auto *forwarded = std::get_if<Forwarded>(&record.fact))
        place.to = forwarded->server;
    else if (const auto *failed = std::get_if<ConnectFailed>(&record.fact))
        place.to = failed->server;
    else if (const auto *reset = std::get_if<ConnectionReset>(&record.fact))
        place.to = reset->server;
    else if (const auto *checked = std::get_if<CheckFailed>(&record.fact))
        place.to = checked->server;
    else if (const auto *cut = std::get_if<LinkCut>(&record.fact))
        place.to = cut->other;
    else if (const auto *missed = std::get_if<ConfirmationMissed>(&record.fact))
        place.to = missed->from;
    return place;
}

} // namespace

SceneMaker::SceneMaker(const timeline::Timeline &timeline, const timeline::WorldState &state, std::uint32_t count,
                       std::uint32_t known, const StageTexts &texts, Sight sight)
    : m_timeline(timeline),
      m_state(state),
      m_count(count),
      m_known(known),
      m_texts(texts),
      m_sight(sight),
      m_sessionCookie(timeline.strings().find(sessionCookieName).value_or(StringId())),
      m_pinCookie(timeline.strings().find(pinCookieName).value_or(StringId())),
      m_user(timeline.strings().find(userAttribute).value_or(StringId()))
{
}

StageScene SceneMaker::make(const LitChain &lit)
{
    m_scene.sight = m_sight;
    noteCharges();
    tellNewestRequests();
    makeClients();
    makeCrowd();
    if (!m_state.balancers.empty()) {
        const EntityId entity = m_state.balancers.front().entity;
        m_scene.balancer = BalancerNode {entity, m_texts.entityName(entity), m_texts.balancerCaption()};
    }
    makeServers();
    makeStores();
    makeCuts();
    makeRoutes();
    makeCallout();
    makeLit(lit);
    return std::move(m_scene);
}

void SceneMaker::tellNewestRequests()
{
    m_stories.resize(m_state.clients.size());
    if (m_state.clients.size() > mostAvatars)
        return; // a crowd shows counts, not ways
    for (std::size_t i = 0; i < m_state.clients.size(); ++i) {
        const ClientState &client = m_state.clients[i];
        for (const timeline::OpenRequest &open : client.open)
            m_stories[i].push_back(tellRequest(m_timeline, open.request, m_count));
        if (m_stories[i].empty() && client.lastFinishedBy.isSome())
            m_stories[i].push_back(tellRequest(m_timeline, m_timeline[client.lastFinishedBy].request, m_count));
    }
}

QString SceneMaker::sessionLabel(StringId session) const
{
    const timeline::SessionInfo *info = m_state.session(session);
    return info ? m_texts.sessionLabel(*info) : QStringLiteral("?");
}

/// Whether something holds for a server or a store.
template <class Holds>
bool SceneMaker::anyHolder(const Holds &holds) const
{
    return std::any_of(m_state.servers.begin(), m_state.servers.end(), holds)
        || std::any_of(m_state.stores.begin(), m_state.stores.end(), holds);
}

bool SceneMaker::someoneHolds(StringId session) const
{
    return anyHolder([&](const HolderState &holder) {
        const CopyState *copy = holder.find(session);
        const timeline::AttributeState *user = copy && copy->isThere() ? copy->find(m_user) : nullptr;
        return user && user->value.isSome();
    });
}

bool SceneMaker::wasLoggedOutByOwner(StringId session) const
{
    return anyHolder([&](const HolderState &holder) {
        const CopyState *copy = holder.find(session);
        if (!copy || copy->isThere())
            return false;
        const auto *ended = std::get_if<SessionEnded>(&m_timeline[copy->endedBy].fact);
        return ended && ended->reason == SessionEnd::LoggedOut;
    });
}

ClientMood SceneMaker::moodOf(const ClientState &client) const
{
    const StringId session = client.cookie(m_sessionCookie);
    if (client.belief == Belief::SignedIn)
        return session.isSome() && someoneHolds(session) ? ClientMood::SignedIn : ClientMood::SeesSignedIn;
    if (client.beliefSetBy.isNone())
        return ClientMood::Stranger;
    // Signed out: thrown out if the answer that says so met a session that its owner never gave up.
    const RequestStory story = tellRequest(m_timeline, m_timeline[client.beliefSetBy].request, m_count);
    if (story.operation == Operation::LogOut || story.presented.isNone())
        return ClientMood::Stranger;
    const timeline::SessionInfo *info = m_state.session(story.presented);
    const bool own = info && info->client == client.entity;
    return own && !wasLoggedOutByOwner(story.presented) ? ClientMood::LoggedOut : ClientMood::Stranger;
}

void SceneMaker::makeClients()
{
    const std::array<QString, 4> words {tr("not signed in"), tr("signed in"), tr("sees: signed in"), tr("logged out")};
    m_scene.clients.reserve(m_state.clients.size());
    for (std::size_t i = 0; i < m_state.clients.size(); ++i) {
        const ClientState &client = m_state.clients[i];
        ClientNode node;
        node.entity = client.entity;
        node.colour = static_cast<std::uint32_t>(i);
        node.name = m_texts.entityName(client.entity);
        node.initial = m_texts.entityInitial(client.entity);
        node.mood = moodOf(client);
        node.moodText = words[static_cast<std::size_t>(node.mood)];
        if (const StringId session = client.cookie(m_sessionCookie); session.isSome())
            node.sessionLabel = sessionLabel(session);
        node.tabs = client.tabs;
        if (m_sight == Sight::Belief)
            believe(node, client);
        m_scene.clients.push_back(std::move(node));
    }
}

/// The browser's own view: what its last answer made it believe. It cannot know what became of its session since.
void SceneMaker::believe(ClientNode &node, const ClientState &client) const
{
    const StringId session = client.cookie(m_sessionCookie);
    if (node.mood == ClientMood::SeesSignedIn) {
        node.mood = ClientMood::SignedIn;
        node.moodText = tr("signed in");
        node.truth = tr("the session is gone");
    } else if (node.mood == ClientMood::LoggedOut && session.isSome() && someoneHolds(session)) {
        node.truth = tr("the session is still there");
    }
}

void SceneMaker::makeCrowd()
{
    if (m_scene.clients.size() <= mostAvatars)
        return;
    m_scene.crowdTitle = tr("%n client(s)", nullptr, static_cast<int>(m_scene.clients.size()));
    for (const ClientMood mood :
         {ClientMood::SignedIn, ClientMood::SeesSignedIn, ClientMood::LoggedOut, ClientMood::Stranger}) {
        const auto first = std::find_if(m_scene.clients.begin(), m_scene.clients.end(),
                                        [mood](const ClientNode &node) { return node.mood == mood; });
        if (first == m_scene.clients.end())
            continue;
        const auto count =
            std::count_if(first, m_scene.clients.end(), [mood](const ClientNode &node) { return node.mood == mood; });
        m_scene.crowd.push_back(CrowdLine {mood, first->moodText, QString::number(count)});
    }
}

void SceneMaker::makeRoutes()
{
    if (!m_scene.balancer || m_state.clients.size() > mostAvatars)
        return;
    for (std::size_t i = 0; i < m_state.clients.size(); ++i) {
        const ClientState &client = m_state.clients[i];
        Route route;
        route.client = client.entity;
        route.colour = static_cast<std::uint32_t>(i);
        EntityId pinned;
        // An operator's word outranks the cookie.
        if (const timeline::MovedPin *moved = m_state.balancers.front().movedPin(client.entity))
            pinned = moved->server;
        else if (const StringId pin = client.cookie(m_pinCookie); pin.isSome())
            pinned = m_timeline.findEntity(m_timeline.text(pin));
        if (const ServerState *server = pinned.isSome() ? m_state.server(pinned) : nullptr) {
            route.server = pinned;
            route.kind = server->isAlive() || m_sight == Sight::Belief ? Route::Kind::Pin : Route::Kind::BrokenPin;
            m_scene.routes.push_back(route);
        }
        for (const RequestStory &story : m_stories[i]) {
            const bool many = m_state.clients.size() > mostCards;
            const bool hashed = story.forwardedFor == ForwardReason::Hashed;
            if (story.forwardedTo.isNone() || story.forwardedTo == pinned || (many && story.finished && !hashed))
                continue;
            route.server = story.forwardedTo;
            route.kind = hashed ? Route::Kind::Hashed : Route::Kind::Way;
            if (std::find(m_scene.routes.begin(), m_scene.routes.end(), route) == m_scene.routes.end())
                m_scene.routes.push_back(route);
        }
    }
}

QString SceneMaker::calloutText(const RequestStory &story) const
{
    const auto name = [this](EntityId entity) { return entity.isSome() ? m_texts.entityName(entity) : QString(); };
    const QString status = QString::number(story.status);
    if (story.failed) {
        switch (*story.failed) {
        case FailReason::ConnectFailed:
            //: %1 is the name of a server.
            return tr("No connection to %1").arg(name(story.unreachable));
        case FailReason::ConnectionReset:
            //: %1 is the name of a server.
            return tr("The connection to %1 broke").arg(name(story.unreachable));
        case FailReason::TimedOut:
            return tr("No answer in time");
        }
    }
    if (story.missingAt.isSome() && story.status == 0)
        //: %1 is the name of a server, %2 the label of a session (A1).
        return tr("%1 has no session %2").arg(name(story.missingAt), sessionLabel(story.presented));
    if (story.missingAt.isSome())
        //: %1 is an HTTP status, %2 the name of a server, %3 the label of a session (A1).
        return tr("%1 · %2 has no session %3").arg(status, name(story.missingAt), sessionLabel(story.presented));
    if (story.rejected) {
        switch (*story.rejected) {
        case RejectReason::NoServer:
            //: %1 is an HTTP status.
            return tr("%1 · No server is available").arg(status);
        case RejectReason::ConnectFailed:
            //: %1 is an HTTP status, %2 the name of a server.
            return tr("%1 · No connection to %2").arg(status, name(story.unreachable));
        case RejectReason::ServerLost:
            //: %1 is an HTTP status, %2 the name of a server.
            return tr("%1 · The connection to %2 broke").arg(status, name(story.unreachable));
        case RejectReason::QueueFull:
            //: %1 is an HTTP status, %2 the name of a server.
            return tr("%1 · The queue of %2 is full").arg(status, name(story.answeredBy));
        case RejectReason::ServerTimeout:
            //: %1 is an HTTP status.
            return tr("%1 · The server does not answer").arg(status);
        case RejectReason::StoreUnavailable:
            //: %1 is an HTTP status, %2 the name of a server.
            return tr("%1 · %2 cannot reach the store").arg(status, name(story.answeredBy));
        case RejectReason::SessionGone:
            //: %1 is an HTTP status.
            return tr("%1 · The session ended meanwhile").arg(status);
        }
    }
    //: %1 is an HTTP status, %2 the name of a server.
    return tr("%1 · Answer of %2").arg(status, name(story.answeredBy));
}

void SceneMaker::makeCallout()
{
    const std::optional<RequestStory> story = newestFailure(m_timeline, m_count);
    if (!story || story->client.isNone() || !m_state.client(story->client))
        return;
    Callout callout;
    callout.at = story->missingAt.isSome() ? story->missingAt
        : story->unreachable.isSome()      ? story->unreachable
                                           : story->answeredBy;
    callout.request = story->request;
    callout.colour = m_state.indexOfEntity[story->client.value];
    callout.text = calloutText(*story);
    callout.finished = story->finished;
    if (callout.finished)
        callout.whyText = tr("Why? Show the causes →");
    m_scene.callout = std::move(callout);
}

void SceneMaker::makeLit(const LitChain &lit)
{
    for (const Lit &item : lit) {
        if (item.record.isNone() || item.record.value >= m_known)
            continue;
        LitPlace place = placeOf(m_timeline[item.record]);
        place.number = item.number;
        if (std::find(m_scene.lit.begin(), m_scene.lit.end(), place) == m_scene.lit.end())
            m_scene.lit.push_back(place);
    }
}

} // namespace sessionarium::ui::stage
