// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chrometrace.h"

#include "core/report/arrivals.h"
#include "core/report/blockwriter.h"
#include "core/report/jsonfields.h"
#include "core/report/lanelayout.h"
#include "core/report/tracelanes.h"

#include <algorithm>
#include <string>

namespace sessionarium::report {

namespace {

using model::RecordId;
using timeline::Record;
using timeline::Timeline;
using verdict::Verdict;
using Slice = TraceLanes::Slice;

constexpr std::uint32_t slotsInOrder = 1000; // threads of a lane that are still sorted before the next lane's

/// The facts that are slices, ends of slices or messages; all others, whatever they are, are instants.
template <class Payload>
constexpr bool isInstant = true;
template <>
constexpr bool isInstant<model::RequestIssued> = false;
template <>
constexpr bool isInstant<model::Answered> = false;
template <>
constexpr bool isInstant<model::Failed> = false;
template <>
constexpr bool isInstant<model::ServiceStarted> = false;
template <>
constexpr bool isInstant<model::ServiceEnded> = false;
template <>
constexpr bool isInstant<model::Sent> = false;

/// An action is called by what is done, everything else by its kind.
template <class Payload>
constexpr std::string_view instantName(const Payload &payload)
{
    return payload.name;
}
constexpr std::string_view instantName(const model::ActionTaken &action)
{
    return model::nameOf(action.verb);
}

class TraceWriter
{
public:
    TraceWriter(const Timeline &timeline, const verdict::Verdicts &verdicts, const ByteSink &sink)
        : m_timeline(timeline),
          m_verdicts(verdicts),
          m_out(sink),
          m_fields(m_out, timeline),
          m_arrivals(timeline),
          m_laneOf(timeline.entities().size()),
          m_lanes(static_cast<std::uint32_t>(timeline.entities().size()))
    {
    }

    bool write()
    {
        putHead();
        const std::uint32_t count = m_timeline.size();
        const bool isCut = count > 0 && std::holds_alternative<model::RunCut>(m_timeline[count - 1].fact);
        m_end = isCut ? m_timeline[count - 1].at : model::SimTime {m_timeline.info().duration.us};
        model::SimTime last;
        for (std::uint32_t begin = 0; begin < count && m_out.ok();) {
            last = m_timeline[begin].at;
            std::uint32_t end = begin + 1;
            while (end < count && m_timeline[end].at == last)
                ++end;
            putInstant(begin, end, end < count ? m_timeline[end].at : std::max(m_end, last + model::microseconds(1)));
            begin = end;
        }
        putTail(last);
        return m_out.finish();
    }

private:
    void putHead()
    {
        const timeline::RunInfo &info = m_timeline.info();
        m_out.put("{\"displayTimeUnit\":\"ms\",\"otherData\":{\"scenario\":");
        putJsonText(m_out, info.scenario);
        m_out.put(",\"policy\":");
        putJsonText(m_out, info.policy);
        m_out.put(",\"seed\":");
        m_out.putNumber(info.seed);
        m_out.put(",\"branch\":");
        putJsonText(m_out, info.branch);
        m_out.put(",\"duration_us\":");
        m_out.putNumber(info.duration.us);
        m_out.put("},\"traceEvents\":[\n{\"ph\":\"M\",\"pid\":1,\"tid\":0,\"ts\":0,\"cat\":\"__metadata\",\"name\":"
                  "\"process_name\",\"args\":{\"name\":");
        putJsonText(m_out, info.scenario + " (" + info.policy + ')');
        m_out.put("}}");
        std::uint32_t lane = 0;
        for (const model::EntityId entity : entitiesInLaneOrder(m_timeline)) {
            m_laneOf[entity.value] = lane;
            putThread(lane + 1, m_timeline.entity(entity).id, lane * slotsInOrder);
            ++lane;
        }
    }

    void putThread(std::uint32_t thread, const std::string &name, std::uint32_t order)
    {
        m_out.put(",\n{\"ph\":\"M\",\"pid\":1,\"tid\":");
        m_out.putNumber(thread);
        m_out.put(",\"ts\":0,\"cat\":\"__metadata\",\"name\":\"thread_name\",\"args\":{\"name\":");
        putJsonText(m_out, name);
        m_out.put("}},\n{\"ph\":\"M\",\"pid\":1,\"tid\":");
        m_out.putNumber(thread);
        m_out.put(",\"ts\":0,\"cat\":\"__metadata\",\"name\":\"thread_sort_index\",\"args\":{\"sort_index\":");
        m_out.putNumber(order);
        m_out.put("}}");
    }

    /// Ends before begins, so that a slice can follow another without overlapping it; then what a begin of this instant
    /// leaves to be ended at once; then all that has no length.
    void putInstant(std::uint32_t begin, std::uint32_t end, model::SimTime next)
    {
        m_now = m_timeline[begin].at.us;
        m_nano = 0;
        m_placed = false;
        m_lastNano = std::max<std::int64_t>(0, (next.us - m_now) * 1000 - 2);
        for (std::uint32_t i = begin; i < end; ++i)
            closeBy(RecordId(i));
        for (std::uint32_t i = begin; i < end; ++i)
            openBy(RecordId(i));
        for (std::uint32_t i = begin; i < end; ++i)
            closeBy(RecordId(i));
        for (std::uint32_t i = begin; i < end; ++i)
            putMoment(RecordId(i));
    }

