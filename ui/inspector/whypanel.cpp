// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/whypanel.h"

#include "core/verdict/proof.h"
#include "ui/inspector/causestep.h"
#include "ui/text/timetext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scrollfade.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::inspector {

using document::Document;
using playback::PlaybackController;
using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {
constexpr QMargins margins(18, 14, 18, 14);

/// The cross of what went wrong, beside its name: no colour alone says it.
class CrossBadge : public QWidget
{
public:
    CrossBadge(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
    {
        setFixedSize(16, 18);
        connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        widgets::paintBadge(painter, widgets::Badge::Bad, QRectF(rect()).center(), 7, m_host.palette());
    }

private:
    theme::ThemeHost &m_host;
};

} // namespace

WhyPanel::WhyPanel(theme::ThemeHost &host, const Document &document, PlaybackController &playback,
                   const document::RunTexts &texts, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_title(new TextLabel(host, FontRole::Heading, Ink::Text, this)),
      m_when(new TextLabel(host, FontRole::Detail, Ink::Soft, this)),
      m_scroll(new QScrollArea(this)),
      m_stepList(nullptr),
      m_hint(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_lightButton(new Button(host, Button::Kind::Link, {}, this)),
      m_broken(new Card(host, this)),
      m_brokenTitle(new TextLabel(host, FontRole::Control, Ink::Text)),
      m_brokenText(new TextLabel(host, FontRole::Detail, Ink::Text))
{
    setObjectName(QStringLiteral("whyPanel"));
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_when->setObjectName(QStringLiteral("whyMoment"));
    m_title->setBold(true);
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_lightButton->setObjectName(QStringLiteral("lightCauses"));
    m_broken->setObjectName(QStringLiteral("brokenBox"));
    m_broken->setTone(Tone::Bad);
    m_brokenTitle->setBold(true);
    m_brokenTitle->setWordWrap(true);
    m_brokenText->setWordWrap(true);
    auto *brokenLayout = new QVBoxLayout(m_broken);
    brokenLayout->setContentsMargins(14, 12, 14, 12);
    brokenLayout->setSpacing(6);
    auto *brokenHead = new QHBoxLayout;
    brokenHead->setSpacing(8);
    brokenHead->addWidget(new CrossBadge(host, m_broken), 0, Qt::AlignTop);
    brokenHead->addWidget(m_brokenTitle, 1);
    brokenLayout->addLayout(brokenHead);
    brokenLayout->addWidget(m_brokenText);

    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_hint);
    m_stepList = new QVBoxLayout;
    m_stepList->setSpacing(0);
    bodyLayout->addLayout(m_stepList);
    bodyLayout->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margins);
    layout->setSpacing(4); // the link between list and box has room of its own
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_when, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addSpacing(4);
    layout->addWidget(m_scroll, 1);
    new widgets::ScrollFade(host, *m_scroll); // its viewport's
    auto *links = new QHBoxLayout;
    links->addWidget(m_lightButton);
    links->addStretch(1);
    layout->addLayout(links);
    layout->addWidget(m_broken);

    connect(m_lightButton, &Button::clicked, this, [this] { ask(m_request); });
    connect(&m_lighter, &ChainLighter::lit, this, [this](const stage::LitChain &chain, std::size_t reached) {
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            m_steps[i]->setLit(i < reached);
        Q_EMIT lit(chain);
    });
    connect(&m_playback, &PlaybackController::moved, this, &WhyPanel::follow);
    connect(&m_document, &Document::changed, this, [this](Document::What what) {
        if (what == Document::What::Opened || what == Document::What::Run) {
            m_request = {};
            m_asked = false;
            m_lighter.stop();
            show(nullptr);
        }
        follow();
    });
    rebuild();
}

void WhyPanel::ask(model::RequestId request)
{
    const verdict::Verdict *verdict = known(request);
    if (!verdict)
        return;
    m_asked = true;
    const verdict::Verdict *newest = newestBad();
    m_newestWhenAsked = newest && newest->finished > verdict->finished ? newest->finished : verdict->finished;
    show(verdict);
    light();
    Q_EMIT asked();
}

QString WhyPanel::heading()
{
    return tr("Why?");
}

void WhyPanel::setBrief(bool brief)
{
    m_brief = brief;
    setTone(brief ? Tone::Bare : Tone::Plain);
    layout()->setContentsMargins(brief ? QMargins() : margins);
    rebuild();
}

void WhyPanel::dismiss()
{
    m_asked = false;
    m_lighter.stop();
    follow();
}

void WhyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    Card::changeEvent(event);
}

