// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineview.h"
#include "ui/document/computation.h"
#include "ui/document/runtexts.h"
#include "ui/events/eventsearch.h"
#include "ui/events/eventsextract.h"
#include "ui/events/eventsmodel.h"
#include "ui/stage/lit.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <memory>

class QMenu;
class QScrollBar;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::events {

class EventsTable;
class FilterBar;

/// All that happened, as a table: filtered, searched, in step with the playhead. Shows nothing of what lies after the
/// playhead or after `view.revealedUntil`, not even as a count or an entry of a list. What is selected, or else what is
/// filtered, can be copied and written to a file.
class EventsView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    EventsView(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent = nullptr);
    ~EventsView() override;

    /// What the view is called on its tab.
    [[nodiscard]] static QString heading();

    /// `opened`: something else was opened, so that old filters mean nothing. Null: empty.
    void setContent(std::shared_ptr<const document::PlayedRun> run, timeline::TimelineView view, bool opened);
    void setMoment(model::SimTime t);
    void setLit(const stage::LitChain &lit);
    /// Makes the newest record of a request that is shown the current one, unless one of its records is so already.
    void goToRequest(model::RequestId request);

    void setFilter(const EventFilter &filter);
    [[nodiscard]] const EventFilter &filter() const;
    [[nodiscard]] EventsTable &table() { return *m_table; }
    [[nodiscard]] FilterBar &bar() { return *m_bar; }
    [[nodiscard]] EventSearch &search() { return m_search; }

    /// Copies what is selected.
    void copy();
    /// Writes what is selected, if it is more than one row, else all that is filtered.
    void exportTo(const QString &path);
    /// Until nothing is under way; for tests and pictures.
    void wait();

Q_SIGNALS:
    void seekRequested(sessionarium::model::SimTime at);
    void requestClicked(sessionarium::model::RequestId request);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void refreshState();
    void refreshEmpty();
    void placeScrollBar();
    void activate(model::RecordId id);
    void findKinds();
    void chooseFile();
    void showMenu(const QPoint &globalPosition);
    void say(const QString &note);
    [[nodiscard]] EventsExtract selected() const;
    [[nodiscard]] EventsExtract selectedOrAll() const;
    [[nodiscard]] std::uint32_t shown() const; ///< How many records of the run may be shown.

    theme::ThemeHost &m_host;
    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run;
    timeline::TimelineView m_view;
    model::SimTime m_moment;
    QString m_note; // of what was done last; until something else is done
    EventsModel m_model;
    FilterBar *m_bar;
    EventsTable *m_table;
    QScrollBar *m_scroll;
    QWidget *m_empty;
    widgets::TextLabel *m_emptyText;
    widgets::Button *m_emptyButton;
    QMenu *m_menu;
    EventSearch m_search;
    document::Computation m_kinds;
    document::Computation m_taking; // copies and exports
};

} // namespace sessionarium::ui::events
