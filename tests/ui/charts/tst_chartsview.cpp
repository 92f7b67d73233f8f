// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chartsfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace sessionarium;
using namespace sessionarium::ui;
using namespace sessionarium::ui::charts;
using model::SimTime;
using tests::ChartsFixture;
using text::Language;

Q_DECLARE_METATYPE(sessionarium::ui::text::Language)
Q_DECLARE_METATYPE(sessionarium::ui::theme::Shade)

namespace {

constexpr SimTime at(std::int64_t milliseconds)
{
    return SimTime {} + model::milliseconds(milliseconds);
}

/// A million records and more: what a lecture hall does to four servers in half a minute.
constexpr const char *crowded = R"json({
  "format": "sessionarium-scenario", "version": 1, "id": "crowded", "title": {"ko": "붐빔", "en": "Crowded"},
  "duration_us": 30000000,
  "clients": [{"id": "minji"}],
  "balancer": {},
  "servers": [{"id": "server-1", "capacity": 64}, {"id": "server-2", "capacity": 64},
              {"id": "server-3", "capacity": 64}, {"id": "server-4", "capacity": 64}],
  "workload": {"crowds": [{"id": "hall", "clients": 400, "arrivals": "closed", "mean_us": 100000}]},
  "branches": [{"id": "main", "actions": []}]
})json";

/// Processor time of this thread alone: what others do on the machine does not count.
double threadSeconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::optional<model::Problem> saveAs(const ChartsView &view, const QString &path)
{
    return writePicture(*view.picture(), formatOfFile(path), path);
}

/// Colours in a picture other than that of its corner.
qsizetype inkedPixels(const QImage &image)
{
    qsizetype inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    return inked;
}

void addLooks()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<theme::Shade>("shade");
    QTest::newRow("ko-light") << Language::Korean << theme::Shade::Light;
    QTest::newRow("ko-dark") << Language::Korean << theme::Shade::Dark;
    QTest::newRow("en-light") << Language::English << theme::Shade::Light;
    QTest::newRow("en-dark") << Language::English << theme::Shade::Dark;
}

} // namespace

/// The view on real lessons: in step with the playhead, legible, and never in the way.
class TestChartsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePlayhead();
    void labelsAreWholeAndApart_data() { addLooks(); }
    void labelsAreWholeAndApart();
    void manyServersStayLegible();
    void eachServerHasItsStrip();
    void timesOfTheAxisAreRound();
    void keysChooseTheChart();
    void pressOnTheAxisSeeks();
    void picturesAreWritten();
    void whatWasShownIsSavedThoughAnotherRunCame();
    void copyIsAPicture();
    void anotherRunHasItsOwnFigures();
    void hiddenViewDoesNothing();
    void millionRecordsDoNotFreeze();
};

void TestChartsView::followsThePlayhead()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    QVERIFY(fixture.view.isReady());
    fixture.view.setTopic(Topic::Outcomes);
    QVERIFY(fixture.view.scene().content().panes[0].lines.empty());
    fixture.showAll();
    const ChartPane whole = fixture.view.scene().content().panes[0];
    const auto &run = *fixture.document.played();
    const report::Outcomes counts = run.outcomes.countWithin(run.timeline().size());
    QCOMPARE(whole.lines[0].value, QString::number(counts[0]));
    QCOMPARE(fixture.view.scene().content().until, run.end());
    const ChartPaneItem &item = *fixture.view.scene().panes()[0];
    QCOMPARE(item.playhead(), item.plot().right());
    fixture.playback.seek(at(3000));
    QVERIFY(item.playhead() < item.plot().right());
    QCOMPARE(fixture.view.scene().content().until, at(3000));
}

