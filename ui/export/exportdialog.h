// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/computation.h"
#include "ui/document/playedrun.h"
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

/// Asks for format and file, and writes the branch that is played. Long writing can be cancelled; an error stands in
/// the dialog, which stays.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Host and translator must outlive this. Deletes itself when closed.
    ExportDialog(theme::ThemeHost &host, const text::Translator &translator,
                 std::shared_ptr<const document::PlayedRun> played, QWidget *parent = nullptr);

    void setPath(const QString &path);
    void wait() { m_computation.wait(); }

public Q_SLOTS:
    void startExport();
    void reject() override;

Q_SIGNALS:
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chooseFile();
    void showFormat();
    void finished(const ExportResult &result, const QString &path);
    void setWriting(bool writing);
    [[nodiscard]] report::ExportFormat format() const;
    [[nodiscard]] static QString hint(report::ExportFormat format); ///< What it is good for.

    theme::ThemeHost &m_host;
    const text::Translator &m_translator;
    std::shared_ptr<const document::PlayedRun> m_played;
    widgets::TextLabel *m_heading;
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
