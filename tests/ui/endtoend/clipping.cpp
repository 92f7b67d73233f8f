// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/clipping.h"

#include "ui/inspector/lamprow.h"

#include <QAbstractButton>
#include <QLabel>

namespace sessionarium::tests {

namespace {

/// Why the text of a widget does not fit into it; empty: it does.
QString clipping(const QWidget &widget)
{
    const auto tooSmall = [&](QSize needed) {
        if (widget.width() >= needed.width() && widget.height() >= needed.height())
            return QString();
        return QStringLiteral("%1 is %2 x %3, its text needs %4 x %5")
            .arg(widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                               : widget.objectName())
            .arg(widget.width())
            .arg(widget.height())
            .arg(needed.width())
            .arg(needed.height());
    };
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        if (label->wordWrap())
            return tooSmall({0, label->heightForWidth(label->width())});
        return tooSmall(label->sizeHint());
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (button && button->text().isEmpty())
        return {}; // an icon, painted as large as there is room
    if (button || qobject_cast<const ui::inspector::LampRow *>(&widget)) {
        if (widget.hasHeightForWidth())
            return tooSmall({0, widget.heightForWidth(widget.width())});
        return tooSmall(widget.minimumSizeHint());
    }
    return {};
}

} // namespace

QStringList clippedTexts(QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString problem = clipping(*widget);
        if (!problem.isEmpty()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            found << problem + QStringLiteral(": ") + (label ? label->text() : button ? button->text() : QString());
        }
    }
    return found;
}

} // namespace sessionarium::tests
