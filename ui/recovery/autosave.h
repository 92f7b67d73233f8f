// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/document/document.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/recovery/recoveryfolder.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace sessionarium::ui::recovery {

/// Keeps a document that differs from its file in the recovery folder, so that a program that is killed loses at most
/// what was done in the last second. What is saved, closed or put away leaves the folder again.
///
/// Writing happens in a thread of its own. Belongs to the thread of the window.
class Autosave : public QObject
{
    Q_OBJECT

public:
    /// From a change to the start of writing; the rest of the second is for the disk.
    static constexpr int delayMs = 400;

    /// Document and playback must outlive this.
    Autosave(const document::Document &document, const playback::PlaybackController &playback, const QString &folder,
             QObject *parent = nullptr);
    /// Without finish() before, what is not saved stays for the next start.
    ~Autosave() override;

    /// What is open now came out of this file: it goes as soon as what is open is safe elsewhere.
    void replace(std::shared_ptr<Orphan> orphan);
    /// The program ends in order: nothing stays behind.
    void finish();
    /// Writes at once what waits, and returns when it is on the disk.
    void flush();

Q_SIGNALS:
    void written();
    /// The document is not safe. Said once, until it could be written again.
    void failed(const sessionarium::model::Problem &problem);

private:
    void documentChanged();
    void moved();
    void schedule();
    void write();
    void finished(const std::optional<model::Problem> &problem);
    void remove();
    [[nodiscard]] RecoveryNote note() const;

    const document::Document &m_document;
    const playback::PlaybackController &m_playback;
    std::shared_ptr<OwnFile> m_file; // touched by the computation only
    std::shared_ptr<Orphan> m_replaced; // until the next piece of work takes it along
    QTimer m_timer;
    bool m_again = false; // something changed while a file was being written
    bool m_hasFailed = false;
    document::Computation m_computation; // last: its destructor waits for work
};

} // namespace sessionarium::ui::recovery
