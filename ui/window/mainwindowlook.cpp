// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"
#include "ui/stage/stageview.h"
#include "ui/theme/theme.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/bottompanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workpage.h"

#include <QApplication>
#include <QScreen>
#include <QStyle>

#include <algorithm>
#include <array>

/// How the window looks and what of that is remembered: language, theme, size of the text, panels, the help.
namespace sessionarium::ui::window {

namespace {
constexpr std::array<double, 6> textScales {Preferences::leastTextScale,   0.9, 1.0, 1.1, 1.25,
                                            Preferences::greatestTextScale};
} // namespace

void MainWindow::showOnScreen()
{
    const QSize room = screen()->availableSize();
    const int titleBar = style()->pixelMetric(QStyle::PM_TitleBarHeight); // the real one is known once it is shown
    const bool fits = width() <= room.width() && height() + titleBar <= room.height();
    if (fits || !m_services.preferences.geometry().isEmpty())
        show();
    else
        showMaximized();
}

void MainWindow::setLanguage(text::Language language)
{
    m_services.translator.setLanguage(language); // every widget hears of it by QEvent::LanguageChange
    m_services.preferences.setLanguage(language);
}

void MainWindow::setShade(theme::Shade shade)
{
    applyLook(shade, m_services.preferences.textScale());
    m_services.preferences.setShade(shade);
}

void MainWindow::toggleShade()
{
    const bool dark = m_services.themes.palette().shade == theme::Shade::Dark;
    setShade(dark ? theme::Shade::Light : theme::Shade::Dark);
}

void MainWindow::setReducedMotion(bool reduced)
{
    m_services.preferences.setReducedMotion(reduced);
    const stage::Motion motion = reduced ? stage::Motion::Still : stage::Motion::Eased;
    m_work->stage().setMotion(motion);
    m_welcome->firstMinute().setMotion(motion);
}

void MainWindow::setTextScale(double scale)
{
    const double nearest = *std::min_element(textScales.begin(), textScales.end(), [scale](double a, double b) {
        return std::abs(a - scale) < std::abs(b - scale);
    });
    applyLook(m_services.themes.palette().shade, nearest);
    m_services.preferences.setTextScale(nearest);
    m_commands.refresh();
}

std::optional<double> MainWindow::nextTextScale(int direction) const
{
    const auto now = std::find(textScales.begin(), textScales.end(), textScale());
    if (now == textScales.end())
        return 1.0;
    if (direction < 0)
        return now == textScales.begin() ? std::nullopt : std::optional(*(now - 1));
    return now + 1 == textScales.end() ? std::nullopt : std::optional(*(now + 1));
}

void MainWindow::prepareLook(const theme::ThemeHost &themes)
{
    theme::applyTheme(*static_cast<QApplication *>(QApplication::instance()), themes.theme());
}

void MainWindow::applyLook(theme::Shade shade, double textScale)
{
    const theme::Theme &now = m_services.themes.theme();
    if (now.palette.shade == shade && now.textScale == textScale)
        return; // every widget would be polished anew
    theme::Theme theme = shade == theme::Shade::Dark ? theme::darkTheme() : theme::lightTheme();
    theme.textScale = textScale;
    theme::applyTheme(*static_cast<QApplication *>(QApplication::instance()), theme);
    m_services.themes.setTheme(theme);
}

void MainWindow::showHelp(const QString &page)
{
    if (!m_help) {
        m_help = new help::HelpWindow(m_services.themes, m_services.translator, m_commands, this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        m_help->restoreGeometry(m_services.preferences.helpGeometry());
        connect(m_help, &help::HelpWindow::closed, this,
                [this, help = m_help.data()] { m_services.preferences.setHelpGeometry(help->saveGeometry()); });
    }
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::restorePanels()
{
    const QString view = m_services.preferences.bottomView();
    if (m_work->bottomPanel().hasView(view)) // written by another version, it may not be there
        m_work->bottomPanel().showView(view);
}

void MainWindow::rememberPanels()
{
    m_services.preferences.setBottomView(m_work->bottomPanel().currentView());
}

} // namespace sessionarium::ui::window
