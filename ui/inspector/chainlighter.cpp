// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/chainlighter.h"

#include <utility>

namespace sessionarium::ui::inspector {

ChainLighter::ChainLighter(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(stepMs);
    connect(&m_timer, &QTimer::timeout, this, &ChainLighter::advance);
}

void ChainLighter::start(std::vector<Step> steps)
{
    m_steps = std::move(steps);
    m_reached = 0;
    m_timer.stop();
    if (m_steps.empty()) {
        emitLit();
        return;
    }
    advance();
    if (m_reached < m_steps.size())
        m_timer.start();
}

void ChainLighter::stop()
{
    m_timer.stop();
    const bool wasLit = isLit();
    m_steps.clear();
    m_reached = 0;
    if (wasLit)
        emitLit();
}

void ChainLighter::advance()
{
    if (m_reached < m_steps.size())
        ++m_reached;
    if (m_reached >= m_steps.size())
        m_timer.stop();
    emitLit();
}

stage::LitChain ChainLighter::chain() const
{
    stage::LitChain chain;
    for (std::size_t i = 0; i < m_reached; ++i) {
        for (const model::RecordId record : m_steps[i])
            chain.push_back(stage::Lit {record, static_cast<int>(i) + 1});
    }
    return chain;
}

void ChainLighter::emitLit()
{
    Q_EMIT lit(chain(), m_reached);
}

} // namespace sessionarium::ui::inspector
