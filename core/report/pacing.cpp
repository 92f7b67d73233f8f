// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pacing.h"

#include "core/report/muldiv.h"

#include <algorithm>
#include <unordered_map>

namespace sessionarium::report {

using model::SimTime;
using timeline::Record;
using timeline::Timeline;

namespace {

constexpr std::int64_t hopScreen = 300'000; // a median hop
constexpr std::int64_t shortest = 60'000;
constexpr std::int64_t longest = 900'000;
constexpr std::int64_t labelledFrom = 100'000; // virtual time
constexpr std::uint64_t messagesFollowed = 4; // more on the wire are shown faster

/// What the messages of a run say about its pace.
struct Wire
{
    std::vector<std::int64_t> departures; // increasing
    std::vector<std::int64_t> arrivals; // increasing
    std::vector<std::int64_t> transits; // known ones, in no order
};

/// A transit time that is not known shows in the record that the arrival caused; a message without one is nowhere.
Wire readWire(const Timeline &timeline, std::uint32_t known)
{
    Wire wire;
    struct UnderWay
    {
        std::int64_t from;
        model::EntityId to;
    };
    std::unordered_map<std::uint32_t, UnderWay> underWay; // looked up only: no order leaks out
    const auto add = [&wire](std::int64_t from, std::int64_t to) {
        if (to <= from)
            return;
        wire.departures.push_back(from);
        wire.arrivals.push_back(to);
        wire.transits.push_back(to - from);
    };
    for (std::uint32_t i = 0; i < known; ++i) {
        const Record &record = timeline[i];
        if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
            if (sent->transit.us == model::TransitTime::unknown)
                underWay.emplace(i, UnderWay {record.at.us, sent->to});
            else
                add(record.at.us, record.at.us + sent->transit.us);
        }
        if (underWay.empty() || record.cause.isNone())
            continue;
        const auto arrived = underWay.find(record.cause.value);
        if (arrived != underWay.end() && arrived->second.to == record.entity) {
            add(arrived->second.from, record.at.us);
            underWay.erase(arrived);
        }
    }
    std::sort(wire.departures.begin(), wire.departures.end());
    std::sort(wire.arrivals.begin(), wire.arrivals.end());
    return wire;
}

/// 0 if there is none.
std::int64_t medianOf(std::vector<std::int64_t> &values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<SimTime> momentsOf(const Timeline &timeline, std::uint32_t known)
{
    std::vector<SimTime> moments;
    for (std::uint32_t i = 0; i < known; ++i) {
        if (moments.empty() || moments.back() < timeline[i].at)
            moments.push_back(timeline[i].at);
    }
    return moments;
}

std::int64_t medianGap(const std::vector<SimTime> &moments)
{
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 1; i < moments.size(); ++i)
        gaps.push_back((moments[i] - moments[i - 1]).us);
    return medianOf(gaps);
}

/// At least 1.
std::int64_t medianHop(Wire &wire, const std::vector<SimTime> &moments)
{
    const std::int64_t hop = medianOf(wire.transits);
    return hop > 0 ? hop : std::max<std::int64_t>(1, medianGap(moments));
}

bool wasCut(const Timeline &timeline)
{
    return timeline.size() > 0 && std::holds_alternative<model::RunCut>(timeline[timeline.size() - 1].fact);
}

} // namespace

PacingMap::PacingMap(const Timeline &timeline)
{
    layOut(timeline, std::nullopt);
}

PacingMap::PacingMap(const Timeline &timeline, SimTime knownUntil)
{
    layOut(timeline, knownUntil);
}

std::uint32_t PacingMap::readTimes(const Timeline &timeline, std::optional<SimTime> knownUntil)
{
    const std::uint32_t known = knownUntil ? timeline.countUpTo(*knownUntil) : timeline.size();
    m_times = momentsOf(timeline, known);
    m_end = !knownUntil && wasCut(timeline) ? m_times.back() : SimTime {timeline.info().duration.us};
    if (!m_times.empty())
        m_end = std::max(m_end, m_times.back());
    return known;
}

PacingMap PacingMap::linear(const Timeline &timeline)
{
    PacingMap map;
    map.layOutLinear(timeline, std::nullopt);
    return map;
}

PacingMap PacingMap::linear(const Timeline &timeline, SimTime knownUntil)
{
    PacingMap map;
    map.layOutLinear(timeline, knownUntil);
    return map;
}

void PacingMap::layOutLinear(const Timeline &timeline, std::optional<SimTime> knownUntil)
{
    m_linear = true;
    const std::uint32_t known = readTimes(timeline, knownUntil);
    m_screen.reserve(m_times.size());
    for (const SimTime stop : m_times)
        m_screen.push_back(stop.us);
    m_length = m_end.us;
    Wire wire = readWire(timeline, known);
    m_hop = medianHop(wire, m_times);
}

