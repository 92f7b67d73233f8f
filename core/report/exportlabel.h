// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/simtime.h"
#include "core/verdict/verdict.h"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

/// The words in exports that people look at. core has none: an export asks for them, one by one, and whoever hands the
/// function in decides on the language.
namespace sessionarium::report {

/// What an entity is called.
struct EntityLabel
{
    model::EntityId entity;
};
/// A few words on the arrow of a message, or of a connection that could not be made.
struct MessageLabel
{
    model::RecordId record;
};
/// A sentence on what happened.
struct RecordLabel
{
    model::RecordId record;
};
/// A sentence on what became of a finished request.
struct VerdictLabel
{
    model::RequestId request;
};
/// What a mark means.
struct OutcomeLabel
{
    verdict::Outcome outcome = verdict::Outcome::Fine;
    bool slow = false;
};
/// A moment of the run.
struct MomentLabel
{
    model::SimTime at;
};
/// A span in which nothing happens.
struct PauseLabel
{
    model::Duration span;
};
/// The export ends here, before the run does: it would become too long.
struct CutLabel
{
    model::SimTime at;
};
/// So many lanes are not shown.
struct FoldedLabel
{
    std::uint32_t lanes = 0;
};
enum class Caption { Title, Subtitle, Request, Response, Message, FailedMessage, Down, Pause };

using Label = std::variant<EntityLabel, MessageLabel, RecordLabel, VerdictLabel, OutcomeLabel, MomentLabel, PauseLabel,
                           CutLabel, FoldedLabel, Caption>;
/// UTF-8; any text, also an empty one. Called while an export is written, from the thread that writes it.
using LabelFunction = std::function<std::string(const Label &)>;

} // namespace sessionarium::report
