// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/impressions.h"

#include "tests/ui/endtoend/realkeys.h"
#include "tests/ui/endtoend/views.h"
#include "ui/charts/chartsview.h"
#include "ui/commands/commandpalette.h"
#include "ui/events/eventstable.h"
#include "ui/events/eventsview.h"
#include "ui/export/picture.h"
#include "ui/inspector/whypanel.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanespanel.h"
#include "ui/timelineview/lanesview.h"
#include "ui/timelineview/scrubbar.h"
#include "ui/window/bottompanel.h"
#include "ui/window/transportbar.h"
#include "ui/window/workpage.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QToolTip>

namespace sessionarium::tests {

using namespace ui;

namespace {

class Taker
{
public:
    explicit Taker(WindowFixture &fixture) : m_fixture(fixture) { }

    std::vector<Impression> all();

private:
    void note(const QString &where, const QString &text) { m_taken.push_back({where, text, {}}); }
    void look(const QString &where);
    void readAloud(const QString &where, QWidget &top);
    void read(QString &words, QAccessibleInterface *from, int depth);
    void hover(const QString &where, QWidget &widget);
    void lookAtTabs();
    void lookAtLinearTime();
    void lookAtEntities();
    void lookAtMenus();
    void lookAtLists();
    void takeCopies();
    void takePictures();
    void lookAtDialogs();
    void leave();
    void present();

