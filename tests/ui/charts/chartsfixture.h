// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/lessons.h"
#include "ui/charts/chartchooser.h"
#include "ui/charts/chartsurface.h"
#include "ui/charts/chartsview.h"
#include "ui/theme/theme.h"

namespace sessionarium::tests {

using namespace ui;

/// The charts alone, on a document of their own.
class ChartsFixture
{
public:
    explicit ChartsFixture(text::Language language = text::Language::English, theme::Shade shade = theme::Shade::Light,
                           QSize size = {940, 146})
        : translator(language),
          host(shade == theme::Shade::Dark ? theme::darkTheme() : theme::lightTheme()),
          texts(document, translator),
          playback(document, [] { return qint64 {0}; }),
          view(host, document, playback, texts)
    {
        view.resize(size);
        view.show();
    }

    void openLesson(const char *id)
    {
        document.openLesson(QString::fromLatin1(id), resources::findLesson(id));
        document.wait();
        view.wait();
    }
    /// All gates open, the playhead there.
    void goTo(model::SimTime t)
    {
        document.passGatesBefore(model::SimTime {} + model::seconds(3600));
        playback.seek(t);
        view.wait(); // another step may play another run
    }
    void showAll() { goTo(document.played()->end()); }

    [[nodiscard]] charts::ChartSurface &surface()
    {
        return *view.findChild<charts::ChartSurface *>(QStringLiteral("chartSurface"));
    }
    [[nodiscard]] charts::ChartChooser &chooser()
    {
        return *view.findChild<charts::ChartChooser *>(QStringLiteral("chartChooser"));
    }

    text::Translator translator;
    theme::ThemeHost host;
    document::Document document;
    document::RunTexts texts;
    playback::PlaybackController playback;
    charts::ChartsView view;
};

} // namespace sessionarium::tests
