// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/theme/themehost.h"
#include "ui/welcome/lessonlist.h"

#include <QWidget>

#include <cstddef>
#include <vector>

class QGridLayout;

namespace sessionarium::ui::welcome {

class LessonCard;

/// The lessons in their order, as cards in as many columns as have room. Arrows walk them, Home and End lead to the
/// first and the last.
class LessonGrid : public QWidget
{
    Q_OBJECT

public:
    /// Host and translator must outlive this.
    LessonGrid(theme::ThemeHost &host, const text::Translator &translator, std::vector<LessonEntry> lessons,
               QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<LessonEntry> &lessons() const { return m_lessons; }
    [[nodiscard]] const std::vector<LessonCard *> &cards() const { return m_cards; }

Q_SIGNALS:
    void chosen(const QString &id);
    /// An arrow led to this card: who scrolls brings it into view.
    void walkedTo(QWidget *card);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();
    /// Where a key leads from a card; the same card: nowhere.
    [[nodiscard]] std::size_t target(std::size_t from, int key) const;

    const text::Translator &m_translator;
    std::vector<LessonEntry> m_lessons;
    std::vector<LessonCard *> m_cards;
    QGridLayout *m_grid;
    std::size_t m_columns = 0;
};

} // namespace sessionarium::ui::welcome
