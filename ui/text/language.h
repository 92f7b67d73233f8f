// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"

#include <QString>
#include <QTranslator>

#include <memory>
#include <optional>

namespace sessionarium::ui::text {

/// The languages of the program. A value: whoever shows something is handed the language, nobody asks for it globally.
enum class Language { Korean, English };

/// The text in that language; the other one if it is missing (files made by hand).
[[nodiscard]] QString pick(const model::Text &text, Language language);

/// "ko" or "en".
[[nodiscard]] QString languageCode(Language language);
/// The other way round; nothing for any other code.
[[nodiscard]] std::optional<Language> languageOfCode(QStringView code);
/// Korean if the environment asks for it (LC_ALL before LC_MESSAGES before LANG, the first that is not empty), else
/// English.
[[nodiscard]] Language languageOfEnvironment();

/// Installs the texts of one language, Qt's own included, on the QCoreApplication and takes them away again when it is
/// destroyed. Widgets hear of a change by QEvent::LanguageChange. One per program. Requires: a QCoreApplication that
/// outlives this; the resources of `sessionarium_i18n`.
class Translator
{
public:
    explicit Translator(Language language);
    ~Translator();
    Translator(const Translator &) = delete;
    Translator &operator=(const Translator &) = delete;

    [[nodiscard]] Language language() const { return m_language; }
    /// Does nothing if it is the language already.
    void setLanguage(Language language);
    /// False: the built-in texts of the language could not be loaded, sentences appear in English.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

private:
    void install();
    void remove();

    Language m_language;
    bool m_loaded = false;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace sessionarium::ui::text
