// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/stage/stagehints.h"
#include "ui/stage/stageview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::ui;
using model::EntityId;
using stage::StageView;

Q_DECLARE_METATYPE(sessionarium::model::EntityId)
Q_DECLARE_METATYPE(sessionarium::model::RequestId)

/// The stage under mouse and keys.
class TestStageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void clickSelects();
    void doubleClickActivates();
    void menuIsAskedForByMouseAndKey();
    void arrowsWalkTheNodes();
    void arrowsAreLeftAloneAfterAClick();
    void whyIsAskedOnTheCallout();
    void pictureFollowsTheMoment();
    void pictureFollowsTheTheme();
    void emptyStageIsHarmless();
    void saysWhatIsAtTheKeyboard();
    void theBeliefIsShownByMouseAndKey();
    void wheelAndKeysZoom();
    void theZoomedStageIsDragged();
    void everythingExplainsItself();
    void messagesStandStillWithReducedMotion();

private:
    std::unique_ptr<HandMadeRun> m_run;
    std::unique_ptr<HandMadeTexts> m_texts;
    std::unique_ptr<timeline::Keyframes> m_keyframes;
    std::unique_ptr<theme::ThemeHost> m_host;
    std::unique_ptr<StageView> m_view;
};

void TestStageView::init()
{
    m_view.reset();
    m_run = std::make_unique<HandMadeRun>(3, 3);
    m_run->logIn(0, 0);
    m_run->logIn(1, 1);
    m_run->readMissing(0, 2);
    m_texts = std::make_unique<HandMadeTexts>(m_run->timeline(), HandMadeTexts::Names::English);
    m_keyframes = std::make_unique<timeline::Keyframes>(m_run->timeline());
    m_keyframes->extend();
    m_host = std::make_unique<theme::ThemeHost>();
    m_view = std::make_unique<StageView>(*m_host);
    m_view->resize(916, 560);
    m_view->setTexts(m_texts.get());
    m_view->setContent({&m_run->timeline(), {60'000'000}}, m_keyframes.get());
    m_view->setMoment(m_run->now());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestStageView::clickSelects()
{
    QSignalSpy selected(m_view.get(), &StageView::selected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->nodeRect(m_run->server(1)).center());
    QCOMPARE(selected.takeFirst().at(0).value<EntityId>(), m_run->server(1));
    QCOMPARE(m_view->selection(), m_run->server(1));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(3, 3));
    QVERIFY(selected.takeFirst().at(0).value<EntityId>().isNone());
    m_view->setSelection(m_run->client(0));
    QVERIFY(selected.isEmpty()); // who sets it knows it
}

void TestStageView::doubleClickActivates()
{
    QSignalSpy activated(m_view.get(), &StageView::activated);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, m_view->nodeRect(m_run->client(2)).center());
    QCOMPARE(activated.takeFirst().at(0).value<EntityId>(), m_run->client(2));
}

void TestStageView::menuIsAskedForByMouseAndKey()
{
    QSignalSpy menu(m_view.get(), &StageView::menuRequested);
    const QPoint at = m_view->nodeRect(m_run->server(0)).center();
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, m_view->mapToGlobal(at));
    QApplication::sendEvent(m_view.get(), &byMouse);
    QCOMPARE(menu.takeFirst().at(0).value<EntityId>(), m_run->server(0));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view.get(), &byKey);
    const QList<QVariant> asked = menu.takeFirst();
    QCOMPARE(asked.at(0).value<EntityId>(), m_run->server(0));
    QVERIFY(m_view->nodeRect(m_run->server(0)).contains(m_view->mapFromGlobal(asked.at(1).toPoint())));
}

void TestStageView::arrowsWalkTheNodes()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->selection(), m_run->client(0));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selection(), m_run->client(1));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->selection(), m_run->balancer());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->selection(), m_run->server(1));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selection(), m_run->server(0));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selection(), m_run->server(0));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->selection(), m_run->server(2));
    QSignalSpy activated(m_view.get(), &StageView::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.takeFirst().at(0).value<EntityId>(), m_run->server(2));
}

