// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/eventtexts.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>

namespace sessionarium::ui::events {

/// A kind as the table tells kinds apart: what was sent is one kind for each sort of message.
[[nodiscard]] std::uint32_t kindOf(const model::Fact &fact);
inline constexpr std::uint32_t kindCount = 128; ///< Above every kindOf().

/// Which records somebody wants to see. A record has to fulfil everything that is set.
struct EventFilter
{
    model::EntityId where;
    model::EntityId user;
    std::optional<std::uint32_t> kind; ///< kindOf()
    std::optional<verdict::Outcome> outcome; ///< Of the request that the record finished.
    QString text; ///< Each word of it stands in one of the record's cells; capitals are small letters.

    [[nodiscard]] bool isEmpty() const { return *this == EventFilter(); }
    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

/// Decides for one record after the other. Takes the words apart once.
class EventMatcher
{
public:
    /// `run` must outlive this; `texts` too, and may be null if no text is looked for.
    EventMatcher(const document::PlayedRun &run, const EventFilter &filter, const EventTexts *texts);

    [[nodiscard]] bool matches(model::RecordId id) const;

    /// Where to look, in rising order, so that nothing is looked at that an index rules out.
    [[nodiscard]] std::uint32_t candidateCount() const;
    [[nodiscard]] model::RecordId candidate(std::uint32_t position) const;

private:
    const document::PlayedRun &m_run;
    EventFilter m_filter;
    QStringList m_words;
    const EventTexts *m_texts;
};

/// For each kind the first record of it; none: it does not occur.
using FirstOfKind = std::array<model::RecordId, kindCount>;
[[nodiscard]] FirstOfKind firstOfKind(const timeline::Timeline &timeline);

} // namespace sessionarium::ui::events
