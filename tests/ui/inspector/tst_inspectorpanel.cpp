// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspectorpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sessionarium;
using namespace sessionarium::ui;
using widgets::Button;

namespace {

/// Sessions are copied to all servers, half a second late; server 2 is slow, server 3 is being drained.
constexpr const char *cluster = R"({
  "format": "sessionarium-scenario", "version": 1, "id": "cluster", "title": {"ko": "묶음", "en": "Cluster"},
  "duration_us": 10000000, "seed": 1,
  "clients": [{"id": "minji", "name": {"ko": "민지", "en": "Minji"}}],
  "balancer": {"stickiness": "cookie"},
  "servers": [{"id": "server-1"}, {"id": "server-2"}, {"id": "server-3"}],
  "sessions": {"policy": "all_to_all", "replication_delay_us": 500000},
  "branches": [{"id": "main", "name": {"ko": "처음", "en": "Main"}, "actions": [
    {"id": "slow", "do": "slow", "server": "server-2", "service_time_us": 300000, "at_us": 500000},
    {"id": "in", "do": "log_in", "client": "minji", "at_us": 1000000},
    {"id": "put", "do": "write", "client": "minji", "item": "book", "at_us": 4000000},
    {"id": "drain", "do": "drain", "server": "server-3", "at_us": 5000000}
  ]}]
})";

/// Sessions in a store that writes snapshots and is killed before there is one.
constexpr const char *stored = R"({
  "format": "sessionarium-scenario", "version": 1, "id": "stored", "title": {"ko": "저장소", "en": "Stored"},
  "duration_us": 10000000, "seed": 1,
  "clients": [{"id": "minji", "name": {"ko": "민지", "en": "Minji"}}],
  "balancer": {},
  "servers": [{"id": "server-1"}, {"id": "server-2"}],
  "stores": [{"id": "store", "persistence": "log_every_second"}],
  "sessions": {"policy": "store"},
  "branches": [{"id": "main", "name": {"ko": "처음", "en": "Main"}, "actions": [
    {"id": "in", "do": "log_in", "client": "minji", "at_us": 1100000},
    {"id": "kill", "do": "store_crash", "store": "store", "at_us": 6000000}
  ]}]
})";

} // namespace

/// The inspector over real runs: what it says of each type of entity, and its buttons.
class TestInspectorPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerTellsAllItKnows();
    void theBalancerTellsWhatItThinks();
    void aStoreTellsWhatOutlivesIt();
    void aUserTellsWhereTheSessionIs();
    void rareActionsWaitBehindMore();
    void nothingIsSqueezed();

private:
    void open(const char *scenario);
    void goTo(const char *entity, model::Duration since);
    [[nodiscard]] QString valueOf(const char *row) const;
    [[nodiscard]] Button *button(model::ActionKind kind) const;

    QTemporaryDir m_folder;
    theme::ThemeHost m_host;
    text::Translator m_translator {text::Language::English};
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<playback::PlaybackController> m_playback;
    std::unique_ptr<playback::MomentState> m_moment;
    std::unique_ptr<document::RunTexts> m_texts;
    std::unique_ptr<inspector::InspectorPanel> m_panel;
};

