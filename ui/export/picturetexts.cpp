// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturetexts.h"

#include "ui/text/timetext.h"

#include <utility>

namespace sessionarium::ui::exporting {

PictureTexts::PictureTexts(std::shared_ptr<const document::PlayedRun> played, text::Language language)
    : m_played(std::move(played)), m_names(m_played->timeline(), nullptr, language)
{
}

QString PictureTexts::entityName(model::EntityId entity) const
{
    return m_names.stageName(entity);
}

QString PictureTexts::entityInitial(model::EntityId entity) const
{
    return m_names.shortName(entity);
}

QString PictureTexts::sessionLabel(const timeline::SessionInfo &session) const
{
    return text::sessionLabel(session);
}

QString PictureTexts::balancerCaption() const
{
    if (!m_played->scenario)
        return text::presetName(m_played->policy);
    const auto &balancer = m_played->scenario->setup.balancer;
    return balancer ? text::stickinessName(balancer->stickiness, balancer->algorithm) : QString();
}

QString PictureTexts::duration(model::Duration span) const
{
    return text::idleText(span);
}

QString PictureTexts::instant(model::SimTime at) const
{
    return text::clockText(at);
}

} // namespace sessionarium::ui::exporting
