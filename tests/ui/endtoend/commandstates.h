// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/endtoend/windowfixture.h"

namespace sessionarium::tests {

/// Something that the window shows, in which some command is possible.
struct CommandState
{
    const char *name;
    QSize size;
    void (*show)(WindowFixture &);
};

/// The first state in which a command is possible; null: there is none.
[[nodiscard]] const CommandState *commandStateFor(const QString &id);

} // namespace sessionarium::tests
