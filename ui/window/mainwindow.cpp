// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/commands/commandpalette.h"
#include "ui/help/helpwindow.h"
#include "ui/lesson/lessonpanel.h"
#include "ui/presenter/presenterview.h"
#include "ui/recovery/autosave.h"
#include "ui/stage/stageview.h"
#include "ui/text/problemtext.h"
#include "ui/theme/theme.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/keyboard.h"
#include "ui/window/messagebar.h"
#include "ui/window/topbar.h"
#include "ui/window/workpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace sessionarium::ui::window {

using document::Document;
using playback::PlaybackController;

namespace {

constexpr QSize startSize(1600, 1000);
constexpr QSize leastSize(1100, 700);
constexpr int busyAfterMs = 400;
constexpr int roomyHeight = 900;

} // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent),
      m_services((prepareLook(services.themes), std::move(services))),
      m_texts(m_document, m_services.translator),
      m_playback(m_document, m_services.clock),
      m_moment(m_document, m_playback),
      m_central(new QWidget(this)),
      m_menu(new QMenu(this)),
      m_topBar(new TopBar(m_services.themes, m_document, m_texts, m_menu, m_central)),
      m_recoveryRoom(new QWidget(m_central)),
      m_pages(new QStackedWidget(m_central)),
      m_welcome(new welcome::WelcomePage(m_services.themes, m_services.translator, m_services.clock, m_pages)),
      m_work(new WorkPage(m_services.themes, m_document, m_playback, m_moment, m_texts, m_pages)),
      m_presenter(new presenter::PresenterView(m_services.themes, m_document, m_playback, m_texts,
                                               m_work->lessonPanel().votes(), m_pages)),
      m_messages(new MessageBar(m_services.themes, m_central)), // over the page: work goes on below it
      m_busyBar(new MessageBar(m_services.themes, m_central)),
      m_recoveryBar(new MessageBar(m_services.themes, m_central)),
      m_entityMenu(new QMenu(this)),
      m_choiceMenu(new QMenu(this)),
      m_palette(new commands::CommandPalette(m_services.themes, m_commands, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    m_busyBar->setObjectName(QStringLiteral("busyBar"));
    m_recoveryBar->setObjectName(QStringLiteral("recoveryBar"));
    m_entityMenu->setObjectName(QStringLiteral("entityMenu"));
    m_work->setFocusPolicy(Qt::ClickFocus);
    m_welcome->setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(leastSize);
    resize(startSize);
    setAcceptDrops(true);

    auto *layout = new QVBoxLayout(m_central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_recoveryRoom);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_presenter);
    setCentralWidget(m_central);
    for (MessageBar *bar : {m_messages, m_busyBar, m_recoveryBar})
        connect(bar, &MessageBar::resized, this, &MainWindow::placeMessages);
    m_keyboard = std::make_unique<Keyboard>(*this, *m_topBar, *m_work, m_document, m_commands);
    makeCommands();
    makeMenu();
    setReducedMotion(m_services.preferences.reducedMotion());

    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfterMs);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] {
        m_busyBar->ask(busyText(),
                       {{QStringLiteral("cancelComputing"), tr("Cancel"), [this] { m_document.cancel(); }}});
    });
    connect(&m_document, &Document::progressed, this, [this](int permille) {
        m_donePermille = permille;
        if (m_busyBar->isAsking())
            m_busyBar->rephrase(busyText());
    });
    connect(&m_document, &Document::changed, this, &MainWindow::documentChanged);
    connect(&m_document, &Document::failed, this, &MainWindow::documentFailed);
    connect(&m_document, &Document::busyChanged, this, &MainWindow::busyChanged);
    connect(m_topBar, &TopBar::homeRequested, this, &MainWindow::togglePages);
    connect(m_topBar, &TopBar::policyRequested, this, &MainWindow::choosePolicy);
    connect(m_topBar, &TopBar::exportRequested, this, &MainWindow::exportRun);
    connect(m_topBar, &TopBar::presentRequested, this, &MainWindow::togglePresenting);
    connect(m_topBar, &TopBar::languageRequested, this, &MainWindow::setLanguage);
    connect(m_topBar, &TopBar::themeToggled, this, &MainWindow::toggleShade);
    connect(m_welcome, &welcome::WelcomePage::lessonChosen, this, &MainWindow::openLesson);
    connect(m_welcome, &welcome::WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_welcome, &welcome::WelcomePage::recentChosen, this, &MainWindow::openPath);
    connect(m_welcome, &welcome::WelcomePage::emptyRequested, this,
            [this] { whenDiscardable([this] { m_document.startEmpty(); }); });
    connect(m_welcome, &welcome::WelcomePage::goOnRequested, this, &MainWindow::goOnWithLesson);
    connect(&m_playback, &PlaybackController::moved, this, &MainWindow::rememberPlace);
    connect(m_presenter, &presenter::PresenterView::leaveRequested, this, [this] { setPresenting(false); });
    connect(m_work, &WorkPage::deedChosen, this, &MainWindow::take);
    connect(m_work, &WorkPage::sidesAsked, this, &MainWindow::askSides);
    connect(m_work, &WorkPage::menuRequested, this, &MainWindow::showEntityMenu);
    connect(&m_work->lessonPanel(), &lesson::LessonPanel::tryRequested, this, &MainWindow::tryItem);
    connect(&m_work->lessonPanel(), &lesson::LessonPanel::nextLessonRequested, this, [this] {
        if (const welcome::LessonEntry *next = nextLesson())
            openLesson(next->id);
    });

    connect(&m_work->lessonPanel(), &lesson::LessonPanel::startOverRequested,
            &m_commands.action(QStringLiteral("file.startOver")), &QAction::trigger);

    m_welcome->setRecentFiles(m_services.preferences.existingRecentFiles());
    restoreGeometry(m_services.preferences.geometry());
    restorePanels();
    retranslate();
    showWelcome();
    startRecovery();
}

