// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QFrame>

namespace sessionarium::ui::widgets {

/// A panel with a thin border and round corners. Put a layout on it; its margins are the caller's.
class Card : public QFrame
{
    Q_OBJECT

public:
    enum class Tone {
        Plain, ///< Card colour, border, radius 14.
        Accent, ///< Box that asks (prediction): soft accent, no border, radius 12.
        Bad, ///< A broken guarantee: soft red, no border, radius 10.
        Good,
        Field, ///< Quiet field on a card.
        Bare ///< Nothing of its own: what stands on another card.
    };

    explicit Card(theme::ThemeHost &host, QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::ThemeHost &m_host;
    Tone m_tone = Tone::Plain;
};

} // namespace sessionarium::ui::widgets
