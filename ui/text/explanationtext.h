// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/proof.h"
#include "ui/text/names.h"

#include <QString>

#include <optional>
#include <vector>

namespace sessionarium::ui::text {

/// An explanation in words, ready to be placed: a question, numbered lines, a box.
struct ExplanationText
{
    enum class Mark { Good, Bad, Note };

    struct Line
    {
        int number = 0; ///< From 1.
        QString time; ///< "03.10초".
        QString sentence; ///< What happened.
        QString consequence; ///< What follows from it; may be empty. Shown in a line of its own behind an arrow.
        Mark mark = Mark::Note;
        verdict::Role role = verdict::Role::Decision;
        model::RecordId record; ///< Where a click leads.
        std::vector<model::RecordId> lights; ///< What lights up: `record` and those told with it.
    };

    QString title; ///< "준호 님의 로그인은 왜 풀렸을까요?"
    std::vector<Line> lines;
    QString brokenTitle; ///< "깨진 보장: 지속성"; empty: nothing was broken.
    QString brokenText; ///< "저장했다고 답한 …".
};

[[nodiscard]] ExplanationText explanationText(const Names &names, const verdict::Explanation &explanation,
                                              const verdict::Verdict &verdict);

/// Only the title: for the button that opens the explanation.
[[nodiscard]] QString explanationTitle(const Names &names, const verdict::Verdict &verdict);

/// The callout on the stage beside an answer: "401 · 서버 3에는 B1 세션이 없습니다". For a fine one: "200 · …".
[[nodiscard]] QString answerCallout(const Names &names, const verdict::Verdict &verdict);
/// Its link: "왜? 원인 4개 보기" / "Why? Show the 4 causes".
[[nodiscard]] QString showCauses(int count);

/// The whole of it as plain text, for screen readers and the clipboard.
[[nodiscard]] QString plainText(const ExplanationText &text);

} // namespace sessionarium::ui::text
