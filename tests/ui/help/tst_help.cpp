// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/windowfixture.h"
#include "ui/help/helppages.h"
#include "ui/help/helpwindow.h"
#include "ui/text/glossary.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::ui;
using help::HelpPage;
using help::HelpWindow;
using tests::WindowFixture;

namespace {

void languages()
{
    QTest::addColumn<text::Language>("language");
    QTest::newRow("ko") << text::Language::Korean;
    QTest::newRow("en") << text::Language::English;
}

const HelpPage &pageOf(const std::vector<HelpPage> &pages, const QString &id)
{
    return *std::find_if(pages.begin(), pages.end(), [&id](const HelpPage &page) { return page.id == id; });
}

QStringList idsOf(const std::vector<HelpPage> &pages)
{
    QStringList ids;
    for (const HelpPage &page : pages)
        ids << page.id;
    return ids;
}

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(QLatin1Char(' '));
}

HelpWindow *openHelp(WindowFixture &fixture)
{
    fixture.key(Qt::Key_F1);
    auto *help = fixture.window().findChild<HelpWindow *>();
    if (help)
        (void)QTest::qWaitForWindowActive(help);
    return help;
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET))); }
    void theGlossaryHasAllTerms_data() { languages(); }
    void theGlossaryHasAllTerms();
    void whatIsModelledIsSaidInBothLanguages();
    void licencesAreWordForWord();
    void theVersionIsTheProgramsOwn();
    void searchesAllPages_data() { languages(); }
    void searchesAllPages();
    void isDrivenByKeys();
    void isTheSameWindowAgain();
    void remembersItsSize();
    void followsLanguageAndTheme();
    void closesWithTheWindow();
    void fitsInEveryLook_data();
    void fitsInEveryLook();
};

void TestHelp::theGlossaryHasAllTerms()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    const auto pages = help::helpPages(fixture.window().commands(), language);
    const auto glossary = text::Glossary::builtIn();
    QVERIFY(glossary.ok());
    const std::vector<help::HelpEntry> &entries = pageOf(pages, help::glossaryId).sections.front().entries;
    QCOMPARE(entries.size(), glossary.value().terms().size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const text::Term &term = glossary.value().terms()[i];
        QVERIFY(entries[i].lead.contains(QString::fromStdString(term.word.ko)));
        QVERIFY(entries[i].lead.contains(QString::fromStdString(term.word.en)));
        QCOMPARE(entries[i].text, text::pick(term.explanation, language));
    }
}

void TestHelp::whatIsModelledIsSaidInBothLanguages()
{
    WindowFixture fixture(text::Language::Korean);
    const auto korean = help::helpPages(fixture.window().commands(), text::Language::Korean);
    const auto english = help::helpPages(fixture.window().commands(), text::Language::English);
    const HelpPage &ko = pageOf(korean, help::modelledId);
    const HelpPage &en = pageOf(english, help::modelledId);
    QCOMPARE(ko.sections.size(), std::size_t {3}); // what is, what is not, how to read the numbers
    QCOMPARE(ko.entryCount(), en.entryCount());
    for (std::size_t i = 0; i < ko.sections.size(); ++i) {
        QVERIFY(ko.sections[i].entries.size() >= 3);
        for (std::size_t j = 0; j < ko.sections[i].entries.size(); ++j) {
            const help::HelpEntry &one = ko.sections[i].entries[j];
            const help::HelpEntry &other = en.sections[i].entries[j];
            for (const QString &text : {one.lead, one.text, other.lead, other.text})
                QVERIFY(!text.isEmpty());
            QVERIFY(one.lead != other.lead && one.text != other.text);
        }
    }
}

