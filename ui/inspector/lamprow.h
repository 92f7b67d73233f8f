// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict/judge.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <array>

namespace sessionarium::ui::inspector {

/// The five lamps of a client (semantics §4): each guarantee with a check while it is whole, with a cross and the
/// moment of the proof from then on. Never by colour alone.
class LampRow : public QWidget
{
    Q_OBJECT

public:
    explicit LampRow(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// The lamps as they stand after the first `records` records.
    void setLamps(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, model::EntityId client,
                  std::uint32_t records);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Whether the lamp is red, for tests.
    [[nodiscard]] bool isBroken(verdict::Guarantee guarantee) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Lamp
    {
        verdict::Guarantee guarantee;
        bool broken = false;
        QString name;
        QString when; ///< Broken only.
    };

    theme::ThemeHost &m_host;
    std::array<Lamp, 5> m_lamps;
};

} // namespace sessionarium::ui::inspector
