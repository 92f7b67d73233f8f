// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartsview.h"

#include "ui/charts/chartchooser.h"
#include "ui/charts/chartsurface.h"
#include "ui/text/problemtext.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPointer>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::charts {

using document::Document;
using document::PlayedRun;

namespace {

/// More than a screen has pixels for; of shorter runs every hop shows.
constexpr std::size_t mostTicks = 1500;
/// Runs whose figures are kept.
constexpr std::size_t runsKept = 4;

/// The axis that the moments to measure at are taken from. If every stop of the run is one of them, a shut gate only
/// leaves the later ones out; else where they lie would tell how much comes.
const report::PacingMap &axisOfTicks(const PlayedRun &run, model::SimTime revealedUntil)
{
    return run.pacing.stops().size() <= mostTicks ? run.pacing : run.pacingWithin(revealedUntil);
}

} // namespace

ChartsView::ChartsView(theme::ThemeHost &host, Document &document, playback::PlaybackController &playback,
                       const document::RunTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_document(document),
      m_playback(playback),
      m_texts(texts),
      m_chooser(new ChartChooser(host, this)),
      m_surface(new ChartSurface(m_scene, this)),
      m_status(new widgets::TextLabel(host, theme::FontRole::Detail, widgets::Ink::Soft, this)),
      m_copy(new widgets::IconButton(host, widgets::Icon::Copy, {}, widgets::IconButton::Kind::Plain, this)),
      m_save(new widgets::IconButton(host, widgets::Icon::Save, {}, widgets::IconButton::Kind::Plain, this))
{
    setObjectName(QStringLiteral("charts"));
    setFocusPolicy(Qt::ClickFocus); // so that Ctrl+C means the chart; other keys go on to the window
    m_copy->setObjectName(QStringLiteral("copyChart"));
    m_save->setObjectName(QStringLiteral("saveChart"));
    m_status->setObjectName(QStringLiteral("chartStatus"));
    m_status->setAlignment(Qt::AlignCenter);
    m_status->hide();

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_chooser);
    layout->addWidget(m_surface, 1);
    layout->addWidget(m_status, 1);
    layout->addLayout(buttons);
    m_chooser->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);

    m_scene.setTheme(host.theme());
    connect(&host, &theme::ThemeHost::changed, this, [this] { m_scene.setTheme(m_host.theme()); });
    connect(m_chooser, &ChartChooser::topicChanged, this, &ChartsView::refresh);
    connect(m_surface, &ChartSurface::seekRequested, &m_playback, &playback::PlaybackController::seek);
    connect(m_copy, &QAbstractButton::clicked, this, &ChartsView::copyPicture);
    connect(m_save, &QAbstractButton::clicked, this, &ChartsView::savePicture);
    auto *copy = new QShortcut(QKeySequence::Copy, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, this, &ChartsView::copyPicture);
    connect(&m_document, &Document::changed, this, &ChartsView::documentChanged);
    connect(&m_playback, &playback::PlaybackController::moved, this, &ChartsView::refresh);
    connect(&m_computation, &document::Computation::progressed, this, [this](int permille) {
        //: The figures of the charts are being computed; %1 is how much of that is done: "45".
        m_status->setText(tr("Computing… %1%").arg(permille / 10));
        m_status->setVisible(!isReady());
        m_surface->setVisible(isReady());
    });
    retranslate();
}

ChartsView::~ChartsView()
{
    m_surface->setScene(nullptr); // the scene goes before it
}

QString ChartsView::heading()
{
    return tr("Charts");
}

void ChartsView::setTopic(Topic topic)
{
    m_chooser->setTopic(topic);
}

Topic ChartsView::topic() const
{
    return m_chooser->topic();
}

void ChartsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void ChartsView::documentChanged(Document::What what)
{
    if (what != Document::What::Identity && isVisible())
        follow();
}

