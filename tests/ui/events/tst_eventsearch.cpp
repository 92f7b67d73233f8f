// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonl.h"
#include "resources/lessons.h"
#include "tests/ui/events/eventsfixture.h"
#include "ui/text/recordtext.h"
#include "ui/text/verdicttext.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace sessionarium;
using namespace sessionarium::ui;
using events::EventFilter;
using events::EventSearch;
using events::RecordList;
using tests::EventsFixture;

namespace {

using Ids = std::vector<std::uint32_t>;

Ids idsOf(const RecordList &list)
{
    Ids ids;
    for (std::uint32_t i = 0; i < list.size(); ++i)
        ids.push_back(list.at(i));
    return ids;
}

/// What a filter means, said once more and simply: all records are looked at, in their order.
class NaiveFilter
{
public:
    NaiveFilter(const document::PlayedRun &run, const text::Names &names) : m_run(run), m_names(names)
    {
        for (const verdict::Verdict &verdict : run.verdicts().all())
            m_finished[verdict.finished.value] = verdict;
    }

    Ids ids(const EventFilter &filter)
    {
        Ids ids;
        for (std::uint32_t id = 0; id < m_run.timeline().size(); ++id) {
            const timeline::Record &record = m_run.timeline()[id];
            if (std::holds_alternative<model::RequestIssued>(record.fact))
                m_clientOf[record.request.value] = record.entity;
            if (matches(filter, id, record))
                ids.push_back(id);
        }
        return ids;
    }

private:
    model::EntityId user(const timeline::Record &record) const
    {
        const auto issued = m_clientOf.find(record.request.value);
        if (record.request.isSome() && issued != m_clientOf.end())
            return issued->second;
        const bool isClient =
            record.entity.isSome() && m_run.timeline().entity(record.entity).type == model::EntityType::Client;
        return isClient ? record.entity : model::EntityId();
    }

    bool matches(const EventFilter &filter, std::uint32_t id, const timeline::Record &record) const
    {
        const auto finished = m_finished.find(id);
        const bool finishes = finished != m_finished.end();
        if (filter.where.isSome() && !(record.entity == filter.where))
            return false;
        if (filter.user.isSome() && !(user(record) == filter.user))
            return false;
        if (filter.kind && events::kindOf(record.fact) != *filter.kind)
            return false;
        if (filter.outcome && !(finishes && finished->second.outcome == *filter.outcome))
            return false;
        QString text = text::recordSentence(m_names, model::RecordId(id)) + QLatin1Char('\n');
        text += text::kindTitle(record.fact) + QLatin1Char('\n') + m_names.entity(record.entity) + QLatin1Char('\n');
        if (user(record).isSome())
            text += m_names.entity(user(record)) + QLatin1Char('\n');
        if (record.request.isSome())
            text += QStringLiteral("#%1\n").arg(record.request.value);
        if (finishes)
            text += text::outcomeName(finished->second.outcome);
        text = text.toLower();
        for (const QString &word : filter.text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!text.contains(word))
                return false;
        }
        return true;
    }

    const document::PlayedRun &m_run;
    const text::Names &m_names;
    std::map<std::uint32_t, verdict::Verdict> m_finished;
    std::map<std::uint32_t, model::EntityId> m_clientOf;
};

} // namespace

class TestEventSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsKnowPositions();
    void findsWhatANaiveFilterFinds_data();
    void findsWhatANaiveFilterFinds();
    void goesOnWhereItEnded();
    void thinksAnewOfAnotherFilter();
    void stopsWhenTold();
    void anUnfinishedRequestHasAUser();

private:
    std::unique_ptr<EventsFixture> m_fixture;
};

void TestEventSearch::initTestCase()
{
    m_fixture = std::make_unique<EventsFixture>();
    m_fixture->openLesson(QStringLiteral("sticky-crash"), resources::findLesson("sticky-crash"));
    QVERIFY(m_fixture->document().isOpen());
    QVERIFY(m_fixture->timeline().size() > 200);
}

void TestEventSearch::listsKnowPositions()
{
    RecordList list;
    list.append({3, 4, 9});
    list.append({});
    list.append({12, 40});
    QCOMPARE(idsOf(list), (Ids {3, 4, 9, 12, 40}));
    QCOMPARE(list.countBelow(0), 0U);
    QCOMPARE(list.countBelow(4), 1U);
    QCOMPARE(list.countBelow(10), 3U);
    QCOMPARE(list.countBelow(12), 3U);
    QCOMPARE(list.countBelow(41), 5U);
    const RecordList before = list;
    list.append({41});
    QCOMPARE(before.size(), 5U);
    const RecordList all = RecordList::all(7);
    QCOMPARE(all.size(), 7U);
    QCOMPARE(all.at(6), 6U);
    QCOMPARE(all.countBelow(100), 7U);
}

void TestEventSearch::findsWhatANaiveFilterFinds_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("text");
    const auto kind = [](const model::Fact &fact) { return static_cast<int>(events::kindOf(fact)); };
    QTest::newRow("where") << "server-2"
                           << "" << -1 << -1 << "";
    QTest::newRow("user") << ""
                          << "junho" << -1 << -1 << "";
    QTest::newRow("kind") << ""
                          << "" << kind(model::SessionMissing {}) << -1 << "";
    QTest::newRow("message") << ""
                             << "" << kind(model::Sent {}) << -1 << "";
    QTest::newRow("outcome") << ""
                             << "" << -1 << static_cast<int>(verdict::Outcome::LoggedOut) << "";
    QTest::newRow("fine") << ""
                          << "minji" << -1 << static_cast<int>(verdict::Outcome::Fine) << "";
    QTest::newRow("text") << ""
                          << "" << -1 << -1 << "SESSION";
    QTest::newRow("two words") << ""
                               << "" << -1 << -1 << "server minji";
    QTest::newRow("nothing like it") << ""
                                     << "" << -1 << -1 << "xyzzy";
    QTest::newRow("request") << ""
                             << "" << -1 << -1 << "#3";
    QTest::newRow("all at once") << "balancer"
                                 << "junho" << kind(model::Sent {}) << -1 << "request";
}

