// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/sidesdialog.h"

#include "ui/text/actiontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace sessionarium::ui::inspector {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;
using widgets::TextLabel;

namespace {

constexpr QLatin1String one("a");
constexpr QLatin1String neither("none");
constexpr QLatin1String other("b");

/// Those between whom messages go, users aside: they meet the balancer only.
std::vector<model::EntityId> machines(const timeline::WorldState &state)
{
    std::vector<model::EntityId> found;
    for (const timeline::BalancerState &balancer : state.balancers)
        found.push_back(balancer.entity);
    for (const timeline::ServerState &server : state.servers) {
        if (!server.isRemoved)
            found.push_back(server.entity);
    }
    for (const timeline::StoreState &store : state.stores)
        found.push_back(store.entity);
    if (state.balancers.empty()) {
        for (const timeline::ClientState &client : state.clients)
            found.push_back(client.entity);
    }
    return found;
}

} // namespace

SidesDialog::SidesDialog(theme::ThemeHost &host, const text::Names &names, const timeline::WorldState &state,
                         std::function<void(const model::Action &)> chosen, QWidget *parent)
    : QDialog(parent),
      m_hint(new TextLabel(host, FontRole::Small, Ink::Soft, this)),
      m_cut(new Button(host, Button::Kind::Primary, text::actionName(model::ActionKind::Partition), this))
{
    setObjectName(QStringLiteral("sidesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Cut into two sides"));
    auto *heading = new TextLabel(host, FontRole::Heading, Ink::Text, this);
    heading->setText(windowTitle());
    auto *intro = new TextLabel(host, FontRole::Detail, Ink::Soft, this);
    intro->setWordWrap(true);
    intro->setText(tr("No message gets from one side to the other until you reconnect them. Who is on no side still "
                      "reaches both."));
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setVerticalSpacing(8);
    grid->setHorizontalSpacing(24);
    grid->setColumnStretch(0, 1);
    for (const model::EntityId entity : machines(state)) {
        auto *name = new TextLabel(host, FontRole::Body, Ink::Text, rows);
        name->setText(names.entity(entity));
        auto *side = new widgets::SegmentedControl(host, rows);
        side->setObjectName(QStringLiteral("side-") + QString::fromStdString(names.timeline().entity(entity).id));
        side->setAccessibleName(names.entity(entity));
        side->addSegment(one, tr("Side A"));
        side->addSegment(neither, tr("Neither"));
        side->addSegment(other, tr("Side B"));
        side->setCurrent(neither);
        connect(side, &widgets::SegmentedControl::selected, this, &SidesDialog::refresh);
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0);
        grid->addWidget(side, row, 1);
        m_members.push_back({names.timeline().entity(entity).id, side});
    }
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(std::min(rows->sizeHint().height(), 400));
    scroll->setMinimumWidth(rows->sizeHint().width() + 24);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_cut->setObjectName(QStringLiteral("cutSides"));
    auto *cancel = new Button(host, Button::Kind::Secondary, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelSides"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_cut);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(intro);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_cut, &Button::clicked, this, [this, chosen = std::move(chosen)] {
        model::Action action;
        action.verb = model::ActionKind::Partition;
        for (const Member &member : m_members) {
            if (member.side->current() == one)
                action.group.push_back(member.id);
            else if (member.side->current() == other)
                action.others.push_back(member.id);
        }
        accept();
        chosen(action);
    });
    if (!m_members.empty())
        m_members.front().side->setFocus();
    refresh();
}

void SidesDialog::refresh()
{
    bool has[2] = {false, false};
    for (const Member &member : m_members) {
        has[0] = has[0] || member.side->current() == one;
        has[1] = has[1] || member.side->current() == other;
    }
    const bool ready = has[0] && has[1];
    m_cut->setEnabled(ready);
    m_hint->setText(ready ? QString() : tr("Put somebody on each side."));
    m_cut->setToolTip(m_hint->text());
}

} // namespace sessionarium::ui::inspector