    [[nodiscard]] std::uint32_t laneOf(model::EntityId entity) const { return m_laneOf[entity.value]; }

    void openBy(RecordId id)
    {
        const Record &record = m_timeline[id];
        if (const auto *issued = std::get_if<model::RequestIssued>(&record.fact)) {
            putBegin(id, Slice::Request, record.request, "request", model::nameOf(issued->operation));
        } else if (std::holds_alternative<model::ServiceStarted>(record.fact)) {
            putBegin(id, Slice::Service, record.request, "service", "service");
        } else if (std::holds_alternative<model::Crashed>(record.fact)) {
            putBegin(id, Slice::Down, model::RequestId(), "state", "down");
        }
    }

    void closeBy(RecordId id)
    {
        const Record &record = m_timeline[id];
        const auto close = [&](auto &&matches) {
            m_lanes.close(laneOf(record.entity), id, matches,
                          [&](std::uint32_t thread, const TraceLanes::Open &slice) { putEnd(thread, slice, id); });
        };
        const auto closeOfRequest = [&](Slice slice) {
            close([&](const TraceLanes::Open &open) { return open.slice == slice && open.request == record.request; });
        };
        if (std::holds_alternative<model::Answered>(record.fact) || std::holds_alternative<model::Failed>(record.fact))
            closeOfRequest(Slice::Request);
        else if (std::holds_alternative<model::ServiceEnded>(record.fact))
            closeOfRequest(Slice::Service);
        else if (std::holds_alternative<model::Crashed>(record.fact))
            close([](const TraceLanes::Open &open) { return open.slice == Slice::Service; });
        else if (std::holds_alternative<model::Restarted>(record.fact))
            close([](const TraceLanes::Open &open) { return open.slice == Slice::Down; });
    }

    void putBegin(RecordId id, Slice slice, model::RequestId request, std::string_view category, std::string_view name)
    {
        const Record &record = m_timeline[id];
        const TraceLanes::Place place =
            m_lanes.open(laneOf(record.entity), TraceLanes::Open {slice, request, id, category, name});
        if (place.isNew) {
            putThread(place.thread, m_timeline.entity(record.entity).id + " (" + std::to_string(place.slot + 1) + ')',
                      place.lane * slotsInOrder + std::min(place.slot, slotsInOrder - 1));
        }
        putStart("B", place.thread, m_now, 0);
        putNames(category, name);
        putArguments("record", id);
        m_out.put("}}");
    }

    void putEnd(std::uint32_t thread, const TraceLanes::Open &slice, RecordId by)
    {
        putStart("E", thread, m_now, 0);
        putNames(slice.category, slice.name);
        // Readers lay these beside those of the begin: no name may stand in both.
        putArguments("end_record", by, false);
        if (slice.slice == Slice::Request) {
            if (const Verdict *verdict = m_verdicts.of(slice.request); verdict && verdict->finished == by)
                putVerdictFields(*verdict);
        }
        m_out.put("}}");
    }

    /// What has no length, in the order of the records; and the verdict on what a record finished.
    void putMoment(RecordId id)
    {
        const Record &record = m_timeline[id];
        if (m_arrivals.take(record))
            putArrival(id, record);
        if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
            putMessage(record, model::nameOf(sent->message), [&] { putArguments("record", id); });
            if (m_arrivals.isUnderWay(id))
                putFlow("s", record, id);
            return;
        }
        std::visit(
            [&](const auto &payload) {
                using Payload = std::remove_cvref_t<decltype(payload)>;
                constexpr bool isAction = std::is_same_v<Payload, model::ActionTaken>;
                if constexpr (isInstant<Payload>) {
                    putMark(record, isAction ? "action" : "record", instantName(payload),
                            [&] { putArguments("record", id); });
                }
            },
            record.fact);
        if (record.request.isNone())
            return;
        if (const Verdict *verdict = m_verdicts.of(record.request); verdict && verdict->finished == id) {
            putMark(record, "verdict", verdict::outcomeNames.at(static_cast<std::size_t>(verdict->outcome)), [&] {
                putIds("record", id);
                putVerdictFields(*verdict);
            });
        }
    }

    void putArrival(RecordId id, const Record &record)
    {
        const Record &from = m_timeline[record.cause];
        putMessage(record, model::nameOf(std::get<model::Sent>(from.fact).message), [&] {
            putIds("record", id);
            putField("sent", record.cause);
            putField("from", from.entity);
        });
        putFlow("f", record, record.cause);
    }

    template <class Arguments>
    void putMessage(const Record &record, std::string_view name, const Arguments &arguments)
    {
        advance();
        putStart("X", laneOf(record.entity) + 1, m_now, m_nano);
        m_out.put(",\"dur\":0.001");
        putNames("message", name);
        arguments();
        m_out.put("}}");
    }

