// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/progress.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace sessionarium::ui::document {

/// Does long work one piece after the other in a thread of its own, so that the window never stands still.
///
/// A piece of work gets a Progress that it tells how far it is; it returns what is to be done with its result, and
/// that runs in this object's thread, in order. When this object goes, work is cancelled and its result dropped.
class Computation : public QObject
{
    Q_OBJECT

public:
    using Finish = std::function<void()>;
    using Work = std::function<Finish(const Progress &progress)>;

    explicit Computation(QObject *parent = nullptr);
    ~Computation() override;

    void start(Work work);
    /// Asks the work under way to stop, and drops what waits behind it. Their `Finish` are not run.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }
    /// Blocks until all work is done and finished; for tests and for making pictures without an event loop.
    void wait();

Q_SIGNALS:
    /// The first piece of work began, or the last one was finished.
    void busyChanged(bool busy);
    /// Now and then while busy: how much of the present piece of work is done.
    void progressed(int permille);

private:
    void finished(const Finish &finish, const std::shared_ptr<std::atomic<bool>> &cancelled);

    QThreadPool m_pool;
    QTimer m_reportTimer;
    int m_pending = 0;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // of the work started since the last cancel()
    std::shared_ptr<std::atomic<int>> m_done;
};

} // namespace sessionarium::ui::document
