// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/search.h"

#include <algorithm>
#include <array>

namespace sessionarium::ui::commands {

namespace {

constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;
constexpr int syllablesOfConsonant = 588;
constexpr std::array<char16_t, 19> consonants {u'ㄱ', u'ㄲ', u'ㄴ', u'ㄷ', u'ㄸ', u'ㄹ', u'ㅁ', u'ㅂ', u'ㅃ', u'ㅅ',
                                               u'ㅆ', u'ㅇ', u'ㅈ', u'ㅉ', u'ㅊ', u'ㅋ', u'ㅌ', u'ㅍ', u'ㅎ'};

QString firstConsonants(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        result += code >= firstSyllable && code <= lastSyllable
            ? QChar(consonants[static_cast<std::size_t>((code - firstSyllable) / syllablesOfConsonant)])
            : c;
    }
    return result;
}

bool isConsonants(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return std::find(consonants.begin(), consonants.end(), c.unicode()) != consonants.end();
    });
}

/// 0: the name begins with it, 1: one of its words does, 2: it is somewhere inside.
std::optional<int> place(const QString &word, const QString &name)
{
    const qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return std::nullopt;
    if (at == 0)
        return 0;
    return name.contains(QLatin1Char(' ') + word, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

std::optional<int> fit(const QString &query, const QStringList &names)
{
    int sum = 0;
    for (const QString &word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        std::optional<int> best;
        const bool consonantsOnly = isConsonants(word);
        for (const QString &name : names) {
            const std::optional<int> found = place(word, consonantsOnly ? firstConsonants(name) : name);
            if (found && (!best || *found < *best))
                best = found;
        }
        if (!best)
            return std::nullopt;
        sum += *best;
    }
    return sum;
}

} // namespace sessionarium::ui::commands
