// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"

#include <QFileInfo>

namespace sessionarium::ui::window {

namespace {
constexpr QLatin1String languageKey("language");
constexpr QLatin1String themeKey("theme");
constexpr QLatin1String motionKey("reducedMotion");
constexpr QLatin1String geometryKey("geometry");
constexpr QLatin1String helpGeometryKey("helpGeometry");
constexpr QLatin1String textScaleKey("textScale");
constexpr QLatin1String bottomViewKey("bottomView");
constexpr QLatin1String lessonKey("lesson");
constexpr QLatin1String stepKey("step");
constexpr QLatin1String recentKey("recentFiles");
constexpr QLatin1String lightName("light");
constexpr QLatin1String darkName("dark");
} // namespace

std::optional<text::Language> Preferences::language() const
{
    return text::languageOfCode(m_settings.value(languageKey).toString());
}

void Preferences::setLanguage(text::Language language)
{
    m_settings.setValue(languageKey, text::languageCode(language));
}

std::optional<theme::Shade> Preferences::shade() const
{
    const QString name = m_settings.value(themeKey).toString();
    if (name == lightName)
        return theme::Shade::Light;
    if (name == darkName)
        return theme::Shade::Dark;
    return std::nullopt;
}

void Preferences::setShade(theme::Shade shade)
{
    m_settings.setValue(themeKey, shade == theme::Shade::Dark ? darkName : lightName);
}

bool Preferences::reducedMotion() const
{
    return m_settings.value(motionKey).toBool();
}

void Preferences::setReducedMotion(bool reduced)
{
    m_settings.setValue(motionKey, reduced);
}

QByteArray Preferences::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray Preferences::helpGeometry() const
{
    return m_settings.value(helpGeometryKey).toByteArray();
}

void Preferences::setHelpGeometry(const QByteArray &geometry)
{
    m_settings.setValue(helpGeometryKey, geometry);
}

double Preferences::textScale() const
{
    const double scale = m_settings.value(textScaleKey, 1.0).toDouble();
    return scale >= leastTextScale && scale <= greatestTextScale ? scale : 1.0;
}

void Preferences::setTextScale(double scale)
{
    m_settings.setValue(textScaleKey, scale);
}

QString Preferences::bottomView() const
{
    return m_settings.value(bottomViewKey).toString();
}

void Preferences::setBottomView(const QString &id)
{
    m_settings.setValue(bottomViewKey, id);
}

std::optional<LessonPlace> Preferences::lessonPlace() const
{
    const QString lesson = m_settings.value(lessonKey).toString();
    bool isNumber = false;
    const int step = m_settings.value(stepKey).toInt(&isNumber);
    if (lesson.isEmpty() || !isNumber || step < 0)
        return std::nullopt;
    return LessonPlace {lesson, static_cast<std::size_t>(step)};
}

void Preferences::setLessonPlace(const std::optional<LessonPlace> &place)
{
    if (!place) {
        m_settings.remove(lessonKey);
        m_settings.remove(stepKey);
        return;
    }
    m_settings.setValue(lessonKey, place->lesson);
    m_settings.setValue(stepKey, static_cast<int>(place->step));
}

QStringList Preferences::recentFiles() const
{
    return m_settings.value(recentKey).toStringList().mid(0, maxRecentFiles);
}

QStringList Preferences::existingRecentFiles()
{
    QStringList files = recentFiles();
    files.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (files != recentFiles())
        m_settings.setValue(recentKey, files);
    return files;
}

void Preferences::addRecentFile(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(whole);
    files.prepend(whole);
    m_settings.setValue(recentKey, files.mid(0, maxRecentFiles));
}

void Preferences::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(QFileInfo(path).absoluteFilePath());
    m_settings.setValue(recentKey, files);
}

} // namespace sessionarium::ui::window
