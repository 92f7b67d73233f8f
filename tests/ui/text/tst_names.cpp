// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/keyframes.h"
#include "tests/support/story.h"
#include "ui/text/names.h"

#include <QtTest>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::tests::literals;
using namespace sessionarium::ui::text;

namespace {

timeline::WorldState endOf(const timeline::Timeline &timeline)
{
    timeline::Keyframes keyframes(timeline);
    keyframes.extend();
    return keyframes.stateAfter(timeline.size());
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entityNames_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("ko");
        QTest::addColumn<QString>("en");
        const auto row = [](const char *id, model::EntityType type, const char *ko, const char *en) {
            QTest::newRow(id) << QString::fromUtf8(id) << static_cast<int>(type) << QString::fromUtf8(ko)
                              << QString::fromUtf8(en);
        };
        row("server-4", model::EntityType::Server, "서버 4", "Server 4");
        row("server-", model::EntityType::Server, "server-", "server-");
        row("web-1", model::EntityType::Server, "web-1", "web-1");
        row("balancer", model::EntityType::Balancer, "로드 밸런서", "Load balancer");
        row("store", model::EntityType::Store, "저장소", "Store");
        row("store-replica", model::EntityType::Store, "저장소 복제본", "Store replica");
        row("client-7", model::EntityType::Client, "사용자 7", "User 7");
        row("student-30", model::EntityType::Client, "학생 30", "Student 30");
        row("minji", model::EntityType::Client, "Minji", "Minji");
    }
    void entityNames()
    {
        QFETCH(QString, id);
        QFETCH(int, type);
        const timeline::EntityInfo entity {id.toStdString(), static_cast<model::EntityType>(type), {}};
        Translator translator(Language::Korean);
        QTEST(entityName(entity, Language::Korean), "ko");
        translator.setLanguage(Language::English);
        QTEST(entityName(entity, Language::English), "en");
    }

    void ownNameComesFirst()
    {
        const timeline::EntityInfo both {"server-1", model::EntityType::Server, {"결제 서버", "Payments"}};
        QCOMPARE(entityName(both, Language::Korean), QStringLiteral("결제 서버"));
        QCOMPARE(entityName(both, Language::English), QStringLiteral("Payments"));
        const timeline::EntityInfo one {"server-1", model::EntityType::Server, {"결제 서버", ""}};
        QCOMPARE(entityName(one, Language::English), QStringLiteral("결제 서버"));
    }

    void sessionLabels_data()
    {
        QTest::addColumn<uint>("clientIndex");
        QTest::addColumn<uint>("ordinal");
        QTest::addColumn<QString>("label");
        QTest::newRow("first session of the first client") << 0u << 1u << QStringLiteral("A1");
        QTest::newRow("after a new log-in") << 0u << 2u << QStringLiteral("A2");
        QTest::newRow("26th client") << 25u << 1u << QStringLiteral("Z1");
        QTest::newRow("beyond 26 clients the number only") << 26u << 3u << QStringLiteral("3");
    }
    void sessionLabels()
    {
        QFETCH(uint, clientIndex);
        QFETCH(uint, ordinal);
        timeline::SessionInfo session;
        session.clientIndex = clientIndex;
        session.ordinal = ordinal;
        QTEST(sessionLabel(session), "label");
    }

    void namesOfARun()
    {
        Story story;
        story.client("minji").client("junho").server("server-1");
        story.at(1_s).logIn("junho");
        story.at(2_s).write("junho", "apple");
        story.at(3_s).write("junho", "tractor");
        story.at(4_s).logOut("junho");
        story.at(5_s).addServer("server-9");
        story.run();
        const timeline::Timeline &timeline = story.timeline();
        const timeline::WorldState state = endOf(timeline);
        const model::EntityId junho = timeline.findEntity("junho");

        Translator translator(Language::Korean);
        const Names names(timeline, &state, Language::Korean);
        QCOMPARE(names.write({junho, 1}), QStringLiteral("로그인"));
        QCOMPARE(names.write({junho, 2}), QStringLiteral("사과"));
        QCOMPARE(names.write({junho, 3}), QStringLiteral("tractor"));
        QCOMPARE(names.write({junho, 4}), QStringLiteral("로그아웃"));
        QVERIFY(names.write({}).isEmpty());
        QCOMPARE(names.shortName(timeline.findEntity("server-1")), QStringLiteral("S1"));
        QCOMPARE(names.shortName(timeline.findEntity("server-9")), QStringLiteral("S9"));
        QCOMPARE(names.entity(timeline.findEntity("server-9")), QStringLiteral("서버 9"));
        QCOMPARE(names.entity({}), QStringLiteral("없음"));

        QCOMPARE(state.sessions.size(), std::size_t {1});
        QCOMPARE(names.session(state.sessions.front().session), QStringLiteral("B1")); // Junho is the second client
        const Names withoutState(timeline, nullptr, Language::Korean);
        const QString shortened = withoutState.session(state.sessions.front().session);
        QVERIFY(shortened.endsWith(QChar(u'…')));
        QVERIFY(withoutState.textOf(state.sessions.front().session).startsWith(shortened.chopped(1)));
    }

    void issuedByFindsEveryWrite()
    {
        Story story;
        story.client("minji").server("server-1");
        story.at(1_s).logIn("minji");
        constexpr std::uint32_t writes = 40;
        for (std::uint32_t i = 0; i < writes; ++i) {
            story.at(model::seconds(2 + i)).write("minji", "book");
            story.at(model::seconds(2 + i) + model::milliseconds(500)).read("minji");
        }
        story.run();
        const Names names(story.timeline(), nullptr, Language::English);
        const model::EntityId minji = story.timeline().findEntity("minji");
        for (std::uint32_t counter = 1; counter <= writes + 1; ++counter) {
            const model::RecordId id = names.issuedBy({minji, counter});
            QVERIFY2(id.isSome(), qPrintable(QString::number(counter)));
            QCOMPARE(std::get<model::RequestIssued>(story.timeline()[id].fact).write.counter, counter);
        }
        QVERIFY(names.issuedBy({minji, 0}).isNone());
        QVERIFY(names.issuedBy({minji, writes + 2}).isNone());
        QVERIFY(names.issuedBy({story.timeline().findEntity("server-1"), 1}).isNone());
        QVERIFY(names.issuedBy({model::EntityId(99), 1}).isNone());
    }

    void balancerIsShortOnTheStage()
    {
        Story story;
        story.client("minji").server("server-1");
        story.run();
        const model::EntityId balancer = story.timeline().findEntity("balancer");
        Translator translator(Language::English);
        const Names names(story.timeline(), nullptr, Language::English);
        QCOMPARE(names.entity(balancer), QStringLiteral("Load balancer"));
        QCOMPARE(names.stageName(balancer), QStringLiteral("Balancer"));
        QCOMPARE(names.stageName(story.timeline().findEntity("server-1")), QStringLiteral("Server 1"));
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
