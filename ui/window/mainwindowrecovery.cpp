// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"
#include "ui/recovery/autosave.h"
#include "ui/text/problemtext.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <utility>

/// What the window keeps against a crash, and what it offers after one.
namespace sessionarium::ui::window {

using recovery::Orphan;
using recovery::RecoveryNote;

namespace {

QString nameOf(const RecoveryNote &note, text::Language language)
{
    return note.path.isEmpty() ? text::pick(note.title, language) : QFileInfo(note.path).fileName();
}

/// When it was written, as people of that language write it.
QString whenOf(const RecoveryNote &note, text::Language language)
{
    const QLocale locale(language == text::Language::Korean ? QLocale::Korean : QLocale::English);
    return locale.toString(note.savedAt.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

void MainWindow::startRecovery()
{
    if (m_services.recoveryFolder.isEmpty())
        return;
    m_autosave = std::make_unique<recovery::Autosave>(m_document, m_playback, m_services.recoveryFolder);
    connect(m_autosave.get(), &recovery::Autosave::failed, this, [this](const model::Problem &problem) {
        m_messages->showProblem(tr("What you do cannot be kept safe from a crash. Save it to a file."),
                                {text::problemLine(problem)});
    });
    for (std::shared_ptr<Orphan> &orphan : recovery::takeOrphans(m_services.recoveryFolder)) {
        if (orphan->note())
            m_orphans.push_back(std::move(orphan));
        else
            setOrphanAside(*orphan, orphan->note().problems());
    }
    offerRecovery();
}

void MainWindow::offerRecovery()
{
    if (m_orphans.empty()) {
        m_recoveryBar->dismiss();
        return;
    }
    const RecoveryNote &note = m_orphans.front()->note().value();
    const text::Language language = m_texts.language();
    //: %1 is the name of a run or of its file, %2 a date with a time.
    m_recoveryBar->ask(tr("The last run was not saved: %1 (%2)").arg(nameOf(note, language), whenOf(note, language)),
                       {{QStringLiteral("restoreRun"), tr("Restore"),
                         [this] {
                             // It stays in the list until it is decided what becomes of what is open.
                             whenDiscardable([this, orphan = m_orphans.front()] { restoreOrphan(orphan); });
                         }},
                        {QStringLiteral("discardRun"), tr("Discard"), [this] {
                             m_orphans.front()->remove();
                             m_orphans.erase(m_orphans.begin());
                             offerRecovery();
                         }}});
}

void MainWindow::restoreOrphan(const std::shared_ptr<Orphan> &orphan)
{
    std::erase(m_orphans, orphan);
    const model::Result<recovery::Recovered> recovered = orphan->read();
    if (!recovered) {
        setOrphanAside(*orphan, recovered.problems());
        return;
    }
    m_restoring = orphan;
    const RecoveryNote &note = recovered.value().note;
    m_document.openUnsaved({recovered.value().scenario, note.growing, note.path, note.lessonId,
                            resources::findLesson(note.lessonId.toStdString()), orphan->path()});
}

void MainWindow::finishRestoring()
{
    // What is opened from a file or a lesson is not modified yet.
    if (!m_restoring || !m_document.isModified())
        return;
    const std::shared_ptr<Orphan> orphan = std::exchange(m_restoring, nullptr);
    const RecoveryNote &note = orphan->note().value();
    const document::LessonProgress &progress = m_document.progress();
    for (const RecoveryNote::Gate &gate : note.gates) {
        if (gate.step >= progress.stepCount() || !progress.asks(gate.step))
            continue;
        const auto &options = m_document.lesson()->steps.at(gate.step).prediction->options;
        m_document.passGate(gate.step, gate.guess && *gate.guess < options.size() ? gate.guess : std::nullopt);
    }
    m_playback.seek(note.moment);
    if (m_playback.step() != note.step && note.step < progress.stepCount() && progress.start(note.step) == note.moment)
        m_playback.enterStep(note.step); // on the border of two steps: the later one
    m_autosave->replace(orphan);
}

bool MainWindow::failRestoring(const model::Problems &problems, const QString &about)
{
    if (!m_restoring || about != m_restoring->path())
        return false;
    setOrphanAside(*std::exchange(m_restoring, nullptr), problems);
    return true;
}

void MainWindow::setOrphanAside(Orphan &orphan, const model::Problems &problems)
{
    QStringList lines;
    for (const model::Problem &problem : problems)
        lines << text::problemLine(problem);
    //: %1 is the path of a file.
    lines = QStringList {tr("It was set aside: %1").arg(QDir::toNativeSeparators(orphan.setAside()))} + lines;
    m_messages->showProblem(tr("A run that was not saved cannot be restored."), lines);
}

} // namespace sessionarium::ui::window
