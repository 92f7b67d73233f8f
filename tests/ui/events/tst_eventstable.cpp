// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csv.h"
#include "resources/lessons.h"
#include "tests/ui/events/eventsfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace sessionarium;
using namespace sessionarium::ui;
using events::Column;
using events::EventFilter;
using events::EventsModel;
using model::RecordId;
using tests::EventsFixture;

Q_DECLARE_METATYPE(sessionarium::model::SimTime)
Q_DECLARE_METATYPE(sessionarium::model::RequestId)

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What hands do to the table of events: seek, select, copy, export.
class TestEventsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aClickSeeksAndLights();
    void draggingAndShiftSelect();
    void keysMove();
    void homeAndEndStayThePlayheadsAfterAClick();
    void copiesWithTabs();
    void exportsWhatIsSelectedOrFiltered();
    void anUnwritableFileIsSaid();
    void goesToARequest();

private:
    [[nodiscard]] std::uint32_t last() { return m_fixture->model().total() - 1; }

    std::unique_ptr<EventsFixture> m_fixture;
};

void TestEventsTable::init()
{
    m_fixture = std::make_unique<EventsFixture>();
    m_fixture->openLesson(QStringLiteral("mismatch"), resources::findLesson("mismatch"));
    QVERIFY(m_fixture->document().isOpen());
    m_fixture->reveal();
}

void TestEventsTable::aClickSeeksAndLights()
{
    QSignalSpy sought(&m_fixture->view(), &events::EventsView::seekRequested);
    QSignalSpy clicked(&m_fixture->view(), &events::EventsView::requestClicked);
    const verdict::Verdict &verdict = m_fixture->run().verdicts().all().front();
    const std::uint32_t position = verdict.finished.value;
    m_fixture->table().scrollToPosition(position);
    QTest::mouseClick(m_fixture->table().viewport(), Qt::LeftButton, {}, m_fixture->middleOf(position));
    QCOMPARE(sought.size(), 1);
    QCOMPARE(sought.takeFirst().at(0).value<model::SimTime>().us, m_fixture->timeline()[position].at.us);
    QCOMPARE(clicked.takeFirst().at(0).value<model::RequestId>().value, verdict.request.value);
    QCOMPARE(m_fixture->table().currentRecord().value, position);
    // A record of no request seeks only.
    m_fixture->table().scrollToPosition(0);
    QVERIFY(m_fixture->timeline()[0].request.isNone());
    QTest::mouseClick(m_fixture->table().viewport(), Qt::LeftButton, {}, m_fixture->middleOf(0));
    QCOMPARE(sought.size(), 1);
    QVERIFY(clicked.isEmpty());
    QTest::keyClick(&m_fixture->table(), Qt::Key_Return);
    QCOMPARE(sought.size(), 2);
}

void TestEventsTable::draggingAndShiftSelect()
{
    QSignalSpy sought(&m_fixture->view(), &events::EventsView::seekRequested);
    m_fixture->table().scrollToPosition(4);
    QWidget *viewport = m_fixture->table().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, m_fixture->middleOf(5));
    QMouseEvent drag(QEvent::MouseMove, m_fixture->middleOf(8), viewport->mapToGlobal(m_fixture->middleOf(8)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &drag);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, m_fixture->middleOf(8));
    QCOMPARE(m_fixture->table().selectedPositions(), (std::pair<std::uint32_t, std::uint32_t> {5, 9}));
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ShiftModifier, m_fixture->middleOf(6));
    QCOMPARE(m_fixture->table().selectedPositions(), (std::pair<std::uint32_t, std::uint32_t> {5, 7}));
    QVERIFY(sought.isEmpty()); // selecting is no seeking
    QVERIFY(m_fixture->model().index(1, 0).data(EventsModel::SelectedRole).toBool());
    QVERIFY(!m_fixture->model().index(3, 0).data(EventsModel::SelectedRole).toBool());
}

void TestEventsTable::keysMove()
{
    events::EventsTable &table = m_fixture->table();
    table.setFocus(Qt::TabFocusReason);
    QCOMPARE(table.currentRecord().value, last()); // where the keys begin is seen
    const auto press = [&table](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&table, key, modifiers);
        const std::uint32_t current = table.currentRecord().value;
        const bool seen = current >= table.first() && current < table.first() + table.capacity();
        return seen ? static_cast<int>(current) : -1;
    };
    QCOMPARE(press(Qt::Key_Home), 0);
    QCOMPARE(press(Qt::Key_Down), 1);
    QCOMPARE(press(Qt::Key_PageDown), 1 + static_cast<int>(table.capacity()));
    QCOMPARE(press(Qt::Key_PageUp), 1);
    QCOMPARE(press(Qt::Key_Up), 0);
    QCOMPARE(press(Qt::Key_Up), 0);
    QCOMPARE(press(Qt::Key_End), static_cast<int>(last()));
    QCOMPARE(press(Qt::Key_Down), static_cast<int>(last()));
    QCOMPARE(press(Qt::Key_Home, Qt::ShiftModifier), 0);
    QCOMPARE(table.selectedPositions().second, last() + 1);
    QCOMPARE(table.currentIndex().row(), 0); // what a screen reader reads
    const QString spoken = table.currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(m_fixture->cell(0, Column::What)));
}

