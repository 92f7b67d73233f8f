// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/policyswitch.h"

#include "core/scenario/scenario.h"
#include "ui/text/names.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/window/sharingways.h"

#include <QActionGroup>
#include <QMenu>

namespace sessionarium::ui::window {

namespace {

constexpr int gap = 4;

QString id(const SharingWay &way)
{
    return QString::fromLatin1(way.preset);
}

/// The way that a variant belongs to: with a cookie pin added, it is still the way in which sessions are kept.
const SharingWay *wayOf(QString preset)
{
    const QString sticky = QStringLiteral("sticky+");
    if (preset.startsWith(sticky))
        preset.remove(0, sticky.size());
    const QString stem = preset.section(QLatin1Char('-'), 0, 0);
    for (const SharingWay &way : sharingWays) {
        if (id(way).section(QLatin1Char('-'), 0, 0) == stem)
            return &way;
    }
    return nullptr;
}

} // namespace

PolicySwitch::PolicySwitch(theme::ThemeHost &host, QWidget *parent)
    : QWidget(parent),
      m_ways(new widgets::SegmentedControl(host, this)),
      m_more(new widgets::IconButton(host, widgets::Icon::ChevronDown, {}, widgets::IconButton::Kind::Framed, this)),
      m_menu(new QMenu(this))
{
    m_ways->setObjectName(QStringLiteral("policy"));
    m_more->setObjectName(QStringLiteral("policyVariants"));
    m_menu->setObjectName(QStringLiteral("policyMenu"));
    // A click does not take the arrows away from the playhead; the Tab key still leads here.
    m_ways->setFocusPolicy(Qt::TabFocus);
    m_more->setFocusPolicy(Qt::TabFocus);
    for (const SharingWay &way : sharingWays)
        m_ways->addSegment(id(way), QString());
    connect(m_ways, &widgets::SegmentedControl::selected, this, &PolicySwitch::presetRequested);
    connect(m_more, &QAbstractButton::clicked, this, &PolicySwitch::showMenu);
    connect(&host, &theme::ThemeHost::changed, this, &QWidget::updateGeometry);
    retranslate();
}

void PolicySwitch::setPreset(const QString &preset)
{
    m_preset = preset;
    const SharingWay *way = wayOf(preset);
    nameSegments();
    m_ways->setCurrent(way ? id(*way) : QString());
    updateGeometry();
}

void PolicySwitch::retranslate()
{
    m_ways->setAccessibleName(tr("How sessions are shared"));
    m_more->setName(tr("Variants"));
    setPreset(m_preset);
}

QSize PolicySwitch::sizeHint() const
{
    const QSize all = m_ways->sizeHint();
    return {all.width() + gap + m_more->sizeHint().width(), std::max(all.height(), m_more->sizeHint().height())};
}

void PolicySwitch::resizeEvent(QResizeEvent * /*event*/)
{
    const QSize size = m_ways->sizeHint();
    m_ways->setGeometry(0, (height() - size.height()) / 2, size.width(), size.height());
    const QSize more = m_more->sizeHint();
    m_more->setGeometry(size.width() + gap, (height() - more.height()) / 2, more.width(), more.height());
}

void PolicySwitch::nameSegments()
{
    const SharingWay *current = wayOf(m_preset);
    for (const SharingWay &way : sharingWays) {
        const bool isVariant = &way == current && id(way) != m_preset;
        m_ways->setSegmentText(id(way), isVariant ? text::presetName(m_preset.toStdString()) : tr(way.segment),
                               text::presetName(way.preset));
    }
    resizeEvent(nullptr);
}

void PolicySwitch::fillMenu()
{
    m_menu->clear();
    delete m_menu->findChild<QActionGroup *>();
    auto *group = new QActionGroup(m_menu);
    const SharingWay *last = nullptr;
    bool wasSticky = false;
    for (const std::string &preset : scenario::presets()) {
        const QString name = QString::fromStdString(preset);
        const bool isSticky = name.startsWith(QLatin1String("sticky+"));
        const SharingWay *way = wayOf(name);
        if (last && (way != last || isSticky != wasSticky))
            m_menu->addSeparator();
        last = way;
        wasSticky = isSticky;
        QAction *action = m_menu->addAction(text::presetName(preset));
        action->setObjectName(QStringLiteral("preset-") + name);
        action->setCheckable(true);
        action->setChecked(name == m_preset);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] {
            if (name != m_preset)
                Q_EMIT presetRequested(name);
        });
    }
}

void PolicySwitch::showMenu()
{
    fillMenu();
    m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - m_menu->sizeHint().width(), m_more->height() + gap)));
}

} // namespace sessionarium::ui::window
