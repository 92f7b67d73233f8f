// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/scenario/condition.h"

#include <array>
#include <string_view>

/// The words of conditions and texts that are not an enumeration of the model.
namespace sessionarium::model {

template <>
struct EnumNames<scenario::MeasureKind>
{
    static constexpr auto values =
        std::to_array<std::string_view>({"outcome", "answered_by", "home", "belief", "holds", "count", "clients",
                                         "largest_share_ppm", "latency_us", "ratio_ppm", "clients_of"});
};

template <>
struct EnumNames<scenario::Comparison>
{
    static constexpr auto values = std::to_array<std::string_view>({"==", "!=", "<", "<=", ">", ">="});
};

} // namespace sessionarium::model

namespace sessionarium::scenario {

inline constexpr std::string_view formatName = "sessionarium-scenario";
inline constexpr std::uint32_t formatVersion = 1;

/// Values that are those of no preset.
inline constexpr std::string_view customPreset = "custom";
/// Semantics §4, in its order.
inline constexpr auto outcomeWords =
    std::to_array<std::string_view>({"fine", "logged_out", "stale_read", "lost_update", "refused", "revoked_accepted"});
inline constexpr auto beliefWords = std::to_array<std::string_view>({"signed_in", "signed_out"});
/// In the order of the toolbar; what each sets is told in `presets.cpp`.
inline constexpr auto presetWords = std::to_array<std::string_view>(
    {"none", "sticky", "sticky-ip", "all-to-all", "all-to-all-ack", "store", "store-aof", "store-replica", "store-disk",
     "sticky+all-to-all", "sticky+all-to-all-ack", "sticky+store", "sticky+store-aof", "sticky+store-replica",
     "sticky+store-disk"});
/// What a prediction may be valid for: a preset, or values that are none's.
inline constexpr auto validForWords = [] {
    std::array<std::string_view, presetWords.size() + 1> words;
    for (std::size_t i = 0; i < presetWords.size(); ++i)
        words.at(i) = presetWords.at(i);
    words.back() = customPreset;
    return words;
}();
/// Placeholders in the texts of a lesson; those with a colon name something (semantics §11).
inline constexpr auto placeholderWords = std::to_array<std::string_view>(
    {"servers", "clients", "name:", "session:", "home:", "answered_by:", "outcome:", "count:", "duration:"});
inline constexpr std::string_view nextRequest = "next";

} // namespace sessionarium::scenario
