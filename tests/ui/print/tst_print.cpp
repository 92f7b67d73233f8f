// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fulldisk.h"
#include "tests/support/story.h"
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/print/printdialog.h"
#include "ui/print/printpages.h"
#include "ui/print/printpreview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui;
using printing::Content;
using printing::PagePlan;
using printing::PrintDialog;
using printing::PrintJob;

namespace {

/// Two log-ins; `crashes`: whether the server dies at 5 s.
std::shared_ptr<const document::PlayedRun> twoLogIns(bool crashes)
{
    Story story;
    story.client("minji").client("junho").server("server-1").server("server-2").duration(10_s);
    story.at(1_s).logIn("minji");
    story.at(2_s).logIn("junho");
    if (crashes)
        story.at(5_s).crash("server-1");
    story.at(6_s).read("minji");
    story.run();
    return document::prepare(nullptr, "main", "none", story.computed(), {}, {});
}

PrintJob jobOf(const std::shared_ptr<const document::PlayedRun> &played, model::SimTime moment, model::SimTime revealed,
               text::Language language = text::Language::English, Content content = Content::Both)
{
    return {{played, {&played->timeline(), revealed}, moment, {}, {}},
            language,
            QStringLiteral("A <title> & more"),
            content};
}

model::SimTime at(model::Duration since)
{
    return model::SimTime {} + since;
}

constexpr QSizeF a4(680, 1010); // what can be printed on, in 1/96 inch

/// The page as SVG: its texts can be read.
QByteArray svgOf(const PrintJob &job, QSizeF area, std::size_t page = 0)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setViewBox(QRectF(QPointF(), area));
    svg.setResolution(96);
    QPainter painter(&svg);
    printing::paintPage(painter, printing::planPages(area, job.content), page, job);
    painter.end();
    return buffer.data();
}

/// The text without markup and spaces: where fonts change, one line is several elements.
QString wordsOf(QString text)
{
    static const QRegularExpression rest(QStringLiteral("<[^>]*>|\\s"));
    return text.remove(rest);
}

/// What is drawn, in its order, wherever it stands.
QString shapesOf(const QByteArray &svg)
{
    static const QRegularExpression places(QStringLiteral(
        " (points|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|transform|gradientTransform)=\"[^\"]*\""));
    return QString::fromUtf8(svg).remove(places);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype countOf(const QByteArray &bytes, const char *pattern)
{
    static_assert(sizeof(qsizetype) >= sizeof(int));
    qsizetype count = 0;
    const QString text = QString::fromLatin1(bytes);
    for (auto each = QRegularExpression(QLatin1String(pattern)).globalMatch(text); each.hasNext(); each.next())
        ++count;
    return count;
}

QList<QRectF> placesOf(const PagePlan &page)
{
    QList<QRectF> places;
    for (const QRectF &place : {page.title, page.details, page.stage, page.lanes, page.foot}) {
        if (!place.isEmpty())
            places << place;
    }
    return places;
}

} // namespace

class TestPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET)));
    }
    void pagesArePlanned_data();
    void pagesArePlanned();
    void aPageSaysWhatItShows_data();
    void aPageSaysWhatItShows();
    void aShutGateGivesNothingAway();
    void pdfHasItsPagesAsShapes_data();
    void pdfHasItsPagesAsShapes();
    void aPlaceThatCannotBeWrittenIsSaid();
    void withoutAPrinterThereIsThePdf_data();
    void withoutAPrinterThereIsThePdf();
    void withAPrinterThatIsTheFirstChoice();
    void theWindowPrints();

private:
    QTemporaryDir m_folder;
};

void TestPrint::pagesArePlanned_data()
{
    QTest::addColumn<QSizeF>("area");
    QTest::addColumn<int>("content");
    QTest::addColumn<int>("pages");
    const auto row = [](const char *name, QSizeF area, Content content, int pages) {
        QTest::newRow(name) << area << static_cast<int>(content) << pages;
    };
    row("upright takes both", a4, Content::Both, 1);
    row("across takes one each", a4.transposed(), Content::Both, 2);
    row("stage alone", a4, Content::Stage, 1);
    row("stage alone across", a4.transposed(), Content::Stage, 1);
    row("lanes alone", a4.transposed(), Content::Lanes, 1);
    row("A3", a4 * 1.414, Content::Both, 1);
    row("small card", QSizeF(280, 400), Content::Both, 1);
    row("square", QSizeF(700, 700), Content::Both, 2);
}

