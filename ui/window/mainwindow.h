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

class QMenu;
class QStackedWidget;

namespace sessionarium::ui::inspector {
struct ActionTaker;
}
namespace sessionarium::ui::commands {
class CommandPalette;
}
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
    /// The nearest that is offered; 1 is the size as designed.
    void setTextScale(double scale);
    [[nodiscard]] double textScale() const { return m_services.themes.theme().textScale; }

    [[nodiscard]] document::Document &document() { return m_document; }
    [[nodiscard]] playback::PlaybackController &playback() { return m_playback; }
    [[nodiscard]] WorkPage &workPage() { return *m_work; }
    [[nodiscard]] presenter::PresenterView &presenter() { return *m_presenter; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    /// Everything that can be done here: whoever adds a view adds its commands.
    [[nodiscard]] commands::CommandList &commands() { return m_commands; }

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
    void makeCommands();
    void makeFileCommands();
    void makeRunCommands();
    void makeActCommands();
    void makeViewCommands();
    void makeMenu();
    void togglePages();
    void toggleShade();
    /// Messages on the stage stand still between events, or glide. Remembered.
    void setReducedMotion(bool reduced);
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
    void showEntityMenu(model::EntityId entity, const QPoint &globalPosition);
    void showChoices(const inspector::PossibleAction &action, model::EntityId entity);
    void saveTo(const QString &path);
    /// Calls `then` at once, or once the person has decided what becomes of unsaved changes.
    void whenDiscardable(const std::function<void()> &then);
    [[nodiscard]] bool isWorking() const;
    // Why something is impossible now, as commands say it; null: it is possible.
    [[nodiscard]] const char *whyNoRun() const;
    [[nodiscard]] const char *whyNoActing() const;
    [[nodiscard]] const char *whyNotForward() const;
    [[nodiscard]] const char *whyNotBack() const;

    Services m_services;
    document::Document m_document;
    document::RunTexts m_texts;
    playback::PlaybackController m_playback;
    playback::MomentState m_moment;

    commands::CommandList m_commands {*this};
    QMenu *m_menu;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_runMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_actMenu = nullptr;
    std::vector<QMenu *> m_actMenus; // below it: of users, servers, stores
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
    QMenu *m_choiceMenu;
    commands::CommandPalette *m_palette;
    std::unique_ptr<Keyboard> m_keyboard;
    std::function<void()> m_whenRunPlays; // what an action asked for once its run is there
    std::function<void()> m_afterSave; // what waits for unsaved changes to be saved
    bool m_mayClose = false;
};

} // namespace sessionarium::ui::window
