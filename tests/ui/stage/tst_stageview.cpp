// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage/handmaderun.h"
#include "ui/stage/stageview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

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

QTEST_MAIN(TestStageView)
#include "tst_stageview.moc"
