// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/languagescope.h"

#include <QCoreApplication>
#include <QEvent>

namespace sessionarium::ui::exporting {

LanguageScope::LanguageScope(text::Language wanted, text::Language present)
{
    if (wanted == present
        || !m_texts.load(QStringLiteral(":/i18n/sessionarium_") + text::languageCode(wanted) + QStringLiteral(".qm")))
        return;
    // The application tells all windows that the language changed; it did not, for them.
    qApp->installEventFilter(this);
    m_installed = QCoreApplication::installTranslator(&m_texts);
}

LanguageScope::~LanguageScope()
{
    if (m_installed)
        QCoreApplication::removeTranslator(&m_texts);
    if (QCoreApplication::instance())
        qApp->removeEventFilter(this);
}

bool LanguageScope::eventFilter(QObject *watched, QEvent *event)
{
    return watched == qApp && event->type() == QEvent::LanguageChange;
}

} // namespace sessionarium::ui::exporting
