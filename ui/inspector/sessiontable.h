// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/theme/themehost.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace sessionarium::ui::inspector {

/// The sessions in the memory of a server: chip, user, version, time until it expires.
class SessionTable : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString label; ///< "A1"
        QString version; ///< "v3"
        QString user; ///< Empty: nobody has logged in to it.
        QString expiresIn; ///< "29:48"
        std::uint32_t colour = 0; ///< theme::Palette::user
        bool inCharge = true; ///< Solid; else a copy: outlined.
        bool stale = false; ///< A copy behind the one in charge.
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit SessionTable(theme::ThemeHost &host, QWidget *parent = nullptr);

    /// At most `maxRows` are shown; the rest is counted below.
    void setRows(std::vector<Row> rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    static constexpr std::size_t maxRows = 5;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::ThemeHost &m_host;
    std::vector<Row> m_rows;
};

} // namespace sessionarium::ui::inspector
