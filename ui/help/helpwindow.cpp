// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "ui/help/helphtml.h"
#include "ui/help/helppages.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::help {

using widgets::Button;
using widgets::SegmentedControl;

namespace {
constexpr QSize startSize(880, 640);
constexpr QSize leastSize(640, 400);
} // namespace

HelpWindow::HelpWindow(theme::ThemeHost &host, const text::Translator &translator,
                       const commands::CommandList &commands, QWidget *parent)
    : QDialog(parent),
      m_host(host),
      m_translator(translator),
      m_commands(commands),
      m_page(shortcutsId),
      m_query(new QLineEdit(this)),
      m_tabs(new SegmentedControl(host, this, SegmentedControl::Look::Tabs)),
      m_text(new QTextBrowser(this)),
      m_close(new Button(host, Button::Kind::Secondary, {}, this))
{
    setObjectName(QStringLiteral("helpWindow"));
    m_query->setObjectName(QStringLiteral("helpQuery"));
    constexpr int longestQuery = 100; // whatever somebody pastes
    m_query->setMaxLength(longestQuery);
    m_tabs->setObjectName(QStringLiteral("helpTabs"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_close->setObjectName(QStringLiteral("helpClose"));
    m_query->setClearButtonEnabled(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_close->setAutoDefault(false); // Enter in the field searches, it does not close
    for (const HelpPage &page : helpPages(commands, translator.language()))
        m_tabs->addSegment(page.id, page.title);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_query);
    auto *tabs = new QHBoxLayout;
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    layout->addLayout(tabs);
    layout->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    setMinimumSize(leastSize);
    resize(startSize);

    connect(m_query, &QLineEdit::textChanged, this, &HelpWindow::refresh);
    connect(m_tabs, &SegmentedControl::selected, this, &HelpWindow::showPage);
    connect(m_close, &Button::clicked, this, &QDialog::close);
    connect(&host, &theme::ThemeHost::changed, this, &HelpWindow::refresh);
    retranslate();
    m_query->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::showPage(const QString &id)
{
    if (std::none_of(m_pages.begin(), m_pages.end(), [&id](const HelpPage &page) { return page.id == id; }))
        return;
    m_page = id;
    if (m_query->text().isEmpty())
        refresh();
    else
        m_query->clear(); // which refreshes; the field hears of it too, for its button
}

QString HelpWindow::page() const
{
    return m_query->text().trimmed().isEmpty() ? m_page : QString();
}

QString HelpWindow::text() const
{
    return m_text->toPlainText();
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void HelpWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous())
        Q_EMIT closed();
}

void HelpWindow::retranslate()
{
    m_pages = helpPages(m_commands, m_translator.language());
    setWindowTitle(tr("Help"));
    m_query->setPlaceholderText(tr("Search the help"));
    m_query->setAccessibleName(tr("Search the help"));
    m_tabs->setAccessibleName(tr("Pages of the help"));
    m_close->setText(tr("Close"));
    for (const HelpPage &page : m_pages)
        m_tabs->setSegmentText(page.id, page.title);
    refresh();
}

void HelpWindow::refresh()
{
    const theme::Theme &theme = m_host.theme();
    m_tabs->setCurrent(page());
    if (page().isEmpty()) {
        const std::vector<HelpPage> found = help::search(m_pages, m_query->text());
        std::size_t count = 0;
        for (const HelpPage &page : found)
            count += page.entryCount();
        m_text->setHtml(htmlOfFound(found, tr("Nothing in the help fits this."), theme));
        m_text->setAccessibleName(tr("Found: %n", nullptr, static_cast<int>(count)));
    } else {
        const auto shown =
            std::find_if(m_pages.begin(), m_pages.end(), [this](const HelpPage &page) { return page.id == m_page; });
        m_text->setHtml(htmlOf(*shown, theme));
        m_text->setAccessibleName(shown->title);
    }
    m_query->setAccessibleDescription(m_text->accessibleName());
    m_text->verticalScrollBar()->setValue(0);
}

} // namespace sessionarium::ui::help
