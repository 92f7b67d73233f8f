// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "resources/lessons.h"
#include "tests/core/scenario/schemavalidator.h"

#include <QFile>
#include <QtTest>

#include <map>

using namespace sessionarium;
using model::Problem;
using model::ProblemCode;
using nlohmann::json;

namespace {

std::string contentOf(const QString &path)
{
    QFile file(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

json everything()
{
    return json::parse(contentOf(QStringLiteral("tests/core/scenario/everything.json")));
}

/// Does the problem lie in a single object, where a schema can see it?
bool isStructural(const Problem &problem)
{
    switch (problem.code) {
    case ProblemCode::WrongFormat:
    case ProblemCode::WrongVersion:
    case ProblemCode::UnknownField:
    case ProblemCode::MissingField:
    case ProblemCode::NotInteger:
    case ProblemCode::BadId:
    case ProblemCode::Conflict:
        return true;
    case ProblemCode::TooFew:
        return problem.place != "/stores"; // what a policy needs stands in another object
    case ProblemCode::WrongType:
        // what a measure is compared with depends on the kind of measure: more than the schema says
        return !QString::fromStdString(problem.place).endsWith(QStringLiteral("/value"));
    case ProblemCode::OutOfRange:
        return problem.place.find("/set/") == std::string::npos && problem.place.find("/actions/") == std::string::npos;
    default:
        return false;
    }
}

/// Id and time of an action mean the same for every verb: those of the first ones will do.
bool isRepeated(const json &sample, const json::json_pointer &place)
{
    if (place.empty() || place.parent_pointer().empty() || !sample.at(place.parent_pointer()).contains("do"))
        return false;
    const std::string action = place.parent_pointer().back();
    return (place.back() == "id" || place.back() == "at_us") && action.size() > 1;
}

void collectPlaces(const json &value, const json::json_pointer &place, std::vector<json::json_pointer> &places)
{
    places.push_back(place);
    if (value.is_object()) {
        for (const auto &[key, member] : value.items())
            collectPlaces(member, place / key, places);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            collectPlaces(value[i], place / i, places);
    }
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkedInSchemaIsWritten();
    void acceptsLessons();
    void acceptsEveryField();
    void everyFieldIsInTheSample();
    void agreesWithReader_data();
    void agreesWithReader();
    void referencesLead();

private:
    const test::SchemaValidator m_schema {json::parse(scenario::scenarioSchema())};
};

void TestSchema::checkedInSchemaIsWritten()
{
    const std::string checkedIn = contentOf(QStringLiteral("resources/schema/scenario.schema.json"));
    QVERIFY(!checkedIn.empty());
    if (checkedIn != scenario::scenarioSchema()) {
        QFile current(QStringLiteral("scenario.schema.json"));
        QVERIFY(current.open(QIODevice::WriteOnly));
        current.write(QByteArray::fromStdString(scenario::scenarioSchema()));
        QFAIL("The field table has changed: the schema as it is now stands in the folder of this test, to be copied");
    }
}

void TestSchema::acceptsLessons()
{
    for (const resources::File &lesson : resources::lessons())
        QVERIFY2(m_schema.accepts(json::parse(lesson.json)), std::string(lesson.id).c_str());
    QVERIFY(m_schema.accepts(json::parse(resources::firstMinute())));
}

void TestSchema::acceptsEveryField()
{
    QVERIFY(m_schema.accepts(everything()));
    const auto read = scenario::readScenario(contentOf(QStringLiteral("tests/core/scenario/everything.json")));
    QVERIFY(read.ok());
    QVERIFY(m_schema.accepts(json::parse(scenario::writeScenario(read.value()))));
}

void TestSchema::everyFieldIsInTheSample()
{
    std::vector<json::json_pointer> places;
    collectPlaces(everything(), json::json_pointer(), places);
    std::set<std::string> keys;
    for (const json::json_pointer &place : places) {
        if (!place.empty())
            keys.insert(place.back());
    }
    std::vector<json::json_pointer> inSchema;
    collectPlaces(m_schema.root(), json::json_pointer(), inSchema);
    std::size_t count = 0;
    for (const json::json_pointer &place : inSchema) {
        if (place.empty() || place.parent_pointer().empty() || place.parent_pointer().back() != "properties")
            continue;
        ++count;
        QVERIFY2(keys.count(place.back()) > 0, place.back().c_str());
    }
    QVERIFY(count > 100);
}

void TestSchema::agreesWithReader_data()
{
    QTest::addColumn<QString>("mutation");
    QTest::newRow("a field removed") << QStringLiteral("remove");
    QTest::newRow("a field added") << QStringLiteral("add");
    for (const char *value : {"null", "true", "-1", "0", "5", "99999999999999999", "\"\"", "\"Two Words\"", "\"none\"",
                              "\"a\\u0007\"", "\"line\\nline\"", "[]", "{}", "[1]", "{\"en\": \"x\"}", "\"minji\""})
        QTest::newRow(value) << QString::fromLatin1(value);
    const std::string longText = '"' + std::string(201, 'x') + '"';
    QTest::newRow("201 characters") << QString::fromStdString(longText);
    const std::string longerText = '"' + std::string(2001, 'x') + '"';
    QTest::newRow("2001 characters") << QString::fromStdString(longerText);
}

/// Both directions, for every place of a file that has every field: what the schema refuses the reader refuses, and
/// where the reader sees something wrong with a single object, so does the schema.
void TestSchema::agreesWithReader()
{
    QFETCH(QString, mutation);
    const json sample = everything();
    std::vector<json::json_pointer> places;
    collectPlaces(sample, json::json_pointer(), places);
    const auto isSetValue = [](const json::json_pointer &place) {
        return place.to_string().find("/set/") != std::string::npos;
    };
    std::size_t refused = 0;
    for (const json::json_pointer &place : places) {
        if (isSetValue(place)) // any value may stand there for the schema
            continue;
        if (mutation != QStringLiteral("remove") && isRepeated(sample, place))
            continue;
        json mutated = sample;
        if (mutation == QStringLiteral("remove")) {
            if (place.empty() || !mutated.at(place.parent_pointer()).is_object())
                continue;
            mutated.at(place.parent_pointer()).erase(place.back());
        } else if (mutation == QStringLiteral("add")) {
            if (!mutated.at(place).is_object() || (!place.empty() && place.back() == "set"))
                continue;
            mutated.at(place)["no_such_field"] = 1;
        } else {
            mutated.at(place) = json::parse(mutation.toStdString());
        }
        const auto read = scenario::readScenario(mutated.dump());
        const bool accepted = m_schema.accepts(mutated);
        if (!accepted) {
            ++refused;
            QVERIFY2(!read.ok(), ("only the schema refuses " + place.to_string()).c_str());
        } else if (!read.ok()) {
            for (const Problem &problem : read.problems())
                QVERIFY2(!isStructural(problem),
                         ("only the reader refuses " + place.to_string() + ": code "
                          + std::to_string(static_cast<int>(problem.code)) + " at " + problem.place)
                             .c_str());
        }
    }
    QVERIFY(refused > 0);
}

void TestSchema::referencesLead()
{
    std::vector<json::json_pointer> places;
    collectPlaces(m_schema.root(), json::json_pointer(), places);
    std::set<std::string> used;
    for (const json::json_pointer &place : places) {
        if (!place.empty() && place.back() == "$ref") {
            const std::string target = m_schema.root().at(place).get<std::string>();
            QVERIFY2(m_schema.root().contains(json::json_pointer(target.substr(1))), target.c_str());
            used.insert(target.substr(std::string("#/$defs/").size()));
        }
    }
    for (const auto &[name, definition] : m_schema.root().at("$defs").items())
        QVERIFY2(used.count(name) > 0, name.c_str());
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
