// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recovery/recoverynote.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sessionarium::ui::recovery {

using model::Problem;
using model::ProblemCode;
using model::Result;

namespace {

constexpr QLatin1String formatName("sessionarium-recovery");
constexpr int formatVersion = 1;

constexpr QLatin1String formatKey("format");
constexpr QLatin1String versionKey("version");
constexpr QLatin1String savedAtKey("saved_at");
constexpr QLatin1String titleKey("title");
constexpr QLatin1String pathKey("path");
constexpr QLatin1String lessonKey("lesson");
constexpr QLatin1String growingKey("growing");
constexpr QLatin1String stepKey("step");
constexpr QLatin1String momentKey("moment_us");
constexpr QLatin1String gatesKey("gates");
constexpr QLatin1String guessKey("guess");
constexpr QLatin1String bytesKey("scenario_bytes");

Problem problem(ProblemCode code, const QString &found = {}, const QString &allowed = {})
{
    return Problem {code, {}, found.toStdString(), allowed.toStdString(), 0, 0};
}

QJsonObject textJson(const model::Text &text)
{
    return {{QStringLiteral("ko"), QString::fromStdString(text.ko)},
            {QStringLiteral("en"), QString::fromStdString(text.en)}};
}

model::Text textOf(const QJsonValue &value)
{
    return {value[QLatin1String("ko")].toString().toStdString(), value[QLatin1String("en")].toString().toStdString()};
}

/// Whatever is no count becomes none: a wrong place to stand is no reason to lose what somebody did.
std::size_t countOf(const QJsonValue &value)
{
    return static_cast<std::size_t>(std::max<qint64>(0, value.toInteger()));
}

Result<QJsonObject> lineOf(const QByteArray &beginning)
{
    const qsizetype end = beginning.indexOf('\n');
    if (end < 0)
        return problem(ProblemCode::Truncated);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(beginning.left(end), &error);
    if (!json.isObject())
        return problem(ProblemCode::Syntax, error.errorString());
    const QJsonObject object = json.object();
    if (object[formatKey] != formatName)
        return problem(ProblemCode::WrongFormat, object[formatKey].toString(), formatName);
    if (object[versionKey] != formatVersion)
        return problem(ProblemCode::WrongVersion, QString::number(object[versionKey].toInteger()),
                       QString::number(formatVersion));
    return object;
}

RecoveryNote noteOf(const QJsonObject &object)
{
    RecoveryNote note;
    note.savedAt = QDateTime::fromString(object[savedAtKey].toString(), Qt::ISODateWithMs);
    note.title = textOf(object[titleKey]);
    note.path = object[pathKey].toString();
    note.lessonId = object[lessonKey].toString();
    note.growing = object[growingKey].toBool();
    note.step = countOf(object[stepKey]);
    note.moment = model::SimTime {} + model::microseconds(std::max<qint64>(0, object[momentKey].toInteger()));
    for (const QJsonValue &gate : object[gatesKey].toArray()) {
        RecoveryNote::Gate opened {countOf(gate[stepKey]), std::nullopt};
        if (gate[guessKey].isDouble())
            opened.guess = countOf(gate[guessKey]);
        note.gates.push_back(opened);
    }
    return note;
}

} // namespace

QByteArray recoveryBytes(const RecoveryNote &note, const std::string &scenario)
{
    QJsonArray gates;
    for (const RecoveryNote::Gate &gate : note.gates) {
        QJsonObject opened {{stepKey, static_cast<qint64>(gate.step)}};
        if (gate.guess)
            opened.insert(guessKey, static_cast<qint64>(*gate.guess));
        gates.append(opened);
    }
    const QJsonObject object {{formatKey, formatName},
                              {versionKey, formatVersion},
                              {savedAtKey, note.savedAt.toUTC().toString(Qt::ISODateWithMs)},
                              {titleKey, textJson(note.title)},
                              {pathKey, note.path},
                              {lessonKey, note.lessonId},
                              {growingKey, note.growing},
                              {stepKey, static_cast<qint64>(note.step)},
                              {momentKey, static_cast<qint64>(note.moment.us)},
                              {gatesKey, gates},
                              {bytesKey, static_cast<qint64>(scenario.size())}};
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    bytes += '\n';
    bytes.append(scenario.data(), static_cast<qsizetype>(scenario.size()));
    return bytes;
}

Result<RecoveryNote> readNote(const QByteArray &beginning)
{
    const Result<QJsonObject> line = lineOf(beginning);
    if (!line)
        return line.problems();
    return noteOf(line.value());
}

Result<Recovered> readRecovery(const QByteArray &bytes)
{
    const Result<QJsonObject> line = lineOf(bytes);
    if (!line)
        return line.problems();
    const QByteArray scenario = bytes.mid(bytes.indexOf('\n') + 1);
    if (line.value()[bytesKey].toInteger() != scenario.size())
        return problem(ProblemCode::Truncated);
    return Recovered {noteOf(line.value()), scenario.toStdString()};
}

} // namespace sessionarium::ui::recovery
