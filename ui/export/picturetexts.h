// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playedrun.h"
#include "ui/stage/stagetexts.h"
#include "ui/text/language.h"
#include "ui/text/names.h"

#include <memory>

namespace sessionarium::ui::exporting {

/// The names of a run for a picture, in a language of its own.
class PictureTexts : public stage::StageTexts
{
public:
    PictureTexts(std::shared_ptr<const document::PlayedRun> played, text::Language language);

    [[nodiscard]] QString entityName(model::EntityId entity) const override;
    [[nodiscard]] QString entityInitial(model::EntityId entity) const override;
    [[nodiscard]] QString sessionLabel(const timeline::SessionInfo &session) const override;
    [[nodiscard]] QString balancerCaption() const override;
    [[nodiscard]] QString duration(model::Duration span) const override;
    [[nodiscard]] QString instant(model::SimTime at) const override;

private:
    std::shared_ptr<const document::PlayedRun> m_played;
    text::Names m_names;
};

} // namespace sessionarium::ui::exporting
