// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/lessons.h"
#include "tests/ui/events/eventsfixture.h"
#include "ui/text/recordtext.h"
#include "ui/text/timetext.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <set>

using namespace sessionarium;
using namespace sessionarium::ui;
using events::Column;
using events::EventFilter;
using events::EventsModel;
using model::RecordId;
using tests::EventsFixture;

namespace {

bool hasHangul(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The table of events against the timeline it shows.
class TestEventsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cellsAreTheRecords();
    void thePlayheadEndsTheTable();
    void theGateLeaksNothing();
    void filtersStayWithAnotherRun();
    void emptyTablesSayWhatToDo();
    void searchFieldAndChoicesFilter();
    void speaksBothLanguages();

private:
    std::unique_ptr<EventsFixture> m_fixture;
};

void TestEventsView::init()
{
    m_fixture = std::make_unique<EventsFixture>();
    m_fixture->openLesson(QStringLiteral("mismatch"), resources::findLesson("mismatch"));
    QVERIFY(m_fixture->document().isOpen());
}

void TestEventsView::cellsAreTheRecords()
{
    m_fixture->reveal();
    const timeline::Timeline &timeline = m_fixture->timeline();
    const text::Names &names = m_fixture->texts().names();
    QCOMPARE(m_fixture->model().total(), timeline.size());
    std::size_t outcomes = 0;
    for (std::uint32_t i = 0; i < timeline.size(); ++i) {
        const timeline::Record &record = timeline[i];
        QVERIFY(m_fixture->cell(i, Column::Time).startsWith(text::clockText(record.at)));
        QCOMPARE(m_fixture->cell(i, Column::Time).right(3).toLongLong(), record.at.us % 1000);
        QCOMPARE(m_fixture->cell(i, Column::Kind), text::kindTitle(record.fact));
        QCOMPARE(m_fixture->cell(i, Column::Where), names.entity(record.entity));
        QCOMPARE(m_fixture->cell(i, Column::What), text::recordSentence(names, RecordId(i)));
        const QString number = QStringLiteral("#%1").arg(record.request.value);
        QCOMPARE(m_fixture->cell(i, Column::User).endsWith(number), record.request.isSome());
        outcomes += m_fixture->cell(i, Column::Outcome).isEmpty() ? 0U : 1U;
    }
    QCOMPARE(outcomes, m_fixture->run().verdicts().all().size());
    QVERIFY(m_fixture->model().rowCount() < 16);
}

void TestEventsView::thePlayheadEndsTheTable()
{
    m_fixture->reveal();
    const timeline::Timeline &timeline = m_fixture->timeline();
    for (const std::int64_t ms : {0, 1000, 2001, 5003, 9000, 14000}) {
        const model::SimTime t = model::SimTime {} + model::milliseconds(ms);
        m_fixture->view().setMoment(t);
        const std::uint32_t total = m_fixture->model().total();
        QCOMPARE(total, timeline.countUpTo(t));
        QVERIFY(timeline[total - 1].at <= t);
        // The newest instant is marked, and in sight.
        QCOMPARE(m_fixture->table().first(), m_fixture->table().lastFirst());
        for (int row = 0; row < m_fixture->model().rowCount(); ++row) {
            const std::uint32_t id = m_fixture->table().first() + static_cast<std::uint32_t>(row);
            QCOMPARE(m_fixture->model().index(row, 0).data(EventsModel::NowRole).toBool(),
                     timeline[id].at == timeline[total - 1].at);
        }
    }
    // Somebody who looks at the beginning is left there.
    m_fixture->view().setMoment(model::SimTime {} + model::seconds(9));
    m_fixture->table().scrollToPosition(1);
    m_fixture->view().setMoment(model::SimTime {} + model::seconds(10));
    QCOMPARE(m_fixture->table().first(), 1U);
}

void TestEventsView::theGateLeaksNothing()
{
    const model::SimTime gate = m_fixture->document().view().revealedUntil;
    QVERIFY(gate < m_fixture->run().end());
    m_fixture->view().setMoment(m_fixture->run().end()); // the view itself has to hold
    m_fixture->view().wait();
    const timeline::Timeline &timeline = m_fixture->timeline();
    const std::uint32_t known = timeline.countUpTo(gate);
    QVERIFY(known < timeline.size());
    QCOMPARE(m_fixture->model().total(), known);
    QCOMPARE(m_fixture->idsSeen().back(), known - 1);
    QVERIFY(m_fixture->view().bar().state().contains(QString::number(known)));

    // What is still to come and what never comes look alike.
    const auto looks = [this](const EventFilter &filter) {
        m_fixture->view().setFilter(filter);
        m_fixture->view().wait();
        EventsFixture::settle();
        const auto *empty = m_fixture->view().findChild<QLabel *>(QStringLiteral("eventsEmptyText"));
        return QStringList {m_fixture->view().bar().state(), empty->text(), QString::number(m_fixture->model().total()),
                            m_fixture->table().accessibleDescription()};
    };
    EventFilter toCome;
    toCome.outcome = verdict::Outcome::LoggedOut;
    EventFilter never;
    never.outcome = verdict::Outcome::RevokedAccepted;
    QCOMPARE(looks(toCome), looks(never));
    QCOMPARE(m_fixture->model().total(), 0U);
    m_fixture->view().setFilter({});

    // Lists offer what has occurred only.
    const QString missing = text::kindTitle(model::SessionMissing {});
    auto *kinds = m_fixture->view().findChild<QComboBox *>(QStringLiteral("eventsKind"));
    const auto offers = [this, kinds, &missing] {
        m_fixture->view().wait();
        kinds->showPopup();
        kinds->hidePopup();
        return kinds->findText(missing) >= 0;
    };
    QVERIFY(!offers());
    QVERIFY(kinds->count() > 3);

    m_fixture->view().exportTo(m_fixture->path(QStringLiteral("gate.csv")));
    m_fixture->view().wait();
    QCOMPARE(bytesOf(m_fixture->path(QStringLiteral("gate.csv"))).count('\n'), qsizetype(known) + 1);

    m_fixture->view().setFilter(toCome);
    m_fixture->reveal();
    QVERIFY(m_fixture->model().total() > 0);
    QVERIFY(offers());
}

void TestEventsView::filtersStayWithAnotherRun()
{
    m_fixture->reveal();
    EventFilter filter;
    filter.where = m_fixture->timeline().findEntity("server-2");
    m_fixture->view().setFilter(filter);
    scenario::RunChange change;
    change.servers = 5;
    m_fixture->document().change(change);
    m_fixture->document().wait();
    m_fixture->setContent(false);
    m_fixture->reveal();
    QCOMPARE(m_fixture->view().filter().where.value, m_fixture->timeline().findEntity("server-2").value);
    QVERIFY(m_fixture->model().total() > 0);
    for (const std::uint32_t id : m_fixture->idsSeen())
        QCOMPARE(m_fixture->timeline().entity(m_fixture->timeline()[id].entity).id, std::string("server-2"));
    m_fixture->openLesson(QStringLiteral("one-server"), resources::findLesson("one-server"));
    QVERIFY(m_fixture->view().filter().isEmpty());
}

void TestEventsView::emptyTablesSayWhatToDo()
{
    auto *box = m_fixture->view().findChild<QWidget *>(QStringLiteral("eventsEmpty"));
    auto *label = m_fixture->view().findChild<QLabel *>(QStringLiteral("eventsEmptyText"));
    auto *button = m_fixture->view().findChild<QAbstractButton *>(QStringLiteral("eventsEmptyButton"));
    m_fixture->reveal();
    QVERIFY(!box->isVisible());
    EventFilter filter;
    filter.text = QStringLiteral("xyzzy");
    m_fixture->view().setFilter(filter);
    m_fixture->view().wait();
    QVERIFY(box->isVisible());
    QVERIFY(!label->text().isEmpty());
    EventsFixture::settle();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_fixture->view().filter().isEmpty());
    QVERIFY(!box->isVisible());
    m_fixture->view().setContent(nullptr, {}, true);
    QCOMPARE(m_fixture->model().rowCount(), 0);
    QVERIFY(box->isVisible());
    QVERIFY(!m_fixture->view().grab().isNull());
}

