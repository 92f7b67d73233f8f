// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"
#include "ui/widgets/button.h"

namespace sessionarium::ui::lesson {

/// Lets a button with long text become as high as its lines need. A button takes its size policy from its kind whenever
/// the theme changes; so this is set again after it. The host must outlive the button.
inline void growWithText(theme::ThemeHost &host, widgets::Button &button)
{
    const auto grow = [&button] {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        button.setSizePolicy(policy);
    };
    grow();
    QObject::connect(&host, &theme::ThemeHost::changed, &button, grow);
}

} // namespace sessionarium::ui::lesson
