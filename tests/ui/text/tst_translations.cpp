// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <optional>

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< More than one: plural forms.
    bool plural = false;
    bool unfinished = false;

    [[nodiscard]] QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

std::optional<QList<Message>> readTs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append(Message());
            messages.back().context = context;
            messages.back().plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            messages.back().comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            Message &message = messages.back();
            message.unfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            if (!message.plural)
                message.translations.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.back().translations.append(xml.readElementText());
        }
    }
    if (xml.hasError())
        return std::nullopt;
    return messages;
}

QString path(const char *name)
{
    return QStringLiteral(SESSIONARIUM_SOURCE_DIR "/translations/") + QLatin1String(name);
}

/// %1 … %9 and %n of a text, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%([0-9]|n)"));
    QStringList found;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto korean = readTs(path("sessionarium_ko.ts"));
        const auto english = readTs(path("sessionarium_en.ts"));
        QVERIFY(korean && english);
        m_korean = *korean;
        m_english = *english;
        QVERIFY(m_korean.size() > 100);
    }

    void koreanIsComplete()
    {
        QStringList missing;
        for (const Message &message : m_korean) {
            if (message.unfinished || message.translations.isEmpty() || message.translations.contains(QString()))
                missing.append(message.key());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void englishPluralsAreFilled()
    {
        QStringList missing;
        for (const Message &message : m_english) {
            if (message.plural
                && (message.unfinished || message.translations.size() != 2 || message.translations.contains(QString())))
                missing.append(message.key());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    /// A particle that depends on the last letter of what a placeholder stands for cannot be right for every value.
    void noParticleFollowsAPlaceholder()
    {
        static const QRegularExpression particle(
            QStringLiteral("(%[0-9n]|\\{[^}]*\\})(이|가|은|는|을|를|와|과|으로|로|이나|나|이라|라|아|야)(?![가-힣])"));
        QVERIFY(particle.match(QStringLiteral("%1이 있습니다")).hasMatch()); // the pattern does find them
        QVERIFY(particle.match(QStringLiteral("{name:minji}로 갑니다")).hasMatch());
        QVERIFY(!particle.match(QStringLiteral("%1에서")).hasMatch());
        QVERIFY(!particle.match(QStringLiteral("%1 님이")).hasMatch());
        QVERIFY(!particle.match(QStringLiteral("%n개가")).hasMatch());
        QStringList wrong;
        for (const Message &message : m_korean) {
            for (const QString &translation : message.translations) {
                if (particle.match(translation).hasMatch())
                    wrong.append(translation);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    /// A placeholder that is lost or invented shows up as a hole in the sentence, or as %2 on the screen.
    void placeholdersAgree()
    {
        QStringList wrong;
        for (const Message &message : m_korean) {
            for (const QString &translation : message.translations) {
                if (placeholders(translation) != placeholders(message.source))
                    wrong.append(message.source + QStringLiteral(" -> ") + translation);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    /// Rules for Korean texts: no exclamation marks, no 당신, no 유저, no 해요체.
    void toneIsEven()
    {
        static const QRegularExpression banned(QStringLiteral("!|당신|유저|[가-힣]요(\\.|\\?|$)"));
        QStringList wrong;
        for (const Message &message : m_korean) {
            for (QString translation : message.translations) {
                translation.replace(QStringLiteral("까요?"), QStringLiteral("까?")); // the form of our questions
                if (banned.match(translation).hasMatch() && !translation.endsWith(QStringLiteral("필요")))
                    wrong.append(translation);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void bothFilesHaveTheSameMessages()
    {
        QSet<QString> korean;
        for (const Message &message : m_korean)
            korean.insert(message.key());
        QSet<QString> english;
        for (const Message &message : m_english)
            english.insert(message.key());
        QCOMPARE(korean, english);
    }

    /// Every text of the sources is in the files, and nothing else: as lupdate itself sees it.
    void filesAreUpToDate()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const QString fresh = folder.filePath(QStringLiteral("fresh_ko.ts"));
        QProcess lupdate;
        lupdate.start(QStringLiteral(SESSIONARIUM_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-extensions"), QStringLiteral("cpp,h"), QStringLiteral("-I"),
                       QStringLiteral(SESSIONARIUM_SOURCE_DIR), QStringLiteral(SESSIONARIUM_SOURCE_DIR "/ui"),
                       QStringLiteral(SESSIONARIUM_SOURCE_DIR "/app"), QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const auto messages = readTs(fresh);
        QVERIFY(messages);
        QSet<QString> expected;
        for (const Message &message : *messages)
            expected.insert(message.key());
        QSet<QString> present;
        for (const Message &message : m_korean)
            present.insert(message.key());
        QStringList missing((expected - present).values());
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("Not in the .ts: ") + missing.join(QLatin1Char('\n'))));
        QStringList obsolete((present - expected).values());
        QVERIFY2(obsolete.isEmpty(), qPrintable(QStringLiteral("No longer used: ") + obsolete.join(QLatin1Char('\n'))));
    }

private:
    QList<Message> m_korean;
    QList<Message> m_english;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
