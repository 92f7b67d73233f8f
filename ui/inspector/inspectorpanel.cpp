// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspectorpanel.h"

#include "ui/inspector/actionmenu.h"
#include "ui/inspector/buttonrows.h"
#include "ui/inspector/entityrows.h"
#include "ui/inspector/lamprow.h"
#include "ui/inspector/sessiontable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/scrollfade.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::inspector {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {

constexpr int usualWidth = 320;

/// A thin line across the card.
class Separator : public QWidget
{
public:
    Separator(theme::ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
    {
        setFixedHeight(1);
        connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_host.palette().border); }

private:
    theme::ThemeHost &m_host;
};

/// Minutes and seconds until a session expires: "29:48".
QString countdown(model::Duration left)
{
    const std::int64_t seconds = std::max<std::int64_t>(left.us, 0) / 1'000'000;
    return QStringLiteral("%1:%2")
        .arg(seconds / 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// The place of a client among the clients: its colour.
std::uint32_t colourOf(const timeline::WorldState &state, model::StringId session)
{
    const timeline::SessionInfo *info = state.session(session);
    return info ? info->clientIndex : 0;
}

} // namespace

InspectorPanel::InspectorPanel(theme::ThemeHost &host, const document::Document &document,
                               playback::MomentState &moment, const document::RunTexts &texts, QWidget *parent)
    : Card(host, parent),
      m_host(host),
      m_document(document),
      m_moment(moment),
      m_texts(texts),
      m_title(new TextLabel(host, FontRole::Strong, Ink::Soft, this)),
      m_scroll(new QScrollArea(this)),
      m_body(new QWidget),
      m_hint(new TextLabel(host, FontRole::Detail, Ink::Soft, m_body)),
      m_rowGrid(new QGridLayout),
      m_line(new Separator(host, m_body)),
      m_sessions(new SessionTable(host, m_body)),
      m_lamps(new LampRow(host, m_body)),
      m_first(new ButtonRows(host, m_body)),
      m_more(new Button(host, Button::Kind::Link, {}, m_body)),
      m_others(new ButtonRows(host, m_body)),
      m_choices(new QMenu(this))
{
    setObjectName(QStringLiteral("inspector"));
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_hint->setWordWrap(true);
    m_rowGrid->setVerticalSpacing(6);
    m_rowGrid->setHorizontalSpacing(16);
    m_rowGrid->setColumnStretch(1, 1);
    m_more->setObjectName(QStringLiteral("moreActions"));
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addWidget(m_hint);
    body->addLayout(m_rowGrid);
    body->addWidget(m_line);
    body->addWidget(m_sessions);
    body->addWidget(m_lamps);
    body->addStretch(1);
    body->addWidget(m_first);
    auto *disclosure = new QHBoxLayout;
    disclosure->addWidget(m_more);
    disclosure->addStretch(1);
    body->addLayout(disclosure);
    body->addWidget(m_others);
    // Whatever the height of the window, nothing is squeezed: it scrolls.
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_scroll, 1);
    new widgets::ScrollFade(host, *m_scroll); // its viewport's
    connect(m_more, &Button::clicked, this, [this] {
        m_moreShown = !m_moreShown;
        placeButtons();
        Q_EMIT heightChanged();
    });
    refresh();
}

QSize InspectorPanel::sizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    m_body->layout()->activate();
    const int across = std::max(width(), usualWidth) - margins.left() - margins.right();
    return {m_body->sizeHint().width() + margins.left() + margins.right(),
            m_title->sizeHint().height() + layout()->spacing() + m_body->layout()->totalHeightForWidth(across)
                + margins.top() + margins.bottom()};
}

QSize InspectorPanel::minimumSizeHint() const
{
    return {160, 120};
}

void InspectorPanel::setEntity(model::EntityId entity)
{
    if (entity == m_entity)
        return;
    m_entity = entity;
    refresh();
}

QString InspectorPanel::title() const
{
    return m_title->text();
}

void InspectorPanel::setActing(bool allowed, const QString &reason)
{
    m_mayAct = allowed;
    m_whyNot = reason;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString why = allowed ? reasonText(m_actions[i].whyNot) : reason;
        m_buttons[i]->setEnabled(allowed && m_actions[i].isPossible());
        m_buttons[i]->setToolTip(why);
        m_buttons[i]->setAccessibleDescription(why);
    }
}

void InspectorPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

void InspectorPanel::refresh()
{
    const timeline::WorldState *state = m_document.isOpen() ? &m_moment.state() : nullptr;
    const timeline::ClientState *client = state && m_entity.isSome() ? state->client(m_entity) : nullptr;
    const timeline::ServerState *server = state && m_entity.isSome() ? state->server(m_entity) : nullptr;
    const timeline::BalancerState *balancer = state && m_entity.isSome() ? state->balancer(m_entity) : nullptr;
    const timeline::StoreState *store = state && m_entity.isSome() ? state->store(m_entity) : nullptr;
    const bool shown = client || server || balancer || store;
    m_title->setText(shown ? m_texts.names().entity(m_entity) : tr("Nothing selected"));
    m_hint->setText(tr("Click a user or a server to see what it knows."));
    m_hint->setVisible(!shown);
    m_line->setVisible(client || server || store);
    m_sessions->setVisible(server || store);
    m_lamps->setVisible(client);

    if (client)
        m_lamps->setLamps(m_document.played()->timeline(), m_document.played()->verdicts(), m_entity, m_moment.count());
    else if (server)
        showSessions(*server);
    else if (store)
        showSessions(*store);
    setRows(shown ? EntityRows(m_texts, *state).of(m_entity) : std::vector<Row>());
    setButtons(shown && m_document.canAct()
                   ? possibleActions(*m_document.played()->scenario, m_texts.names(), *state, m_entity)
                   : std::vector<PossibleAction>());
}

