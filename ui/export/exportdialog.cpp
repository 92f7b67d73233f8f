// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "ui/export/pictureoptions.h"
#include "ui/text/problemtext.h"
#include "ui/text/timetext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>
#include <utility>

namespace sessionarium::ui::exporting {

using report::ExportFormat;
using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {
constexpr int dialogWidth = 560;
constexpr int dialogMargin = 24;
constexpr int longestPath = 4096; // whatever somebody pastes: the longest that systems have
constexpr QLatin1String dataId("data");
constexpr QLatin1String pictureId("picture");

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

const report::ExportFormatInfo &infoOf(ExportFormat format)
{
    const auto found = std::find_if(report::exportFormats.begin(), report::exportFormats.end(),
                                    [format](const report::ExportFormatInfo &info) { return info.format == format; });
    Q_ASSERT(found != report::exportFormats.end());
    return *found;
}

/// Names of formats, the same in all languages.
QString titleOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("CSV");
    case ExportFormat::JsonLines:
        return QStringLiteral("JSON Lines");
    case ExportFormat::ChromeTrace:
        return QStringLiteral("Chrome Trace");
    case ExportFormat::Mermaid:
        return QStringLiteral("Mermaid");
    case ExportFormat::Svg:
        return QStringLiteral("SVG");
    }
    return {};
}

/// One that does not stand for a file yet: `base` itself, or with the first number that is free.
QString freeName(const QString &base, const QString &suffix)
{
    QString name = QStringLiteral("%1.%2").arg(base, suffix);
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("%1-%2.%3").arg(base).arg(i).arg(suffix);
    return name;
}

bool isSuffixOfAFormat(const QString &suffix)
{
    if (suffix == QLatin1String("png") || suffix == QLatin1String("pdf"))
        return true;
    return std::any_of(report::exportFormats.begin(), report::exportFormats.end(),
                       [&suffix](const report::ExportFormatInfo &info) { return suffix == latin1(info.suffix); });
}

} // namespace

ExportDialog::ExportDialog(theme::ThemeHost &host, const text::Translator &translator, PictureSource source,
                           QWidget *parent)
    : QDialog(parent),
      m_host(host),
      m_translator(translator),
      m_source(std::move(source)),
      m_played(m_source.played),
      m_heading(new TextLabel(host, FontRole::Title)),
      m_subject(new widgets::SegmentedControl(host)),
      m_data(new QWidget),
      m_picture(new PictureOptions(host, translator.language())),
      m_range(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_formatLabel(new TextLabel(host, FontRole::Small, Ink::Soft)),
      m_format(new widgets::SegmentedControl(host)),
      m_formatHint(new TextLabel(host, FontRole::Detail, Ink::Soft)),
      m_bom(new QCheckBox),
      m_fileLabel(new TextLabel(host, FontRole::Small, Ink::Soft)),
      m_path(new QLineEdit),
      m_browse(new Button(host, Button::Kind::Secondary)),
      m_error(new TextLabel(host, FontRole::Detail, Ink::Bad)),
      m_progress(new QProgressBar),
      m_cancel(new Button(host, Button::Kind::Secondary)),
      m_export(new Button(host, Button::Kind::Primary))
{
    setObjectName(QStringLiteral("exportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_subject->setObjectName(QStringLiteral("exportSubject"));
    m_subject->addSegment(dataId, {});
    m_subject->addSegment(pictureId, {});
    if (isGated())
        m_subject->setCurrent(pictureId);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_formatHint->setObjectName(QStringLiteral("exportHint"));
    m_browse->setObjectName(QStringLiteral("exportBrowse"));
    m_bom->setObjectName(QStringLiteral("exportBom"));
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setMaxLength(longestPath);
    m_error->setObjectName(QStringLiteral("exportError"));
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_heading->setBold(true);
    m_formatLabel->setBold(true);
    m_fileLabel->setBold(true);
    for (TextLabel *label : {m_range, m_formatHint, m_error})
        label->setWordWrap(true);
    m_formatHint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_error->setTextFormat(Qt::PlainText);
    // The one that can be opened again first, pictures last.
    for (const ExportFormat each : {ExportFormat::JsonLines, ExportFormat::Csv, ExportFormat::ChromeTrace,
                                    ExportFormat::Mermaid, ExportFormat::Svg})
        m_format->addSegment(latin1(infoOf(each).id), titleOf(each));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_export->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dialogMargin, dialogMargin, dialogMargin, dialogMargin);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    auto *subjects = new QHBoxLayout;
    subjects->addWidget(m_subject);
    subjects->addStretch(1);
    layout->addLayout(subjects);
    layout->addWidget(m_range);
    layout->addSpacing(8);
    auto *dataPart = new QVBoxLayout(m_data);
    dataPart->setContentsMargins(0, 0, 0, 0);
    dataPart->setSpacing(8);
    dataPart->addWidget(m_formatLabel);
    auto *formats = new QHBoxLayout;
    formats->addWidget(m_format);
    formats->addStretch(1);
    dataPart->addLayout(formats);
    dataPart->addWidget(m_formatHint);
    dataPart->addWidget(m_bom);
    layout->addWidget(m_data);
    layout->addWidget(m_picture);
    layout->addSpacing(8);
    layout->addWidget(m_fileLabel);
    auto *file = new QHBoxLayout;
    file->setSpacing(8);
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    layout->addLayout(file);
    layout->addWidget(m_error);
    layout->addWidget(m_progress);
    layout->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    layout->addLayout(buttons);
    // By the layout, which then also keeps its own least height: a dialog may be lower than it would like.
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->addStrut(host.theme().px(dialogWidth) - 2 * dialogMargin);

    connect(m_subject, &widgets::SegmentedControl::selected, this, &ExportDialog::showSubject);
    connect(m_picture, &PictureOptions::formatChanged, this, &ExportDialog::adaptSuffix);
    connect(m_picture, &PictureOptions::copyRequested, this, &ExportDialog::copyPicture);
    connect(m_format, &widgets::SegmentedControl::selected, this, &ExportDialog::showFormat);
    connect(m_browse, &Button::clicked, this, &ExportDialog::chooseFile);
    connect(m_export, &Button::clicked, this, &ExportDialog::startExport);
    connect(m_cancel, &Button::clicked, this, &ExportDialog::reject);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_error->hide();
        nameFile();
        m_export->setEnabled(!m_path->text().trimmed().isEmpty() && (wantsPicture() || !isGated()));
    });
    const timeline::RunInfo &info = m_played->timeline().info();
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.exists())
        folder = QDir::home();
    m_path->setText(
        freeName(folder.filePath(QString::fromStdString(info.scenario + '-' + m_played->branch)), suffix()));
    setWriting(false);
    m_error->hide();
    retranslate();
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

