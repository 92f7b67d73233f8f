// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

namespace sessionarium::ui::widgets {
class TextLabel;
}

namespace sessionarium::ui::lesson {

/// A word of the field with its one sentence, beside the button that asked for it. Any click elsewhere, or Esc, closes
/// it.
class TermPopup : public widgets::Card
{
    Q_OBJECT

public:
    TermPopup(theme::ThemeHost &host, QWidget *parent);

    void showTerm(const QString &word, const QString &explanation, const QWidget &beside);

private:
    widgets::TextLabel *m_word;
    widgets::TextLabel *m_explanation;
};

} // namespace sessionarium::ui::lesson
