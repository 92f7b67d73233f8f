// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/labelwords.h"
#include "tests/core/report/runbuilder.h"

#include "core/report/lanesvg.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;
using timeline::Timeline;

namespace {

QByteArray svgOf(const Timeline &timeline, const report::LabelFunction &labels)
{
    const report::PacingMap pacing(timeline);
    const report::LaneLayout layout = report::layOutLanes(timeline, verdict::judge(timeline), pacing);
    QByteArray text;
    const bool written = report::writeLanesSvg(timeline, layout, pacing, labels, [&text](std::string_view bytes) {
        text.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return true;
    });
    return written ? text : QByteArray();
}

QByteArray svgOf(const Timeline &timeline)
{
    return svgOf(timeline, plainLabels(timeline));
}

/// The texts of a picture, of all <text> elements. Nothing if it is no XML.
QStringList textsOf(const QByteArray &svg)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            texts.append(xml.readElementText());
    }
    return xml.hasError() ? QStringList() : texts;
}

QImage picture(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    if (!renderer.isValid())
        return {};
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::magenta); // what the picture does not cover
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// How many pixels are about of this colour.
int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            count += std::abs(here.red() - colour.red()) + std::abs(here.green() - colour.green())
                        + std::abs(here.blue() - colour.blue())
                    < 30
                ? 1
                : 0;
        }
    }
    return count;
}

void ask(RunBuilder &run, std::uint32_t request, std::int64_t at, std::string_view client, std::uint32_t status)
{
    const RequestId id(request);
    const RecordId issued = run.add(at, client, RequestIssued {}, id);
    const RecordId sent = run.send(at, client, "server-1", id, MessageKind::Request, 500, false, issued);
    const RecordId served = run.add(at + 500, "server-1", ServiceStarted {}, id, sent);
    const RecordId back = run.send(at + 3500, "server-1", client, id, MessageKind::Response, 500, false, served);
    run.add(at + 4000, client, Answered {status, {}, {}}, id, back);
}

int warnings = 0;
void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    warnings += type == QtDebugMsg ? 0 : 1;
    fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

class TestLanesSvg : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHappened();
    void legendOnlyOfWhatIsThere();
    void lostMessagesEndHalfWay();
    void longRunsAreNarrowerAndCut();
    void manyLanesFold();
    void hostileLabels();
    void withoutAnything();
    void failingSink();
};

void TestLanesSvg::showsWhatHappened()
{
    RunBuilder run;
    ask(run, 0, 1'000'000, "minji", 200);
    ask(run, 1, 3'000'000, "junho", 503);
    run.add(4'000'000, "server-1", Crashed {});
    run.add(6'000'000, "server-1", Restarted {});
    const auto timeline = run.finish();
    const QByteArray svg = svgOf(*timeline);
    QCOMPARE(svgOf(*timeline), svg);

    const QtMessageHandler before = qInstallMessageHandler(countWarnings);
    const QImage image = picture(svg);
    qInstallMessageHandler(before);
    QCOMPARE(warnings, 0);
    QVERIFY(image.width() >= 720 && image.height() > 300);
    QCOMPARE(pixelsOf(image, Qt::magenta), 0); // a ground of its own, for dark pages
    QVERIFY(pixelsOf(image, Qt::white) > image.width() * image.height() / 3);
    QVERIFY(pixelsOf(image, QColor(0x00, 0x65, 0xA8)) > 50); // the first client's messages …
    QVERIFY(pixelsOf(image, QColor(0xB8, 0x4A, 0x00)) > 50); // … and the second's
    QVERIFY(pixelsOf(image, QColor(0x1B, 0x8E, 0x5A)) > 50); // fine
    QVERIFY(pixelsOf(image, QColor(0xC9, 0x30, 0x1C)) > 50); // refused
    QVERIFY(pixelsOf(image, QColor(0xFC, 0xE8, 0xE5)) > 200); // down

    const QStringList texts = textsOf(svg);
    for (const char *expected : {"entity minji", "entity server-2", "at 6000000", "outcome 4"})
        QVERIFY2(texts.contains(QLatin1String(expected)), expected);
    QVERIFY(!texts.filter(QStringLiteral("pause ")).isEmpty());
    QVERIFY(svg.contains("<title>message 6</title>"));
    QVERIFY(svg.contains("<title>verdict 1</title>"));
    QVERIFY(svg.contains("Noto Sans KR"));
    QCOMPARE(svg.count("stroke-dasharray=\"5 3\""), 3); // two responses and one in the legend
}

void TestLanesSvg::legendOnlyOfWhatIsThere()
{
    RunBuilder run(milliseconds(20));
    ask(run, 0, 1000, "minji", 200);
    const QStringList texts = textsOf(svgOf(*run.finish()));
    const auto caption = [](report::Caption which) {
        return QStringLiteral("caption %1").arg(static_cast<int>(which));
    };
    QVERIFY(texts.contains(caption(report::Caption::Request)));
    QVERIFY(texts.contains(caption(report::Caption::Response)));
    QVERIFY(texts.contains(QStringLiteral("outcome 0")));
    for (const report::Caption absent :
         {report::Caption::Message, report::Caption::FailedMessage, report::Caption::Down, report::Caption::Pause})
        QVERIFY(!texts.contains(caption(absent)));
    QCOMPARE(texts.filter(QStringLiteral("outcome")).size(), 1);
}

