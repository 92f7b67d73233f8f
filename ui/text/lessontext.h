// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/outcomeindex.h"
#include "core/scenario/scenario.h"
#include "core/timeline/keyframes.h"
#include "core/verdict/judge.h"
#include "ui/text/names.h"

#include <QString>

namespace sessionarium::ui::text {

/// What the placeholders of a lesson's texts are filled from (semantics §11). Nothing is owned.
struct LessonMoment
{
    const timeline::Timeline *timeline = nullptr;
    const timeline::Keyframes *keyframes = nullptr;
    const verdict::Verdicts *verdicts = nullptr;
    const report::OutcomeIndex *outcomes = nullptr; ///< Of the same verdicts.
    const scenario::Scenario *scenario = nullptr; ///< Steps and entities.
    std::uint32_t records = 0; ///< {session}, {home}, {count}, {servers}, {clients}: after so many records.
    std::uint32_t revealed =
        0; ///< {answered_by}, {outcome}: among so many records, those a view may know (semantics §9).
    Language language = Language::English;
};

/// The text with its placeholders filled. What is not known (yet) becomes "…"; braces that are no placeholder, and all
/// else, stay as they are. {duration:STEP} is the length of the step's span.
[[nodiscard]] QString fillPlaceholders(const QString &text, const LessonMoment &moment);
/// The same for a text of the file.
[[nodiscard]] QString lessonText(const model::Text &text, const LessonMoment &moment);

} // namespace sessionarium::ui::text