void TestPrint::pagesArePlanned()
{
    QFETCH(QSizeF, area);
    QFETCH(int, content);
    QFETCH(int, pages);
    const auto wanted = static_cast<Content>(content);
    const std::vector<PagePlan> plan = printing::planPages(area, wanted);
    QCOMPARE(static_cast<int>(plan.size()), pages);
    int stages = 0;
    int lanes = 0;
    for (const PagePlan &page : plan) {
        stages += page.stage.isEmpty() ? 0 : 1;
        lanes += page.lanes.isEmpty() ? 0 : 1;
        const QList<QRectF> places = placesOf(page);
        QVERIFY(places.size() >= 4); // title, details, foot and a picture
        for (qsizetype i = 0; i < places.size(); ++i) {
            QVERIFY(QRectF(QPointF(), area).contains(places[i]));
            for (qsizetype j = i + 1; j < places.size(); ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
        for (const QRectF &picture : {page.stage, page.lanes})
            QVERIFY(picture.isEmpty() || picture.height() >= 80);
    }
    QCOMPARE(stages, wanted == Content::Lanes ? 0 : 1);
    QCOMPARE(lanes, wanted == Content::Stage ? 0 : 1);
}

void TestPrint::aPageSaysWhatItShows_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

void TestPrint::aPageSaysWhatItShows()
{
    QFETCH(text::Language, language);
    const text::Translator translator(language);
    const auto played = twoLogIns(true);
    const PrintJob job = jobOf(played, at(6500_ms), played->end(), language);
    const QString svg = QString::fromUtf8(svgOf(job, a4));
    QVERIFY(svg.contains(QStringLiteral("A &lt;title&gt; &amp; more")));
    QVERIFY(wordsOf(svg).contains(wordsOf(printing::detailsOf(job))));
    QVERIFY(printing::detailsOf(job).contains(QStringLiteral("00:06.500")));
    QVERIFY(svg.contains(QStringLiteral("1 / 1")));
    // From the stage and from the lanes, in the language of the window.
    const QString server = language == text::Language::Korean ? QStringLiteral("서버 1") : QStringLiteral("Server 1");
    QVERIFY2(svg.count(server) >= 2, qPrintable(svg.left(4000)));
    QVERIFY(!svg.contains(QStringLiteral("<image")));
    const QString across = QString::fromUtf8(svgOf(job, a4.transposed(), 1));
    QVERIFY(across.contains(QStringLiteral("2 / 2")));
}

/// Of two runs that are alike up to where the gate stands, the same shapes and words are drawn. Not at the same places:
/// on paper as on the screen, the lanes' axis is paced by the whole run.
void TestPrint::aShutGateGivesNothingAway()
{
    const auto one = twoLogIns(true);
    const auto other = twoLogIns(false);
    const model::SimTime gate = at(4_s);
    for (const QSizeF &area : {a4, a4.transposed()}) {
        for (std::size_t page = 0; page < printing::planPages(area, Content::Both).size(); ++page) {
            QCOMPARE(shapesOf(svgOf(jobOf(one, gate, gate), area, page)),
                     shapesOf(svgOf(jobOf(other, gate, gate), area, page)));
            // Beyond the gate they differ: the pages would tell it.
            QVERIFY(shapesOf(svgOf(jobOf(one, at(7_s), one->end()), area, page))
                    != shapesOf(svgOf(jobOf(other, at(7_s), other->end()), area, page)));
        }
    }
    const PrintJob ahead = jobOf(one, at(9_s), gate);
    QVERIFY2(printing::detailsOf(ahead).contains(QStringLiteral("00:04.000")), "not even a moment behind the gate");
}

void TestPrint::pdfHasItsPagesAsShapes_data()
{
    QTest::addColumn<QString>("orientation");
    QTest::addColumn<QString>("content");
    QTest::addColumn<int>("pages");
    QTest::newRow("upright") << QStringLiteral("portrait") << QStringLiteral("both") << 1;
    QTest::newRow("across") << QStringLiteral("landscape") << QStringLiteral("both") << 2;
    QTest::newRow("lanes across") << QStringLiteral("landscape") << QStringLiteral("lanes") << 1;
}

void TestPrint::pdfHasItsPagesAsShapes()
{
    QFETCH(QString, orientation);
    QFETCH(QString, content);
    QFETCH(int, pages);
    const text::Translator translator(text::Language::Korean);
    theme::ThemeHost host;
    const auto played = twoLogIns(true);
    auto *dialog =
        new PrintDialog(host, jobOf(played, at(7_s), played->end(), text::Language::Korean), [] { return false; });
    dialog->show();
    for (const auto &[name, segment] :
         {std::pair("printOrientation", orientation), std::pair("printContent", content)}) {
        auto *control = dialog->findChild<widgets::SegmentedControl *>(QLatin1String(name));
        QTest::mouseClick(control, Qt::LeftButton, {}, control->segmentRect(segment).center());
        QCOMPARE(control->current(), segment);
    }
    QCOMPARE(static_cast<int>(dialog->findChild<printing::PrintPreview *>()->pageCount()), pages);
    QSignalSpy saved(dialog, &PrintDialog::saved);
    const QString path = m_folder.filePath(orientation + content + QStringLiteral(".pdf"));
    QVERIFY(dialog->writePdf(path));
    QCOMPARE(saved.size(), 1);
    const QByteArray pdf = contentOf(path);
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(static_cast<int>(countOf(pdf, "/Type\\s*/Page\\b")), pages);
    QVERIFY2(countOf(pdf, "/FontFile|/FontDescriptor") > 0, "the words are words");
    QCOMPARE(countOf(pdf, "/Subtype\\s*/Image"), qsizetype {0});
    const auto box = QRegularExpression(QStringLiteral("/MediaBox\\s*\\[\\s*0\\s+0\\s+([0-9.]+)\\s+([0-9.]+)"))
                         .match(QString::fromLatin1(pdf));
    QVERIFY(box.hasMatch());
    QCOMPARE(box.captured(1).toDouble() > box.captured(2).toDouble(), orientation == QStringLiteral("landscape"));
    const QString sheet = QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/print-%1-%2.pdf").arg(orientation, content);
    QFile::remove(sheet);
    QVERIFY(QFile::copy(path, sheet));
}

void TestPrint::aPlaceThatCannotBeWrittenIsSaid()
{
    const text::Translator translator(text::Language::English);
    theme::ThemeHost host;
    const auto played = twoLogIns(true);
    const std::unique_ptr<PrintDialog> dialog(
        new PrintDialog(host, jobOf(played, at(7_s), played->end()), [] { return false; }));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
#ifdef Q_OS_UNIX
    const QString kept = m_folder.filePath(QStringLiteral("kept.pdf"));
    QFile old(kept);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    {
        const FullDisk full(100);
        QVERIFY(!dialog->writePdf(kept));
    }
    QCOMPARE(contentOf(kept), QByteArray("old"));
#endif
    QVERIFY(!dialog->writePdf(m_folder.filePath(QStringLiteral("nowhere/a.pdf"))));
    QVERIFY(dialog->isVisible());
    auto *error = dialog->findChild<QLabel *>(QStringLiteral("printError"));
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(QStringLiteral("a.pdf")));
}

void TestPrint::withoutAPrinterThereIsThePdf_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<theme::Shade>("shade");
    QTest::newRow("ko-light") << text::Language::Korean << theme::Shade::Light;
    QTest::newRow("en-dark") << text::Language::English << theme::Shade::Dark;
}

