// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/placeholders.h"
#include "core/scenario/reader.h"
#include "resources/lessons.h"

#include <QRegularExpression>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace sessionarium;
using scenario::Lesson;
using scenario::Scenario;

namespace {

/// The rules for texts (lengths of what is projected).
constexpr qsizetype maxTitleKo = 14;
constexpr qsizetype maxTitleEn = 24;
constexpr qsizetype maxSentenceKo = 38;
constexpr qsizetype maxWordsEn = 14;

struct Told
{
    QString place;
    model::Text text;
    bool title = false;
};

std::vector<Told> textsOf(const Lesson &lesson)
{
    std::vector<Told> texts {{QStringLiteral("summary"), lesson.summary},
                             {QStringLiteral("notes"), lesson.notes},
                             {QStringLiteral("real_world"), lesson.realWorld}};
    for (const scenario::Step &step : lesson.steps) {
        const QString place = QString::fromStdString(step.id);
        texts.push_back({place + QStringLiteral("/title"), step.title, true});
        texts.push_back({place + QStringLiteral("/text"), step.text});
        if (!step.prediction)
            continue;
        texts.push_back({place + QStringLiteral("/question"), step.prediction->question});
        for (const scenario::PredictionOption &option : step.prediction->options) {
            const QString at = place + u'/' + QString::fromStdString(option.id);
            texts.push_back({at, option.text});
            texts.push_back({at + QStringLiteral("/debrief"), option.debrief});
        }
    }
    for (const scenario::TryItem &item : lesson.tries)
        texts.push_back({QStringLiteral("try"), item.label});
    return texts;
}

/// As a reader sees it: a placeholder becomes a name such as 서버 1.
QString filled(const std::string &text)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[^}]*\\}"));
    return QString::fromStdString(text).replace(placeholder, QStringLiteral("S123"));
}

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.?:;])\\s+|\\n"));
    return text.split(end, Qt::SkipEmptyParts);
}

const QString firstMinute = QStringLiteral("welcome");

std::string_view textOf(const QString &id)
{
    return id == firstMinute ? resources::firstMinute() : resources::findLesson(id.toStdString());
}

Scenario read(const QString &id)
{
    return scenario::readScenario(textOf(id)).value();
}

} // namespace

class TestLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTeachingOrder();
    void unknownLessonIsEmpty();
    void glossaryIsComplete();
    void isReadAndCanonical_data() { lessonsAndFirstMinute(); }
    void isReadAndCanonical();
    void isComplete_data() { lessons(); }
    void isComplete();
    void textsKeepTheirLength_data() { lessonsAndFirstMinute(); }
    void textsKeepTheirLength();
    void koreanHasNoParticleAfterPlaceholder_data() { lessonsAndFirstMinute(); }
    void koreanHasNoParticleAfterPlaceholder();
    void koreanIsFormal_data() { lessonsAndFirstMinute(); }
    void koreanIsFormal();
    void termsAreInTheGlossary_data() { lessonsAndFirstMinute(); }
    void termsAreInTheGlossary();
    void predictionIsValidForItsPresets_data() { lessonsAndFirstMinute(); }
    void predictionIsValidForItsPresets();
    void overridesOfDefaultsAreTold_data() { lessons(); }
    void overridesOfDefaultsAreTold();
    void triesCanBeTried_data() { lessons(); }
    void triesCanBeTried();
    void mismatchFollowsTheFormatsExample();
    void oneServerRestartsBehindTheGate();
    void theFirstMinuteIsNoLesson();

private:
    static void lessons();
    static void lessonsAndFirstMinute();
};

void TestLessons::lessons()
{
    QTest::addColumn<QString>("id");
    for (const resources::File &lesson : resources::lessons())
        QTest::newRow(std::string(lesson.id).c_str()) << QString::fromStdString(std::string(lesson.id));
}

void TestLessons::lessonsAndFirstMinute()
{
    lessons();
    QTest::newRow("welcome") << firstMinute;
}

