// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelineview.h"
#include "ui/document/playedrun.h"
#include "ui/stage/lit.h"
#include "ui/stage/stageframe.h"
#include "ui/text/language.h"
#include "ui/theme/palette.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <memory>

class QPainter;

namespace sessionarium::ui::exporting {

/// What there is to make pictures of: a run as far as it may be shown, at one moment.
struct PictureSource
{
    std::shared_ptr<const document::PlayedRun> played;
    timeline::TimelineView view; ///< Of that run.
    model::SimTime moment;
    stage::Sight sight = stage::Sight::Truth;
    stage::LitChain lit;
};

enum class PictureView { Stage, Lanes };
enum class PictureFormat { Png, Svg, Pdf };

struct PictureWishes
{
    PictureView view = PictureView::Stage;
    QSize size {1600, 900}; ///< In pixels; of SVG and PDF in points of 1/96 inch.
    theme::Shade shade = theme::Shade::Light;
    text::Language language = text::Language::English;
    bool caption = true; ///< A line on top: of what run, branch and moment the picture is.
};

inline constexpr int leastPictureSide = 240;
inline constexpr int greatestPictureSide = 8000;

/// Paints the picture with the code that paints the screen. For the thread of the window; a picture takes about as long
/// as a paint. `present`: the language of the window.
void paintPicture(QPainter &painter, const PictureSource &source, const PictureWishes &wishes, text::Language present);
[[nodiscard]] QImage pictureImage(const PictureSource &source, const PictureWishes &wishes, text::Language present);
/// As the bytes of an SVG or a PDF file: shapes and texts, no pixels. Requires: not Png.
[[nodiscard]] QByteArray pictureBytes(PictureFormat format, const PictureSource &source, const PictureWishes &wishes,
                                      text::Language present);

} // namespace sessionarium::ui::exporting