void ChartsView::follow()
{
    const auto run = m_document.played();
    const report::PacingMap *axis = run ? &axisOfTicks(*run, m_document.view().revealedUntil) : nullptr;
    if (run == m_run && axis == m_axis && (isReady() || m_computation.isBusy())) {
        refresh();
        return;
    }
    m_computation.cancel();
    m_scene.clearContent(); // it reads the old run
    m_run = run;
    m_axis = axis;
    m_figures = nullptr;
    const auto known = std::find_if(m_measured.begin(), m_measured.end(),
                                    [&](const Measured &each) { return each.run.lock() == run && each.axis == axis; });
    if (run && known != m_measured.end())
        m_figures = known->figures;
    refresh();
    if (!run || isReady())
        return;
    m_computation.start([this, run, axis](const document::Progress &progress) -> document::Computation::Finish {
        auto ticks = report::figureTicks(*axis, mostTicks);
        auto figures = report::measure(run->timeline(), run->verdicts(), std::move(ticks), progress);
        if (!figures)
            return {};
        return [this, run, axis, made = std::make_shared<const report::Figures>(*std::move(figures))] {
            adopt({run, axis, made});
        };
    });
}

void ChartsView::adopt(Measured measured)
{
    if (m_measured.size() == runsKept)
        m_measured.erase(m_measured.begin());
    if (measured.run.lock() == m_run && measured.axis == m_axis)
        m_figures = measured.figures;
    m_measured.push_back(std::move(measured));
    refresh();
}

void ChartsView::refresh()
{
    m_copy->setEnabled(isReady());
    m_save->setEnabled(isReady());
    if (!isReady())
        return;
    m_status->hide();
    m_surface->show();
    // Told of the playhead before the document told of its other run: what is shown still belongs to the old one.
    if (!isVisible() || m_run != m_document.played())
        return;
    const model::SimTime until = std::min(m_playback.moment(), m_document.view().revealedUntil);
    m_scene.setContent(
        makeContent(topic(), *m_figures, m_run->pacingWithin(m_document.view().revealedUntil), until, m_texts));
    describe();
}

/// For who cannot see the lines: what each has come to.
void ChartsView::describe()
{
    QStringList words;
    for (const ChartPane &pane : m_scene.content().panes) {
        QStringList values;
        for (const ChartLine &line : pane.lines)
            values << line.name + QLatin1Char(' ') + line.value;
        words << pane.title + QStringLiteral(": ")
                + (values.isEmpty() ? pane.nothing : values.join(QLatin1String(", ")));
    }
    m_surface->setAccessibleName(m_scene.content().title);
    m_surface->setAccessibleDescription(words.join(QLatin1String(". ")));
}

std::optional<ChartPicture> ChartsView::picture() const
{
    if (!isReady() || m_scene.content().panes.empty())
        return std::nullopt;
    const QString run = m_run->scenario ? text::pick(m_run->scenario->title, m_texts.language())
                                        : QString::fromStdString(m_run->timeline().info().scenario);
    ChartPicture picture;
    picture.content = m_scene.content();
    picture.heading = run.isEmpty() ? picture.content.title : picture.content.title + QStringLiteral(" · ") + run;
    picture.theme = m_host.theme();
    return picture;
}

void ChartsView::copyPicture()
{
    const auto shown = picture();
    if (!shown)
        return;
    QGuiApplication::clipboard()->setImage(imageOf(*shown));
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("The chart was copied as a picture."),
                       m_copy);
}

void ChartsView::savePicture()
{
    // The run may be another one once the file is chosen, and the window gone.
    const auto shown = picture();
    const auto kept = m_run; // the picture reads its axis
    const QPointer<ChartsView> alive(this);
    if (!shown)
        return;
    const QString png = tr("PNG picture (*.png)");
    const QString svg = tr("SVG drawing (*.svg)");
    const QString pdf = tr("PDF page (*.pdf)");
    QString filter = png;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Save chart as picture"), topicId(topic()) + QStringLiteral(".png"),
                                     QStringList {png, svg, pdf}.join(QLatin1String(";;")), &filter);
    if (path.isEmpty() || !alive)
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += filter == svg ? QStringLiteral(".svg")
            : filter == pdf   ? QStringLiteral(".pdf")
                              : QStringLiteral(".png");
    if (const auto problem = writePicture(*shown, formatOfFile(path), path)) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Save chart as picture"), text::problemLine(*problem),
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
}

void ChartsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void ChartsView::retranslate()
{
    setAccessibleName(heading());
    m_copy->setName(tr("Copy chart as picture"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    m_save->setName(tr("Save chart as picture"));
}

} // namespace sessionarium::ui::charts
