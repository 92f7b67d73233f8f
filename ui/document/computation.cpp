// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/computation.h"

#include <QCoreApplication>
#include <QPointer>

namespace sessionarium::ui::document {

Computation::Computation(QObject *parent)
    : QObject(parent),
      m_cancelled(std::make_shared<std::atomic<bool>>(false)),
      m_done(std::make_shared<std::atomic<int>>(0))
{
    m_pool.setMaxThreadCount(1); // pieces in order, and a run::Run belongs to one thread at a time
    m_reportTimer.setInterval(100);
    connect(&m_reportTimer, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_done->load()); });
}

Computation::~Computation()
{
    m_cancelled->store(true);
    m_pool.clear();
    m_pool.waitForDone();
}

void Computation::start(Work work)
{
    if (m_pending++ == 0) {
        m_done->store(0);
        m_reportTimer.start();
        Q_EMIT busyChanged(true);
    }
    // The pool is a member and waited for in the destructor, so `this` outlives the work.
    m_pool.start([this, work = std::move(work), cancelled = m_cancelled, done = m_done] {
        Finish finish;
        if (!cancelled->load()) {
            done->store(0);
            finish = work([cancelled, done](int permille) {
                done->store(permille);
                return !cancelled->load();
            });
        }
        QMetaObject::invokeMethod(
            this, [this, finish, cancelled] { finished(finish, cancelled); }, Qt::QueuedConnection);
    });
}

void Computation::cancel()
{
    m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
}

void Computation::wait()
{
    while (isBusy()) {
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

void Computation::finished(const Finish &finish, const std::shared_ptr<std::atomic<bool>> &cancelled)
{
    const QPointer<Computation> alive(this);
    if (finish && !cancelled->load())
        finish();
    if (alive && --m_pending == 0) {
        m_reportTimer.stop();
        Q_EMIT busyChanged(false);
    }
}

} // namespace sessionarium::ui::document
