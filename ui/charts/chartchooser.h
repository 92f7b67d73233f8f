// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"
#include "ui/theme/themehost.h"

#include <QListWidget>

namespace sessionarium::ui::charts {

/// The list of charts at the side. Up and down choose; all other keys belong to the window: left and right move the
/// playhead.
class ChartChooser : public QListWidget
{
    Q_OBJECT

public:
    explicit ChartChooser(theme::ThemeHost &host, QWidget *parent = nullptr);

    [[nodiscard]] Topic topic() const;
    void setTopic(Topic topic);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void topicChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    theme::ThemeHost &m_host;
};

} // namespace sessionarium::ui::charts
