// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/transportbar.h"

#include "ui/text/timetext.h"
#include "ui/timelineview/scrubbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <array>

namespace sessionarium::ui::window {

using playback::PlaybackController;
using theme::FontRole;
using widgets::Button;
using widgets::Icon;
using widgets::IconButton;
using widgets::Ink;
using widgets::TextLabel;

namespace {

constexpr std::array<int, 5> speeds {25, 50, 100, 200, 400};

QString speedText(int percent)
{
    return QString::number(percent / 100.0) + QChar(0x00D7);
}

} // namespace

TransportBar::TransportBar(theme::ThemeHost &host, const document::Document &document, PlaybackController &playback,
                           QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_first(new IconButton(host, Icon::First, {}, IconButton::Kind::Plain, this)),
      m_back(new IconButton(host, Icon::StepBack, {}, IconButton::Kind::Plain, this)),
      m_play(new IconButton(host, Icon::Play, {}, IconButton::Kind::Round, this)),
      m_forward(new IconButton(host, Icon::StepForward, {}, IconButton::Kind::Plain, this)),
      m_last(new IconButton(host, Icon::Last, {}, IconButton::Kind::Plain, this)),
      m_clock(new TextLabel(host, FontRole::Clock, Ink::Text, this)),
      m_total(new TextLabel(host, FontRole::Control, Ink::Soft, this)),
      m_scrub(new timelineview::ScrubBar(host, this)),
      m_speedLabel(new TextLabel(host, FontRole::Small, Ink::Soft, this)),
      m_speed(new Button(host, Button::Kind::Secondary, {}, this)),
      m_details(new IconButton(host, Icon::Info, {}, IconButton::Kind::Framed, this)),
      m_speedMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("transport"));
    m_first->setObjectName(QStringLiteral("first"));
    m_back->setObjectName(QStringLiteral("hopBack"));
    m_play->setObjectName(QStringLiteral("play"));
    m_forward->setObjectName(QStringLiteral("hopForward"));
    m_last->setObjectName(QStringLiteral("last"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_scrub->setObjectName(QStringLiteral("scrub"));
    m_speed->setObjectName(QStringLiteral("speed"));
    m_details->setObjectName(QStringLiteral("details"));
    m_clock->setBold(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 16, 8);
    layout->setSpacing(4);
    for (QWidget *button : {m_first, m_back, m_play, m_forward, m_last})
        layout->addWidget(button);
    layout->addSpacing(16);
    layout->addWidget(m_clock);
    layout->addWidget(m_total);
    layout->addSpacing(16);
    layout->addWidget(m_scrub, 1);
    layout->addSpacing(16);
    layout->addWidget(m_speedLabel);
    layout->addSpacing(4);
    layout->addWidget(m_speed);
    layout->addSpacing(8);
    layout->addWidget(m_details);
    m_details->hide();

    for (const int percent : speeds) {
        QAction *action = m_speedMenu->addAction(speedText(percent));
        connect(action, &QAction::triggered, this, [this, percent] { m_playback.setSpeedPercent(percent); });
    }
    connect(m_speed, &Button::clicked, this, [this] {
        const QSize size = m_speedMenu->sizeHint();
        m_speedMenu->popup(m_speed->mapToGlobal(QPoint(m_speed->width() - size.width(), -size.height() - 4)));
    });
    connect(m_first, &IconButton::clicked, &m_playback, &PlaybackController::toStart);
    connect(m_back, &IconButton::clicked, &m_playback, &PlaybackController::hopBack);
    connect(m_play, &IconButton::clicked, &m_playback, &PlaybackController::togglePlaying);
    connect(m_forward, &IconButton::clicked, &m_playback, &PlaybackController::hopForward);
    connect(m_last, &IconButton::clicked, &m_playback, &PlaybackController::toEnd);
    connect(m_scrub, &timelineview::ScrubBar::seekRequested, &m_playback, &PlaybackController::seek);
    connect(m_details, &IconButton::clicked, this, &TransportBar::detailsRequested);
    connect(&m_playback, &PlaybackController::moved, this, &TransportBar::refresh);
    connect(&m_playback, &PlaybackController::playingChanged, this, &TransportBar::refresh);
    connect(&m_playback, &PlaybackController::speedChanged, this, &TransportBar::refresh);
    retranslate();
}

void TransportBar::setDetailsButton(bool visible)
{
    m_details->setVisible(visible);
}

void TransportBar::refresh()
{
    const bool open = m_document.isOpen();
    const model::SimTime end = open ? m_document.played()->end() : model::SimTime {};
    m_clock->setText(text::clockText(m_playback.moment()));
    m_total->setText(QStringLiteral("/ ") + text::clockText(end));
    m_clock->setToolTip(m_clock->text() + QLatin1Char(' ') + m_total->text());
    m_scrub->setMoment(m_playback.moment());
    const bool atGate = m_playback.isAtGate();
    const bool atEnd = m_playback.isAtEndOfStep() && !m_playback.hasNextStep();
    const bool atStart = m_playback.moment() == model::SimTime {} && m_playback.step() == 0;
    m_first->setEnabled(open && !atStart);
    m_back->setEnabled(open && !atStart);
    m_forward->setEnabled(open && !atGate && !atEnd);
    m_last->setEnabled(open && !atGate && !atEnd);
    m_play->setEnabled(open && !atGate && !atEnd);
    m_play->setGlyph(m_playback.isPlaying() ? Icon::Pause : Icon::Play);
    m_play->setName(m_playback.isPlaying() ? tr("Pause") : tr("Play"), tr("Space"));
    m_speed->setText(speedText(m_playback.speedPercent()));
}

void TransportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

/// Where there is little room, the scrub bar has it: what else the bar says is told by tool tips.
void TransportBar::resizeEvent(QResizeEvent *event)
{
    constexpr int roomy = 720;
    const bool hasRoom = width() >= m_host.theme().px(roomy);
    m_total->setVisible(hasRoom);
    m_speedLabel->setVisible(hasRoom);
    Card::resizeEvent(event);
}

void TransportBar::retranslate()
{
    m_first->setName(tr("To the start"), tr("Home"));
    m_back->setName(tr("One event back"), tr("Left arrow"));
    m_forward->setName(tr("One event forward"), tr("Right arrow"));
    m_last->setName(tr("To the end"), tr("End"));
    m_speedLabel->setText(tr("Speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed"));
    m_details->setName(tr("Details and causes"));
    refresh();
}

} // namespace sessionarium::ui::window
