// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/themehost.h"

#include <QAbstractButton>

namespace sessionarium::ui::stage {

/// A small pill in the corner of the stage: pressed or to be pressed. Space presses it.
class StagePill : public QAbstractButton
{
    Q_OBJECT

public:
    StagePill(theme::ThemeHost &host, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::ThemeHost &m_host;
};

/// What the stage itself is set by: what is on it, whose view it shows, and back from a zoom.
class StageTools : public QWidget
{
    Q_OBJECT

public:
    StageTools(theme::ThemeHost &host, QWidget *parent);

    /// 1: nothing to go back from.
    void setZoom(double factor);
    void setBelief(bool belief) { m_belief->setChecked(belief); }
    /// Whether one can choose whose view it shows; at first one can.
    void setBeliefOffered(bool offered);
    /// Whether something can be added and changed here.
    void setActing(bool acting);
    void retranslate();

Q_SIGNALS:
    void beliefToggled(bool on);
    void fitRequested();
    /// What can be done to the whole place.
    void addRequested();
    /// It needs another size.
    void resized();

private:
    StagePill *m_add;
    StagePill *m_fit;
    StagePill *m_belief;
    double m_zoom = 1;
};

} // namespace sessionarium::ui::stage
