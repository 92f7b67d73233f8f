// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QApplication>
#include <QPalette>

namespace sessionarium::ui::theme {

namespace {

/// @name@ stands for a colour of the palette.
const char sheet[] = R"(
QMainWindow, QDialog, QMessageBox, QFileDialog { background: @window@; }
QToolTip { background: @card@; color: @text@; border: 1px solid @border@; padding: 6px 8px; }
QMenu { background: @card@; border: 1px solid @border@; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; color: @text@; background: transparent; }
QMenu::item:selected { background: @accentSoft@; color: @accentText@; }
QMenu::item:disabled { color: @soft@; }
QMenu::separator { height: 1px; background: @border@; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: @card@; }
QMenuBar::item { padding: 6px 10px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: @hover@; }
QPushButton { background: @card@; border: 1px solid @border@; border-radius: 8px; padding: 7px 16px; color: @text@;
  font-weight: 600; min-height: 18px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @pressed@; }
QPushButton:focus { border: 2px solid @accent@; padding: 6px 15px; }
QPushButton:default { background: @accent@; border: 1px solid @accent@; color: @onAccent@; }
QPushButton:default:hover { background: @accentHover@; }
QPushButton:default:pressed { background: @accentPressed@; }
QPushButton:default:focus { border: 2px solid @text@; }
QPushButton:disabled { color: @soft@; background: @window@; border: 1px solid @border@; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: @hover@; }
QToolButton:focus { border: 1px solid @accent@; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { background: @card@;
  border: 1px solid @border@; border-radius: 8px; padding: 5px 8px; selection-background-color: @accent@;
  selection-color: @onAccent@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid @accent@; padding: 4px 7px; }
QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox { color: @text@; }
QLineEdit:disabled { background: @window@; color: @soft@; }
QAbstractItemView { background: @card@; color: @text@; border: 1px solid @border@; border-radius: 8px;
  alternate-background-color: @field@; selection-background-color: @accentSoft@; selection-color: @text@; outline: 0; }
QComboBox QAbstractItemView { padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QTableView { gridline-color: @border@; }
QHeaderView { background: @card@; }
QHeaderView::section { background: @card@; color: @soft@; border: 0; border-bottom: 1px solid @border@;
  padding: 6px 8px; font-weight: 600; }
QTableCornerButton::section { background: @card@; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line@; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @soft@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: 0; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @soft@; padding: 8px 4px; margin-right: 20px; border: 0;
  border-bottom: 2px solid transparent; font-weight: 600; }
QTabBar::tab:selected { color: @accentText@; border-bottom: 2px solid @accent@; }
QTabBar::tab:focus { background: @hover@; }
QProgressBar { background: @window@; border: 0; border-radius: 4px; height: 8px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent@; border-radius: 4px; }
QGroupBox { border: 1px solid @border@; border-radius: 8px; margin-top: 10px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: @soft@; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox:disabled, QRadioButton:disabled, QLabel:disabled { color: @soft@; }
QSplitter::handle { background: transparent; }
QStatusBar { background: @card@; }
)";

QPalette qtPalette(const Palette &p)
{
    QPalette q;
    q.setColor(QPalette::Window, p.window);
    q.setColor(QPalette::WindowText, p.text);
    q.setColor(QPalette::Base, p.card);
    q.setColor(QPalette::AlternateBase, p.field);
    q.setColor(QPalette::Text, p.text);
    q.setColor(QPalette::PlaceholderText, p.soft);
    q.setColor(QPalette::Button, p.card);
    q.setColor(QPalette::ButtonText, p.text);
    q.setColor(QPalette::BrightText, p.badText);
    q.setColor(QPalette::ToolTipBase, p.card);
    q.setColor(QPalette::ToolTipText, p.text);
    q.setColor(QPalette::Highlight, p.accent);
    q.setColor(QPalette::HighlightedText, p.onAccent);
    q.setColor(QPalette::Link, p.accentText);
    q.setColor(QPalette::LinkVisited, p.accentText);
    q.setColor(QPalette::Light, p.card);
    q.setColor(QPalette::Midlight, p.field);
    q.setColor(QPalette::Mid, p.border);
    q.setColor(QPalette::Dark, p.line);
    q.setColor(QPalette::Shadow, p.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        q.setColor(QPalette::Disabled, role, p.soft);
    return q;
}

} // namespace

QString styleSheet(const Theme &theme)
{
    const Palette &p = theme.palette;
    const std::pair<const char *, QColor> colours[] = {
        {"@window@", p.window},
        {"@card@", p.card},
        {"@field@", p.field},
        {"@accentSoft@", p.accentSoft},
        {"@text@", p.text},
        {"@soft@", p.soft},
        {"@accentText@", p.accentText},
        {"@border@", p.border},
        {"@line@", p.line},
        {"@accent@", p.accent},
        {"@accentHover@", p.accentHover},
        {"@accentPressed@", p.accentPressed},
        {"@hover@", p.hover},
        {"@pressed@", p.pressed},
        {"@onAccent@", p.onAccent},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, colour] : colours)
        text.replace(QLatin1String(name), colour.name());
    return text;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    application.setStyleSheet(QString()); // else the old sheet wraps the new style
    QApplication::setStyle(new Style(theme)); // QApplication owns it
    QApplication::setPalette(qtPalette(theme.palette));
    QApplication::setFont(theme.font(FontRole::Detail));
    application.setStyleSheet(styleSheet(theme));
}

} // namespace sessionarium::ui::theme
