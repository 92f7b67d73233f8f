// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/branchtext.h"

#include "ui/text/recordtext.h"
#include "ui/text/rundifference.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

namespace sessionarium::ui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

} // namespace

QString branchName(const scenario::Scenario &scenario, const scenario::Branch &branch, Language language)
{
    const QString name = pick(branch.name, language);
    if (branch.parent.empty())
        return name.isEmpty() ? Tr::tr("Main", "the first branch") : name;
    // The reader calls a branch without a name by its id, which tells nobody anything.
    if (!name.isEmpty() && name != QString::fromStdString(branch.id))
        return name;
    return branch.actions.empty() ? QString::fromStdString(branch.id)
                                  : actionLine(scenario, branch.actions.front(), language);
}

QString branchStart(const scenario::Branch &branch)
{
    if (branch.parent.empty())
        return {};
    //: A branch leaves the old course at the moment %1: "from 05.50 s".
    return Tr::tr("from %1").arg(momentText(branch.from));
}

QString branchTitle(const scenario::Scenario &scenario, const scenario::Branch &branch, Language language)
{
    const QString start = branchStart(branch);
    const QString name = branchName(scenario, branch, language);
    return start.isEmpty() ? name : name + QStringLiteral(" · ") + start;
}

QString differenceHeading(model::SimTime at)
{
    //: Two branches of a run: %1 is a moment such as "05.50 s".
    return Tr::tr("From %1 on they differ.").arg(momentText(at));
}

QString differenceSide(const Names &names, model::RecordId record, const verdict::Verdict *verdict,
                       model::RecordId unanswered)
{
    //: In one of two branches, of what happens in the other.
    const QString what = record.isSome() ? recordSentence(names, record) : Tr::tr("Does not happen here.");
    QString answer;
    if (verdict) {
        answer =
            momentText(names.timeline()[verdict->finished].at) + QLatin1Char(' ') + verdictSentence(names, *verdict);
    } else if (unanswered.isSome()) {
        const timeline::Record &sent = names.timeline()[unanswered];
        const auto *issued = std::get_if<model::RequestIssued>(&sent.fact);
        const QString operation = operationName(issued ? issued->operation : model::Operation::Read);
        //: %1 a user, %2 what was asked for (log-in, read …): a request that has no answer yet.
        answer = Tr::tr("%1, %2: not answered").arg(names.entity(sent.entity), operation);
    }
    if (answer.isEmpty())
        return what;
    // What does not happen brings nothing about.
    return what + (record.isSome() ? QStringLiteral(" → ") : QStringLiteral(" · ")) + answer;
}

} // namespace sessionarium::ui::text
