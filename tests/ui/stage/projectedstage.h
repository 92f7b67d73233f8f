// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/stage/handmaderun.h"
#include "ui/stage/stageprojector.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace sessionarium::tests {

/// A projector on a whole run.
struct Stage
{
    explicit Stage(const HandMadeRun &run, model::SimTime revealed = model::SimTime {60'000'000})
        : texts(run.timeline(), HandMadeTexts::Names::English), keyframes(run.timeline())
    {
        keyframes.extend();
        projector.setTexts(&texts);
        projector.setContent({&run.timeline(), revealed}, &keyframes);
    }
    const ui::stage::StageScene &at(model::SimTime t) { return projector.frameAt(t).scene; }

    HandMadeTexts texts;
    timeline::Keyframes keyframes;
    ui::stage::StageProjector projector;
};

inline std::vector<ui::stage::SessionChip> chipsOfKind(const ui::stage::ServerNode &server, ui::stage::ChipKind kind)
{
    std::vector<ui::stage::SessionChip> found;
    std::copy_if(server.chips.begin(), server.chips.end(), std::back_inserter(found),
                 [kind](const ui::stage::SessionChip &chip) { return chip.kind == kind; });
    return found;
}

} // namespace sessionarium::tests
