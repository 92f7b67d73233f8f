// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/runtexts.h"

#include "ui/text/timetext.h"

namespace sessionarium::ui::document {

RunTexts::RunTexts(const Document &document, const text::Translator &translator)
    : m_document(document), m_translator(translator)
{
}

const text::Names &RunTexts::names() const
{
    const auto played = m_document.played();
    if (m_namesOf != played) {
        m_namesOf = played;
        // Labels of sessions never change, so the state at the end knows those of every moment.
        m_sessions = played->keyframes->stateAfter(played->timeline().size());
        m_names.reset();
    }
    if (!m_names || m_names->language() != language())
        m_names.emplace(played->timeline(), &m_sessions, language());
    return *m_names;
}

QString RunTexts::entityName(model::EntityId entity) const
{
    return names().stageName(entity);
}

QString RunTexts::entityInitial(model::EntityId entity) const
{
    return names().shortName(entity);
}

QString RunTexts::sessionLabel(const timeline::SessionInfo &session) const
{
    return text::sessionLabel(session);
}

QString RunTexts::balancerCaption() const
{
    const auto played = m_document.played();
    if (!played->scenario)
        return text::presetName(played->policy);
    const auto &balancer = played->scenario->setup.balancer;
    return balancer ? text::stickinessName(balancer->stickiness, balancer->algorithm) : QString();
}

QString RunTexts::duration(model::Duration span) const
{
    return text::idleText(span);
}

QString RunTexts::instant(model::SimTime at) const
{
    return text::clockText(at);
}

} // namespace sessionarium::ui::document
