// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonwords.h"

#include "ui/text/rundifference.h"
#include "ui/text/verdicttext.h"

#include <algorithm>

namespace sessionarium::ui::lesson {

namespace {

/// The option that holds; none unless it is exactly one.
std::optional<std::size_t> answerOf(const document::PlayedRun &run, std::size_t step)
{
    const auto found = run.answers.find(step);
    return found != run.answers.end() && found->second.size() == 1 ? std::optional(found->second.front())
                                                                   : std::nullopt;
}

std::size_t unansweredIn(const document::PlayedRun &run, std::size_t step)
{
    const auto found = run.unanswered.find(step);
    return found == run.unanswered.end() ? 0 : found->second;
}

} // namespace

QString LessonWords::title() const
{
    const std::size_t step = m_playback.step();
    const auto own = m_document.lessonRunOfStep(step);
    return text::lessonText(own->scenario->lesson->steps[step].title, momentOf(step, *own));
}

QString LessonWords::text() const
{
    return text(m_playback.step());
}

QString LessonWords::text(std::size_t step) const
{
    const auto own = m_document.lessonRunOfStep(step);
    return text::lessonText(own->scenario->lesson->steps[step].text, momentOf(step, *own));
}

QString LessonWords::realWorld() const
{
    const std::size_t step = m_playback.step();
    const auto own = m_document.lessonRunOfStep(step);
    return text::lessonText(own->scenario->lesson->realWorld, momentOf(step, *own));
}

QString LessonWords::tryLabel(std::size_t item) const
{
    // With fewer servers there may be less to try.
    const std::vector<scenario::TryItem> &tries = m_document.lesson()->tries;
    return item < tries.size() ? text::lessonText(tries[item].label, momentOf(m_playback.step(), *m_document.played()))
                               : QString();
}

std::optional<std::size_t> LessonWords::askedStep() const
{
    std::optional<std::size_t> asked;
    for (std::size_t i = 0; i <= m_playback.step(); ++i) {
        if (m_document.lesson()->steps[i].prediction)
            asked = i;
    }
    return asked;
}

PredictionContent LessonWords::prediction(std::size_t step) const
{
    const scenario::Prediction &prediction = *m_document.lesson()->steps[step].prediction;
    const document::LessonProgress &progress = m_document.progress();
    // A question belongs to the run of its own step, also where later steps play another; and a guess to the run for
    // which it was made, whatever is played since.
    const auto run = m_document.askedRunOfStep(step);
    const text::LessonMoment moment = momentOf(step, *run);
    PredictionContent content;
    content.question = text::lessonText(prediction.question, moment);
    content.guess = progress.guess(step);
    const bool over = step < m_playback.step() || m_playback.isAtEndOfStep();
    content.phase = progress.isShut(step) ? PredictionContent::Phase::Asking
        : over                            ? PredictionContent::Phase::Told
                                          : PredictionContent::Phase::Running;
    for (const scenario::PredictionOption &option : prediction.options)
        content.options.push_back(
            {text::lessonText(option.text, moment), text::lessonText(option.debrief, moment), QString()});
    if (content.phase != PredictionContent::Phase::Told)
        return content;
    // Where more is still unanswered than the lesson means to leave so, nobody can say yet how a guess fared.
    if (unansweredIn(*run, step) > unansweredIn(*m_document.lessonRunOfStep(step), step))
        content.phase = PredictionContent::Phase::Undecided;
    else
        content.right = answerOf(*run, step);
    if (!content.right)
        content.whatHappened = whatHappened(*run, step);
    const auto now = m_document.runOfStep(step);
    if (now == run)
        return content;
    const QString happenedNow = whatHappened(*now, step);
    if (answerOf(*now, step) != answerOf(*run, step) || happenedNow != whatHappened(*run, step)) {
        const QString asked = differenceOf(*run, step);
        content.askedRun = asked.isEmpty() ? tr("the lesson's own run") : asked;
        content.happenedNow = happenedNow;
    }
    return content;
}

text::LessonMoment LessonWords::momentOf(std::size_t step, const document::PlayedRun &run) const
{
    const model::SimTime now = std::min(m_playback.moment(), m_document.progress().end(step));
    text::LessonMoment moment;
    moment.timeline = &run.timeline();
    moment.keyframes = run.keyframes.get();
    moment.verdicts = &run.verdicts();
    moment.outcomes = &run.outcomes;
    moment.scenario = run.scenario.get();
    moment.records = run.timeline().countUpTo(now);
    moment.revealed = run.timeline().countUpTo(m_document.view().revealedUntil);
    moment.language = m_texts.language();
    return moment;
}

bool LessonWords::everythingRevealed() const
{
    const std::vector<scenario::Step> &steps = m_document.lesson()->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].prediction && m_playback.moment() < m_document.progress().end(i))
            return false;
    }
    return m_document.view().revealedUntil >= m_document.played()->end();
}

bool LessonWords::isOver() const
{
    return m_playback.isAtEndOfStep() && !m_playback.hasNextStep() && !m_playback.isAtGate();
}

QString LessonWords::differenceOf(const document::PlayedRun &run, std::size_t step) const
{
    const auto own = m_document.lessonRunOfStep(step);
    const text::ShownRun ownRun {*own->scenario, own->branch, own->policy};
    const text::ShownRun named {*run.scenario, run.branch, run.policy};
    return text::runDifference(ownRun, named, m_document.view().revealedUntil, m_texts.language());
}

QString LessonWords::difference() const
{
    return m_document.isChangedByHand() ? differenceOf(*m_document.played(), m_playback.step()) : QString();
}

QString LessonWords::whatHappened(const document::PlayedRun &run, std::size_t step) const
{
    const document::LessonProgress &progress = m_document.progress();
    const std::uint32_t end = run.timeline().countUpTo(progress.end(step));
    const auto before = run.outcomes.countWithin(run.timeline().countUpTo(progress.start(step)));
    auto outcomes = run.outcomes.countWithin(end);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        outcomes[i] -= before[i];
    const std::size_t unanswered = unansweredIn(run, step);
    const QString counts = text::countsLine(outcomes);
    //: %1 is a line of counts: "2 fine · 1 logged out"; then how many requests have no answer yet.
    return unanswered == 0 ? counts : tr("%1 · %n not answered yet", nullptr, static_cast<int>(unanswered)).arg(counts);
}

bool passGate(document::Document &document, playback::PlaybackController &playback, std::optional<std::size_t> option)
{
    if (!document.lesson() || !playback.isAtGate())
        return false;
    const std::size_t step = playback.step();
    if (option && *option >= document.lesson()->steps[step].prediction->options.size())
        return false;
    document.passGate(step, option);
    playback.play();
    return true;
}

} // namespace sessionarium::ui::lesson
