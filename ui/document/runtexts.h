// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/stage/stagetexts.h"
#include "ui/text/names.h"

#include <memory>
#include <optional>

namespace sessionarium::ui::document {

/// The names of the run that is open, in the language in use: for the stage, the lanes and all panels. Follows the
/// document and the translator by itself; both must outlive this.
class RunTexts : public stage::StageTexts
{
public:
    RunTexts(const Document &document, const text::Translator &translator);

    [[nodiscard]] text::Language language() const { return m_translator.language(); }
    /// Requires: something is open. Valid until another run is played or the language changes.
    [[nodiscard]] const text::Names &names() const;

    [[nodiscard]] QString entityName(model::EntityId entity) const override;
    [[nodiscard]] QString entityInitial(model::EntityId entity) const override;
    [[nodiscard]] QString sessionLabel(const timeline::SessionInfo &session) const override;
    [[nodiscard]] QString balancerCaption() const override;
    [[nodiscard]] QString duration(model::Duration span) const override;
    [[nodiscard]] QString instant(model::SimTime at) const override;

private:
    const Document &m_document;
    const text::Translator &m_translator;
    // Made anew when run or language changed; the views ask on every paint.
    mutable std::shared_ptr<const PlayedRun> m_namesOf;
    mutable timeline::WorldState m_sessions;
    mutable std::optional<text::Names> m_names;
};

} // namespace sessionarium::ui::document
