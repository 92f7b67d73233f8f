// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/commands/paletterow.h"
#include "ui/commands/search.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::commands {

namespace {

constexpr int pageRows = 6;
constexpr int longestQuery = 100; // whatever somebody pastes

/// Also tells of the syllable that a Korean input method is still composing.
class SearchField : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;
    std::function<void(const QString &)> edited;

protected:
    void inputMethodEvent(QInputMethodEvent *event) override
    {
        const QString composing = event->preeditString();
        QLineEdit::inputMethodEvent(event);
        QString whole = text();
        whole.insert(cursorPosition(), composing);
        edited(whole);
    }
};

} // namespace

CommandPalette::CommandPalette(theme::ThemeHost &host, const CommandList &commands, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_commands(commands),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_nothing(new widgets::TextLabel(host, theme::FontRole::Detail, widgets::Ink::Soft, this))
{
    auto *query = new SearchField(this);
    query->edited = [this](const QString &text) { filter(text); };
    m_query = query;
    setObjectName(QStringLiteral("commandPalette"));
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_query->installEventFilter(this);
    m_query->setFocusPolicy(Qt::StrongFocus);
    m_query->setMaxLength(longestQuery);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteRow(host, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListView { border: 0; background: transparent; }"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::describe);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != m_query && now->window() == window())
            hide(); // somebody went on elsewhere
    });
    retranslate();
    hide();
}

void CommandPalette::open()
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_query->clear();
    filter({});
    place();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    else
        window()->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const theme::Theme &theme = m_host.theme();
    const QSize room = parentWidget()->size();
    const int width = std::min(theme.px(640), room.width() - theme.px(32));
    int rows = m_model->rowCount() == 0 ? theme.px(64) : 2 * m_list->frameWidth();
    for (int row = 0; row < m_model->rowCount() && rows < room.height(); ++row)
        rows += m_list->sizeHintForRow(row);
    m_query->setMinimumHeight(theme.px(36));
    const int around = theme.px(36) + layout()->spacing() + 2 * layout()->contentsMargins().top();
    const int height = std::min({around + rows, theme.px(480), room.height() - theme.px(128)});
    setGeometry((room.width() - width) / 2, theme.px(72), width, height);
}

QStringList CommandPalette::listed() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids << m_model->index(row, 0).data(PaletteRow::IdRole).toString();
    return ids;
}

QString CommandPalette::currentId() const
{
    return m_list->currentIndex().data(PaletteRow::IdRole).toString();
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Card::eventFilter(watched, event);
    switch (static_cast<const QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-pageRows);
        return true;
    case Qt::Key_PageDown:
        step(pageRows);
        return true;
    case Qt::Key_Tab: // there is nothing else to go to
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void CommandPalette::retranslate()
{
    m_query->setPlaceholderText(tr("What do you want to do?"));
    m_query->setAccessibleName(tr("Search all commands"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("No command has this name."));
    if (isVisible())
        filter(m_query->text());
}

void CommandPalette::filter(const QString &query)
{
    struct Found
    {
        const Command *command;
        int fit;
    };
    std::vector<Found> found;
    for (const auto &command : m_commands.all()) {
        const auto fits = fit(query, m_commands.searchWords(*command));
        if (fits)
            found.push_back({command.get(), *fits});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.fit < b.fit; });
    m_model->clear();
    for (const Found &one : found) {
        auto *item = new QStandardItem(m_commands.name(*one.command));
        const QString reason = m_commands.whyNot(*one.command);
        item->setData(m_commands.keys(*one.command), PaletteRow::KeysRole);
        item->setData(reason, PaletteRow::ReasonRole);
        item->setData(one.command->id, PaletteRow::IdRole);
        item->setData(item->text() + QLatin1Char(' ') + reason, Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setVisible(!found.empty());
    m_nothing->setVisible(found.empty());
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
    describe();
}

void CommandPalette::step(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::runCurrent()
{
    const Command *command = m_commands.find(currentId());
    if (!command || !m_commands.whyNot(*command).isEmpty())
        return; // the row says why
    close(); // first: what follows may open something, or ask for the focus
    m_commands.run(*command);
}

void CommandPalette::describe()
{
    m_query->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

} // namespace sessionarium::ui::commands
