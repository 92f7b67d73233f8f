// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"

#include <QObject>
#include <QTranslator>

namespace sessionarium::ui::exporting {

/// While it lives, texts are made in that language, and no widget hears of it: for a picture in another language than
/// the window's. For the thread of the window alone, and only while that does nothing else.
class LanguageScope : public QObject
{
public:
    /// Does nothing if `wanted` is the language `present` already.
    LanguageScope(text::Language wanted, text::Language present);
    ~LanguageScope() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTranslator m_texts;
    bool m_installed = false;
};

} // namespace sessionarium::ui::exporting
