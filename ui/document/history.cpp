// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/history.h"

#include <QUndoStack>

#include <optional>
#include <set>
#include <utility>

namespace sessionarium::ui::document {

namespace {

struct Spots
{
    Spot before;
    Spot after;
};

/// While a command is being undone, its stack does not count it yet: whoever is told to go somewhere would find that
/// out. So that comes afterwards.
template <class Step>
void goAfterwards(std::function<void(const Spot &)> &go, const Step &step)
{
    std::optional<Spot> wanted;
    auto goes = std::exchange(go, [&wanted](const Spot &spot) { wanted = spot; });
    step();
    go = std::move(goes);
    if (wanted)
        go(*wanted);
}

void makeThin(Spot &spot)
{
    if (!spot.open->other)
        return;
    OpenRun open = *spot.open;
    open.other = nullptr;
    spot.open = std::make_shared<const OpenRun>(std::move(open));
    spot.isThin = true;
}

} // namespace

class History::Change : public QUndoCommand
{
public:
    Change(History &history, Spots changed) : spots(std::make_shared<Spots>(std::move(changed))), m_history(history) { }

    void undo() override { go(spots->before); }
    void redo() override
    {
        if (std::exchange(m_isDone, true)) // what is pushed has happened already
            go(spots->after);
    }

    const std::shared_ptr<Spots> spots;

private:
    void go(const Spot &spot)
    {
        if (!m_history.m_stays)
            m_history.m_go(spot);
    }

    History &m_history;
    bool m_isDone = false;
};

History::History(std::function<void(const Spot &)> go, std::size_t keptRecords)
    : m_stack(std::make_unique<QUndoStack>()), m_go(std::move(go)), m_keptRecords(keptRecords)
{
}

History::~History() = default;

void History::push(Spot before, Spot after)
{
    m_stack->push(new Change(*this, {std::move(before), std::move(after)}));
    thinOut();
}

void History::clear()
{
    m_stack->clear();
}

bool History::canUndo() const
{
    return m_stack->canUndo();
}

bool History::canRedo() const
{
    return m_stack->canRedo();
}

void History::undo()
{
    goAfterwards(m_go, [this] { m_stack->undo(); });
}

void History::redo()
{
    goAfterwards(m_go, [this] { m_stack->redo(); });
}

int History::index() const
{
    return m_stack->index();
}

void History::setIndex(int index)
{
    m_stays = true;
    m_stack->setIndex(index);
    m_stays = false;
}

void History::thinOut()
{
    std::set<const PlayedRun *> kept;
    std::size_t records = 0;
    for (int i = m_stack->count() - 1; i >= 0; --i) {
        Spots &spots = *static_cast<const Change *>(m_stack->command(i))->spots;
        for (Spot *spot : {&spots.after, &spots.before}) {
            const PlayedRun *run = spot->open->other.get();
            if (!run || kept.contains(run))
                continue;
            records += run->timeline().size();
            if (records > m_keptRecords)
                makeThin(*spot);
            else
                kept.insert(run);
        }
    }
}

} // namespace sessionarium::ui::document
