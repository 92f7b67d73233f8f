// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineview/lanesbar.h"

#include "ui/events/choicebox.h"
#include "ui/events/filterbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::timelineview {

using model::EntityId;
using theme::FontRole;
using widgets::IconButton;

namespace {
constexpr int controlHeight = 28;
constexpr int longestText = 200; // of what is searched for
} // namespace

LanesBar::LanesBar(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_texts(texts),
      m_search(new QLineEdit(this)),
      m_state(new widgets::ElidingLabel(host, FontRole::Caption, widgets::Ink::Soft, this)),
      m_previous(new IconButton(host, widgets::Icon::ChevronLeft, {}, IconButton::Kind::Plain, this)),
      m_next(new IconButton(host, widgets::Icon::ChevronRight, {}, IconButton::Kind::Plain, this)),
      m_user(new events::ChoiceBox(this)),
      m_kinds(new widgets::Button(host, widgets::Button::Kind::Pill, {}, this)),
      m_kindMenu(new QMenu(this)),
      m_close(new IconButton(host, widgets::Icon::Close, {}, IconButton::Kind::Plain, this))
{
    setObjectName(QStringLiteral("lanesBar"));
    m_search->setObjectName(QStringLiteral("lanesSearch"));
    m_state->setObjectName(QStringLiteral("lanesState"));
    m_previous->setObjectName(QStringLiteral("lanesPrevious"));
    m_next->setObjectName(QStringLiteral("lanesNext"));
    m_user->setObjectName(QStringLiteral("lanesUser"));
    m_kinds->setObjectName(QStringLiteral("lanesKinds"));
    m_kindMenu->setObjectName(QStringLiteral("lanesKindMenu"));
    m_close->setObjectName(QStringLiteral("lanesClose"));
    m_search->setMaxLength(longestText);
    m_search->installEventFilter(this);
    m_kinds->setStyleSheet(QStringLiteral("min-height: 0; padding: 0;")); // the sheet of the program asks for more
    for (QWidget *control : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                             static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_close)})
        control->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_search, 5);
    layout->addWidget(m_state, 2);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(4);
    layout->addWidget(m_user, 3);
    layout->addWidget(m_kinds);
    layout->addWidget(m_close);

    connect(m_search, &QLineEdit::textChanged, this, &LanesBar::textChanged);
    connect(m_previous, &IconButton::clicked, this, [this] { Q_EMIT walkRequested(-1); });
    connect(m_next, &IconButton::clicked, this, [this] { Q_EMIT walkRequested(1); });
    m_user->setRefill([this] { fillUsers(); });
    connect(m_user, &QComboBox::currentIndexChanged, this, [this] {
        LanesFilter filter = m_filter;
        filter.user = m_user->choice() ? EntityId(*m_user->choice()) : EntityId();
        choose(filter);
    });
    connect(m_kinds, &widgets::Button::clicked, this, [this] {
        fillKinds();
        m_kindMenu->popup(m_kinds->mapToGlobal(QPoint(0, m_kinds->height() + 4)));
    });
    connect(m_close, &IconButton::clicked, this, &LanesBar::closeRequested);
    connect(&m_host, &theme::ThemeHost::changed, this, &LanesBar::applyTheme);
    setState({}, false);
    retranslate();
}

void LanesBar::setRun(std::shared_ptr<const document::PlayedRun> run)
{
    m_run = std::move(run);
}

void LanesBar::setFilter(const LanesFilter &filter)
{
    m_filter = filter;
    fillUsers();
    retranslate();
}

void LanesBar::choose(const LanesFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    retranslate();
    Q_EMIT filterChanged();
}

QString LanesBar::text() const
{
    return m_search->text().simplified();
}

void LanesBar::setText(const QString &text)
{
    m_search->setText(text);
}

void LanesBar::setState(const QString &text, bool canWalk)
{
    m_state->setText(text);
    m_previous->setEnabled(canWalk);
    m_next->setEnabled(canWalk);
}

QString LanesBar::state() const
{
    return m_state->text();
}

void LanesBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LanesBar::fillUsers()
{
    m_user->begin(tr("All users"));
    if (m_run && &m_texts.names().timeline() == &m_run->timeline()) {
        const timeline::Timeline &timeline = m_run->timeline();
        std::size_t listed = 0;
        for (std::uint32_t i = 0; i < timeline.entities().size() && listed < events::FilterBar::maxListed; ++i) {
            const EntityId id(i);
            const bool joined = timeline.entityRecordCount(id) > 0 && timeline.entityRecord(id, 0).value < m_shown;
            if (timeline.entity(id).type != model::EntityType::Client || (!joined && id != m_filter.user))
                continue;
            m_user->add(m_texts.names().entity(id), i);
            ++listed;
        }
    }
    m_user->choose(m_filter.user.isSome() ? std::optional(m_filter.user.value) : std::nullopt);
    applyTheme();
}

void LanesBar::fillKinds()
{
    m_kindMenu->clear();
    const std::pair<MessageGroup, QString> kinds[] = {{MessageGroup::Requests, tr("Requests and answers")},
                                                      {MessageGroup::Checks, tr("Health checks")},
                                                      {MessageGroup::Replication, tr("Session copies")},
                                                      {MessageGroup::Store, tr("Store traffic")}};
    for (const auto &[group, name] : kinds) {
        QAction *action = m_kindMenu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_filter.shows(group));
        connect(action, &QAction::toggled, this, [this, group = group](bool on) {
            LanesFilter filter = m_filter;
            filter.setShown(group, on);
            choose(filter);
        });
    }
    m_kindMenu->addSeparator();
    QAction *usual = m_kindMenu->addAction(tr("As usual"));
    connect(usual, &QAction::triggered, this, [this] {
        LanesFilter filter = m_filter;
        filter.groups = LanesFilter::usualGroups;
        choose(filter);
    });
}

bool LanesBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        switch (pressed->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down:
            Q_EMIT walkRequested(pressed->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        case Qt::Key_Up:
            Q_EMIT walkRequested(-1);
            return true;
        case Qt::Key_Escape:
            if (m_search->text().isEmpty())
                Q_EMIT closeRequested();
            else
                m_search->clear();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LanesBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillUsers();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LanesBar::retranslate()
{
    m_search->setPlaceholderText(tr("Search the timeline"));
    m_search->setAccessibleName(tr("Search the timeline"));
    m_search->setToolTip(QStringLiteral("Ctrl+F"));
    m_previous->setName(tr("Previous hit"), QStringLiteral("Shift+F3"));
    m_next->setName(tr("Next hit"), QStringLiteral("F3"));
    m_user->setAccessibleName(tr("User"));
    m_close->setName(tr("Close, and show everything"));
    const auto shown = std::count_if(allMessageGroups.begin(), allMessageGroups.end(),
                                     [this](MessageGroup group) { return m_filter.shows(group); });
    const bool usual = m_filter.groups == LanesFilter::usualGroups;
    //: A button for the kinds of messages that are shown: %1 of four.
    m_kinds->setText(usual ? tr("Kinds") : tr("Kinds: %1").arg(shown));
    m_kinds->setAccessibleName(tr("Kinds of messages"));
    m_kinds->setToolTip(tr("Kinds of messages"));
    applyTheme();
}

void LanesBar::applyTheme()
{
    const theme::Theme &theme = m_host.theme();
    const int height = theme.px(controlHeight);
    m_search->setFont(theme.font(FontRole::Detail));
    m_search->setFixedHeight(height);
    m_search->setMinimumWidth(theme.px(96));
    // What is chosen stands out by weight.
    m_user->setFont(m_filter.user.isSome() ? theme.boldFont(FontRole::Detail) : theme.font(FontRole::Detail));
    m_user->setFixedHeight(height);
    m_user->setMinimumWidth(theme.px(72));
    m_kinds->setFont(m_filter.groups != LanesFilter::usualGroups ? theme.boldFont(FontRole::Detail)
                                                                 : theme.font(FontRole::Detail));
    m_kinds->setFixedHeight(height);
    m_state->setMinimumWidth(theme.px(48));
    for (IconButton *button : {m_previous, m_next, m_close})
        button->setFixedSize(height, height);
}

} // namespace sessionarium::ui::timelineview
