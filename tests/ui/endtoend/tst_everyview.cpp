// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"
#include "tests/ui/endtoend/paintedtexts.h"
#include "tests/ui/endtoend/views.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using tests::View;
using tests::WindowFixture;

/// Every view in every size, language and theme: nothing is cut off, nothing lies on something else, everything stands
/// out from what is behind it. Under QT_SCALE_FACTOR=2 the same for a large screen with fine pixels; with
/// SESSIONARIUM_TEXT_PERCENT in letters of that size.
class TestEveryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void look_data();
    void look();

private:
    [[nodiscard]] QStringList flawsOf(WindowFixture &fixture, const QString &name);

    std::vector<View> m_views;
    std::vector<QSize> m_sizes;
    int m_scale = 1;
    double m_textScale = 1;
};

void TestEveryView::initTestCase()
{
    m_views = tests::allViews();
    m_scale = qRound(qApp->devicePixelRatio());
    bool isSet = false;
    const int percent = qEnvironmentVariableIntValue("SESSIONARIUM_TEXT_PERCENT", &isSet);
    m_textScale = isSet ? percent / 100.0 : 1;
    if (m_scale == 1)
        m_sizes = {QSize(1600, 1000), QSize(1366, 768), QSize(1280, 720)};
    else
        m_sizes = {QSize(3840, 2160) / m_scale};
    QVERIFY(QDir().mkpath(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/views")));
}

void TestEveryView::look_data()
{
    QTest::addColumn<std::size_t>("view");
    QTest::addColumn<QSize>("size");
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        for (const QSize size : m_sizes) {
            // The largest letters leave a small window no room for the stage above a comparison of branches.
            if (m_textScale > 1 && size.width() < 1600 && m_views[i].name == QLatin1String("branches"))
                continue;
            const QSize pixels = size * m_scale;
            const QString name =
                QStringLiteral("%1-%2x%3%4")
                    .arg(m_views[i].name)
                    .arg(pixels.width())
                    .arg(pixels.height())
                    .arg(m_textScale == 1 ? QString() : QStringLiteral("-%1percent").arg(qRound(m_textScale * 100)));
            QTest::newRow(qPrintable(name)) << i << size;
        }
    }
}

QStringList TestEveryView::flawsOf(WindowFixture &fixture, const QString &name)
{
    tests::waitForAll(fixture);
    QWidget &shown = tests::topmost(fixture);
    const QImage picture = shown.grab().toImage();
    if (!picture.save(QStringLiteral(SESSIONARIUM_CONTACT_SHEET "/views/%1.png").arg(name), "PNG", 90))
        return {QStringLiteral("no picture")};
    QStringList flaws = tests::clippedTexts(shown);
    if (shown.width() > fixture.window().width() || shown.height() > fixture.window().height()) {
        flaws << QStringLiteral("%1 x %2 does not fit on the screen").arg(shown.width()).arg(shown.height());
    }
    const auto texts = tests::paintedTexts(shown, fixture.theme());
    if (texts.empty())
        flaws << QStringLiteral("there is no text at all");
    flaws << tests::unreadable(shown, texts) << tests::faint(shown, texts, picture);
    return flaws;
}

void TestEveryView::look()
{
    QFETCH(std::size_t, view);
    QFETCH(QSize, size);
    QStringList flaws;
    // The look changes while the view stands there, as it does when somebody changes it.
    WindowFixture fixture(text::Language::Korean, size);
    fixture.window().setTextScale(m_textScale);
    m_views[view].show(fixture);
    for (const text::Language language : {text::Language::Korean, text::Language::English}) {
        fixture.window().setLanguage(language);
        for (const theme::Shade shade : {theme::Shade::Light, theme::Shade::Dark}) {
            fixture.window().setShade(shade);
            const QString name =
                QStringLiteral("%1-%2-%3")
                    .arg(QLatin1String(QTest::currentDataTag()), text::languageCode(language),
                         shade == theme::Shade::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            for (const QString &flaw : flawsOf(fixture, name))
                flaws << name + QStringLiteral(": ") + flaw;
        }
    }
    QVERIFY2(flaws.isEmpty(), qPrintable(QLatin1Char('\n') + flaws.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestEveryView)
#include "tst_everyview.moc"