MainWindow::~MainWindow()
{
    hide(); // now: who loses the focus by it, such as a name that is being typed, still finds the document
}

void MainWindow::openPath(const QString &path)
{
    whenDiscardable([this, path] { m_document.openFile(path); });
}

bool MainWindow::openLesson(const QString &id)
{
    for (const welcome::LessonEntry &lesson : m_welcome->lessons()) {
        if (lesson.id != id)
            continue;
        whenDiscardable([this, lesson] { m_document.openLesson(lesson.id, lesson.json); });
        return true;
    }
    return false;
}

void MainWindow::showWelcome()
{
    setPresenting(false);
    m_playback.pause();
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus(Qt::OtherFocusReason); // on the page, not on the logo; Tab goes to the first lesson
    m_topBar->setWorking(false);
    placeMessages();
    m_welcome->setRecentFiles(m_services.preferences.existingRecentFiles());
    offerToGoOn();
    refreshTitle();
    m_commands.refresh();
}

void MainWindow::showRun()
{
    m_pages->setCurrentWidget(m_work);
    m_topBar->setWorking(true);
    placeMessages();
    m_work->setFocus(Qt::OtherFocusReason);
    refreshTitle();
    m_commands.refresh();
}

void MainWindow::togglePages()
{
    if (!isWorking() && m_document.isOpen())
        showRun();
    else
        showWelcome();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if ((m_document.isModified() || m_document.isChanging()) && !m_mayClose) {
        event->ignore();
        whenDiscardable([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_services.preferences.setGeometry(saveGeometry());
    rememberPanels();
    m_document.cancel();
    if (m_autosave)
        m_autosave->finish();
    if (m_help)
        m_help->close();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeMessages();
    m_palette->place();
    m_commands.refresh(); // details have room of their own, or not
}

void MainWindow::placeMessages()
{
    constexpr int margin = 16;
    constexpr int gap = 8;
    int top = m_topBar->height() + gap;
    int room = 0; // the offer stays for long: where there is room it covers nothing
    for (MessageBar *bar : {m_recoveryBar, m_messages, m_busyBar}) {
        if (bar->isHidden())
            continue;
        const int across = centralWidget()->width() - 2 * margin;
        bar->setGeometry(margin, top, across, bar->heightForWidth(across));
        bar->raise();
        top += bar->height() + gap;
        if (bar == m_recoveryBar && (m_pages->currentWidget() == m_welcome || height() >= roomyHeight))
            room = bar->height() + gap;
    }
    m_recoveryRoom->setFixedHeight(room);
}

void MainWindow::retranslate()
{
    m_commands.retranslate();
    m_recentMenu->setTitle(tr("Open again"));
    m_runMenu->setTitle(tr("Play"));
    m_branchesMenu->setTitle(tr("Branches"));
    m_viewMenu->setTitle(tr("View"));
    m_helpMenu->setTitle(tr("Help"));
    nameActMenus();
    const QPointer<QWidget> focus = focusWidget();
    if (m_messages->isAsking())
        askAgain();
    else
        m_messages->dismiss(); // a message in the old language
    if (m_recoveryBar->isAsking())
        offerRecovery();
    if (focus && focus->isVisible()) // asking again takes it
        focus->setFocus(Qt::OtherFocusReason);
    refreshTitle();
}

QString MainWindow::runName() const
{
    const auto played = m_document.played();
    const QString path = m_document.path();
    return !path.isEmpty() ? QFileInfo(path).fileName()
        : played->scenario ? text::pick(played->scenario->title, m_texts.language())
                           : QString::fromStdString(played->timeline().info().scenario);
}

void MainWindow::refreshTitle()
{
    const auto played = m_document.played();
    if (!isWorking() || !played) {
        setWindowModified(false);
        setWindowTitle(QStringLiteral("Sessionarium"));
        return;
    }
    setWindowTitle(runName() + QStringLiteral("[*] – Sessionarium"));
    setWindowModified(m_document.isModified());
}

void MainWindow::documentChanged(Document::What what)
{
    if (what == Document::What::Opened && m_document.isOpen()) {
        m_messages->dismiss();
        m_whenRunPlays = {};
        const welcome::LessonEntry *next = nextLesson();
        m_work->lessonPanel().setNextLesson(next ? std::optional(next->title) : std::nullopt);
        if (!isPresenting())
            showRun();
        if (!m_document.path().isEmpty())
            m_services.preferences.addRecentFile(m_document.path());
        finishRestoring();
        rememberPlace();
        if (const auto then = std::exchange(m_whenOpened, {}))
            then();
    }
    m_topBar->refresh();
    refreshTitle();
    m_commands.refresh();
    if (what == Document::What::Run) {
        if (const auto then = std::exchange(m_whenRunPlays, {}))
            then();
    }
}

void MainWindow::documentFailed(const model::Problems &problems, const QString &about)
{
    m_whenRunPlays = {};
    if (failRestoring(problems, about))
        return;
    QStringList lines;
    for (const model::Problem &problem : problems)
        lines << text::problemLine(problem);
    m_whenRunPlays = {};
    m_whenOpened = {};
    m_topBar->refresh(); // a refused policy: the switch goes back
    //: %1 is the name of a file.
    m_messages->showProblem(about.isEmpty() ? tr("This is not possible here.")
                                            : tr("%1 could not be opened.").arg(QFileInfo(about).fileName()),
                            lines);
    m_services.preferences.removeRecentFile(about);
}

void MainWindow::busyChanged(bool busy)
{
    if (busy) {
        m_donePermille = 0;
        m_busyTimer.start();
        return;
    }
    m_busyTimer.stop();
    m_busyBar->dismiss();
    if (const auto then = std::exchange(m_whenComputed, {}))
        then();
}

const welcome::LessonEntry *MainWindow::nextLesson() const
{
    if (!m_document.lesson())
        return nullptr;
    const QString id = QString::fromStdString(m_document.scenario()->id);
    const std::vector<welcome::LessonEntry> &lessons = m_welcome->lessons();
    for (std::size_t i = 0; i + 1 < lessons.size(); ++i) {
        if (lessons[i].id == id)
            return &lessons[i + 1];
    }
    return nullptr;
}

QString MainWindow::busyText() const
{
    const int percent = m_donePermille / 10;
    //: A file or a lesson is being read; %1 is how much of that is done: "45".
    return m_document.isOpening() ? tr("Opening… %1%").arg(percent)
                                  //: A run is being computed; %1 is how much of it is done: "45".
                                  : tr("Computing… %1%").arg(percent);
}

void MainWindow::tryItem(std::size_t item)
{
    const scenario::TryItem &chosen = m_document.lesson()->tries.at(item);
    if (chosen.action) {
        act(*chosen.action);
        return;
    }
    m_playback.pause();
    const QString label = text::pick(chosen.label, m_texts.language());
    m_whenRunPlays = [this, label] {
        // Where it first gets interesting: at the question, or at the beginning.
        std::size_t step = 0;
        while (step + 1 < m_document.progress().stepCount() && !m_document.progress().asks(step))
            ++step;
        m_playback.enterStep(m_document.progress().asks(step) ? step : 0);
        //: %1 is what was tried: "Five servers".
        m_messages->showNote(tr("Now playing: %1.").arg(label));
    };
    m_document.change(chosen.run);
}

void MainWindow::choosePolicy(const QString &preset)
{
    if (!m_document.canAct())
        return;
    scenario::RunChange change;
    change.policy = preset.toStdString();
    m_document.change(change);
}

bool MainWindow::isWorking() const
{
    return m_pages->currentWidget() == m_work;
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        for (MessageBar *bar : {m_messages, m_recoveryBar}) {
            if (!bar->isVisible())
                continue;
            bar->dismiss();
            return;
        }
    }
    if (event->key() == Qt::Key_Escape && isPresenting()) {
        setPresenting(false);
        return;
    }
    if (event->key() == Qt::Key_Escape && !isWorking() && m_document.isOpen()) {
        showRun();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // A button itself only knows the space bar.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button && !event->isAutoRepeat()) {
            button->click();
            return;
        }
    }
    if (m_pages->currentWidget() == m_welcome && m_welcome->handle(*event))
        return;
    if (!m_keyboard->handle(*event))
        QMainWindow::keyPressEvent(event);
}

} // namespace sessionarium::ui::window
