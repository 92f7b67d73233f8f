// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/theme/palette.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <cstddef>
#include <optional>

namespace sessionarium::ui::window {

/// Where somebody was in a lesson of the course.
struct LessonPlace
{
    QString lesson; ///< Its id.
    std::size_t step = 0;
    friend bool operator==(const LessonPlace &, const LessonPlace &) = default;
};

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
    [[nodiscard]] QByteArray helpGeometry() const;
    void setHelpGeometry(const QByteArray &geometry);
    /// The text's size as a factor; 1 unless somebody chose another.
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    /// Which of the views below the stage is shown; empty: not chosen yet.
    [[nodiscard]] QString bottomView() const;
    void setBottomView(const QString &id);
    /// Where somebody stopped last; nothing: nowhere, or the course is through.
    [[nodiscard]] std::optional<LessonPlace> lessonPlace() const;
    void setLessonPlace(const std::optional<LessonPlace> &place);
    /// Newest first, at most `maxRecentFiles`.
    [[nodiscard]] QStringList recentFiles() const;
    /// The same, once those that are gone have dropped out.
    [[nodiscard]] QStringList existingRecentFiles();
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    static constexpr int maxRecentFiles = 8;
    static constexpr double leastTextScale = 0.8;
    static constexpr double greatestTextScale = 1.5;

private:
    QSettings &m_settings;
};

} // namespace sessionarium::ui::window
