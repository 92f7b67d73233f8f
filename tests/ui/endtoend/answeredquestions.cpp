// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/answeredquestions.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QFileDialog>
#include <QPointer>

#include <cstring>
#include <utility>

namespace sessionarium::tests {

AnsweredQuestions::AnsweredQuestions(ChooseFile chooseFile) : m_chooseFile(std::move(chooseFile))
{
    qApp->installEventFilter(this);
}

AnsweredQuestions::~AnsweredQuestions()
{
    qApp->removeEventFilter(this);
}

bool AnsweredQuestions::eventFilter(QObject *watched, QEvent *event)
{
    auto *dialog = event->type() == QEvent::Show ? qobject_cast<QDialog *>(watched) : nullptr;
    // Those of our own have names with a namespace.
    if (!dialog || std::strchr(dialog->metaObject()->className(), ':'))
        return false;
    ++m_count;
    auto *files = qobject_cast<QFileDialog *>(dialog);
    const QString path = files ? m_chooseFile(*files) : QString();
    // Once it stands there: who shows it may have more to do.
    QMetaObject::invokeMethod(
        dialog,
        [dialog, files, path] {
            if (path.isEmpty()) {
                dialog->reject();
                return;
            }
            const QPointer<QFileDialog> asked(files);
            Q_EMIT files->fileSelected(path);
            if (!asked)
                return;
            files->selectFile(path);
            QMetaObject::invokeMethod(
                files, [files] { files->QDialog::done(QDialog::Accepted); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    return false;
}

} // namespace sessionarium::tests
