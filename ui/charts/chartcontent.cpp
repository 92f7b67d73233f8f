// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcontent.h"

#include "ui/charts/chartunits.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sessionarium::ui::charts {

using Holder = report::Figures::Holder;
using Series = report::Figures::Series;
using verdict::Outcome;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// Along the whole axis.
constexpr double mostMeans = 60;
constexpr double mostPoints = 240; // of a line that is smoothed
constexpr std::int64_t requestsInWindow = 3; // from so many on there is enough for a mean
constexpr std::int64_t windowsInRun = 20;

/// A part of the run, of 1, 2 or 5 times a power of ten, over which means move.
model::Duration meanWindow(const report::PacingMap &pacing)
{
    const std::int64_t wanted = std::max<std::int64_t>(1, pacing.toTime(pacing.length()).us / windowsInRun);
    std::int64_t window = 1;
    while (window * 10 <= wanted)
        window *= 10;
    return model::microseconds(wanted >= window * 5 ? window * 5 : wanted >= window * 2 ? window * 2 : window);
}
/// An axis of bytes does not end below.
constexpr double leastBytes = 1000;

LineLook lookOf(Outcome outcome)
{
    using Look = LineLook;
    switch (outcome) {
    case Outcome::Fine:
        return {Look::Pattern::Solid, Look::Marker::Disc, Look::Ink::Good};
    case Outcome::LoggedOut:
        return {Look::Pattern::Dashed, Look::Marker::Cross, Look::Ink::Bad};
    case Outcome::StaleRead:
        return {Look::Pattern::DashDot, Look::Marker::Ring, Look::Ink::Warn};
    case Outcome::LostUpdate:
        return {Look::Pattern::Dotted, Look::Marker::EmptyTriangle, Look::Ink::Bad};
    case Outcome::Refused:
        return {Look::Pattern::LongDashed, Look::Marker::Square, Look::Ink::Bad};
    case Outcome::RevokedAccepted:
        return {Look::Pattern::Dotted, Look::Marker::Diamond, Look::Ink::Warn};
    }
    return {};
}

/// Makes the panes of one chart from what may be known of the figures.
class Maker
{
public:
    Maker(const report::Figures &figures, const report::PacingMap &pacing, model::SimTime until,
          const stage::StageTexts &texts)
        : m_figures(figures),
          m_pacing(pacing),
          m_texts(texts),
          m_until(until),
          m_end(static_cast<double>(pacing.toScreen(until)))
    {
        const std::size_t count = figures.countUpTo(until);
        m_x.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            m_x.push_back(static_cast<double>(pacing.toScreen(figures.ticks[i])));
    }

    [[nodiscard]] std::vector<ChartPane> panesOf(Topic topic) const
    {
        switch (topic) {
        case Topic::LoadAndQueue:
            return {load(), queue()};
        case Topic::SessionsAndMemory:
            return {sessions(), memory()};
        case Topic::Traffic:
            return hasTraffic() ? std::vector {messages(), bytes()} : std::vector {messages()};
        case Topic::Latency:
            return {latency()};
        case Topic::SignedIn:
            return {signedIn()};
        case Topic::Outcomes:
            return {outcomes()};
        }
        return {};
    }

private:
    [[nodiscard]] std::size_t count() const { return m_x.size(); }

    /// What holds from each tick on, up to the end.
    [[nodiscard]] std::vector<QPointF> steps(const Series &series, std::size_t first) const
    {
        std::vector<QPointF> points;
        for (std::size_t i = first; i < count(); ++i) {
            const auto y = static_cast<double>(series[i]);
            if (!points.empty() && points.back().y() == y)
                continue;
            if (!points.empty())
                points.emplace_back(m_x[i], points.back().y());
            points.emplace_back(m_x[i], y);
        }
        if (!points.empty())
            points.emplace_back(m_end, points.back().y());
        return points;
    }

