// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace sessionarium::ui::inspector {

/// Buttons in rows: as many beside each other as their words leave room for, each row as wide as its place.
class ButtonRows : public QWidget
{
    Q_OBJECT

public:
    explicit ButtonRows(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// In the order of reading, Tab included. They become children of this and stay whose they are.
    void setButtons(const std::vector<QAbstractButton *> &buttons);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where each row begins, as indices, and one past the last button.
    [[nodiscard]] std::vector<std::size_t> rowsFor(int width) const;
    [[nodiscard]] std::vector<std::size_t> rowsFor(int width, std::size_t most) const;
    void place();

    theme::ThemeHost &m_host;
    std::vector<QAbstractButton *> m_buttons;
};

} // namespace sessionarium::ui::inspector
