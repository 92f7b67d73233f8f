// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scenario/scenariofiles.h"

#include <QtTest>

using namespace sessionarium;
using scenario::RunChange;
using test::read;

/// Policy presets (semantics §6).
class TestPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsSetTheirValuesAlone();
    void presetsBringWhatTheyNeed();
    void presetOfValues_data();
    void presetOfValues();
    void presetOfNoBalancerIsNone();
};

void TestPresets::presetsSetTheirValuesAlone()
{
    const std::vector<std::string> expected {"none",
                                             "sticky",
                                             "sticky-ip",
                                             "all-to-all",
                                             "all-to-all-ack",
                                             "store",
                                             "store-aof",
                                             "store-replica",
                                             "store-disk",
                                             "sticky+all-to-all",
                                             "sticky+all-to-all-ack",
                                             "sticky+store",
                                             "sticky+store-aof",
                                             "sticky+store-replica",
                                             "sticky+store-disk"};
    QCOMPARE(scenario::presets(), expected);
    const model::Setup before = read(QStringLiteral("everything")).setup;
    for (const std::string &preset : scenario::presets()) {
        model::Setup setup = before;
        scenario::applyPreset(setup, preset);
        QCOMPARE(scenario::presetOf(setup), preset);
        setup.balancer->stickiness = before.balancer->stickiness;
        setup.sessions.policy = before.sessions.policy;
        setup.sessions.acknowledged = before.sessions.acknowledged;
        if (preset.find("store") == std::string::npos) {
            QVERIFY(setup.stores.empty()); // it has no such entity
            setup.stores = before.stores;
        }
        setup.stores.front().persistence = before.stores.front().persistence;
        QCOMPARE(setup.stores.front().replica.has_value(),
                 preset.find("store") == std::string::npos || preset.ends_with("-replica"));
        setup.stores.front().replica = before.stores.front().replica;
        QVERIFY(setup == before);
    }
}

void TestPresets::presetsBringWhatTheyNeed()
{
    const model::Setup before = scenario::emptyScenario().setup;
    for (const std::string &preset : scenario::presets()) {
        RunChange change;
        change.policy = preset;
        const auto result = scenario::changed(scenario::emptyScenario(), change);
        QVERIFY2(result.ok(), preset.c_str());
        const model::Setup &setup = result.value().setup;
        QCOMPARE(scenario::presetOf(setup), preset);
        const bool needsStore = preset.find("store") != std::string::npos;
        QCOMPARE(setup.stores.size(), std::size_t {needsStore ? 1u : 0u});
        if (!needsStore)
            continue;
        model::StoreSpec expected;
        expected.name = {"저장소", "Store"};
        expected.persistence = setup.stores.front().persistence;
        expected.replica = setup.stores.front().replica;
        QVERIFY(setup.stores.front() == expected);
        QCOMPARE(expected.replica.has_value(), preset.ends_with("-replica"));
    }
}

void TestPresets::presetOfValues_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("preset");
    const auto row = [](const char *name, const char *values, const char *preset) {
        QTest::newRow(name) << QString::fromLatin1(values).split(u'|') << QString::fromLatin1(preset);
    };
    row("delays do not matter", R"(/sessions/replication_delay_us=2000000|/sessions/policy="all_to_all")",
        "all-to-all");
    row("nor does the hash", R"(/balancer/hash="consistent"|/balancer/stickiness="source_ip")", "sticky-ip");
    row("nor what has no effect", R"(/sessions/acknowledged=true)", "none");
    row("an unused store", R"(/stores=[{"persistence": "disk"}])", "none");
    row("no preset pins by address and shares", R"(/balancer/stickiness="source_ip"|/sessions/policy="all_to_all")",
        "custom");
    row("nor takes snapshots", R"(/stores=[{"persistence": "snapshots"}]|/sessions/policy="store")", "custom");
    row("nor logs with a replica",
        R"(/stores=[{"persistence": "log_every_second", "replica": {}}]|/sessions/policy="store")", "custom");
    row("times of the store do not matter",
        R"(/stores=[{"persistence": "disk", "flush_us": 9000}]|/sessions/policy="store")", "store-disk");
}

void TestPresets::presetOfValues()
{
    QFETCH(QStringList, values);
    QFETCH(QString, preset);
    RunChange change;
    for (const QString &value : values)
        change.set.push_back({value.section(u'=', 0, 0).toStdString(), value.section(u'=', 1).toStdString()});
    const auto result = scenario::changed(read(QStringLiteral("mismatch")), change);
    QVERIFY(result.ok());
    QCOMPARE(QString::fromStdString(scenario::presetOf(result.value().setup)), preset);
}

void TestPresets::presetOfNoBalancerIsNone()
{
    model::Setup setup = read(QStringLiteral("one-server")).setup;
    const model::Setup before = setup;
    scenario::applyPreset(setup, "sticky");
    QVERIFY(setup == before);
    QCOMPARE(scenario::presetOf(setup), std::string("none"));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
