// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"
#include "ui/help/helppages.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/stage/stageview.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/plainwords.h"
#include "ui/window/bottompanel.h"
#include "ui/window/keyboard.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sharingways.h"
#include "ui/window/workpage.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include <utility>

/// What can be done in the window, as one list, and the menu that is made of it.
namespace sessionarium::ui::window {

using commands::Command;
using commands::Group;
using playback::PlaybackController;

namespace {
constexpr int slowest = 25;
constexpr int fastest = 400;
} // namespace

void MainWindow::makeCommands()
{
    makeFileCommands();
    makeRunCommands();
    makeBranchCommands();
    makeActCommands();
    makeViewCommands();
    makeTimelineCommands();
}

void MainWindow::makeFileCommands()
{
    const auto add = [this](const char *id, const char *name, QList<QKeySequence> keys, std::function<void()> run,
                            std::function<const char *()> whyNot = {}) {
        m_commands.add({QLatin1String(id), Group::File, name, std::move(keys), Command::Keys::Window, std::move(run),
                        std::move(whyNot)});
    };
    const auto needsRun = [this] { return whyNoRun(); };
    const auto needsScenario = [this] { return whyNoActing(); };
    add("file.lessons", QT_TRANSLATE_NOOP("Commands", "All lessons"), {Qt::CTRL | Qt::Key_L},
        [this] { togglePages(); });
    add(
        "file.goOn", QT_TRANSLATE_NOOP("Commands", "Go on with the lesson of last time"), {},
        [this] { goOnWithLesson(); }, [this] { return whyNoPlaceToGoOn(); });
    add("file.empty", QT_TRANSLATE_NOOP("Commands", "Start empty"), {Qt::CTRL | Qt::Key_N},
        [this] { whenDiscardable([this] { m_document.startEmpty(); }); });
    add("file.open", QT_TRANSLATE_NOOP("Commands", "Open…"), {Qt::CTRL | Qt::Key_O}, [this] { open(); });
    add(
        "file.save", QT_TRANSLATE_NOOP("Commands", "Save"), {Qt::CTRL | Qt::Key_S}, [this] { save(); }, needsScenario);
    add(
        "file.saveAs", QT_TRANSLATE_NOOP("Commands", "Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
        [this] { saveAs(); }, needsScenario);
    add(
        "file.export", QT_TRANSLATE_NOOP("Commands", "Export…"), {Qt::CTRL | Qt::Key_E}, [this] { exportRun(); },
        needsRun);
    add(
        "file.startOver", QT_TRANSLATE_NOOP("Commands", "Start over"), {},
        [this] { whenDiscardable([this] { m_document.reopen(); }); }, needsRun);
    add(
        "file.print", QT_TRANSLATE_NOOP("Commands", "Print…"), {Qt::CTRL | Qt::Key_P}, [this] { printRun(); },
        needsRun);
    add("file.quit", QT_TRANSLATE_NOOP("Commands", "Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); });
}

void MainWindow::makeRunCommands()
{
    const auto add = [this](const char *id, const char *name, QList<QKeySequence> keys, std::function<void()> run,
                            std::function<const char *()> whyNot) {
        m_commands.add({QLatin1String(id), Group::Run, name, std::move(keys), Command::Keys::View, std::move(run),
                        std::move(whyNot)});
    };
    const auto move = [this, &add](const char *id, const char *name, const QKeySequence &keys,
                                   void (PlaybackController::*slot)(), const char *(MainWindow::*whyNot)() const) {
        add(
            id, name, {keys}, [this, slot] { (m_playback.*slot)(); }, [this, whyNot] { return (this->*whyNot)(); });
    };
    move("run.play", QT_TRANSLATE_NOOP("Commands", "Play or pause"), Qt::Key_Space, &PlaybackController::togglePlaying,
         &MainWindow::whyNotForward);
    move("run.hopForward", QT_TRANSLATE_NOOP("Commands", "One event forward"), Qt::Key_Right,
         &PlaybackController::hopForward, &MainWindow::whyNotForward);
    move("run.hopBack", QT_TRANSLATE_NOOP("Commands", "One event back"), Qt::Key_Left, &PlaybackController::hopBack,
         &MainWindow::whyNotBack);
    move("run.requestForward", QT_TRANSLATE_NOOP("Commands", "One request forward"), Qt::CTRL | Qt::Key_Right,
         &PlaybackController::requestForward, &MainWindow::whyNotForward);
    move("run.requestBack", QT_TRANSLATE_NOOP("Commands", "One request back"), Qt::CTRL | Qt::Key_Left,
         &PlaybackController::requestBack, &MainWindow::whyNotBack);
    add(
        "run.nextStep", QT_TRANSLATE_NOOP("Commands", "Next step of the lesson"), {Qt::Key_PageDown},
        [this] {
            if (m_playback.isAtGate())
                m_work->lessonPanel().pressShowMe();
            else
                m_playback.nextStep();
        },
        [this] { return m_playback.isAtGate() ? whyNoRun() : whyNotForward(); });
    move("run.previousStep", QT_TRANSLATE_NOOP("Commands", "Previous step of the lesson"), Qt::Key_PageUp,
         &PlaybackController::previousStep, &MainWindow::whyNotBack);
    move("run.start", QT_TRANSLATE_NOOP("Commands", "To the start"), Qt::Key_Home, &PlaybackController::toStart,
         &MainWindow::whyNotBack);
    move("run.end", QT_TRANSLATE_NOOP("Commands", "To the end"), Qt::Key_End, &PlaybackController::toEnd,
         &MainWindow::whyNotForward);
    add(
        "run.faster", QT_TRANSLATE_NOOP("Commands", "Play faster"), {Qt::CTRL | Qt::Key_Up},
        [this] { m_playback.setSpeedPercent(m_playback.speedPercent() * 2); },
        [this] {
            return m_playback.speedPercent() < fastest ? whyNoRun()
                                                       : QT_TRANSLATE_NOOP("Commands", "It does not go any faster.");
        });
    add(
        "run.slower", QT_TRANSLATE_NOOP("Commands", "Play slower"), {Qt::CTRL | Qt::Key_Down},
        [this] { m_playback.setSpeedPercent(m_playback.speedPercent() / 2); },
        [this] {
            return m_playback.speedPercent() > slowest ? whyNoRun()
                                                       : QT_TRANSLATE_NOOP("Commands", "It does not go any slower.");
        });
    add(
        "run.actions", QT_TRANSLATE_NOOP("Commands", "What can be done here"), {Qt::SHIFT | Qt::Key_F10},
        [this] {
            stage::StageView &stage = m_work->stage();
            const QRect node = stage.nodeRect(stage.selection());
            showEntityMenu(stage.selection(),
                           stage.mapToGlobal(node.isEmpty() ? stage.rect().center() : node.center()));
        },
        [this] { return whyNoActing(); });
    for (const SharingWay &way : sharingWays) {
        add(
            way.command, way.commandName, {}, [this, &way] { choosePolicy(QLatin1String(way.preset)); },
            [this, &way] {
                const auto played = m_document.played();
                const bool already = played && played->policy == way.preset;
                return already ? QT_TRANSLATE_NOOP("Commands", "It is played like this already.") : whyNoActing();
            });
    }
    m_commands.addHint(
        {Group::Run, QT_TRANSLATE_NOOP("Commands", "1 … 9"), QT_TRANSLATE_NOOP("Commands", "Choose an answer")});
}

void MainWindow::makeViewCommands()
{
    const auto add = [this](Group group, const char *id, const char *name, QList<QKeySequence> keys,
                            std::function<void()> run, std::function<const char *()> whyNot = {}) {
        m_commands.add({QLatin1String(id), group, name, std::move(keys), Command::Keys::Window, std::move(run),
                        std::move(whyNot)});
    };
    add(Group::View, "view.palette", QT_TRANSLATE_NOOP("Commands", "Find a command…"), {Qt::CTRL | Qt::Key_K},
        [this] { m_palette->isVisible() ? m_palette->close() : m_palette->open(); });
    add(
        Group::View, "view.nextRegion", QT_TRANSLATE_NOOP("Commands", "To the next part of the window"), {Qt::Key_F6},
        [this] { m_keyboard->focusNextRegion(1); }, [this] { return whyNoRun(); });
    add(
        Group::View, "view.previousRegion", QT_TRANSLATE_NOOP("Commands", "To the previous part of the window"),
        {Qt::SHIFT | Qt::Key_F6}, [this] { m_keyboard->focusNextRegion(-1); }, [this] { return whyNoRun(); });
    add(
        Group::View, "view.details", QT_TRANSLATE_NOOP("Commands", "Details and causes"), {Qt::CTRL | Qt::Key_D},
        [this] { m_work->setDrawerOpen(!m_work->isDrawerOpen()); },
        [this]() -> const char * {
            if (const char *reason = whyNoRun())
                return reason;
            return m_work->isCompact(size()) ? nullptr : QT_TRANSLATE_NOOP("Commands", "They are shown already.");
        });
    add(
        Group::View, "view.present", QT_TRANSLATE_NOOP("Commands", "Presenter mode, and back"), {Qt::Key_F5},
        [this] { togglePresenting(); }, [this] { return isPresenting() ? nullptr : whyNoRun(); });
    add(Group::View, "view.theme", QT_TRANSLATE_NOOP("Commands", "Light or dark"), {Qt::CTRL | Qt::Key_T},
        [this] { toggleShade(); });
    add(Group::View, "view.motion", QT_TRANSLATE_NOOP("Commands", "Less motion, or as before"), {},
        [this] { setReducedMotion(!m_services.preferences.reducedMotion()); });
    add(Group::View, "view.language", QT_TRANSLATE_NOOP("Commands", "Korean or English"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, [this] {
            const bool korean = m_services.translator.language() == text::Language::Korean;
            setLanguage(korean ? text::Language::English : text::Language::Korean);
        });
    const auto size = [this, &add](const char *id, const char *name, QList<QKeySequence> keys, int direction,
                                   const char *reason) {
        add(
            Group::View, id, name, std::move(keys), [this, direction] { setTextScale(*nextTextScale(direction)); },
            [this, direction, reason] { return nextTextScale(direction) ? nullptr : reason; });
    };
    size("view.largerText", QT_TRANSLATE_NOOP("Commands", "Larger text"),
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1,
         QT_TRANSLATE_NOOP("Commands", "It does not get any larger."));
    size("view.smallerText", QT_TRANSLATE_NOOP("Commands", "Smaller text"), {Qt::CTRL | Qt::Key_Minus}, -1,
         QT_TRANSLATE_NOOP("Commands", "It does not get any smaller."));
    add(Group::View, "view.normalText", QT_TRANSLATE_NOOP("Commands", "Text as it was"), {Qt::CTRL | Qt::Key_0},
        [this] { setTextScale(1.0); });
    add(Group::Help, "help.keys", QT_TRANSLATE_NOOP("Commands", "Help"), {Qt::Key_F1},
        [this] { showHelp(help::shortcutsId); });
    add(Group::Help, "help.glossary", QT_TRANSLATE_NOOP("Commands", "Glossary"), {},
        [this] { showHelp(help::glossaryId); });
    add(Group::Help, "help.modelled", QT_TRANSLATE_NOOP("Commands", "What is modelled"), {},
        [this] { showHelp(help::modelledId); });
    add(Group::Help, "help.about", QT_TRANSLATE_NOOP("Commands", "Version and licences"), {},
        [this] { showHelp(help::aboutId); });
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Ctrl+1 … Ctrl+9, Ctrl+0"),
                        QT_TRANSLATE_NOOP("Commands", "Presenter mode: count a hand, take one back")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "F7"),
                        QT_TRANSLATE_NOOP("Commands", "Presenter mode: vote a second time")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "B or ."),
                        QT_TRANSLATE_NOOP("Commands", "Presenter mode: black picture")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Arrows"),
                        QT_TRANSLATE_NOOP("Commands", "On the stage, after F6: from node to node")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Ctrl + wheel"),
                        QT_TRANSLATE_NOOP("Commands", "Zoom the stage or the timeline")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Enter"),
                        QT_TRANSLATE_NOOP("Commands", "Details of the node, or why it came to this mark")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Esc"),
                        QT_TRANSLATE_NOOP("Commands", "Close the drawer, put out the lights")});
}

const char *MainWindow::whyNoRun() const
{
    if (!m_document.isOpen())
        return QT_TRANSLATE_NOOP("Commands", "Nothing is open yet.");
    return isWorking() ? nullptr : QT_TRANSLATE_NOOP("Commands", "Go back to the run first.");
}

const char *MainWindow::whyNoActing() const
{
    if (const char *reason = whyNoRun())
        return reason;
    return m_document.canAct() ? nullptr
                               : QT_TRANSLATE_NOOP("Commands", "This is a recording. It can only be looked at.");
}

const char *MainWindow::whyNotForward() const
{
    if (const char *reason = whyNoRun())
        return reason;
    if (m_playback.isAtGate())
        return QT_TRANSLATE_NOOP("Commands", "The question comes first.");
    return m_playback.isAtEndOfStep() && !m_playback.hasNextStep() ? QT_TRANSLATE_NOOP("Commands", "This is the end.")
                                                                   : nullptr;
}

const char *MainWindow::whyNotBack() const
{
    if (const char *reason = whyNoRun())
        return reason;
    return m_playback.moment() == model::SimTime {} && m_playback.step() == 0
        ? QT_TRANSLATE_NOOP("Commands", "This is the start.")
        : nullptr;
}

void MainWindow::makeMenu()
{
    m_menu->setObjectName(QStringLiteral("mainMenu"));
    const auto addAll = [this](QMenu &menu, std::initializer_list<const char *> ids) {
        for (const char *id : ids) {
            if (*id)
                menu.addAction(&m_commands.action(QLatin1String(id)));
            else
                menu.addSeparator();
        }
    };
    addAll(*m_menu, {"view.palette", "", "file.lessons", "file.goOn", "file.empty", "file.open"});
    m_recentMenu = m_menu->addMenu(QString());
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    addAll(
        *m_menu,
        {"file.save", "file.saveAs", "file.export", "file.print", "file.startOver", "", "edit.undo", "edit.redo", ""});
    m_runMenu = m_menu->addMenu(QString());
    addAll(*m_runMenu,
           {"run.play", "run.hopForward", "run.hopBack", "run.requestForward", "run.requestBack", "run.nextStep",
            "run.previousStep", "run.start", "run.end", "", "run.faster", "run.slower", "", "run.actions", ""});
    for (const SharingWay &way : sharingWays)
        m_runMenu->addAction(&m_commands.action(QLatin1String(way.command)));
    m_branchesMenu = m_menu->addMenu(QString());
    addAll(*m_branchesMenu, {"branch.next", "branch.previous", "", "branch.rename", "branch.delete", "branch.compare"});
    m_work->bottomPanel().setBranchActions({&m_commands.action(QStringLiteral("branch.rename")),
                                            &m_commands.action(QStringLiteral("branch.delete")),
                                            &m_commands.action(QStringLiteral("branch.compare"))});
    fillActMenu();
    m_viewMenu = m_menu->addMenu(QString());
    addAll(*m_viewMenu,
           {"view.present",
            "view.timeline",
            "view.events",
            "view.charts",
            "view.details",
            "view.nextRegion",
            "view.previousRegion",
            "",
            "view.theme",
            "view.motion",
            "view.language",
            "",
            "view.find",
            "view.findNext",
            "view.findPrevious",
            "view.everything",
            "view.zoomIn",
            "view.zoomOut",
            "view.whole",
            "view.linear",
            "",
            "view.largerText",
            "view.smallerText",
            "view.normalText"});
    m_helpMenu = m_menu->addMenu(QString());
    addAll(*m_helpMenu, {"help.keys", "help.glossary", "help.modelled", "help.about"});
    m_menu->addSeparator();
    addAll(*m_menu, {"file.quit"});
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_commands.refresh();
        m_recentMenu->setEnabled(!m_services.preferences.existingRecentFiles().isEmpty());
    });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : m_services.preferences.existingRecentFiles()) {
        QAction *action =
            m_recentMenu->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(widgets::plainWords(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    m_recentMenu->setToolTipsVisible(true);
}

} // namespace sessionarium::ui::window
