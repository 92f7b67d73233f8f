// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/predictioncontent.h"

#include <QCoreApplication>

namespace sessionarium::ui::lesson {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PredictionContent)
};

} // namespace

QString endLine(const PredictionContent &content)
{
    if (content.phase == PredictionContent::Phase::Undecided) {
        //: %1 is a line of counts: "2 fine · 1 logged out · 1 not answered yet".
        return Tr::tr("Not decided yet. So far: %1").arg(content.whatHappened);
    }
    if (content.phase != PredictionContent::Phase::Told || content.right)
        return {};
    //: %1 is a line of counts: "2 fine · 1 logged out".
    return Tr::tr("None of these this time. What happened: %1").arg(content.whatHappened);
}

QString runsLine(const PredictionContent &content)
{
    if (content.askedRun.isEmpty())
        return {};
    //: %1 tells a run: "the lesson's own run", "Sticky · Server 2: Crash".
    return Tr::tr("Asked about: %1").arg(content.askedRun)
        + QLatin1Char('\n')
        //: %1 is a line of counts: "2 fine · 1 logged out".
        + Tr::tr("In the run played now: %1").arg(content.happenedNow);
}

} // namespace sessionarium::ui::lesson
