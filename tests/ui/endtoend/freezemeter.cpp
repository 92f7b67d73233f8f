// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/freezemeter.h"

#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QThread>

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#ifdef Q_OS_LINUX
#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace sessionarium::tests {

namespace {

constexpr double nanosecondsPerMillisecond = 1e6;
constexpr double noticeableMs = 50;

std::int64_t realTime()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

#ifdef Q_OS_LINUX

std::int64_t processorTime()
{
    constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * nanosecondsPerSecond + now.tv_nsec;
}

/// How long this thread was ready to run and did not; 0 where the kernel does not tell.
std::int64_t queuedTime()
{
    static const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    std::array<char, 96> text {};
    if (file < 0 || pread(file, text.data(), text.size() - 1, 0) <= 0)
        return 0;
    long long ran = 0;
    long long queued = 0;
    return std::sscanf(text.data(), "%lld %lld", &ran, &queued) == 2 ? queued : 0;
}

/// More is to be done than there are processors for.
bool isMachineBusy()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray running = file.readAll().split(' ').value(3);
    return running.left(running.indexOf('/')).toInt() > QThread::idealThreadCount();
}

std::int64_t sleeps()
{
    rusage usage {};
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nvcsw;
}

#else

std::int64_t processorTime()
{
    return realTime();
}

std::int64_t queuedTime()
{
    return 0;
}

std::int64_t sleeps()
{
    return 0;
}

bool isMachineBusy()
{
    return false;
}

#endif

} // namespace

Pulse::Pulse()
    : m_thread([this] {
          constexpr std::chrono::milliseconds beat(10);
          std::unique_lock lock(m_mutex);
          while (!m_end.wait_for(lock, beat, [this] { return m_ends; })) {
              if (isMachineBusy())
                  m_lastBusy = realTime();
          }
      })
{
}

Pulse::~Pulse()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_end.notify_all();
    m_thread.join();
}

bool Pulse::wasBusyWithin(double milliseconds) const
{
    constexpr double beatMs = 20; // it may have been late itself
    return realTime() - m_lastBusy < static_cast<std::int64_t>((milliseconds + beatMs) * nanosecondsPerMillisecond);
}

WorkTime::WorkTime() : m_start(read())
{
}

WorkTime::Reading WorkTime::read()
{
    return {realTime(), processorTime(), queuedTime(), sleeps()};
}

double WorkTime::milliseconds() const
{
    const Reading now = read();
    if (now.sleeps == m_start.sleeps)
        return static_cast<double>(now.processor - m_start.processor) / nanosecondsPerMillisecond;
    const std::int64_t worked = now.real - m_start.real - (now.queued - m_start.queued);
    return static_cast<double>(worked) / nanosecondsPerMillisecond;
}

double WorkTime::processorMilliseconds() const
{
    return static_cast<double>(processorTime() - m_start.processor) / nanosecondsPerMillisecond;
}

bool FreezeMeter::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int level = thread()->loopLevel();
    // A dialog that waits in a loop of its own keeps nobody: what comes within that loop is measured by itself.
    const bool inner = m_depth > 0 && level == m_level;
    if (inner)
        return QApplication::notify(receiver, event);
    const int depthBefore = std::exchange(m_depth, 1);
    const int levelBefore = std::exchange(m_level, level);
    m_looped = false;
    const QEvent::Type type = event->type();
    const QString who =
        QStringLiteral("%1 \"%2\"").arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName());
    const WorkTime time;
    const bool result = QApplication::notify(receiver, event);
    double took = time.milliseconds();
    if (took > noticeableMs && m_pulse.wasBusyWithin(took)) // whoever this thread waited for may have waited himself
        took = time.processorMilliseconds();
    if (!m_looped && took > m_longest) {
        m_longest = took;
        m_what = QStringLiteral("%1 ms (%2 of the processor) for %3 to %4 at %5")
                     .arg(took, 0, 'f', 1)
                     .arg(time.processorMilliseconds(), 0, 'f', 1)
                     .arg(QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)), who, m_occasion);
    }
    m_looped = levelBefore < level;
    m_depth = depthBefore;
    m_level = levelBefore;
    return result;
}

void FreezeMeter::restart()
{
    m_longest = 0;
    m_what.clear();
}

} // namespace sessionarium::tests
