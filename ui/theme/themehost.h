// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace sessionarium::ui::theme {

/// Holds the theme in use and says when it changes. The program makes one and hands it to every widget of ours in its
/// constructor; it must outlive them. Widgets read theme() when they paint and update on changed().
class ThemeHost : public QObject
{
    Q_OBJECT

public:
    explicit ThemeHost(Theme theme = lightTheme(), QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const Palette &palette() const { return m_theme.palette; }
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void changed();

private:
    Theme m_theme;
};

} // namespace sessionarium::ui::theme
