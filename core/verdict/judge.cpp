// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/judge.h"

#include "core/verdict/judgement.h"

namespace sessionarium::verdict {

struct Judge::State
{
    Judgement judgement;
};

Judge::Judge() : m_state(std::make_unique<State>())
{
}
Judge::~Judge() = default;
Judge::Judge(const Judge &other) : m_state(std::make_unique<State>(*other.m_state))
{
}
Judge &Judge::operator=(const Judge &other)
{
    if (this != &other)
        m_state = std::make_unique<State>(*other.m_state);
    return *this;
}
Judge::Judge(Judge &&) noexcept = default;
Judge &Judge::operator=(Judge &&) noexcept = default;

void Judge::begin(const timeline::RunInfo &info)
{
    m_state->judgement.begin(info);
}

void Judge::internString(model::StringId id, std::string_view text)
{
    m_state->judgement.learnString(id, text);
}

void Judge::joinEntity(model::EntityId, model::StringId)
{
}

void Judge::append(model::RecordId id, const timeline::Record &record)
{
    m_state->judgement.append(id, record);
}

void Judge::end()
{
}

const std::vector<Verdict> &Judge::verdicts() const
{
    return m_state->judgement.verdicts();
}

std::uint32_t Judge::unfinished() const
{
    return m_state->judgement.unfinished();
}

} // namespace sessionarium::verdict
