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

HelpDialog::HelpDialog(theme::ThemeHost &host, QWidget *parent)
    : QDialog(parent),
      m_host(host),
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
    constexpr int width = 520;
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
    const std::vector<std::pair<QString, QString>> rows {
        {tr("Space"), tr("Play or pause")},
        {tr("Left, Right"), tr("One event back or forward")},
        {tr("Ctrl+Left, Ctrl+Right"), tr("One request back or forward")},
        {tr("Page Up, Page Down"), tr("One step of the lesson back or forward")},
        {tr("Home, End"), tr("To the start or the end")},
        {tr("1 to 9"), tr("Choose an answer")},
        {tr("F5"), tr("Presenter mode, and back")},
        {tr("Ctrl+1 to Ctrl+9, Ctrl+0"), tr("Presenter mode: count a hand, take one back")},
        {tr("F7"), tr("Presenter mode: vote a second time")},
        {tr("B or ."), tr("Presenter mode: black picture")},
        {tr("F6"), tr("To the next part of the window")},
        {tr("Menu key, Shift+F10"), tr("What can be done here")},
        {tr("Esc"), tr("Close the drawer, put out the lights")},
        {tr("Ctrl+O, Ctrl+S, Ctrl+E"), tr("Open, save, export")},
        {tr("F1"), tr("This help")},
    };
    qDeleteAll(m_cells);
    m_cells.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto *keys = new TextLabel(m_host, FontRole::Detail, Ink::Text, this);
        auto *what = new TextLabel(m_host, FontRole::Detail, Ink::Soft, this);
        keys->setBold(true);
        keys->setText(rows[i].first);
        what->setText(rows[i].second);
        m_grid->addWidget(keys, static_cast<int>(i), 0);
        m_grid->addWidget(what, static_cast<int>(i), 1);
        m_cells.push_back(keys);
        m_cells.push_back(what);
    }
}

} // namespace sessionarium::ui::window
