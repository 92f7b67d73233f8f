// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace sessionarium::ui;
using theme::ThemeHost;
using widgets::Button;
using widgets::IconButton;
using widgets::SegmentedControl;

/// The kit: keyboard, focus, names, room for words.
class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsAreChosenByMouse();
    void segmentsAreChosenByKeys();
    void segmentsKeepSilentWhenSet();
    void buttonsHoldTheirWords_data();
    void buttonsHoldTheirWords();
    void longAnswersBreakIntoLines();
    void focusIsVisible_data();
    void focusIsVisible();
    void iconsHaveNames();
    void iconsStayInTheirBox_data();
    void iconsStayInTheirBox();
    void elidedTextIsStillThere();
    void wordsOfAFileAreNoMarkup();
    void labelsFollowTheTheme();

private:
    ThemeHost m_host;
};

void TestWidgets::segmentsAreChosenByMouse()
{
    SegmentedControl control(m_host);
    control.addSegment(QStringLiteral("none"), QStringLiteral("None"));
    control.addSegment(QStringLiteral("sticky"), QStringLiteral("Sticky"));
    control.resize(control.sizeHint());
    QSignalSpy chosen(&control, &SegmentedControl::selected);
    QCOMPARE(control.current(), QStringLiteral("none"));
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(QStringLiteral("sticky")).center());
    QCOMPARE(control.current(), QStringLiteral("sticky"));
    QCOMPARE(chosen.size(), 1);
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(QStringLiteral("sticky")).center());
    QCOMPARE(chosen.size(), 1); // it was chosen already
}

void TestWidgets::segmentsAreChosenByKeys()
{
    SegmentedControl control(m_host);
    for (const char *id : {"a", "b", "c"})
        control.addSegment(QString::fromLatin1(id), QString::fromLatin1(id));
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), QStringLiteral("b"));
    QTest::keyClick(&control, Qt::Key_End);
    QCOMPARE(control.current(), QStringLiteral("c"));
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), QStringLiteral("c"));
    QTest::keyClick(&control, Qt::Key_Home);
    QCOMPARE(control.current(), QStringLiteral("a"));
    QTest::keyClick(&control, Qt::Key_Left);
    QCOMPARE(control.current(), QStringLiteral("a"));
}

void TestWidgets::segmentsKeepSilentWhenSet()
{
    SegmentedControl control(m_host);
    control.addSegment(QStringLiteral("none"), QStringLiteral("None"));
    control.addSegment(QStringLiteral("sticky"), QStringLiteral("Sticky"));
    QSignalSpy chosen(&control, &SegmentedControl::selected);
    control.setCurrent(QStringLiteral("sticky"));
    QCOMPARE(control.current(), QStringLiteral("sticky"));
    control.setCurrent(QStringLiteral("custom")); // no such segment: nothing is selected
    QCOMPARE(control.current(), QString());
    QCOMPARE(chosen.size(), 0);
}

void TestWidgets::buttonsHoldTheirWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("scale");
    const std::pair<const char *, Button::Kind> kinds[] = {
        {"primary", Button::Kind::Primary}, {"secondary", Button::Kind::Secondary}, {"danger", Button::Kind::Danger},
        {"pill", Button::Kind::Pill},       {"link", Button::Kind::Link},
    };
    for (const auto &[name, kind] : kinds) {
        for (const double scale : {1.0, 1.5, 2.0}) {
            QTest::addRow("%s, Korean, x%.1f", name, scale)
                << static_cast<int>(kind) << QStringLiteral("고르지 않고 보기") << scale;
            QTest::addRow("%s, English, x%.1f", name, scale)
                << static_cast<int>(kind) << QStringLiteral("Show me without choosing") << scale;
        }
    }
}

void TestWidgets::buttonsHoldTheirWords()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QFETCH(double, scale);
    theme::Theme large = theme::lightTheme();
    large.textScale = scale;
    ThemeHost host(large);
    Button button(host, static_cast<Button::Kind>(kind), text);
    const QSize hint = button.sizeHint();
    QVERIFY(hint.width() > button.fontMetrics().horizontalAdvance(text));
    QVERIFY(hint.height() >= button.fontMetrics().height());
    QVERIFY(button.minimumSizeHint().width() >= hint.width());
}

void TestWidgets::longAnswersBreakIntoLines()
{
    Button answer(m_host, Button::Kind::Option,
                  QStringLiteral("Sometimes signed in and sometimes out, as the balancer takes turns among servers"));
    QVERIFY(answer.hasHeightForWidth());
    const int one = answer.heightForWidth(2000);
    const int narrow = answer.heightForWidth(200);
    QVERIFY(narrow >= one + 2 * answer.fontMetrics().height());
}

