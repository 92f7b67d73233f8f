// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/inspector/chainlighter.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/text/explanationtext.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <memory>
#include <optional>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::inspector {

class CauseStep;

/// "Why?": what led to the outcome of one request, as numbered sentences that lead to their moments, and what it broke.
///
/// Shows the request that somebody asked for; until then the newest one up to the playhead that did not go well. Knows
/// nothing of what lies ahead of a shut gate: such requests are never shown.
class WhyPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    WhyPanel(theme::ThemeHost &host, const document::Document &document, playback::PlaybackController &playback,
             const document::RunTexts &texts, QWidget *parent = nullptr);

    /// Tells about this request and lights its chain. A request that is not finished (or not revealed) is ignored.
    void ask(model::RequestId request);
    /// What the panel is called while it tells of nothing, and on a tab.
    [[nodiscard]] static QString heading();
    /// Nothing but the question and its causes, to stand on another card.
    void setBrief(bool brief);
    /// Goes dark, and follows the playhead again.
    void dismiss();
    [[nodiscard]] model::RequestId request() const { return m_request; }
    [[nodiscard]] const std::vector<CauseStep *> &steps() const { return m_steps; }
    [[nodiscard]] const ChainLighter &lighter() const { return m_lighter; }

Q_SIGNALS:
    void lit(const sessionarium::ui::stage::LitChain &chain);
    /// Somebody asked why; a window without room for this panel opens it.
    void asked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void show(const verdict::Verdict *verdict);
    void rebuild();
    void light();
    [[nodiscard]] const verdict::Verdict *newestBad() const;
    [[nodiscard]] const verdict::Verdict *known(model::RequestId request) const;

    theme::ThemeHost &m_host;
    const document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    model::RequestId m_request;
    bool m_brief = false;
    bool m_asked = false; // by a person: it stays until something newer goes wrong
    model::RecordId m_newestWhenAsked;
    ChainLighter m_lighter;
    std::size_t m_litInStep = 0; // going on to a later one, the stage is to show that
    text::ExplanationText m_text;

    widgets::TextLabel *m_title;
    widgets::TextLabel *m_when; // of the answer that is asked about
    QScrollArea *m_scroll;
    QVBoxLayout *m_stepList;
    std::vector<CauseStep *> m_steps;
    widgets::TextLabel *m_hint;
    widgets::Button *m_lightButton;
    widgets::Card *m_broken;
    widgets::TextLabel *m_brokenTitle;
    widgets::TextLabel *m_brokenText;
};

} // namespace sessionarium::ui::inspector
