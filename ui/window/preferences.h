// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/theme/palette.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace sessionarium::ui::window {

/// What the program remembers from one start to the next. Values that make no sense count as not there.
class Preferences
{
public:
    /// The settings must outlive this; tests hand in some of their own.
    explicit Preferences(QSettings &settings) : m_settings(settings) { }

    [[nodiscard]] std::optional<text::Language> language() const;
    void setLanguage(text::Language language);
    [[nodiscard]] std::optional<theme::Shade> shade() const;
    void setShade(theme::Shade shade);
    /// Whether things on the stage stand still rather than move.
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Newest first, at most `maxRecentFiles`.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    static constexpr int maxRecentFiles = 8;

private:
    QSettings &m_settings;
};

} // namespace sessionarium::ui::window
