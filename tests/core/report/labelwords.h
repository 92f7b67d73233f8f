// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exportlabel.h"
#include "core/timeline/timeline.h"

#include <string>

namespace sessionarium::tests {

/// Labels that say what was asked for: "entity server-1", "message 6", "record 7", "verdict 0", "pause 2000000" …
[[nodiscard]] inline report::LabelFunction plainLabels(const timeline::Timeline &timeline)
{
    struct Words
    {
        const timeline::Timeline &timeline;
        std::string operator()(report::EntityLabel l) const { return "entity " + timeline.entity(l.entity).id; }
        std::string operator()(report::MessageLabel l) const { return "message " + std::to_string(l.record.value); }
        std::string operator()(report::RecordLabel l) const { return "record " + std::to_string(l.record.value); }
        std::string operator()(report::VerdictLabel l) const { return "verdict " + std::to_string(l.request.value); }
        std::string operator()(report::OutcomeLabel l) const
        {
            return "outcome " + std::to_string(static_cast<int>(l.outcome)) + (l.slow ? " slow" : "");
        }
        std::string operator()(report::MomentLabel l) const { return "at " + std::to_string(l.at.us); }
        std::string operator()(report::PauseLabel l) const { return "pause " + std::to_string(l.span.us); }
        std::string operator()(report::CutLabel l) const { return "cut " + std::to_string(l.at.us); }
        std::string operator()(report::FoldedLabel l) const { return "folded " + std::to_string(l.lanes); }
        std::string operator()(report::Caption c) const { return "caption " + std::to_string(static_cast<int>(c)); }
    };
    return [&timeline](const report::Label &label) { return std::visit(Words {timeline}, label); };
}

} // namespace sessionarium::tests
