// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/filterbar.h"

#include "ui/events/choicebox.h"
#include "ui/text/recordtext.h"
#include "ui/text/verdicttext.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <utility>
#include <vector>

namespace sessionarium::ui::events {

using model::EntityId;
using theme::FontRole;
using widgets::IconButton;
using widgets::Ink;

namespace {
constexpr int controlHeight = 28;
constexpr int longestText = 200; // of what is searched for
} // namespace

FilterBar::FilterBar(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_texts(texts),
      m_search(new QLineEdit(this)),
      m_where(new ChoiceBox(this)),
      m_user(new ChoiceBox(this)),
      m_kind(new ChoiceBox(this)),
      m_outcome(new ChoiceBox(this)),
      m_clear(new IconButton(host, widgets::Icon::Undo, {}, IconButton::Kind::Plain, this)),
      m_state(new widgets::ElidingLabel(host, FontRole::Caption, Ink::Soft, this)),
      m_stop(new IconButton(host, widgets::Icon::Close, {}, IconButton::Kind::Plain, this)),
      m_export(new IconButton(host, widgets::Icon::Export, {}, IconButton::Kind::Plain, this))
{
    m_search->setObjectName(QStringLiteral("eventsSearch"));
    m_where->setObjectName(QStringLiteral("eventsWhere"));
    m_user->setObjectName(QStringLiteral("eventsUser"));
    m_kind->setObjectName(QStringLiteral("eventsKind"));
    m_outcome->setObjectName(QStringLiteral("eventsOutcome"));
    m_clear->setObjectName(QStringLiteral("eventsClear"));
    m_state->setObjectName(QStringLiteral("eventsState"));
    m_stop->setObjectName(QStringLiteral("eventsStop"));
    m_export->setObjectName(QStringLiteral("eventsExport"));
    m_search->setMaxLength(longestText);
    m_search->setClearButtonEnabled(false);
    m_search->installEventFilter(this);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (IconButton *button : {m_clear, m_stop, m_export})
        button->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search, 5);
    for (ChoiceBox *box : {m_where, m_user, m_kind, m_outcome}) {
        layout->addWidget(box, 4);
        box->setRefill([this, box] { refill(*box); });
        connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::choose);
    }
    layout->addWidget(m_clear);
    layout->addWidget(m_state, 5);
    layout->addWidget(m_stop);
    layout->addWidget(m_export);

    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::choose);
    connect(m_clear, &IconButton::clicked, this, [this] {
        setFilter({});
        Q_EMIT filterChanged();
    });
    connect(m_stop, &IconButton::clicked, this, &FilterBar::stopRequested);
    connect(m_export, &IconButton::clicked, this, &FilterBar::exportRequested);
    connect(&m_host, &theme::ThemeHost::changed, this, &FilterBar::applyTheme);
    m_clear->hide();
    m_stop->hide();
    applyTheme();
    retranslate();
}

void FilterBar::setRun(std::shared_ptr<const document::PlayedRun> run, bool clears)
{
    if (run == m_run)
        return;
    // Another run may count its entities otherwise: what is chosen is kept by its name.
    const auto inNewRun = [this, &run](EntityId entity) {
        return entity.isSome() && m_run && run ? run->timeline().findEntity(m_run->timeline().entity(entity).id)
                                               : EntityId();
    };
    EventFilter filter = clears ? EventFilter() : m_filter;
    filter.where = inNewRun(filter.where);
    filter.user = inNewRun(filter.user);
    m_run = std::move(run);
    m_kinds = {};
    setFilter(filter);
}

void FilterBar::setKinds(const FirstOfKind &kinds)
{
    m_kinds = kinds;
    refill(*m_kind);
}

void FilterBar::setFilter(const EventFilter &filter)
{
    m_filter = filter;
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(filter.text);
    }
    for (ChoiceBox *box : {m_where, m_user, m_kind, m_outcome})
        refill(*box);
    changed();
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::setState(const QString &text, bool stoppable)
{
    m_state->setText(text);
    m_stop->setVisible(stoppable);
}

QString FilterBar::state() const
{
    return m_state->text();
}

void FilterBar::setExportable(bool exportable)
{
    m_export->setEnabled(exportable);
}

void FilterBar::choose()
{
    EventFilter filter;
    const auto entity = [](const ChoiceBox &box) { return box.choice() ? EntityId(*box.choice()) : EntityId(); };
    filter.text = m_search->text().simplified();
    filter.where = entity(*m_where);
    filter.user = entity(*m_user);
    filter.kind = m_kind->choice();
    if (m_outcome->choice())
        filter.outcome = static_cast<verdict::Outcome>(*m_outcome->choice());
    if (filter == m_filter)
        return;
    m_filter = filter;
    changed();
    Q_EMIT filterChanged();
}

