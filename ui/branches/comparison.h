// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <array>
#include <optional>
#include <string>

namespace sessionarium::ui::widgets {
class Button;
class ElidingLabel;
class IconButton;
class TextLabel;
}

namespace sessionarium::ui::branches {

/// Two branches beside each other: from when on they differ, and what happens in each; a click on a branch's name leads
/// to that moment in it. Says nothing of what lies behind a gate.
class Comparison : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    Comparison(theme::ThemeHost &host, document::Document &document, const document::RunTexts &texts,
               QWidget *parent = nullptr);

    /// Requires: two branches of what is open.
    void compare(const std::string &one, const std::string &other);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_branches.front().empty(); }
    /// Says anew what is to be said; closes if one of the branches is no longer there.
    void refresh();

    /// All that it says, line by line.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void closed();
    /// To the moment in the branch.
    void jumpRequested(const QString &branch, sessionarium::model::SimTime at);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();

    document::Document &m_document;
    const document::RunTexts &m_texts;
    std::array<std::string, 2> m_branches; // empty: nothing is compared
    std::optional<model::SimTime> m_at; // none: they do not differ, or are not there yet
    widgets::TextLabel *m_heading;
    widgets::IconButton *m_close;
    std::array<widgets::Button *, 2> m_names;
    std::array<widgets::ElidingLabel *, 2> m_sides;
};

} // namespace sessionarium::ui::branches
