// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"
#include "resources/lessons.h"
#include "ui/welcome/lessonlist.h"

#include <QTest>

using namespace sessionarium;

/// What the welcome page takes from the files of the lessons, against what the reader of scenarios finds in them.
class TestLessonList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesSayWhatTheLessonsAre();
};

void TestLessonList::entriesSayWhatTheLessonsAre()
{
    const std::vector<ui::welcome::LessonEntry> entries = ui::welcome::builtInLessons();
    QCOMPARE(entries.size(), std::size_t {resources::lessons().size()});
    std::uint32_t last = 0;
    for (const ui::welcome::LessonEntry &entry : entries) {
        const auto read = scenario::readScenario(entry.json);
        QVERIFY2(read && read.value().lesson, qPrintable(entry.id));
        const scenario::Lesson &lesson = *read.value().lesson;
        QCOMPARE(entry.id.toStdString(), read.value().id);
        QCOMPARE(entry.number, lesson.number);
        QCOMPARE(entry.minutes, lesson.minutes);
        QCOMPARE(entry.steps, lesson.steps.size());
        QVERIFY2(entry.title == read.value().title, qPrintable(entry.id));
        QVERIFY2(entry.summary == lesson.summary, qPrintable(entry.id));
        QVERIFY2(entry.number > last, qPrintable(entry.id)); // in teaching order
        last = entry.number;
    }
}

QTEST_MAIN(TestLessonList)

#include "tst_lessonlist.moc"
