// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problemtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// Found things come from files and may be anything: cut to what a line can bear, control characters made visible.
QString shown(const std::string &raw)
{
    constexpr qsizetype longest = 200;
    QString text =
        QString::fromUtf8(raw.data(), static_cast<qsizetype>(std::min<std::size_t>(raw.size(), 4 * longest)));
    if (text.size() > longest)
        text = text.left(longest) + QChar(u'…');
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format)
            letter = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

/// "a,b,c" as people write lists.
QString list(const std::string &raw)
{
    QString text = shown(raw);
    text.replace(QLatin1String(", "), QLatin1String(","));
    return text.split(QLatin1Char(',')).join(QLatin1String(", "));
}

/// JSON types in words, one or a list of them; what is no type stays as it is.
QString types(const std::string &raw)
{
    constexpr std::array<std::pair<const char *, const char *>, 7> known {{
        {"object", QT_TRANSLATE_NOOP("text", "an object")},
        {"array", QT_TRANSLATE_NOOP("text", "a list")},
        {"string", QT_TRANSLATE_NOOP("text", "a text")},
        {"integer", QT_TRANSLATE_NOOP("text", "a whole number")},
        {"number", QT_TRANSLATE_NOOP("text", "a number")},
        {"boolean", QT_TRANSLATE_NOOP("text", "true or false")},
        {"null", QT_TRANSLATE_NOOP("text", "null")},
    }};
    QStringList words = list(raw).split(QStringLiteral(", "));
    for (QString &word : words) {
        for (const auto &[type, name] : known) {
            if (word == QLatin1String(type))
                word = Tr::tr(name);
        }
    }
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

/// What the C library says in English where the locale of the system has no Korean. Others stay as they are.
QString systemReason(const QString &reason)
{
    constexpr std::array known {
        QT_TRANSLATE_NOOP("text", "Read-only file system"),
        QT_TRANSLATE_NOOP("text", "Is a directory"),
        QT_TRANSLATE_NOOP("text", "Not a directory"),
        QT_TRANSLATE_NOOP("text", "File name too long"),
        QT_TRANSLATE_NOOP("text", "File too large"),
        QT_TRANSLATE_NOOP("text", "Too many levels of symbolic links"),
        QT_TRANSLATE_NOOP("text", "Disk quota exceeded"),
        QT_TRANSLATE_NOOP("text", "Input/output error"),
        QT_TRANSLATE_NOOP("text", "Operation not permitted"),
        QT_TRANSLATE_NOOP("text", "Invalid argument"),
        QT_TRANSLATE_NOOP("text", "Filename refers to a directory"),
    };
    for (const char *words : known) {
        if (reason == QLatin1String(words))
            return Tr::tr(words);
    }
    return reason;
}

} // namespace

