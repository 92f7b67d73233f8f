// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"
#include "ui/window/workpage.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <cstdio>

/// recoverydriver FOLDER: somebody who starts empty and acts every tenth of a second, until the process is killed. Says
/// after each act how many there are and when: microseconds of the steady clock, which all processes share.
int main(int argc, char **argv)
{
    using namespace sessionarium;
    using namespace sessionarium::ui;

    const QApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    QSettings settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    window::Preferences preferences(settings);
    text::Translator translator(text::Language::English);
    theme::ThemeHost themes;
    window::MainWindow window(
        {themes, translator, preferences, playback::monotonicClock(), folder + QStringLiteral("/recovery")});
    window.show();

    QObject::connect(
        &window.document(), &document::Document::changed, &window, [&window](document::Document::What what) {
            if (what != document::Document::What::Run)
                return;
            std::size_t acts = 0;
            for (const scenario::Branch &branch : window.document().scenario()->branches)
                acts += branch.actions.size();
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            std::printf("%zu %lld\n", acts,
                        static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
            std::fflush(stdout);
        });
    QTimer acting;
    QObject::connect(&acting, &QTimer::timeout, &window, [&window] {
        model::Action read;
        read.verb = model::ActionKind::ReadAnonymous;
        read.client = window.document().scenario()->setup.clients.front().id;
        Q_EMIT window.workPage().deedChosen(read); // as menu and inspector do
    });
    window.document().startEmpty();
    window.document().wait();
    acting.start(100);
    return QApplication::exec();
}