/// A window's shortcut on the arrows steps the playhead: the stage claims them only when the keyboard came to it.
void TestStageView::arrowsAreLeftAloneAfterAClick()
{
    const auto claims = [this] {
        QKeyEvent wish(QEvent::ShortcutOverride, Qt::Key_Right, Qt::NoModifier);
        wish.ignore();
        QApplication::sendEvent(m_view.get(), &wish);
        return wish.isAccepted();
    };
    m_view->clearFocus();
    m_view->setFocus(Qt::TabFocusReason);
    QVERIFY(claims());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->nodeRect(m_run->server(1)).center());
    QVERIFY(!claims());
}

void TestStageView::whyIsAskedOnTheCallout()
{
    QVERIFY(m_view->frame().scene.callout.has_value());
    QSignalSpy why(m_view.get(), &StageView::whyRequested);
    QSignalSpy selected(m_view.get(), &StageView::selected);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->layoutOfNodes().callout.center().toPoint());
    QCOMPARE(why.takeFirst().at(0).value<model::RequestId>(), m_view->frame().scene.callout->request);
    QVERIFY(selected.isEmpty());
}

void TestStageView::pictureFollowsTheMoment()
{
    const QImage late = m_view->grab().toImage();
    m_view->setMoment({0});
    const QImage early = m_view->grab().toImage();
    QVERIFY(late != early);
    m_view->setMoment(m_run->now());
    QCOMPARE(m_view->grab().toImage(), late); // same frame, same picture
}

void TestStageView::pictureFollowsTheTheme()
{
    const QImage light = m_view->grab().toImage();
    m_host->setTheme(theme::darkTheme());
    const QImage dark = m_view->grab().toImage();
    QCOMPARE(light.pixelColor(20, 280), theme::lightPalette().card);
    QCOMPARE(dark.pixelColor(20, 280), theme::darkPalette().card);
}

void TestStageView::emptyStageIsHarmless()
{
    m_view->setContent({}, nullptr);
    QVERIFY(m_view->frame().scene.clients.empty());
    QVERIFY(!m_view->grab().isNull());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 100));
    QVERIFY(m_view->selection().isNone());
}

void TestStageView::saysWhatIsAtTheKeyboard()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    const QString words = m_view->accessibleDescription();
    QVERIFY2(words.contains(QStringLiteral("Server 3")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("401")), qPrintable(words)); // the failure in view is said too
}

void TestStageView::theBeliefIsShownByMouseAndKey()
{
    auto *pill = m_view->findChild<QAbstractButton *>(QStringLiteral("stageBelief"));
    QVERIFY(pill && pill->isVisible());
    QVERIFY(!pill->text().isEmpty() && !pill->accessibleDescription().isEmpty());
    const QImage truth = m_view->grab().toImage();
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(m_view->frame().scene.sight, stage::Sight::Belief);
    QVERIFY(m_view->grab().toImage() != truth);
    pill->setFocus(Qt::TabFocusReason);
    QTest::keyClick(pill, Qt::Key_Space);
    QCOMPARE(m_view->frame().scene.sight, stage::Sight::Truth);
    // It covers no node.
    for (const stage::ServerBox &box : m_view->layoutOfNodes().servers)
        QVERIFY(!box.card.intersects(QRectF(pill->parentWidget()->geometry())));
}

void TestStageView::wheelAndKeysZoom()
{
    const QRect whole = m_view->nodeRect(m_run->server(1));
    const QPointF at = whole.center();
    QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(m_view.get(), &wheel);
    QVERIFY(m_view->zoom() > 1.5);
    const QRect larger = m_view->nodeRect(m_run->server(1));
    QVERIFY(larger.width() > whole.width() * 1.5);
    QVERIFY(larger.contains(at.toPoint())); // what is under the pointer stays there
    auto *fit = m_view->findChild<QAbstractButton *>(QStringLiteral("stageFit"));
    QVERIFY(fit && fit->isVisible());
    QTest::mouseClick(fit, Qt::LeftButton);
    QCOMPARE(m_view->zoom(), 1.0);
    QCOMPARE(m_view->nodeRect(m_run->server(1)), whole);
    QVERIFY(!fit->isVisible());

    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_view->zoom() > 1);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier); // never smaller than whole
    QCOMPARE(m_view->zoom(), 1.0);
}

