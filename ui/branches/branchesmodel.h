// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/branches/branchmarks.h"
#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/playback/playbackcontroller.h"

#include <QAbstractListModel>

#include <string>
#include <vector>

namespace sessionarium::ui::branches {

/// The branches of what is open that may be known, each below the one from which it grows, and what became of each as
/// far as it may be known. Naming one renames it in the document.
class BranchesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        std::string id;
        QString name;
        QString start; ///< "from 05.50 s"; empty: the first one.
        int parent = -1; ///< The row from which it grows; -1: the first one.
        model::SimTime from;
        bool isPlayed = false;
        bool canRemove = false;
    };

    /// All must outlive this.
    BranchesModel(document::Document &document, const playback::PlaybackController &playback,
                  const document::RunTexts &texts, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// -1: there is none of that id.
    [[nodiscard]] int rowOf(const std::string &id) const;
    [[nodiscard]] int playedRow() const;
    /// What happened later may not be shown: the playhead where it is played, else the gate.
    [[nodiscard]] model::SimTime shownUntil(int row) const;
    /// The axis that all share: that of the branch that is played. Null: nothing is open.
    [[nodiscard]] const report::PacingMap *axis() const;
    [[nodiscard]] model::SimTime moment() const { return m_playback.moment(); }
    [[nodiscard]] model::SimTime revealedUntil() const { return m_document.view().revealedUntil; }
    /// The marks of a branch after it left the old course, on an axis of that width; none: it is not computed (yet).
    [[nodiscard]] std::vector<BranchMarks::Mark> marks(int row, double width, double apart) const;
    /// Names, rows and runs anew.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    struct Cached
    {
        std::shared_ptr<const document::PlayedRun> run;
        std::shared_ptr<const document::PlayedRun> axis;
        const report::PacingMap *pacing = nullptr; ///< One of the axis.
        double width = 0;
        double apart = 0;
        BranchMarks marks;
    };

    void addBelow(const scenario::Scenario &scenario, const std::string &parent, int parentRow,
                  std::vector<Row> &rows) const;
    [[nodiscard]] QString countsOf(int row) const;

    document::Document &m_document;
    const playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    std::vector<Row> m_rows;
    mutable std::vector<Cached> m_cached; // by row
};

} // namespace sessionarium::ui::branches
