// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/simtime.h"

#include <QString>

#include <optional>

/// Times as people read and write them. All virtual; digits and point are the same in both languages.
namespace sessionarium::ui::text {

/// "00:12.400"; beyond an hour "1:00:12.400". Rounded down to milliseconds.
[[nodiscard]] QString clockText(model::SimTime at);
/// A moment in a list: "03.10초" / "03.10 s"; beyond a minute "1:03.10". Rounded down to hundredths.
[[nodiscard]] QString momentText(model::SimTime at);
/// "2.0초" / "2.0 s" from a second on, "500 ms" or "0.5 ms" from a tenth of a millisecond on, else "20 µs"; beyond a
/// minute "1분 30초" / "1 min 30 s". Rounded to the nearest.
[[nodiscard]] QString durationText(model::Duration span);
/// The label of a shortened idle span: as durationText(), but in seconds from a tenth of a second on ("0.1 s"), so that
/// all labels of an axis are of one kind.
[[nodiscard]] QString idleText(model::Duration span);

/// A duration of the command line: `10s`, `1.5s`, `500ms`, `20us`. Nothing for a bare number, a negative one, more
/// digits than microseconds have, or what does not fit into 64 bits.
[[nodiscard]] std::optional<model::Duration> parseDuration(QStringView text);

} // namespace sessionarium::ui::text
