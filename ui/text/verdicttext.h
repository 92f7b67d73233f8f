// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/summary.h"
#include "core/verdict/judge.h"
#include "ui/text/names.h"

#include <QString>

#include <optional>

namespace sessionarium::ui::text {

/// The words of the glossary: "로그인 풀림" / "logged out".
[[nodiscard]] QString outcomeName(verdict::Outcome outcome);
/// "내가 쓴 값 읽기" / "read your writes".
[[nodiscard]] QString guaranteeName(verdict::Guarantee guarantee);
[[nodiscard]] QString guaranteeDescription(verdict::Guarantee guarantee);
/// "내가 쓴 값 읽기, 지속성"; empty for the empty set.
[[nodiscard]] QString guaranteeNames(verdict::GuaranteeSet set);
/// The lamp of a client for tooltips and screen readers: "Durability: whole" / "Durability: broken at 00:12.400".
[[nodiscard]] QString lampText(verdict::Guarantee guarantee, const verdict::Verdict *brokenBy,
                               const timeline::Timeline &timeline);

/// "83.3%" from parts per million, rounded to the nearest tenth; 100.0% only if it is all of it,
/// 0.0% only if it is nothing of it. None: "—".
[[nodiscard]] QString percentText(std::optional<std::uint64_t> ppm);

/// "정상 9 · 로그인 풀림 1 · 오래된 값 0 · 오류 2 · 가용성 83.3%": fine, logged out, stale and refused always, the
/// others where there are any.
[[nodiscard]] QString countsLine(const report::Outcomes &outcomes);

/// One sentence on one verdict for a mark's tooltip: "민지 님의 요청: 로그인 풀림 (401)".
[[nodiscard]] QString verdictSentence(const Names &names, const verdict::Verdict &verdict);

} // namespace sessionarium::ui::text