    /// What held before each tick since the one before it; `now` holds from the last tick on.
    [[nodiscard]] std::vector<QPointF> spans(const Series &series, const Series &now, std::size_t first) const
    {
        std::vector<QPointF> points;
        const auto add = [&points](double from, double to, std::uint64_t value) {
            const auto y = static_cast<double>(value);
            if (points.empty() || points.back().y() != y)
                points.emplace_back(from, y);
            else if (points.size() > 1 && points[points.size() - 2].y() == y)
                points.pop_back();
            points.emplace_back(to, y);
        };
        // Hops closer than a few pixels are one mean over their time, or the line would be a blot. Where one mean ends
        // depends on the axis alone, not on how much is known.
        const double width = static_cast<double>(m_pacing.length()) / mostMeans;
        for (std::size_t i = first + 1; i < count();) {
            const std::size_t from = i - 1;
            const double limit = (std::floor(m_x[from] / width) + 1) * width;
            std::uint64_t sum = 0;
            do {
                sum += series[i] * static_cast<std::uint64_t>((m_figures.ticks[i] - m_figures.ticks[i - 1]).us);
                ++i;
            } while (i < count() && m_x[i] <= limit);
            const auto time = static_cast<std::uint64_t>((m_figures.ticks[i - 1] - m_figures.ticks[from]).us);
            add(m_x[from], m_x[i - 1], sum / time);
        }
        if (first < count())
            add(m_x[count() - 1], m_end, now[count() - 1]);
        return points;
    }

    /// Where requests come one after the other, what a hop is worth on the paced axis is chance: a mean over ever the
    /// same time before each moment says how much there is to do. (The axis is shortened and stretched; the window is
    /// not.) Where they are few, every one of them is to be seen. Decided by what is known.
    [[nodiscard]] bool isBusy(model::Duration window) const
    {
        std::uint64_t finished = 0;
        for (const Series &ofOutcome : m_figures.outcomes)
            finished += count() > 0 ? lastOf(ofOutcome, count()) : 0;
        return static_cast<std::int64_t>(finished) * window.us >= requestsInWindow * m_until.us && finished > 0;
    }

    /// The mean over `window` before each moment, over what there is of it near the beginning; `now` holds from the
    /// last tick on. Where points stand depends on the axis alone, not on how much is known, but for the last ones.
    [[nodiscard]] std::vector<QPointF> movingMean(const Series &series, const Series &now, std::size_t first,
                                                  model::Duration window) const
    {
        // The area below the line up to each moment; of a span, a part has its share.
        std::vector<double> times;
        std::vector<double> areas;
        const auto add = [&](std::int64_t time, std::uint64_t value) {
            const auto at = static_cast<double>(time);
            areas.push_back(times.empty() ? 0 : areas.back() + static_cast<double>(value) * (at - times.back()));
            times.push_back(at);
        };
        std::size_t tail = 0; // the last moment at or before where the window begins
        const auto areaAt = [&](double t) {
            while (tail + 2 < times.size() && times[tail + 1] <= t)
                ++tail;
            const double share = (t - times[tail]) / (times[tail + 1] - times[tail]);
            return areas[tail] + (areas[tail + 1] - areas[tail]) * share;
        };
        std::vector<QPointF> points;
        const auto addPoint = [&](double x) {
            const double from = std::max(times.front(), times.back() - static_cast<double>(window.us));
            points.emplace_back(x, (areas.back() - areaAt(from)) / (times.back() - from));
        };
        const double width = static_cast<double>(m_pacing.length()) / mostPoints;
        for (std::size_t i = first; i < count(); ++i) {
            add(m_figures.ticks[i].us, series[i]);
            if (i > first && (i + 1 == count() || std::floor(m_x[i] / width) != std::floor(m_x[i - 1] / width)))
                addPoint(m_x[i]);
        }
        if (!times.empty() && static_cast<double>(m_until.us) > times.back()) {
            add(m_until.us, now[count() - 1]);
            addPoint(m_end);
        }
        return points;
    }

    static std::uint64_t lastOf(const Series &series, std::size_t count) { return series[count - 1]; }

    void finish(ChartPane &pane, Unit unit) const
    {
        double most = unit == Unit::Bytes ? leastBytes : 1;
        for (const ChartLine &line : pane.lines) {
            for (const QPointF &point : line.points)
                most = std::max(most, point.y());
        }
        for (const std::uint64_t value : axisValues(static_cast<std::uint64_t>(most), unit))
            pane.marks.push_back({static_cast<double>(value), valueText(value, unit)});
        pane.top = pane.marks.back().at;
    }

    /// One line for each server, and each store where it has such figures.
    template <class MakeLine>
    [[nodiscard]] ChartPane paneOfHolders(const QString &title, Unit unit, bool stores, const MakeLine &makeLine) const
    {
        ChartPane pane;
        pane.title = title;
        pane.nothing = Tr::tr("There is no server yet.");
        for (std::size_t i = 0; i < m_figures.holders.size(); ++i) {
            const Holder &holder = m_figures.holders[i];
            if (holder.firstTick >= count() || (holder.type == model::EntityType::Store && !stores))
                continue;
            ChartLine line = makeLine(holder);
            line.name = m_texts.entityName(holder.entity);
            line.look = lookOfHolder(i);
            pane.lines.push_back(std::move(line));
        }
        finish(pane, unit);
        return pane;
    }

