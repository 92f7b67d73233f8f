// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/judge.h"

#include <algorithm>

namespace sessionarium::verdict {

namespace {
constexpr std::uint32_t noVerdict = 0xFFFFFFFFu;
}

Verdicts::Verdicts(std::vector<Verdict> inOrderOfFinishing, std::uint32_t unfinished)
    : m_verdicts(std::move(inOrderOfFinishing)), m_unfinished(unfinished)
{
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        const Verdict &verdict = m_verdicts[i];
        const auto index = static_cast<std::uint32_t>(i);
        if (m_indexOfRequest.size() <= verdict.request.value)
            m_indexOfRequest.resize(std::size_t {verdict.request.value} + 1, noVerdict);
        m_indexOfRequest[verdict.request.value] = index;

        if (verdict.broken.isEmpty())
            continue;
        if (m_firstBroken.size() <= verdict.client.value) {
            FirstBroken whole;
            whole.fill(noVerdict);
            m_firstBroken.resize(std::size_t {verdict.client.value} + 1, whole);
        }
        for (std::size_t g = 0; g < guaranteeNames.size(); ++g)
            if (verdict.broken.has(static_cast<Guarantee>(g)))
                m_firstBroken[verdict.client.value][g] = std::min(m_firstBroken[verdict.client.value][g], index);
    }
}

std::size_t Verdicts::countWithin(std::uint32_t records) const
{
    const auto end = std::partition_point(m_verdicts.begin(), m_verdicts.end(), [records](const Verdict &verdict) {
        return verdict.finished.value < records;
    });
    return static_cast<std::size_t>(end - m_verdicts.begin());
}

const Verdict *Verdicts::of(model::RequestId request) const
{
    if (request.isNone() || request.value >= m_indexOfRequest.size() || m_indexOfRequest[request.value] == noVerdict)
        return nullptr;
    return &m_verdicts[m_indexOfRequest[request.value]];
}

const Verdict *Verdicts::lamp(model::EntityId client, Guarantee guarantee, std::uint32_t records) const
{
    if (client.isNone() || client.value >= m_firstBroken.size())
        return nullptr;
    const std::uint32_t first = m_firstBroken[client.value][static_cast<std::size_t>(guarantee)];
    if (first == noVerdict || m_verdicts[first].finished.value >= records)
        return nullptr;
    return &m_verdicts[first];
}

Verdicts judge(const timeline::Timeline &timeline)
{
    Judge judge;
    judge.begin(timeline.info());
    for (const std::string_view name : {model::userAttribute, model::sessionCookieName})
        if (const std::optional<model::StringId> id = timeline.strings().find(name))
            judge.internString(*id, name);
    const std::uint32_t size = timeline.size();
    for (std::uint32_t i = 0; i < size; ++i)
        judge.append(model::RecordId(i), timeline[i]);
    return Verdicts(judge.verdicts(), judge.unfinished());
}

} // namespace sessionarium::verdict
