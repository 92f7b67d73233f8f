// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/evaluate.h"
#include "core/scenario/reader.h"
#include "resources/lessons.h"

#include <QTest>

#include <set>

using namespace sessionarium;

namespace {

constexpr std::uint64_t seeds = 20;

scenario::Scenario lessonOf(const QString &id)
{
    const std::string_view lesson = resources::findLesson(id.toStdString());
    return scenario::readScenario(lesson.empty() ? resources::firstMinute() : lesson).value();
}

/// The ids of the options that hold, joined by spaces; "-" for a run that cannot be computed.
QString answersIn(const scenario::Scenario &lesson, const scenario::RunChange &change,
                  const scenario::Prediction &prediction)
{
    const auto changed = scenario::changed(lesson, change);
    const auto computed = changed.ok() ? run::compute(changed.value(), "main") : std::nullopt;
    if (!computed)
        return QStringLiteral("-");
    run::Evaluator evaluator(changed.value(), "main", *computed);
    QStringList ids;
    for (const std::size_t answer : evaluator.answers(prediction))
        ids += QString::fromStdString(prediction.options[answer].id);
    return ids.join(u' ');
}

const scenario::Prediction &predictionOf(const scenario::Scenario &lesson)
{
    const auto asks = [](const scenario::Step &step) { return step.prediction.has_value(); };
    return *std::find_if(lesson.lesson->steps.begin(), lesson.lesson->steps.end(), asks)->prediction;
}

scenario::RunChange with(const std::string &preset, std::uint64_t seed)
{
    scenario::RunChange change;
    if (preset != "custom")
        change.policy = preset;
    change.set.push_back({"/seed", std::to_string(seed)});
    return change;
}

} // namespace

/// The questions of the built-in lessons (semantics §7): runs answer them, under every preset that they are valid for.
class TestLessonAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyOneHolds_data();
    void exactlyOneHolds();
    void textsTellWhatHappens_data();
    void textsTellWhatHappens();
    void theFirstMinuteTellsWhatHappens();
};

void TestLessonAnswers::exactlyOneHolds_data()
{
    QTest::addColumn<QString>("id");
    for (const resources::File &file : resources::lessons())
        QTest::newRow(std::string(file.id).c_str()) << QString::fromStdString(std::string(file.id));
    QTest::newRow("welcome") << QStringLiteral("welcome");
}

void TestLessonAnswers::exactlyOneHolds()
{
    QFETCH(QString, id);
    const scenario::Scenario lesson = lessonOf(id);
    const scenario::Prediction &prediction = predictionOf(lesson);
    for (const std::string &preset : prediction.validFor) {
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const QString answers = answersIn(lesson, with(preset, seed), prediction);
            QVERIFY2(
                !answers.isEmpty() && answers != u"-" && !answers.contains(u' '),
                qPrintable(
                    QStringLiteral("%1, seed %2: '%3'").arg(QString::fromStdString(preset)).arg(seed).arg(answers)));
        }
    }
}

/// What the steps behind the gate say is so whatever the seed; and the other ways to share answer otherwise.
void TestLessonAnswers::textsTellWhatHappens_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *id, const char *preset, const char *answer) {
        QTest::addRow("%s, %s", id, preset)
            << QString::fromLatin1(id) << QString::fromLatin1(preset) << QString::fromLatin1(answer);
    };
    row("one-server", "none", "logged-out");
    row("scale-up", "none", "far-slower");
    row("scale-out", "none", "for-a-moment");
    row("mismatch", "none", "by-turns");
    row("mismatch", "sticky", "all-in");
    row("welcome", "none", "logged-out");
    row("welcome", "sticky", "still-in");
    row("welcome", "store", "still-in");
    row("sticky-cookie", "sticky", "elsewhere-out");
    row("sticky-cookie", "sticky+all-to-all-ack", "elsewhere-in");
    row("sticky-ip", "sticky-ip", "one");
    row("sticky-ip", "none", "evenly");
    row("sticky-crash", "sticky", "those-two");
    row("sticky-crash", "sticky+all-to-all-ack", "nobody");
    row("cluster-replicate", "all-to-all-ack", "both");
    row("cluster-replicate", "sticky", "logged-out");
    row("cluster-lag", "all-to-all", "old-cart");
    row("cluster-lag", "all-to-all-ack", "book");
    row("store-memory", "store", "all-in");
    row("store-memory", "all-to-all", "all-out");
    row("store-down", "store", "error");
    row("store-down", "sticky", "still-in");
    row("store-disk", "store", "nearly-all");
}

void TestLessonAnswers::textsTellWhatHappens()
{
    QFETCH(QString, id);
    QFETCH(QString, preset);
    QFETCH(QString, answer);
    const scenario::Scenario lesson = lessonOf(id);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        QCOMPARE(answersIn(lesson, with(preset.toStdString(), seed), predictionOf(lesson)), answer);
}

/// Out, out, in; and with sticky sessions in each time, always at the same server.
void TestLessonAnswers::theFirstMinuteTellsWhatHappens()
{
    const scenario::Scenario file = lessonOf(QStringLiteral("welcome"));
    const auto steps = file.lesson->steps;
    const auto again = std::find_if(steps.begin(), steps.end(), [](const auto &step) { return !step.run.isEmpty(); });
    QVERIFY(again != steps.end());
    const model::SimTime begins = (again - 1)->until;
    using verdict::Outcome;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto outcomesOf = [&](scenario::RunChange change, model::SimTime from, model::SimTime until) {
            change.set.push_back({"/seed", std::to_string(seed)});
            const std::string branch = change.branch.empty() ? "main" : change.branch;
            change.branch.clear();
            const auto changed = scenario::changed(file, change).value();
            const auto computed = *run::compute(changed, branch);
            std::vector<Outcome> outcomes;
            std::set<model::EntityId> servers;
            for (const verdict::Verdict &verdict : computed.verdicts->all()) {
                const model::SimTime at = (*computed.timeline)[verdict.finished].at;
                if (at <= from || at > until)
                    continue;
                outcomes.push_back(verdict.outcome);
                for (const model::RecordId id : computed.timeline->recordsOfRequest(verdict.request)) {
                    if (std::holds_alternative<model::ServiceEnded>((*computed.timeline)[id].fact))
                        servers.insert((*computed.timeline)[id].entity);
                }
            }
            return std::pair(outcomes, servers.size());
        };
        const auto first = outcomesOf({}, steps.front().until, begins);
        QVERIFY(first.first == (std::vector<Outcome> {Outcome::LoggedOut, Outcome::LoggedOut, Outcome::Fine}));
        QCOMPARE(first.second, std::size_t {3});
        const auto second = outcomesOf(again->run, begins, steps.back().until);
        QVERIFY(second.first == (std::vector<Outcome> {Outcome::Fine, Outcome::Fine, Outcome::Fine}));
        QCOMPARE(second.second, std::size_t {1});
    }
}

QTEST_GUILESS_MAIN(TestLessonAnswers)
#include "tst_lessonanswers.moc"
