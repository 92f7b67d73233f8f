// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/story.h"
#include "ui/text/exportlabels.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui;
using report::Label;

namespace {

/// Minji logs in, the server dies and comes back, she reads: logged out. One request finds nobody.
Story crashStory()
{
    Story story;
    story.client("minji").server("server-1").duration(20_s);
    story.at(1_s).logIn("minji");
    story.at(3_s).crash("server-1");
    story.at(4_s).read("minji");
    story.at(8_s).restart("server-1");
    story.at(12_s).read("minji");
    story.run();
    return story;
}

template <class Fact>
std::vector<model::RecordId> recordsOf(const timeline::Timeline &timeline)
{
    std::vector<model::RecordId> found;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        if (std::holds_alternative<Fact>(timeline[i].fact))
            found.push_back(model::RecordId(i));
    }
    return found;
}

} // namespace

class TestExportLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void everySentenceIsThere_data();
    void everySentenceIsThere();
};

void TestExportLabels::words_data()
{
    QTest::addColumn<QByteArray>("korean");
    QTest::addColumn<QByteArray>("english");
    QTest::newRow("entity") << QByteArray("서버 1") << QByteArray("Server 1");
    QTest::newRow("request") << QByteArray("로그인") << QByteArray("log-in");
    QTest::newRow("response") << QByteArray("200") << QByteArray("200");
    QTest::newRow("connection") << QByteArray("연결 거부") << QByteArray("connection refused");
    QTest::newRow("outcome") << QByteArray("로그인 풀림") << QByteArray("logged out");
    QTest::newRow("moment") << QByteArray("00:12.400") << QByteArray("00:12.400");
    QTest::newRow("pause") << QByteArray("2.0초") << QByteArray("2.0 s");
    QTest::newRow("cut") << QByteArray("여기서 잘림: 00:12.400 뒤의 내용은 담지 않았습니다.")
                         << QByteArray("Cut here: what comes after 00:12.400 is left out.");
    QTest::newRow("folded") << QByteArray("표시하지 않은 레인 2개") << QByteArray("2 more lanes not shown");
    QTest::newRow("folded one") << QByteArray("표시하지 않은 레인 1개") << QByteArray("1 more lane not shown");
    QTest::newRow("title") << QByteArray("story · 공유 없음") << QByteArray("story · None");
}

void TestExportLabels::words()
{
    QFETCH(QByteArray, korean);
    QFETCH(QByteArray, english);
    const Story story = crashStory();
    const timeline::Timeline &timeline = story.timeline();
    const model::SimTime moment {12'400'000};
    const auto sent = recordsOf<model::Sent>(timeline);
    model::RecordId answer; // the first response on its way to somebody
    for (const model::RecordId id : sent) {
        if (answer.isNone() && std::get<model::Sent>(timeline[id].fact).message == model::MessageKind::Response)
            answer = id;
    }
    const auto failed = recordsOf<model::ConnectFailed>(timeline);
    QVERIFY(answer.isSome() && !failed.empty());
    const std::map<std::string, Label> labels {{"entity", report::EntityLabel {timeline.findEntity("server-1")}},
                                               {"request", report::MessageLabel {sent.front()}},
                                               {"response", report::MessageLabel {answer}},
                                               {"connection", report::MessageLabel {failed.front()}},
                                               {"outcome", report::OutcomeLabel {verdict::Outcome::LoggedOut, false}},
                                               {"moment", report::MomentLabel {moment}},
                                               {"pause", report::PauseLabel {2_s}},
                                               {"cut", report::CutLabel {moment}},
                                               {"folded", report::FoldedLabel {2}},
                                               {"folded one", report::FoldedLabel {1}},
                                               {"title", report::Caption::Title}};
    const Label &label = labels.at(QTest::currentDataTag());
    for (const auto &[language, expected] :
         {std::pair(text::Language::Korean, korean), std::pair(text::Language::English, english)}) {
        const text::Translator translator(language);
        const std::string said = text::exportLabels(timeline, story.verdicts(), language)(label);
        QCOMPARE(QByteArray::fromStdString(said), expected);
    }
}

void TestExportLabels::everySentenceIsThere_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("Korean") << text::Language::Korean;
    QTest::newRow("English") << text::Language::English;
}

void TestExportLabels::everySentenceIsThere()
{
    QFETCH(text::Language, language);
    const Story story = crashStory();
    const timeline::Timeline &timeline = story.timeline();
    const text::Translator translator(language);
    const report::LabelFunction labels = text::exportLabels(timeline, story.verdicts(), language);
    for (std::uint32_t i = 0; i < timeline.size(); ++i)
        QVERIFY(!labels(report::RecordLabel {model::RecordId(i)}).empty());
    for (const model::RecordId id : recordsOf<model::Sent>(timeline))
        QVERIFY(!labels(report::MessageLabel {id}).empty());
    for (const verdict::Verdict &verdict : story.verdicts().all())
        QVERIFY(!labels(report::VerdictLabel {verdict.request}).empty());
    for (int caption = 0; caption <= static_cast<int>(report::Caption::Pause); ++caption)
        QVERIFY(!labels(static_cast<report::Caption>(caption)).empty());
    // Sessions have their short names, as on the screen.
    const auto missing = recordsOf<model::SessionMissing>(timeline);
    QCOMPARE(missing.size(), std::size_t(1));
    QVERIFY(QByteArray::fromStdString(labels(report::RecordLabel {missing.front()})).contains("A1"));
}

QTEST_GUILESS_MAIN(TestExportLabels)
#include "tst_exportlabels.moc"