void TestLessons::inTeachingOrder()
{
    std::uint32_t before = 0;
    for (const resources::File &file : resources::lessons()) {
        const auto lesson = scenario::readScenario(file.json);
        QVERIFY(lesson.ok());
        QCOMPARE(lesson.value().id, std::string(file.id));
        QVERIFY(lesson.value().lesson->number > before);
        before = lesson.value().lesson->number;
    }
    QVERIFY(before > 0);
}

void TestLessons::unknownLessonIsEmpty()
{
    QVERIFY(resources::findLesson("no-such-lesson").empty());
    QVERIFY(!resources::findLesson("mismatch").empty());
}

void TestLessons::glossaryIsComplete()
{
    const nlohmann::json glossary = nlohmann::json::parse(resources::glossary());
    std::set<std::string> ids;
    for (const nlohmann::json &term : glossary.at("terms")) {
        const std::string id = term.at("id").get<std::string>();
        QVERIFY2(ids.insert(id).second, id.c_str());
        for (const char *part : {"name", "text"}) {
            for (const char *language : {"ko", "en"})
                QVERIFY2(!term.at(part).at(language).get<std::string>().empty(), id.c_str());
        }
        // words not to be used are marked so in the source of the glossary, never in it
        QVERIFY2(term.dump().find("×") == std::string::npos, id.c_str());
        QVERIFY2(QString::fromStdString(term.at("text").at("ko").get<std::string>()).endsWith(QStringLiteral("다.")),
                 id.c_str());
    }
    QVERIFY(ids.size() > 50);
}

