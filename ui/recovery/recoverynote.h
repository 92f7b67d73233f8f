// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/simtime.h"
#include "core/model/text.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sessionarium::ui::recovery {

/// What a recovery file says beside the scenario: whose it is, and where somebody stood in it. A plain value.
struct RecoveryNote
{
    /// A prediction gate that was open, and the option that had been chosen before.
    struct Gate
    {
        std::size_t step = 0;
        std::optional<std::size_t> guess;
        friend bool operator==(const Gate &, const Gate &) = default;
    };

    QDateTime savedAt;
    model::Text title; ///< Of the scenario.
    QString path; ///< Its file; empty: it had none.
    QString lessonId; ///< The built-in lesson that it came from; empty: none.
    bool growing = false; ///< Its end keeps ahead of the actions (semantics §1).
    std::size_t step = 0;
    model::SimTime moment;
    std::vector<Gate> gates;

    friend bool operator==(const RecoveryNote &, const RecoveryNote &) = default;
};

/// What a recovery file holds.
struct Recovered
{
    RecoveryNote note;
    std::string scenario; ///< As a scenario file, unread.
};

/// One line of JSON with the note, then the scenario file as it is.
[[nodiscard]] QByteArray recoveryBytes(const RecoveryNote &note, const std::string &scenario);
/// The note alone, from a file's beginning: enough to ask whether somebody wants it back. The first line must be whole.
[[nodiscard]] model::Result<RecoveryNote> readNote(const QByteArray &beginning);
/// The whole file; a scenario that is cut is refused here, one that is wrong by who reads it.
[[nodiscard]] model::Result<Recovered> readRecovery(const QByteArray &bytes);

/// No note is longer: as much of a file has to be read to find it.
inline constexpr qsizetype maxNoteBytes = 64 << 10;

} // namespace sessionarium::ui::recovery