void TestLanesSvg::lostMessagesEndHalfWay()
{
    RunBuilder run(microseconds(500));
    run.send(0, "minji", "server-2", {}, MessageKind::Request, 500, true);
    const QByteArray svg = svgOf(*run.finish());
    // From the first lane (150) half way to the fifth (334), and over half of a hop (24 pixels).
    const auto line = svg.indexOf("stroke-dasharray=\"2 3\"");
    const QByteArray path = svg.mid(svg.lastIndexOf("<path d=", line), 60);
    const QList<QByteArray> numbers =
        path.mid(path.indexOf('M') + 1, path.indexOf("\" fill") - 10).replace('L', ' ').split(' ');
    QCOMPARE(numbers.size(), 4);
    QCOMPARE(numbers[1], QByteArray("150"));
    QCOMPARE(numbers[3], QByteArray("242"));
    QCOMPARE(numbers[2].toDouble() - numbers[0].toDouble(), 12.0);
}

void TestLanesSvg::longRunsAreNarrowerAndCut()
{
    const auto widthAfter = [](int requests, bool *isCut) {
        RunBuilder run(seconds(100'000));
        for (int i = 0; i < requests; ++i)
            ask(run, static_cast<std::uint32_t>(i), std::int64_t {i} * 1'000'000, "minji", 200);
        const QByteArray svg = svgOf(*run.finish());
        *isCut = !textsOf(svg).filter(QStringLiteral("cut ")).isEmpty();
        return QSvgRenderer(svg).defaultSize().width();
    };
    bool isCut = false;
    QVERIFY(widthAfter(20, &isCut) < 6000);
    QVERIFY(!isCut);
    const int narrowed = widthAfter(200, &isCut);
    QVERIFY(narrowed > 15'000 && narrowed <= report::maxSvgWidth);
    QVERIFY(!isCut);
    const int cut = widthAfter(2000, &isCut);
    QVERIFY(cut > 15'000 && cut <= report::maxSvgWidth);
    QVERIFY(isCut);
}

void TestLanesSvg::manyLanesFold()
{
    Timeline timeline;
    timeline::RunInfo info;
    info.duration = seconds(1);
    for (int i = 0; i < 200; ++i) {
        info.strings.push_back("client-" + std::to_string(i));
        info.entities.push_back({info.strings.back(), EntityType::Client, {}});
    }
    info.strings.emplace_back("server");
    info.entities.push_back({"server", EntityType::Server, {}});
    timeline.begin(info);
    for (std::uint32_t i = 0; i <= 200; ++i) {
        EntityAdded added;
        added.type = info.entities[i].type;
        timeline.append(RecordId(i), timeline::Record {SimTime {}, {}, EntityId(i), {}, added});
    }
    // The last but one is out of luck.
    timeline.append(RecordId(201),
                    timeline::Record {SimTime {1000}, {}, EntityId(198), RequestId(0), RequestIssued {}});
    timeline.append(RecordId(202),
                    timeline::Record {SimTime {2000}, RecordId(201), EntityId(198), RequestId(0), Failed {}});
    timeline.end();
    const QStringList texts = textsOf(svgOf(timeline));
    QCOMPARE(texts.filter(QStringLiteral("entity ")).size(), static_cast<qsizetype>(report::maxSvgLanes));
    QVERIFY(texts.contains(QStringLiteral("entity server")));
    QVERIFY(texts.contains(QStringLiteral("entity client-0")));
    QVERIFY(texts.contains(QStringLiteral("entity client-198")));
    QVERIFY(!texts.contains(QStringLiteral("entity client-199")));
    QVERIFY(texts.contains(QStringLiteral("folded 161")));
}

void TestLanesSvg::hostileLabels()
{
    RunBuilder run;
    ask(run, 0, 1'000'000, "minji", 200);
    const auto timeline = run.finish();
    const std::string hostile = "</text><script>\"&\x01\xFF\n]]>" + std::string(5000, 'x');
    const QByteArray svg = svgOf(*timeline, [&](const report::Label &) { return hostile; });
    const QStringList texts = textsOf(svg);
    QVERIFY(!texts.isEmpty());
    QVERIFY(texts.first().startsWith(QLatin1String("</text><script>\"& ? ]]>xxx")));
    QVERIFY(!svg.contains("<script"));
    const QSize size = QSvgRenderer(svg).defaultSize();
    QVERIFY(size.width() < 3000 && size.height() < 2000);
}

void TestLanesSvg::withoutAnything()
{
    Timeline timeline;
    timeline.begin({});
    timeline.end();
    const QByteArray svg = svgOf(timeline);
    QVERIFY(!textsOf(svg).isEmpty());
    QVERIFY(QSvgRenderer(svg).isValid());
}

void TestLanesSvg::failingSink()
{
    RunBuilder run;
    const auto timeline = run.finish();
    const report::PacingMap pacing(*timeline);
    QVERIFY(!report::writeLanesSvg(*timeline, report::layOutLanes(*timeline, {}, pacing), pacing,
                                   plainLabels(*timeline), [](std::string_view) { return false; }));
}

QTEST_MAIN(TestLanesSvg)
#include "tst_lanesvg.moc"
