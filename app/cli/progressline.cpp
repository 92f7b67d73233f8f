// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressline.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace sessionarium::app::cli {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

constexpr std::chrono::milliseconds firstAfter {300};
constexpr std::chrono::milliseconds thenEvery {100};

} // namespace

ProgressLine::ProgressLine(model::Duration whole, bool quiet)
    : m_whole(whole),
      m_visible(!quiet && whole.us > 0 && isatty(STDERR_FILENO) == 1),
      m_next(std::chrono::steady_clock::now() + firstAfter)
{
}

ProgressLine::~ProgressLine()
{
    if (m_drawn)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(model::SimTime done)
{
    if (!m_visible)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next)
        return;
    m_next = now + thenEvery;
    m_drawn = true;
    const std::int64_t percent =
        std::clamp<std::int64_t>(done.us / std::max<std::int64_t>(m_whole.us / 100, 1), 0, 100);
    //: Progress of a computation; %1 is a number from 0 to 100
    const QByteArray line = Tr::tr("Computing: %1 %").arg(percent).toUtf8();
    std::fprintf(stderr, "\r\033[K%s", line.constData());
    std::fflush(stderr);
}

} // namespace sessionarium::app::cli