void TestWidgets::focusIsVisible_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("primary") << static_cast<int>(Button::Kind::Primary);
    QTest::newRow("secondary") << static_cast<int>(Button::Kind::Secondary);
    QTest::newRow("danger") << static_cast<int>(Button::Kind::Danger);
    QTest::newRow("row") << static_cast<int>(Button::Kind::Row);
    QTest::newRow("option") << static_cast<int>(Button::Kind::Option);
    QTest::newRow("pill") << static_cast<int>(Button::Kind::Pill);
    QTest::newRow("link") << static_cast<int>(Button::Kind::Link);
}

void TestWidgets::focusIsVisible()
{
    QFETCH(int, kind);
    QWidget window;
    Button first(m_host, static_cast<Button::Kind>(kind), QStringLiteral("Next step"), &window);
    Button second(m_host, Button::Kind::Secondary, QStringLiteral("Back"), &window);
    first.resize(160, 40);
    second.move(0, 60);
    window.resize(200, 120);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second.setFocus(Qt::TabFocusReason);
    const QImage without = first.grab().toImage();
    first.setFocus(Qt::TabFocusReason);
    QVERIFY(first.hasFocus());
    QVERIFY(first.grab().toImage() != without);
    QSignalSpy clicked(&first, &Button::clicked);
    QTest::keyClick(&first, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
}

void TestWidgets::iconsHaveNames()
{
    IconButton button(m_host, widgets::Icon::Play, QStringLiteral("Play"), IconButton::Kind::Round);
    QCOMPARE(button.accessibleName(), QStringLiteral("Play"));
    button.setName(QStringLiteral("Pause"), QStringLiteral("Space"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Pause"));
    QCOMPARE(button.toolTip(), QStringLiteral("Pause (Space)"));
}

void TestWidgets::iconsStayInTheirBox_data()
{
    QTest::addColumn<int>("icon");
    for (int i = 0; i <= static_cast<int>(widgets::Icon::Fit); ++i)
        QTest::addRow("icon %d", i) << i;
}

/// Every icon draws something, and nothing outside of its box.
void TestWidgets::iconsStayInTheirBox()
{
    QFETCH(int, icon);
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QRect box(16, 16, 32, 32);
    widgets::paintIcon(painter, static_cast<widgets::Icon>(icon), box, Qt::black);
    painter.end();
    bool inside = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool inked = qAlpha(image.pixel(x, y)) > 0;
            if (inked && !box.contains(x, y))
                QFAIL(qPrintable(QStringLiteral("drawn at %1, %2").arg(x).arg(y)));
            inside = inside || inked;
        }
    }
    QVERIFY(inside);
}

void TestWidgets::elidedTextIsStillThere()
{
    widgets::ElidingLabel label(m_host, theme::FontRole::Detail);
    const QString text = QStringLiteral("A title that is much longer than the room that it has");
    label.setText(text);
    label.resize(60, 24);
    QCoreApplication::processEvents();
    QResizeEvent resize(QSize(60, 24), QSize());
    QCoreApplication::sendEvent(&label, &resize);
    QCOMPARE(label.accessibleName(), text);
    QCOMPARE(label.toolTip(), text);
    label.setText(QStringLiteral("Short"));
    QCOMPARE(label.toolTip(), QString());
}

/// What a tool tip shows in the end, as a reader of its markup sees it.
void TestWidgets::wordsOfAFileAreNoMarkup()
{
    const QString name = QStringLiteral("<b>Minji</b> <img src=\"/etc/x.png\"> & co");
    widgets::ElidingLabel label(m_host, theme::FontRole::Detail);
    label.resize(60, 24);
    label.setText(name);
    QTextDocument shown;
    shown.setHtml(label.toolTip());
    QVERIFY(Qt::mightBeRichText(label.toolTip())); // or it is read as it stands, and that is not what was set
    QCOMPARE(shown.toPlainText(), name);
    label.setText(QStringLiteral("a & b < c, and so on and so on"));
    QCOMPARE(label.toolTip(), QStringLiteral("a & b < c, and so on and so on"));
}

void TestWidgets::labelsFollowTheTheme()
{
    ThemeHost host;
    widgets::TextLabel label(host, theme::FontRole::Body, widgets::Ink::Bad);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme::lightPalette().badText);
    host.setTheme(theme::darkTheme());
    QCOMPARE(label.palette().color(QPalette::WindowText), theme::darkPalette().badText);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
