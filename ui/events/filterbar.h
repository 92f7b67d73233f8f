// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/runtexts.h"
#include "ui/events/eventfilter.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLineEdit;

namespace sessionarium::ui::widgets {
class ElidingLabel;
class IconButton;
}

namespace sessionarium::ui::events {

class ChoiceBox;

/// What the table of events shows: a text to search for, where, whose, which kind, which outcome; beside them how much
/// that is. Offers only what has occurred among the records shown, so that no list tells what is still to come.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    FilterBar(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent = nullptr);

    /// Another run. Choices stay as far as it has such entities; `clears`: none stays.
    void setRun(std::shared_ptr<const document::PlayedRun> run, bool clears);
    void setKinds(const FirstOfKind &kinds);
    /// The lists offer what occurs among the first `shown` records.
    void setShown(std::uint32_t shown) { m_shown = shown; }

    [[nodiscard]] const EventFilter &filter() const { return m_filter; }
    void setFilter(const EventFilter &filter);
    void focusSearch();
    /// How many there are, or what is going on. `stoppable`: it can be stopped.
    void setState(const QString &text, bool stoppable);
    [[nodiscard]] QString state() const;
    void setExportable(bool exportable);

    /// More entities than this are not listed; their names can be searched for.
    static constexpr std::size_t maxListed = 1000;

Q_SIGNALS:
    void filterChanged();
    void stopRequested();
    void exportRequested();
    /// The keyboard wants to go on in the table.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refill(ChoiceBox &box);
    void fillEntities(ChoiceBox &box, bool clientsOnly, model::EntityId chosen);
    void fillKinds(ChoiceBox &box);
    void fillOutcomes(ChoiceBox &box);
    void choose();
    void applyTheme();
    void changed();

    theme::ThemeHost &m_host;
    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run;
    FirstOfKind m_kinds;
    QString m_kindTitle; // of the kind chosen
    std::uint32_t m_shown = 0;
    EventFilter m_filter;
    QLineEdit *m_search;
    ChoiceBox *m_where;
    ChoiceBox *m_user;
    ChoiceBox *m_kind;
    ChoiceBox *m_outcome;
    widgets::IconButton *m_clear;
    widgets::ElidingLabel *m_state;
    widgets::IconButton *m_stop;
    widgets::IconButton *m_export;
};

} // namespace sessionarium::ui::events
