// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "tests/support/fulldisk.h"
#include "tests/support/story.h"
#include "ui/export/exportdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <set>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui;

namespace {

std::shared_ptr<const document::PlayedRun> loggedOutByACrash()
{
    Story story;
    story.client("minji").server("server-1").duration(10_s);
    story.at(1_s).logIn("minji");
    story.at(3_s).crash("server-1");
    story.at(4_s).restart("server-1");
    story.at(6_s).read("minji");
    story.run();
    return document::prepare(nullptr, "main", "none", story.computed(), {}, {});
}

model::SimTime at(model::Duration since)
{
    return model::SimTime {} + since;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A dialog as the window makes it, and clicks into it.
class Fixture
{
public:
    /// `revealed`: up to where the run may be seen.
    explicit Fixture(text::Language language, model::SimTime revealed = at(10_s)) : m_translator(language)
    {
        const auto played = loggedOutByACrash();
        m_dialog = new exporting::ExportDialog(m_host, m_translator,
                                               {played, {&played->timeline(), revealed}, at(7_s), {}, {}});
        m_dialog->show();
        (void)QTest::qWaitForWindowExposed(m_dialog);
    }
    ~Fixture() { delete m_dialog; }

    [[nodiscard]] exporting::ExportDialog &dialog() { return *m_dialog; }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void choose(const QString &format) { choose("exportFormat", format); }
    void choose(const char *control, const QString &segment)
    {
        auto *segments = find<widgets::SegmentedControl>(control);
        QTest::mouseClick(segments, Qt::LeftButton, {}, segments->segmentRect(segment).center());
    }
    /// The bytes of the file that the dialog writes now.
    [[nodiscard]] QByteArray exportTo(const QString &path)
    {
        m_dialog->setPath(path);
        const QSignalSpy exported(m_dialog, &exporting::ExportDialog::exported);
        QTest::mouseClick(find<widgets::Button>("exportStart"), Qt::LeftButton);
        m_dialog->wait();
        (void)QTest::qWaitFor([&exported] { return !exported.isEmpty(); });
        return contentOf(path);
    }

private:
    theme::ThemeHost m_host;
    text::Translator m_translator;
    QPointer<exporting::ExportDialog> m_dialog;
};

QString subject(const char *id)
{
    return QString::fromLatin1(id);
}

void languages()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("Korean") << text::Language::Korean;
    QTest::newRow("English") << text::Language::English;
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void everyFormatIsWritten_data() { languages(); }
    void everyFormatIsWritten();
    void everyFormatFitsAndExplainsItself_data() { languages(); }
    void everyFormatFitsAndExplainsItself();
    void browsingOffersTheSuffix();
    void aSuffixOfSomebodysOwnStays();
    void picturesHaveTheSizeAskedFor();
    void picturesSpeakTheLanguageAskedFor();
    void picturesAreCopied();
    void aFullDiskLosesNothing();
    void escEndsTheWorkAndThenTheDialog();
    void anExistingFileIsNamedBeforeItGoes();
    void aShutGateKeepsTheData();

private:
    QTemporaryDir m_folder;
};

void TestExportDialog::everyFormatIsWritten()
{
    QFETCH(text::Language, language);
    const bool korean = language == text::Language::Korean;
    const std::vector<std::pair<QString, QString>> formats {{QStringLiteral("jsonl"), QStringLiteral("jsonl")},
                                                            {QStringLiteral("csv"), QStringLiteral("csv")},
                                                            {QStringLiteral("chrome"), QStringLiteral("json")},
                                                            {QStringLiteral("mermaid"), QStringLiteral("mmd")},
                                                            {QStringLiteral("svg"), QStringLiteral("svg")}};
    for (const auto &[id, suffix] : formats) {
        Fixture fixture(language);
        const QString base = m_folder.filePath(text::languageCode(language));
        fixture.dialog().setPath(base + QStringLiteral(".jsonl"));
        fixture.choose(id);
        const QString path = base + QLatin1Char('.') + suffix;
        QCOMPARE(fixture.find<QLineEdit>("exportPath")->text(), path);
        QCOMPARE(fixture.find<QCheckBox>("exportBom")->isVisible(), id == QLatin1String("csv"));
        QSignalSpy exported(&fixture.dialog(), &exporting::ExportDialog::exported);
        QTest::mouseClick(fixture.find<widgets::Button>("exportStart"), Qt::LeftButton);
        fixture.dialog().wait();
        QTRY_COMPARE(exported.size(), 1);
        const QByteArray content = contentOf(path);
        if (id == QLatin1String("jsonl")) {
            QVERIFY(report::readJsonLines(content.toStdString(), 1000).ok());
        } else if (id == QLatin1String("csv")) {
            QVERIFY(content.startsWith("id,at_us,cause,"));
        } else if (id == QLatin1String("chrome")) {
            const QJsonDocument trace = QJsonDocument::fromJson(content);
            QVERIFY(trace.object().value(QLatin1String("traceEvents")).toArray().size() > 20);
        } else if (id == QLatin1String("mermaid")) {
            QVERIFY(content.startsWith("sequenceDiagram\n"));
            QCOMPARE(content.contains("로그인 풀림"), korean);
            QCOMPARE(content.contains("logged out"), !korean);
        } else {
            QVERIFY(QSvgRenderer(content).isValid());
            QCOMPARE(content.contains("로그인 풀림"), korean);
            QCOMPARE(content.contains("logged out"), !korean);
        }
    }
}

void TestExportDialog::everyFormatFitsAndExplainsItself()
{
    QFETCH(text::Language, language);
    Fixture fixture(language);
    auto *formats = fixture.find<widgets::SegmentedControl>("exportFormat");
    QCOMPARE(formats->count(), qsizetype(report::exportFormats.size()));
    std::set<QString> hints;
    for (const report::ExportFormatInfo &info : report::exportFormats) {
        const QString id = QString::fromStdString(std::string(info.id));
        fixture.choose(id);
        QCOMPARE(formats->current(), id);
        QVERIFY(formats->rect().contains(formats->segmentRect(id)));
        const auto *label = fixture.find<QLabel>("exportHint");
        QVERIFY(label->height() >= label->heightForWidth(label->width())); // all of it can be read
        const QString hint = label->text();
        QVERIFY(!hint.isEmpty());
        const bool hasHangul =
            std::any_of(hint.begin(), hint.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
        QCOMPARE(hasHangul, language == text::Language::Korean);
        hints.insert(hint);
    }
    QCOMPARE(hints.size(), report::exportFormats.size());
}

void TestExportDialog::browsingOffersTheSuffix()
{
    Fixture fixture(text::Language::English);
    fixture.choose(QStringLiteral("mermaid"));
    QTest::mouseClick(fixture.find<widgets::Button>("exportBrowse"), Qt::LeftButton);
    auto *browser = fixture.dialog().findChild<QFileDialog *>();
    QVERIFY(browser);
    QCOMPARE(browser->nameFilters(),
             (QStringList {QStringLiteral("Mermaid (*.mmd)"), QStringLiteral("All files (*)")}));
    QCOMPARE(browser->defaultSuffix(), QStringLiteral("mmd"));
    browser->reject();
}

void TestExportDialog::aSuffixOfSomebodysOwnStays()
{
    Fixture fixture(text::Language::English);
    fixture.dialog().setPath(QStringLiteral("notes/run.txt"));
    fixture.choose(QStringLiteral("svg"));
    QCOMPARE(fixture.find<QLineEdit>("exportPath")->text(), QStringLiteral("notes/run.txt"));
}

void TestExportDialog::picturesHaveTheSizeAskedFor()
{
    for (const char *view : {"stage", "lanes"}) {
        Fixture fixture(text::Language::English);
        fixture.choose("exportSubject", subject("picture"));
        fixture.choose("pictureView", subject(view));
        fixture.find<QSpinBox>("pictureWidth")->setValue(1200);
        fixture.find<QSpinBox>("pictureHeight")->setValue(800);
        fixture.choose("pictureTheme", subject("dark"));
        const QByteArray png = fixture.exportTo(m_folder.filePath(QStringLiteral("a.png")));
        const QImage image = QImage::fromData(png, "PNG");
        QCOMPARE(image.size(), QSize(1200, 800));
        QCOMPARE(image.pixelColor(2, 2), theme::darkPalette().card);
    }
    Fixture svg(text::Language::English);
    svg.choose("exportSubject", subject("picture"));
    svg.choose("pictureFormat", subject("svg"));
    QVERIFY(svg.find<QLineEdit>("exportPath")->text().endsWith(QLatin1String(".svg")));
    const QByteArray drawing = svg.exportTo(m_folder.filePath(QStringLiteral("a.svg")));
    QSvgRenderer renderer(drawing);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(0, 0, 1600, 900));
    QVERIFY(drawing.contains(">Minji<") || drawing.contains(">minji<")); // texts stay texts
    QVERIFY(drawing.contains("07.00 s")); // of what moment it is

    Fixture pdf(text::Language::English);
    pdf.choose("exportSubject", subject("picture"));
    pdf.choose("pictureFormat", subject("pdf"));
    const QByteArray page = pdf.exportTo(m_folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(page.startsWith("%PDF-"));
    const QByteArray box = page.mid(page.indexOf("/MediaBox"), 40); // in points
    QVERIFY2(box.contains("[0 0 1200") && box.contains(" 675"), box.constData());
}

void TestExportDialog::picturesSpeakTheLanguageAskedFor()
{
    Fixture fixture(text::Language::English);
    fixture.choose("exportSubject", subject("picture"));
    fixture.choose("pictureFormat", subject("svg"));
    fixture.choose("pictureLanguage", subject("ko"));
    const QString heading = fixture.dialog().windowTitle();
    const QByteArray korean = fixture.exportTo(m_folder.filePath(QStringLiteral("ko.svg")));
    QVERIFY(korean.contains("로그인 풀림"));
    QVERIFY(!korean.contains("logged out"));
    QVERIFY(korean.contains("07.00초"));
    // The window itself has not changed its language meanwhile.
    QCOMPARE(fixture.dialog().windowTitle(), heading);
    QCOMPARE(QCoreApplication::translate("StageScene", "logged out"), QStringLiteral("logged out"));
}

void TestExportDialog::picturesAreCopied()
{
    Fixture fixture(text::Language::English);
    fixture.choose("exportSubject", subject("picture"));
    const QSignalSpy copied(&fixture.dialog(), &exporting::ExportDialog::copied);
    QTest::mouseClick(fixture.find<widgets::Button>("pictureCopy"), Qt::LeftButton);
    QCOMPARE(copied.size(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(1600, 900));
    QVERIFY(QSvgRenderer(data->data(QStringLiteral("image/svg+xml"))).isValid());
}

/// The crash is at 3 s, its victim finds out at 6 s: before that a picture knows nothing of it, and data would tell.
void TestExportDialog::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    for (const char *wanted : {"data", "picture"}) {
        Fixture fixture(text::Language::English);
        fixture.choose("exportSubject", subject(wanted));
        const QString path = m_folder.filePath(QStringLiteral("full-%1").arg(QLatin1String(wanted)));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        fixture.dialog().setPath(path);
        {
            const FullDisk full(100);
            fixture.dialog().startExport();
            fixture.dialog().wait();
        }
        QVERIFY(fixture.dialog().isVisible());
        QVERIFY(fixture.find<QLabel>("exportError")->isVisible());
        QCOMPARE(contentOf(path), QByteArray("old"));
    }
#endif
}

/// Compressing so large a picture takes seconds; Esc ends it at once, and once more closes the dialog.
void TestExportDialog::escEndsTheWorkAndThenTheDialog()
{
    Fixture fixture(text::Language::English);
    fixture.choose("exportSubject", subject("picture"));
    for (const char *side : {"pictureWidth", "pictureHeight"})
        fixture.find<QSpinBox>(side)->setValue(exporting::greatestPictureSide);
    const QString path = m_folder.filePath(QStringLiteral("large.png"));
    fixture.dialog().setPath(path);
    fixture.dialog().startExport();
    QVERIFY(!fixture.find<widgets::Button>("exportStart")->isEnabled());
    QTest::keyClick(&fixture.dialog(), Qt::Key_Escape);
    QVERIFY(fixture.dialog().isVisible());
    QVERIFY(fixture.find<widgets::Button>("exportStart")->isEnabled());
    fixture.dialog().wait();
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY(!fixture.find<QLabel>("exportError")->isVisible());
    fixture.dialog().setAttribute(Qt::WA_DeleteOnClose, false);
    QTest::keyClick(&fixture.dialog(), Qt::Key_Escape);
    QVERIFY(!fixture.dialog().isVisible());
}

void TestExportDialog::anExistingFileIsNamedBeforeItGoes()
{
    Fixture fixture(text::Language::English);
    const QString path = m_folder.filePath(QStringLiteral("there.jsonl"));
    fixture.dialog().setPath(path);
    auto *edit = fixture.find<QLineEdit>("exportPath");
    const QString plain = edit->accessibleName();
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.close();
    fixture.dialog().setPath({});
    fixture.dialog().setPath(path);
    QVERIFY(edit->accessibleName() != plain);
}

void TestExportDialog::aShutGateKeepsTheData()
{
    Fixture fixture(text::Language::English, at(5_s));
    QCOMPARE(fixture.find<widgets::SegmentedControl>("exportSubject")->current(), subject("picture"));
    fixture.choose("pictureFormat", subject("svg"));
    const QByteArray stage = fixture.exportTo(m_folder.filePath(QStringLiteral("gate.svg")));
    QVERIFY(QSvgRenderer(stage).isValid());
    QVERIFY(!stage.contains("logged out"));

    Fixture other(text::Language::English, at(5_s));
    other.choose("exportSubject", subject("data"));
    QVERIFY(!other.find<widgets::Button>("exportStart")->isEnabled());
    const QString path = m_folder.filePath(QStringLiteral("gate.jsonl"));
    other.dialog().setPath(path);
    QVERIFY(!other.find<widgets::Button>("exportStart")->isEnabled());
    other.dialog().startExport();
    other.dialog().wait();
    QVERIFY(!QFileInfo::exists(path));
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
