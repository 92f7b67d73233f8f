// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace sessionarium::ui::widgets {

/// For tool tips, which take whatever looks like it for markup: names that came from a file show as they are written.
[[nodiscard]] inline QString plainWords(const QString &words)
{
    return Qt::mightBeRichText(words)
        ? QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(words.toHtmlEscaped())
        : words;
}

} // namespace sessionarium::ui::widgets
