// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandlist.h"
#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/inspector/possibleactions.h"
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
#include <optional>
#include <vector>

class QMenu;
class QStackedWidget;

namespace sessionarium::ui::inspector {
struct ActionTaker;
}
namespace sessionarium::ui::commands {
class CommandPalette;
}
namespace sessionarium::ui::exporting {
struct PictureSource;
}
namespace sessionarium::ui::help {
class HelpWindow;
}
namespace sessionarium::ui::presenter {
class PresenterView;
}
namespace sessionarium::ui::recovery {
class Autosave;
class Orphan;
struct RecoveryNote;
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
    /// Where what is not saved is kept against a crash (ui/recovery); empty: nowhere.
    QString recoveryFolder {};
};

/// The window: places its pages, and turns menus, keys and dropped files into calls of the parts that do the work.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// As it was left last time; the first time maximized where the screen is smaller than the window as designed.
    void showOnScreen();
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
    /// The nearest that is offered; 1 is the size as designed.
    void setTextScale(double scale);
    /// A page of the help (ui/help/helppages.h), in a window of its own.
    void showHelp(const QString &page);
    [[nodiscard]] double textScale() const { return m_services.themes.theme().textScale; }

    [[nodiscard]] document::Document &document() { return m_document; }
    [[nodiscard]] playback::PlaybackController &playback() { return m_playback; }
    [[nodiscard]] WorkPage &workPage() { return *m_work; }
    [[nodiscard]] welcome::WelcomePage &welcomePage() { return *m_welcome; }
    [[nodiscard]] presenter::PresenterView &presenter() { return *m_presenter; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    /// Everything that can be done here: whoever adds a view adds its commands.
    [[nodiscard]] commands::CommandList &commands() { return m_commands; }

public Q_SLOTS:
    void open();
    void save();
    void saveAs();
    void exportRun();
    void printRun();
    void togglePresenting();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCommands();
    void makeFileCommands();
    void makeRunCommands();
    void makeBranchCommands();
    void makeActCommands();
    void makeViewCommands();
    void makeTimelineCommands();
    void makeMenu();
    void togglePages();
    void toggleShade();
    /// Messages on the stage stand still between events, or glide. Remembered.
    void setReducedMotion(bool reduced);
    /// So that the first widget is made with the look already: line edits take on no other size of letters later.
    static void prepareLook(const theme::ThemeHost &themes);
    void applyLook(theme::Shade shade, double textScale);
    /// The next greater (1) or smaller (-1) size that is offered; nothing: there is none.
    [[nodiscard]] std::optional<double> nextTextScale(int direction) const;
    void fillActMenu();
    void nameActMenus();
    void fillRecentMenu();
    void restorePanels();
    void rememberPanels();
    void placeMessages();
    void retranslate();
    void refreshTitle();
    void documentChanged(document::Document::What what);
    void documentFailed(const model::Problems &problems, const QString &about);
    void busyChanged(bool busy);
    void act(const model::Action &action);
    /// Remembers which step of which lesson this is, for who comes back.
    void rememberPlace();
    /// Where somebody stopped, if that is still a step of a lesson.
    [[nodiscard]] std::optional<LessonPlace> placeToGoOn() const;
    void offerToGoOn();
    void goOnWithLesson();
    void take(const inspector::Deed &deed);
    void askSides();
    /// What can be done to it at the playhead. Requires: canAct().
    [[nodiscard]] std::vector<inspector::PossibleAction> possibleActions(model::EntityId entity);
    [[nodiscard]] inspector::ActionTaker taker();
    /// Why nobody may act at this moment, although one could in this run; null: they may.
    [[nodiscard]] const char *whyNotNow() const;
    /// The built-in lesson after the one that is open; null: there is none.
    [[nodiscard]] const welcome::LessonEntry *nextLesson() const;
    [[nodiscard]] QString busyText() const;
    void tryItem(std::size_t item);
    void choosePolicy(const QString &preset);
    void undo();
    void redo();
    void branchRemoved(const QString &name);
    void showEntityMenu(model::EntityId entity, const QPoint &globalPosition);
    void showChoices(const inspector::PossibleAction &action, model::EntityId entity);
    /// Asks first if the file is not as it was when it was opened or saved here.
    void saveTo(const QString &path);
    void writeTo(const QString &path);
    /// The run as it stands, for pictures. Requires: one is open.
    [[nodiscard]] exporting::PictureSource pictureSource() const;
    /// What the run is called: its file, its title, or where its timeline came from. Requires: one is open.
    [[nodiscard]] QString runName() const;
    // What is kept against a crash, and what an earlier program could not save.
    void startRecovery();
    void offerRecovery();
    void restoreOrphan(const std::shared_ptr<recovery::Orphan> &orphan);
    void setOrphanAside(recovery::Orphan &orphan, const model::Problems &problems);
    /// Something was opened; if it is what is being restored: back to where somebody stood in it.
    void finishRestoring();
    /// A file could not be opened; true: it was what is being restored, and that has been told.
    [[nodiscard]] bool failRestoring(const model::Problems &problems, const QString &about);
    /// Calls `then` at once, or once what was done last is computed or was cancelled, so that it is in what `then`
    /// saves or asks about. What waited before does so no longer.
    void whenComputed(const std::function<void()> &then);
    /// Calls `then` at once, or once the person has decided what becomes of unsaved changes.
    void whenDiscardable(const std::function<void()> &then);
    /// Puts a question into the message bar; should the language change, it is put again.
    void ask(const std::function<void()> &question);
    void askAgain();
    [[nodiscard]] bool isWorking() const;
    // Why something is impossible now, as commands say it; null: it is possible.
    [[nodiscard]] const char *whyNoRun() const;
    [[nodiscard]] const char *whyNoActing() const;
    [[nodiscard]] const char *whyNoBranches() const;
    [[nodiscard]] const char *whyNoTimeline() const;
    [[nodiscard]] const char *whyNotForward() const;
    [[nodiscard]] const char *whyNotBack() const;
    [[nodiscard]] const char *whyNoPlaceToGoOn() const;

    Services m_services;
    document::Document m_document;
    document::RunTexts m_texts;
    playback::PlaybackController m_playback;
    playback::MomentState m_moment;

    commands::CommandList m_commands {*this};
    QWidget
        *m_central; // each part is born where it stays: under a style sheet a new parent costs as much as a new look
    QMenu *m_menu;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_runMenu = nullptr;
    QMenu *m_branchesMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    QMenu *m_actMenu = nullptr;
    std::vector<QMenu *> m_actMenus; // below it: of users, servers, stores
    TopBar *m_topBar;
    QTimer m_busyTimer; // so that short work shows nothing
    int m_donePermille = 0;
    QWidget *m_recoveryRoom; // which the offer takes on the welcome page
    QStackedWidget *m_pages;
    welcome::WelcomePage *m_welcome;
    WorkPage *m_work;
    presenter::PresenterView *m_presenter;
    MessageBar *m_messages;
    MessageBar *m_busyBar;
    MessageBar *m_recoveryBar;
    Qt::WindowStates m_statesBeforePresenting;
    QPointer<QWidget> m_focusBeforePresenting;
    QMenu *m_entityMenu;
    QMenu *m_choiceMenu;
    commands::CommandPalette *m_palette;
    QPointer<help::HelpWindow> m_help;
    std::unique_ptr<Keyboard> m_keyboard;
    std::function<void()> m_whenRunPlays; // what an action asked for once its run is there
    std::function<void()> m_whenOpened; // where to go in what is being opened
    std::optional<LessonPlace> m_place; // as it is remembered
    std::function<void()> m_whenComputed;
    std::function<void()> m_question; // puts the newest question of the message bar
    std::function<void()> m_afterSave; // what waits for unsaved changes to be saved
    bool m_mayClose = false;
    std::vector<std::shared_ptr<recovery::Orphan>> m_orphans; // to be offered, the newest first
    std::shared_ptr<recovery::Orphan> m_restoring; // until it is open
    std::unique_ptr<recovery::Autosave> m_autosave; // null: nothing is kept. Last: it reads the members above
};

} // namespace sessionarium::ui::window
