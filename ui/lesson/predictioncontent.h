// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace sessionarium::ui::lesson {

/// What is shown of a question: plain values.
struct PredictionContent
{
    enum class Phase {
        Asking, ///< The gate is shut: options can be chosen.
        Running, ///< Answered; what comes of it is still on its way. The guess is framed, nothing else is said.
        Undecided, ///< The step is over, but answers on which it depends are still on their way.
        Told ///< The step is over: which one was right, and why the others are not.
    };
    struct Option
    {
        QString text;
        QString debrief;
        QString votes; ///< Empty: nobody counted.
    };

    Phase phase = Phase::Asking;
    QString question;
    std::vector<Option> options;
    std::optional<std::size_t> guess;
    std::optional<std::size_t> right; ///< Told only; none: none of the options held.
    QString whatHappened; ///< Undecided, or told and none right: what did happen.
    /// Told, and the run that is played now came to something else in this step than the run that was asked about:
    /// which one that was, and what happened in the one that is played. Both empty: they came to the same.
    QString askedRun;
    QString happenedNow;
};

/// What is said at the end of the options: that none of them held, or that it is not decided; mostly empty.
[[nodiscard]] QString endLine(const PredictionContent &content);
/// Of which run the outcome tells, and what happened in the one that is played; empty if they came to the same.
[[nodiscard]] QString runsLine(const PredictionContent &content);

} // namespace sessionarium::ui::lesson
