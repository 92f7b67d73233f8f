// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/blockwriter.h"
#include "core/report/jsonfields.h"
#include "core/report/jsonl.h"
#include "core/timeline/fingerprint.h"

namespace sessionarium::report {

namespace {

using timeline::Record;
using timeline::Timeline;

void putName(BlockWriter &out, const model::Text &name)
{
    out.put("{\"ko\":");
    putJsonText(out, name.ko);
    out.put(",\"en\":");
    putJsonText(out, name.en);
    out.put('}');
}

void putHeader(BlockWriter &out, const timeline::RunInfo &info)
{
    out.put("{\"format\":");
    putJsonText(out, timelineFormat);
    out.put(",\"version\":");
    out.putNumber(timelineVersion);
    out.put(",\"scenario\":");
    putJsonText(out, info.scenario);
    out.put(",\"policy\":");
    putJsonText(out, info.policy);
    out.put(",\"seed\":");
    out.putNumber(info.seed);
    out.put(",\"branch\":");
    putJsonText(out, info.branch);
    out.put(",\"duration_us\":");
    out.putNumber(info.duration.us);
    out.put(",\"session_timeout_us\":");
    out.putNumber(info.sessionTimeout.us);
    out.put(",\"strings\":[");
    for (std::size_t i = 0; i < info.strings.size(); ++i) {
        if (i > 0)
            out.put(',');
        putJsonText(out, info.strings[i]);
    }
    out.put("],\"entities\":[");
    for (std::size_t i = 0; i < info.entities.size(); ++i) {
        const timeline::EntityInfo &entity = info.entities[i];
        out.put(i > 0 ? ",{\"id\":" : "{\"id\":");
        putJsonText(out, entity.id);
        out.put(",\"type\":\"");
        out.put(model::nameOf(entity.type));
        out.put("\",\"name\":");
        putName(out, entity.name);
        out.put('}');
    }
    out.put("]}\n");
}

void putRecord(BlockWriter &out, JsonFieldWriter &fields, std::uint32_t id, const Record &record)
{
    out.put("{\"id\":");
    out.putNumber(id);
    out.put(",\"at_us\":");
    out.putNumber(record.at.us);
    out.put(",\"cause\":");
    fields.putValue(record.cause);
    out.put(",\"entity\":");
    fields.putValue(record.entity);
    out.put(",\"request\":");
    fields.putValue(record.request);
    out.put(",\"kind\":\"");
    std::visit(
        [&out, &fields](const auto &payload) {
            out.put(payload.name);
            out.put('"');
            payload.fields(payload, fields);
        },
        record.fact);
    out.put("}\n");
}

} // namespace

bool writeJsonLines(const Timeline &timeline, const ByteSink &sink)
{
    BlockWriter out(sink);
    JsonFieldWriter fields(out, timeline);
    timeline::Fingerprint fingerprint;
    const std::uint32_t count = timeline.size();

    putHeader(out, timeline.info());
    for (std::uint32_t id = 0; id < count; ++id) {
        const Record &record = timeline[id];
        fingerprint.add(record);
        putRecord(out, fields, id, record);
        if (!out.ok())
            return false;
    }
    out.put("{\"records\":");
    out.putNumber(count);
    out.put(",\"fingerprint\":\"");
    out.put(fingerprint.hex());
    out.put("\"}\n");
    return out.finish();
}

} // namespace sessionarium::report
