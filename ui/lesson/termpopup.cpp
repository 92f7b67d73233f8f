// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/termpopup.h"

#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace sessionarium::ui::lesson {

using widgets::Ink;
using widgets::TextLabel;

TermPopup::TermPopup(theme::ThemeHost &host, QWidget *parent)
    : Card(host, parent),
      m_word(new TextLabel(host, theme::FontRole::Strong, Ink::Text, this)),
      m_explanation(new TextLabel(host, theme::FontRole::Detail, Ink::Text, this))
{
    setWindowFlag(Qt::Popup);
    setObjectName(QStringLiteral("termPopup"));
    m_word->setBold(true);
    m_word->setWordWrap(true);
    m_explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(6);
    layout->addWidget(m_word);
    layout->addWidget(m_explanation);
    constexpr int width = 280;
    setFixedWidth(width);
}

void TermPopup::showTerm(const QString &word, const QString &explanation, const QWidget &beside)
{
    m_word->setText(word);
    m_explanation->setText(explanation);
    setAccessibleName(word);
    setAccessibleDescription(explanation);
    resize(width(), heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
    constexpr int gap = 6;
    move(beside.mapToGlobal(QPoint(0, beside.height() + gap)));
    show();
}

} // namespace sessionarium::ui::lesson
