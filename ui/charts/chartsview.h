// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/report/figures.h"
#include "ui/charts/chartpicture.h"
#include "ui/charts/chartscene.h"
#include "ui/document/computation.h"
#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/playback/playbackcontroller.h"
#include "ui/theme/themehost.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sessionarium::ui::widgets {
class IconButton;
class TextLabel;
}

namespace sessionarium::ui::charts {

class ChartChooser;
class ChartSurface;

/// How the run goes over time, one chart at a time, up to the playhead: nothing of what lies after it, or behind a shut
/// gate, is shown. Follows the document and the playhead by itself.
///
/// The figures are made once for each run, in the background and only while somebody looks. Ctrl+C copies the chart as
/// a picture; a button saves it.
class ChartsView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive this.
    ChartsView(theme::ThemeHost &host, document::Document &document, playback::PlaybackController &playback,
               const document::RunTexts &texts, QWidget *parent = nullptr);
    ~ChartsView() override;

    /// What the view is called, for its tab.
    [[nodiscard]] static QString heading();

    void setTopic(Topic topic);
    [[nodiscard]] Topic topic() const;
    [[nodiscard]] const ChartScene &scene() const { return m_scene; }
    /// The figures of the run are there.
    [[nodiscard]] bool isReady() const { return m_figures != nullptr; }
    /// Blocks until they are; for tests and for making pictures without an event loop.
    void wait() { m_computation.wait(); }

    /// What is shown, as a picture. None: nothing is shown yet.
    [[nodiscard]] std::optional<ChartPicture> picture() const;
    /// Into the clipboard.
    void copyPicture();
    /// Asks for a file and writes it.
    void savePicture();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Measured
    {
        std::weak_ptr<const document::PlayedRun> run;
        const report::PacingMap *axis; ///< Of the run; where the ticks are from.
        std::shared_ptr<const report::Figures> figures;
    };

    void documentChanged(document::Document::What what);
    /// Turns to the run that is played; starts measuring it if that was not done yet.
    void follow();
    void adopt(Measured measured);
    void refresh();
    void retranslate();
    void describe();

    theme::ThemeHost &m_host;
    document::Document &m_document;
    playback::PlaybackController &m_playback;
    const document::RunTexts &m_texts;
    std::shared_ptr<const document::PlayedRun> m_run; // what the scene reads
    const report::PacingMap *m_axis = nullptr; // of m_run
    std::shared_ptr<const report::Figures> m_figures; // of m_run on m_axis; null: not made yet
    std::vector<Measured> m_measured; // the newest last: steps of a lesson go to and fro between a few runs
    ChartScene m_scene;
    ChartChooser *m_chooser;
    ChartSurface *m_surface;
    widgets::TextLabel *m_status;
    widgets::IconButton *m_copy;
    widgets::IconButton *m_save;
    document::Computation m_computation; // last: its destructor waits for work
};

} // namespace sessionarium::ui::charts
