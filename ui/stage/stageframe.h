// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/model/ids.h"
#include "ui/stage/lit.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

/// What the stage shows at one moment, as plain values: texts are made, nothing is looked up while painting.
namespace sessionarium::ui::stage {

/// What a client sees on its own screen, beside what holds in truth.
enum class ClientMood {
    Stranger, ///< Not signed in, and nobody expects otherwise.
    SignedIn, ///< Its screen says signed in, and a server holds the session.
    SeesSignedIn, ///< Its screen still says signed in; no server holds the session any more.
    LoggedOut ///< An answer threw it out.
};

enum class ChipKind {
    InCharge, ///< Solid: the copy that answers.
    Replica, ///< Outlined.
    Stale, ///< Hatched with a clock: behind the copy in charge.
    Missing ///< Dotted with a dash: asked for and not there, or gone with a crash.
};

struct ClientNode
{
    model::EntityId entity;
    std::uint32_t colour = 0; ///< theme::Palette::user
    QString name;
    QString initial;
    ClientMood mood = ClientMood::Stranger;
    QString moodText;
    QString sessionLabel; ///< Of the session id in its cookie; empty: it has none.
    std::uint32_t tabs = 1;
    QString truth; ///< Seen as believed: what holds in truth, where that differs. Else empty.
    friend bool operator==(const ClientNode &, const ClientNode &) = default;
};

struct SessionChip
{
    model::StringId session;
    std::uint32_t colour = 0;
    bool hasColour = true; ///< False: nobody's session (an invented id).
    QString label;
    QString version; ///< "v3"; empty on a missing one.
    std::uint32_t writes = 0; ///< How many it contains: the 3 of "v3".
    ChipKind kind = ChipKind::InCharge;
    friend bool operator==(const SessionChip &, const SessionChip &) = default;
};

/// How a server or a store is, as the stage tells it apart.
enum class NodeState {
    Healthy,
    Warning, ///< Hung, slow, fetching sessions, thought down though it lives: it says which.
    Draining, ///< It serves whom a pin sends, and nobody new.
    Down ///< Its process or its host is gone.
};

/// A server, or a store: it has no places that serve, but holds sessions all the same.
struct ServerNode
{
    model::EntityId entity;
    QString name;
    NodeState state = NodeState::Healthy;
    QString stateText;
    QString note; ///< A second line: what of a store outlives it.
    QString truth; ///< Seen as believed: what holds in truth, where that differs. Else empty.
    QString explanation; ///< What its state means, in one sentence.
    model::EntityId store; ///< Of a server: the store that it turns to now. None: it needs none.
    std::uint32_t queuedChanges = 0; ///< Changes that wait here to be sent to others.
    std::uint32_t awaiting = 0; ///< Answers that wait here for others to confirm.
    std::uint32_t inService = 0;
    std::uint32_t capacity = 0; ///< 0: whoever looks cannot see inside; neither load nor sessions are shown.
    std::uint32_t sessions = 0;
    std::uint32_t sessionsScale = 1; ///< What a full bar means; the same for all servers.
    std::vector<std::uint32_t> queue; ///< Colours of those who wait, first in front.
    std::vector<SessionChip> chips; ///< At most mostChips.
    std::size_t chipsLeftOut = 0; ///< Those beyond.
    friend bool operator==(const ServerNode &, const ServerNode &) = default;
};

struct BalancerNode
{
    model::EntityId entity;
    QString name;
    QString caption;
    friend bool operator==(const BalancerNode &, const BalancerNode &) = default;
};

/// A line from the balancer (or the client, where there is none) to a server.
struct Route
{
    enum class Kind {
        Pin, ///< The client is pinned to the server.
        BrokenPin, ///< … which is down.
        Hashed, ///< The client's address leads there.
        Way ///< Where its newest request went without a pin.
    };
    model::EntityId client;
    std::uint32_t colour = 0;
    model::EntityId server;
    Kind kind = Kind::Way;
    friend bool operator==(const Route &, const Route &) = default;
};

/// Two entities between which nothing gets through.
struct CutLink
{
    model::EntityId a;
    model::EntityId b;
    friend bool operator==(const CutLink &, const CutLink &) = default;
};

/// An error that just happened, said beside where it happened.
struct Callout
{
    model::EntityId at; ///< The server or balancer that it points to.
    model::RequestId request;
    std::uint32_t colour = 0;
    QString text;
    bool finished = false; ///< The client has its answer: "Why?" can be asked.
    QString whyText;
    friend bool operator==(const Callout &, const Callout &) = default;
};

/// A place that the lit chain touches: an entity, or the link between two.
struct LitPlace
{
    model::EntityId entity;
    model::EntityId to; ///< None: the entity itself.
    int number = 0;
    friend bool operator==(const LitPlace &, const LitPlace &) = default;
};

enum class MessageShape {
    Disc, ///< Request.
    Ring, ///< Response.
    Diamond, ///< Replication between servers.
    Square, ///< To or from a store.
    Cross ///< An answer that is an error; a message that will be lost.
};

struct MessageSprite
{
    model::RecordId sent;
    model::EntityId from;
    model::EntityId to;
    std::uint32_t colour = 0;
    MessageShape shape = MessageShape::Disc;
    model::MessageKind kind = model::MessageKind::Request;
    float progress = 0; ///< 0 … 1 along the way.
    friend bool operator==(const MessageSprite &, const MessageSprite &) = default;
};

/// A line of the card that stands for a crowd: how many are in a mood.
struct CrowdLine
{
    ClientMood mood = ClientMood::Stranger;
    QString text;
    QString count;
    friend bool operator==(const CrowdLine &, const CrowdLine &) = default;
};

/// More clients than this are shown as avatars, more than the other as one crowd (design §7).
inline constexpr std::size_t mostCards = 6;
inline constexpr std::size_t mostAvatars = 30;
/// No card has room for more chips than these.
inline constexpr std::size_t mostChips = 48;

/// Whose view of things the stage shows.
enum class Sight {
    Truth, ///< What is.
    Belief ///< What the balancer thinks of the servers, and what the browsers think of themselves.
};

/// Everything that stands still between two records; painted once and kept.
struct StageScene
{
    Sight sight = Sight::Truth;
    std::vector<ClientNode> clients;
    QString crowdTitle; ///< Only for a crowd.
    std::vector<CrowdLine> crowd; ///< Moods that occur.
    std::optional<BalancerNode> balancer;
    std::vector<ServerNode> servers;
    std::vector<ServerNode> stores;
    bool hasPeers = false; ///< Servers send each other messages.
    std::vector<CutLink> cuts;
    std::vector<Route> routes;
    std::optional<Callout> callout;
    std::vector<LitPlace> lit;
    friend bool operator==(const StageScene &, const StageScene &) = default;
};

struct StageFrame
{
    StageScene scene;
    std::vector<MessageSprite> messages; ///< Oldest first.
};

} // namespace sessionarium::ui::stage