void InspectorPanel::showSessions(const timeline::HolderState &server) const
{
    const timeline::WorldState &state = m_moment.state();
    const timeline::Timeline &timeline = m_document.played()->timeline();
    std::vector<SessionTable::Row> sessions;
    for (const timeline::CopyState &copy : server.copies) {
        if (!copy.isThere())
            continue;
        SessionTable::Row row;
        row.label = m_texts.names().session(copy.session);
        row.version = text::versionLabel(copy.version());
        const auto userName = timeline.strings().find(model::userAttribute);
        const timeline::AttributeState *user = userName ? copy.find(*userName) : nullptr;
        if (user && user->value.isSome())
            row.user = m_texts.names().entity(user->value.client);
        row.expiresIn = countdown(timeline.info().sessionTimeout - (m_moment.moment() - copy.lastUsed));
        row.colour = colourOf(state, copy.session);
        const model::EntityId charge = state.inCharge(copy.session);
        row.inCharge = charge == server.entity;
        const timeline::HolderState *best = charge.isSome() && !row.inCharge ? state.holder(charge) : nullptr;
        row.stale = best && best->find(copy.session)->version() > copy.version();
        sessions.push_back(std::move(row));
    }
    m_sessions->setRows(std::move(sessions));
}

void InspectorPanel::setRows(const std::vector<Row> &rows)
{
    while (m_rows.size() < rows.size()) {
        auto *name = new TextLabel(m_host, FontRole::Detail, Ink::Soft, m_body);
        auto *value = new TextLabel(m_host, FontRole::Detail, Ink::Text, m_body);
        value->setBold(true);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int line = static_cast<int>(m_rows.size());
        m_rowGrid->addWidget(name, line, 0);
        m_rowGrid->addWidget(value, line, 1);
        m_rows.emplace_back(name, value);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < rows.size();
        m_rows[i].first->setVisible(used);
        m_rows[i].second->setVisible(used);
        if (!used)
            continue;
        m_rows[i].first->setText(rows[i].name);
        m_rows[i].second->setText(rows[i].value);
        m_rows[i].second->setAccessibleName(rows[i].name + QLatin1Char(' ') + rows[i].value);
        m_rows[i].first->setToolTip(widgets::plainWords(rows[i].explanation));
        m_rows[i].second->setToolTip(widgets::plainWords(rows[i].explanation));
    }
}

void InspectorPanel::setButtons(const std::vector<PossibleAction> &actions)
{
    const bool same = actions.size() == m_actions.size()
        && std::equal(actions.begin(), actions.end(), m_actions.begin(),
                      [](const PossibleAction &a, const PossibleAction &b) {
                          return a.id == b.id && a.dangerous == b.dangerous && a.asks == b.asks
                              && a.everyday == b.everyday;
                      });
    m_actions = actions;
    if (!same) {
        m_first->setButtons({}); // they would still ask those that are gone how wide they are
        m_others->setButtons({});
        qDeleteAll(m_buttons);
        m_buttons.clear();
        for (std::size_t i = 0; i < m_actions.size(); ++i) {
            auto *button =
                new Button(m_host, m_actions[i].dangerous ? Button::Kind::Danger : Button::Kind::Secondary, {}, m_body);
            button->setObjectName(QStringLiteral("act-") + m_actions[i].id);
            button->setOffersChoice(m_actions[i].asks == PossibleAction::Asks::Choice);
            connect(button, &Button::clicked, this, [this, i] { press(i); });
            m_buttons.push_back(button);
        }
    }
    bool newWords = !same;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        newWords = newWords || m_buttons[i]->text() != m_actions[i].text;
        m_buttons[i]->setText(m_actions[i].text);
    }
    if (newWords)
        placeButtons();
    setActing(m_mayAct, m_whyNot);
}

void InspectorPanel::press(std::size_t action)
{
    const PossibleAction &pressed = m_actions[action];
    switch (pressed.asks) {
    case PossibleAction::Asks::Nothing:
        Q_EMIT deedChosen(pressed.deed);
        return;
    case PossibleAction::Asks::Sides:
        Q_EMIT sidesAsked();
        return;
    case PossibleAction::Asks::Choice:
        break;
    }
    fillChoiceMenu(*m_choices, pressed, {[this](const Deed &deed) { Q_EMIT deedChosen(deed); }, {}});
    m_choices->setObjectName(QStringLiteral("inspectorChoices"));
    const Button &button = *m_buttons[action];
    m_choices->popup(button.mapToGlobal(QPoint(0, button.height() + 4)));
}

/// Everyday actions first; where there are more than `mostAtOnce`, the others wait behind "more".
void InspectorPanel::placeButtons()
{
    constexpr std::size_t mostAtOnce = 7;
    const bool grouped = m_actions.size() > mostAtOnce;
    std::vector<QAbstractButton *> first;
    std::vector<QAbstractButton *> others;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        (!grouped || m_actions[i].everyday ? first : others).push_back(m_buttons[i]);
    m_more->setVisible(!others.empty());
    m_more->setText(m_moreShown ? tr("Fewer actions") : tr("More actions (%1)").arg(others.size()));
    m_first->setButtons(first);
    m_first->setVisible(!first.empty());
    m_others->setButtons(others);
    m_others->setVisible(m_moreShown && !others.empty());
    // Tab walks as the eye does.
    if (!first.empty())
        setTabOrder(first.back(), m_more);
    if (!others.empty())
        setTabOrder(m_more, others.front());
}

} // namespace sessionarium::ui::inspector
