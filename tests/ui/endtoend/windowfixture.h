// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace sessionarium::tests {

/// The real window with settings of its own and a clock that the test moves.
class WindowFixture
{
public:
    explicit WindowFixture(ui::text::Language language, QSize size = QSize(1600, 1000),
                           ui::theme::Shade shade = ui::theme::Shade::Light, const QString &recoveryFolder = {});

    [[nodiscard]] ui::window::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::document::Document &document() { return m_window->document(); }
    [[nodiscard]] ui::playback::PlaybackController &playback() { return m_window->playback(); }
    [[nodiscard]] ui::window::Preferences &preferences() { return m_preferences; }
    [[nodiscard]] const ui::theme::Theme &theme() const { return m_themes.theme(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Lets the event loop show, lay out and paint what changed.
    static void settle();
    /// The visible widget of that name; null if there is none.
    template <class T>
    [[nodiscard]] T *find(const char *name)
    {
        settle();
        T *found = nullptr;
        for (T *widget : m_window->findChildren<T *>(QLatin1String(name)))
            found = widget->isVisible() ? widget : found;
        return found;
    }
    /// Clicks the middle of a visible widget. False: it is not there, hidden or disabled.
    [[nodiscard]] bool click(const char *name);
    /// Clicks a segment of a control.
    [[nodiscard]] bool clickSegment(const char *name, const QString &segment);
    /// Presses a key where the focus is.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Lets real time pass for the playback, as far as it then plays.
    void pass(qint64 milliseconds);
    /// Plays until it halts.
    void playToHalt();
    /// From the welcome page, by a click on its card.
    [[nodiscard]] bool openLessonByClick(const char *id);
    /// Everything that can be read in the window now: labels, buttons, accessible names.
    [[nodiscard]] QStringList readableTexts();

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    ui::window::Preferences m_preferences;
    ui::theme::ThemeHost m_themes;
    ui::text::Translator m_translator;
    qint64 m_nowUs = 0;
    std::unique_ptr<ui::window::MainWindow> m_window;
};

} // namespace sessionarium::tests
