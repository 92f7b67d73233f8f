// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/names.h"

#include <algorithm>
#include <charconv>

namespace sessionarium::scenario {

namespace {

bool isInRows(const std::vector<std::pair<std::string, std::uint32_t>> &rows, std::string_view id)
{
    return std::any_of(rows.begin(), rows.end(), [id](const auto &row) {
        const std::uint32_t number = numberBehind(row.first, id);
        return number >= 1 && number <= row.second;
    });
}

} // namespace

void Names::add(const std::string &id)
{
    if (!isId(id))
        m_complete = false;
    else if (m_set.insert(id).second)
        m_order.push_back(id);
}

void Names::addRow(const std::string &prefix, std::uint32_t count)
{
    if (!isId(prefix)) {
        m_complete = false;
        return;
    }
    m_rows.emplace_back(prefix, count);
    m_order.push_back(prefix + "-1" + (count > 1 ? "…" + std::to_string(count) : std::string()));
}

void Names::allow(const std::string &id)
{
    m_allowed.insert(id);
}

void Names::allowRow(const std::string &prefix, std::uint32_t most)
{
    m_allowedRows.emplace_back(prefix, most);
}

bool Names::isComplete() const
{
    return m_complete && !anyBase([](const Names &base) { return !base.isComplete(); });
}

bool Names::has(const std::string &id) const
{
    return m_set.contains(id) || isInRows(m_rows, id) || anyBase([&id](const Names &base) { return base.has(id); });
}

bool Names::knows(const std::string &id) const
{
    return !m_complete || has(id) || m_allowed.contains(id) || isInRows(m_allowedRows, id)
        || anyBase([&id](const Names &base) { return base.knows(id); });
}

void Names::list(std::vector<std::string_view> &ids) const
{
    for (const Names *base : m_bases) {
        if (base != nullptr)
            base->list(ids);
    }
    ids.insert(ids.end(), m_order.begin(), m_order.end());
}

std::string Names::list() const
{
    constexpr std::size_t most = 20;
    std::vector<std::string_view> ids;
    list(ids);
    const bool isCut = ids.size() > most;
    ids.resize(std::min(ids.size(), most));
    return isCut ? joined(ids) + ", …" : joined(ids);
}

void Names::check(ReadContext &context, const std::string &place, const std::string &id) const
{
    if (!id.empty() && !knows(id))
        context.add(model::ProblemCode::UnknownReference, place, excerpt(id), list());
}

std::uint32_t numberBehind(std::string_view prefix, std::string_view id)
{
    if (id.size() < prefix.size() + 2 || !id.starts_with(prefix) || id[prefix.size()] != '-')
        return 0;
    const char *const first = id.data() + prefix.size() + 1;
    const char *const last = id.data() + id.size();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(first, last, number);
    return error == std::errc() && end == last && *first != '0' ? number : 0;
}

} // namespace sessionarium::scenario
