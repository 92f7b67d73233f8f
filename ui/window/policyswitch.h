// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QWidget>

class QMenu;

namespace sessionarium::ui::widgets {
class IconButton;
class SegmentedControl;
}

namespace sessionarium::ui::window {

/// How sessions are shared (semantics §6): the four ways side by side, and a menu with all their variants. The way that
/// a variant belongs to is selected and bears the variant's name.
class PolicySwitch : public QWidget
{
    Q_OBJECT

public:
    explicit PolicySwitch(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// One of `scenario::presets()`; anything else (`custom`) selects nothing. Emits nothing.
    void setPreset(const QString &preset);
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void presetRequested(const QString &preset);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void nameSegments();
    void showMenu();

    QString m_preset;
    widgets::SegmentedControl *m_ways;
    widgets::IconButton *m_more;
    QMenu *m_menu;
};

} // namespace sessionarium::ui::window
