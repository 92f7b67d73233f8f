// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/buttonrows.h"

#include <QAbstractButton>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::inspector {

namespace {
constexpr int gap = 8;
constexpr int usualWidth = 284; // of the inspector
constexpr int leastWidth = 160;
constexpr std::size_t mostBeside = 4;
} // namespace

ButtonRows::ButtonRows(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&host, &theme::ThemeHost::changed, this, [this] {
        updateGeometry();
        place();
    });
}

void ButtonRows::setButtons(const std::vector<QAbstractButton *> &buttons)
{
    m_buttons = buttons;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->parentWidget() != this)
            m_buttons[i]->setParent(this);
        m_buttons[i]->show();
        if (i > 0)
            setTabOrder(m_buttons[i - 1], m_buttons[i]);
    }
    updateGeometry();
    place();
}

QSize ButtonRows::sizeHint() const
{
    const int width = m_host.theme().px(usualWidth);
    return {width, heightForWidth(width)};
}

QSize ButtonRows::minimumSizeHint() const
{
    return {m_host.theme().px(leastWidth), m_buttons.empty() ? 0 : m_buttons.front()->sizeHint().height()};
}

int ButtonRows::heightForWidth(int width) const
{
    if (m_buttons.empty())
        return 0;
    const auto rows = static_cast<int>(rowsFor(width).size()) - 1;
    return rows * m_buttons.front()->sizeHint().height() + (rows - 1) * gap;
}

void ButtonRows::resizeEvent(QResizeEvent * /*event*/)
{
    place();
}

bool ButtonRows::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // the words of one changed
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

/// As few rows as there can be; and of those ways the one whose rows have equally many.
std::vector<std::size_t> ButtonRows::rowsFor(int width) const
{
    std::vector<std::size_t> best = rowsFor(width, mostBeside);
    for (std::size_t beside = mostBeside - 1; beside > 0; --beside) {
        std::vector<std::size_t> narrower = rowsFor(width, beside);
        if (narrower.size() > best.size())
            break;
        best = std::move(narrower);
    }
    return best;
}

std::vector<std::size_t> ButtonRows::rowsFor(int width, std::size_t most) const
{
    std::vector<std::size_t> begins {0};
    int used = 0;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const int wanted = m_buttons[i]->sizeHint().width();
        const std::size_t beside = i - begins.back();
        if (beside > 0 && (used + gap + wanted > width || beside == most)) {
            begins.push_back(i);
            used = wanted;
        } else {
            used += (beside > 0 ? gap : 0) + wanted;
        }
    }
    begins.push_back(m_buttons.size());
    return begins;
}

void ButtonRows::place()
{
    if (m_buttons.empty())
        return;
    const std::vector<std::size_t> begins = rowsFor(width());
    const int height = m_buttons.front()->sizeHint().height();
    int top = 0;
    for (std::size_t row = 0; row + 1 < begins.size(); ++row, top += height + gap) {
        const auto count = static_cast<int>(begins[row + 1] - begins[row]);
        int words = 0;
        for (std::size_t i = begins[row]; i < begins[row + 1]; ++i)
            words += m_buttons[i]->sizeHint().width();
        const int spare = std::max(0, width() - words - gap * (count - 1));
        int left = 0;
        for (int n = 0; n < count; ++n) {
            QAbstractButton *button = m_buttons[begins[row] + static_cast<std::size_t>(n)];
            const int wide = button->sizeHint().width() + spare * (n + 1) / count - spare * n / count;
            button->setGeometry(left, top, std::min(wide, width()), height);
            left += wide + gap;
        }
    }
}

} // namespace sessionarium::ui::inspector
