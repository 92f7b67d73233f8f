// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/paintedtexts.h"
#include "tests/ui/endtoend/views.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanesview.h"
#include "ui/widgets/card.h"
#include "ui/window/bottompanel.h"
#include "ui/window/workpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::PaintedText;
using tests::WindowFixture;

namespace {

/// Paints words wherever it is told.
class Board : public QWidget
{
public:
    struct Words
    {
        QPoint at;
        QString text;
        QColor colour = Qt::black;
    };

    Board() { resize(300, 200); }
    std::vector<Words> words;
    QRect clip;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        if (!clip.isEmpty())
            painter.setClipRect(clip);
        for (const Words &each : words) {
            painter.setPen(each.colour);
            painter.drawText(each.at, each.text);
        }
    }
};

QStringList flawsOf(QWidget &widget)
{
    widget.show();
    WindowFixture::settle();
    const auto texts = tests::paintedTexts(widget, theme::lightTheme());
    return tests::unreadable(widget, texts) + tests::faint(widget, texts, widget.grab().toImage());
}

bool reads(const std::vector<PaintedText> &texts, const QString &words, const QWidget &widget)
{
    return std::any_of(texts.begin(), texts.end(),
                       [&](const PaintedText &text) { return text.widget == &widget && text.text.contains(words); });
}

} // namespace

/// The eye of the tests sees what it should.
class TestPaintedTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellPlacedIsFine();
    void seesWhatIsCutOff();
    void seesWhatLiesOnAnother();
    void seesWhatIsCovered();
    void seesWhatIsFaint();
    void seesWhatOurOwnViewsPaint();
};

void TestPaintedTexts::wellPlacedIsFine()
{
    Board board;
    board.words = {{{20, 40}, QStringLiteral("Server 1")}, {{20, 60}, QStringLiteral("Server 2")}};
    QCOMPARE(flawsOf(board), QStringList());
}

void TestPaintedTexts::seesWhatIsCutOff()
{
    Board board;
    board.words = {{{280, 40}, QStringLiteral("beyond the edge")}};
    QCOMPARE(flawsOf(board).size(), 1);
    QVERIFY(flawsOf(board).front().startsWith(QLatin1String("cut off")));
    board.words = {{{20, 40}, QStringLiteral("beyond the clip")}};
    board.clip = QRect(0, 0, 60, 200);
    QCOMPARE(flawsOf(board).size(), 1);
    board.clip = QRect(0, 0, 290, 35);
    QCOMPARE(flawsOf(board).size(), 1);
}

void TestPaintedTexts::seesWhatLiesOnAnother()
{
    Board board;
    board.words = {{{20, 40}, QStringLiteral("Server 1")}, {{60, 43}, QStringLiteral("Server 2")}};
    QCOMPARE(flawsOf(board).size(), 1);
    QVERIFY(flawsOf(board).front().startsWith(QLatin1String("lies on another")));
}

void TestPaintedTexts::seesWhatIsCovered()
{
    Board board;
    board.words = {{{20, 40}, QStringLiteral("half of this")}};
    theme::ThemeHost host;
    widgets::Card card(host, &board);
    card.setObjectName(QStringLiteral("lid"));
    card.setGeometry(50, 20, 60, 40);
    QCOMPARE(flawsOf(board).size(), 1);
    QVERIFY(flawsOf(board).front().startsWith(QLatin1String("half covered")));
    QVERIFY(flawsOf(board).front().endsWith(QLatin1String("lid")));
    card.setGeometry(10, 20, 200, 40); // what is not there at all troubles nobody
    QCOMPARE(flawsOf(board), QStringList());
}

void TestPaintedTexts::seesWhatIsFaint()
{
    Board board;
    board.words = {{{20, 40}, QStringLiteral("grey on white"), QColor(0x8d, 0x91, 0x98)},
                   {{20, 80}, QStringLiteral("half of black"), QColor(0, 0, 0, 100)}};
    QCOMPARE(flawsOf(board).size(), 2);
    QVERIFY(flawsOf(board).front().startsWith(QLatin1String("3.1")));
    board.words = {{{20, 40}, QStringLiteral("dark grey"), QColor(0x60, 0x60, 0x60)}};
    QCOMPARE(flawsOf(board), QStringList());
}

void TestPaintedTexts::seesWhatOurOwnViewsPaint()
{
    WindowFixture fixture(text::Language::English);
    tests::openAt(fixture, "mismatch", 9000);
    const auto texts = tests::paintedTexts(fixture.window(), fixture.theme());
    window::WorkPage &page = fixture.window().workPage();
    for (const char *words : {"Minji", "Server 1", "Server 3"}) {
        QVERIFY2(reads(texts, QLatin1String(words), page.stage()), words);
        QVERIFY2(reads(texts, QLatin1String(words), page.bottomPanel().lanes()), words);
    }
    for (const auto *label : fixture.window().findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty() && label->textFormat() == Qt::PlainText)
            QVERIFY2(reads(texts, label->text().section(QLatin1Char(' '), 0, 0), *label), qPrintable(label->text()));
    }
    tests::showBottomView(fixture, QStringLiteral("charts"));
    const auto charts = tests::paintedTexts(fixture.window(), fixture.theme());
    const QWidget *shown = page.bottomPanel().currentWidget();
    QVERIFY(std::count_if(charts.begin(), charts.end(),
                          [shown](const PaintedText &text) { return text.widget && shown->isAncestorOf(text.widget); })
            > 8);
}

QTEST_MAIN(TestPaintedTexts)
#include "tst_paintedtexts.moc"
