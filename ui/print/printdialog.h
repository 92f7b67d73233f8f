// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/printpages.h"
#include "ui/theme/themehost.h"

#include <QDialog>

#include <functional>
#include <memory>

class QPageLayout;
class QPrinter;

namespace sessionarium::ui::widgets {
class Button;
class SegmentedControl;
class TextLabel;
}

namespace sessionarium::ui::printing {

class PrintPreview;

/// Shows the pages as they will come out, asks for the way the paper lies, and hands them to a printer by the system's
/// dialog, or writes them as PDF. Without a printer it says so, and there is still the PDF. An error stands in the
/// dialog, which stays.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// Whether there is a printer; handed in, so that tests need none.
    using HasPrinter = std::function<bool()>;
    [[nodiscard]] static bool systemHasPrinter();

    /// The host must outlive this. Deletes itself when closed.
    PrintDialog(theme::ThemeHost &host, PrintJob job, const HasPrinter &hasPrinter, QWidget *parent = nullptr);
    ~PrintDialog() override;

    /// Writes the pages into the file at once, whole or not at all; whether that went well.
    bool writePdf(const QString &path);

Q_SIGNALS:
    void printed();
    void saved(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool writePdf(QIODevice &file) const;
    void retranslate();
    void refresh();
    void print();
    void choosePdf();
    void complain(const QString &text);
    /// The paper as chosen here: the printer's own size, lying as asked for.
    [[nodiscard]] QPageLayout paper() const;

    PrintJob m_job;
    bool m_hasPrinter;
    std::unique_ptr<QPrinter> m_printer;
    widgets::TextLabel *m_heading;
    widgets::TextLabel *m_contentLabel;
    widgets::SegmentedControl *m_content;
    widgets::TextLabel *m_orientationLabel;
    widgets::SegmentedControl *m_orientation;
    widgets::TextLabel *m_hint;
    widgets::TextLabel *m_error;
    PrintPreview *m_preview;
    widgets::Button *m_cancel;
    widgets::Button *m_pdf;
    widgets::Button *m_print;
};

} // namespace sessionarium::ui::printing
