// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "resources/lessons.h"
#include "ui/welcome/firstminute.h"
#include "ui/welcome/lessoncard.h"
#include "ui/welcome/lessongrid.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::welcome {

using theme::FontRole;
using widgets::Button;
using widgets::TextLabel;

namespace {
constexpr int contentWidth = 1440;
constexpr int side = 16;
constexpr int gap = 12;
constexpr int peek = 56; // what is seen of the lessons, so that nobody misses them
constexpr int leastMinute = 440;
constexpr int greatestMinute = 680;
} // namespace

WelcomePage::WelcomePage(theme::ThemeHost &host, const text::Translator &translator,
                         playback::PlaybackController::Clock clock, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_scroll(new QScrollArea(this)),
      m_body(new QWidget(m_scroll->viewport())),
      m_content(new QWidget(m_body)),
      m_column(new QVBoxLayout(m_content)),
      m_title(new TextLabel(host, FontRole::Title, widgets::Ink::Text, m_content)),
      m_goOn(new Button(host, Button::Kind::Secondary, {}, m_content)),
      m_minute(nullptr),
      m_lessonsHeading(new TextLabel(host, FontRole::Heading)),
      m_open(new Button(host, Button::Kind::Secondary)),
      m_empty(new Button(host, Button::Kind::Secondary)),
      m_lessons(new LessonGrid(host, translator, builtInLessons())),
      m_recentHeading(new TextLabel(host, FontRole::Heading)),
      m_recentList(new QVBoxLayout)
{
    const std::uint32_t first = lessons().empty() ? 1 : lessons().front().number;
    m_minute = new FirstMinute(host, translator, std::move(clock), resources::firstMinute(), first, m_content);
    setObjectName(QStringLiteral("welcomePage"));
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_open->setObjectName(QStringLiteral("openFile"));
    m_empty->setObjectName(QStringLiteral("startEmpty"));
    m_title->setBold(true);
    m_title->setWordWrap(true);
    m_lessonsHeading->setBold(true);
    m_recentHeading->setBold(true);
    m_goOn->setLeadingIcon(widgets::Icon::Play);
    m_open->setLeadingIcon(widgets::Icon::Folder);
    m_empty->setLeadingIcon(widgets::Icon::Plus);
    m_goOn->hide();

    m_content->setMaximumWidth(contentWidth);
    auto *centred = new QHBoxLayout(m_body);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(m_content, 100);
    centred->addStretch(1);
    m_scroll->setWidget(m_body); // still empty: what is in it would be measured in vain before it is shown
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    m_column->setContentsMargins(side, gap, side, 2 * side);
    m_column->setSpacing(gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * gap);
    head->addWidget(m_title, 1);
    head->addWidget(m_goOn);
    m_column->addLayout(head);
    m_column->addWidget(m_minute);
    auto *lessonsHead = new QHBoxLayout;
    lessonsHead->setSpacing(8);
    lessonsHead->addWidget(m_lessonsHeading, 1);
    lessonsHead->addWidget(m_empty);
    lessonsHead->addWidget(m_open);
    m_column->addLayout(lessonsHead);
    m_column->addWidget(m_lessons);
    m_column->addSpacing(gap);
    m_column->addWidget(m_recentHeading);
    m_recentList->setSpacing(8);
    m_column->addLayout(m_recentList);
    m_column->addStretch(1);

    connect(m_lessons, &LessonGrid::chosen, this, &WelcomePage::lessonChosen);
    connect(m_lessons, &LessonGrid::walkedTo, this,
            [this](QWidget *card) { m_scroll->ensureWidgetVisible(card, 0, 2 * side); });
    connect(m_minute, &FirstMinute::firstLessonRequested, this, [this] {
        if (!lessons().empty())
            Q_EMIT lessonChosen(lessons().front().id);
    });
    connect(m_minute, &FirstMinute::buildRequested, this, &WelcomePage::emptyRequested);
    connect(m_goOn, &Button::clicked, this, &WelcomePage::goOnRequested);
    connect(m_open, &Button::clicked, this, &WelcomePage::openRequested);
    connect(m_empty, &Button::clicked, this, &WelcomePage::emptyRequested);
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        place();
        update();
    });
    setRecentFiles({});
    retranslate();
    place();
}

const std::vector<LessonEntry> &WelcomePage::lessons() const
{
    return m_lessons->lessons();
}

void WelcomePage::setRecentFiles(const QStringList &paths)
{
    for (Button *button : m_recent)
        button->deleteLater(); // one of them may have been pressed just now
    m_recent.clear();
    for (const QString &path : paths) {
        auto *button = new Button(m_host, Button::Kind::Row, QFileInfo(path).fileName());
        button->setObjectName(QStringLiteral("recent%1").arg(m_recent.size() + 1));
        button->setToolTip(widgets::plainWords(path));
        connect(button, &Button::clicked, this, [this, path] { Q_EMIT recentChosen(path); });
        m_recentList->addWidget(button);
        m_recent.push_back(button);
    }
    m_recentHeading->setVisible(!paths.isEmpty());
}

void WelcomePage::setStoppedAt(const std::optional<StoppedAt> &place)
{
    m_stoppedAt = place;
    m_goOn->setVisible(place.has_value());
    if (place)
        //: %1 is the number of a lesson, %2 that of one of its steps.
        m_goOn->setText(tr("Go on with lesson %1, step %2").arg(place->lesson).arg(place->step));
}

bool WelcomePage::handle(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const int key = event.key();
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        return m_minute->answer(static_cast<std::size_t>(key - Qt::Key_1));
    if (key == Qt::Key_Space)
        return m_minute->togglePlaying();
    const auto scroll = [this](QAbstractSlider::SliderAction action) {
        m_scroll->verticalScrollBar()->triggerAction(action);
        return true;
    };
    switch (key) {
    case Qt::Key_PageDown:
        return scroll(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return scroll(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_Down:
        return scroll(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Up:
        return scroll(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Home:
        return scroll(QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
        return scroll(QAbstractSlider::SliderToMaximum);
    default:
        return false;
    }
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
    place();
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    if (!handle(*event))
        QWidget::keyPressEvent(event);
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("What becomes of a log-in when one server turns into many?"));
    m_lessonsHeading->setText(tr("Lessons"));
    m_open->setText(tr("Open file…"));
    m_empty->setText(tr("Start empty"));
    m_recentHeading->setText(tr("Recent files"));
    setStoppedAt(m_stoppedAt);
}

/// The first minute takes what the window has left below the title, up to a size that is still taken in at a glance.
void WelcomePage::place()
{
    const int head = std::max(m_title->sizeHint().height(), m_goOn->sizeHint().height());
    const int left = height() - head - 3 * gap - m_host.theme().px(peek);
    m_minute->setFixedHeight(std::clamp(left, m_host.theme().px(leastMinute), m_host.theme().px(greatestMinute)));
}

} // namespace sessionarium::ui::welcome
