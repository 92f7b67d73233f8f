// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/printpages.h"
#include "ui/theme/themehost.h"

#include <QPageLayout>
#include <QPixmap>
#include <QWidget>

#include <optional>

namespace sessionarium::ui::printing {

/// All pages, small, one below the other, as they come out of the printer.
class PrintPreview : public QWidget
{
    Q_OBJECT

public:
    explicit PrintPreview(theme::ThemeHost &host, QWidget *parent = nullptr);

    void setPages(const PrintJob &job, const QPageLayout &paper);
    [[nodiscard]] std::size_t pageCount() const { return m_plan.size(); }
    [[nodiscard]] QSize sizeHint() const override { return {520, 460}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void render();

    theme::ThemeHost &m_host;
    std::optional<PrintJob> m_job;
    QPageLayout m_paper;
    std::vector<PagePlan> m_plan;
    QPixmap m_picture; // painting the pages takes longer than a frame may
};

} // namespace sessionarium::ui::printing