/// As a licence asks for: nothing is left out or changed, however it is broken into lines.
void TestHelp::licencesAreWordForWord()
{
    WindowFixture fixture(text::Language::Korean);
    const auto pages = help::helpPages(fixture.window().commands(), text::Language::Korean);
    const HelpPage &about = pageOf(pages, help::aboutId);
    const std::pair<const char *, const char *> licences[] = {
        {"GNU General Public License", SESSIONARIUM_SOURCE_DIR "/LICENSE"},
        {"nlohmann-json", SESSIONARIUM_SOURCE_DIR "/resources/help/nlohmann-json.txt"},
        {"CLI11", SESSIONARIUM_SOURCE_DIR "/resources/help/cli11.txt"}};
    for (const auto &[heading, path] : licences) {
        QFile file(QString::fromUtf8(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto section =
            std::find_if(about.sections.begin(), about.sections.end(), [name = heading](const help::HelpSection &each) {
                return each.heading == QLatin1String(name);
            });
        QVERIFY(section != about.sections.end());
        QString text;
        for (const help::HelpEntry &entry : section->entries)
            text += entry.text + QLatin1Char('\n');
        QVERIFY(text.size() > 900);
        QCOMPARE(wordsOf(text), wordsOf(QString::fromUtf8(file.readAll())));
    }
}

void TestHelp::theVersionIsTheProgramsOwn()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("7.6.5"));
    WindowFixture fixture(text::Language::Korean);
    fixture.window().showHelp(help::aboutId);
    auto *help = fixture.window().findChild<HelpWindow *>();
    QCOMPARE(help->page(), QString(help::aboutId));
    QVERIFY(help->text().contains(QStringLiteral("7.6.5")));
    QVERIFY(help->text().contains(QString::fromLatin1(qVersion())));
    QVERIFY(help->text().contains(QStringLiteral("TERMS AND CONDITIONS")));
    QCoreApplication::setApplicationVersion({});
}

void TestHelp::searchesAllPages()
{
    QFETCH(text::Language, language);
    WindowFixture fixture(language);
    const auto pages = help::helpPages(fixture.window().commands(), language);
    // In either language, whichever is in use; by keys; by first consonants; only what has every word.
    QVERIFY(idsOf(help::search(pages, QStringLiteral("쿠키"))).contains(QString(help::glossaryId)));
    QVERIFY(idsOf(help::search(pages, QStringLiteral("cookie"))).contains(QString(help::glossaryId)));
    QVERIFY(idsOf(help::search(pages, QStringLiteral("ㅋㅋ"))).contains(QString(help::glossaryId)));
    QCOMPARE(idsOf(help::search(pages, QStringLiteral("Ctrl+P"))), QStringList {QString(help::shortcutsId)});
    QCOMPARE(idsOf(help::search(pages, QStringLiteral("haproxy"))), QStringList {QString(help::modelledId)});
    QCOMPARE(idsOf(help::search(pages, QStringLiteral("merchantability warranties"))),
             QStringList {QString(help::aboutId)});
    QVERIFY(help::search(pages, QStringLiteral("cookie xyzzy")).empty());
    std::size_t all = 0;
    std::size_t found = 0;
    for (const HelpPage &page : pages)
        all += page.entryCount();
    for (const HelpPage &page : help::search(pages, QString()))
        found += page.entryCount();
    QCOMPARE(found, all);
}

