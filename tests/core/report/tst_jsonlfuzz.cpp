// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/jsonltext.h"

#include "core/report/csv.h"
#include "core/report/lanelayout.h"
#include "core/report/summary.h"
#include "core/timeline/fold.h"
#include "tests/support/printing.h"

#include <QTest>

#include <utility>
#include <vector>

using namespace sessionarium;
using namespace sessionarium::tests;
using namespace sessionarium::model;

namespace {

/// SplitMix64, so that a failure comes back with its row.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) { }
    std::size_t below(std::size_t bound)
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }

private:
    std::uint64_t m_state;
};

/// Everything that reads a timeline at once, record by record: what the reader lets through must not harm any of them.
class Everybody : public timeline::RecordSink
{
public:
    void begin(const timeline::RunInfo &info) override
    {
        timeline.begin(info);
        judge.begin(info);
    }
    void internString(StringId id, std::string_view text) override
    {
        timeline.internString(id, text);
        judge.internString(id, text);
    }
    void joinEntity(EntityId entity, StringId text) override
    {
        timeline.joinEntity(entity, text);
        judge.joinEntity(entity, text);
    }
    void append(RecordId id, const timeline::Record &record) override
    {
        timeline.append(id, record);
        judge.append(id, record);
        timeline::fold(state, id, record);
    }
    void end() override
    {
        timeline.end();
        judge.end();
    }

    timeline::Timeline timeline;
    verdict::Judge judge;
    timeline::WorldState state;
};

/// Begin and length of each value of the file: a text with its quotes, a number, null, true, false.
std::vector<std::pair<std::size_t, std::size_t>> valuesOf(const std::string &text)
{
    std::vector<std::pair<std::size_t, std::size_t>> values;
    const auto isWord = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (text[i] == '"') {
            for (++end; end < text.size() && text[end] != '"'; ++end) {
                if (text[end] == '\\')
                    ++end;
            }
            ++end;
        } else {
            while (end < text.size() && isWord(text[end]))
                ++end;
        }
        if (end == i) {
            ++i;
            continue;
        }
        if (end < text.size() && text[end] != ':')
            values.emplace_back(i, end - i);
        i = end;
    }
    return values;
}

} // namespace

/// Changes a file by chance, with fixed seeds: the reader says no or yes, and nothing falls over.
class TestJsonLinesFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data() { seeds(); }
    void bytes();
    void values_data() { seeds(); }
    void values();

private:
    static void seeds();
    void readAll(const std::string &text);

    int m_refused = 0;
    std::uint32_t m_records = 0;
};

void TestJsonLinesFuzz::seeds()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestJsonLinesFuzz::readAll(const std::string &text)
{
    Everybody readers;
    const auto read = report::readJsonLinesInto(text, readers, manyRecords);
    const std::uint32_t records = readers.timeline.size();
    m_records += records;

    const verdict::Verdicts verdicts(readers.judge.verdicts(), readers.judge.unfinished());
    const report::Summary summary = report::summarize(readers.timeline, verdicts, records);
    QVERIFY(!report::toJson(summary).empty());
    QCOMPARE(summary.requests, std::uint64_t(readers.judge.verdicts().size()));
    QCOMPARE(summary.unfinished, std::uint64_t(readers.judge.unfinished()));
    const report::PacingMap pacing(readers.timeline);
    const report::LaneLayout lanes = report::layOutLanes(readers.timeline, verdicts, pacing);
    QCOMPARE(lanes.marks.size(), readers.judge.verdicts().size());
    QVERIFY(report::writeCsv(readers.timeline, verdicts, false, [](std::string_view) { return true; }));

    if (!read) {
        ++m_refused;
        QCOMPARE(read.problems().size(), std::size_t(1));
        return;
    }
    // What was let in is written as the format says, and that comes back the same.
    const std::string written = jsonLinesOf(readers.timeline);
    const auto again = report::readJsonLines(written, manyRecords);
    QVERIFY(again.ok());
    QVERIFY(jsonLinesOf(*again.value()) == written);
}

void TestJsonLinesFuzz::bytes()
{
    QFETCH(int, seed);
    const std::string whole = everyKind();
    Dice dice(static_cast<std::uint64_t>(seed));
    m_refused = 0;
    for (int round = 0; round < 100; ++round) {
        std::string text = whole;
        for (std::size_t changes = 1 + dice.below(3); changes > 0; --changes) {
            const std::size_t at = dice.below(text.size());
            const std::size_t length = std::min(text.size() - at, 1 + dice.below(40));
            switch (dice.below(4)) {
            case 0:
                text[at] = static_cast<char>(dice.below(256));
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, text.substr(dice.below(text.size()), length));
                break;
            default:
                text[at] = "{}[],:\"\\ \r\n0"[dice.below(12)];
                break;
            }
        }
        readAll(text);
    }
    QVERIFY(m_refused > 50);
}

void TestJsonLinesFuzz::values()
{
    QFETCH(int, seed);
    const std::string whole = everyKind();
    const auto places = valuesOf(whole);
    Dice dice(static_cast<std::uint64_t>(seed) << 32);
    m_refused = 0;
    m_records = 0;
    for (int round = 0; round < 200; ++round) {
        std::string text = whole;
        // One value takes the place of another: numbers, names and words that are known, where they do not belong.
        const auto &to = places[dice.below(places.size())];
        const auto &from = places[dice.below(places.size())];
        text.replace(to.first, to.second, whole, from.first, from.second);
        readAll(text);
    }
    QVERIFY(m_refused > 50);
    QVERIFY(m_records > 2000); // it is not always line 1 that is refused
}

QTEST_GUILESS_MAIN(TestJsonLinesFuzz)
#include "tst_jsonlfuzz.moc"