void FilterBar::changed()
{
    m_clear->setVisible(!m_filter.isEmpty());
    applyTheme();
}

void FilterBar::refill(ChoiceBox &box)
{
    if (&box == m_where)
        fillEntities(box, false, m_filter.where);
    else if (&box == m_user)
        fillEntities(box, true, m_filter.user);
    else if (&box == m_kind)
        fillKinds(box);
    else
        fillOutcomes(box);
}

void FilterBar::fillEntities(ChoiceBox &box, bool clientsOnly, EntityId chosen)
{
    box.begin(clientsOnly ? tr("All users") : tr("Everywhere"));
    if (m_run && &m_texts.names().timeline() == &m_run->timeline()) {
        const timeline::Timeline &timeline = m_run->timeline();
        const auto isListed = [&](EntityId id) {
            return timeline.entityRecordCount(id) > 0 && timeline.entityRecord(id, 0).value < m_shown;
        };
        std::size_t listed = 0;
        // Servers and the like first: there are few of them.
        for (const bool clients : {false, true}) {
            for (std::uint32_t i = 0; i < timeline.entities().size() && listed < maxListed; ++i) {
                const EntityId id(i);
                const bool isClient = timeline.entity(id).type == model::EntityType::Client;
                if (isClient != clients || (clientsOnly && !isClient) || (!isListed(id) && id != chosen))
                    continue;
                box.add(m_texts.names().entity(id), i);
                ++listed;
            }
        }
        if (chosen.isSome() && box.findData(QVariant::fromValue(chosen.value)) < 0)
            box.add(m_texts.names().entity(chosen), chosen.value);
    }
    box.choose(chosen.isSome() ? std::optional(chosen.value) : std::nullopt);
}

void FilterBar::fillKinds(ChoiceBox &box)
{
    box.begin(tr("All kinds"));
    std::vector<std::pair<QString, std::uint32_t>> kinds;
    for (std::uint32_t kind = 0; m_run && kind < kindCount; ++kind) {
        const model::RecordId first = m_kinds[kind];
        if (first.isSome() && (first.value < m_shown || kind == m_filter.kind))
            kinds.emplace_back(text::kindTitle(m_run->timeline()[first].fact), kind);
    }
    std::sort(kinds.begin(), kinds.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    for (const auto &[title, kind] : kinds) {
        box.add(title, kind);
        if (kind == m_filter.kind)
            m_kindTitle = title;
    }
    // One that this run lacks stays chosen: dropping it would tell that it is not to come.
    if (m_filter.kind && box.findData(QVariant::fromValue(*m_filter.kind)) < 0)
        box.add(m_kindTitle, *m_filter.kind);
    box.choose(m_filter.kind);
}

void FilterBar::fillOutcomes(ChoiceBox &box)
{
    box.begin(tr("All outcomes"));
    for (std::uint32_t i = 0; i < verdict::outcomeNames.size(); ++i)
        box.add(text::outcomeName(static_cast<verdict::Outcome>(i)), i);
    box.choose(m_filter.outcome ? std::optional(static_cast<std::uint32_t>(*m_filter.outcome)) : std::nullopt);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            Q_EMIT leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_search->setPlaceholderText(tr("Search events"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setToolTip(QStringLiteral("Ctrl+F"));
    m_where->setAccessibleName(tr("Where"));
    m_user->setAccessibleName(tr("User"));
    m_kind->setAccessibleName(tr("Kind"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_clear->setName(tr("Show all events"));
    m_stop->setName(tr("Stop"));
    m_export->setName(tr("Export as CSV…"));
    for (ChoiceBox *box : {m_where, m_user, m_kind, m_outcome})
        refill(*box);
}

void FilterBar::applyTheme()
{
    const theme::Theme &theme = m_host.theme();
    const int height = theme.px(controlHeight);
    m_search->setFont(theme.font(FontRole::Detail));
    m_search->setFixedHeight(height);
    m_search->setMinimumWidth(theme.px(96));
    for (ChoiceBox *box : {m_where, m_user, m_kind, m_outcome}) {
        // What is chosen stands out by weight.
        box->setFont(box->currentIndex() > 0 ? theme.boldFont(FontRole::Detail) : theme.font(FontRole::Detail));
        box->setFixedHeight(height);
        box->setMinimumWidth(theme.px(72));
    }
    for (IconButton *button : {m_clear, m_stop, m_export})
        button->setFixedSize(height, height);
}

} // namespace sessionarium::ui::events