void WhyPanel::follow()
{
    if (!m_document.isOpen())
        return;
    if (m_lighter.isLit() && m_playback.step() > m_litInStep)
        m_lighter.stop();
    const verdict::Verdict *newest = newestBad();
    if (m_asked && known(m_request) && (!newest || newest->finished <= m_newestWhenAsked))
        return;
    if ((newest ? newest->request : model::RequestId()) == m_request)
        return;
    m_asked = false;
    m_lighter.stop();
    show(newest);
}

void WhyPanel::show(const verdict::Verdict *verdict)
{
    const model::RequestId request = verdict ? verdict->request : model::RequestId();
    if (request == m_request && request.isSome())
        return;
    m_lighter.stop();
    m_request = request;
    rebuild();
}

void WhyPanel::rebuild()
{
    for (CauseStep *step : m_steps) { // one of them may be in its own click
        m_stepList->removeWidget(step);
        step->hide();
        step->deleteLater();
    }
    m_steps.clear();
    m_text = {};
    const verdict::Verdict *verdict = known(m_request);
    if (verdict) {
        const auto played = m_document.played();
        m_text = text::explanationText(m_texts.names(),
                                       verdict::explain(played->timeline(), *played->keyframes, *verdict), *verdict);
    }
    m_title->setText(verdict ? m_text.title : heading());
    // There may be several such answers, and the newest need not be what the user sees now.
    m_when->setText(verdict ? text::momentText(m_document.played()->timeline()[verdict->finished].at) : QString());
    m_when->setVisible(verdict && !m_brief);
    m_hint->setVisible(!verdict);
    m_hint->setText(tr("When an answer is not what it should be, its causes stand here. A click on a mark of the "
                       "timeline asks about any request."));
    for (std::size_t i = 0; i < m_text.lines.size(); ++i) {
        auto *step = new CauseStep(m_host, m_text.lines[i], i + 1 == m_text.lines.size());
        step->setObjectName(QStringLiteral("cause%1").arg(i + 1));
        connect(step, &CauseStep::clicked, this, [this, step] {
            if (!m_asked) { // the playhead goes back: the explanation stays
                m_asked = true;
                m_newestWhenAsked = known(m_request)->finished;
            }
            const model::RecordId record = step->line().record;
            if (record.isSome())
                m_playback.seekInRun(m_document.played()->timeline()[record].at);
        });
        m_stepList->addWidget(step);
        m_steps.push_back(step);
    }
    m_lightButton->setText(tr("Show on the stage"));
    m_lightButton->setVisible(!m_steps.empty() && !m_brief);
    m_broken->setVisible(!m_text.brokenTitle.isEmpty() && !m_brief);
    m_brokenTitle->setText(m_text.brokenTitle);
    m_brokenText->setText(m_text.brokenText);
    if (m_lighter.isLit()) {
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            m_steps[i]->setLit(i < m_lighter.reached());
    }
}

void WhyPanel::light()
{
    std::vector<ChainLighter::Step> chain;
    for (const text::ExplanationText::Line &line : m_text.lines)
        chain.push_back(line.lights);
    m_litInStep = m_playback.step();
    m_lighter.start(std::move(chain));
}

const verdict::Verdict *WhyPanel::newestBad() const
{
    const auto played = m_document.played();
    return played->outcomes.newestBadWithin(played->timeline().countUpTo(m_playback.moment()));
}

const verdict::Verdict *WhyPanel::known(model::RequestId request) const
{
    if (!m_document.isOpen() || request.isNone())
        return nullptr;
    const verdict::Verdict *verdict = m_document.played()->verdicts().of(request);
    return verdict && verdict->finished.value < m_document.view().count() ? verdict : nullptr;
}

} // namespace sessionarium::ui::inspector
