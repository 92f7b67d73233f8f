// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/difference.h"

#include <QTest>

using namespace sessionarium;
using timeline::firstDifference;
using timeline::Record;
using timeline::Timeline;

namespace {

constexpr model::SimTime at(std::int64_t milliseconds)
{
    return model::SimTime {} + model::milliseconds(milliseconds);
}

/// A run of a client and two servers, known under other numbers if `turned`.
class Run
{
public:
    explicit Run(bool turned)
    {
        timeline::RunInfo info;
        info.duration = model::seconds(10);
        info.strings = turned ? std::vector<std::string> {"b", "server-2", "a", "server-1", "minji"}
                              : std::vector<std::string> {"minji", "server-1", "server-2", "a", "b"};
        const auto entity = [&info](const char *id, model::EntityType type) {
            info.entities.push_back({id, type, {}});
        };
        if (turned)
            entity("server-2", model::EntityType::Server);
        entity("minji", model::EntityType::Client);
        entity("server-1", model::EntityType::Server);
        if (!turned)
            entity("server-2", model::EntityType::Server);
        m_timeline.begin(info);
    }

    void add(model::SimTime time, const char *entity, const model::Fact &fact)
    {
        Record record;
        record.at = time;
        record.entity = m_timeline.findEntity(entity);
        record.fact = fact;
        m_timeline.append(model::RecordId(m_timeline.size()), record);
    }
    [[nodiscard]] model::Fact found(const char *session) const
    {
        return model::SessionFound {*m_timeline.strings().find(session)};
    }
    [[nodiscard]] model::Fact forwarded(const char *server) const
    {
        model::Forwarded fact;
        fact.server = m_timeline.findEntity(server);
        return fact;
    }
    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }

private:
    Timeline m_timeline;
};

void addPrefix(Run &run)
{
    run.add(at(1000), "minji", run.forwarded("server-1"));
    run.add(at(1000), "server-1", run.found("a"));
    run.add(at(2000), "server-2", model::Crashed {});
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersDoNotMatter();
    void aTextMakesADifference();
    void anEntityMakesADifference();
    void oneSideMayHaveNothing();
    void nothingBeyondTheLimit();
};

void TestDifference::numbersDoNotMatter()
{
    Run one(false);
    Run other(true);
    addPrefix(one);
    addPrefix(other);
    QVERIFY(one.timeline()[0].entity != other.timeline()[0].entity); // else this would test nothing
    QVERIFY(!firstDifference(one.timeline(), other.timeline(), at(10'000)));
    QVERIFY(!firstDifference(one.timeline(), one.timeline(), at(10'000)));
}

void TestDifference::aTextMakesADifference()
{
    Run one(false);
    Run other(true);
    addPrefix(one);
    addPrefix(other);
    one.add(at(3000), "server-1", one.found("a"));
    other.add(at(3000), "server-1", other.found("b"));
    const timeline::Difference expected {at(3000), model::RecordId(3), model::RecordId(3)};
    const auto difference = firstDifference(one.timeline(), other.timeline(), at(10'000));
    QVERIFY(difference && *difference == expected);
}

void TestDifference::anEntityMakesADifference()
{
    Run one(false);
    Run other(true);
    addPrefix(one);
    addPrefix(other);
    one.add(at(3000), "minji", one.forwarded("server-1"));
    other.add(at(3000), "minji", other.forwarded("server-2"));
    QVERIFY(firstDifference(one.timeline(), other.timeline(), at(10'000)));
    // Under one number, but not the same.
    Run same(false);
    Run turned(true);
    same.add(at(1000), "minji", model::Crashed {});
    turned.add(at(1000), "server-2", model::Crashed {});
    QCOMPARE(same.timeline()[0].entity, turned.timeline()[0].entity);
    QVERIFY(firstDifference(same.timeline(), turned.timeline(), at(10'000)));
}

void TestDifference::oneSideMayHaveNothing()
{
    Run one(false);
    Run other(false);
    addPrefix(one);
    addPrefix(other);
    other.add(at(2500), "server-1", model::Crashed {});
    const timeline::Difference onlyOther {at(2500), model::RecordId::none(), model::RecordId(3)};
    QVERIFY(*firstDifference(one.timeline(), other.timeline(), at(10'000)) == onlyOther);
    one.add(at(4000), "server-1", one.found("a")); // later: at that moment still nothing
    QVERIFY(*firstDifference(one.timeline(), other.timeline(), at(10'000)) == onlyOther);
    const timeline::Difference turned {at(2500), model::RecordId(3), model::RecordId::none()};
    QVERIFY(*firstDifference(other.timeline(), one.timeline(), at(10'000)) == turned);
}

void TestDifference::nothingBeyondTheLimit()
{
    Run one(false);
    Run other(false);
    addPrefix(one);
    addPrefix(other);
    other.add(at(2500), "server-1", model::Crashed {});
    QVERIFY(!firstDifference(one.timeline(), other.timeline(), at(2499)));
    QVERIFY(firstDifference(one.timeline(), other.timeline(), at(2500)));
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
