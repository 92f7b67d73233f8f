// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

class QMenu;

namespace sessionarium::ui::timelineview {
class ScrubBar;
}
namespace sessionarium::ui::widgets {
class Button;
class IconButton;
class TextLabel;
}

namespace sessionarium::ui::window {

/// First, back, play, forward, last; the time; the scrub bar; the speed.
class TransportBar : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    TransportBar(theme::ThemeHost &host, const document::Document &document, playback::PlaybackController &playback,
                 QWidget *parent = nullptr);

    [[nodiscard]] timelineview::ScrubBar &scrubBar() { return *m_scrub; }
    /// A button for the panels that have no room of their own.
    void setDetailsButton(bool visible);
    void refresh();

Q_SIGNALS:
    void detailsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();

    theme::ThemeHost &m_host;
    const document::Document &m_document;
    playback::PlaybackController &m_playback;
    widgets::IconButton *m_first;
    widgets::IconButton *m_back;
    widgets::IconButton *m_play;
    widgets::IconButton *m_forward;
    widgets::IconButton *m_last;
    widgets::TextLabel *m_clock;
    widgets::TextLabel *m_total;
    timelineview::ScrubBar *m_scrub;
    widgets::TextLabel *m_speedLabel;
    widgets::Button *m_speed;
    widgets::IconButton *m_details;
    QMenu *m_speedMenu;
};

} // namespace sessionarium::ui::window