    [[nodiscard]] ChartPane load() const
    {
        if (const model::Duration window = meanWindow(m_pacing); isBusy(window)) {
            //: %1 is a duration: "1.0 s".
            const QString title = Tr::tr("Places in use (%), mean of the last %1").arg(m_texts.duration(window));
            ChartPane pane = paneOfHolders(title, Unit::Share, false, [&](const Holder &holder) {
                std::vector<QPointF> points = movingMean(holder.busyPpm, holder.servingPpm, holder.firstTick, window);
                const auto now = points.empty() ? std::uint64_t {0} : static_cast<std::uint64_t>(points.back().y());
                return ChartLine {{}, valueText(now, Unit::Share), {}, std::move(points)};
            });
            pane.strips = true;
            return pane;
        }
        ChartPane pane = paneOfHolders(Tr::tr("Places in use (%)"), Unit::Share, false, [this](const Holder &holder) {
            return ChartLine {{},
                              valueText(lastOf(holder.servingPpm, count()), Unit::Share),
                              {},
                              spans(holder.busyPpm, holder.servingPpm, holder.firstTick)};
        });
        pane.strips = true;
        return pane;
    }

    template <class SeriesOf>
    [[nodiscard]] ChartPane stepsOfHolders(const QString &title, Unit unit, bool stores, const SeriesOf &seriesOf) const
    {
        return paneOfHolders(title, unit, stores, [&](const Holder &holder) {
            const Series &series = seriesOf(holder);
            return ChartLine {{}, valueText(lastOf(series, count()), unit), {}, steps(series, holder.firstTick)};
        });
    }

    [[nodiscard]] ChartPane queue() const
    {
        ChartPane pane = stepsOfHolders(Tr::tr("Requests waiting"), Unit::Count, false,
                                        [](const Holder &holder) -> const Series & { return holder.waiting; });
        pane.strips = true;
        return pane;
    }

    [[nodiscard]] ChartPane sessions() const
    {
        return stepsOfHolders(Tr::tr("Sessions in memory"), Unit::Count, true,
                              [](const Holder &holder) -> const Series & { return holder.sessions; });
    }

    [[nodiscard]] ChartPane memory() const
    {
        return stepsOfHolders(Tr::tr("Memory for sessions (bytes)"), Unit::Bytes, true,
                              [](const Holder &holder) -> const Series & { return holder.sessionBytes; });
    }

    void addSteps(ChartPane &pane, const QString &name, const Series &series, const LineLook &look, Unit unit,
                  std::size_t first = 0) const
    {
        if (first >= count())
            return;
        pane.lines.push_back({name, valueText(lastOf(series, count()), unit), look, steps(series, first)});
    }

    [[nodiscard]] bool hasTraffic() const
    {
        return count() > 0
            && lastOf(m_figures.replication.messages, count()) + lastOf(m_figures.store.messages, count()) > 0;
    }

    [[nodiscard]] ChartPane traffic(const QString &title, Unit unit, Series report::Figures::Traffic::*series) const
    {
        ChartPane pane;
        pane.title = title;
        pane.nothing = Tr::tr("No copy and no store has been sent anything yet.");
        if (hasTraffic()) {
            // The shapes of these messages on the stage.
            addSteps(pane, Tr::tr("Replication"), m_figures.replication.*series,
                     {LineLook::Pattern::Solid, LineLook::Marker::Diamond, LineLook::Ink::Text}, unit);
            addSteps(pane, Tr::tr("Store"), m_figures.store.*series,
                     {LineLook::Pattern::Dashed, LineLook::Marker::Square, LineLook::Ink::Soft}, unit);
        }
        finish(pane, unit);
        return pane;
    }

    [[nodiscard]] ChartPane messages() const
    {
        return traffic(Tr::tr("Messages sent so far"), Unit::Count, &report::Figures::Traffic::messages);
    }

    [[nodiscard]] ChartPane bytes() const
    {
        return traffic(Tr::tr("Data sent so far (bytes)"), Unit::Bytes, &report::Figures::Traffic::bytes);
    }