void TestLessons::isReadAndCanonical()
{
    QFETCH(QString, id);
    const std::string_view text = textOf(id);
    const auto lesson = scenario::readScenario(text);
    QVERIFY(lesson.ok());
    QCOMPARE(QString::fromStdString(scenario::writeScenario(lesson.value())),
             QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void TestLessons::isComplete()
{
    QFETCH(QString, id);
    const Scenario scenario = read(id);
    const Lesson &lesson = *scenario.lesson;
    QVERIFY(lesson.steps.size() >= 4 && lesson.steps.size() <= 9);
    QVERIFY(lesson.tries.size() >= 2 && lesson.tries.size() <= 3);
    QVERIFY(lesson.minutes > 0);
    QVERIFY(lesson.part > 0);
    QVERIFY(!lesson.claims.empty());
    QVERIFY(!lesson.terms.empty());
    QVERIFY(lesson.steps.back().until.us == scenario.duration.us);
    QVERIFY(!scenario.title.ko.empty() && !scenario.title.en.empty());
    for (const Told &told : textsOf(lesson)) {
        QVERIFY2(!told.text.ko.empty(), qPrintable(told.place));
        QVERIFY2(!told.text.en.empty(), qPrintable(told.place));
    }
    std::size_t gates = 0;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        gates += lesson.steps[i].prediction ? 1u : 0u;
    QCOMPARE(gates, 1u);
    QVERIFY(!lesson.steps.front().prediction); // there is something to see before
}

void TestLessons::textsKeepTheirLength()
{
    QFETCH(QString, id);
    for (const Told &told : textsOf(*read(id).lesson)) {
        const QString ko = filled(told.text.ko);
        const QString en = filled(told.text.en);
        if (told.title) {
            QVERIFY2(ko.size() <= maxTitleKo, qPrintable(ko));
            // Those of the first minute are never projected; one is a button whose words are given.
            QVERIFY2(en.size() <= maxTitleEn || (id == firstMinute && en.startsWith(QStringLiteral("Again with"))),
                     qPrintable(en));
        }
        for (const QString &sentence : sentencesOf(ko))
            QVERIFY2(sentence.size() <= maxSentenceKo, qPrintable(sentence));
        for (const QString &sentence : sentencesOf(en))
            QVERIFY2(sentence.split(u' ', Qt::SkipEmptyParts).size() <= maxWordsEn, qPrintable(sentence));
    }
}

void TestLessons::koreanHasNoParticleAfterPlaceholder()
{
    QFETCH(QString, id);
    static const QStringList allowed {QStringLiteral("의 "), QStringLiteral("에서 "), QStringLiteral("에서,"),
                                      QStringLiteral("에 "), QStringLiteral("에게 "), QStringLiteral("도 "),
                                      QStringLiteral("만 "), QStringLiteral("까지 "), QStringLiteral("부터 "),
                                      QStringLiteral(" "),   QStringLiteral("."),     QStringLiteral(","),
                                      QStringLiteral("대"),  QStringLiteral("명"),    QStringLiteral("번")};
    for (const Told &told : textsOf(*read(id).lesson)) {
        for (const scenario::Placeholder &placeholder : scenario::placeholdersOf(told.text.ko)) {
            const QString behind = QString::fromStdString(told.text.ko.substr(placeholder.end));
            const bool fits = behind.isEmpty()
                || std::any_of(allowed.begin(), allowed.end(),
                               [&behind](const QString &start) { return behind.startsWith(start); });
            QVERIFY2(fits, qPrintable(told.place + QStringLiteral(": ") + behind));
        }
    }
}

void TestLessons::koreanIsFormal()
{
    QFETCH(QString, id);
    static const QRegularExpression informal(QStringLiteral("(?<!까)요[.?]|!|당신|유저|그녀"));
    for (const Told &told : textsOf(*read(id).lesson)) {
        const QString ko = QString::fromStdString(told.text.ko);
        QVERIFY2(!informal.match(ko).hasMatch(), qPrintable(ko));
    }
}

void TestLessons::termsAreInTheGlossary()
{
    QFETCH(QString, id);
    const nlohmann::json glossary = nlohmann::json::parse(resources::glossary());
    std::set<std::string> ids;
    for (const nlohmann::json &term : glossary.at("terms"))
        ids.insert(term.at("id").get<std::string>());
    const Scenario scenario = read(id);
    for (const std::string &term : scenario.lesson->terms)
        QVERIFY2(ids.count(term) > 0, term.c_str());
}

void TestLessons::predictionIsValidForItsPresets()
{
    QFETCH(QString, id);
    const Scenario scenario = read(id);
    for (const scenario::Step &step : scenario.lesson->steps) {
        if (!step.prediction)
            continue;
        const std::vector<std::string> &presets = step.prediction->validFor;
        QVERIFY(std::find(presets.begin(), presets.end(), scenario::presetOf(scenario.setup)) != presets.end());
    }
}

/// Each value that a product has another default for stands in a line of its own under the last step.
void TestLessons::overridesOfDefaultsAreTold()
{
    QFETCH(QString, id);
    const Scenario scenario = read(id);
    qsizetype overrides = 0;
    if (const auto &balancer = scenario.setup.balancer) {
        const model::BalancerSpec usual;
        overrides += balancer->check && balancer->checkInterval != usual.checkInterval ? 1 : 0;
        overrides += balancer->retries != usual.retries ? 1 : 0;
        overrides += balancer->redispatch != usual.redispatch ? 1 : 0;
    }
    overrides += scenario.setup.sessions.replicationDelay.us > 0 ? 1 : 0;
    const auto &steps = scenario.lesson->steps;
    const auto linesOf = [](const std::string &text, const QString &start) {
        const QStringList lines = QString::fromStdString(text).split(u'\n');
        return std::count_if(lines.begin(), lines.end(), [&](const QString &line) { return line.startsWith(start); });
    };
    QVERIFY(linesOf(steps.back().text.ko, QStringLiteral("수업용 설정: ")) >= overrides);
    QVERIFY(linesOf(steps.back().text.en, QStringLiteral("Lesson setting: ")) >= overrides);
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        QCOMPARE(linesOf(steps[i].text.ko, QStringLiteral("수업용 설정")), 0);
        QCOMPARE(linesOf(steps[i].text.en, QStringLiteral("Lesson setting")), 0);
    }
}

void TestLessons::triesCanBeTried()
{
    QFETCH(QString, id);
    const Scenario scenario = read(id);
    for (const scenario::TryItem &item : scenario.lesson->tries) {
        QVERIFY(item.action || !item.run.isEmpty());
        QVERIFY(scenario::changed(scenario, item.run).ok());
    }
}

/// The times and steps that the description of the formats gives for this lesson.
void TestLessons::mismatchFollowsTheFormatsExample()
{
    const Scenario scenario = read(QStringLiteral("mismatch"));
    QCOMPARE(scenario.duration.us, 14'000'000);
    QCOMPARE(scenario.seed, std::uint64_t {42});
    QCOMPARE(scenario.setup.servers.size(), 3u);
    std::vector<std::pair<std::string, std::int64_t>> actions;
    for (const model::Action &action : scenario.branches.front().actions)
        actions.emplace_back(action.id, action.at ? action.at->us : action.think.us);
    const std::vector<std::pair<std::string, std::int64_t>> expected {
        {"form", 1'000'000},      {"log-in", 2'000'000},    {"refresh-1", 5'000'000},
        {"refresh-2", 1'000'000}, {"refresh-3", 1'000'000}, {"log-in-2", 10'000'000}};
    QVERIFY(actions == expected);
    std::map<std::string, std::int64_t> untils;
    for (const scenario::Step &step : scenario.lesson->steps)
        untils[step.id] = step.until.us;
    QCOMPARE(untils.at("form"), 3'000'000);
    QCOMPARE(untils.at("refresh"), 9'000'000);
    QCOMPARE(scenario.lesson->number, 4u);
    QCOMPARE(scenario.lesson->claims, (std::vector<std::string> {"6", "6b"}));
}

/// Crash, restart and the request that shows the loss all lie in the span that the gate shuts.
void TestLessons::oneServerRestartsBehindTheGate()
{
    const Scenario scenario = read(QStringLiteral("one-server"));
    QVERIFY(!scenario.setup.balancer);
    QCOMPARE(scenario.setup.servers.size(), 1u);
    std::int64_t from = 0;
    std::int64_t until = 0;
    for (const scenario::Step &step : scenario.lesson->steps) {
        from = until;
        until = step.until.us;
        if (step.prediction)
            break;
    }
    std::size_t inSpan = 0;
    for (const model::Action &action : scenario.branches.front().actions) {
        const bool faulty = action.verb == model::ActionKind::Crash || action.verb == model::ActionKind::Restart;
        const bool inside = action.at && action.at->us > from && action.at->us < until;
        QVERIFY(!faulty || inside);
        inSpan += inside ? 1u : 0u;
    }
    QCOMPARE(inSpan, 3u);
}

/// It has the form of one, and stands in no list of them.
void TestLessons::theFirstMinuteIsNoLesson()
{
    const Scenario scenario = read(firstMinute);
    QCOMPARE(scenario.id, firstMinute.toStdString());
    QVERIFY(resources::findLesson(scenario.id).empty());
    for (const resources::File &lesson : resources::lessons())
        QVERIFY(lesson.id != scenario.id);
    QCOMPARE(scenario.lesson->number, 0u);
    QVERIFY(scenario.lesson->steps.back().until.us == scenario.duration.us);
    for (const Told &told : textsOf(*scenario.lesson)) {
        if (told.place != QStringLiteral("notes") && told.place != QStringLiteral("real_world"))
            QVERIFY2(!told.text.ko.empty() && !told.text.en.empty(), qPrintable(told.place));
    }
    // The run is that of the lesson that it leads up to, as far as it goes.
    const Scenario mismatch = read(QStringLiteral("mismatch"));
    QVERIFY(scenario.setup == mismatch.setup);
    QCOMPARE(scenario.seed, mismatch.seed);
    const auto &own = scenario.branches.front().actions;
    const auto &others = mismatch.branches.front().actions;
    QVERIFY(own.size() < others.size());
    QVERIFY(std::equal(own.begin(), own.end(), others.begin()));
    // "The same clicks" are the same, one after the other as far apart.
    const auto &again = scenario.branches.back().actions;
    QCOMPARE(again.size(), own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        QVERIFY(again[i].verb == own[i].verb && again[i].client == own[i].client && again[i].think == own[i].think);
        QVERIFY(again[i].at.has_value() == own[i].at.has_value());
        if (own[i].at)
            QCOMPARE(again[i].at->us - again.front().at->us, own[i].at->us - own.front().at->us);
    }
}

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