void PacingMap::layOut(const Timeline &timeline, std::optional<SimTime> knownUntil)
{
    m_hop = hopScreen;
    const std::uint32_t known = readTimes(timeline, knownUntil);
    Wire wire = readWire(timeline, known);
    const std::int64_t hop = medianHop(wire, m_times);

    std::size_t departed = 0;
    std::size_t arrived = 0;
    const auto screenOf = [&](SimTime from, SimTime to) -> std::int64_t {
        const std::int64_t d = (to - from).us;
        if (d == 0)
            return 0;
        while (departed < wire.departures.size() && wire.departures[departed] <= from.us)
            ++departed;
        while (arrived < wire.arrivals.size() && wire.arrivals[arrived] <= from.us)
            ++arrived;
        const std::uint64_t inFlight = departed - arrived;

        const bool tooLong = d > hop * (longest / hopScreen);
        const std::int64_t wanted = tooLong
            ? longest
            : static_cast<std::int64_t>(
                mulDiv(static_cast<std::uint64_t>(d), std::uint64_t {hopScreen}, static_cast<std::uint64_t>(hop)));
        if (tooLong && inFlight == 0 && d >= labelledFrom)
            m_shortened.push_back(Shortened {from, to});
        const auto screen = static_cast<std::uint64_t>(std::max(wanted, shortest));
        return static_cast<std::int64_t>(
            std::max<std::uint64_t>(1, screen * messagesFollowed / std::max(messagesFollowed, inFlight)));
    };

    m_screen.reserve(m_times.size());
    SimTime from;
    for (const SimTime stop : m_times) {
        m_length += screenOf(from, stop);
        m_screen.push_back(m_length);
        from = stop;
    }
    m_length += knownUntil ? lengthOfTheUnknown() : screenOf(from, m_end);
}

/// At the pace so far, whatever that was; but what is known stays large enough to be looked at.
std::int64_t PacingMap::lengthOfTheUnknown() const
{
    constexpr std::int64_t mostTimesTheKnown = 9;
    const std::int64_t passed = m_times.empty() ? 0 : m_times.back().us;
    const std::int64_t rest = m_end.us - passed;
    if (rest == 0)
        return 0;
    if (passed == 0)
        return longest;
    const std::int64_t most = m_length * mostTimesTheKnown;
    if (rest / passed >= mostTimesTheKnown)
        return most;
    return std::clamp<std::int64_t>(
        static_cast<std::int64_t>(mulDiv(static_cast<std::uint64_t>(m_length), static_cast<std::uint64_t>(rest),
                                         static_cast<std::uint64_t>(passed))),
        1, most);
}

PacingMap::Knot PacingMap::knotBefore(std::size_t stop) const
{
    return stop == 0 ? Knot {} : Knot {m_times[stop - 1].us, m_screen[stop - 1]};
}

PacingMap::Knot PacingMap::knotAt(std::size_t stop) const
{
    return stop == m_times.size() ? Knot {m_end.us, m_length} : Knot {m_times[stop].us, m_screen[stop]};
}

std::int64_t PacingMap::toScreen(SimTime t) const
{
    if (t.us <= 0)
        return 0;
    if (t >= m_end)
        return m_length;
    const auto next = std::upper_bound(m_times.begin(), m_times.end(), t);
    const auto stop = static_cast<std::size_t>(next - m_times.begin());
    const Knot a = knotBefore(stop);
    const Knot b = knotAt(stop);
    return a.screen
        + static_cast<std::int64_t>(mulDiv(static_cast<std::uint64_t>(t.us - a.time),
                                           static_cast<std::uint64_t>(b.screen - a.screen),
                                           static_cast<std::uint64_t>(b.time - a.time)));
}

SimTime PacingMap::toTime(std::int64_t screen) const
{
    if (screen <= 0)
        return SimTime {};
    if (screen >= m_length)
        return m_end;
    const auto next = std::upper_bound(m_screen.begin(), m_screen.end(), screen);
    const auto stop = static_cast<std::size_t>(next - m_screen.begin());
    const Knot a = knotBefore(stop);
    const Knot b = knotAt(stop);
    return SimTime {a.time
                    + static_cast<std::int64_t>(mulDiv(static_cast<std::uint64_t>(screen - a.screen),
                                                       static_cast<std::uint64_t>(b.time - a.time),
                                                       static_cast<std::uint64_t>(b.screen - a.screen)))};
}

std::optional<SimTime> PacingMap::nextStop(SimTime after) const
{
    const auto next = std::upper_bound(m_times.begin(), m_times.end(), after);
    return next == m_times.end() ? std::nullopt : std::optional<SimTime>(*next);
}

std::optional<SimTime> PacingMap::previousStop(SimTime before) const
{
    const auto next = std::lower_bound(m_times.begin(), m_times.end(), before);
    return next == m_times.begin() ? std::nullopt : std::optional<SimTime>(*std::prev(next));
}

} // namespace sessionarium::report
