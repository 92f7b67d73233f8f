// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/runtexts.h"
#include "ui/events/eventsearch.h"
#include "ui/timelineview/lanesview.h"
#include "ui/timelineview/timeaxis.h"

#include <QWidget>

#include <memory>

namespace sessionarium::ui::widgets {
class Button;
class IconButton;
}

namespace sessionarium::ui::timelineview {

class LanesBar;

/// The lanes with what is done to them: the bar for search and filter above them, when somebody asks for it, and the
/// buttons of the panel's head. Nothing is hidden by a filter without the bar saying so: closing it shows everything.
class LanesPanel : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    LanesPanel(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent = nullptr);
    ~LanesPanel() override;

    [[nodiscard]] LanesView &view() { return *m_lanes; }
    [[nodiscard]] LanesBar &bar() { return *m_bar; }
    [[nodiscard]] TimeAxis &axis() { return m_axis; }
    [[nodiscard]] events::EventSearch &search() { return m_search; }
    /// Search, zoom; for the head of whoever shows this. Belongs to this until it is placed.
    [[nodiscard]] QWidget *tools() { return m_tools; }

    /// `opened`: something else was opened, so that old filters and places mean nothing. Null: empty.
    void setContent(std::shared_ptr<const document::PlayedRun> run, timeline::TimelineView view, bool opened);
    void setMoment(model::SimTime t);

    [[nodiscard]] bool isBarOpen() const;
    /// How much of the lanes' height the bar takes while it is open.
    [[nodiscard]] int barHeight() const;
    /// Hits that may be shown now.
    [[nodiscard]] std::size_t hitCount() const;

public Q_SLOTS:
    /// Opens the bar, with the keyboard in its search.
    void find();
    /// Shows everything again, and puts the bar away.
    void closeBar();
    /// 1: to the next hit, -1: to the one before; round and round.
    void walk(int direction);
    void setLinear(bool linear);

Q_SIGNALS:
    /// The bar came, or went.
    void barToggled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAxis();
    void searchAnew();
    void takeHits();
    void takeMoreHits();
    void refreshState();
    void refreshTools();
    void retranslate();

    theme::ThemeHost &m_host;
    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run;
    std::shared_ptr<const RunOnAxis> m_shownAxis; // what the view reads
    timeline::TimelineView m_view;
    model::SimTime m_moment;
    std::vector<model::RecordId> m_hits; // all that were found, also those ahead of the playhead
    std::uint32_t m_foundTaken = 0; // how many of those that the search found were looked at for m_hits
    model::RecordId m_current;
    LanesBar *m_bar;
    LanesView *m_lanes;
    QWidget *m_tools;
    widgets::Button *m_linear;
    widgets::IconButton *m_find;
    widgets::IconButton *m_zoomOut;
    widgets::IconButton *m_whole;
    widgets::IconButton *m_zoomIn;
    TimeAxis m_axis;
    events::EventSearch m_search;
};

} // namespace sessionarium::ui::timelineview
