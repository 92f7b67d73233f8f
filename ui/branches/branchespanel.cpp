// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/branchespanel.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace sessionarium::ui::branches {

using document::Document;

namespace {
constexpr int edge = 8;
constexpr int line = 1; // the border of the card
} // namespace

BranchesPanel::BranchesPanel(theme::ThemeHost &host, Document &document, playback::PlaybackController &playback,
                             const document::RunTexts &texts, QWidget *parent)
    : Card(host, parent),
      m_document(document),
      m_playback(playback),
      m_model(new BranchesModel(document, playback, texts, this)),
      m_list(new BranchesList(host, *m_model, this)),
      m_comparison(new Comparison(host, document, texts, this)),
      m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("branches"));
    m_menu->setObjectName(QStringLiteral("branchActions"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(line, edge, line, edge);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_comparison);
    layout->addStretch(1);

    connect(&m_document, &Document::changed, this, &BranchesPanel::refresh);
    connect(&m_document.branchRuns(), &document::BranchRuns::computed, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(&m_playback, &playback::PlaybackController::moved, this, [this] {
        if (m_list->isVisible())
            m_list->viewport()->update();
    });
    connect(m_list, &BranchesList::playRequested, this, [this](const QString &branch) { play(branch.toStdString()); });
    connect(m_list, &BranchesList::removeRequested, this,
            [this](const QString &branch) { remove(branch.toStdString()); });
    connect(m_list, &BranchesList::menuRequested, this,
            [this](const QString &branch, const QPoint &position) { showMenu(branch.toStdString(), position); });
    connect(m_list, &BranchesList::renamed, this, [this] {
        m_renames = false;
        place();
    });
    connect(m_comparison, &Comparison::closed, this, &BranchesPanel::place);
    connect(m_comparison, &Comparison::jumpRequested, this,
            [this](const QString &branch, model::SimTime at) { jump(branch.toStdString(), at); });
    connect(&host, &theme::ThemeHost::changed, this, &BranchesPanel::place);
    refresh();
}

void BranchesPanel::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    place();
}

void BranchesPanel::setAxis(int left, int width)
{
    m_list->setAxis({left - line, width});
}

int BranchesPanel::wantedHeight() const
{
    const int rows = showsLanes() ? m_list->heightFor(std::min(m_model->rowCount(), mostRows)) : 0;
    const int below = m_comparison->isOpen() ? m_comparison->sizeHint().height() : 0;
    return rows + below == 0 ? 0 : rows + below + 2 * edge;
}

int BranchesPanel::heightOfLanes() const
{
    return hasChoice() ? m_list->heightFor(std::min(m_model->rowCount(), mostRows)) + 2 * edge : 0;
}

std::string BranchesPanel::currentBranch() const
{
    const std::string current = m_list->hasFocus() ? m_list->currentBranch() : std::string();
    if (!current.empty())
        return current;
    const auto played = m_document.played();
    return played ? played->branch : std::string();
}

void BranchesPanel::step(int direction)
{
    const int count = m_model->rowCount();
    if (count > 1)
        play(m_model->rows()[static_cast<std::size_t>((m_model->playedRow() + direction + count) % count)].id);
}

void BranchesPanel::rename(const std::string &branch)
{
    m_renames = true;
    place();
    layout()->activate(); // the field stands on a lane that may have come just now
    m_list->rename(branch);
    if (!m_list->isRenaming()) {
        m_renames = false;
        place();
    }
}

void BranchesPanel::remove(const std::string &branch)
{
    const int row = m_model->rowOf(branch);
    if (row < 0 || !m_document.canRemoveBranch(branch))
        return;
    const QString name = m_model->rows()[static_cast<std::size_t>(row)].name;
    m_playback.pause();
    m_document.removeBranch(branch);
    Q_EMIT removed(name);
}

void BranchesPanel::compare(const std::string &one, const std::string &other)
{
    m_comparison->compare(one, other);
    place();
}

void BranchesPanel::compareWithAnother(const std::string &branch, const QPoint &globalPosition)
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>());
    fillCompareMenu(*m_menu, branch);
    if (m_menu->actions().size() == 1)
        m_menu->actions().constFirst()->trigger();
    else if (!m_menu->isEmpty())
        m_menu->popup(globalPosition);
}

bool BranchesPanel::escape()
{
    if (!m_comparison->isOpen())
        return false;
    m_comparison->close();
    return true;
}

void BranchesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

void BranchesPanel::refresh()
{
    m_list->setAccessibleName(tr("Branches"));
    m_model->refresh();
    if (m_list->hasFocus() && !m_list->currentIndex().isValid()) // the branch on which the keyboard was is gone
        m_list->setCurrentIndex(m_model->index(m_model->playedRow()));
    if (hasChoice())
        m_document.branchRuns().computeAll();
    place();
    if (m_jump && m_document.played() && m_document.played()->branch == m_jump->first) {
        const model::SimTime at = std::exchange(m_jump, std::nullopt)->second;
        m_playback.seek(at);
    }
}

void BranchesPanel::place()
{
    m_list->setVisible(showsLanes());
    m_list->setFixedHeight(m_list->heightFor(std::min(m_model->rowCount(), mostRows)));
    m_comparison->setVisible(m_comparison->isOpen());
    Q_EMIT wantedHeightChanged();
}

bool BranchesPanel::showsLanes() const
{
    return (hasChoice() && !m_folded) || m_renames;
}

void BranchesPanel::play(const std::string &branch)
{
    m_jump.reset();
    if (m_document.canAct() && m_document.played()->branch != branch)
        m_document.switchBranch(branch);
}

void BranchesPanel::jump(const std::string &branch, model::SimTime at)
{
    play(branch);
    const auto played = m_document.played();
    if (played && played->branch == branch)
        m_playback.seek(at);
    else
        m_jump = {branch, at};
}

void BranchesPanel::showMenu(const std::string &branch, const QPoint &globalPosition)
{
    const int row = m_model->rowOf(branch);
    if (row < 0 || !m_document.canAct())
        return;
    const BranchesModel::Row &chosen = m_model->rows()[static_cast<std::size_t>(row)];
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>()); // which it does not do to those below it
    QAction *show = m_menu->addAction(tr("Play this branch"), this, [this, branch] { play(branch); });
    show->setEnabled(!chosen.isPlayed);
    m_menu->addAction(tr("Rename…"), this, [this, branch] { rename(branch); });
    QAction *gone = m_menu->addAction(tr("Delete"), this, [this, branch] { remove(branch); });
    gone->setEnabled(chosen.canRemove);
    QMenu *others = m_menu->addMenu(tr("Compare with"));
    fillCompareMenu(*others, branch);
    others->setEnabled(!others->isEmpty());
    m_menu->popup(globalPosition);
}

void BranchesPanel::fillCompareMenu(QMenu &menu, const std::string &branch)
{
    for (const BranchesModel::Row &row : m_model->rows()) {
        if (row.id == branch)
            continue;
        QAction *action = menu.addAction(QString(row.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setObjectName(QStringLiteral("compare-") + QString::fromStdString(row.id));
        connect(action, &QAction::triggered, this, [this, branch, other = row.id] { compare(branch, other); });
    }
}

} // namespace sessionarium::ui::branches
