// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/welcome/lessoncard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace sessionarium::ui::welcome {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {
constexpr int contentWidth = 960;
constexpr int twoColumnsFrom = 760;
} // namespace

WelcomePage::WelcomePage(theme::ThemeHost &host, const text::Translator &translator, std::vector<LessonEntry> lessons,
                         QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_translator(translator),
      m_lessons(std::move(lessons)),
      m_scroll(new QScrollArea(this)),
      m_body(new QWidget),
      m_title(new TextLabel(host, FontRole::Display)),
      m_subtitle(new TextLabel(host, FontRole::Body, Ink::Soft)),
      m_lessonsHeading(new TextLabel(host, FontRole::Heading)),
      m_cardGrid(new QGridLayout),
      m_open(new Button(host, Button::Kind::Secondary)),
      m_empty(new Button(host, Button::Kind::Secondary)),
      m_recentHeading(new TextLabel(host, FontRole::Heading)),
      m_recentList(new QVBoxLayout)
{
    setObjectName(QStringLiteral("welcomePage"));
    m_open->setObjectName(QStringLiteral("openFile"));
    m_empty->setObjectName(QStringLiteral("startEmpty"));
    m_title->setBold(true);
    m_lessonsHeading->setBold(true);
    m_recentHeading->setBold(true);
    for (TextLabel *label : {m_title, m_subtitle})
        label->setWordWrap(true);
    m_open->setLeadingIcon(widgets::Icon::Folder);
    m_empty->setLeadingIcon(widgets::Icon::Plus);

    auto *content = new QWidget;
    content->setMaximumWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 40, 24, 40);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(24);
    column->addWidget(m_lessonsHeading);
    column->addSpacing(4);
    m_cardGrid->setSpacing(16);
    column->addLayout(m_cardGrid);
    column->addSpacing(24);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_empty);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(24);
    column->addWidget(m_recentHeading);
    m_recentList->setSpacing(8);
    column->addLayout(m_recentList);
    column->addStretch(1);

    auto *centred = new QHBoxLayout(m_body);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(content, 100);
    centred->addStretch(1);
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    for (const LessonEntry &lesson : m_lessons) {
        auto *card = new LessonCard(host, content);
        card->setObjectName(QStringLiteral("lesson-") + lesson.id);
        connect(card, &LessonCard::clicked, this, [this, id = lesson.id] { Q_EMIT lessonChosen(id); });
        m_cards.push_back(card);
    }
    connect(m_open, &Button::clicked, this, &WelcomePage::openRequested);
    connect(m_empty, &Button::clicked, this, &WelcomePage::emptyRequested);
    connect(&m_host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
    setRecentFiles({});
    retranslate();
    arrange();
}

void WelcomePage::setRecentFiles(const QStringList &paths)
{
    for (Button *button : m_recent)
        button->deleteLater(); // one of them may have been pressed just now
    m_recent.clear();
    for (const QString &path : paths) {
        auto *button = new Button(m_host, Button::Kind::Row, QFileInfo(path).fileName());
        button->setToolTip(path);
        connect(button, &Button::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recentList->addWidget(button);
        m_recent.push_back(button);
    }
    m_recentHeading->setVisible(!paths.isEmpty());
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_host.palette().window);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("What becomes of a log-in when one server turns into many?"));
    m_subtitle->setText(tr("Step through a lesson, or build a place of your own and break it."));
    m_lessonsHeading->setText(tr("Lessons"));
    m_open->setText(tr("Open file…"));
    m_empty->setText(tr("Start empty"));
    m_recentHeading->setText(tr("Recent files"));
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

void WelcomePage::arrange()
{
    const int columns = width() >= twoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cardGrid->removeWidget(m_cards[i]);
        const int place = static_cast<int>(i);
        m_cardGrid->addWidget(m_cards[i], place / columns, place % columns);
    }
}

} // namespace sessionarium::ui::welcome
