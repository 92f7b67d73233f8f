// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/branchesmodel.h"

#include "ui/text/branchtext.h"
#include "ui/text/verdicttext.h"
#include "ui/widgets/plainwords.h"

#include <algorithm>

namespace sessionarium::ui::branches {

BranchesModel::BranchesModel(document::Document &document, const playback::PlaybackController &playback,
                             const document::RunTexts &texts, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_playback(playback), m_texts(texts)
{
}

int BranchesModel::rowOf(const std::string &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int BranchesModel::playedRow() const
{
    const auto played = m_document.played();
    return played ? rowOf(played->branch) : -1;
}

model::SimTime BranchesModel::shownUntil(int row) const
{
    const model::SimTime gate = revealedUntil();
    return m_rows.at(static_cast<std::size_t>(row)).isPlayed ? std::min(gate, m_playback.moment()) : gate;
}

const report::PacingMap *BranchesModel::axis() const
{
    const auto played = m_document.played();
    return played ? &played->pacingWithin(revealedUntil()) : nullptr;
}

std::vector<BranchMarks::Mark> BranchesModel::marks(int row, double width, double apart) const
{
    const Row &branch = m_rows.at(static_cast<std::size_t>(row));
    const auto run = m_document.branchRuns().find(branch.id);
    const auto played = m_document.played();
    if (!run || !played)
        return {};
    Cached &cached = m_cached.at(static_cast<std::size_t>(row));
    const report::PacingMap &pacing = played->pacingWithin(revealedUntil());
    if (cached.run != run || cached.axis != played || cached.pacing != &pacing || cached.width != width
        || cached.apart != apart) {
        const model::SimTime from = branch.parent < 0 ? model::SimTime {-1} : branch.from;
        cached = {run, played, &pacing, width, apart, BranchMarks(*run, from, pacing, width, apart)};
    }
    return cached.marks.upTo(shownUntil(row));
}

void BranchesModel::refresh()
{
    std::vector<Row> rows;
    if (const auto scenario = m_document.scenario())
        addBelow(*scenario, {}, -1, rows);
    const bool sameRows = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                      [](const Row &one, const Row &other) { return one.id == other.id; });
    if (!sameRows)
        beginResetModel();
    m_rows = std::move(rows);
    m_cached.resize(m_rows.size());
    if (!sameRows)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int BranchesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BranchesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString title = row.start.isEmpty() ? row.name : row.name + QStringLiteral(" · ") + row.start;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.name;
    case Qt::ToolTipRole:
        return widgets::plainWords(title + QLatin1Char('\n') + countsOf(index.row()));
    case Qt::AccessibleTextRole:
        //: A branch of the run, for screen readers.
        return row.isPlayed ? tr("%1, is played").arg(title) : title;
    case Qt::AccessibleDescriptionRole:
        return countsOf(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags BranchesModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable;
}

bool BranchesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const Row &row = m_rows.at(static_cast<std::size_t>(index.row()));
    if (value.toString() != row.name)
        m_document.renameBranch(row.id, value.toString());
    return true;
}

void BranchesModel::addBelow(const scenario::Scenario &scenario, const std::string &parent, int parentRow,
                             std::vector<Row> &rows) const
{
    const auto played = m_document.played();
    for (const scenario::Branch &branch : scenario.branches) {
        if (branch.parent != parent || !m_document.mayShow(branch))
            continue;
        const int row = static_cast<int>(rows.size());
        rows.push_back({branch.id, text::branchName(scenario, branch, m_texts.language()), text::branchStart(branch),
                        parentRow, branch.from, played && played->branch == branch.id,
                        m_document.canRemoveBranch(branch.id)});
        addBelow(scenario, branch.id, row, rows);
    }
}

QString BranchesModel::countsOf(int row) const
{
    const auto run = m_document.branchRuns().find(m_rows.at(static_cast<std::size_t>(row)).id);
    return run ? text::countsLine(run->outcomes.countWithin(run->timeline().countUpTo(shownUntil(row)))) : QString();
}

} // namespace sessionarium::ui::branches