    WindowFixture &m_fixture;
    std::vector<Impression> m_taken;
};

void Taker::look(const QString &where)
{
    waitForAll(m_fixture);
    QWidget &top = topmost(m_fixture);
    m_taken.push_back({where, top.windowTitle(), top.grab().toImage()});
    readAloud(where, top);
}

/// As a screen reader goes through it.
void Taker::readAloud(const QString &where, QWidget &top)
{
    QString words;
    read(words, QAccessible::queryAccessibleInterface(&top), 0);
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        if (widget->isVisible())
            words += widget->toolTip() + QLatin1Char('\n') + widget->whatsThis() + widget->statusTip();
    }
    note(where + QStringLiteral(", read aloud"), words);
}

void Taker::read(QString &words, QAccessibleInterface *from, int depth)
{
    constexpr int deepest = 24;
    constexpr int mostChildren = 400;
    if (!from || !from->isValid() || depth > deepest || from->state().invisible)
        return;
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        words += from->text(kind) + QLatin1Char('|');
    words += QLatin1Char('\n');
    for (int i = 0; i < std::min(from->childCount(), mostChildren); ++i)
        read(words, from->child(i), depth + 1);
}

void Taker::hover(const QString &where, QWidget &widget)
{
    constexpr int stride = 24;
    QStringList tips;
    for (int y = stride / 2; y < widget.height(); y += stride) {
        for (int x = stride / 2; x < widget.width(); x += stride) {
            QToolTip::hideText();
            QHelpEvent help(QEvent::ToolTip, {x, y}, widget.mapToGlobal(QPoint(x, y)));
            QCoreApplication::sendEvent(&widget, &help);
            tips << QToolTip::text();
        }
    }
    QToolTip::hideText();
    WindowFixture::settle();
    note(where + QStringLiteral(", under the pointer"), tips.join(QLatin1Char('\n')));
}

void Taker::lookAtTabs()
{
    window::BottomPanel &panel = m_fixture.window().workPage().bottomPanel();
    const QString before = panel.currentView();
    for (const QString &id : bottomViews(m_fixture)) {
        showBottomView(m_fixture, id);
        look(QStringLiteral("tab ") + id);
        hover(QStringLiteral("tab ") + id, *panel.currentWidget());
    }
    for (auto *charts : m_fixture.window().findChildren<charts::ChartsView *>()) {
        showBottomView(m_fixture, QStringLiteral("charts"));
        for (const charts::Topic topic : charts::allTopics) {
            charts->setTopic(topic);
            look(QStringLiteral("chart ") + charts::topicId(topic));
        }
        charts->setTopic(charts::allTopics.front());
    }
    showBottomView(m_fixture, before);
}

void Taker::lookAtLinearTime()
{
    timelineview::LanesPanel &lanes = m_fixture.window().workPage().bottomPanel().lanesPanel();
    for (const bool linear : {true, false}) {
        lanes.setLinear(linear);
        lanes.axis().wait();
        look(linear ? QStringLiteral("linear time") : QStringLiteral("paced time again"));
    }
}

void Taker::lookAtEntities()
{
    window::WorkPage &page = m_fixture.window().workPage();
    const auto &timeline = m_fixture.document().played()->timeline();
    // Those that are there at this moment: others would have to be known already.
    for (const stage::ClientNode &client : page.stage().frame().scene.clients) {
        page.select(client.entity);
        look(QStringLiteral("inspector of ") + QString::fromStdString(timeline.entity(client.entity).id));
    }
    for (const stage::ServerNode &server : page.stage().frame().scene.servers) {
        page.select(server.entity);
        look(QStringLiteral("inspector of ") + QString::fromStdString(timeline.entity(server.entity).id));
    }
    page.stage().setSight(stage::Sight::Belief);
    look(QStringLiteral("stage as believed"));
    page.stage().setSight(stage::Sight::Truth);
}

void Taker::lookAtMenus()
{
    QStringList entries;
    const auto read = [&entries](const QMenu &menu) {
        for (const QAction *action : menu.actions())
            entries << action->text() + QLatin1Char('|') + action->toolTip() + QLatin1Char('|')
                    + QString::number(action->isEnabled()) + QString::number(action->isChecked());
    };
    // The files of late and their paths are the reader's own.
    for (QMenu *menu : m_fixture.window().findChildren<QMenu *>()) {
        if (menu->objectName() == QLatin1String("recentMenu"))
            continue;
        Q_EMIT menu->aboutToShow();
        read(*menu);
    }
    window::WorkPage &page = m_fixture.window().workPage();
    auto *menu = m_fixture.window().findChild<QMenu *>(QStringLiteral("entityMenu"));
    std::vector<model::EntityId> entities {model::EntityId()};
    for (const stage::ClientNode &client : page.stage().frame().scene.clients)
        entities.push_back(client.entity);
    for (const stage::ServerNode &server : page.stage().frame().scene.servers)
        entities.push_back(server.entity);
    for (const model::EntityId entity : entities) {
        Q_EMIT page.menuRequested(entity, page.mapToGlobal(page.rect().center()));
        read(*menu);
        menu->hide();
    }
    const commands::CommandList &list = m_fixture.window().commands();
    for (const auto &command : list.all())
        entries << command->id + QLatin1Char('|') + list.whyNot(*command);
    note(QStringLiteral("menus and commands"), entries.join(QLatin1Char('\n')));
}

/// Lists that are made when somebody opens them.
void Taker::lookAtLists()
{
    showBottomView(m_fixture, QStringLiteral("events"));
    QStringList entries;
    for (QComboBox *box : m_fixture.window().findChildren<QComboBox *>()) {
        if (!box->isVisible())
            continue;
        box->showPopup();
        WindowFixture::settle();
        for (int i = 0; i < box->count(); ++i)
            entries << box->itemText(i);
        box->hidePopup();
        WindowFixture::settle();
    }
    note(QStringLiteral("lists of the filters"), entries.join(QLatin1Char('\n')));
    showBottomView(m_fixture, window::BottomPanel::lanesView);
}

void Taker::takeCopies()
{
    const auto noteClipboard = [this](const QString &where) {
        const QMimeData *data = QApplication::clipboard()->mimeData();
        const QImage picture = QApplication::clipboard()->image();
        QString text = data ? data->text() : QString();
        for (const QString &format : data ? data->formats() : QStringList()) {
            if (format.startsWith(QLatin1String("text/")) || format == QLatin1String("image/svg+xml"))
                text += format + QLatin1Char('\n') + QString::fromUtf8(data->data(format));
        }
        m_taken.push_back({where, text, picture});
        QApplication::clipboard()->clear();
    };
    QApplication::clipboard()->clear();
    showBottomView(m_fixture, QStringLiteral("events"));
    events::EventsView &events = m_fixture.window().workPage().events();
    events.table().setFocus(Qt::TabFocusReason);
    pressKey(Qt::CTRL | Qt::Key_A);
    events.copy();
    events.wait();
    noteClipboard(QStringLiteral("copy of the events"));
    const QString file = m_fixture.path(QStringLiteral("events.csv"));
    events.exportTo(file);
    events.wait();
    QFile written(file);
    (void)written.open(QIODevice::ReadOnly);
    note(QStringLiteral("events in a file"), QString::fromUtf8(written.readAll()));
    events.table().setCurrentRecord({});
    showBottomView(m_fixture, QStringLiteral("charts"));
    for (auto *charts : m_fixture.window().findChildren<charts::ChartsView *>()) {
        charts->copyPicture();
        noteClipboard(QStringLiteral("copy of the chart"));
    }
    showBottomView(m_fixture, window::BottomPanel::lanesView);
    m_fixture.window().workPage().stage().setFocus(Qt::OtherFocusReason);
}

void Taker::takePictures()
{
    const exporting::PictureSource source {m_fixture.document().played(),
                                           m_fixture.document().view(),
                                           m_fixture.playback().moment(),
                                           stage::Sight::Truth,
                                           {}};
    for (const exporting::PictureView view : {exporting::PictureView::Stage, exporting::PictureView::Lanes}) {
        exporting::PictureWishes wishes;
        wishes.view = view;
        const QString name = view == exporting::PictureView::Stage ? QStringLiteral("stage") : QStringLiteral("lanes");
        m_taken.push_back({QStringLiteral("picture of the ") + name,
                           {},
                           exporting::pictureImage(source, wishes, text::Language::English)});
        note(QStringLiteral("drawing of the ") + name,
             QString::fromUtf8(
                 exporting::pictureBytes(exporting::PictureFormat::Svg, source, wishes, text::Language::English)));
    }
}

void Taker::lookAtDialogs()
{
    // Every command that asks something first, and does nothing before it is answered.
    for (const char *id : {"file.export", "view.palette", "help.keys"}) {
        const commands::CommandList &list = m_fixture.window().commands();
        const commands::Command *command = list.find(QLatin1String(id));
        if (!command || !list.run(*command))
            continue;
        look(QLatin1String(id));
        leave();
    }
}

/// By Esc, whatever it is.
void Taker::leave()
{
    QWidget &top = topmost(m_fixture);
    auto *palette = m_fixture.window().findChild<commands::CommandPalette *>();
    top.activateWindow();
    (void)QTest::qWaitForWindowActive(&top);
    for (int i = 0; i < 4 && (&topmost(m_fixture) != &m_fixture.window() || palette->isVisible()); ++i)
        pressKey(Qt::Key_Escape);
    m_fixture.window().activateWindow();
    if (!QTest::qWaitForWindowActive(&m_fixture.window()) || palette->isVisible())
        note(QStringLiteral("it does not go away"), top.objectName());
}

void Taker::present()
{
    m_fixture.window().setPresenting(true, false);
    look(QStringLiteral("presenter"));
    m_fixture.window().setPresenting(false);
    m_fixture.window().showWelcome();
    look(QStringLiteral("welcome page"));
    m_fixture.window().showRun();
}

std::vector<Impression> Taker::all()
{
    window::WorkPage &page = m_fixture.window().workPage();
    look(QStringLiteral("window"));
    hover(QStringLiteral("stage"), page.stage());
    hover(QStringLiteral("scrub bar"), page.transport().scrubBar());
    lookAtTabs();
    lookAtLinearTime();
    lookAtEntities();
    lookAtMenus();
    lookAtLists();
    takeCopies();
    takePictures();
    lookAtDialogs();
    present();
    // Back by a step and here again: nothing was learnt on the way.
    m_fixture.playback().hopBack();
    look(QStringLiteral("a hop before"));
    m_fixture.playback().toStart();
    look(QStringLiteral("at the start"));
    return std::move(m_taken);
}

} // namespace

std::vector<Impression> impressions(WindowFixture &fixture)
{
    QApplication::setCursorFlashTime(0); // a caret that blinks is no difference
    return Taker(fixture).all();
}

} // namespace sessionarium::tests
