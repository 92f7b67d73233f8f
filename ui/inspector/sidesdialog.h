// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "core/timeline/worldstate.h"
#include "ui/text/names.h"
#include "ui/theme/themehost.h"

#include <QDialog>

#include <functional>
#include <vector>

namespace sessionarium::ui::widgets {
class Button;
class SegmentedControl;
class TextLabel;
}

namespace sessionarium::ui::inspector {

/// Asks who stands on either side of a cut: for each machine one of two sides, or neither. Each row is a choice that
/// the arrow keys move.
class SidesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `state`: of the moment at which it is cut. `chosen` gets the action, without id and time. Nothing is kept but
    /// the host, which must outlive this.
    SidesDialog(theme::ThemeHost &host, const text::Names &names, const timeline::WorldState &state,
                std::function<void(const model::Action &)> chosen, QWidget *parent = nullptr);

private:
    struct Member
    {
        std::string id;
        widgets::SegmentedControl *side;
    };

    void refresh();

    std::vector<Member> m_members;
    widgets::TextLabel *m_hint;
    widgets::Button *m_cut;
};

} // namespace sessionarium::ui::inspector
