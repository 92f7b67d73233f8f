// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/icons.h"

#include <QAbstractButton>

namespace sessionarium::ui::widgets {

/// A button with an icon alone: its name is said by tool tip and accessible name.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind {
        Plain, ///< Icon alone; 32 px.
        Framed, ///< With a border; 32 px.
        Round ///< Filled disc of 34 px: play.
    };

    IconButton(theme::ThemeHost &host, Icon icon, const QString &name, Kind kind = Kind::Plain,
               QWidget *parent = nullptr);

    void setGlyph(Icon icon);
    [[nodiscard]] Icon glyph() const { return m_icon; }
    /// Tool tip (with `shortcut` behind it, if any) and accessible name.
    void setName(const QString &name, const QString &shortcut = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    theme::ThemeHost &m_host;
    Icon m_icon;
    Kind m_kind;
};

} // namespace sessionarium::ui::widgets