void TestEventsView::searchFieldAndChoicesFilter()
{
    m_fixture->reveal();
    auto *field = m_fixture->view().findChild<QLineEdit *>(QStringLiteral("eventsSearch"));
    QTest::keyClicks(field, QStringLiteral("server 2"));
    m_fixture->view().wait();
    QCOMPARE(m_fixture->view().filter().text, QStringLiteral("server 2"));
    const std::uint32_t found = m_fixture->model().total();
    QVERIFY(found > 0 && found < m_fixture->timeline().size());
    auto *kinds = m_fixture->view().findChild<QComboBox *>(QStringLiteral("eventsKind"));
    kinds->showPopup();
    kinds->hidePopup();
    kinds->setCurrentIndex(kinds->findText(text::kindTitle(model::SessionMissing {})));
    m_fixture->view().wait();
    QVERIFY(m_fixture->model().total() > 0 && m_fixture->model().total() < found);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(m_fixture->view().filter().kind.has_value());
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(m_fixture->table().currentRecord().isSome());
}

void TestEventsView::speaksBothLanguages()
{
    m_fixture->reveal();
    EventFilter filter;
    filter.text = QStringLiteral("logged out");
    m_fixture->view().setFilter(filter);
    m_fixture->view().wait();
    QVERIFY(m_fixture->model().total() > 0);
    const auto header = [this](int column) {
        return m_fixture->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    std::set<QString> titles;
    for (int i = 0; i < events::columnCount; ++i) {
        QVERIFY(!hasHangul(header(i)));
        titles.insert(header(i));
    }
    QCOMPARE(titles.size(), std::size_t(events::columnCount));
    m_fixture->translator().setLanguage(text::Language::Korean);
    EventsFixture::settle();
    m_fixture->view().wait();
    QCOMPARE(m_fixture->model().total(), 0U); // the words searched for are no Korean ones
    filter.text = QStringLiteral("로그인 풀림");
    m_fixture->view().setFilter(filter);
    m_fixture->view().wait();
    QVERIFY(m_fixture->model().total() > 0);
    for (int i = 0; i < events::columnCount; ++i)
        QVERIFY2(hasHangul(header(i)), qPrintable(header(i)));
    QVERIFY(hasHangul(m_fixture->cell(0, Column::What)));
    QVERIFY(hasHangul(m_fixture->view().bar().state()));
    QVERIFY(hasHangul(events::EventsView::heading()));
    const auto *field = m_fixture->view().findChild<QLineEdit *>(QStringLiteral("eventsSearch"));
    QVERIFY(hasHangul(field->placeholderText()));
}

QTEST_MAIN(TestEventsView)
#include "tst_eventsview.moc"
