// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/playback/momentstate.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/text/language.h"
#include "ui/theme/themehost.h"
#include "ui/window/preferences.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QMenu;
class QStackedWidget;

namespace sessionarium::ui::presenter {
class PresenterView;
}
namespace sessionarium::ui::welcome {
class WelcomePage;
struct LessonEntry;
}

namespace sessionarium::ui::window {

class Keyboard;
class MessageBar;
class TopBar;
class WorkPage;

/// What the window is handed; all must outlive it.
struct Services
{
    theme::ThemeHost &themes;
    text::Translator &translator;
    Preferences &preferences;
    playback::PlaybackController::Clock clock;
};

/// The window: places its pages, and turns menus, keys and dropped files into calls of the parts that do the work.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a file of any of our kinds; asks first if something unsaved is open.
    void openPath(const QString &path);
    /// Opens a built-in lesson. False: there is none of that id.
    bool openLesson(const QString &id);
    void showWelcome();
    /// Back to the run that is open. Requires: one is open.
    void showRun();
    /// The run for a class, without the rest of the window. Leaving brings back what was there before. Requires, to
    /// begin: a run is open.
    void setPresenting(bool presenting, bool fullScreen = true);
    [[nodiscard]] bool isPresenting() const;
    void setLanguage(text::Language language);
    void setShade(theme::Shade shade);

    [[nodiscard]] document::Document &document() { return m_document; }
    [[nodiscard]] playback::PlaybackController &playback() { return m_playback; }
    [[nodiscard]] WorkPage &workPage() { return *m_work; }
    [[nodiscard]] presenter::PresenterView &presenter() { return *m_presenter; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }

public Q_SLOTS:
    void open();
    void save();
    void saveAs();
    void exportRun();
    void showHelp();
    void togglePresenting();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenu();
    void togglePages();
    void placeMessages();
    void retranslate();
    void refreshTitle();
    void refreshActions();
    void documentChanged(document::Document::What what);
    void documentFailed(const model::Problems &problems, const QString &about);
    void busyChanged(bool busy);
    void act(const model::Action &action);
    /// The built-in lesson after the one that is open; null: there is none.
    [[nodiscard]] const welcome::LessonEntry *nextLesson() const;
    [[nodiscard]] QString busyText() const;
    void tryItem(std::size_t item);
    void choosePolicy(const QString &preset);
    void showEntityMenu(model::EntityId entity, const QPoint &globalPosition);
    void saveTo(const QString &path);
    /// Calls `then` at once, or once the person has decided what becomes of unsaved changes.
    void whenDiscardable(const std::function<void()> &then);
    [[nodiscard]] bool isWorking() const;

    Services m_services;
    document::Document m_document;
    document::RunTexts m_texts;
    playback::PlaybackController m_playback;
    playback::MomentState m_moment;

    QMenu *m_menu;
    TopBar *m_topBar;
    MessageBar *m_messages;
    MessageBar *m_busyBar;
    QTimer m_busyTimer; // so that short work shows nothing
    int m_donePermille = 0;
    QStackedWidget *m_pages;
    welcome::WelcomePage *m_welcome;
    WorkPage *m_work;
    presenter::PresenterView *m_presenter;
    Qt::WindowStates m_statesBeforePresenting;
    QPointer<QWidget> m_focusBeforePresenting;
    QMenu *m_entityMenu;
    QAction *m_openAction;
    QAction *m_saveAction;
    QAction *m_saveAsAction;
    QAction *m_exportAction;
    QAction *m_reopenAction;
    QAction *m_presentAction;
    QAction *m_lessonsAction;
    QAction *m_helpAction;
    QAction *m_quitAction;
    std::unique_ptr<Keyboard> m_keyboard;
    std::function<void()> m_whenRunPlays; // what an action asked for once its run is there
    std::function<void()> m_afterSave; // what waits for unsaved changes to be saved
    bool m_mayClose = false;
};

} // namespace sessionarium::ui::window
