// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QTranslator>

#include <functional>
#include <memory>
#include <vector>

class QAction;

namespace sessionarium::ui::commands {

enum class Group { File, Run, View, Help };

/// Something that a person can do in the window. All words are English in the source, marked by
/// QT_TRANSLATE_NOOP("Commands", …), so that a command can be found by its name in either language.
struct Command
{
    enum class Keys {
        Window, ///< They work wherever the focus is: Ctrl combinations and function keys.
        View ///< They work where the widget with the focus has no use for them; see CommandList::press().
    };

    QString id; ///< "file.save"; its action's object name too.
    Group group = Group::File;
    const char *name = nullptr;
    QList<QKeySequence> keys; ///< The first is the one that is shown.
    Keys kind = Keys::Window;
    std::function<void()> run;
    std::function<const char *()> whyNot; ///< Why it is impossible now; null, or none: it is possible.
};

/// Keys that do something but are no commands: "1 … 9" chooses an answer.
struct KeyHint
{
    Group group = Group::View;
    const char *keys = nullptr;
    const char *name = nullptr;
};

/// The one list of what can be done: menu, shortcuts, the palette and the help's list of keys are made of it.
class CommandList : public QObject
{
    Q_OBJECT

public:
    /// Keys of kind Window work while `window` is active; it must outlive this.
    explicit CommandList(QWidget &window);
    ~CommandList() override;

    /// Requires: an id and keys that no other has.
    QAction &add(Command command);
    void addHint(const KeyHint &hint) { m_hints.push_back(hint); }

    [[nodiscard]] const std::vector<std::unique_ptr<Command>> &all() const { return m_commands; }
    [[nodiscard]] const std::vector<KeyHint> &hints() const { return m_hints; }
    /// Null: there is none.
    [[nodiscard]] const Command *find(const QString &id) const;
    /// Requires: there is such a command.
    [[nodiscard]] QAction &action(const QString &id) const;

    [[nodiscard]] QString name(const Command &command, text::Language language) const;
    /// In the language in use, like all below.
    [[nodiscard]] QString name(const Command &command) const;
    [[nodiscard]] QString keys(const Command &command) const;
    /// All that it is found by: names, keys and what else people call it, in both languages.
    [[nodiscard]] QStringList searchWords(const Command &command) const;
    /// Empty: it is possible now.
    [[nodiscard]] QString whyNot(const Command &command) const;
    [[nodiscard]] static QString words(const char *source);

    /// Does it if it is possible now. False: it is not.
    bool run(const Command &command) const;
    /// A key that the widget with the focus made no use of, or should not. False: no command has it.
    [[nodiscard]] bool press(QKeyCombination key) const;

public Q_SLOTS:
    /// The actions are enabled as the commands are possible.
    void refresh();
    void retranslate();

private:
    QWidget &m_window;
    std::vector<std::unique_ptr<Command>> m_commands; // by pointer: actions keep hold of them
    std::vector<QAction *> m_actions; // of the same place in m_commands
    std::vector<KeyHint> m_hints;
    QTranslator m_korean;
};

} // namespace sessionarium::ui::commands
