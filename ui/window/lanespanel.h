// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

class QMenu;

namespace sessionarium::ui::timelineview {
class LanesView;
}
namespace sessionarium::ui::widgets {
class Button;
class ElidingLabel;
class TextLabel;
}

namespace sessionarium::ui::window {

/// The lanes with what stands above them: which branch is played, and what became of the requests so far.
class LanesPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    LanesPanel(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
               const document::RunTexts &texts, QWidget *parent = nullptr);

    [[nodiscard]] timelineview::LanesView &lanes() { return *m_lanes; }
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillBranchMenu();
    [[nodiscard]] QString branchName(const scenario::Branch &branch) const;

    theme::ThemeHost &m_host;
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    widgets::TextLabel *m_title;
    widgets::Button *m_branch;
    QMenu *m_branchMenu;
    widgets::ElidingLabel *m_counts;
    timelineview::LanesView *m_lanes;
};

} // namespace sessionarium::ui::window
