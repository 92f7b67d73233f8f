// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/document/playedrun.h"
#include "ui/export/picture.h"
#include "ui/export/runexport.h"
#include "ui/text/language.h"
#include "ui/theme/themehost.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLineEdit;
class QProgressBar;

namespace sessionarium::ui::widgets {
class Button;
class SegmentedControl;
class TextLabel;
}

namespace sessionarium::ui::exporting {

class PictureOptions;

/// Asks for format and file, and writes the branch that is played, or a picture of it as it stands at the playhead; a
/// picture may be copied, too. Long writing can be cancelled; an error stands in the dialog, which stays. While a gate
/// is shut there are pictures of what has been seen, and no data.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Host and translator must outlive this. Deletes itself when closed.
    ExportDialog(theme::ThemeHost &host, const text::Translator &translator, PictureSource source,
                 QWidget *parent = nullptr);

    void setPath(const QString &path);
    void wait() { m_computation.wait(); }

public Q_SLOTS:
    void startExport();
    void reject() override;

Q_SIGNALS:
    void exported(const QString &path);
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chooseFile();
    void showFormat();
    void showSubject();
    void exportPicture();
    void copyPicture();
    void adaptSuffix();
    void nameFile();
    [[nodiscard]] bool wantsPicture() const;
    [[nodiscard]] bool isGated() const; ///< Part of the run is not to be seen yet.
    [[nodiscard]] QString suffix() const;
    void finished(const ExportResult &result, const QString &path);
    void setWriting(bool writing);
    [[nodiscard]] report::ExportFormat format() const;
    [[nodiscard]] static QString hint(report::ExportFormat format); ///< What it is good for.

    theme::ThemeHost &m_host;
    const text::Translator &m_translator;
    PictureSource m_source;
    std::shared_ptr<const document::PlayedRun> m_played; // of the source
    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_subject;
    QWidget *m_data; // what is asked for data
    PictureOptions *m_picture; // … and for pictures
    widgets::TextLabel *m_range;
    widgets::TextLabel *m_formatLabel;
    widgets::SegmentedControl *m_format;
    widgets::TextLabel *m_formatHint;
    QCheckBox *m_bom;
    widgets::TextLabel *m_fileLabel;
    QLineEdit *m_path;
    widgets::Button *m_browse;
    widgets::TextLabel *m_error;
    QProgressBar *m_progress;
    widgets::Button *m_cancel;
    widgets::Button *m_export;
    document::Computation m_computation; // last: waits for the writing before the rest goes
};

} // namespace sessionarium::ui::exporting
