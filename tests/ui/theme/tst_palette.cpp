// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <QTest>

#include <cmath>

using namespace sessionarium::ui::theme;

Q_DECLARE_METATYPE(QColor)

/// Readability of every pair of colours that meets on the screen (design §7).
class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFollowsWcag_data();
    void contrastFollowsWcag();
    void textsCanBeRead_data();
    void textsCanBeRead();
    void shapesCanBeSeen_data();
    void shapesCanBeSeen();
    void usersCanBeRead_data();
    void usersCanBeRead();
    void usersDiffer_data();
    void usersDiffer();

private:
    static void pair(const char *shade, const char *name, const QColor &ink, const QColor &ground)
    {
        QTest::addRow("%s: %s", shade, name) << ink << ground;
    }
    static void shades()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

void TestPalette::contrastFollowsWcag_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("W3C's grey example") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
    QTest::newRow("order does not matter") << QColor(Qt::white) << QColor(0x76, 0x76, 0x76) << 4.54;
}

void TestPalette::contrastFollowsWcag()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY2(std::abs(contrast(a, b) - ratio) < 0.01, QByteArray::number(contrast(a, b)).constData());
}

void TestPalette::textsCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto &[shade, p] : {std::pair("light", lightPalette()), std::pair("dark", darkPalette())}) {
        const std::pair<const char *, QColor> grounds[] = {
            {"window", p.window},         {"card", p.card},         {"field", p.field},
            {"accentSoft", p.accentSoft}, {"goodSoft", p.goodSoft}, {"badSoft", p.badSoft},
            {"warnSoft", p.warnSoft},     {"hover", p.hover},       {"pressed", p.pressed},
        };
        const std::pair<const char *, QColor> inks[] = {
            {"text", p.text},         {"soft", p.soft},       {"accentText", p.accentText},
            {"goodText", p.goodText}, {"badText", p.badText}, {"warnText", p.warnText},
        };
        for (const auto &[groundName, ground] : grounds) {
            for (const auto &[inkName, ink] : inks) {
                QTest::addRow("%s: %s on %s", shade, inkName, groundName) << ink << ground;
            }
        }
        pair(shade, "onAccent on accent", p.onAccent, p.accent);
        pair(shade, "onAccent on accentHover", p.onAccent, p.accentHover);
        pair(shade, "onAccent on accentPressed", p.onAccent, p.accentPressed);
    }
}

void TestPalette::textsCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(ink, ground) >= 4.5, QByteArray::number(contrast(ink, ground)).constData());
}

void TestPalette::shapesCanBeSeen_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto &[shade, p] : {std::pair("light", lightPalette()), std::pair("dark", darkPalette())}) {
        pair(shade, "line on card", p.line, p.card);
        pair(shade, "accent on card", p.accent, p.card);
        pair(shade, "accent on window", p.accent, p.window);
        pair(shade, "accent on accentSoft", p.accent, p.accentSoft);
        pair(shade, "good on card", p.good, p.card);
        pair(shade, "bad on card", p.bad, p.card);
        pair(shade, "bad on badSoft", p.bad, p.badSoft);
        pair(shade, "warn on card", p.warn, p.card);
        pair(shade, "onState on good", p.onState, p.good);
        pair(shade, "onState on bad", p.onState, p.bad);
        pair(shade, "onState on warn", p.onState, p.warn);
        for (std::uint32_t i = 0; i < 30; ++i)
            QTest::addRow("%s: user %u on card", shade, i + 1) << p.user(i) << p.card;
    }
}

void TestPalette::shapesCanBeSeen()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(ink, ground) >= 3.0, QByteArray::number(contrast(ink, ground)).constData());
}

void TestPalette::usersCanBeRead_data()
{
    shades();
}

void TestPalette::usersCanBeRead()
{
    QFETCH(bool, dark);
    const Palette &p = dark ? darkPalette() : lightPalette();
    for (std::uint32_t i = 0; i < 400; ++i) {
        const double ratio = contrast(p.user(i), p.onUser(i));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("user %1: %2").arg(i + 1).arg(ratio)));
    }
}

void TestPalette::usersDiffer_data()
{
    shades();
}

/// The colours of the first thirty users, who are shown one by one, are all different; the six of the cards clearly so.
void TestPalette::usersDiffer()
{
    QFETCH(bool, dark);
    const Palette &p = dark ? darkPalette() : lightPalette();
    const auto distance = [](const QColor &a, const QColor &b) {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
    };
    for (std::uint32_t i = 0; i < 30; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            const int least = i < 6 ? 60 : 8;
            QVERIFY2(distance(p.user(i), p.user(j)) >= least,
                     qPrintable(QStringLiteral("users %1 and %2").arg(j + 1).arg(i + 1)));
        }
    }
}

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
