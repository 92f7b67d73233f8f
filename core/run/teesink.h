// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/recordsink.h"

#include <utility>
#include <vector>

namespace sessionarium::run {

/// Hands a run on to several sinks, in their order. Does not own them.
class TeeSink : public timeline::RecordSink
{
public:
    explicit TeeSink(std::vector<timeline::RecordSink *> sinks) : m_sinks(std::move(sinks)) { }

    void begin(const timeline::RunInfo &info) override
    {
        for (timeline::RecordSink *sink : m_sinks)
            sink->begin(info);
    }
    void internString(model::StringId id, std::string_view text) override
    {
        for (timeline::RecordSink *sink : m_sinks)
            sink->internString(id, text);
    }
    void joinEntity(model::EntityId entity, model::StringId text) override
    {
        for (timeline::RecordSink *sink : m_sinks)
            sink->joinEntity(entity, text);
    }
    void append(model::RecordId id, const timeline::Record &record) override
    {
        for (timeline::RecordSink *sink : m_sinks)
            sink->append(id, record);
    }
    void end() override
    {
        for (timeline::RecordSink *sink : m_sinks)
            sink->end();
    }

private:
    std::vector<timeline::RecordSink *> m_sinks;
};

} // namespace sessionarium::run
