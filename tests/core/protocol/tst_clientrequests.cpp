// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/browserrig.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using protocol::Acted;
using tests::Browser;

/// What becomes of a user's requests: answers, time-outs, what the client asks for by itself (semantics §5).
class TestClientRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operatorsActionsAreNotTheUsers();
    void onlyItsOwnTimerEndsARequest();
    void beliefChangesOnAnswersOnly();
    void followUps_data();
    void followUps();
    void answerAfterTheTimeOut();
    void writesAreCounted();
    void directConnection();
    void directConnectionFails();
};

void TestClientRequests::operatorsActionsAreNotTheUsers()
{
    Browser browser;
    for (const ActionKind verb :
         {ActionKind::Crash, ActionKind::Drain, ActionKind::MovePin, ActionKind::StoreRestart}) {
        browser.act(verb);
        QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    }
}

void TestClientRequests::onlyItsOwnTimerEndsARequest()
{
    Browser browser;
    browser.act(ActionKind::Read, 3);
    browser.handle(protocol::TimerFired {protocol::TimerKind::CrowdDue, RequestId(3), 0});
    QVERIFY(browser.kinds().isEmpty());
    browser.handle(protocol::TimerFired {protocol::TimerKind::ClientTimeout, RequestId(3), 0});
    QCOMPARE(browser.kinds(), QStringLiteral("failed"));
    QVERIFY(browser.agent().openRequests().empty());
}

/// Semantics §5: 200 with the user is signed in, 401 signed out, an error changes nothing.
void TestClientRequests::beliefChangesOnAnswersOnly()
{
    Browser browser;
    browser.act(ActionKind::LogIn, 0);
    QVERIFY(!browser.agent().believesSignedIn());
    browser.answerSignedIn(0);
    QVERIFY(browser.agent().believesSignedIn());
    browser.act(ActionKind::Read, 1);
    browser.answer(1, 503);
    QVERIFY(browser.agent().believesSignedIn());
    browser.act(ActionKind::Read, 2);
    browser.handle(protocol::TimerFired {protocol::TimerKind::ClientTimeout, RequestId(2), 0});
    QVERIFY(browser.agent().believesSignedIn());
    browser.act(ActionKind::Read, 3);
    browser.answer(3, 401);
    QVERIFY(!browser.agent().believesSignedIn());
    browser.act(ActionKind::Read, 4);
    browser.answerSignedIn(4);
    QVERIFY(browser.agent().believesSignedIn());
    browser.act(ActionKind::Read, 5);
    browser.answer(5, 200); // shows nobody
    QVERIFY(!browser.agent().believesSignedIn());
}

void TestClientRequests::followUps_data()
{
    QTest::addColumn<bool>("logsInAgain");
    QTest::addColumn<bool>("followsRedirects");
    QTest::addColumn<quint32>("status");
    QTest::addColumn<QString>("asks");
    QTest::newRow("401, stays") << false << true << 401u << QString();
    QTest::newRow("401, logs in again") << true << false << 401u << QStringLiteral("log_in");
    QTest::newRow("302, none") << true << false << 302u << QString();
    QTest::newRow("302, login page") << false << true << 302u << QStringLiteral("login_page");
    QTest::newRow("200") << true << true << 200u << QString();
    QTest::newRow("503") << true << true << 503u << QString();
}

void TestClientRequests::followUps()
{
    QFETCH(bool, logsInAgain);
    QFETCH(bool, followsRedirects);
    QFETCH(quint32, status);
    QFETCH(QString, asks);
    ClientSpec spec;
    spec.on401 = logsInAgain ? On401::LogInAgain : On401::Stay;
    spec.redirects = followsRedirects ? Redirects::LoginPage : Redirects::None;
    Browser browser(spec);
    browser.act(ActionKind::Read, 0);
    browser.answer(0, status);
    const std::optional<Operation> next = browser.askedAgain();
    QCOMPARE(QString::fromStdString(next ? textOf(*next) : std::string()), asks);
    if (!next)
        return;
    browser.handle(protocol::FollowUp {*next, RequestId(1)});
    QCOMPARE(browser.sent().operation, *next);
    QCOMPARE(browser.sent().request, RequestId(1));
    browser.answer(1, status); // the same once more: it does not go round in circles
    QVERIFY(!browser.askedAgain());
}

void TestClientRequests::answerAfterTheTimeOut()
{
    Browser browser;
    browser.act(ActionKind::LogIn, 0);
    browser.handle(protocol::TimerFired {protocol::TimerKind::ClientTimeout, RequestId(0), 0});
    QCOMPARE(browser.fact<Failed>().reason, FailReason::TimedOut);
    browser.answer(0, 200, "A1", "server-1");
    QCOMPARE(browser.kinds(), QStringLiteral("dropped"));
    QCOMPARE(browser.fact<Dropped>().reason, DropReason::TooLate);
    QVERIFY(browser.agent().session().isNone());
    browser.handle(protocol::TimerFired {protocol::TimerKind::ClientTimeout, RequestId(0), 0});
    QVERIFY(browser.kinds().isEmpty());
}

/// Log-in, write and log-out change the session and are counted; a read is not.
void TestClientRequests::writesAreCounted()
{
    Browser browser;
    std::uint32_t request = 0;
    std::vector<WriteId> writes;
    for (const ActionKind verb : {ActionKind::LogIn, ActionKind::Read, ActionKind::Write, ActionKind::LogOut}) {
        browser.act(verb, request++);
        writes.push_back(browser.sent().write);
    }
    const EntityId client(0);
    QCOMPARE(writes, (std::vector {WriteId {client, 1}, WriteId::none(), WriteId {client, 2}, WriteId {client, 3}}));
}

void TestClientRequests::directConnection()
{
    Browser browser(ClientSpec(), true);
    browser.act(ActionKind::Read, 0);
    QCOMPARE(browser.sent().request, RequestId()); // it has to connect first
    browser.handle(protocol::Connected {0, RequestId(0), 7});
    QCOMPARE(browser.sent().epoch, 7u);
    QCOMPARE(browser.sent().address, browser.id("10.0.0.1"));
}

/// Nobody stands between: what a balancer would answer with 502 or 503 is a failure here.
void TestClientRequests::directConnectionFails()
{
    Browser browser(ClientSpec(), true);
    browser.act(ActionKind::Read, 0);
    browser.handle(protocol::ConnectionRefused {0, RequestId(0), ConnectError::Refused});
    QCOMPARE(browser.kinds(), QStringLiteral("connect_failed failed"));
    QCOMPARE(browser.fact<Failed>().reason, FailReason::ConnectFailed);
    browser.act(ActionKind::Read, 1);
    browser.handle(protocol::Connected {0, RequestId(1), 0});
    browser.handle(protocol::ConnectionLost {0, RequestId(1)});
    QCOMPARE(browser.kinds(), QStringLiteral("connection_reset failed"));
    QCOMPARE(browser.fact<Failed>().reason, FailReason::ConnectionReset);
    browser.handle(protocol::ConnectionLost {0, RequestId(1)}); // once
    QVERIFY(browser.kinds().isEmpty());
}

QTEST_GUILESS_MAIN(TestClientRequests)
#include "tst_clientrequests.moc"
