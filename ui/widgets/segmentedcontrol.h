// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QWidget>

#include <vector>

namespace sessionarium::ui::widgets {

/// One of a few, side by side: presets, language, views. Left and right arrows move, Home/End go to the ends; the
/// selected one is framed or underlined, not only coloured.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    enum class Look {
        Framed, ///< A choice.
        Tabs ///< Which view is shown below.
    };

    explicit SegmentedControl(theme::ThemeHost &host, QWidget *parent = nullptr, Look look = Look::Framed);

    /// `id` is the caller's; ids are different. The first one added is selected.
    void addSegment(const QString &id, const QString &text, const QString &toolTip = {});
    void clear();
    /// Changes the words, not the selection (for a change of language).
    void setSegmentText(const QString &id, const QString &text, const QString &toolTip = {});
    /// An unknown id selects nothing (a custom policy). Emits nothing.
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const;
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_segments.size()); }
    /// Where a segment is, for tests and pop-ups. Empty if there is none of that id.
    [[nodiscard]] QRect segmentRect(const QString &id) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose another segment; it is selected already.
    void selected(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Segment
    {
        QString id;
        QString text;
        QString toolTip;
    };

    [[nodiscard]] int at(const QPoint &position) const;
    [[nodiscard]] QRect rectOf(int index) const;
    [[nodiscard]] int widthOf(const Segment &segment) const;
    void choose(int index);
    void describe();
    void paintFramed(QPainter &painter);
    void paintTabs(QPainter &painter);

    theme::ThemeHost &m_host;
    Look m_look;
    std::vector<Segment> m_segments;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace sessionarium::ui::widgets