bool ExportDialog::wantsPicture() const
{
    return m_subject->current() == pictureId;
}

bool ExportDialog::isGated() const
{
    return m_source.view.revealedUntil < m_played->end();
}

QString ExportDialog::suffix() const
{
    return wantsPicture() ? PictureOptions::suffixOf(m_picture->format()) : latin1(infoOf(format()).suffix);
}

void ExportDialog::showSubject()
{
    m_data->setVisible(!wantsPicture());
    m_picture->setVisible(wantsPicture());
    if (wantsPicture())
        //: %1 is a moment of the run.
        m_range->setText(tr("As it stands at the playhead, at %1.")
                             .arg(text::clockText(std::min(m_source.moment, m_source.view.revealedUntil))));
    else if (isGated())
        m_range->setText(tr("The data hold the answer: they can be exported once the question is answered."));
    else
        m_range->setText(tr("The whole branch that is played, %n record(s).", nullptr,
                            static_cast<int>(m_played->timeline().size())));
    adaptSuffix();
    m_export->setEnabled(!m_path->text().trimmed().isEmpty() && (wantsPicture() || !isGated()));
    layout()->activate();
    // Not by adjustSize(), which squeezes everything where it would take more than two thirds of a small screen.
    const int across = std::max(width(), m_host.theme().px(dialogWidth));
    resize(across, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(across) : sizeHint().height());
}

/// Painted here, in a moment; compressed and written in the background.
void ExportDialog::exportPicture()
{
    const QString path = m_path->text().trimmed();
    const PictureWishes wishes = m_picture->wishes();
    const PictureFormat format = m_picture->format();
    setWriting(true);
    const QImage image =
        format == PictureFormat::Png ? pictureImage(m_source, wishes, m_translator.language()) : QImage();
    const QByteArray bytes =
        format == PictureFormat::Png ? QByteArray() : pictureBytes(format, m_source, wishes, m_translator.language());
    m_computation.start([this, path, image, bytes](const document::Progress &progress) {
        const ExportResult result = writePicture(path, image, bytes, [&progress] { return progress(0); });
        return [this, result, path] { finished(result, path); };
    });
}

void ExportDialog::copyPicture()
{
    const PictureWishes wishes = m_picture->wishes();
    auto *copy = new QMimeData; // the clipboard's from now on
    copy->setImageData(pictureImage(m_source, wishes, m_translator.language()));
    copy->setData(QStringLiteral("image/svg+xml"),
                  pictureBytes(PictureFormat::Svg, m_source, wishes, m_translator.language()));
    QGuiApplication::clipboard()->setMimeData(copy);
    Q_EMIT copied();
}

