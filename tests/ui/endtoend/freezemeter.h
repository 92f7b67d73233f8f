// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QByteArray>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace sessionarium::tests {

/// How long a piece of work kept its thread. A busy machine, which lets the thread wait for a processor, is no fault of
/// the program: what never went to sleep counts as long as it ran. If it waited for a lock, a disk or another thread,
/// that counts too.
class WorkTime
{
public:
    WorkTime();
    [[nodiscard]] double milliseconds() const;
    /// Of the processor alone.
    [[nodiscard]] double processorMilliseconds() const;

private:
    struct Reading
    {
        std::int64_t real = 0;
        std::int64_t processor = 0;
        std::int64_t queued = 0; // ready to run, on a machine that was busy
        std::int64_t sleeps = 0; // how often it waited for something else
    };
    [[nodiscard]] static Reading read();

    Reading m_start;
};

/// Watches whether other programs want the processors, too.
class Pulse
{
public:
    Pulse();
    ~Pulse();
    Pulse(const Pulse &) = delete;
    Pulse &operator=(const Pulse &) = delete;

    /// At some moment of the last while.
    [[nodiscard]] bool wasBusyWithin(double milliseconds) const;

private:
    std::atomic<std::int64_t> m_lastBusy = 0;
    std::mutex m_mutex;
    std::condition_variable m_end;
    bool m_ends = false;
    std::thread m_thread; // last: it uses the others
};

/// An application that notes which event kept the event loop longest.
class FreezeMeter : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was.
    void restart();
    [[nodiscard]] double longestMilliseconds() const { return m_longest; }
    /// What it was, in words.
    [[nodiscard]] QString longest() const { return m_what; }
    /// Said of what is longest from now on: "click 512,311".
    void setOccasion(const QString &occasion) { m_occasion = occasion; }

private:
    Pulse m_pulse;
    int m_depth = 0; // events that events send at once
    int m_level = 0; // of the event loop in which the outer one runs
    bool m_looped = false; // an event loop of its own ran within the outer one
    double m_longest = 0;
    QString m_what;
    QString m_occasion;
};

} // namespace sessionarium::tests
