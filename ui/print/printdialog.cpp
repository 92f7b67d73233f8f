// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printdialog.h"

#include "ui/files/wholefile.h"
#include "ui/print/printpreview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sessionarium::ui::printing {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::SegmentedControl;
using widgets::TextLabel;

namespace {
constexpr QLatin1String bothId("both");
constexpr QLatin1String stageId("stage");
constexpr QLatin1String lanesId("lanes");
constexpr QLatin1String portraitId("portrait");
constexpr QLatin1String landscapeId("landscape");
constexpr double marginMm = 15;
} // namespace

bool PrintDialog::systemHasPrinter()
{
    return !QPrinterInfo::availablePrinterNames().isEmpty();
}

PrintDialog::PrintDialog(theme::ThemeHost &host, PrintJob job, const HasPrinter &hasPrinter, QWidget *parent)
    : QDialog(parent),
      m_job(std::move(job)),
      m_hasPrinter(hasPrinter()),
      m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution)),
      m_heading(new TextLabel(host, FontRole::Title, Ink::Text, this)),
      m_contentLabel(new TextLabel(host, FontRole::Small, Ink::Soft, this)),
      m_content(new SegmentedControl(host, this)),
      m_orientationLabel(new TextLabel(host, FontRole::Small, Ink::Soft, this)),
      m_orientation(new SegmentedControl(host, this)),
      m_hint(new TextLabel(host, FontRole::Detail, Ink::Soft, this)),
      m_error(new TextLabel(host, FontRole::Detail, Ink::Bad, this)),
      m_preview(new PrintPreview(host, this)),
      m_cancel(new Button(host, Button::Kind::Secondary, {}, this)),
      m_pdf(new Button(host, m_hasPrinter ? Button::Kind::Secondary : Button::Kind::Primary, {}, this)),
      m_print(new Button(host, m_hasPrinter ? Button::Kind::Primary : Button::Kind::Secondary, {}, this))
{
    setObjectName(QStringLiteral("printDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_content->setObjectName(QStringLiteral("printContent"));
    m_orientation->setObjectName(QStringLiteral("printOrientation"));
    m_hint->setObjectName(QStringLiteral("printHint"));
    m_error->setObjectName(QStringLiteral("printError"));
    m_cancel->setObjectName(QStringLiteral("printCancel"));
    m_pdf->setObjectName(QStringLiteral("printPdf"));
    m_print->setObjectName(QStringLiteral("printStart"));
    m_heading->setBold(true);
    m_hint->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_print->setEnabled(m_hasPrinter);
    (m_hasPrinter ? m_print : m_pdf)->setDefault(true);
    for (const QLatin1String id : {bothId, stageId, lanesId})
        m_content->addSegment(id, {});
    for (const QLatin1String id : {portraitId, landscapeId})
        m_orientation->addSegment(id, {});

    auto *choices = new QGridLayout;
    choices->setHorizontalSpacing(16);
    choices->setVerticalSpacing(8);
    choices->setColumnStretch(2, 1);
    choices->addWidget(m_contentLabel, 0, 0);
    choices->addWidget(m_content, 0, 1);
    choices->addWidget(m_orientationLabel, 1, 0);
    choices->addWidget(m_orientation, 1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (Button *button : {m_cancel, m_pdf, m_print})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_heading);
    layout->addLayout(choices);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_error);
    layout->addLayout(buttons);

    connect(m_content, &SegmentedControl::selected, this, &PrintDialog::refresh);
    connect(m_orientation, &SegmentedControl::selected, this, &PrintDialog::refresh);
    connect(m_cancel, &Button::clicked, this, &PrintDialog::reject);
    connect(m_pdf, &Button::clicked, this, &PrintDialog::choosePdf);
    connect(m_print, &Button::clicked, this, &PrintDialog::print);
    retranslate();
    // Qt itself would squeeze everything where it takes more than two thirds of a small screen.
    constexpr int edge = 48; // of the window stays to be seen
    const int across = sizeHint().width();
    const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(across) : sizeHint().height();
    resize(across, parent ? std::min(wanted, parent->window()->height() - edge) : wanted);
}

PrintDialog::~PrintDialog() = default;

QPageLayout PrintDialog::paper() const
{
    QPageLayout layout = m_printer->pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    layout.setOrientation(m_orientation->current() == landscapeId ? QPageLayout::Landscape : QPageLayout::Portrait);
    layout.setMargins({marginMm, marginMm, marginMm, marginMm}); // no effect where the printer needs more
    return layout;
}

bool PrintDialog::writePdf(const QString &path)
{
    files::WholeFile file(path); // whole or not at all
    const bool written = file.open(QIODevice::WriteOnly) && writePdf(file) && file.finish();
    if (!written) {
        //: %1 is the path of a file.
        complain(tr("%1 could not be written.").arg(QDir::toNativeSeparators(path)));
        return false;
    }
    Q_EMIT saved(path);
    accept();
    return true;
}

bool PrintDialog::writePdf(QIODevice &file) const
{
    QPdfWriter pdf(&file);
    pdf.setPageLayout(paper());
    pdf.setTitle(m_job.title);
    pdf.setCreator(QStringLiteral("Sessionarium"));
    return printPages(pdf, m_job);
}

void PrintDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PrintDialog::retranslate()
{
    setWindowTitle(tr("Print"));
    m_heading->setText(tr("Print the picture at the playhead"));
    m_contentLabel->setText(tr("Shows"));
    m_content->setAccessibleName(m_contentLabel->text());
    m_content->setSegmentText(bothId, tr("Stage and timeline"));
    m_content->setSegmentText(stageId, tr("Stage"));
    m_content->setSegmentText(lanesId, tr("Timeline"));
    m_orientationLabel->setText(tr("Paper"));
    m_orientation->setAccessibleName(m_orientationLabel->text());
    m_orientation->setSegmentText(portraitId, tr("Upright"));
    m_orientation->setSegmentText(landscapeId, tr("Across"));
    m_hint->setText(tr("No printer was found. The pages can be saved as a PDF file."));
    m_hint->setVisible(!m_hasPrinter);
    m_cancel->setText(tr("Cancel"));
    m_pdf->setText(tr("Save as PDF…"));
    m_print->setText(tr("Print…"));
    m_print->setToolTip(m_hasPrinter ? QString() : m_hint->text());
    refresh();
}

void PrintDialog::refresh()
{
    m_job.content = m_content->current() == stageId ? Content::Stage
        : m_content->current() == lanesId           ? Content::Lanes
                                                    : Content::Both;
    m_error->hide();
    m_preview->setPages(m_job, paper());
}

void PrintDialog::print()
{
    m_printer->setPageLayout(paper());
    m_printer->setDocName(m_job.title);
    m_printer->setCreator(QStringLiteral("Sessionarium"));
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this] {
        if (!printPages(*m_printer, m_job) || m_printer->printerState() == QPrinter::Error) {
            complain(tr("The printer did not take the pages. They can be saved as a PDF file."));
            return;
        }
        Q_EMIT printed();
        accept();
    });
    dialog->open();
}

void PrintDialog::choosePdf()
{
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.exists())
        folder = QDir::home();
    const timeline::RunInfo &info = m_job.source.played->timeline().info();
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilters({QStringLiteral("PDF (*.pdf)"), tr("All files (*)")});
    dialog->selectFile(QString::fromStdString(info.scenario) + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { writePdf(path); });
    dialog->open();
}

void PrintDialog::complain(const QString &text)
{
    m_error->setText(text);
    m_error->show();
}

} // namespace sessionarium::ui::printing
