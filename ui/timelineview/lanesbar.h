// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/runtexts.h"
#include "ui/theme/themehost.h"
#include "ui/timelineview/lanesfilter.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QMenu;

namespace sessionarium::ui::events {
class ChoiceBox;
}
namespace sessionarium::ui::widgets {
class Button;
class ElidingLabel;
class IconButton;
}

namespace sessionarium::ui::timelineview {

/// Above the lanes, when somebody asks for it: a text to search for and the way from hit to hit; whose messages are
/// shown, and of which kinds. Offers only users who have joined, so that no list tells who is still to come.
class LanesBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    LanesBar(theme::ThemeHost &host, const document::RunTexts &texts, QWidget *parent = nullptr);

    void setRun(std::shared_ptr<const document::PlayedRun> run);
    /// Offers the users among the first `shown` records.
    void setShown(std::uint32_t shown) { m_shown = shown; }

    [[nodiscard]] const LanesFilter &filter() const { return m_filter; }
    void setFilter(const LanesFilter &filter);
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    /// Where the search is: "3 / 17". `canWalk`: there is somewhere to go.
    void setState(const QString &text, bool canWalk);
    [[nodiscard]] QString state() const;
    void focusSearch();

Q_SIGNALS:
    void filterChanged();
    void textChanged();
    /// 1: to the next hit, -1: to the one before.
    void walkRequested(int direction);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillUsers();
    void fillKinds();
    void choose(const LanesFilter &filter);
    void retranslate();
    void applyTheme();

    theme::ThemeHost &m_host;
    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run;
    std::uint32_t m_shown = 0;
    LanesFilter m_filter;
    QLineEdit *m_search;
    widgets::ElidingLabel *m_state;
    widgets::IconButton *m_previous;
    widgets::IconButton *m_next;
    events::ChoiceBox *m_user;
    widgets::Button *m_kinds;
    QMenu *m_kindMenu;
    widgets::IconButton *m_close;
};

} // namespace sessionarium::ui::timelineview