void TestStageView::theZoomedStageIsDragged()
{
    m_view->zoomAt(2, {0, 0});
    const QRect before = m_view->nodeRect(m_run->client(0));
    const QPoint free(m_view->nodeRect(m_run->client(0)).right() + 40, 20);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, free);
    QMouseEvent move(QEvent::MouseMove, free - QPoint(60, 30), m_view->mapToGlobal(free - QPoint(60, 30)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(m_view.get(), &move);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, free - QPoint(60, 30));
    const QPoint moved = m_view->nodeRect(m_run->client(0)).center() - before.center();
    QVERIFY2((moved + QPoint(60, 30)).manhattanLength() <= 2, QByteArray::number(moved.x()).constData());
    m_view->panBy({5000, 5000}); // never beyond the edge
    QCOMPARE(m_view->nodeRect(m_run->client(0)), before);
}

void TestStageView::everythingExplainsItself()
{
    m_run->pin(1, 1);
    m_keyframes->extend();
    m_view->setContent({&m_run->timeline(), {60'000'000}}, m_keyframes.get());
    m_view->setMoment(m_run->now());
    stage::StagePainter painter(theme::lightTheme());
    const stage::StageHints hints(m_view->frame(), m_view->layoutOfNodes(), painter, m_texts.get());
    const stage::StageLayout &layout = m_view->layoutOfNodes();
    const QString chip = hints.at(layout.servers[1].chips[0].center());
    QVERIFY2(chip.contains(QStringLiteral("B1")) && chip.contains(QStringLiteral("Server 2")), qPrintable(chip));
    const QString missing = hints.at(layout.servers[2].chips[0].center());
    QVERIFY2(missing.contains(QStringLiteral("A1")) && missing != chip, qPrintable(missing));
    const auto pinned = std::find_if(m_view->frame().scene.routes.begin(), m_view->frame().scene.routes.end(),
                                     [](const stage::Route &route) { return route.kind == stage::Route::Kind::Pin; });
    QVERIFY(pinned != m_view->frame().scene.routes.end());
    const auto index = static_cast<std::size_t>(pinned - m_view->frame().scene.routes.begin());
    const QString pin = hints.at(layout.routes[index].pin - QPointF(0, 9 * layout.unit));
    QVERIFY2(pin.contains(QStringLiteral("Junho")) && pin.contains(QStringLiteral("Server 2")), qPrintable(pin));
    const QString link = hints.at(layout.way(m_run->client(2), m_run->balancer()).pointAtPercent(0.3));
    QVERIFY2(link.contains(QStringLiteral("Seoyeon")), qPrintable(link));
    QVERIFY(hints.at({5, 5}).isEmpty());

    m_view->setMoment({250}); // the first request is half way to the balancer
    QVERIFY(!m_view->frame().messages.empty());
    const QString message = hints.at(*painter.placeOf(m_view->frame().messages[0], m_view->layoutOfNodes()));
    QVERIFY2(message.contains(QStringLiteral("Minji")) && message.contains(QStringLiteral("→")), qPrintable(message));
}

void TestStageView::messagesStandStillWithReducedMotion()
{
    m_view->setMotion(stage::Motion::Still);
    m_view->setMoment({100});
    const QImage early = m_view->grab().toImage();
    m_view->setMoment({400});
    QVERIFY(!m_view->frame().messages.empty());
    QCOMPARE(m_view->grab().toImage(), early);
    m_view->setMotion(stage::Motion::Eased);
    QVERIFY(m_view->grab().toImage() != early);
}

QTEST_MAIN(TestStageView)
#include "tst_stageview.moc"
