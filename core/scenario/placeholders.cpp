// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/placeholders.h"

#include "core/scenario/check.h"
#include "core/scenario/words.h"

#include <algorithm>

namespace sessionarium::scenario {

std::vector<Placeholder> placeholdersOf(std::string_view text)
{
    std::vector<Placeholder> placeholders;
    std::size_t at = 0;
    while ((at = text.find_first_of("{}", at)) != std::string_view::npos) {
        Placeholder placeholder;
        placeholder.begin = at;
        const std::size_t next = text[at] == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
        if (next == std::string_view::npos || text[next] == '{') {
            placeholder.end = at + 1;
            placeholder.word = text.substr(at, 1);
        } else {
            placeholder.end = next + 1;
            const std::string_view inner = text.substr(at + 1, next - at - 1);
            const std::size_t colon = inner.find(':');
            placeholder.word = colon == std::string_view::npos ? inner : inner.substr(0, colon + 1);
            placeholder.argument = inner.substr(placeholder.word.size());
            placeholder.known =
                std::find(placeholderWords.begin(), placeholderWords.end(), placeholder.word) != placeholderWords.end();
        }
        at = placeholder.end;
        placeholders.push_back(placeholder);
    }
    return placeholders;
}

namespace {

using model::ProblemCode;

const Names *namesFor(std::string_view word, const KnownNames &known)
{
    if (word == "name:")
        return &known.entities;
    if (word == "session:" || word == "home:")
        return &known.clients;
    if (word == "answered_by:" || word == "outcome:")
        return &known.answeredActions;
    if (word == "duration:")
        return &known.steps;
    return nullptr;
}

void checkText(ReadContext &context, const std::string &place, const std::string &text, const KnownNames &known)
{
    for (const Placeholder &placeholder : placeholdersOf(text)) {
        const std::string argument(placeholder.argument);
        if (!placeholder.known) {
            const std::string_view written =
                std::string_view(text).substr(placeholder.begin, placeholder.end - placeholder.begin);
            context.add(ProblemCode::NotAllowed, place, excerpt(written), joined(placeholderWords));
        } else if (const Names *names = namesFor(placeholder.word, known)) {
            if (!names->knows(argument))
                context.add(ProblemCode::UnknownReference, place, excerpt(argument), names->list());
        } else if (placeholder.word == "count:"
                   && std::find(outcomeWords.begin(), outcomeWords.end(), argument) == outcomeWords.end()) {
            context.add(ProblemCode::NotAllowed, place, excerpt(argument), joined(outcomeWords));
        }
    }
}

} // namespace

void checkPlaceholders(ReadContext &context, const std::string &place, const model::Text &text, const KnownNames &known)
{
    checkText(context, place + "/ko", text.ko, known);
    checkText(context, place + "/en", text.en, known);
}

} // namespace sessionarium::scenario