QString problemSentence(const model::Problem &problem)
{
    using Code = model::ProblemCode;
    const QString found = shown(problem.found);
    const QString allowed = shown(problem.allowed);
    switch (problem.code) {
    case Code::FileNotFound:
        return Tr::tr("There is no such file.");
    case Code::FileUnreadable:
        return Tr::tr("The file cannot be read.");
    case Code::NotAFile:
        return Tr::tr("This is no file: folders, pipes and devices cannot be opened.");
    case Code::FileTooLarge:
        return Tr::tr("The file is too large: %1 bytes; at most %2 bytes are read.").arg(found, allowed);
    case Code::NotUtf8:
        return Tr::tr("The text is not valid UTF-8.");
    case Code::Syntax:
        return found.isEmpty() ? Tr::tr("The file ends too early: a bracket, brace or quote is still open.")
                               : Tr::tr("This is not valid JSON. Found: %1.").arg(found);
    case Code::TooDeep:
        return Tr::tr("Nested too deeply; at most %1 levels are read.").arg(allowed);
    case Code::DuplicateKey:
        return Tr::tr("The field “%1” stands here twice.").arg(found);
    case Code::WrongFormat:
        if (found.isEmpty())
            return Tr::tr("This is no such file: “format” is missing; needed: %1.").arg(allowed);
        return Tr::tr("Another format: %1; needed: %2.").arg(found, allowed);
    case Code::WrongVersion:
        return Tr::tr("A version that this program does not read: %1; it reads: %2.").arg(found, allowed);
    case Code::UnknownField:
        return Tr::tr("There is no field “%1”. Fields here: %2.").arg(found, list(problem.allowed));
    case Code::MissingField:
        return Tr::tr("The field “%1” is missing.").arg(found);
    case Code::WrongType:
        return Tr::tr("Wrong type: %1; needed: %2.").arg(types(problem.found), types(problem.allowed));
    case Code::NotInteger:
        return Tr::tr("Not a whole number: %1.").arg(found);
    case Code::OutOfRange:
        return Tr::tr("Out of range: %1; allowed: %2.").arg(found, allowed);
    case Code::NotAllowed:
        if (problem.allowed.empty())
            return Tr::tr("Not allowed here: “%1”.").arg(found);
        return Tr::tr("Not allowed here: “%1”. Allowed: %2.").arg(found, list(problem.allowed));
    case Code::BadId:
        return Tr::tr("Not an id: “%1”. Allowed: lower-case letters, digits and hyphens, 1 to 64 characters.")
            .arg(found);
    case Code::DuplicateId:
        return Tr::tr("The id “%1” is taken already.").arg(found);
    case Code::UnknownReference:
        if (problem.allowed.empty())
            return Tr::tr("There is nothing called “%1”.").arg(found);
        return Tr::tr("There is nothing called “%1”. There is: %2.").arg(found, list(problem.allowed));
    case Code::TooMany:
        return Tr::tr("Too many: %1; at most %2.").arg(found, allowed);
    case Code::TooFew:
        return Tr::tr("Too few: %1; at least %2.").arg(found, allowed);
    case Code::Conflict:
        return Tr::tr("“%1” and “%2” cannot stand together.").arg(found, allowed);
    case Code::Cycle:
        return Tr::tr("“%1” leads back to itself.").arg(found);
    case Code::NotIncreasing:
        return Tr::tr("The time %1 is not after the one before it, %2.").arg(found, allowed);
    case Code::TimeOutsideRun:
        return Tr::tr("The time %1 µs lies outside the run, which lasts %2 µs.").arg(found, allowed);
    case Code::BadPointer:
        return Tr::tr("There is no scenario value at “%1”.").arg(found);
    case Code::Truncated:
        return Tr::tr("The file is cut off: its last line is missing.");
    case Code::BadRecord:
        if (problem.allowed.empty())
            return Tr::tr("Not a record of a timeline: %1.").arg(found);
        //: %1 is a field of the format, %2 what may stand in it
        return Tr::tr("Not a record of a timeline: %1. Allowed: %2.").arg(found, types(problem.allowed));
    case Code::WrongCount:
        return Tr::tr("The file has %1 records; its last line says %2.").arg(found, allowed);
    case Code::WrongFingerprint:
        return Tr::tr("The records were changed: their fingerprint is %1; the last line says %2.").arg(found, allowed);
    case Code::WriteFailed:
        if (found.isEmpty())
            return Tr::tr("The file could not be written.");
        //: %1 is the reason as the operating system words it
        return Tr::tr("The file could not be written (%1).").arg(systemReason(found));
    case Code::EmptyFile:
        return Tr::tr("The file is empty.");
    case Code::LineTooLong:
        return Tr::tr("The line is too long; at most %1 bytes are read.").arg(allowed);
    }
    return {};
}

QString problemPlace(const model::Problem &problem)
{
    QStringList parts;
    if (!problem.place.empty())
        parts.append(shown(problem.place));
    if (problem.line > 0 && problem.column > 0)
        parts.append(Tr::tr("line %1, column %2").arg(problem.line).arg(problem.column));
    else if (problem.line > 0)
        parts.append(Tr::tr("line %1").arg(problem.line));
    return parts.join(QStringLiteral(", "));
}

QString problemLine(const model::Problem &problem)
{
    const QString place = problemPlace(problem);
    return place.isEmpty() ? problemSentence(problem) : place + QStringLiteral(": ") + problemSentence(problem);
}

} // namespace sessionarium::ui::text
