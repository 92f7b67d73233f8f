// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"
#include "ui/inspector/whypanel.h"
#include "ui/print/printdialog.h"
#include "ui/stage/stageview.h"
#include "ui/text/problemtext.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/workpage.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <utility>

/// The files of the window: opening, saving, exporting, and what becomes of unsaved changes.
namespace sessionarium::ui::window {

void MainWindow::open()
{
    auto *dialog = new QFileDialog(this, tr("Open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Scenarios and timelines (*.json *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::save()
{
    if (!m_document.canAct())
        return;
    whenComputed([this] {
        if (m_document.path().isEmpty())
            saveAs();
        else
            saveTo(m_document.path());
    });
}

void MainWindow::saveAs()
{
    if (!m_document.canAct())
        return;
    auto *dialog = new QFileDialog(this, tr("Save as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilters({tr("Scenarios (*.json)")});
    dialog->selectFile(QString::fromStdString(m_document.played()->scenario->id));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { whenComputed([this, path] { saveTo(path); }); });
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSave = {}; });
    dialog->open();
}

void MainWindow::saveTo(const QString &path)
{
    if (path != m_document.path() || !m_document.isFileChanged()) {
        writeTo(path);
        return;
    }
    const auto then = std::exchange(m_afterSave, {});
    ask([this, path, then] {
        //: %1 is the name of a file.
        const QString changed = tr("Another program has changed this file since it was opened: %1");
        m_messages->ask(changed.arg(QFileInfo(path).fileName()),
                        {{QStringLiteral("replaceFile"), tr("Replace it"),
                          [this, path, then] {
                              m_afterSave = then;
                              writeTo(path);
                          }},
                         {QStringLiteral("saveElsewhere"), tr("Save as…"), [this, then] {
                              m_afterSave = then;
                              saveAs();
                          }}});
    });
}

void MainWindow::writeTo(const QString &path)
{
    if (const auto problem = m_document.save(path)) {
        m_messages->showProblem(tr("The file could not be saved."), {text::problemLine(*problem)});
        m_afterSave = {};
        return;
    }
    m_services.preferences.addRecentFile(path);
    m_messages->showNote(tr("Saved: %1").arg(path));
    if (const auto then = std::exchange(m_afterSave, {}))
        then();
}

void MainWindow::exportRun()
{
    if (!m_document.isOpen())
        return;
    auto *dialog = new exporting::ExportDialog(m_services.themes, m_services.translator, pictureSource(), this);
    connect(dialog, &exporting::ExportDialog::copied, this, [this] { m_messages->showNote(tr("Picture copied")); });
    connect(dialog, &exporting::ExportDialog::exported, this,
            [this](const QString &path) { m_messages->showNote(tr("Exported: %1").arg(path)); });
    dialog->open();
}

exporting::PictureSource MainWindow::pictureSource() const
{
    return {m_document.played(), m_document.view(), m_playback.moment(), m_work->stage().frame().scene.sight,
            m_work->why().lighter().chain()};
}

void MainWindow::printRun()
{
    if (!m_document.isOpen())
        return;
    auto *dialog = new printing::PrintDialog(m_services.themes, {pictureSource(), m_texts.language(), runName()},
                                             printing::PrintDialog::systemHasPrinter, this);
    connect(dialog, &printing::PrintDialog::printed, this, [this] { m_messages->showNote(tr("Sent to the printer")); });
    connect(dialog, &printing::PrintDialog::saved, this,
            [this](const QString &path) { m_messages->showNote(tr("Saved: %1").arg(path)); });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return;
    event->acceptProposedAction();
    openPath(urls.front().toLocalFile());
}

void MainWindow::whenComputed(const std::function<void()> &then)
{
    if (m_document.isChanging())
        m_whenComputed = then;
    else
        then();
}

void MainWindow::whenDiscardable(const std::function<void()> &then)
{
    whenComputed([this, then] {
        if (!m_document.isModified()) {
            then();
            return;
        }
        ask([this, then] {
            m_messages->ask(tr("The run was changed and is not saved."),
                            {{QStringLiteral("saveFirst"), tr("Save"),
                              [this, then] {
                                  m_afterSave = then;
                                  save();
                              }},
                             {QStringLiteral("discard"), tr("Discard"), then}});
        });
    });
}

void MainWindow::ask(const std::function<void()> &question)
{
    m_question = question;
    m_question();
}

void MainWindow::askAgain()
{
    const auto question = m_question; // asking takes the old one away
    const bool isHeldBack = !m_messages->isVisible();
    question();
    m_messages->setHeldBack(isHeldBack);
}

} // namespace sessionarium::ui::window