    /// Stands directly after its slice: readers bind it to the slice that is open at the time.
    void putFlow(std::string_view phase, const Record &record, RecordId sent)
    {
        putStart(phase, laneOf(record.entity) + 1, m_now, m_nano);
        if (phase == "f")
            m_out.put(",\"bp\":\"e\"");
        m_out.put(",\"cat\":\"message\",\"name\":\"message\",\"id\":");
        m_out.putNumber(sent.value);
        m_out.put('}');
    }

    template <class Arguments>
    void putMark(const Record &record, std::string_view category, std::string_view name, const Arguments &arguments)
    {
        advance();
        putStart("i", laneOf(record.entity) + 1, m_now, m_nano);
        m_out.put(",\"s\":\"t\"");
        putNames(category, name);
        arguments();
        m_out.put("}}");
    }

    /// The next place in this instant. Where there are too many for the time until the next, the last ones share one.
    void advance()
    {
        if (m_placed)
            m_nano = std::min(m_nano + 2, m_lastNano);
        m_placed = true;
    }

    void putStart(std::string_view phase, std::uint32_t thread, std::int64_t us, std::int64_t nano)
    {
        m_out.put(",\n{\"ph\":\"");
        m_out.put(phase);
        m_out.put("\",\"pid\":1,\"tid\":");
        m_out.putNumber(thread);
        m_out.put(",\"ts\":");
        m_out.putNumber(us + nano / 1000);
        if (const std::int64_t rest = nano % 1000; rest > 0) {
            m_out.put('.');
            m_out.put(static_cast<char>('0' + rest / 100));
            m_out.put(static_cast<char>('0' + rest / 10 % 10));
            m_out.put(static_cast<char>('0' + rest % 10));
        }
    }

    void putNames(std::string_view category, std::string_view name)
    {
        m_out.put(",\"cat\":\"");
        m_out.put(category);
        m_out.put("\",\"name\":\"");
        m_out.put(name);
        m_out.put('"');
    }

    /// Opens the arguments: the record under this name, whose request it belongs to, and the fields of its fact.
    void putArguments(std::string_view name, RecordId id, bool withRequest = true)
    {
        const Record &record = m_timeline[id];
        putIds(name, id, withRequest);
        std::visit([this](const auto &payload) { payload.fields(payload, m_fields); }, record.fact);
    }

    void putIds(std::string_view name, RecordId id, bool withRequest = true)
    {
        m_out.put(",\"args\":{\"");
        m_out.put(name);
        m_out.put("\":");
        m_out.putNumber(id.value);
        if (withRequest && m_timeline[id].request.isSome())
            putField("request", m_timeline[id].request);
    }

    template <class Value>
    void putField(std::string_view name, const Value &value)
    {
        m_out.put(",\"");
        m_out.put(name);
        m_out.put("\":");
        m_fields.putValue(value);
    }

    void putVerdictFields(const Verdict &verdict)
    {
        m_out.put(",\"outcome\":\"");
        m_out.put(verdict::outcomeNames.at(static_cast<std::size_t>(verdict.outcome)));
        m_out.put("\",\"slow\":");
        m_out.put(verdict.slow ? "true" : "false");
        m_out.put(",\"latency_us\":");
        m_out.putNumber(verdict.latency.us);
        m_out.put(",\"broken\":[");
        bool first = true;
        for (std::size_t i = 0; i < verdict::guaranteeNames.size(); ++i) {
            if (!verdict.broken.has(static_cast<verdict::Guarantee>(i)))
                continue;
            m_out.put(first ? "\"" : ",\"");
            m_out.put(verdict::guaranteeNames.at(i));
            m_out.put('"');
            first = false;
        }
        m_out.put(']');
    }

    /// What is still open ends with the run.
    void putTail(model::SimTime last)
    {
        m_now = std::max(m_end, last).us;
        for (std::uint32_t lane = 0; lane < m_laneOf.size(); ++lane) {
            m_lanes.close(
                lane, RecordId(), [](const TraceLanes::Open &) { return true; },
                [this](std::uint32_t thread, const TraceLanes::Open &slice) {
                    putStart("E", thread, m_now, 0);
                    putNames(slice.category, slice.name);
                    m_out.put(",\"args\":{\"unfinished\":true}}");
                });
        }
        m_out.put("\n]}\n");
    }

    const Timeline &m_timeline;
    const verdict::Verdicts &m_verdicts;
    BlockWriter m_out;
    JsonFieldWriter m_fields;
    Arrivals m_arrivals;
    std::vector<std::uint32_t> m_laneOf; // by entity
    TraceLanes m_lanes;
    model::SimTime m_end; // of the run
    std::int64_t m_now = 0; // of the instant that is written
    std::int64_t m_nano = 0; // of the newest place in it
    std::int64_t m_lastNano = 0; // the last place before the next instant
    bool m_placed = false; // something has a place in it
};

} // namespace

bool writeChromeTrace(const Timeline &timeline, const verdict::Verdicts &verdicts, const ByteSink &out)
{
    return TraceWriter(timeline, verdicts, out).write();
}

} // namespace sessionarium::report
