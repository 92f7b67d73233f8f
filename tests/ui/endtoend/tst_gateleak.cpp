// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "resources/lessons.h"
#include "tests/support/printing.h"
#include "tests/ui/endtoend/impressions.h"
#include "tests/ui/endtoend/views.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::Impression;
using tests::WindowFixture;

namespace {

/// What comes after the gate, if not what the lesson has.
enum class Future {
    Crash, ///< All servers go down.
    Crowd ///< People and servers come, who ask for more than there was.
};

/// An action of an operator.
model::Action operate(model::ActionKind verb, const std::string &id, model::SimTime at)
{
    model::Action action;
    action.verb = verb;
    action.id = id;
    action.at = at;
    return action;
}

scenario::Scenario withFuture(scenario::Scenario scenario, Future future, model::SimTime gate)
{
    const model::SimTime soon = gate + model::milliseconds(1);
    std::vector<model::Action> more;
    if (future == Future::Crash) {
        for (const model::ServerSpec &server : scenario.setup.servers) {
            more.push_back(operate(model::ActionKind::Crash, "leak-" + server.id, soon));
            more.back().server = server.id;
        }
    } else {
        for (int i = 0; i < 8; ++i) {
            const std::string number = std::to_string(i);
            const std::string client = "late-" + number;
            more.push_back(operate(model::ActionKind::AddClient, "comes-" + number, soon));
            more.back().client = client;
            more.push_back(operate(model::ActionKind::LogIn, "asks-" + number, soon + model::milliseconds(1)));
            more.back().client = client;
        }
        more.push_back(operate(model::ActionKind::AddServer, "grows", soon));
        more.back().server = "server-9";
    }
    std::vector<model::Action> &actions = scenario.branches.front().actions;
    actions.insert(actions.end(), more.begin(), more.end());
    return scenario;
}

/// The gates of a lesson: the index of the step, and where it begins.
std::vector<std::pair<std::size_t, model::SimTime>> gatesOf(const scenario::Lesson &lesson)
{
    std::vector<std::pair<std::size_t, model::SimTime>> gates;
    model::SimTime start;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        if (lesson.steps[i].prediction)
            gates.emplace_back(i, start);
        start = lesson.steps[i].until;
    }
    return gates;
}

/// The same window, whatever was in it before.
struct Seen
{
    std::vector<Impression> impressions;
    QStringList prefix; // its records in words
    std::size_t records = 0;
    std::vector<std::size_t> answers;
};

Seen see(const scenario::Scenario &scenario, std::size_t step, text::Language language, QSize size, const QString &path)
{
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly);
    file.write(QByteArray::fromStdString(scenario::writeScenario(scenario)));
    file.close();
    WindowFixture fixture(language, size);
    fixture.window().openPath(path);
    fixture.document().wait();
    if (!fixture.document().lesson())
        return {};
    // The gates before it were answered with the first option.
    for (std::size_t i = 0; i < step; ++i) {
        if (fixture.document().progress().isShut(i))
            fixture.document().passGate(i, 0);
    }
    fixture.playback().toEnd();
    fixture.playback().hopForward();
    if (!fixture.playback().isAtGate() || fixture.playback().step() != step)
        return {};
    Seen seen;
    const auto played = fixture.document().played();
    const timeline::Timeline &timeline = played->timeline();
    for (std::uint32_t i = 0; i < fixture.document().view().count(); ++i)
        seen.prefix << QString::fromLatin1(std::unique_ptr<char[]>(toString(timeline[i])).get());
    seen.records = timeline.size();
    const auto answers = played->answers.find(step);
    seen.answers = answers == played->answers.end() ? std::vector<std::size_t>() : answers->second;
    seen.impressions = tests::impressions(fixture);
    return seen;
}

/// Where they differ first, in words; the pictures go to the contact sheet.
QString difference(const Impression &one, const Impression &other, const QString &name)
{
    if (one.where != other.where)
        return one.where + QStringLiteral(" stands where the other has ") + other.where;
    if (one.text != other.text) {
        const QStringList lines = one.text.split(QLatin1Char('\n'));
        const QStringList others = other.text.split(QLatin1Char('\n'));
        qsizetype i = 0;
        while (i < lines.size() && i < others.size() && lines[i] == others[i])
            ++i;
        return QStringLiteral("%1 reads otherwise: \"%2\" and \"%3\"")
            .arg(one.where, lines.value(i).left(300), others.value(i).left(300));
    }
    if (one.picture == other.picture)
        return {};
    const QString file = QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/leak-") + name + QLatin1Char('-')
        + QString(one.where).replace(QLatin1Char(' '), QLatin1Char('-'));
    (void)one.picture.save(file + QStringLiteral("-1.png"));
    (void)other.picture.save(file + QStringLiteral("-2.png"));
    QRect box;
    for (int y = 0; y < std::min(one.picture.height(), other.picture.height()); ++y) {
        for (int x = 0; x < std::min(one.picture.width(), other.picture.width()); ++x) {
            if (one.picture.pixel(x, y) != other.picture.pixel(x, y))
                box |= QRect(x, y, 1, 1);
        }
    }
    return QStringLiteral("%1 looks otherwise at %2,%3 %4x%5")
        .arg(one.where)
        .arg(box.x())
        .arg(box.y())
        .arg(box.width())
        .arg(box.height());
}

} // namespace

