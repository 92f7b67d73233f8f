// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QLabel>

namespace sessionarium::ui::widgets {

enum class Ink { Text, Soft, Accent, Good, Bad, Warn };

/// A label whose font and colour follow the theme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(theme::ThemeHost &host, theme::FontRole role, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setBold(bool bold);

private:
    void refresh();

    theme::ThemeHost &m_host;
    theme::FontRole m_role;
    Ink m_ink;
    bool m_bold = false;
};

/// One line that ends in "…" when it does not fit; the whole text is then its tool tip. The accessible name is whole.
class ElidingLabel : public QWidget
{
    Q_OBJECT

public:
    ElidingLabel(theme::ThemeHost &host, theme::FontRole role, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setInk(Ink ink);
    void setAlignment(Qt::Alignment alignment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    theme::ThemeHost &m_host;
    theme::FontRole m_role;
    Ink m_ink;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QString m_text;
};

[[nodiscard]] QColor inkColour(const theme::Palette &palette, Ink ink);

} // namespace sessionarium::ui::widgets
