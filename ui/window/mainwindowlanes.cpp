// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsview.h"
#include "ui/events/filterbar.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/window/bottompanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workpage.h"

#include <utility>

/// What can be done with the timeline, as commands.
namespace sessionarium::ui::window {

using commands::Command;
using commands::Group;
using timelineview::LanesPanel;

void MainWindow::makeTimelineCommands()
{
    LanesPanel &panel = m_work->bottomPanel().lanesPanel();
    const auto add = [this](const char *id, const char *name, QList<QKeySequence> keys, std::function<void()> run,
                            std::function<const char *()> whyNot) {
        m_commands.add({QLatin1String(id), Group::View, name, std::move(keys), Command::Keys::Window, std::move(run),
                        std::move(whyNot)});
    };
    const auto show = [this, &add](const char *id, const char *name, const QKeySequence &keys, const QString &view) {
        add(
            id, name, {keys}, [this, view] { m_work->bottomPanel().showView(view); },
            [this, view]() -> const char * {
                if (const char *reason = whyNoRun())
                    return reason;
                return m_work->bottomPanel().currentView() != view
                    ? nullptr
                    : QT_TRANSLATE_NOOP("Commands", "It is shown already.");
            });
    };
    show("view.timeline", QT_TRANSLATE_NOOP("Commands", "Show the timeline"), Qt::ALT | Qt::Key_1,
         BottomPanel::lanesView);
    show("view.events", QT_TRANSLATE_NOOP("Commands", "Show the events"), Qt::ALT | Qt::Key_2,
         QStringLiteral("events"));
    show("view.charts", QT_TRANSLATE_NOOP("Commands", "Show the charts"), Qt::ALT | Qt::Key_3,
         QStringLiteral("charts"));
    connect(&m_work->bottomPanel(), &BottomPanel::viewShown, &m_commands, &commands::CommandList::refresh);
    const auto onTimeline = [this] { return whyNoTimeline(); };
    add(
        "view.find", QT_TRANSLATE_NOOP("Commands", "Search the timeline or the events"), {QKeySequence::Find},
        [this, &panel] {
            BottomPanel &bottom = m_work->bottomPanel();
            if (bottom.currentView() == QStringLiteral("events")) {
                m_work->events().bar().focusSearch();
                return;
            }
            bottom.showView(BottomPanel::lanesView);
            panel.find();
        },
        [this] { return whyNoRun(); });
    const auto walk = [&](const char *id, const char *name, const QKeySequence &keys, int direction) {
        // Whether there are hits changes while somebody types: asked when the key comes.
        m_commands.add({QLatin1String(id),
                        Group::View,
                        name,
                        {keys},
                        Command::Keys::View,
                        [&panel, direction] { panel.walk(direction); },
                        [this, &panel]() -> const char * {
                            if (const char *reason = whyNoTimeline())
                                return reason;
                            return panel.hitCount() > 0 ? nullptr : QT_TRANSLATE_NOOP("Commands", "There is no hit.");
                        }});
    };
    walk("view.findNext", QT_TRANSLATE_NOOP("Commands", "Next hit on the timeline"), Qt::Key_F3, 1);
    walk("view.findPrevious", QT_TRANSLATE_NOOP("Commands", "Previous hit on the timeline"), Qt::SHIFT | Qt::Key_F3,
         -1);
    add(
        "view.everything", QT_TRANSLATE_NOOP("Commands", "Timeline without search and filter"), {},
        [&panel] { panel.closeBar(); },
        [this, &panel]() -> const char * {
            if (const char *reason = whyNoTimeline())
                return reason;
            return panel.isBarOpen() ? nullptr : QT_TRANSLATE_NOOP("Commands", "It shows everything already.");
        });
    add(
        "view.zoomIn", QT_TRANSLATE_NOOP("Commands", "Zoom timeline in"), {}, [&panel] { panel.view().zoomIn(); },
        [this, &panel]() -> const char * {
            if (const char *reason = whyNoTimeline())
                return reason;
            return panel.view().canZoomIn() ? nullptr : QT_TRANSLATE_NOOP("Commands", "It does not get any larger.");
        });
    const auto larger = [&](const char *id, const char *name, void (timelineview::LanesView::*slot)()) {
        add(
            id, name, {}, [&panel, slot] { (panel.view().*slot)(); },
            [this, &panel]() -> const char * {
                if (const char *reason = whyNoTimeline())
                    return reason;
                return panel.view().showsWholeRun() ? QT_TRANSLATE_NOOP("Commands", "The whole run is shown already.")
                                                    : nullptr;
            });
    };
    larger("view.zoomOut", QT_TRANSLATE_NOOP("Commands", "Zoom timeline out"), &timelineview::LanesView::zoomOut);
    larger("view.whole", QT_TRANSLATE_NOOP("Commands", "Whole run on the timeline"),
           &timelineview::LanesView::showWhole);
    add(
        "view.linear", QT_TRANSLATE_NOOP("Commands", "Timeline in linear time, or as before"), {},
        [&panel] { panel.setLinear(!panel.axis().isLinear()); }, onTimeline);
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Ctrl + arrows"),
                        QT_TRANSLATE_NOOP("Commands", "On the stage or the timeline, after F6: move what is in view")});
    m_commands.addHint({Group::View, QT_TRANSLATE_NOOP("Commands", "Left, Right"),
                        QT_TRANSLATE_NOOP("Commands", "On the timeline, after F6: from mark to mark")});
}

const char *MainWindow::whyNoTimeline() const
{
    if (const char *reason = whyNoRun())
        return reason;
    return m_work->bottomPanel().currentView() == BottomPanel::lanesView
        ? nullptr
        : QT_TRANSLATE_NOOP("Commands", "The timeline is not shown.");
}

} // namespace sessionarium::ui::window
