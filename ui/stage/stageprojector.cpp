// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stageprojector.h"

#include "ui/stage/scenemaker.h"

#include <algorithm>

namespace sessionarium::ui::stage {

using namespace model;

namespace {

/// Whose request a message carries. Every request starts with its `RequestIssued` at the client.
EntityId clientOf(const timeline::Timeline &timeline, RecordId sent)
{
    if (timeline[sent].request.isNone())
        return EntityId();
    RecordId first = sent;
    for (RecordId id = sent; id.isSome(); id = timeline.previousOfRequest(id))
        first = id;
    return timeline[first].entity;
}

/// An answer is an error from the moment that somebody made it one.
bool carriesError(const timeline::Timeline &timeline, RecordId sent)
{
    for (RecordId id = timeline.previousOfRequest(sent); id.isSome(); id = timeline.previousOfRequest(id)) {
        if (const auto *ended = std::get_if<ServiceEnded>(&timeline[id].fact))
            return ended->status >= 400;
        if (std::holds_alternative<Rejected>(timeline[id].fact))
            return true;
    }
    return false;
}

MessageShape shapeOf(const timeline::Timeline &timeline, RecordId id, const Sent &sent)
{
    if (sent.lost)
        return MessageShape::Cross;
    switch (sent.message) {
    case MessageKind::Request:
    case MessageKind::Check:
        return MessageShape::Disc;
    case MessageKind::Response:
        return carriesError(timeline, id) ? MessageShape::Cross : MessageShape::Ring;
    case MessageKind::StoreLoad:
    case MessageKind::StoreSave:
    case MessageKind::StoreDelete:
    case MessageKind::StoreReplicate:
    case MessageKind::StoreReply:
        return MessageShape::Square;
    default:
        return MessageShape::Diamond;
    }
}

} // namespace

void StageProjector::setContent(timeline::TimelineView view, const timeline::Keyframes *keyframes)
{
    const bool same = view.timeline == m_view.timeline && keyframes == m_keyframes;
    m_view = view;
    m_keyframes = keyframes;
    // The same timeline seen further keeps its state; but it may have been written anew at the same place.
    if (!same || !m_view.timeline || m_view.timeline->size() < m_sizeSeen)
        m_stateIsValid = false;
    if (m_view.timeline && (!m_stateIsValid || m_view.timeline->size() != m_sizeSeen)) {
        m_sizeSeen = m_view.timeline->size();
        m_longestTransit = timeline::longestTransit(*m_view.timeline);
    }
    m_sceneIsValid = false;
}

void StageProjector::setTexts(const StageTexts *texts)
{
    m_texts = texts;
    m_sceneIsValid = false;
}

void StageProjector::setLit(LitChain lit)
{
    m_lit = std::move(lit);
    m_sceneIsValid = false;
}

void StageProjector::setSight(Sight sight)
{
    if (sight == m_sight)
        return;
    m_sight = sight;
    m_sceneIsValid = false;
}

void StageProjector::forgetTexts()
{
    m_sceneIsValid = false;
}

void StageProjector::foldTo(std::uint32_t count)
{
    if (m_stateIsValid && count == m_count)
        return;
    if (m_stateIsValid && count > m_count)
        m_keyframes->advance(m_state, m_count, count);
    else
        m_state = m_keyframes->stateAfter(count);
    m_count = count;
    m_stateIsValid = true;
    m_sceneIsValid = false;
}

const StageFrame &StageProjector::frameAt(SimTime t)
{
    if (!m_view.timeline || !m_keyframes || !m_texts) {
        m_frame.messages.clear();
        if (m_frame.scene != StageScene()) {
            m_frame.scene = StageScene();
            ++m_sceneNumber;
        }
        return m_frame;
    }
    const SimTime shown = std::min(t, m_view.revealedUntil);
    foldTo(m_view.timeline->countUpTo(shown));
    if (!m_sceneIsValid)
        makeScene();
    makeMessages(shown);
    return m_frame;
}

void StageProjector::makeScene()
{
    StageScene scene = SceneMaker(*m_view.timeline, m_state, m_count, m_view.count(), *m_texts, m_sight).make(m_lit);
    if (scene != m_frame.scene) {
        m_frame.scene = std::move(scene);
        ++m_sceneNumber;
    }
    m_sceneIsValid = true;
}

void StageProjector::makeMessages(SimTime t)
{
    const timeline::Timeline &timeline = *m_view.timeline;
    m_frame.messages.clear();
    for (const timeline::MessageInFlight &flight : timeline::messagesInFlight(timeline, t, m_longestTransit)) {
        const timeline::Record &record = timeline[flight.sent];
        const Sent &sent = std::get<Sent>(record.fact);
        const Duration way = flight.arrivesAt - flight.sentAt;
        const float progress =
            way.us > 0 ? static_cast<float>((t - flight.sentAt).us) / static_cast<float>(way.us) : 0.0F;
        if (sent.lost && progress > 0.5F)
            continue; // lost on the way: vanishes half way
        MessageSprite sprite;
        sprite.sent = flight.sent;
        sprite.from = record.entity;
        sprite.to = sent.to;
        sprite.progress = progress;
        sprite.kind = sent.message;
        sprite.shape = shapeOf(timeline, flight.sent, sent);
        const EntityId owner = clientOf(timeline, flight.sent);
        if (const timeline::ClientState *client = owner.isSome() ? m_state.client(owner) : nullptr)
            sprite.colour = m_state.indexOfEntity[client->entity.value];
        m_frame.messages.push_back(sprite);
    }
}

} // namespace sessionarium::ui::stage