void ExportDialog::startExport()
{
    if (m_computation.isBusy() || m_path->text().trimmed().isEmpty() || (isGated() && !wantsPicture()))
        return;
    if (wantsPicture()) {
        exportPicture();
        return;
    }
    const ExportRequest request {format(), m_path->text().trimmed(), m_bom->isChecked(), m_translator.language()};
    setWriting(true);
    m_computation.start([this, request, computed = m_played->computed](const document::Progress &progress) {
        const ExportResult result = writeRun(computed, request, [&progress] { return progress(0); });
        return [this, result, path = request.path] { finished(result, path); };
    });
}

void ExportDialog::reject()
{
    if (m_computation.isBusy()) {
        m_computation.cancel();
        setWriting(false);
        return;
    }
    QDialog::reject();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_heading->setText(tr("Export the run"));
    m_subject->setSegmentText(dataId, tr("Data"));
    m_subject->setSegmentText(pictureId, tr("Picture"));
    m_subject->setAccessibleName(tr("What is exported"));
    m_picture->retranslate();
    m_formatLabel->setText(tr("Format"));
    m_format->setAccessibleName(m_formatLabel->text());
    m_bom->setText(tr("Begin with a byte order mark, for spreadsheets"));
    nameFile();
    m_browse->setText(tr("Browse…"));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(tr("Export"));
    // Room for the longest hint, so that nothing jumps when another format is chosen.
    int tallest = 0;
    for (const report::ExportFormatInfo &info : report::exportFormats) {
        m_formatHint->setText(hint(info.format));
        tallest = std::max(tallest, m_formatHint->heightForWidth(m_host.theme().px(dialogWidth) - 2 * dialogMargin));
    }
    m_formatHint->setMinimumHeight(tallest);
    showFormat();
    showSubject();
}

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export"), QFileInfo(m_path->text()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, false);
    dialog->setDefaultSuffix(suffix());
    const QString title = wantsPicture() ? suffix().toUpper() : titleOf(format());
    dialog->setNameFilters({QStringLiteral("%1 (*.%2)").arg(title, suffix()), tr("All files (*)")});
    dialog->selectFile(QFileInfo(m_path->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setPath);
    dialog->open();
}

void ExportDialog::showFormat()
{
    m_bom->setVisible(format() == ExportFormat::Csv);
    m_formatHint->setText(hint(format()));
    adaptSuffix();
}

/// Whoever typed the name, or exports once more, hears before it that a file goes.
void ExportDialog::nameFile()
{
    m_fileLabel->setText(QFileInfo(m_path->text().trimmed()).isFile() ? tr("File: there already, it will be replaced")
                                                                      : tr("File"));
    m_path->setAccessibleName(m_fileLabel->text());
}

/// A name that ends like one of the formats follows the format; any other end is somebody's own.
void ExportDialog::adaptSuffix()
{
    const QFileInfo present(m_path->text());
    if (isSuffixOfAFormat(present.suffix()))
        m_path->setText(present.path() + QLatin1Char('/') + present.completeBaseName() + QLatin1Char('.') + suffix());
}

QString ExportDialog::hint(ExportFormat format)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return tr("Everything, to be opened here again or to be read by other programs.");
    case ExportFormat::Csv:
        return tr("A table of the events, one line each; for spreadsheets and scripts.");
    case ExportFormat::ChromeTrace:
        return tr("Requests, service and messages on one time axis; for Perfetto (ui.perfetto.dev).");
    case ExportFormat::Mermaid:
        return tr("A sequence diagram as text, for pages that draw Mermaid. A long run is cut, and says where.");
    case ExportFormat::Svg:
        return tr("The lanes as a picture, for slides and documents.");
    }
    return {};
}

void ExportDialog::finished(const ExportResult &result, const QString &path)
{
    setWriting(false);
    if (result.cancelled)
        return;
    if (result.problem) {
        m_error->setText(text::problemLine(*result.problem));
        m_error->show();
        return;
    }
    Q_EMIT exported(path);
    accept();
}

void ExportDialog::setWriting(bool writing)
{
    m_progress->setVisible(writing);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_subject), m_data, static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_path),
          static_cast<QWidget *>(m_browse), static_cast<QWidget *>(m_export)})
        widget->setEnabled(!writing);
}

ExportFormat ExportDialog::format() const
{
    return report::exportFormatOf(m_format->current().toStdString()).value_or(ExportFormat::JsonLines);
}

} // namespace sessionarium::ui::exporting