void TestEventSearch::findsWhatANaiveFilterFinds()
{
    QFETCH(QString, where);
    QFETCH(QString, user);
    QFETCH(int, kind);
    QFETCH(int, outcome);
    QFETCH(QString, text);
    const auto run = m_fixture->document().played();
    EventFilter filter;
    filter.where = run->timeline().findEntity(where.toStdString());
    filter.user = run->timeline().findEntity(user.toStdString());
    QCOMPARE(filter.where.isNone(), where.isEmpty());
    QCOMPARE(filter.user.isNone(), user.isEmpty());
    if (kind >= 0)
        filter.kind = static_cast<std::uint32_t>(kind);
    if (outcome >= 0)
        filter.outcome = static_cast<verdict::Outcome>(outcome);
    filter.text = text;

    const Ids expected = NaiveFilter(*run, m_fixture->texts().names()).ids(filter);
    QCOMPARE(expected.empty(), text == QLatin1String("xyzzy")); // else the case shows nothing
    QVERIFY(expected.size() < run->timeline().size());
    EventSearch search;
    search.setContent(run, run->timeline().size());
    search.setFilter(filter, text::Language::English);
    search.wait();
    QCOMPARE(idsOf(search.found()), expected);
    QCOMPARE(search.permille(), 1000);
}

void TestEventSearch::goesOnWhereItEnded()
{
    const auto run = m_fixture->document().played();
    for (const QString &text : {QString(), QStringLiteral("server")}) {
        EventFilter filter;
        filter.text = text;
        filter.where = run->timeline().findEntity("server-2");
        const Ids all = NaiveFilter(*run, m_fixture->texts().names()).ids(filter);
        EventSearch search;
        search.setFilter(filter, text::Language::English);
        for (const std::uint32_t limit : {0U, 1U, 100U, 101U, run->timeline().size()}) {
            search.setContent(run, limit);
            search.wait();
            const Ids expected(all.begin(), std::lower_bound(all.begin(), all.end(), limit));
            QCOMPARE(idsOf(search.found()), expected);
        }
        search.setContent(run, 50); // a gate that shut again
        search.wait();
        QCOMPARE(idsOf(search.found()).size(),
                 std::size_t(std::lower_bound(all.begin(), all.end(), 50U) - all.begin()));
    }
}

void TestEventSearch::thinksAnewOfAnotherFilter()
{
    const auto run = m_fixture->document().played();
    EventSearch search;
    search.setContent(run, run->timeline().size());
    QCOMPARE(search.found().size(), run->timeline().size());
    EventFilter filter;
    filter.text = QStringLiteral("session");
    search.setFilter(filter, text::Language::English);
    filter.text.clear();
    filter.outcome = verdict::Outcome::LoggedOut;
    search.setFilter(filter, text::Language::English); // before the first one has found anything
    search.wait();
    QCOMPARE(idsOf(search.found()), NaiveFilter(*run, m_fixture->texts().names()).ids(filter));
    search.setFilter({}, text::Language::English);
    QVERIFY(!search.isBusy());
    QCOMPARE(search.found().size(), run->timeline().size());
}

void TestEventSearch::stopsWhenTold()
{
    const auto run = m_fixture->document().played();
    EventSearch search;
    search.setContent(run, run->timeline().size());
    EventFilter filter;
    filter.text = QStringLiteral("session");
    QSignalSpy changed(&search, &EventSearch::changed);
    search.setFilter(filter, text::Language::English);
    QVERIFY(search.isBusy());
    search.cancel();
    QVERIFY(!search.isBusy());
    QVERIFY(search.isIncomplete());
    QCOMPARE(search.found().size(), 0U);
    QVERIFY(changed.count() >= 2);
    filter.text = QStringLiteral("server");
    search.setFilter(filter, text::Language::English);
    search.wait();
    QVERIFY(!search.isIncomplete()); // and what was under way did not arrive any more
    QCOMPARE(idsOf(search.found()), NaiveFilter(*run, m_fixture->texts().names()).ids(filter));
}

void TestEventSearch::anUnfinishedRequestHasAUser()
{
    EventsFixture fixture;
    fixture.openText(R"json({"format": "sessionarium-scenario", "version": 1, "id": "open-end",
        "title": {"en": "Open end"}, "duration_us": 2000000,
        "clients": [{"id": "minji"}], "balancer": {}, "servers": [{"id": "server-1", "service_time_us": 900000}],
        "branches": [{"id": "main", "actions": [{"id": "a", "do": "read", "client": "minji", "at_us": 1500000}]}]})json");
    QVERIFY(fixture.document().isOpen());
    QVERIFY(fixture.run().verdicts().all().empty());
    const std::uint32_t last = fixture.timeline().size() - 1;
    QVERIFY(fixture.timeline()[last].request.isSome());
    QCOMPARE(events::userOf(fixture.run(), model::RecordId(last)).value, fixture.timeline().findEntity("minji").value);
}

QTEST_MAIN(TestEventSearch)
#include "tst_eventsearch.moc"
