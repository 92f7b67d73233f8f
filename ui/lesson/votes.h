// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/lesson/predictioncontent.h"

#include <QObject>

#include <map>
#include <vector>

namespace sessionarium::ui::lesson {

/// The hands that a class raised for each answer of a question, as the teacher counts them: once, and once more after
/// a discussion. Nobody has to count; what was counted goes with the lesson that is closed.
class Votes : public QObject
{
    Q_OBJECT

public:
    /// The document must outlive this.
    explicit Votes(const document::Document &document, QObject *parent = nullptr);

    /// More or fewer hands for an option in the vote that is on. Never below 0.
    void count(std::size_t step, std::size_t option, int hands);
    /// Takes back the newest count.
    void undo();
    /// From now on counts are those of the second vote. No effect before anybody counted, or when it is on.
    void beginSecond(std::size_t step);

    [[nodiscard]] bool isCounted(std::size_t step) const;
    [[nodiscard]] bool isSecond(std::size_t step) const;
    /// In the vote that is on.
    [[nodiscard]] int hands(std::size_t step, std::size_t option) const;
    /// Writes the counts beside the options: "12", or "12 → 20" once there are two votes. Nothing counted: nothing.
    void tell(std::size_t step, PredictionContent &content) const;

    static constexpr int mostHands = 999;

Q_SIGNALS:
    void changed();

private:
    using Round = std::map<std::size_t, int>; // option → hands
    struct Counted
    {
        std::size_t step;
        std::size_t option;
        int hands;
        std::size_t round;
    };

    [[nodiscard]] static int handsIn(const Round &round, std::size_t option);

    std::map<std::size_t, std::vector<Round>> m_rounds; // step → votes, one or two
    std::vector<Counted> m_history;
};

} // namespace sessionarium::ui::lesson
