// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/lit.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <vector>

namespace sessionarium::ui::inspector {

/// Lights a chain of causes step by step, in order, so that eyes can follow: first step 1, then 1 and 2, and so on; all
/// stay lit at the end. Who shows the light listens to `lit`.
class ChainLighter : public QObject
{
    Q_OBJECT

public:
    using Step = std::vector<model::RecordId>; ///< What lights up together.

    explicit ChainLighter(QObject *parent = nullptr);

    /// Begins with the first step at once. An empty chain goes dark.
    void start(std::vector<Step> steps);
    /// Goes dark.
    void stop();
    /// Steps that are lit now.
    [[nodiscard]] std::size_t reached() const { return m_reached; }
    /// What is lit now.
    [[nodiscard]] stage::LitChain chain() const;
    [[nodiscard]] bool isLit() const { return m_reached > 0; }

    static constexpr int stepMs = 900;

public Q_SLOTS:
    /// Lights the next step; the timer calls it.
    void advance();

Q_SIGNALS:
    void lit(const sessionarium::ui::stage::LitChain &chain, std::size_t reached);

private:
    void emitLit();

    QTimer m_timer;
    std::vector<Step> m_steps;
    std::size_t m_reached = 0;
};

} // namespace sessionarium::ui::inspector
