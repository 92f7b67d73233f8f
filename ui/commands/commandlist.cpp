// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandlist.h"

#include "ui/commands/otherwords.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace sessionarium::ui::commands {

namespace {
constexpr const char *context = "Commands";
} // namespace

CommandList::CommandList(QWidget &window) : m_window(window)
{
    // Of its own, since the one that is installed has one language only. Not loaded: both names are English.
    (void)m_korean.load(QStringLiteral(":/i18n/sessionarium_ko.qm"));
}

CommandList::~CommandList() = default;

QAction &CommandList::add(Command command)
{
    const Command &kept = *m_commands.emplace_back(std::make_unique<Command>(std::move(command)));
    auto *action = new QAction(this);
    action->setObjectName(kept.id);
    action->setText(name(kept));
    if (kept.kind == Command::Keys::Window)
        action->setShortcuts(kept.keys);
    connect(action, &QAction::triggered, this, [this, &kept] { run(kept); });
    m_window.addAction(action);
    m_actions.push_back(action);
    return *action;
}

const Command *CommandList::find(const QString &id) const
{
    const auto found =
        std::find_if(m_commands.begin(), m_commands.end(), [&](const auto &command) { return command->id == id; });
    return found == m_commands.end() ? nullptr : found->get();
}

QAction &CommandList::action(const QString &id) const
{
    const auto found =
        std::find_if(m_actions.begin(), m_actions.end(), [&](const QAction *it) { return it->objectName() == id; });
    Q_ASSERT(found != m_actions.end());
    return **found;
}

QString CommandList::name(const Command &command, text::Language language) const
{
    const QString korean = language == text::Language::Korean ? m_korean.translate(context, command.name) : QString();
    return korean.isEmpty() ? QString::fromUtf8(command.name) : korean;
}

QString CommandList::name(const Command &command) const
{
    return words(command.name);
}

QString CommandList::keys(const Command &command) const
{
    if (command.keys.isEmpty())
        return {};
    QString text = command.keys.front().toString(QKeySequence::NativeText);
    // As they are printed on the keys; "Ctrl+Right" is read as something to click.
    const std::pair<Qt::Key, QChar> arrows[] = {
        {Qt::Key_Left, u'←'}, {Qt::Key_Right, u'→'}, {Qt::Key_Up, u'↑'}, {Qt::Key_Down, u'↓'}};
    for (const auto &[key, arrow] : arrows) {
        if (command.keys.front()[0].key() == key)
            text.replace(QKeySequence(key).toString(QKeySequence::NativeText), arrow);
    }
    return text;
}

QStringList CommandList::searchWords(const Command &command) const
{
    QStringList all {name(command, text::Language::Korean), name(command, text::Language::English), keys(command)};
    if (const char *others = otherWords(command.id)) {
        // Not at the beginning: who has the word for a name comes first.
        all << QLatin1Char(' ') + QString::fromUtf8(others) << QLatin1Char(' ') + m_korean.translate(context, others);
    }
    return all;
}

QString CommandList::whyNot(const Command &command) const
{
    const char *reason = command.whyNot ? command.whyNot() : nullptr;
    return reason ? words(reason) : QString();
}

QString CommandList::words(const char *source)
{
    return QCoreApplication::translate(context, source);
}

bool CommandList::run(const Command &command) const
{
    if (command.whyNot && command.whyNot())
        return false;
    command.run();
    return true;
}

bool CommandList::press(QKeyCombination key) const
{
    const QKeySequence pressed(
        QKeyCombination(key.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier), key.key()));
    for (const auto &command : m_commands) {
        if (command->kind == Command::Keys::View && command->keys.contains(pressed)) {
            run(*command); // if it is impossible now, the key is still no other's
            return true;
        }
    }
    return false;
}

void CommandList::refresh()
{
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command &command = *m_commands[i];
        m_actions[i]->setEnabled(!command.whyNot || !command.whyNot());
    }
}

void CommandList::retranslate()
{
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command &command = *m_commands[i];
        // Behind a tab a menu shows keys; those of kind Window it knows by itself.
        const bool tells = command.kind == Command::Keys::View && !command.keys.isEmpty();
        m_actions[i]->setText(tells ? name(command) + QLatin1Char('\t') + keys(command) : name(command));
    }
}

} // namespace sessionarium::ui::commands