void TestEventsTable::homeAndEndStayThePlayheadsAfterAClick()
{
    events::EventsTable &table = m_fixture->table();
    m_fixture->table().scrollToPosition(3);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, m_fixture->middleOf(4));
    table.setFocus(Qt::MouseFocusReason);
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Left, Qt::Key_Space}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&table, &event);
        QVERIFY(!event.isAccepted());
        QCOMPARE(table.currentRecord().value, 4U);
    }
    QVERIFY(!table.ownsPageKeys());
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.currentRecord().value, 5U);
    QVERIFY(table.ownsPageKeys());
}

void TestEventsTable::copiesWithTabs()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    m_fixture->view().copy(); // nothing is selected
    m_fixture->view().wait();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    m_fixture->table().setCurrentRecord(RecordId(6));
    QTest::keyClick(&m_fixture->table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&m_fixture->table(), Qt::Key_C, Qt::ControlModifier);
    m_fixture->view().wait();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    for (std::uint32_t i = 0; i < 2; ++i) {
        const QStringList cells = lines[static_cast<int>(i)].split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), events::columnCount);
        for (int column = 0; column < events::columnCount; ++column)
            QCOMPARE(cells[column], m_fixture->cell(6 + i, static_cast<Column>(column)));
    }
}

void TestEventsTable::exportsWhatIsSelectedOrFiltered()
{
    std::string whole;
    QVERIFY(
        report::writeCsv(m_fixture->timeline(), m_fixture->run().verdicts(), true, [&whole](std::string_view bytes) {
            whole += bytes;
            return true;
        }));
    const QList<QByteArray> lines = QByteArray::fromStdString(whole).split('\n'); // line i + 1 is record i
    const auto exported = [this] {
        const QString path = m_fixture->path(QStringLiteral("part.csv"));
        m_fixture->view().exportTo(path);
        m_fixture->view().wait();
        return bytesOf(path).split('\n');
    };
    QCOMPARE(exported(), lines);

    EventFilter filter;
    filter.where = m_fixture->timeline().findEntity("server-2");
    m_fixture->view().setFilter(filter);
    m_fixture->view().wait();
    QList<QByteArray> expected {lines.front()};
    for (const std::uint32_t id : m_fixture->idsSeen())
        expected << lines[static_cast<int>(id) + 1];
    expected << QByteArray();
    QVERIFY(expected.size() > 5);
    QCOMPARE(exported(), expected);

    m_fixture->table().setCurrentRecord(m_fixture->model().recordAt(1));
    QTest::keyClick(&m_fixture->table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(exported(), (QList<QByteArray> {expected[0], expected[2], expected[3], QByteArray()}));
}

void TestEventsTable::anUnwritableFileIsSaid()
{
    const QString path = m_fixture->path(QStringLiteral("no-such-folder/a.csv"));
    m_fixture->view().exportTo(path);
    m_fixture->view().wait();
    QVERIFY(!QFile::exists(path));
    QVERIFY2(m_fixture->view().bar().state().contains(QStringLiteral("a.csv")),
             qPrintable(m_fixture->view().bar().state()));
}

void TestEventsTable::goesToARequest()
{
    const verdict::Verdict &verdict = m_fixture->run().verdicts().all()[1];
    m_fixture->view().goToRequest(verdict.request);
    QCOMPARE(m_fixture->table().currentRecord().value, verdict.finished.value);
    QVERIFY(m_fixture->table().first() <= verdict.finished.value);
    QVERIFY(verdict.finished.value < m_fixture->table().first() + m_fixture->table().capacity());
    // A row of the same request that is current already stays.
    m_fixture->table().setCurrentRecord(verdict.issued);
    m_fixture->view().goToRequest(verdict.request);
    QCOMPARE(m_fixture->table().currentRecord().value, verdict.issued.value);
    // Before its end: its newest record so far.
    m_fixture->table().setCurrentRecord({});
    m_fixture->view().setMoment(m_fixture->timeline()[verdict.issued].at);
    m_fixture->view().goToRequest(verdict.request);
    QVERIFY(m_fixture->table().currentRecord().isSome());
    QVERIFY(m_fixture->table().currentRecord().value < m_fixture->model().total());
    QVERIFY(m_fixture->timeline()[m_fixture->table().currentRecord()].request == verdict.request);
}

QTEST_MAIN(TestEventsTable)
#include "tst_eventstable.moc"
