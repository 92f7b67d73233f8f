// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/difference.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

namespace sessionarium::timeline {

namespace {

/// A field of a fact, free of the numbers that a run gives to texts and entities.
struct Meaning
{
    std::uint64_t number = 0;
    std::string_view text;
    friend bool operator==(const Meaning &, const Meaning &) = default;
};

using Meanings = std::array<Meaning, model::maxPayloadWords>;

std::string_view entityText(const Timeline &timeline, model::EntityId entity)
{
    return entity.isNone() ? std::string_view() : std::string_view(timeline.entity(entity).id);
}

class MeaningWriter
{
public:
    MeaningWriter(const Timeline &timeline, Meanings &meanings) : m_timeline(timeline), m_meanings(meanings) { }

    template <class Field>
    void operator()(std::string_view, const Field &field)
    {
        Meaning &meaning = m_meanings[m_count++];
        if constexpr (std::is_same_v<Field, model::WriteId>)
            meaning = {field.counter, entityText(m_timeline, field.client)};
        else if constexpr (std::is_same_v<Field, model::EntityId>)
            meaning = {field.isNone() ? 1u : 0u, entityText(m_timeline, field)};
        else if constexpr (std::is_same_v<Field, model::StringId>)
            meaning = {field.isNone() ? 1u : 0u, m_timeline.text(field)};
        else if constexpr (std::is_same_v<Field, model::TransitTime>)
            meaning.number = field.us;
        else if constexpr (std::is_enum_v<Field> || std::is_arithmetic_v<Field>)
            meaning.number = static_cast<std::uint64_t>(field);
        else
            meaning.number = field.value;
    }

private:
    const Timeline &m_timeline;
    Meanings &m_meanings;
    std::size_t m_count = 0;
};

Meanings meaningsOf(const Timeline &timeline, const model::Fact &fact)
{
    Meanings meanings {};
    std::visit([&](const auto &payload) { payload.fields(payload, MeaningWriter(timeline, meanings)); }, fact);
    return meanings;
}

bool isAlike(const Timeline &one, const Record &a, const Timeline &other, const Record &b)
{
    return a.at == b.at && a.cause == b.cause && a.request == b.request && a.fact.index() == b.fact.index()
        && entityText(one, a.entity) == entityText(other, b.entity)
        && meaningsOf(one, a.fact) == meaningsOf(other, b.fact);
}

} // namespace

std::optional<Difference> firstDifference(const Timeline &one, const Timeline &other, model::SimTime until)
{
    const std::uint32_t countOfOne = one.countUpTo(until);
    const std::uint32_t countOfOther = other.countUpTo(until);
    const std::uint32_t shared = std::min(countOfOne, countOfOther);
    std::uint32_t i = 0;
    while (i < shared && isAlike(one, one[i], other, other[i]))
        ++i;
    if (i == countOfOne && i == countOfOther)
        return std::nullopt;
    Difference difference;
    if (i == countOfOne)
        difference.at = other[i].at;
    else if (i == countOfOther)
        difference.at = one[i].at;
    else
        difference.at = std::min(one[i].at, other[i].at);
    if (i < countOfOne && one[i].at == difference.at)
        difference.one = model::RecordId(i);
    if (i < countOfOther && other[i].at == difference.at)
        difference.other = model::RecordId(i);
    return difference;
}

} // namespace sessionarium::timeline
