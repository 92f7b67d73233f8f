// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/text.h"
#include "core/scenario/condition.h"
#include "core/scenario/fields.h"
#include "core/scenario/json.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sessionarium::scenario {

/// Collects the problems of one file while it is read.
class ReadContext
{
public:
    /// Beyond maxProblems nothing is kept: who reads on wastes no more than time.
    void add(model::ProblemCode code, std::string place, std::string found = {}, std::string allowed = {});
    /// No use in looking further.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] const model::Problems &problems() const { return m_problems; }
    [[nodiscard]] model::Problems take() { return std::move(m_problems); }

private:
    model::Problems m_problems;
};

/// One object of the file while its fields are visited.
struct ObjectBeingRead
{
    ReadContext &context;
    const Json &json;
    const std::string &place;
    std::vector<std::string_view> known; ///< The keys visited so far.
    bool variantUnknown = false; ///< What else it may hold depends on a field that could not be read.
    bool choiceBroken = false; ///< A choice between fields has been reported.

    /// The member, or null. Reports it when missing and required.
    const Json *take(std::string_view key, Need need);
    [[nodiscard]] std::string placeOf(std::string_view key) const { return pointerTo(place, key); }
    /// Exactly one of the two groups is there.
    void eitherOr(std::initializer_list<std::string_view> one, std::initializer_list<std::string_view> other);
    /// At least one of them is there.
    void anyOf(std::initializer_list<std::string_view> keys);
    /// `key` needs the other. Comes after eitherOr.
    void together(std::string_view key, std::string_view with);
    /// Reports the fields that nothing visited.
    void finish();
};

using WordSpan = std::span<const std::string_view>;
[[nodiscard]] std::string joined(WordSpan words);
[[nodiscard]] std::string_view kindName(Json::Kind kind);
/// A text of the file as a problem shows it: not longer than a line.
[[nodiscard]] std::string shown(const Json &json);
/// The same of any text.
[[nodiscard]] std::string excerpt(std::string_view text);
[[nodiscard]] bool isId(std::string_view text);

/// Reports a wrong type; true if it is right.
bool expect(ReadContext &context, const std::string &place, const Json &json, Json::Kind kind,
            std::string_view allowed);
[[nodiscard]] std::optional<std::uint64_t> readInteger(ReadContext &context, const std::string &place, const Json &json,
                                                       std::uint64_t least, std::uint64_t most);
void readBoolean(ReadContext &context, const std::string &place, const Json &json, bool &target);
void readString(ReadContext &context, const std::string &place, const Json &json, StringRule rule, std::string &target);
void readId(ReadContext &context, const std::string &place, const Json &json, std::string &target);
/// The index of the word.
[[nodiscard]] std::optional<std::size_t> readWord(ReadContext &context, const std::string &place, const Json &json,
                                                  WordSpan words);
void readText(ReadContext &context, const std::string &place, const Json &json, std::size_t maxLength,
              model::Text &target);
/// True if it is a list of that many items.
bool readCount(ReadContext &context, const std::string &place, const Json &json, std::size_t least, std::size_t most);
void readSetValues(ReadContext &context, const std::string &place, const Json &json, std::vector<SetValue> &target);
void readRequest(ReadContext &context, const std::string &place, const Json &json,
                 std::optional<std::uint32_t> &target);

void readCondition(ReadContext &context, const std::string &place, const Json &json, Condition &target);
void readMeasure(ReadContext &context, const std::string &place, const Json &json,
                 std::shared_ptr<const Measure> &target);
void readOperand(ReadContext &context, const std::string &place, const Json &json, Operand &target);

/// The name that an entity or branch goes by when the file gives none.
[[nodiscard]] model::Text defaultName(const model::ClientSpec &client);
[[nodiscard]] model::Text defaultName(const model::BalancerSpec &balancer);
[[nodiscard]] model::Text defaultName(const model::ServerSpec &server);
[[nodiscard]] model::Text defaultName(const model::StoreSpec &store);
[[nodiscard]] model::Text defaultName(const model::StoreReplicaSpec &replica);
[[nodiscard]] model::Text defaultName(const model::CrowdSpec &crowd);
[[nodiscard]] model::Text defaultName(const Branch &branch);

} // namespace sessionarium::scenario