void TestChartsView::labelsAreWholeAndApart()
{
    QFETCH(Language, language);
    QFETCH(theme::Shade, shade);
    QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET));
    const QStringList lessons {QStringLiteral("mismatch"), QStringLiteral("cluster-replicate"),
                               QStringLiteral("store-down"), QStringLiteral("scale-out")};
    for (const QSize size : {QSize(760, 140), QSize(940, 146), QSize(1200, 228)}) {
        ChartsFixture fixture(language, shade, size);
        theme::applyTheme(*static_cast<QApplication *>(QApplication::instance()), fixture.host.theme());
        for (const QString &lesson : lessons) {
            fixture.openLesson(qPrintable(lesson));
            fixture.showAll();
            for (const Topic topic : allTopics) {
                fixture.view.setTopic(topic);
                for (const ChartPaneItem *pane : fixture.view.scene().panes()) {
                    QVERIFY(pane->plot().width() > 80 && pane->plot().height() > 50);
                    double free = -1000;
                    const QRectF box(QPointF(), pane->size());
                    for (const ChartPaneItem::Label &label : pane->labels()) {
                        QVERIFY2(label.box.top() >= free - 0.01, qPrintable(label.text));
                        free = label.box.bottom();
                        QVERIFY(box.contains(label.box));
                        const QFontMetricsF names(fixture.host.theme().font(theme::FontRole::Caption));
                        const QFontMetricsF values(fixture.host.theme().boldFont(theme::FontRole::Caption));
                        QVERIFY2(16 + names.horizontalAdvance(label.text) + 6 + values.horizontalAdvance(label.value)
                                     <= label.box.width() + 1,
                                 qPrintable(label.text));
                    }
                    const QFontMetricsF title(fixture.host.theme().font(theme::FontRole::Caption));
                    QVERIFY2(title.horizontalAdvance(pane->pane().title) <= pane->size().width(),
                             qPrintable(pane->pane().title));
                }
                QImage image(size, QImage::Format_RGB32);
                image.fill(fixture.host.palette().card);
                fixture.view.render(&image, {}, {}, QWidget::DrawChildren);
                QVERIFY(inkedPixels(image) > 1500);
                if (size.width() != 940)
                    continue; // one picture of each is enough to look at
                const QString name = QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/charts-%1-%2-%3.png")
                                         .arg(QString::fromLatin1(QTest::currentDataTag()), lesson, topicId(topic));
                QVERIFY(image.save(name));
            }
        }
    }
}

void TestChartsView::manyServersStayLegible()
{
    QByteArray json(crowded);
    QByteArray servers;
    for (int i = 1; i <= 16; ++i)
        servers += (i > 1 ? ", " : "") + QByteArray("{\"id\": \"server-") + QByteArray::number(i) + "\"}";
    const qsizetype from = json.indexOf("\"servers\": [");
    const qsizetype to = json.indexOf(']', from);
    json.replace(from, to - from, "\"servers\": [" + servers);
    json.replace("\"clients\": 400", "\"clients\": 40").replace("30000000", "3000000");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sixteen.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) > 0);
    file.close();
    ChartsFixture fixture;
    fixture.document.openFile(file.fileName());
    fixture.document.wait();
    fixture.view.wait();
    fixture.showAll();
    const ChartPaneItem &load = *fixture.view.scene().panes()[0];
    QCOMPARE(load.pane().lines.size(), 16u);
    QVERIFY(!load.hasStrips()); // there is no room for so many
    QVERIFY(load.labels().size() < 16u);
    QCOMPARE(load.labels().back().line, 16u); // "and … more"
    const auto left = 16 - static_cast<int>(load.labels().size() - 1);
    QCOMPARE(load.labels().back().text, QStringLiteral("and %1 more").arg(left));
    double free = -1000;
    for (const ChartPaneItem::Label &label : load.labels()) {
        QVERIFY(label.box.top() >= free - 0.01);
        free = label.box.bottom();
    }
}

