// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/openrun.h"

#include <cstddef>
#include <functional>
#include <memory>

class QUndoStack;

namespace sessionarium::ui::document {

/// Where somebody was: what was open, and the playhead in it.
struct Spot
{
    std::shared_ptr<const OpenRun> open;
    model::SimTime moment;
    std::size_t step = 0;
    bool isThin = false; ///< Its run by hand was given up for its memory and has to be computed again.
};

/// What was done since the opening, to be undone and done again. Keeps the runs of the newest changes, so that going
/// back to them takes no time; of older ones only what they were made of.
class History
{
public:
    /// `go` brings the program to a spot. `keptRecords`: how many the runs that are kept may have, all together; the
    /// usual million takes some 200 MB.
    explicit History(std::function<void(const Spot &spot)> go, std::size_t keptRecords = 1'000'000);
    ~History();
    History(const History &) = delete;
    History &operator=(const History &) = delete;

    /// Something was done; what had been undone is forgotten.
    void push(Spot before, Spot after);
    void clear();

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();

    /// How many changes are done and not undone.
    [[nodiscard]] int index() const;
    /// Back to an index without going anywhere: that came to nothing.
    void setIndex(int index);

private:
    class Change;
    void thinOut();

    std::unique_ptr<QUndoStack> m_stack;
    std::function<void(const Spot &)> m_go;
    std::size_t m_keptRecords;
    bool m_stays = false;
};

} // namespace sessionarium::ui::document
