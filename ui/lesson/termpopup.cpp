// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/termpopup.h"

#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::lesson {

using widgets::Ink;
using widgets::TextLabel;

namespace {
constexpr char wordProperty[] = "term";
constexpr char explanationProperty[] = "explanation";
} // namespace

TermPopup::TermPopup(theme::ThemeHost &host, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_word(new TextLabel(host, theme::FontRole::Strong, Ink::Text, this)),
      m_explanation(new TextLabel(host, theme::FontRole::Detail, Ink::Text, this))
{
    setWindowFlag(Qt::ToolTip);
    setObjectName(QStringLiteral("termPopup"));
    m_word->setBold(true);
    m_word->setWordWrap(true);
    m_explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(6);
    layout->addWidget(m_word);
    layout->addWidget(m_explanation);
    m_hover.setSingleShot(true);
    m_hover.setInterval(hoverMs);
    connect(&m_hover, &QTimer::timeout, this, [this] {
        if (m_beside && m_beside->isVisible())
            showTerm(*m_beside);
    });
}

void TermPopup::attach(QAbstractButton &button, const QString &word, const QString &explanation)
{
    button.setProperty(wordProperty, word);
    button.setProperty(explanationProperty, explanation);
    button.setAccessibleDescription(explanation);
    button.installEventFilter(this);
    connect(&button, &QAbstractButton::clicked, this, [this, &button] {
        m_hover.stop();
        const bool again = isVisible() && m_pinned && m_beside == &button;
        m_pinned = !again;
        if (again)
            hide();
        else
            showTerm(button);
    });
}

void TermPopup::showTerm(QAbstractButton &button)
{
    m_beside = &button;
    m_word->setText(button.property(wordProperty).toString());
    m_explanation->setText(button.property(explanationProperty).toString());
    setAccessibleName(m_word->text());
    setAccessibleDescription(m_explanation->text());
    constexpr int across = 280;
    setFixedWidth(m_host.theme().px(across));
    resize(width(), heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
    // Below the button, or above it where the window ends.
    constexpr int gap = 6;
    const QRect area = button.window()->geometry();
    QPoint at = button.mapToGlobal(QPoint(0, button.height() + gap));
    if (at.y() + height() > area.bottom())
        at.setY(button.mapToGlobal(QPoint(0, -gap)).y() - height());
    at.setX(std::max(area.left(), std::min(at.x(), area.right() - width())));
    move(at);
    show();
    raise();
}

void TermPopup::showEvent(QShowEvent *event)
{
    qApp->installEventFilter(this); // Esc and clicks may go to anybody
    Card::showEvent(event);
}

void TermPopup::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    m_pinned = false;
    Card::hideEvent(event);
}

bool TermPopup::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    const bool isTerm = button && button->property(wordProperty).isValid();
    switch (event->type()) {
    case QEvent::Enter:
        if (isTerm && !m_pinned) {
            m_beside = button;
            m_hover.start();
        }
        break;
    case QEvent::Leave:
        if (isTerm)
            m_hover.stop();
        if (isTerm && !m_pinned)
            hide();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (isVisible() && watched == m_beside)
            hide();
        break;
    case QEvent::MouseButtonPress:
        if (isVisible() && watched->isWidgetType() && watched != m_beside && watched != this)
            hide();
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (isVisible() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            if (event->type() == QEvent::KeyPress)
                hide();
            event->accept();
            return true;
        }
        if (isTerm && event->type() == QEvent::KeyPress
            && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return
                || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter)) {
            button->click();
            return true; // seen by one filter only, whether that of the program or of the button
        }
        break;
    default:
        break;
    }
    return Card::eventFilter(watched, event);
}

} // namespace sessionarium::ui::lesson