/// Load jumps up and down: the lines of several servers would cover each other.
void TestChartsView::eachServerHasItsStrip()
{
    ChartsFixture fixture;
    fixture.openLesson("scale-out");
    fixture.showAll();
    for (const ChartPaneItem *pane : fixture.view.scene().panes()) {
        QVERIFY(pane->hasStrips());
        QCOMPARE(pane->labels().size(), pane->pane().lines.size());
        const double strip = pane->plot().height() / static_cast<double>(pane->labels().size());
        for (std::size_t i = 0; i < pane->labels().size(); ++i) {
            QCOMPARE(pane->labels()[i].line, i); // in the order of the servers, whatever they have come to
            const double middle = pane->labels()[i].box.center().y() - pane->plot().top();
            QCOMPARE(static_cast<std::size_t>(middle / strip), i);
        }
    }
    fixture.view.setTopic(Topic::SessionsAndMemory); // steps can be compared on one axis
    for (const ChartPaneItem *pane : fixture.view.scene().panes())
        QVERIFY(!pane->hasStrips());
    QVERIFY(fixture.view.scene().panes()[1]->pane().top >= 1000); // an axis of bytes
    fixture.view.setTopic(Topic::Traffic); // there is none: said once
    QCOMPARE(fixture.view.scene().panes().size(), 1u);
    QVERIFY(fixture.view.scene().panes()[0]->pane().lines.empty());
}

void TestChartsView::timesOfTheAxisAreRound()
{
    ChartsFixture fixture;
    fixture.openLesson("scale-out");
    fixture.goTo(at(9300));
    fixture.view.setTopic(Topic::Outcomes);
    const ChartPaneItem &item = *fixture.view.scene().panes()[0];
    constexpr double distance = 80;
    const std::vector<SimTime> times = item.roundTimes(distance);
    QVERIFY(times.size() >= 3);
    double last = -distance;
    for (const SimTime time : times) {
        QCOMPARE(time.us % 1'000'000, 0);
        QVERIFY(time <= at(9300));
        const auto &pacing = fixture.document.played()->pacing;
        const double share = static_cast<double>(pacing.toScreen(time)) / static_cast<double>(pacing.length());
        QVERIFY(share * item.plot().width() - last >= distance - 0.01);
        last = share * item.plot().width();
    }
}

void TestChartsView::keysChooseTheChart()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    QCOMPARE(fixture.view.topic(), Topic::LoadAndQueue);
    QTest::keyClick(&fixture.chooser(), Qt::Key_Down);
    QCOMPARE(fixture.view.topic(), Topic::SessionsAndMemory);
    QCOMPARE(fixture.view.scene().content().title, topicName(Topic::SessionsAndMemory));
    QTest::keyClick(&fixture.chooser(), Qt::Key_Right); // belongs to the playhead
    QTest::keyClick(&fixture.chooser(), Qt::Key_End);
    QCOMPARE(fixture.view.topic(), Topic::SessionsAndMemory);
    QVERIFY(!fixture.surface().accessibleDescription().isEmpty());
    QVERIFY(!fixture.chooser().accessibleName().isEmpty());
}