void TestPrint::withoutAPrinterThereIsThePdf()
{
    QFETCH(text::Language, language);
    QFETCH(theme::Shade, shade);
    WindowFixture fixture(language, QSize(1280, 720), shade); // for the look of the application
    theme::ThemeHost host(shade == theme::Shade::Dark ? theme::darkTheme() : theme::lightTheme());
    const auto played = twoLogIns(true);
    const QPointer<PrintDialog> dialog(
        new PrintDialog(host, jobOf(played, at(7_s), played->end(), language), [] { return false; }));
    dialog->show();
    WindowFixture::settle();
    QVERIFY(!dialog->findChild<widgets::Button *>(QStringLiteral("printStart"))->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("printHint"))->isVisible());
    QCOMPARE(tests::clippedTexts(*dialog), QStringList());
    for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
    QVERIFY(dialog->grab().save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/print-dialog-%1.png")
                                    .arg(QString::fromLatin1(QTest::currentDataTag()))));
    auto *pdf = dialog->findChild<widgets::Button *>(QStringLiteral("printPdf"));
    pdf->setFocus();
    QTest::keyClick(pdf, Qt::Key_Space);
    auto *chooser = dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    const QString path = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".pdf"));
    Q_EMIT chooser->fileSelected(path);
    QVERIFY(contentOf(path).startsWith("%PDF"));
    QTRY_VERIFY(!dialog);
}

void TestPrint::withAPrinterThatIsTheFirstChoice()
{
    const text::Translator translator(text::Language::English);
    theme::ThemeHost host;
    const auto played = twoLogIns(true);
    const QPointer<PrintDialog> dialog(
        new PrintDialog(host, jobOf(played, at(7_s), played->end()), [] { return true; }));
    dialog->show();
    auto *print = dialog->findChild<widgets::Button *>(QStringLiteral("printStart"));
    QVERIFY(print->isEnabled());
    QVERIFY(print->isDefault());
    QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("printHint"))->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestPrint::theWindowPrints()
{
    WindowFixture fixture(text::Language::Korean);
    fixture.key(Qt::Key_P, Qt::ControlModifier);
    QVERIFY2(!fixture.window().findChild<PrintDialog *>(), "nothing is open");
    QVERIFY(fixture.openLessonByClick("mismatch"));
    fixture.key(Qt::Key_P, Qt::ControlModifier);
    const QPointer<PrintDialog> dialog = fixture.window().findChild<PrintDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = m_folder.filePath(QStringLiteral("lesson.pdf"));
    QVERIFY(dialog->writePdf(path));
    QVERIFY(contentOf(path).size() > 5000);
    QTRY_VERIFY(!dialog);
    QVERIFY(fixture.find<QLabel>("messageTitle")->text().contains(path));
}

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
