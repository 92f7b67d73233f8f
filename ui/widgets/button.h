// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/icons.h"

#include <QPushButton>

#include <optional>

namespace sessionarium::ui::widgets {

/// A push button in our look. Text is never cut as long as the button gets its size hint; Row and Option break long
/// text into lines (they have height for width). Space or Enter press it; the focus is always visible.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary, ///< Filled with the accent: the one thing to do next.
        Secondary, ///< Bordered.
        Danger, ///< Bordered in red.
        Row, ///< Text at the left, chevron at the right, as wide as its place ("try it").
        Option, ///< An answer: text at the left, a mark at the right once known.
        Pill, ///< A term, with round ends.
        SlimPill, ///< The same beside a line of text, no higher than it.
        Link ///< Accent text alone.
    };
    /// What became known of an Option.
    enum class Mark { None, Right, Wrong };

    Button(theme::ThemeHost &host, Kind kind, const QString &text = {}, QWidget *parent = nullptr);

    void setMark(Mark mark);
    [[nodiscard]] Mark mark() const { return m_mark; }
    /// The digit that chooses an Option, in a disc before the text, for eyes far away. 0: none.
    void setDigit(int digit);
    /// An icon of ours before the text.
    void setLeadingIcon(std::optional<Icon> icon);

    /// A small chevron behind the text: it offers a choice.
    void setOffersChoice(bool offers);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isMultiline() const { return m_kind == Kind::Row || m_kind == Kind::Option; }
    [[nodiscard]] QRect textRect(int width, int height) const;
    /// What stands before the text takes so much.
    [[nodiscard]] int leading() const;
    void paintDigit(QPainter &painter) const;
    void refresh();

    theme::ThemeHost &m_host;
    Kind m_kind;
    Mark m_mark = Mark::None;
    std::optional<Icon> m_icon;
    int m_digit = 0;
    bool m_offersChoice = false;
};

} // namespace sessionarium::ui::widgets
