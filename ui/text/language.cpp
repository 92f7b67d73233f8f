// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace sessionarium::ui::text {

QString pick(const model::Text &text, Language language)
{
    const std::string &wanted = language == Language::Korean ? text.ko : text.en;
    const std::string &other = language == Language::Korean ? text.en : text.ko;
    return QString::fromStdString(wanted.empty() ? other : wanted);
}

QString languageCode(Language language)
{
    return language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

std::optional<Language> languageOfCode(QStringView code)
{
    if (code == QLatin1String("ko"))
        return Language::Korean;
    if (code == QLatin1String("en"))
        return Language::English;
    return std::nullopt;
}

Language languageOfEnvironment()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(variable);
        if (!value.isEmpty())
            return value == "ko" || value.startsWith("ko_") || value.startsWith("ko.") ? Language::Korean
                                                                                       : Language::English;
    }
    return Language::English;
}

Translator::Translator(Language language) : m_language(language)
{
    install();
}

Translator::~Translator()
{
    remove();
}

void Translator::setLanguage(Language language)
{
    if (language == m_language)
        return;
    remove();
    m_language = language;
    install();
}

void Translator::install()
{
    const QString code = languageCode(m_language);
    // Qt's own first: of two translators the one installed last is asked first.
    m_qt = std::make_unique<QTranslator>();
    if (m_qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qt.get());
    else
        m_qt.reset();
    m_own = std::make_unique<QTranslator>();
    m_loaded = m_own->load(QStringLiteral(":/i18n/sessionarium_") + code + QStringLiteral(".qm"));
    if (m_loaded)
        QCoreApplication::installTranslator(m_own.get());
    else
        m_own.reset();
}

void Translator::remove()
{
    for (const auto *translator : {&m_own, &m_qt}) {
        if (*translator && QCoreApplication::instance())
            QCoreApplication::removeTranslator(translator->get());
    }
    m_own.reset();
    m_qt.reset();
    m_loaded = false;
}

} // namespace sessionarium::ui::text
