// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/lessongrid.h"

#include "ui/welcome/lessoncard.h"

#include <QGridLayout>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::welcome {

namespace {

constexpr int twoColumnsFrom = 720;
constexpr int threeColumnsFrom = 1160;

bool walks(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down
        || key == Qt::Key_Home || key == Qt::Key_End;
}

} // namespace

LessonGrid::LessonGrid(theme::ThemeHost &host, const text::Translator &translator, std::vector<LessonEntry> lessons,
                       QWidget *parent)
    : QWidget(parent), m_translator(translator), m_lessons(std::move(lessons)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(16);
    for (const LessonEntry &lesson : m_lessons) {
        auto *card = new LessonCard(host, this);
        card->setObjectName(QStringLiteral("lesson-") + lesson.id);
        card->installEventFilter(this);
        connect(card, &LessonCard::clicked, this, [this, id = lesson.id] { Q_EMIT chosen(id); });
        m_cards.push_back(card);
    }
    retranslate();
    arrange();
}

bool LessonGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    const auto from = std::find(m_cards.begin(), m_cards.end(), watched);
    if (from == m_cards.end() || !walks(key->key()) || (key->modifiers() & ~Qt::KeypadModifier))
        return false;
    LessonCard *card = m_cards[target(static_cast<std::size_t>(from - m_cards.begin()), key->key())];
    card->setFocus(Qt::TabFocusReason);
    Q_EMIT walkedTo(card);
    return true;
}

void LessonGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LessonGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

void LessonGrid::retranslate()
{
    const text::Language language = m_translator.language();
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const LessonEntry &lesson = m_lessons[i];
        //: The number of a lesson.
        m_cards[i]->setWords(tr("Lesson %1").arg(lesson.number), text::pick(lesson.title, language),
                             text::pick(lesson.summary, language),
                             //: How long a lesson takes.
                             tr("%n min", nullptr, static_cast<int>(lesson.minutes)));
    }
}

void LessonGrid::arrange()
{
    const std::size_t columns = width() >= threeColumnsFrom ? 3 : width() >= twoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_grid->removeWidget(m_cards[i]);
        m_grid->addWidget(m_cards[i], static_cast<int>(i / columns), static_cast<int>(i % columns));
    }
    for (std::size_t column = 0; column < 3; ++column)
        m_grid->setColumnStretch(static_cast<int>(column), column < columns ? 1 : 0);
}

std::size_t LessonGrid::target(std::size_t from, int key) const
{
    const std::size_t last = m_cards.size() - 1;
    switch (key) {
    case Qt::Key_Left:
        return from > 0 ? from - 1 : from;
    case Qt::Key_Right:
        return std::min(from + 1, last);
    case Qt::Key_Up:
        return from >= m_columns ? from - m_columns : from;
    case Qt::Key_Down:
        return from + m_columns <= last ? from + m_columns : from;
    case Qt::Key_Home:
        return 0;
    default:
        return last;
    }
}

} // namespace sessionarium::ui::welcome
