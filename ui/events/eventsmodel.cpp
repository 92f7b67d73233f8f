// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsmodel.h"

#include <algorithm>

namespace sessionarium::ui::events {

using model::RecordId;

EventsModel::EventsModel(const document::RunTexts &texts, QObject *parent) : QAbstractTableModel(parent), m_texts(texts)
{
}

void EventsModel::setRun(std::shared_ptr<const document::PlayedRun> run)
{
    if (run == m_run)
        return;
    setRows(0);
    m_run = std::move(run);
    m_list = {};
    m_total = m_first = m_nowFrom = 0;
    m_selectedFrom = m_selectedTo = RecordId();
    m_lit.clear();
    m_colourOfEntity.clear();
    if (!m_run)
        return;
    std::uint32_t client = 0;
    for (const timeline::EntityInfo &entity : m_run->timeline().entities())
        m_colourOfEntity.push_back(entity.type == model::EntityType::Client ? client++ : 0);
}

void EventsModel::setRecords(const RecordList &list, std::uint32_t shown)
{
    const std::uint32_t total = list.countBelow(shown);
    setRows(std::min(m_rows, total - std::min(m_first, total))); // rows go while their records are still there
    m_list = list;
    m_total = total;
    m_nowFrom = shown;
    if (m_run && shown > 0) {
        const timeline::Timeline &timeline = m_run->timeline();
        m_nowFrom = timeline.countUpTo(timeline[shown - 1].at - model::microseconds(1));
    }
    setWindow(m_first, m_wanted);
}

void EventsModel::setWindow(std::uint32_t first, std::uint32_t rows)
{
    m_first = std::min(first, m_total);
    m_wanted = rows;
    setRows(std::min(rows, m_total - m_first));
    refreshAll();
}

std::uint32_t EventsModel::positionOf(RecordId id) const
{
    return std::min(m_list.countBelow(id.value), m_total);
}

void EventsModel::setSelection(RecordId from, RecordId to)
{
    m_selectedFrom = std::min(from, to);
    m_selectedTo = std::max(from, to);
    refreshAll();
}

void EventsModel::setLit(const stage::LitChain &lit)
{
    m_lit = lit;
    refreshAll();
}

void EventsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, events::columnCount - 1);
    refreshAll();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : events::columnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !index.isValid() || static_cast<std::uint32_t>(index.row()) >= m_rows
        || m_first + static_cast<std::uint32_t>(index.row()) >= m_total)
        return {};
    if (&m_texts.names().timeline() != &m_run->timeline()) // another run is played, and nobody has told us yet
        return {};
    const RecordId id = recordAt(m_first + static_cast<std::uint32_t>(index.row()));
    const EventTexts texts(*m_run, m_texts.names());
    switch (role) {
    case Qt::DisplayRole:
        return texts.cell(id, static_cast<Column>(index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? spoken(id) : texts.cell(id, static_cast<Column>(index.column()));
    case SelectedRole:
        return isSelected(id);
    case NowRole:
        return id.value >= m_nowFrom;
    case LitRole:
        return litNumber(id);
    case UserColourRole:
        return userColour(id);
    case OutcomeRole: {
        const verdict::Verdict *verdict = verdictAt(*m_run, id);
        return verdict ? static_cast<int>(verdict->outcome) : -1;
    }
    case SlowRole: {
        const verdict::Verdict *verdict = verdictAt(*m_run, id);
        return verdict && verdict->slow;
    }
    case ClockRole:
        return texts.clock(id);
    case MicrosecondsRole:
        return texts.microseconds(id);
    case UserNameRole:
        return texts.userName(id);
    case RequestRole:
        return texts.requestNumber(id);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= events::columnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? columnTitle(static_cast<Column>(section)) : QVariant();
}

bool EventsModel::isSelected(RecordId id) const
{
    return m_selectedFrom.isSome() && m_selectedFrom <= id && id <= m_selectedTo;
}

int EventsModel::litNumber(RecordId id) const
{
    const auto lit =
        std::find_if(m_lit.begin(), m_lit.end(), [id](const stage::Lit &each) { return each.record == id; });
    return lit == m_lit.end() ? -1 : lit->number;
}

int EventsModel::userColour(RecordId id) const
{
    const model::EntityId user = userOf(*m_run, id);
    return user.isSome() ? static_cast<int>(m_colourOfEntity[user.value]) : -1;
}

QString EventsModel::spoken(RecordId id) const
{
    const QString row = EventTexts(*m_run, m_texts.names()).row(id, QStringLiteral(", "));
    //: For screen readers: %1 is a row of the table of events
    return id.value >= m_nowFrom ? tr("At the playhead: %1").arg(row) : row;
}

void EventsModel::setRows(std::uint32_t rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(rows) - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, static_cast<int>(rows), static_cast<int>(m_rows) - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void EventsModel::refreshAll()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows) - 1, events::columnCount - 1));
}

} // namespace sessionarium::ui::events
