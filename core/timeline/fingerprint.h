// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/recordsink.h"
#include "core/timeline/timeline.h"

#include <cstdint>
#include <string>

namespace sessionarium::timeline {

/// The hash of a run's records (semantics §7): FNV-1a over six 64-bit words a record, written field by field.
/// Never depends on the language, the machine or the compiler.
class Fingerprint : public RecordSink
{
public:
    void begin(const RunInfo &) override { }
    void internString(model::StringId, std::string_view) override { }
    void joinEntity(model::EntityId, model::StringId) override { }
    void append(model::RecordId, const Record &record) override { add(record); }
    void end() override { }

    void add(const Record &record);
    [[nodiscard]] std::uint64_t value() const { return m_hash; }
    /// 16 lower-case hex digits.
    [[nodiscard]] std::string hex() const;

private:
    std::uint64_t m_hash = 0xcbf29ce484222325ull;
};

/// Of the first `records` records.
[[nodiscard]] std::string fingerprintOf(const Timeline &timeline, std::uint32_t records);

} // namespace sessionarium::timeline
