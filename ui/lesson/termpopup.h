// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/card.h"

#include <QPointer>
#include <QTimer>

class QAbstractButton;

namespace sessionarium::ui::widgets {
class TextLabel;
}

namespace sessionarium::ui::lesson {

/// A word of the field with its one sentence, beside the button that names it: while the pointer rests there, or, after
/// a click or Enter, until one looks elsewhere. Esc closes it. Takes neither focus nor clicks away from the window.
class TermPopup : public widgets::Card
{
    Q_OBJECT

public:
    TermPopup(theme::ThemeHost &host, QWidget *parent);

    /// The button explains this word from now on.
    void attach(QAbstractButton &button, const QString &word, const QString &explanation);

    static constexpr int hoverMs = 400;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showTerm(QAbstractButton &button);

    theme::ThemeHost &m_host;
    widgets::TextLabel *m_word;
    widgets::TextLabel *m_explanation;
    QTimer m_hover;
    QPointer<QAbstractButton> m_beside;
    bool m_pinned = false; // by a click: it outlives the pointer's rest
};

} // namespace sessionarium::ui::lesson
