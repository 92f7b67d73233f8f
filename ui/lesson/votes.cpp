// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/votes.h"

#include <algorithm>

namespace sessionarium::ui::lesson {

using document::Document;

Votes::Votes(const Document &document, QObject *parent) : QObject(parent)
{
    connect(&document, &Document::changed, this, [this](Document::What what) {
        if (what != Document::What::Opened)
            return;
        m_rounds.clear();
        m_history.clear();
        Q_EMIT changed();
    });
}

void Votes::count(std::size_t step, std::size_t option, int hands)
{
    std::vector<Round> &rounds = m_rounds[step];
    if (rounds.empty())
        rounds.emplace_back();
    const int before = handsIn(rounds.back(), option);
    const int after = std::clamp(before + hands, 0, mostHands);
    if (after == before)
        return;
    rounds.back()[option] = after;
    m_history.push_back({step, option, after - before, rounds.size() - 1});
    Q_EMIT changed();
}

void Votes::undo()
{
    if (m_history.empty())
        return;
    const Counted last = m_history.back();
    m_history.pop_back();
    m_rounds[last.step][last.round][last.option] -= last.hands;
    Q_EMIT changed();
}

void Votes::beginSecond(std::size_t step)
{
    if (!isCounted(step) || isSecond(step))
        return;
    m_rounds[step].emplace_back();
    Q_EMIT changed();
}

bool Votes::isCounted(std::size_t step) const
{
    const auto found = m_rounds.find(step);
    return found != m_rounds.end() && std::any_of(found->second.begin(), found->second.end(), [](const Round &round) {
               return std::any_of(round.begin(), round.end(), [](const auto &each) { return each.second > 0; });
           });
}

bool Votes::isSecond(std::size_t step) const
{
    const auto found = m_rounds.find(step);
    return found != m_rounds.end() && found->second.size() > 1;
}

int Votes::hands(std::size_t step, std::size_t option) const
{
    const auto found = m_rounds.find(step);
    return found == m_rounds.end() || found->second.empty() ? 0 : handsIn(found->second.back(), option);
}

void Votes::tell(std::size_t step, PredictionContent &content) const
{
    if (!isCounted(step))
        return;
    const std::vector<Round> &rounds = m_rounds.at(step);
    for (std::size_t i = 0; i < content.options.size(); ++i) {
        QStringList hands;
        for (const Round &round : rounds)
            hands << QString::number(handsIn(round, i));
        //: Hands raised for an answer: %1 is a number, or two of them: "12 → 20", before and after a discussion.
        content.options[i].votes = tr("Hands: %1").arg(hands.join(QStringLiteral(" → ")));
    }
}

int Votes::handsIn(const Round &round, std::size_t option)
{
    const auto found = round.find(option);
    return found == round.end() ? 0 : found->second;
}

} // namespace sessionarium::ui::lesson