    [[nodiscard]] ChartPane latency() const
    {
        ChartPane pane;
        pane.title = Tr::tr("All requests so far: 50%, 95% and 99% ended within this time");
        pane.nothing = Tr::tr("No request has finished yet.");
        const report::Figures::Latency &all = m_figures.latency;
        // %1 is a share; p50 is what the summary calls the same figure.
        const QString name = QStringLiteral("%1% (p%1)");
        addSteps(pane, name.arg(50), all.p50, {LineLook::Pattern::Solid, LineLook::Marker::Disc, LineLook::Ink::Text},
                 Unit::Time, all.firstTick);
        addSteps(pane, name.arg(95), all.p95,
                 {LineLook::Pattern::Dashed, LineLook::Marker::Triangle, LineLook::Ink::Soft}, Unit::Time,
                 all.firstTick);
        addSteps(pane, name.arg(99), all.p99, {LineLook::Pattern::Dotted, LineLook::Marker::Ring, LineLook::Ink::Text},
                 Unit::Time, all.firstTick);
        finish(pane, Unit::Time);
        return pane;
    }

    [[nodiscard]] ChartPane signedIn() const
    {
        ChartPane pane;
        pane.title = Tr::tr("Users who believe that they are signed in (%)");
        pane.nothing = Tr::tr("There is no user yet.");
        std::size_t first = 0;
        while (first < count() && m_figures.clients[first] == 0)
            ++first;
        if (first < count()) {
            Series shares(first);
            for (std::size_t i = first; i < count(); ++i)
                shares.push_back(m_figures.signedIn[i] * 1'000'000 / m_figures.clients[i]);
            const QString value = QStringLiteral("%1 (%2/%3)")
                                      .arg(valueText(shares.back(), Unit::Share))
                                      .arg(m_figures.signedIn[count() - 1])
                                      .arg(m_figures.clients[count() - 1]);
            pane.lines.push_back({Tr::tr("Signed in"),
                                  value,
                                  {LineLook::Pattern::Solid, LineLook::Marker::Disc, LineLook::Ink::Accent},
                                  steps(shares, first)});
        }
        finish(pane, Unit::Share);
        return pane;
    }

    [[nodiscard]] ChartPane outcomes() const
    {
        ChartPane pane;
        pane.title = Tr::tr("Finished requests so far, by outcome");
        pane.nothing = Tr::tr("No request has finished yet.");
        if (m_figures.latency.firstTick < count()) {
            for (std::size_t i = 0; i < m_figures.outcomes.size(); ++i) {
                const auto outcome = static_cast<Outcome>(i);
                if (outcome == Outcome::Fine || lastOf(m_figures.outcomes.at(i), count()) > 0)
                    addSteps(pane, text::outcomeName(outcome), m_figures.outcomes.at(i), lookOf(outcome), Unit::Count);
            }
        }
        finish(pane, Unit::Count);
        return pane;
    }

    const report::Figures &m_figures;
    const report::PacingMap &m_pacing;
    const stage::StageTexts &m_texts;
    model::SimTime m_until;
    double m_end;
    std::vector<double> m_x; // of the ticks that may be known
};

} // namespace

QString topicName(Topic topic)
{
    switch (topic) {
    case Topic::LoadAndQueue:
        return Tr::tr("Load and queue");
    case Topic::SessionsAndMemory:
        return Tr::tr("Sessions and memory");
    case Topic::Traffic:
        return Tr::tr("Copies and store");
    case Topic::Latency:
        return Tr::tr("Response times");
    case Topic::SignedIn:
        return Tr::tr("Signed in");
    case Topic::Outcomes:
        return Tr::tr("Outcomes");
    }
    return {};
}

QString topicId(Topic topic)
{
    switch (topic) {
    case Topic::LoadAndQueue:
        return QStringLiteral("load-and-queue");
    case Topic::SessionsAndMemory:
        return QStringLiteral("sessions-and-memory");
    case Topic::Traffic:
        return QStringLiteral("copies-and-store");
    case Topic::Latency:
        return QStringLiteral("response-times");
    case Topic::SignedIn:
        return QStringLiteral("signed-in");
    case Topic::Outcomes:
        return QStringLiteral("outcomes");
    }
    return {};
}

ChartContent makeContent(Topic topic, const report::Figures &figures, const report::PacingMap &pacing,
                         model::SimTime until, const stage::StageTexts &texts)
{
    return {topicName(topic), Maker(figures, pacing, until, texts).panesOf(topic), &pacing, until};
}

} // namespace sessionarium::ui::charts
