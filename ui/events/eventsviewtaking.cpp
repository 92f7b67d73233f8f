// SPDX-License-Identifier: GPL-3.0-or-later
// The part of EventsView that takes rows elsewhere: clipboard, files, and the menu that offers it.
#include "ui/events/eventsview.h"

#include "ui/events/eventstable.h"
#include "ui/events/filterbar.h"
#include "ui/text/problemtext.h"
#include "ui/text/recordtext.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStandardPaths>

namespace sessionarium::ui::events {

using model::RecordId;

EventsExtract EventsView::selected() const
{
    const auto [from, to] = m_table->selectedPositions();
    return {m_run, m_model.records(), from, to};
}

EventsExtract EventsView::selectedOrAll() const
{
    EventsExtract extract = selected();
    if (extract.size() < 2) // the current row alone: nobody means a file of one line
        extract = {m_run, m_model.records(), 0, m_model.total()};
    return extract;
}

void EventsView::copy()
{
    const EventsExtract extract = selected();
    if (!m_run || extract.size() == 0)
        return;
    if (extract.size() > maxRowsCopied) {
        say(tr("Too many to copy: export them."));
        return;
    }
    m_taking.start([this, extract, language = m_texts.language()](const document::Progress &progress) {
        const std::optional<QString> text = tabbedText(extract, language, progress);
        return [this, text, count = extract.size()] {
            if (!text)
                return;
            QGuiApplication::clipboard()->setText(*text);
            m_note = tr("%n copied", nullptr, static_cast<int>(count));
        };
    });
}

void EventsView::exportTo(const QString &path)
{
    const EventsExtract extract = selectedOrAll();
    if (!m_run || extract.size() == 0)
        return;
    m_taking.start([this, extract, path](const document::Progress &progress) {
        const exporting::ExportResult result = writeCsvFile(extract, path, progress);
        return [this, result, path] {
            if (result.problem)
                m_note = text::problemLine(*result.problem);
            else if (!result.cancelled)
                m_note = tr("Written: %1").arg(QFileInfo(path).fileName());
        };
    });
}

void EventsView::chooseFile()
{
    if (!m_run || m_model.total() == 0)
        return;
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.exists())
        folder = QDir::home();
    auto *dialog = new QFileDialog(this, tr("Export as CSV"), folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({QStringLiteral("CSV (*.csv)"), tr("All files (*)")});
    dialog->selectFile(QString::fromStdString(m_run->timeline().info().scenario + '-' + m_run->branch)
                       + QStringLiteral("-events.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &EventsView::exportTo);
    dialog->open();
}

void EventsView::showMenu(const QPoint &globalPosition)
{
    const RecordId id = m_table->currentRecord();
    if (!m_run || id.isNone() || id.value >= shown())
        return;
    m_menu->clear();
    const timeline::Record record = m_run->timeline()[id];
    m_menu->addAction(tr("Go to this moment"), this, [this, id] { activate(id); })
        ->setShortcut(QKeySequence(Qt::Key_Return));
    m_menu->addAction(tr("Copy"), this, &EventsView::copy)->setShortcut(QKeySequence::Copy);
    m_menu->addAction(tr("Export as CSV…"), this, &EventsView::chooseFile);
    m_menu->addSeparator();
    const auto offer = [this](const QString &what, const EventFilter &filter) {
        //: %1 is a place, a user or a kind of event: the table then shows only those
        m_menu->addAction(tr("Only: %1").arg(what), this, [this, filter] { setFilter(filter); });
    };
    EventFilter filter = m_bar->filter();
    if (record.entity.isSome()) {
        filter.where = record.entity;
        offer(m_texts.names().entity(record.entity), filter);
    }
    filter = m_bar->filter();
    filter.user = userOf(*m_run, id);
    if (filter.user.isSome() && filter.user != record.entity)
        offer(m_texts.names().entity(filter.user), filter);
    filter = m_bar->filter();
    filter.kind = kindOf(record.fact);
    offer(text::kindTitle(record.fact), filter);
    if (!m_bar->filter().isEmpty())
        m_menu->addAction(tr("Show all events"), this, [this] { setFilter({}); });
    m_menu->popup(globalPosition);
}

} // namespace sessionarium::ui::events