void TestInspectorPanel::open(const char *scenario)
{
    m_panel.reset();
    QFile file(m_folder.filePath(QStringLiteral("scenario.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(scenario);
    file.close();
    m_document = std::make_unique<document::Document>();
    m_playback = std::make_unique<playback::PlaybackController>(*m_document, playback::monotonicClock());
    m_moment = std::make_unique<playback::MomentState>(*m_document, *m_playback);
    m_texts = std::make_unique<document::RunTexts>(*m_document, m_translator);
    m_document->openFile(file.fileName());
    m_document->wait();
    QVERIFY(m_document->isOpen());
    m_panel = std::make_unique<inspector::InspectorPanel>(m_host, *m_document, *m_moment, *m_texts);
    m_panel->resize(320, 900);
    m_panel->show();
}

void TestInspectorPanel::goTo(const char *entity, model::Duration since)
{
    m_playback->seek(model::SimTime {} + since);
    m_panel->setEntity(m_document->played()->timeline().findEntity(entity));
    m_panel->refresh();
    QCoreApplication::processEvents();
}

QString TestInspectorPanel::valueOf(const char *row) const
{
    const QString name = QString::fromLatin1(row) + QLatin1Char(' ');
    for (const widgets::TextLabel *label : m_panel->findChildren<widgets::TextLabel *>()) {
        if (label->isVisible() && label->accessibleName().startsWith(name))
            return label->text();
    }
    return QStringLiteral("(no such row)");
}

Button *TestInspectorPanel::button(model::ActionKind kind) const
{
    return m_panel->findChild<Button *>(QStringLiteral("act-%1").arg(static_cast<int>(kind)));
}

void TestInspectorPanel::aServerTellsAllItKnows()
{
    open(cluster);
    // The change of the write waits at the server that wrote it, and is gone half a second later.
    goTo("server-1", model::milliseconds(4400));
    const QString first = valueOf("Changes to be sent");
    goTo("server-1", model::milliseconds(4900));
    QCOMPARE(first, QStringLiteral("1"));
    QCOMPARE(valueOf("Changes to be sent"), QStringLiteral("(no such row)"));
    QCOMPARE(valueOf("Copies to"), QStringLiteral("2 servers"));
    QCOMPARE(valueOf("Queue"), QStringLiteral("0 of 100"));
    QCOMPARE(valueOf("Sessions"), QStringLiteral("1 · 1 kB")); // 512 bytes, and 256 for the log-in and for the book
    goTo("server-1", model::milliseconds(900));
    QCOMPARE(valueOf("Sessions"), QStringLiteral("0"));
    goTo("server-2", model::milliseconds(4900));
    QVERIFY2(valueOf("Time for a request").startsWith(QLatin1String("300")), qPrintable(valueOf("Time for a request")));
}

void TestInspectorPanel::theBalancerTellsWhatItThinks()
{
    open(cluster);
    goTo("balancer", model::milliseconds(4000));
    QCOMPARE(valueOf("Server 3"), QStringLiteral("up"));
    goTo("balancer", model::milliseconds(6000));
    QCOMPARE(valueOf("Server 3"), QStringLiteral("draining"));
    QCOMPARE(valueOf("Thought up"), QStringLiteral("3 of 3"));
}

void TestInspectorPanel::aStoreTellsWhatOutlivesIt()
{
    open(stored);
    goTo("store", model::milliseconds(1150));
    QCOMPARE(valueOf("Not on disk yet"), QStringLiteral("1"));
    QCOMPARE(valueOf("Left after a power cut"), QStringLiteral("0"));
    QCOMPARE(valueOf("Servers turn to it"), QStringLiteral("2"));
    goTo("store", model::milliseconds(5000));
    QCOMPARE(valueOf("Not on disk yet"), QStringLiteral("0"));
    QCOMPARE(valueOf("Left after a power cut"), QStringLiteral("1"));
    goTo("store", model::milliseconds(7000));
    QCOMPARE(valueOf("Comes back with"), QStringLiteral("1"));
}

void TestInspectorPanel::aUserTellsWhereTheSessionIs()
{
    open(stored);
    goTo("minji", model::milliseconds(5000));
    const QString before = valueOf("Its session is at");
    goTo("minji", model::milliseconds(7000));
    QVERIFY2(before != QLatin1String("nobody"), qPrintable(before));
    QCOMPARE(valueOf("Its session is at"), QStringLiteral("nobody"));
    QCOMPARE(valueOf("Sees"), QStringLiteral("signed in")); // the browser does not know
}

void TestInspectorPanel::rareActionsWaitBehindMore()
{
    open(cluster);
    goTo("server-1", model::milliseconds(4000));
    QVERIFY(button(model::ActionKind::Crash)->isVisible());
    QVERIFY(button(model::ActionKind::Drain)->isVisible());
    QVERIFY(!button(model::ActionKind::Hang)->isVisible());
    auto *more = m_panel->findChild<Button *>(QStringLiteral("moreActions"));
    QVERIFY(more->isVisible());
    QSignalSpy height(m_panel.get(), &inspector::InspectorPanel::heightChanged);
    const int before = m_panel->sizeHint().height();
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(button(model::ActionKind::Hang)->isVisible());
    QCOMPARE(height.size(), 1);
    QVERIFY(m_panel->sizeHint().height() > before);
    QSignalSpy acted(m_panel.get(), &inspector::InspectorPanel::deedChosen);
    QTest::mouseClick(button(model::ActionKind::Hang), Qt::LeftButton);
    QCOMPARE(acted.size(), 1);
}

/// In a panel that is too low everything keeps its height: it scrolls.
void TestInspectorPanel::nothingIsSqueezed()
{
    open(cluster);
    goTo("minji", model::milliseconds(4400));
    m_panel->resize(320, 220);
    QCoreApplication::processEvents();
    int seen = 0;
    for (const Button *each : m_panel->findChildren<Button *>()) {
        if (!each->isVisible())
            continue;
        ++seen;
        QVERIFY2(each->height() >= each->sizeHint().height(), qPrintable(each->text()));
        for (const Button *other : m_panel->findChildren<Button *>())
            QVERIFY(other == each || !other->isVisible() || !other->geometry().intersects(each->geometry()));
    }
    QVERIFY(seen >= 4);
}

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspectorpanel.moc"
