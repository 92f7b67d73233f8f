// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QWidget>

class QScrollArea;

namespace sessionarium::ui::widgets {

/// The lower edge of a scroll area on a card, as long as there is more below: what is cut there fades out, in place of
/// half a line that looks broken. Owned by the area; takes no clicks.
class ScrollFade : public QWidget
{
    Q_OBJECT

public:
    ScrollFade(theme::ThemeHost &host, QScrollArea &area);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    theme::ThemeHost &m_host;
    QScrollArea &m_area;
};

} // namespace sessionarium::ui::widgets
