// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/windowfixture.h"

#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace sessionarium::tests {

using namespace ui;

WindowFixture::WindowFixture(text::Language language, QSize size, theme::Shade shade, const QString &recoveryFolder)
    : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
      m_preferences(m_settings),
      m_translator(language)
{
    m_window = std::make_unique<window::MainWindow>(
        window::Services {m_themes, m_translator, m_preferences, [this] { return m_nowUs; }, recoveryFolder});
    m_window->setShade(shade);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

void WindowFixture::settle()
{
    constexpr int rounds = 8;
    for (int i = 0; i < rounds; ++i)
        QCoreApplication::processEvents();
}

bool WindowFixture::click(const char *name)
{
    auto *widget = find<QWidget>(name);
    if (!widget || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, widget->rect().center());
    document().wait();
    return true;
}

bool WindowFixture::clickSegment(const char *name, const QString &segment)
{
    auto *control = find<widgets::SegmentedControl>(name);
    if (!control || control->segmentRect(segment).isEmpty())
        return false;
    QTest::mouseClick(control, Qt::LeftButton, Qt::NoModifier, control->segmentRect(segment).center());
    document().wait();
    return true;
}

void WindowFixture::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
    QTest::keyClick(target, key, modifiers);
    document().wait();
}

void WindowFixture::pass(qint64 milliseconds)
{
    m_nowUs += milliseconds * 1000;
    playback().advance();
}

void WindowFixture::playToHalt()
{
    for (int i = 0; i < 100'000 && playback().isPlaying(); ++i)
        pass(50);
}

bool WindowFixture::openLessonByClick(const char *id)
{
    return click((QByteArray("lesson-") + id).constData()) && document().isOpen();
}

QStringList WindowFixture::readableTexts()
{
    settle();
    QStringList texts {m_window->windowTitle()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        if (const auto *label = qobject_cast<const widgets::ElidingLabel *>(widget))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace sessionarium::tests
