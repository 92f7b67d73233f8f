// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/branches/comparison.h"

#include "ui/text/branchtext.h"
#include "ui/text/timetext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>

namespace sessionarium::ui::branches {

using theme::FontRole;
using widgets::Button;
using widgets::Ink;

namespace {

QString sideText(const document::BranchDifference::Side &side, text::Language language)
{
    // Labels of sessions never change, so the state at the end knows those of every moment.
    const timeline::WorldState sessions = side.run->keyframes->stateAfter(side.run->timeline().size());
    return text::differenceSide(text::Names(side.run->timeline(), &sessions, language), side.record, side.verdict,
                                side.unanswered);
}

} // namespace

Comparison::Comparison(theme::ThemeHost &host, document::Document &document, const document::RunTexts &texts,
                       QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_texts(texts),
      m_heading(new widgets::TextLabel(host, FontRole::Detail, Ink::Text, this)),
      m_close(new widgets::IconButton(host, widgets::Icon::Close, {}, widgets::IconButton::Kind::Plain, this)),
      m_names {new Button(host, Button::Kind::Link, {}, this), new Button(host, Button::Kind::Link, {}, this)},
      m_sides {new widgets::ElidingLabel(host, FontRole::Detail, Ink::Text, this),
               new widgets::ElidingLabel(host, FontRole::Detail, Ink::Text, this)}
{
    setObjectName(QStringLiteral("comparison"));
    m_heading->setObjectName(QStringLiteral("comparisonHeading"));
    m_heading->setBold(true);
    m_close->setObjectName(QStringLiteral("closeComparison"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_heading, 0, 0, 1, 2);
    layout->addWidget(m_close, 0, 2);
    layout->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        const int row = static_cast<int>(i) + 1;
        m_names[i]->setObjectName(QStringLiteral("comparedBranch%1").arg(row));
        m_sides[i]->setObjectName(QStringLiteral("comparedSide%1").arg(row));
        layout->addWidget(m_names[i], row, 0, Qt::AlignLeft);
        layout->addWidget(m_sides[i], row, 1, 1, 2);
        connect(m_names[i], &Button::clicked, this, [this, i] {
            if (m_at)
                Q_EMIT jumpRequested(QString::fromStdString(m_branches[i]), *m_at);
        });
    }
    connect(m_close, &QAbstractButton::clicked, this, &Comparison::close);
    connect(&m_document, &document::Document::changed, this, &Comparison::refresh);
    connect(&m_document.branchRuns(), &document::BranchRuns::computed, this, &Comparison::refresh);
    hide();
}

void Comparison::compare(const std::string &one, const std::string &other)
{
    m_branches = {one, other};
    refresh();
}

void Comparison::close()
{
    if (!isOpen())
        return;
    m_branches = {};
    Q_EMIT closed();
}

void Comparison::refresh()
{
    if (!isOpen())
        return;
    const auto scenario = m_document.scenario();
    for (const std::string &branch : m_branches) {
        if (!scenario || !scenario::findBranch(*scenario, branch)) {
            close();
            return;
        }
    }
    for (const std::string &branch : m_branches)
        m_document.branchRuns().compute(branch);
    say();
}

void Comparison::say()
{
    const auto &scenario = *m_document.scenario();
    m_close->setName(tr("Close"));
    m_at.reset();
    std::array<QString, 2> sides;
    if (!m_document.branchRuns().find(m_branches[0]) || !m_document.branchRuns().find(m_branches[1])) {
        m_heading->setText(tr("Computing…"));
    } else if (const auto difference = m_document.firstDifference(m_branches[0], m_branches[1])) {
        m_at = difference->at;
        m_heading->setText(text::differenceHeading(difference->at));
        sides = {sideText(difference->one, m_texts.language()), sideText(difference->other, m_texts.language())};
    } else if (m_document.view().revealedUntil < m_document.played()->end()) {
        m_heading->setText(tr("No difference up to the question that waits."));
    } else {
        m_heading->setText(tr("They do not differ."));
    }
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        const scenario::Branch &branch = *scenario::findBranch(scenario, m_branches[i]);
        const QString name = text::branchName(scenario, branch, m_texts.language());
        m_names[i]->setText(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        //: Leads to the moment %2 of the branch %1.
        const QString jump = m_at ? tr("%1: to %2").arg(name, text::momentText(*m_at)) : QString();
        m_names[i]->setToolTip(widgets::plainWords(jump));
        m_names[i]->setAccessibleName(jump.isEmpty() ? name : jump);
        m_names[i]->setEnabled(m_at.has_value());
        m_sides[i]->setText(sides[i]);
    }
}

QString Comparison::text() const
{
    QStringList lines {m_heading->text()};
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        lines << m_names[i]->text() + QStringLiteral(": ") + m_sides[i]->text();
    return lines.join(QLatin1Char('\n'));
}

void Comparison::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace sessionarium::ui::branches
