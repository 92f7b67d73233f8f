// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/protocol/browserrig.h"

#include <QTest>

using namespace sessionarium;
using namespace sessionarium::model;
using protocol::Acted;
using tests::Browser;

namespace {

Acted copyCookie(StringId session, StringId pin)
{
    Acted acted;
    acted.verb = ActionKind::CopyCookie;
    acted.session = session;
    acted.pin = pin;
    return acted;
}

Acted deleteCookie(Cookie cookie)
{
    Acted acted;
    acted.verb = ActionKind::DeleteCookie;
    acted.cookie = cookie;
    return acted;
}

} // namespace

/// A user's browser alone: its jar, its address, its tabs (B-2, H-7, X-2).
class TestClientAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestCarriesJarAndAddress();
    void x2AddressChanges();
    void tabsShareOneJar();
    void cookiesAreCopied();
    void cookiesAreDeletedOneByOne();
    void readAnonymousKeepsTheJar();
    void unknownIdKeepsTheJar();
    void b3JarStaysWithoutSetCookie();
};

void TestClientAgent::requestCarriesJarAndAddress()
{
    Browser browser;
    browser.act(ActionKind::LogIn);
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken request_issued"));
    QVERIFY(browser.sent().session.isNone());
    QCOMPARE(browser.sent().address, browser.id("10.0.0.1"));
    browser.answer(0, 200, "A1", "server-2");
    QCOMPARE(browser.kinds(), QStringLiteral("cookie_stored cookie_stored answered"));
    browser.act(ActionKind::Read, 1);
    QCOMPARE(browser.sent().session, browser.id("A1"));
    QCOMPARE(browser.sent().pin, browser.id("server-2"));
}

void TestClientAgent::x2AddressChanges()
{
    Browser browser;
    QCOMPARE(browser.agent().address(), browser.id("10.0.0.1"));
    Acted acted;
    acted.verb = ActionKind::ChangeAddress;
    acted.address = browser.id("203.0.113.7");
    browser.act(acted);
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken address_changed"));
    QCOMPARE(browser.fact<AddressChanged>().address, browser.id("203.0.113.7"));
    QCOMPARE(browser.agent().address(), browser.id("203.0.113.7"));
    browser.act(acted); // has it already
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    acted.address = StringId();
    browser.act(acted);
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    browser.act(ActionKind::Read);
    QCOMPARE(browser.sent().address, browser.id("203.0.113.7"));
}

void TestClientAgent::tabsShareOneJar()
{
    Browser browser;
    QCOMPARE(browser.agent().tabs(), 1u);
    browser.act(ActionKind::LogIn, 0);
    browser.answer(0, 200, "A1");
    browser.act(ActionKind::Read, 1);
    browser.act(ActionKind::OpenTab, 2);
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken tab_opened request_issued"));
    QCOMPARE(browser.fact<TabOpened>().tabs, 2u);
    QCOMPARE(browser.fact<RequestIssued>().operation, Operation::Read);
    QCOMPARE(browser.sent().session, browser.id("A1"));
    QCOMPARE(browser.agent().tabs(), 2u);
    QCOMPARE(browser.agent().openRequests(), (std::vector {RequestId(1), RequestId(2)})); // side by side
}

void TestClientAgent::cookiesAreCopied()
{
    Browser browser;
    browser.act(copyCookie(browser.id("B1"), browser.id("server-1")));
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken cookie_stored cookie_stored"));
    QCOMPARE(browser.agent().session(), browser.id("B1"));
    QCOMPARE(browser.agent().pin(), browser.id("server-1"));
    QVERIFY(!browser.agent().believesSignedIn()); // belief changes on answers only
    browser.act(copyCookie(browser.id("B1"), browser.id("server-1")));
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    browser.act(copyCookie(StringId(), StringId())); // the other jar is empty
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    browser.act(copyCookie(browser.id("B2"), StringId()));
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken cookie_stored"));
    QCOMPARE(browser.fact<CookieStored>().value, browser.id("B2"));
    QCOMPARE(browser.agent().pin(), browser.id("server-1"));
}

void TestClientAgent::cookiesAreDeletedOneByOne()
{
    Browser browser;
    browser.act(deleteCookie(Cookie::Session));
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    browser.act(copyCookie(browser.id("A1"), browser.id("server-1")));
    browser.act(deleteCookie(Cookie::Pin));
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken cookie_deleted"));
    QCOMPARE(browser.fact<CookieDeleted>().cookie, browser.id("SERVERID"));
    QVERIFY(browser.agent().pin().isNone());
    QCOMPARE(browser.agent().session(), browser.id("A1"));
    browser.act(deleteCookie(Cookie::Pin));
    QCOMPARE(browser.kinds(), QStringLiteral("not_applicable"));
    browser.act(deleteCookie(Cookie::Session));
    QCOMPARE(browser.fact<CookieDeleted>().cookie, browser.id("JSESSIONID"));
    QVERIFY(browser.agent().session().isNone());
}

void TestClientAgent::readAnonymousKeepsTheJar()
{
    Browser browser;
    browser.act(copyCookie(browser.id("A1"), browser.id("server-1")));
    browser.act(ActionKind::ReadAnonymous);
    QCOMPARE(browser.kinds(), QStringLiteral("action_taken request_issued"));
    QVERIFY(browser.fact<RequestIssued>().session.isNone());
    QVERIFY(browser.sent().session.isNone());
    QCOMPARE(browser.sent().pin, browser.id("server-1"));
    QCOMPARE(browser.agent().session(), browser.id("A1"));
}

void TestClientAgent::unknownIdKeepsTheJar()
{
    Browser browser;
    browser.act(copyCookie(browser.id("A1"), StringId()));
    Acted acted;
    acted.verb = ActionKind::SendUnknownId;
    acted.unknownId = browser.id("NOBODY");
    browser.act(acted);
    QCOMPARE(browser.sent().session, browser.id("NOBODY"));
    QCOMPARE(browser.agent().session(), browser.id("A1"));
}

/// O-1: an answer 401 sets or changes no cookie; neither does any other without the header.
void TestClientAgent::b3JarStaysWithoutSetCookie()
{
    Browser browser;
    browser.act(copyCookie(browser.id("A1"), browser.id("server-1")));
    std::uint32_t request = 0;
    for (const std::uint32_t status : {200u, 302u, 401u, 502u, 503u, 504u}) {
        browser.act(ActionKind::Read, request);
        browser.answer(request++, status);
        QCOMPARE(browser.kinds(), QStringLiteral("answered"));
        QCOMPARE(browser.agent().session(), browser.id("A1"));
        QCOMPARE(browser.agent().pin(), browser.id("server-1"));
    }
}

QTEST_GUILESS_MAIN(TestClientAgent)
#include "tst_clientagent.moc"
