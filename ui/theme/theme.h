// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFont>

class QApplication;

namespace sessionarium::ui::theme {

/// What a text is for; its size and weight follow.
enum class FontRole {
    Display, ///< The question of the welcome page (26).
    Title, ///< Title of a step (19).
    Heading, ///< Title of a card (15).
    Brand, ///< The program's name (16).
    Body, ///< Running text (14.5).
    Strong, ///< A name, a question (13.5).
    Control, ///< Buttons, segments, tabs (12.5).
    Detail, ///< Rows of an inspector, explanations (12.5).
    Small, ///< Labels above groups (12).
    Caption, ///< States, times (11.5).
    Tiny, ///< Legends, units (10.5).
    Clock ///< The time of the transport (14, figures of one width).
};

/// How the program looks: a value. Handed to widgets by a ThemeHost.
struct Theme
{
    Palette palette = lightPalette();
    double textScale = 1.0; ///< 0.8 … 2.5; sizes of text and of what holds it.

    /// In pixels, times textScale, times `factor` (the stage grows with its size).
    [[nodiscard]] QFont font(FontRole role, double factor = 1.0) const;
    [[nodiscard]] QFont boldFont(FontRole role, double factor = 1.0) const;
    /// A length of the 8-pixel grid, times textScale, rounded.
    [[nodiscard]] int px(double length) const;
};

[[nodiscard]] Theme lightTheme();
[[nodiscard]] Theme darkTheme();

/// Gives the application our font, palette, style and style sheet, so that standard widgets (line edits, combo boxes,
/// menus, scroll bars, tool tips, tables, dialogs …) look like ours. May be called again at any time.
void applyTheme(QApplication &application, const Theme &theme);

} // namespace sessionarium::ui::theme
