// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspectorpanel.h"

#include "ui/inspector/lamprow.h"
#include "ui/inspector/sessiontable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::inspector {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {

constexpr int buttonColumns = 2;
constexpr int widestInColumn = 136;

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
      m_hint(new TextLabel(host, FontRole::Detail, Ink::Soft, this)),
      m_rowGrid(new QGridLayout),
      m_line(new Separator(host, this)),
      m_sessions(new SessionTable(host, this)),
      m_lamps(new LampRow(host, this)),
      m_buttonGrid(new QGridLayout)
{
    setObjectName(QStringLiteral("inspector"));
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_hint->setWordWrap(true);
    m_rowGrid->setVerticalSpacing(6);
    m_rowGrid->setHorizontalSpacing(16);
    m_rowGrid->setColumnStretch(1, 1);
    m_buttonGrid->setSpacing(8);
    for (int column = 0; column < buttonColumns; ++column)
        m_buttonGrid->setColumnStretch(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addLayout(m_rowGrid);
    layout->addWidget(m_line);
    layout->addWidget(m_sessions);
    layout->addWidget(m_lamps);
    layout->addStretch(1);
    layout->addLayout(m_buttonGrid);
    refresh();
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
        m_buttons[i]->setEnabled(allowed && m_actions[i].enabled);
        m_buttons[i]->setToolTip(allowed ? QString() : reason);
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

    std::vector<Row> rows;
    if (client) {
        rows = clientRows(*client);
        m_lamps->setLamps(m_document.played()->timeline(), m_document.played()->verdicts(), m_entity, m_moment.count());
    } else if (server) {
        rows = serverRows(*server);
    } else if (store) {
        rows = storeRows(*store);
    } else if (balancer) {
        rows = balancerRows(*balancer);
    }
    setRows(rows);
    setButtons(shown && m_document.canAct() ? possibleActions(m_texts.names(), *state, m_entity)
                                            : std::vector<PossibleAction>());
}

std::vector<InspectorPanel::Row> InspectorPanel::clientRows(const timeline::ClientState &client) const
{
    const timeline::Timeline &timeline = m_document.played()->timeline();
    const auto cookieName = timeline.strings().find(model::sessionCookieName);
    const model::StringId cookie = cookieName ? client.cookie(*cookieName) : model::StringId();
    const auto pinName = timeline.strings().find(model::pinCookieName);
    const model::StringId pin = pinName ? client.cookie(*pinName) : model::StringId();
    std::vector<Row> rows {
        {tr("Sees"), text::beliefName(client.belief)},
        {tr("Session cookie"), cookie.isSome() ? m_texts.names().session(cookie) : tr("none")},
    };
    if (pin.isSome()) {
        const model::EntityId server = timeline.findEntity(timeline.text(pin));
        rows.emplace_back(tr("Pin cookie"),
                          server.isSome() ? m_texts.names().entity(server) : m_texts.names().textOf(pin));
    }
    rows.emplace_back(tr("Address"), m_texts.names().textOf(client.address));
    rows.emplace_back(tr("Open requests"), QString::number(client.open.size()));
    return rows;
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
        sessions.push_back(std::move(row));
    }
    m_sessions->setRows(std::move(sessions));
}

std::vector<InspectorPanel::Row> InspectorPanel::storeRows(const timeline::StoreState &store) const
{
    showSessions(store);
    return {
        {tr("State"), text::processName(store.process)},
        {tr("Role"), store.replicaOf.isSome() ? tr("replica") : tr("primary")},
        {tr("Kept on disk"), text::persistenceName(store.persistence)},
        {tr("Sessions"), QString::number(store.copiesThere)},
    };
}

std::vector<InspectorPanel::Row> InspectorPanel::serverRows(const timeline::ServerState &server) const
{
    showSessions(server);
    return {
        {tr("State"), text::processName(server.process)},
        //: %1 requests are being served, %2 could be at the same time.
        {tr("In service"), tr("%1 of %2").arg(server.inService.size()).arg(server.capacity)},
        {tr("Queue"), QString::number(server.queue.size())},
        {tr("Sessions"), QString::number(server.copiesThere)},
        {tr("Requests served"), QString::number(server.served)},
    };
}

std::vector<InspectorPanel::Row> InspectorPanel::balancerRows(const timeline::BalancerState &balancer) const
{
    return {
        {tr("Distribution"), m_texts.balancerCaption()},
        {tr("Last turn"), balancer.lastBalanced.isSome() ? m_texts.names().entity(balancer.lastBalanced) : tr("none")},
        {tr("Servers"), QString::number(m_moment.state().servers.size())},
    };
}

void InspectorPanel::setRows(const std::vector<Row> &rows)
{
    while (m_rows.size() < rows.size()) {
        auto *name = new TextLabel(m_host, FontRole::Detail, Ink::Soft, this);
        auto *value = new TextLabel(m_host, FontRole::Detail, Ink::Text, this);
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
        m_rows[i].first->setText(rows[i].first);
        m_rows[i].second->setText(rows[i].second);
        m_rows[i].second->setAccessibleName(rows[i].first + QLatin1Char(' ') + rows[i].second);
    }
}

void InspectorPanel::setButtons(const std::vector<PossibleAction> &actions)
{
    const bool same = actions.size() == m_actions.size()
        && std::equal(actions.begin(), actions.end(), m_actions.begin(),
                      [](const PossibleAction &a, const PossibleAction &b) {
                          return a.action.verb == b.action.verb && a.dangerous == b.dangerous;
                      });
    m_actions = actions;
    if (!same) {
        qDeleteAll(m_buttons);
        m_buttons.clear();
        for (std::size_t i = 0; i < m_actions.size(); ++i) {
            auto *button =
                new Button(m_host, m_actions[i].dangerous ? Button::Kind::Danger : Button::Kind::Secondary, {}, this);
            button->setObjectName(QStringLiteral("act-%1").arg(static_cast<int>(m_actions[i].action.verb)));
            connect(button, &Button::clicked, this, [this, i] { Q_EMIT actionRequested(m_actions[i].action); });
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

void InspectorPanel::placeButtons()
{
    for (Button *button : m_buttons)
        m_buttonGrid->removeWidget(button);
    const int columnWidth = m_host.theme().px(widestInColumn);
    std::vector<Button *> narrow;
    std::vector<Button *> wide; // long words get a line of their own, below: no holes between
    for (Button *button : m_buttons)
        (button->sizeHint().width() > columnWidth ? wide : narrow).push_back(button);
    int row = 0;
    int column = 0;
    for (Button *button : narrow) {
        m_buttonGrid->addWidget(button, row, column);
        column = (column + 1) % buttonColumns;
        row += column == 0 ? 1 : 0;
    }
    row += column == 0 ? 0 : 1;
    for (Button *button : wide)
        m_buttonGrid->addWidget(button, row++, 0, 1, buttonColumns);
    // Tab walks as the eye does.
    QWidget *before = nullptr;
    for (const std::vector<Button *> &group : {narrow, wide}) {
        for (Button *button : group) {
            if (before)
                setTabOrder(before, button);
            before = button;
        }
    }
}

} // namespace sessionarium::ui::inspector
