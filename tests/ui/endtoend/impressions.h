// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/endtoend/windowfixture.h"

#include <QImage>
#include <QString>

#include <vector>

namespace sessionarium::tests {

/// One thing that can be seen, heard or taken out of the window.
struct Impression
{
    QString where;
    QString text;
    QImage picture; ///< Null: it is text alone.
};

/// Everything that can be learnt in the window without answering the question that it stands at: pictures of all views,
/// titles, tool tips, what assistive technology reads, menus, what can be copied, exported as a picture and printed.
/// Leaves the window where it was.
[[nodiscard]] std::vector<Impression> impressions(WindowFixture &fixture);

} // namespace sessionarium::tests
