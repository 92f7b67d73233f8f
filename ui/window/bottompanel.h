// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <QList>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QStackedWidget;

namespace sessionarium::ui::timelineview {
class LanesPanel;
class LanesView;
}
namespace sessionarium::ui::widgets {
class Button;
class ElidingLabel;
class SegmentedControl;
}

namespace sessionarium::ui::window {

/// What can be seen of the whole run, one view at a time behind tabs, the lanes first; and above them which branch is
/// played, and what became of the requests so far.
class BottomPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    BottomPanel(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
                const document::RunTexts &texts, QWidget *parent = nullptr);

    [[nodiscard]] timelineview::LanesView &lanes();
    [[nodiscard]] timelineview::LanesPanel &lanesPanel() { return *m_lanes; }
    /// One more view, behind the others; this owns it from now on. `id` is the caller's and different from the others';
    /// `name` is asked again when the language changes.
    void addView(const QString &id, QWidget *view, std::function<QString()> name);
    /// For the making of views: where they stay, so that they need not move.
    [[nodiscard]] QWidget &viewsParent();
    /// Shows it. Requires: `lanesView`, or an id that was added.
    void showView(const QString &id);
    [[nodiscard]] bool hasView(const QString &id) const;
    [[nodiscard]] QString currentView() const;
    /// What shows it.
    [[nodiscard]] QWidget *currentWidget() const;
    void refresh();
    /// Which branch is played, and a menu of all and of what can be done with them (`actions`), where there is no room
    /// for the lanes of branches.
    void setBranchChoice(bool shown);
    void setBranchActions(const QList<QAction *> &actions) { m_branchActions = actions; }
    [[nodiscard]] const QWidget &branchChoice() const;

    static constexpr QLatin1String lanesView {"timeline"};

Q_SIGNALS:
    void viewShown(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct View
    {
        QString id;
        std::function<QString()> name;
    };

    void retranslate();
    void fillBranchMenu();

    theme::ThemeHost &m_host;
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    std::vector<View> m_views; // in the order of the tabs and of the stack
    widgets::SegmentedControl *m_tabs;
    widgets::Button *m_branch;
    QMenu *m_branchMenu;
    QList<QAction *> m_branchActions;
    bool m_choosesBranch = false;
    widgets::ElidingLabel *m_counts;
    QStackedWidget *m_stack;
    timelineview::LanesPanel *m_lanes;
};

} // namespace sessionarium::ui::window
