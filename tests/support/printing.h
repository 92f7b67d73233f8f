// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/model/problem.h"
#include "core/model/simtime.h"
#include "core/timeline/record.h"
#include "core/verdict/verdict.h"

#include <QByteArray>
#include <QTest>

#include <string>
#include <type_traits>

/// How QCOMPARE prints our types: each overload stands in the namespace of its type, where QTest looks for it.
namespace sessionarium::tests {

/// A copy as QTest wants it: it deletes[] what toString() returns.
[[nodiscard]] inline char *printed(const std::string &text)
{
    return qstrdup(text.c_str());
}

} // namespace sessionarium::tests

namespace sessionarium::model {

[[nodiscard]] inline std::string textOf(SimTime at)
{
    return std::to_string(at.us) + " us";
}

template <class Tag>
[[nodiscard]] std::string textOf(Id<Tag> id)
{
    return id.isNone() ? "none" : std::to_string(id.value);
}

[[nodiscard]] inline std::string textOf(WriteId write)
{
    return write.isNone() ? "none" : std::to_string(write.client.value) + ":" + std::to_string(write.counter);
}

[[nodiscard]] inline std::string textOf(TransitTime transit)
{
    return transit.us == TransitTime::unknown ? "unknown" : std::to_string(transit.us);
}

[[nodiscard]] inline std::string textOf(bool value)
{
    return value ? "true" : "false";
}

[[nodiscard]] inline std::string textOf(std::uint32_t value)
{
    return std::to_string(value);
}

template <class E>
requires requires
{
    EnumNames<E>::values.size();
}
[[nodiscard]] std::string textOf(E value)
{
    return std::string(nameOf(value));
}

/// `sent{message request, to 1, …}`: the kind and the fields by their names in files.
[[nodiscard]] inline std::string textOf(const Fact &fact)
{
    std::string fields;
    std::visit(
        [&fields](const auto &payload) {
            using Payload = std::remove_cvref_t<decltype(payload)>;
            Payload::fields(payload, [&fields](std::string_view name, const auto &value) {
                if (!fields.empty())
                    fields += ", ";
                fields.append(name).append(1, ' ').append(textOf(value));
            });
        },
        fact);
    return std::string(kindName(fact)) + '{' + fields + '}';
}

inline char *toString(SimTime at)
{
    return tests::printed(textOf(at));
}

inline char *toString(Duration span)
{
    return tests::printed(std::to_string(span.us) + " us");
}

template <class Tag>
char *toString(Id<Tag> id)
{
    return tests::printed(textOf(id));
}

inline char *toString(WriteId write)
{
    return tests::printed(textOf(write));
}

template <class E>
requires requires
{
    EnumNames<E>::values.size();
}
char *toString(const E &value)
{
    return tests::printed(textOf(value));
}

inline char *toString(const Fact &fact)
{
    return tests::printed(textOf(fact));
}

inline char *toString(const Problem &problem)
{
    std::string text =
        "problem " + std::to_string(static_cast<std::uint32_t>(problem.code)) + " at \"" + problem.place + '"';
    if (problem.line != 0)
        text += " line " + std::to_string(problem.line) + ':' + std::to_string(problem.column);
    return tests::printed(text + ", found \"" + problem.found + "\", allowed \"" + problem.allowed + '"');
}

} // namespace sessionarium::model

namespace sessionarium::timeline {

inline char *toString(const Record &record)
{
    return tests::printed(model::textOf(record.at) + ", cause " + model::textOf(record.cause) + ", entity "
                          + model::textOf(record.entity) + ", request " + model::textOf(record.request) + ": "
                          + model::textOf(record.fact));
}

} // namespace sessionarium::timeline

namespace sessionarium::verdict {

inline char *toString(Outcome outcome)
{
    return tests::printed(std::string(outcomeNames.at(static_cast<std::size_t>(outcome))));
}

inline char *toString(Guarantee guarantee)
{
    return tests::printed(std::string(guaranteeNames.at(static_cast<std::size_t>(guarantee))));
}

inline char *toString(GuaranteeSet set)
{
    std::string text;
    for (std::size_t i = 0; i < guaranteeNames.size(); ++i) {
        if (set.has(static_cast<Guarantee>(i)))
            text.append(text.empty() ? "" : " ").append(guaranteeNames.at(i));
    }
    return tests::printed('{' + text + '}');
}

} // namespace sessionarium::verdict
