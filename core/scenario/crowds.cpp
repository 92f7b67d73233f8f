// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/crowds.h"

#include "core/scenario/scenario.h"

#include <charconv>

namespace sessionarium::scenario {

namespace {

std::string dottedQuad(std::uint32_t address)
{
    std::string text;
    for (const unsigned shift : {24u, 16u, 8u, 0u}) {
        if (!text.empty())
            text += '.';
        text += std::to_string((address >> shift) & 0xFFu);
    }
    return text;
}

std::string numbered(const std::string &name, const std::string &number)
{
    return name.empty() ? name : std::string(name).append(" ").append(number);
}

} // namespace

std::optional<std::uint32_t> ipv4Number(std::string_view address)
{
    std::uint32_t number = 0;
    const char *at = address.data();
    const char *const last = at + address.size();
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at == last || *at++ != '.'))
            return std::nullopt;
        std::uint32_t byte = 0;
        const auto [end, error] = std::from_chars(at, last, byte);
        const bool hasZeroInFront = end - at > 1 && *at == '0';
        if (error != std::errc() || byte > 255 || hasZeroInFront)
            return std::nullopt;
        number = number << 8 | byte;
        at = end;
    }
    return at == last ? std::optional(number) : std::nullopt;
}

std::vector<model::ClientSpec> clientsOf(const model::CrowdSpec &crowd)
{
    const std::optional<std::uint32_t> first =
        crowd.sharedAddress ? std::optional<std::uint32_t>() : ipv4Number(crowd.address);
    std::vector<model::ClientSpec> clients;
    clients.reserve(crowd.clients);
    for (std::uint32_t i = 0; i < crowd.clients; ++i) {
        const std::string number = std::to_string(i + 1);
        model::ClientSpec client;
        client.id = std::string(crowd.id).append("-").append(number);
        client.name = {numbered(crowd.name.ko, number), numbered(crowd.name.en, number)};
        client.address = first ? dottedQuad(*first + i) : crowd.address;
        client.on401 = crowd.on401;
        client.timeout = crowd.timeout;
        clients.push_back(std::move(client));
    }
    return clients;
}

} // namespace sessionarium::scenario
