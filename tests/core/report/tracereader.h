// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sessionarium::tests {

/// Reads a trace as Perfetto's importer does (flow_tracker, slice_tracker): events in order of time, one stack of
/// slices a thread, flows bound to the slice on top of it. What that importer would drop, complain of or draw in the
/// wrong place becomes a complaint here.
class TraceReader
{
public:
    struct Slice
    {
        std::string thread;
        std::string category;
        std::string name;
        std::int64_t beginNs = 0;
        std::int64_t endNs = -1; ///< -1: not closed yet.
        std::size_t depth = 0;
        nlohmann::json arguments;
    };
    struct Flow
    {
        std::size_t from = 0; ///< Index of a slice.
        std::size_t to = 0;
    };

    explicit TraceReader(const std::string &text)
    {
        const nlohmann::json trace = nlohmann::json::parse(text, nullptr, false);
        if (trace.is_discarded() || !trace.is_object() || !trace.contains("traceEvents")) {
            complain("no JSON object with traceEvents");
            return;
        }
        for (const nlohmann::json &event : trace["traceEvents"])
            read(event);
        for (const auto &[thread, stack] : m_stacks) {
            for (const std::size_t slice : stack) {
                if (slices[slice].endNs < 0)
                    complain("a slice that never ends: " + slices[slice].name);
            }
        }
        for (const auto &[id, slice] : m_starts) {
            if (!m_ended.contains(id))
                complain("a flow without an end: " + std::to_string(id));
        }
    }

    std::vector<std::string> complaints;
    std::vector<Slice> slices; ///< In the order of the file, instants included (without length).
    std::map<std::int64_t, Flow> flows; ///< By id.
    std::map<std::string, std::int64_t> sortIndex; ///< By thread.

    [[nodiscard]] std::vector<Slice> ofCategory(const std::string &category) const
    {
        std::vector<Slice> found;
        for (const Slice &slice : slices) {
            if (slice.category == category)
                found.push_back(slice);
        }
        return found;
    }

private:
    void complain(std::string text) { complaints.push_back(std::move(text)); }

    /// Microseconds, perhaps with a fraction, as the importer takes them: cut to nanoseconds.
    static std::int64_t nanoseconds(const nlohmann::json &us)
    {
        return us.is_number_integer() ? us.get<std::int64_t>() * 1000
                                      : static_cast<std::int64_t>(us.get<double>() * 1000.0);
    }

    void read(const nlohmann::json &event)
    {
        const std::string phase = event.value("ph", "");
        if (event.value("cat", "").empty() || event.value("name", "").empty()) // some readers insist
            complain("no category or no name");
        if (phase == "M")
            return readMetadata(event);
        for (const char *key : {"pid", "tid", "ts"}) {
            if (!event.contains(key) || !event[key].is_number())
                return complain(std::string("no ") + key);
        }
        const std::int64_t tid = event["tid"].get<std::int64_t>();
        const std::int64_t at = nanoseconds(event["ts"]);
        if (!m_threads.contains(tid))
            complain("a thread without a name");
        if (at < m_now)
            complain("time runs backwards");
        m_now = at;
        if (phase == "B")
            push(tid, event, at, -1);
        else if (phase == "X")
            push(tid, event, at, at + nanoseconds(event.at("dur")));
        else if (phase == "i")
            readInstant(tid, event, at);
        else if (phase == "E")
            end(tid, event, at);
        else if (phase == "s" || phase == "f")
            readFlow(tid, event, at, phase == "s");
        else
            complain("unknown phase " + phase);
    }

    void readMetadata(const nlohmann::json &event)
    {
        if (event.at("name") == "thread_name")
            m_threads[event.at("tid").get<std::int64_t>()] = event.at("args").at("name").get<std::string>();
        else if (event.at("name") == "thread_sort_index")
            sortIndex[m_threads[event.at("tid").get<std::int64_t>()]] =
                event.at("args").at("sort_index").get<std::int64_t>();
        else if (event.at("name") != "process_name")
            complain("unknown metadata");
    }

    /// Closes what ended before; says whether what comes fits into what is open.
    void closeUpTo(std::int64_t tid, std::int64_t at, std::int64_t end)
    {
        std::vector<std::size_t> &stack = m_stacks[tid];
        while (!stack.empty() && slices[stack.back()].endNs >= 0) {
            const Slice &top = slices[stack.back()];
            const bool bothInstant = top.beginNs == top.endNs && at == end;
            if (top.endNs > at || (top.endNs == at && bothInstant))
                break;
            stack.pop_back();
        }
        if (!stack.empty() && slices[stack.back()].endNs >= 0 && (end < 0 || end > slices[stack.back()].endNs))
            complain("slices that overlap: " + slices[stack.back()].name);
    }

    void push(std::int64_t tid, const nlohmann::json &event, std::int64_t at, std::int64_t end)
    {
        closeUpTo(tid, at, end);
        std::vector<std::size_t> &stack = m_stacks[tid];
        stack.push_back(slices.size());
        slices.push_back(Slice {m_threads[tid], event.value("cat", ""), event.value("name", ""), at, end,
                                stack.size() - 1, event.value("args", nlohmann::json::object())});
    }

    void readInstant(std::int64_t tid, const nlohmann::json &event, std::int64_t at)
    {
        if (event.value("s", "") != "t")
            complain("an instant of no thread");
        push(tid, event, at, at);
    }

    void end(std::int64_t tid, const nlohmann::json &event, std::int64_t at)
    {
        closeUpTo(tid, at, at);
        std::vector<std::size_t> &stack = m_stacks[tid];
        if (stack.empty() || slices[stack.back()].endNs >= 0)
            return complain("an end without its begin");
        Slice &slice = slices[stack.back()];
        if (event.value("cat", "") != slice.category || event.value("name", "") != slice.name)
            complain("an end of another slice");
        slice.endNs = at;
        const nlohmann::json arguments = event.value("args", nlohmann::json::object());
        for (const auto &[key, value] : arguments.items()) {
            if (slice.arguments.contains(key))
                complain("begin and end both say " + key);
            slice.arguments[key] = value;
        }
        stack.pop_back();
    }

    void readFlow(std::int64_t tid, const nlohmann::json &event, std::int64_t at, bool isStart)
    {
        const std::int64_t id = event.at("id").get<std::int64_t>();
        const std::vector<std::size_t> &stack = m_stacks[tid];
        if (stack.empty())
            return complain("a flow at no slice");
        const Slice &slice = slices[stack.back()];
        if (slice.beginNs > at || (slice.endNs >= 0 && slice.endNs < at))
            complain("a flow at a slice that is over");
        if (slice.category != "message")
            complain("a flow at something else: " + slice.name);
        if (isStart) {
            if (!m_starts.emplace(id, stack.back()).second)
                complain("a flow that starts twice");
            return;
        }
        if (event.value("bp", "") != "e")
            complain("a flow that ends at the next slice");
        if (!m_starts.contains(id))
            return complain("a flow that ends before it starts");
        m_ended.insert(id);
        flows[id] = Flow {m_starts[id], stack.back()};
    }

    std::map<std::int64_t, std::string> m_threads; // by tid
    std::map<std::int64_t, std::vector<std::size_t>> m_stacks; // by tid: indices of slices
    std::map<std::int64_t, std::size_t> m_starts; // by flow
    std::set<std::int64_t> m_ended;
    std::int64_t m_now = 0;
};

} // namespace sessionarium::tests
