// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "ui/text/names.h"

#include <QString>

namespace sessionarium::ui::text {

/// Who a sentence is about, and the names of all others.
struct Speaker
{
    const Names &names;
    QString who;
};

// One sentence for each kind of fact that is about the system rather than about one request.
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Delivered &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::AddressChanged &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::TabOpened &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::CapacitySet &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Hung &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::PoweredOff &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Listening &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Removed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::LinkCut &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::LinkHealed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::CheckFailed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::CheckPassed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::ServerMarked &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::DrainSet &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::PinMoved &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::SessionTouched &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::CopySet &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::AttributeSet &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::SessionIdChanged &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::ReplicationQueued &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::ConfirmationAwaited &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::ConfirmationMissed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::MemberAdded &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::MemberDropped &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::SnapshotTaken &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::LogFlushed &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Promoted &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::Demoted &fact);
[[nodiscard]] QString systemSentence(const Speaker &speaker, const model::StoreSwitched &fact);

} // namespace sessionarium::ui::text
