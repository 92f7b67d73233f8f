// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstdint>
#include <vector>

namespace sessionarium::ui::theme {

enum class Shade { Light, Dark };

/// Colours by role. Every text role keeps 4.5:1 on every background that it is made for (tst_palette lists the pairs);
/// lines and shapes that mean something keep 3:1.
struct Palette
{
    Shade shade = Shade::Light;

    // Backgrounds.
    QColor window; ///< Behind the cards; also tracks of bars and wells of controls.
    QColor card; ///< Cards, bars, menus, controls.
    QColor field; ///< Pills and quiet fields on a card.
    QColor accentSoft; ///< Boxes that ask or stand out.
    QColor goodSoft;
    QColor badSoft; ///< A server that is down; a broken guarantee.
    QColor warnSoft;

    // Texts, for all backgrounds above.
    QColor text;
    QColor soft; ///< Secondary text.
    QColor accentText; ///< Links, selected words.
    QColor goodText;
    QColor badText;
    QColor warnText;

    // Lines and fills.
    QColor border; ///< Decorates; carries no meaning alone.
    QColor line; ///< Lines that mean something.
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor hover; ///< A control under the pointer.
    QColor pressed;
    QColor good;
    QColor bad;
    QColor warn;
    QColor onAccent; ///< Text on accent, accentHover and accentPressed.
    QColor onState; ///< Glyphs on good, bad, warn.

    std::vector<QColor> users; ///< The first user colours; user() goes on from there.

    /// The colour of the n-th client (from 0) everywhere; for users only (design §7).
    [[nodiscard]] QColor user(std::uint32_t index) const;
    /// Text on user(index).
    [[nodiscard]] QColor onUser(std::uint32_t index) const;
};

[[nodiscard]] const Palette &lightPalette();
[[nodiscard]] const Palette &darkPalette();

/// Contrast ratio of two opaque colours after WCAG 2: 1 … 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace sessionarium::ui::theme
