// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/recordsink.h"
#include "core/timeline/timeline.h"
#include "core/verdict/verdict.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace sessionarium::verdict {

/// Judges a run while it is written. Knows nothing but its records, so a live run or a foreign file is judged alike.
/// A value: copying it is a snapshot of the judgement so far.
class Judge : public timeline::RecordSink
{
public:
    Judge();
    ~Judge() override;
    Judge(const Judge &);
    Judge &operator=(const Judge &);
    Judge(Judge &&) noexcept;
    Judge &operator=(Judge &&) noexcept;

    void begin(const timeline::RunInfo &info) override;
    void internString(model::StringId id, std::string_view text) override;
    void joinEntity(model::EntityId entity, model::StringId text) override;
    void append(model::RecordId id, const timeline::Record &record) override;
    void end() override;

    /// In order of finishing.
    [[nodiscard]] const std::vector<Verdict> &verdicts() const;
    /// Requests issued and not finished.
    [[nodiscard]] std::uint32_t unfinished() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The verdicts of one run with the questions that views ask. Immutable; share it.
class Verdicts
{
public:
    Verdicts() = default;
    Verdicts(std::vector<Verdict> inOrderOfFinishing, std::uint32_t unfinished);

    [[nodiscard]] const std::vector<Verdict> &all() const { return m_verdicts; }
    [[nodiscard]] std::uint32_t unfinished() const { return m_unfinished; }
    /// How many verdicts fell among the first `records` records: those a view may know.
    [[nodiscard]] std::size_t countWithin(std::uint32_t records) const;
    /// Null if the request did not finish.
    [[nodiscard]] const Verdict *of(model::RequestId request) const;
    /// The lamp of a client: the first verdict within `records` that broke the guarantee; null while it is whole.
    [[nodiscard]] const Verdict *lamp(model::EntityId client, Guarantee guarantee, std::uint32_t records) const;

private:
    using FirstBroken = std::array<std::uint32_t, guaranteeNames.size()>;

    std::vector<Verdict> m_verdicts;
    std::vector<std::uint32_t> m_indexOfRequest;
    std::vector<FirstBroken> m_firstBroken; // by client: index of the first verdict that broke each guarantee
    std::uint32_t m_unfinished = 0;
};

/// Judges a whole stored timeline.
[[nodiscard]] Verdicts judge(const timeline::Timeline &timeline);

} // namespace sessionarium::verdict
