// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fulldisk.h"
#include "ui/files/wholefile.h"

#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace sessionarium;
using ui::files::WholeFile;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasThereStaysUntilItIsFinished();
    void aFullDiskIsNamed_data();
    void aFullDiskIsNamed();
    void linksAreFollowedButNotInACircle();
};

void TestWholeFile::whatWasThereStaysUntilItIsFinished()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    WholeFile first(path);
    QVERIFY(first.open(QIODevice::WriteOnly) && first.writeAll("old") && first.finish());
    {
        WholeFile dropped(path);
        QVERIFY(dropped.open(QIODevice::WriteOnly) && dropped.writeAll("half"));
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    WholeFile second(path);
    QVERIFY(second.open(QIODevice::WriteOnly) && second.writeAll("new"));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QVERIFY(second.finish());
    QCOMPARE(contentOf(path), QByteArray("new"));
}

void TestWholeFile::aFullDiskIsNamed_data()
{
    QTest::addColumn<int>("piece");
    QTest::newRow("in lines") << 100;
    QTest::newRow("at once") << 100'000;
    QTest::newRow("less than is held back") << 5'000;
}

/// Whether the end of the disk is met while writing or only when it is finished.
void TestWholeFile::aFullDiskIsNamed()
{
#ifdef Q_OS_UNIX
    QFETCH(int, piece);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    WholeFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.writeAll("old") && before.finish());
    const std::string bytes(static_cast<std::size_t>(piece), 'x');
    WholeFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    {
        const tests::FullDisk full(4'000);
        bool written = true;
        for (int i = 0; written && (i == 0 || i * piece < 60'000); ++i)
            written = file.writeAll(bytes);
        QVERIFY(!written || !file.finish());
        QCOMPARE(file.errorString(), QString::fromStdString(std::generic_category().message(EFBIG)));
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
#endif
}

void TestWholeFile::linksAreFollowedButNotInACircle()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("target"));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(target, link));
    WholeFile followed(link);
    QVERIFY(followed.open(QIODevice::WriteOnly) && followed.writeAll("through") && followed.finish());
    QCOMPARE(contentOf(target), QByteArray("through"));
    QVERIFY(QFileInfo(link).isSymLink());

    QVERIFY(QFile::remove(target) && QFile::link(link, target));
    WholeFile circle(link);
    QVERIFY(!circle.open(QIODevice::WriteOnly));
    QCOMPARE(circle.errorString(), QString::fromStdString(std::generic_category().message(ELOOP)));
    QVERIFY(QFileInfo(link).isSymLink() && QFileInfo(target).isSymLink());
#endif
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
