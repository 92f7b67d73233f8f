// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clisummary.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace sessionarium::tests;

namespace {

int outcomes(const nlohmann::json &part, const char *outcome)
{
    return part["outcomes"][outcome].get<int>();
}

int broken(const nlohmann::json &part, const char *guarantee)
{
    return part["guarantees"][guarantee].get<int>();
}

int messages(const nlohmann::json &summary, const char *kind)
{
    return summary["messages"].contains(kind) ? summary["messages"][kind]["count"].get<int>() : 0;
}

const nlohmann::json &client(const nlohmann::json &summary, std::string_view id)
{
    const nlohmann::json &clients = summary["clients"];
    return *std::find_if(clients.begin(), clients.end(), [id](const nlohmann::json &each) { return each["id"] == id; });
}

} // namespace

/// Where each of the three ways wins and fails, by the summaries that the command line prints.
class ThreeWaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The users of the dead server get errors until that is noticed, then are strangers until they log in; the
    /// others notice nothing.
    void stickyLosesWhatTheDeadServerHeld()
    {
        const nlohmann::json sticky = summaryOf({QStringLiteral("sticky-crash")});
        QVERIFY(sticky.is_object());
        QCOMPARE(sticky["policy"].get<std::string>(), std::string("sticky"));
        for (const char *hit : {"junho", "doyun"}) {
            const nlohmann::json &user = client(sticky, hit);
            QVERIFY(outcomes(user, "refused") > 0);
            QVERIFY(outcomes(user, "logged_out") > 0);
            QCOMPARE(broken(user, "durability"), outcomes(user, "logged_out"));
            QCOMPARE(broken(user, "availability"), outcomes(user, "refused"));
            QVERIFY(user["signed_in"].get<bool>()); // they logged in again
        }
        for (const char *spared : {"minji", "seoyeon", "haeun"})
            QCOMPARE(outcomes(client(sticky, spared), "fine"), client(sticky, spared)["requests"].get<int>());
    }

    void sharedSessionsOutliveTheServer_data()
    {
        QTest::addColumn<QString>("policy");
        for (const char *policy : {"all-to-all-ack", "store"})
            QTest::newRow(policy) << QString::fromLatin1(policy);
    }
    void sharedSessionsOutliveTheServer()
    {
        QFETCH(QString, policy);
        const nlohmann::json summary = summaryOf({QStringLiteral("sticky-crash"), QStringLiteral("--policy"), policy});
        QVERIFY(summary.is_object());
        QCOMPARE(outcomes(summary, "logged_out"), 0);
        QCOMPARE(broken(summary, "durability"), 0);
        QVERIFY(outcomes(summary, "refused") > 0); // the crash itself is not undone
    }

    void replicationLags()
    {
        const nlohmann::json lags = summaryOf({QStringLiteral("cluster-lag")});
        QVERIFY(lags.is_object());
        QVERIFY(outcomes(lags, "stale_read") > 0);
        QVERIFY(outcomes(lags, "logged_out") > 0);
        QCOMPARE(broken(lags, "read_your_writes"), outcomes(lags, "stale_read") + outcomes(lags, "logged_out"));

        const nlohmann::json confirmed =
            summaryOf({QStringLiteral("cluster-lag"), QStringLiteral("--policy"), QStringLiteral("all-to-all-ack")});
        QVERIFY(confirmed.is_object());
        QCOMPARE(outcomes(confirmed, "fine"), confirmed["requests"].get<int>());

        // The delay is 0.8 s: who waits longer finds what was written.
        const nlohmann::json patient =
            summaryOf({QStringLiteral("cluster-lag"), QStringLiteral("--set"),
                       QStringLiteral("/branches/0/actions/2/think_us=900000"), QStringLiteral("--set"),
                       QStringLiteral("/branches/0/actions/5/think_us=900000"), QStringLiteral("--set"),
                       QStringLiteral("/branches/0/actions/7/think_us=900000")});
        QVERIFY(patient.is_object());
        QCOMPARE(outcomes(patient, "fine"), patient["requests"].get<int>());
    }

    void storeIsASinglePointOfFailure()
    {
        const nlohmann::json volatileStore = summaryOf({QStringLiteral("store-down")});
        QVERIFY(volatileStore.is_object());
        QVERIFY(outcomes(volatileStore, "refused") > 0);
        QCOMPARE(outcomes(volatileStore, "logged_out"), 3); // each who had logged in before, once
        QCOMPARE(broken(volatileStore, "durability"), 3);
        for (const char *user : {"minji", "junho", "seoyeon"})
            QCOMPARE(outcomes(client(volatileStore, user), "logged_out"), 1);

        const nlohmann::json logged = summaryOf({QStringLiteral("store-down"), QStringLiteral("--set"),
                                                 QStringLiteral("/stores/0/persistence=\"log_always\"")});
        QVERIFY(logged.is_object());
        QCOMPARE(outcomes(logged, "refused"), outcomes(volatileStore, "refused"));
        QCOMPARE(outcomes(logged, "logged_out"), 0);
        QCOMPARE(broken(logged, "durability"), 0);
    }

    /// Reference §7: a write goes to each of the others, or to the store alone.
    void messagesPerWrite_data()
    {
        QTest::addColumn<int>("servers");
        for (int servers = 2; servers <= 8; ++servers)
            QTest::addRow("N = %d", servers) << servers;
    }
    void messagesPerWrite()
    {
        QFETCH(int, servers);
        constexpr int writes = 4; // two log-ins, two puts
        const QStringList count {QStringLiteral("--servers"), QString::number(servers)};
        const nlohmann::json copied = summaryOf(QStringList {QStringLiteral("cluster-lag")} + count);
        QVERIFY(copied.is_object());
        QCOMPARE(messages(copied, "replication_delta"), writes * (servers - 1));
        const nlohmann::json stored = summaryOf(
            QStringList {QStringLiteral("cluster-lag"), QStringLiteral("--policy"), QStringLiteral("store")} + count);
        QVERIFY(stored.is_object());
        for (const auto &[kind, what] : stored["messages"].items())
            QVERIFY2(!QString::fromStdString(kind).startsWith(QLatin1String("replication")), kind.c_str());
        QVERIFY(messages(stored, "store_save") >= writes);
    }
};

QTEST_GUILESS_MAIN(ThreeWaysTest)
#include "tst_threeways.moc"
