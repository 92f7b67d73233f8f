// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/helpdialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace sessionarium::ui::window {

using theme::FontRole;
using widgets::Ink;
using widgets::TextLabel;

HelpDialog::HelpDialog(theme::ThemeHost &host, const commands::CommandList &commands, QWidget *parent)
    : QDialog(parent),
      m_host(host),
      m_commands(commands),
      m_heading(new TextLabel(host, FontRole::Title, Ink::Text, this)),
      m_intro(new TextLabel(host, FontRole::Body, Ink::Text, this)),
      m_grid(new QGridLayout),
      m_close(new widgets::Button(host, widgets::Button::Kind::Primary, {}, this))
{
    setObjectName(QStringLiteral("helpDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_heading->setBold(true);
    m_intro->setWordWrap(true);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_heading);
    layout->addWidget(m_intro);
    layout->addLayout(m_grid);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    connect(m_close, &widgets::Button::clicked, this, &QDialog::accept);
    constexpr int width = 860;
    setMinimumWidth(width);
    retranslate();
}

void HelpDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void HelpDialog::retranslate()
{
    setWindowTitle(tr("Help"));
    m_heading->setText(tr("Keys"));
    m_intro->setText(tr("Step through the run and watch where each session lives. Click a user or a server to see what "
                        "it knows; the right button or the menu key shows what can be done to it. Acting in the past "
                        "begins a new branch, and the old course stays."));
    m_close->setText(tr("Close"));
    std::vector<std::pair<QString, QString>> rows;
    for (const auto &command : m_commands.all()) {
        if (!command->keys.isEmpty())
            rows.emplace_back(m_commands.keys(*command), m_commands.name(*command));
    }
    for (const commands::KeyHint &hint : m_commands.hints())
        rows.emplace_back(commands::CommandList::words(hint.keys), commands::CommandList::words(hint.name));
    qDeleteAll(m_cells);
    m_cells.clear();
    const std::size_t half = (rows.size() + 1) / 2; // two columns
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto *keys = new TextLabel(m_host, FontRole::Detail, Ink::Text, this);
        auto *what = new TextLabel(m_host, FontRole::Detail, Ink::Soft, this);
        keys->setBold(true);
        keys->setText(rows[i].first);
        what->setText(rows[i].second);
        const int row = static_cast<int>(i % half);
        const int column = i < half ? 0 : 2;
        m_grid->addWidget(keys, row, column);
        m_grid->addWidget(what, row, column + 1);
        m_cells.push_back(keys);
        m_cells.push_back(what);
    }
}

} // namespace sessionarium::ui::window
