// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/branches/brancheslist.h"
#include "ui/branches/branchesmodel.h"
#include "ui/branches/comparison.h"
#include "ui/widgets/card.h"

#include <QPointer>

#include <optional>
#include <utility>

class QMenu;

namespace sessionarium::ui::branches {

/// The strip under the transport: the futures that were left, as thin lanes on the axis of the scrub bar, and the
/// comparison of two of them. Wants no room while there is one branch. Folded, it shows a comparison alone, and its
/// lanes only while one of them is being named.
class BranchesPanel : public widgets::Card
{
    Q_OBJECT

public:
    /// All must outlive this.
    BranchesPanel(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
                  const document::RunTexts &texts, QWidget *parent = nullptr);

    void setFolded(bool folded);
    /// The axis in this widget.
    void setAxis(int left, int width);
    /// 0: there is nothing to be shown.
    [[nodiscard]] int wantedHeight() const;
    /// Of its lanes alone, whether it is folded or not; 0: there are none.
    [[nodiscard]] int heightOfLanes() const;

    [[nodiscard]] BranchesList &list() { return *m_list; }
    [[nodiscard]] const BranchesModel &model() const { return *m_model; }
    [[nodiscard]] Comparison &comparison() { return *m_comparison; }

    [[nodiscard]] bool hasChoice() const { return m_model->rowCount() > 1; }
    /// The one on which the keyboard is, else the one that is played. Empty: nothing is open.
    [[nodiscard]] std::string currentBranch() const;
    /// Plays the next (1) or previous (-1) branch, from the last one to the first.
    void step(int direction);
    void rename(const std::string &branch);
    void remove(const std::string &branch);
    void compare(const std::string &one, const std::string &other);
    /// Compares the branch with the only other one, or asks at that place with which.
    void compareWithAnother(const std::string &branch, const QPoint &globalPosition);
    /// Esc: closes the comparison. False: there is none.
    bool escape();

    static constexpr int mostRows = 4; ///< Beyond that, the lanes scroll.

Q_SIGNALS:
    void wantedHeightChanged();
    /// It is being taken away.
    void removed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void place();
    void play(const std::string &branch);
    void jump(const std::string &branch, model::SimTime at);
    void showMenu(const std::string &branch, const QPoint &globalPosition);
    void fillCompareMenu(QMenu &menu, const std::string &branch);
    [[nodiscard]] bool showsLanes() const;

    document::Document &m_document;
    playback::PlaybackController &m_playback;
    BranchesModel *m_model;
    BranchesList *m_list;
    Comparison *m_comparison;
    QMenu *m_menu;
    bool m_folded = false;
    bool m_renames = false;
    std::optional<std::pair<std::string, model::SimTime>> m_jump; // to be done once that branch is played
};

} // namespace sessionarium::ui::branches
