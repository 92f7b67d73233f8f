// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "tests/support/story.h"
#include "ui/export/exportdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
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

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A dialog as the window makes it, and clicks into it.
class Fixture
{
public:
    explicit Fixture(text::Language language) : m_translator(language)
    {
        m_dialog = new exporting::ExportDialog(m_host, m_translator, loggedOutByACrash());
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
    void choose(const QString &format)
    {
        auto *formats = find<widgets::SegmentedControl>("exportFormat");
        QTest::mouseClick(formats, Qt::LeftButton, {}, formats->segmentRect(format).center());
    }

private:
    theme::ThemeHost m_host;
    text::Translator m_translator;
    QPointer<exporting::ExportDialog> m_dialog;
};

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

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
