// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/theme/themehost.h"

#include <QWidget>

class QAbstractButton;
class QMenu;

namespace sessionarium::ui::widgets {
class Button;
class ElidingLabel;
class IconButton;
class SegmentedControl;
class TextLabel;
}

namespace sessionarium::ui::window {

class PolicySwitch;

/// The bar on top: name, what is open, how sessions are shared, export, language, theme, menu.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this. The menu is the window's.
    TopBar(theme::ThemeHost &host, const document::Document &document, const document::RunTexts &texts, QMenu *menu,
           QWidget *parent = nullptr);

    /// What is open is shown (the work page), or only the program's name (the welcome page).
    void setWorking(bool working);
    void refresh();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void homeRequested();
    void policyRequested(const QString &preset);
    void exportRequested();
    void presentRequested();
    void languageRequested(sessionarium::ui::text::Language language);
    void themeToggled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void place();
    /// `whole`: with the lesson's title, not only its number.
    [[nodiscard]] QString titleText(bool whole) const;

    theme::ThemeHost &m_host;
    const document::Document &m_document;
    const document::RunTexts &m_texts;
    bool m_working = false;
    QAbstractButton *m_home;
    widgets::TextLabel *m_brand;
    widgets::ElidingLabel *m_title;
    PolicySwitch *m_policy;
    widgets::Button *m_export;
    widgets::Button *m_present;
    widgets::SegmentedControl *m_language;
    widgets::IconButton *m_theme;
    widgets::IconButton *m_menuButton;
    QMenu *m_menu;
};

} // namespace sessionarium::ui::window
