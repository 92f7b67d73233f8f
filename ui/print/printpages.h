// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"
#include "ui/text/language.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;
class QPagedPaintDevice;

/// What is put on paper: stage and lanes as they stand at the playhead, under a title. Only what may be seen.
namespace sessionarium::ui::printing {

enum class Content { Both, Stage, Lanes };

struct PrintJob
{
    exporting::PictureSource source;
    text::Language language = text::Language::English; ///< The window's.
    QString title; ///< Of the scenario.
    Content content = Content::Both;
};

/// Where things stand on a page, in 1/96 inch from the corner of what can be printed on. Empty: not on this page.
struct PagePlan
{
    QRectF title;
    QRectF details;
    QRectF stage;
    QRectF lanes;
    QRectF foot;
};

/// A page that is higher than wide takes both pictures; a wide one takes one alone, so that it can be read from the
/// last row. `area`: what can be printed on, in 1/96 inch.
[[nodiscard]] std::vector<PagePlan> planPages(QSizeF area, Content content);

/// One of the pages of a plan, in units of 1/96 inch. Shapes and texts, no pixels.
void paintPage(QPainter &painter, const std::vector<PagePlan> &plan, std::size_t page, const PrintJob &job);

/// The line below the title: the way sessions are shared, the moment, the branch.
[[nodiscard]] QString detailsOf(const PrintJob &job);

/// Paints all pages on the paper that the device is set to. False: the device takes no more.
[[nodiscard]] bool printPages(QPagedPaintDevice &device, const PrintJob &job);

} // namespace sessionarium::ui::printing
