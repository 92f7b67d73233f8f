// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <functional>
#include <optional>

namespace sessionarium::ui::events {

/// A combo box whose list is made when somebody is about to see it. Its first entry stands for "no choice".
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    /// `refill` makes the list with begin() and add().
    explicit ChoiceBox(QWidget *parent = nullptr);
    void setRefill(std::function<void()> refill) { m_refill = std::move(refill); }

    /// Empties the list, up to the entry for "no choice".
    void begin(const QString &all);
    void add(const QString &text, std::uint32_t value);
    /// Chooses an entry; one that is not there, or none: "no choice". Emits nothing.
    void choose(std::optional<std::uint32_t> value);
    [[nodiscard]] std::optional<std::uint32_t> choice() const;

    void showPopup() override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<void()> m_refill;
};

} // namespace sessionarium::ui::events
