// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/fingerprint.h"

#include <array>
#include <cstddef>

namespace sessionarium::timeline {

namespace {

constexpr std::uint64_t prime = 0x100000001b3ull;

using PayloadWords = std::array<std::uint32_t, model::maxPayloadWords>;

/// Puts the fields of a fact, each as one or two words, one behind the other.
class WordWriter
{
public:
    explicit WordWriter(PayloadWords &words) : m_words(words) { }

    template <class Field>
    void operator()(std::string_view, const Field &field)
    {
        if constexpr (std::is_same_v<Field, model::WriteId>) {
            put(field.client.value);
            put(field.counter);
        } else if constexpr (std::is_same_v<Field, model::TransitTime>) {
            put(field.us);
        } else if constexpr (std::is_same_v<Field, bool>) {
            put(field ? 1u : 0u);
        } else if constexpr (std::is_enum_v<Field> || std::is_same_v<Field, std::uint32_t>) {
            put(static_cast<std::uint32_t>(field));
        } else {
            put(field.value);
        }
    }

private:
    void put(std::uint32_t word) { m_words[m_count++] = word; }

    PayloadWords &m_words;
    std::size_t m_count = 0;
};

constexpr std::uint64_t pair(std::uint32_t low, std::uint32_t high)
{
    return std::uint64_t {low} | (std::uint64_t {high} << 32);
}

} // namespace

void Fingerprint::add(const Record &record)
{
    PayloadWords words {};
    std::visit(
        [&words](const auto &payload) {
            // Every field is known at compile time: the calls below become plain stores.
            payload.fields(payload, WordWriter(words));
        },
        record.fact);

    std::uint64_t hash = m_hash;
    const auto mix = [&hash](std::uint64_t word) { hash = (hash ^ word) * prime; };
    mix(static_cast<std::uint64_t>(record.at.us));
    mix(pair(record.cause.value, record.entity.value));
    mix(pair(record.request.value, static_cast<std::uint32_t>(record.fact.index())));
    mix(pair(words[0], words[1]));
    mix(pair(words[2], words[3]));
    mix(pair(words[4], words[5]));
    m_hash = hash;
}

std::string Fingerprint::hex() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = digits[(m_hash >> (60 - 4 * i)) & 0xF];
    return text;
}

std::string fingerprintOf(const Timeline &timeline, std::uint32_t records)
{
    Fingerprint fingerprint;
    for (std::uint32_t i = 0; i < records; ++i)
        fingerprint.add(timeline[i]);
    return fingerprint.hex();
}

} // namespace sessionarium::timeline
