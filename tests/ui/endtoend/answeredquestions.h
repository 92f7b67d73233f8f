// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QFileDialog;

namespace sessionarium::tests {

/// Answers what Qt's own dialogs ask as soon as they appear, in place of a person: for a file with a path of the
/// test's, for anything else (a printer, a colour) with "no". None of them waits for keys that are pressed at random.
class AnsweredQuestions : public QObject
{
    Q_OBJECT

public:
    using ChooseFile = std::function<QString(const QFileDialog &)>;

    /// `chooseFile`: an empty path means "cancel".
    explicit AnsweredQuestions(ChooseFile chooseFile);
    ~AnsweredQuestions() override;

    [[nodiscard]] int count() const { return m_count; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ChooseFile m_chooseFile;
    int m_count = 0;
};

} // namespace sessionarium::tests
