// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/inspector/possibleactions.h"
#include "ui/playback/momentstate.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <utility>
#include <vector>

class QGridLayout;
class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace sessionarium::ui::widgets {
class Button;
class TextLabel;
}

namespace sessionarium::ui::inspector {

struct Row;
class ButtonRows;
class LampRow;
class SessionTable;

/// What the selected entity is and holds at the playhead, and what can be done to it.
class InspectorPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    InspectorPanel(theme::ThemeHost &host, const document::Document &document, playback::MomentState &moment,
                   const document::RunTexts &texts, QWidget *parent = nullptr);

    /// None: a hint what to do.
    void setEntity(model::EntityId entity);
    [[nodiscard]] model::EntityId entity() const { return m_entity; }
    /// The name of the entity, or that there is none.
    [[nodiscard]] QString title() const;
    /// Whether buttons may act now (a foreign timeline, a shut gate: they may not); `reason` is their tool tip then.
    void setActing(bool allowed, const QString &reason);
    /// Shows the state at the playhead; the window calls it when that moved or another run is played.
    void refresh();

    /// As high as all of it is; with less it scrolls.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// It would have another height now.
    void heightChanged();
    /// By a button, or in the menu of its choices.
    void deedChosen(const sessionarium::ui::inspector::Deed &deed);
    /// Who is to be on which side of a cut has to be asked first.
    void sidesAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSessions(const timeline::HolderState &holder) const;
    void setRows(const std::vector<Row> &rows);
    void setButtons(const std::vector<PossibleAction> &actions);
    void placeButtons();
    void press(std::size_t action);

    theme::ThemeHost &m_host;
    const document::Document &m_document;
    playback::MomentState &m_moment;
    const document::RunTexts &m_texts;
    model::EntityId m_entity;
    bool m_mayAct = true;
    QString m_whyNot;

    widgets::TextLabel *m_title;
    QScrollArea *m_scroll;
    QWidget *m_body; // all but the title
    widgets::TextLabel *m_hint;
    QGridLayout *m_rowGrid;
    std::vector<std::pair<widgets::TextLabel *, widgets::TextLabel *>> m_rows;
    QWidget *m_line;
    SessionTable *m_sessions;
    LampRow *m_lamps;
    ButtonRows *m_first;
    widgets::Button *m_more;
    ButtonRows *m_others; // behind "more"
    QMenu *m_choices;
    bool m_moreShown = false;
    std::vector<widgets::Button *> m_buttons;
    std::vector<PossibleAction> m_actions;
};

} // namespace sessionarium::ui::inspector
