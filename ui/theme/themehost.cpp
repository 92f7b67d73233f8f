// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themehost.h"

namespace sessionarium::ui::theme {

ThemeHost::ThemeHost(Theme theme, QObject *parent) : QObject(parent), m_theme(std::move(theme))
{
}

void ThemeHost::setTheme(const Theme &theme)
{
    m_theme = theme;
    Q_EMIT changed();
}

} // namespace sessionarium::ui::theme
