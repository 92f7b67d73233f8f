// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/runtexts.h"
#include "ui/events/eventtexts.h"
#include "ui/events/recordlist.h"
#include "ui/stage/lit.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sessionarium::ui::events {

/// A window of a few rows over the records of a run: what is seen of a table of any length. Nothing is copied: cells
/// are made from the records when they are asked for. Rows of this model are rows of the window; positions are rows of
/// the whole table.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SelectedRole = Qt::UserRole + 1, ///< bool
        NowRole, ///< bool: it happened at the moment of the playhead, or last before it.
        LitRole, ///< int: the number of its sentence in "Why?"; 0: lit without a number; -1: dark.
        UserColourRole, ///< The number of the client, for theme::Palette::user; none: -1.
        OutcomeRole, ///< int(verdict::Outcome); none: -1.
        SlowRole, ///< bool
        ClockRole, ///< The parts of the cells that are painted apart.
        MicrosecondsRole,
        UserNameRole,
        RequestRole
    };

    /// The texts must outlive this.
    explicit EventsModel(const document::RunTexts &texts, QObject *parent = nullptr);

    /// Null: an empty table. Forgets the rows.
    void setRun(std::shared_ptr<const document::PlayedRun> run);
    [[nodiscard]] const document::PlayedRun *run() const { return m_run.get(); }
    /// The table is the records of `list` that are among the first `shown` of the run.
    void setRecords(const RecordList &list, std::uint32_t shown);
    [[nodiscard]] const RecordList &records() const { return m_list; }
    /// Rows of the whole table.
    [[nodiscard]] std::uint32_t total() const { return m_total; }

    /// Which part is seen: `rows` rows from position `first` on, as far as there are so many.
    void setWindow(std::uint32_t first, std::uint32_t rows);
    [[nodiscard]] std::uint32_t first() const { return m_first; }
    /// Requires: position < total().
    [[nodiscard]] model::RecordId recordAt(std::uint32_t position) const
    {
        return model::RecordId(m_list.at(position));
    }
    /// The position of a record, or where it would stand; total() if behind all.
    [[nodiscard]] std::uint32_t positionOf(model::RecordId id) const;

    /// All records from one to the other, both included, are selected; none: nothing is.
    void setSelection(model::RecordId from, model::RecordId to);
    void setLit(const stage::LitChain &lit);
    /// The language changed.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isSelected(model::RecordId id) const;
    [[nodiscard]] int litNumber(model::RecordId id) const;
    [[nodiscard]] int userColour(model::RecordId id) const;
    [[nodiscard]] QString spoken(model::RecordId id) const;
    void setRows(std::uint32_t rows);
    void refreshAll();

    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run;
    std::vector<std::uint32_t> m_colourOfEntity;
    RecordList m_list;
    std::uint32_t m_total = 0;
    std::uint32_t m_nowFrom = 0; // records from this id on belong to the playhead's instant
    std::uint32_t m_first = 0;
    std::uint32_t m_wanted = 0; // rows that there is room for
    std::uint32_t m_rows = 0;
    model::RecordId m_selectedFrom;
    model::RecordId m_selectedTo;
    stage::LitChain m_lit;
};

} // namespace sessionarium::ui::events