void TestChartsView::pressOnTheAxisSeeks()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    fixture.showAll();
    const ChartPaneItem &item = *fixture.view.scene().panes()[0];
    const QPointF middle = item.mapToScene(item.plot().center());
    QTest::mouseClick(fixture.surface().viewport(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    QVERIFY(std::abs(item.playhead() - item.plot().center().x()) < 2);
    QVERIFY(fixture.playback.moment() < fixture.document.played()->end());
}

void TestChartsView::picturesAreWritten()
{
    ChartsFixture fixture(Language::Korean, theme::Shade::Dark);
    fixture.openLesson("cluster-replicate");
    fixture.showAll();
    QTemporaryDir folder;
    for (const Topic topic : allTopics) {
        fixture.view.setTopic(topic);
        const QString path = folder.filePath(topicId(topic));
        QVERIFY(!saveAs(fixture.view, path + QStringLiteral(".png")));
        const QImage png(path + QStringLiteral(".png"));
        QCOMPARE(png.size(), QSize(1920, 1080));
        QCOMPARE(png.pixelColor(0, 0), fixture.host.palette().card);
        QVERIFY(inkedPixels(png) > 10'000);

        QVERIFY(!saveAs(fixture.view, path + QStringLiteral(".svg")));
        QSvgRenderer svg(path + QStringLiteral(".svg"));
        QVERIFY(svg.isValid());
        QImage drawn(960, 540, QImage::Format_RGB32);
        QPainter painter(&drawn);
        svg.render(&painter);
        painter.end();
        QVERIFY(inkedPixels(drawn) > 2'500);

        QVERIFY(!saveAs(fixture.view, path + QStringLiteral(".pdf")));
        QFile pdf(path + QStringLiteral(".pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.size() > 2000);
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
    }
    const auto problem = saveAs(fixture.view, folder.filePath(QStringLiteral("no/such/folder.png")));
    QVERIFY(problem && problem->code == model::ProblemCode::WriteFailed);
}

void TestChartsView::whatWasShownIsSavedThoughAnotherRunCame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shown.png"));
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    fixture.showAll();
    const QImage expected = charts::imageOf(*fixture.view.picture(), 2);
    // While the dialog waits for a name, all that the run consisted of goes.
    QTimer::singleShot(0, &fixture.view, [&] {
        auto *dialog = fixture.view.findChild<QFileDialog *>();
        QVERIFY(dialog);
        fixture.openLesson("one-server");
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    fixture.view.savePicture();
    const QImage saved(path);
    QVERIFY(!saved.isNull());
    QCOMPARE(saved.size(), expected.size());
    QCOMPARE(saved.convertToFormat(expected.format()), expected);
}

void TestChartsView::copyIsAPicture()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    fixture.showAll();
    QGuiApplication::clipboard()->clear();
    fixture.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.view));
    QTest::mouseClick(fixture.surface().viewport(), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), &fixture.view);
    QTest::keyClick(&fixture.view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(inkedPixels(QGuiApplication::clipboard()->image()) > 10'000);
}

void TestChartsView::anotherRunHasItsOwnFigures()
{
    ChartsFixture fixture;
    fixture.openLesson("mismatch");
    fixture.showAll();
    fixture.view.setTopic(Topic::Outcomes);
    const std::size_t kinds = fixture.view.scene().content().panes[0].lines.size();
    QVERIFY(kinds > 1); // somebody was logged out
    scenario::RunChange change;
    change.policy = "sticky";
    fixture.document.change(change);
    fixture.document.wait();
    fixture.view.wait();
    fixture.showAll();
    QCOMPARE(fixture.view.scene().content().panes[0].lines.size(), 1u);
    fixture.document.playLessonRun();
    fixture.document.wait();
    QVERIFY(fixture.view.isReady()); // its figures were kept
    fixture.showAll();
    QCOMPARE(fixture.view.scene().content().panes[0].lines.size(), kinds);
}

void TestChartsView::hiddenViewDoesNothing()
{
    ChartsFixture fixture;
    fixture.view.hide();
    fixture.openLesson("mismatch");
    fixture.showAll();
    QVERIFY(!fixture.view.isReady());
    fixture.view.copyPicture(); // nothing to copy, nothing happens
    QVERIFY(!fixture.view.picture());
    fixture.view.show();
    fixture.view.wait();
    QVERIFY(fixture.view.isReady());
    QCOMPARE(fixture.view.scene().content().until, fixture.document.played()->end());
}

void TestChartsView::millionRecordsDoNotFreeze()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("crowded.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(crowded) > 0);
    file.close();
    ChartsFixture fixture;
    fixture.view.hide();
    fixture.document.openFile(file.fileName());
    fixture.document.wait();
    QVERIFY(fixture.document.isOpen());
    QVERIFY(fixture.document.played()->timeline().size() > 1'000'000);
    fixture.playback.seek(fixture.document.played()->end());
    (void)fixture.texts.names(); // the window has asked for names long before
    for (const Topic topic : allTopics) { // what each of them costs the window's thread at a move of the playhead
        fixture.view.setTopic(topic);
        double longest = 0;
        const auto measure = [&longest](const auto &work) {
            const double before = threadSeconds();
            work();
            longest = std::max(longest, threadSeconds() - before);
        };
        measure([&] { fixture.view.show(); });
        while (!fixture.view.isReady())
            measure([] { QCoreApplication::processEvents(); });
        for (int i = 0; i < 5; ++i) {
            measure([&] { fixture.playback.hopBack(); });
            measure([&] { fixture.surface().grab(); });
        }
        fixture.playback.seek(fixture.document.played()->end());
        qInfo("%s: at most %.1f ms", qPrintable(topicId(topic)), longest * 1000);
        QVERIFY(longest < 0.1);
    }
}

QTEST_MAIN(TestChartsView)

#include "tst_chartsview.moc"