void TestHelp::isDrivenByKeys()
{
    WindowFixture fixture(text::Language::Korean);
    HelpWindow *help = openHelp(fixture);
    QVERIFY(help && help->isVisible());
    QCOMPARE(help->page(), QString(help::shortcutsId));
    QVERIFY2(!help->isModal(), "work goes on beside it");
    auto *query = help->findChild<QLineEdit *>(QStringLiteral("helpQuery"));
    QCOMPARE(help->focusWidget(), query);
    QTest::keyClicks(query, QStringLiteral("jitter"));
    QVERIFY(help->page().isEmpty());
    QVERIFY(help->text().contains(QStringLiteral("네트워크")));
    QVERIFY(!help->text().contains(QStringLiteral("Ctrl+P")));
    QTest::keyClicks(query, QStringLiteral("qqq"));
    QVERIFY(!help->text().isEmpty());
    const QString nothing = help->text();
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY2(help->isVisible(), "Enter does not close it");
    query->clear();
    QCOMPARE(help->page(), QString(help::shortcutsId));
    QVERIFY(help->text() != nothing);
    QTest::keyClick(query, Qt::Key_Tab);
    auto *tabs = help->findChild<widgets::SegmentedControl *>(QStringLiteral("helpTabs"));
    QCOMPARE(help->focusWidget(), tabs);
    QTest::keyClick(tabs, Qt::Key_Right);
    QCOMPARE(help->page(), QString(help::glossaryId));
    QTest::keyClick(tabs, Qt::Key_End);
    QCOMPARE(help->page(), QString(help::aboutId));
    QTest::keyClick(tabs, Qt::Key_Tab);
    auto *text = help->findChild<QTextBrowser *>(QStringLiteral("helpText"));
    QCOMPARE(help->focusWidget(), text);
    QVERIFY(text->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QVERIFY(text->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(text->textCursor().selectedText().size() > 10'000);
    for (const QWidget *widget : std::initializer_list<const QWidget *> {query, tabs, text})
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!help->isVisible());
}

void TestHelp::isTheSameWindowAgain()
{
    WindowFixture fixture(text::Language::English);
    HelpWindow *help = openHelp(fixture);
    fixture.window().showHelp(help::glossaryId);
    QCOMPARE(fixture.window().findChildren<HelpWindow *>().size(), 1);
    QCOMPARE(help->page(), QString(help::glossaryId));
}

void TestHelp::remembersItsSize()
{
    WindowFixture fixture(text::Language::English);
    QPointer<HelpWindow> help = openHelp(fixture);
    help->resize(700, 444);
    WindowFixture::settle();
    help->close();
    QTRY_VERIFY(!help);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    help = openHelp(fixture);
    QVERIFY(help);
    QCOMPARE(help->size(), QSize(700, 444));
}

void TestHelp::followsLanguageAndTheme()
{
    WindowFixture fixture(text::Language::English);
    HelpWindow *help = openHelp(fixture);
    fixture.window().showHelp(help::glossaryId);
    QVERIFY(help->text().contains(QStringLiteral("session (세션)")));
    fixture.window().setLanguage(text::Language::Korean);
    WindowFixture::settle();
    QVERIFY(help->text().contains(QStringLiteral("세션 (session)")));
    QCOMPARE(help->page(), QString(help::glossaryId));
    auto *text = help->findChild<QTextBrowser *>(QStringLiteral("helpText"));
    const QString light = text->toHtml();
    fixture.window().setShade(theme::Shade::Dark);
    QVERIFY(text->toHtml() != light);
    QVERIFY(text->toHtml().contains(theme::darkPalette().text.name(), Qt::CaseInsensitive));
}

void TestHelp::closesWithTheWindow()
{
    WindowFixture fixture(text::Language::English);
    const QPointer<HelpWindow> help = openHelp(fixture);
    QVERIFY(fixture.window().close());
    QVERIFY(!help || !help->isVisible());
    QVERIFY(!fixture.preferences().helpGeometry().isEmpty());
}

void TestHelp::fitsInEveryLook_data()
{
    QTest::addColumn<text::Language>("language");
    QTest::addColumn<theme::Shade>("shade");
    QTest::addColumn<double>("scale");
    QTest::newRow("ko-light") << text::Language::Korean << theme::Shade::Light << 1.0;
    QTest::newRow("en-dark") << text::Language::English << theme::Shade::Dark << 1.0;
    QTest::newRow("ko-large") << text::Language::Korean << theme::Shade::Light
                              << window::Preferences::greatestTextScale;
    QTest::newRow("en-large") << text::Language::English << theme::Shade::Light
                              << window::Preferences::greatestTextScale;
}

void TestHelp::fitsInEveryLook()
{
    QFETCH(text::Language, language);
    QFETCH(theme::Shade, shade);
    QFETCH(double, scale);
    WindowFixture fixture(language, QSize(1280, 720), shade);
    fixture.window().setTextScale(scale);
    HelpWindow *help = openHelp(fixture);
    for (const QLatin1String id : {help::shortcutsId, help::glossaryId, help::modelledId, help::aboutId}) {
        fixture.window().showHelp(id);
        WindowFixture::settle();
        QCOMPARE(tests::clippedTexts(*help), QStringList());
        QVERIFY(help->width() >= help->minimumSizeHint().width());
        QVERIFY(help->grab().save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/help-%1-%2.png")
                                      .arg(id, QString::fromLatin1(QTest::currentDataTag()))));
    }
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