/// While a question waits, nothing in the window depends on what comes after it: two runs that are the same up to there
/// and differ behind it look, read and are copied the same.
class TestGateLeak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTellsTheFuture_data();
    void nothingTellsTheFuture();
    void aBranchBehindTheGateIsNotNamed();
};

void TestGateLeak::nothingTellsTheFuture_data()
{
    QTest::addColumn<QByteArray>("lesson");
    QTest::addColumn<std::size_t>("step");
    QTest::addColumn<Future>("future");
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<QSize>("size");
    int number = 0;
    for (const resources::File &file : resources::lessons()) {
        const auto read = scenario::readScenario(file.json);
        QVERIFY(read && read.value().lesson);
        const QByteArray id(file.id.data(), static_cast<qsizetype>(file.id.size()));
        for (const auto &[step, gate] : gatesOf(*read.value().lesson)) {
            for (const Future future : {Future::Crash, Future::Crowd}) {
                // Languages and sizes in turn: each lesson has both futures, and all four come often.
                const auto language = number % 2 == 0 ? text::Language::Korean : text::Language::English;
                const QSize size = number / 2 % 2 == 0 ? QSize(1600, 1000) : QSize(1280, 720);
                ++number;
                QTest::addRow("%s, step %d, %s", id.constData(), int(step) + 1,
                              future == Future::Crash ? "crash" : "crowd")
                    << id << step << future << language << size;
            }
        }
    }
    QVERIFY(number >= 24);
}

void TestGateLeak::nothingTellsTheFuture()
{
    QFETCH(QByteArray, lesson);
    QFETCH(std::size_t, step);
    QFETCH(Future, future);
    QFETCH(text::Language, language);
    QFETCH(QSize, size);
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET)));
    const auto read = scenario::readScenario(resources::findLesson(lesson.toStdString()));
    QVERIFY(read);
    model::SimTime gate;
    for (const auto &[index, at] : gatesOf(*read.value().lesson))
        gate = index == step ? at : gate;

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lesson.json"));
    const Seen one = see(read.value(), step, language, size, path);
    const Seen other = see(withFuture(read.value(), future, gate), step, language, size, path);
    QVERIFY(!one.impressions.empty());
    // It is what it should be: the same up to the gate, and not the same after it.
    QVERIFY(one.prefix == other.prefix);
    QVERIFY(one.records != other.records);

    QVERIFY(std::none_of(one.impressions.begin(), one.impressions.end(), [](const Impression &impression) {
        return impression.where == QLatin1String("it does not go away");
    }));
    QCOMPARE(one.impressions.size(), other.impressions.size());
    QStringList leaks;
    for (std::size_t i = 0; i < one.impressions.size(); ++i) {
        const QString leak = difference(one.impressions[i], other.impressions[i],
                                        QString::fromLatin1(lesson) + QString::number(static_cast<int>(future)));
        if (!leak.isEmpty())
            leaks << leak;
    }
    QVERIFY2(leaks.isEmpty(), qPrintable(QLatin1Char('\n') + leaks.join(QLatin1Char('\n'))));
}

/// A file may have been saved while a branch was played that begins behind the question.
void TestGateLeak::aBranchBehindTheGateIsNotNamed()
{
    WindowFixture writer(text::Language::English);
    writer.document().openLesson(QStringLiteral("mismatch"), resources::findLesson("mismatch"));
    writer.document().wait();
    writer.document().passGatesBefore(writer.document().played()->end());
    model::Action crash;
    crash.verb = model::ActionKind::Crash;
    crash.server = "server-2";
    writer.document().act(model::SimTime {} + model::seconds(8), crash);
    writer.document().wait();
    const QString path = writer.path(QStringLiteral("played.json"));
    QVERIFY(!writer.document().save(path));

    WindowFixture reader(text::Language::English);
    reader.window().openPath(path);
    reader.document().wait();
    QVERIFY(reader.document().isChangedByHand());
    QVERIFY(!reader.document().played()->branch.empty() && reader.document().played()->branch != "main");
    const auto crashes = [&reader] { return reader.readableTexts().filter(QStringLiteral("Server 2: Crash")); };
    QVERIFY2(crashes().isEmpty(), qPrintable(crashes().join(QLatin1Char('|'))));
    QVERIFY(reader.readableTexts().filter(QStringLiteral("08.00")).isEmpty());
    reader.window().setPresenting(true, false);
    QVERIFY2(crashes().isEmpty(), qPrintable(crashes().join(QLatin1Char('|'))));
    QVERIFY(!reader.find<QWidget>("largeRun"));
    reader.window().setPresenting(false, false);
    reader.document().passGatesBefore(reader.document().played()->end());
    QVERIFY(!crashes().isEmpty());
}

QTEST_MAIN(TestGateLeak)
#include "tst_gateleak.moc"
