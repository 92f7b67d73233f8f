// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/theme/themehost.h"

#include <QWidget>

class QSpinBox;

namespace sessionarium::ui::widgets {
class Button;
class SegmentedControl;
class TextLabel;
}

namespace sessionarium::ui::exporting {

/// Asks what a picture is to show, in which format, size, language and theme.
class PictureOptions : public QWidget
{
    Q_OBJECT

public:
    /// Begins with the language and the theme of the window.
    PictureOptions(theme::ThemeHost &host, text::Language language, QWidget *parent = nullptr);

    [[nodiscard]] PictureWishes wishes() const;
    [[nodiscard]] PictureFormat format() const;
    [[nodiscard]] static QString suffixOf(PictureFormat format);
    void retranslate();

Q_SIGNALS:
    void formatChanged();
    void copyRequested();

private:
    [[nodiscard]] widgets::TextLabel *label(theme::ThemeHost &host);

    widgets::TextLabel *m_viewLabel;
    widgets::SegmentedControl *m_view;
    widgets::TextLabel *m_formatLabel;
    widgets::SegmentedControl *m_format;
    widgets::TextLabel *m_sizeLabel;
    QSpinBox *m_width;
    QSpinBox *m_height;
    widgets::TextLabel *m_languageLabel;
    widgets::SegmentedControl *m_language;
    widgets::TextLabel *m_shadeLabel;
    widgets::SegmentedControl *m_shade;
    widgets::Button *m_copy;
};

} // namespace sessionarium::ui::exporting
