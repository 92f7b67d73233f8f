// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/branchespanel.h"
#include "ui/window/bottompanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <utility>

/// What was done and the futures that were left, as commands.
namespace sessionarium::ui::window {

using commands::Command;
using commands::Group;

void MainWindow::makeBranchCommands()
{
    const auto add = [this](const char *id, const char *name, QList<QKeySequence> keys, std::function<void()> run,
                            std::function<const char *()> whyNot) {
        m_commands.add({QLatin1String(id), Group::Run, name, std::move(keys), Command::Keys::Window, std::move(run),
                        std::move(whyNot)});
    };
    add(
        "edit.undo", QT_TRANSLATE_NOOP("Commands", "Undo"), {Qt::CTRL | Qt::Key_Z}, [this] { undo(); },
        [this]() -> const char * {
            if (const char *reason = whyNoActing())
                return reason;
            return m_document.canUndo() ? nullptr : QT_TRANSLATE_NOOP("Commands", "There is nothing to undo.");
        });
    add(
        "edit.redo", QT_TRANSLATE_NOOP("Commands", "Redo"), {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
        [this] { redo(); },
        [this]() -> const char * {
            if (const char *reason = whyNoActing())
                return reason;
            return m_document.canRedo() ? nullptr : QT_TRANSLATE_NOOP("Commands", "Nothing was undone.");
        });
    branches::BranchesPanel &panel = m_work->branches();
    add(
        "branch.next", QT_TRANSLATE_NOOP("Commands", "Next branch"), {Qt::CTRL | Qt::Key_B},
        [&panel] { panel.step(1); }, [this] { return whyNoBranches(); });
    add(
        "branch.previous", QT_TRANSLATE_NOOP("Commands", "Previous branch"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
        [&panel] { panel.step(-1); }, [this] { return whyNoBranches(); });
    add(
        "branch.rename", QT_TRANSLATE_NOOP("Commands", "Rename branch"), {Qt::Key_F2},
        [&panel] { panel.rename(panel.currentBranch()); }, [this] { return whyNoBranches(); });
    add(
        "branch.delete", QT_TRANSLATE_NOOP("Commands", "Delete branch"), {},
        [&panel] { panel.remove(panel.currentBranch()); },
        [this, &panel]() -> const char * {
            if (const char *reason = whyNoBranches())
                return reason;
            return m_document.canRemoveBranch(panel.currentBranch())
                ? nullptr
                : QT_TRANSLATE_NOOP("Commands", "This branch is needed and stays.");
        });
    add(
        "branch.compare", QT_TRANSLATE_NOOP("Commands", "Compare with…"), {Qt::Key_F8},
        [this, &panel] {
            const QWidget &place =
                panel.list().isVisible() ? static_cast<const QWidget &>(panel) : m_work->bottomPanel().branchChoice();
            panel.compareWithAnother(panel.currentBranch(), place.mapToGlobal(place.rect().bottomLeft()));
        },
        [this] { return whyNoBranches(); });
    m_commands.addHint({Group::Run, QT_TRANSLATE_NOOP("Commands", "Enter, Delete"),
                        QT_TRANSLATE_NOOP("Commands", "On the branches, after F6: play one, delete it")});
    connect(&panel, &branches::BranchesPanel::removed, this, &MainWindow::branchRemoved);
}

const char *MainWindow::whyNoBranches() const
{
    if (const char *reason = whyNoActing())
        return reason;
    return m_work->branches().hasChoice()
        ? nullptr
        : QT_TRANSLATE_NOOP("Commands", "There is one course only. Acting in the past begins another.");
}

void MainWindow::undo()
{
    m_whenRunPlays = {};
    m_playback.pause();
    m_document.undo();
}

void MainWindow::redo()
{
    m_whenRunPlays = {};
    m_playback.pause();
    m_document.redo();
}

void MainWindow::branchRemoved(const QString &name)
{
    //: %1 is the name of a branch.
    m_messages->showNote(tr("Deleted: %1. Ctrl+Z brings it back.").arg(name));
}

} // namespace sessionarium::ui::window
