// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/choicebox.h"

#include <QSignalBlocker>
#include <QStylePainter>
#include <QWheelEvent>

namespace sessionarium::ui::events {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(3);
    setMaxVisibleItems(16);
    setFocusPolicy(Qt::TabFocus); // a click does not take the arrows away from the playhead
}

void ChoiceBox::begin(const QString &all)
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(all);
}

void ChoiceBox::add(const QString &text, std::uint32_t value)
{
    const QSignalBlocker quiet(this);
    addItem(text, QVariant::fromValue(value));
}

void ChoiceBox::choose(std::optional<std::uint32_t> value)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(value ? std::max(findData(QVariant::fromValue(*value)), 0) : 0);
}

std::optional<std::uint32_t> ChoiceBox::choice() const
{
    return currentIndex() > 0 ? std::optional(currentData().value<std::uint32_t>()) : std::nullopt;
}

void ChoiceBox::showPopup()
{
    if (m_refill)
        m_refill();
    QComboBox::showPopup();
}

void ChoiceBox::focusInEvent(QFocusEvent *event)
{
    if (m_refill && event->reason() != Qt::PopupFocusReason)
        m_refill(); // the arrows change it without opening the list
    QComboBox::focusInEvent(event);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // whoever scrolls the table means the table
}

void ChoiceBox::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    // Qt would cut words off in the middle of a letter.
    const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - 2);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace sessionarium::ui::events
