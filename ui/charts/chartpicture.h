// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "ui/charts/chartcontent.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <optional>

namespace sessionarium::ui::charts {

/// A chart as a picture that stands alone: with a heading, on an opaque ground.
struct ChartPicture
{
    ChartContent content;
    QString heading;
    theme::Theme theme;
    QSize size {960, 540};
};

enum class PictureFormat { Png, Svg, Pdf };

/// After the end of a file's name; PNG for all that it does not know.
[[nodiscard]] PictureFormat formatOfFile(const QString &path);

/// `scale`: pixels for each unit of the size.
[[nodiscard]] QImage imageOf(const ChartPicture &picture, double scale = 2);
/// Writes a file, whole or not at all. None: it is there.
[[nodiscard]] std::optional<model::Problem> writePicture(const ChartPicture &picture, PictureFormat format,
                                                         const QString &path);

} // namespace sessionarium::ui::charts
