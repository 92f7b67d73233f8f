// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/report/jsonl.h"
#include "core/scenario/branchtree.h"
#include "core/scenario/reader.h"
#include "ui/files/wholefile.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace sessionarium::ui::document {

namespace {

/// What would be saved, but for the choice of a branch; empty of a foreign timeline.
std::string textOf(const OpenRun &open)
{
    if (!open.scenario)
        return {};
    scenario::Scenario scenario = *open.scenario;
    scenario.played.branch.clear();
    return scenario::writeScenario(scenario);
}

std::string nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

Document::Document(QObject *parent)
    : QObject(parent), m_workplace(std::make_shared<Workplace>()), m_history([this](const Spot &spot) { go(spot); })
{
    connect(&m_computation, &Computation::busyChanged, this, [this](bool busy) {
        m_opens = m_opens && busy;
        Q_EMIT busyChanged(busy);
    });
    connect(&m_computation, &Computation::progressed, this, &Document::progressed);
}

Document::~Document() = default;

void Document::openFile(const QString &path)
{
    open(Source {Source::Kind::File, path, {}, FileStamp::of(path)}); // before it is read
}

void Document::openLesson(const QString &id, std::string_view json)
{
    open(Source {Source::Kind::Lesson, id, json});
}

void Document::openUnsaved(const Unsaved &unsaved)
{
    Source source {Source::Kind::Empty, {}, {}};
    if (!unsaved.path.isEmpty())
        source = {Source::Kind::File, unsaved.path, {}, FileStamp::of(unsaved.path)};
    else if (!unsaved.lessonText.empty())
        source = {Source::Kind::Lesson, unsaved.lessonId, unsaved.lessonText};
    m_opens = true;
    m_computation.start([this, workplace = m_workplace, unsaved, source,
                         opening = ++m_openings](const Progress &progress) -> Computation::Finish {
        auto scenario = scenario::readScenario(unsaved.scenario);
        if (!scenario)
            return [this, problems = scenario.problems(), origin = unsaved.origin] { Q_EMIT failed(problems, origin); };
        const Opened opened = workplace->open(opening, std::move(scenario.value()), unsaved.growing, progress);
        if (!opened)
            return [this, problems = opened.problems(), origin = unsaved.origin] { Q_EMIT failed(problems, origin); };
        return [this, opened, source] { adopt(opened, source, false); };
    });
}

void Document::startEmpty()
{
    open(Source {Source::Kind::Empty, {}, {}});
}

void Document::reopen()
{
    if (!isOpen())
        return;
    Source source = m_source;
    source.stamp = FileStamp::of(path());
    open(source);
}

void Document::close()
{
    m_computation.cancel();
    m_computation.start([workplace = m_workplace](const Progress &) {
        workplace->restore(nullptr);
        return Computation::Finish();
    });
    m_changing = 0;
    m_indexBefore.reset();
    m_history.clear();
    m_seen.clear();
    m_branchRuns.setOpen(nullptr, 0, nullptr);
    m_open = nullptr;
    m_played = nullptr;
    m_step = 0;
    m_moment = {};
    m_progress = {};
    m_askedRuns.clear();
    m_source = {};
    m_modified = false;
    m_text.clear();
    m_savedText.clear();
    Q_EMIT changed(What::Opened);
}

void Document::cancel()
{
    m_computation.cancel();
    m_changing = 0;
    if (m_indexBefore)
        m_history.setIndex(*std::exchange(m_indexBefore, std::nullopt));
    // What was done already and is dropped on its way here must not come back with the next piece of work.
    m_computation.start([workplace = m_workplace, open = m_open](const Progress &) {
        workplace->restore(open);
        return Computation::Finish();
    });
}

void Document::open(const Source &source)
{
    m_opens = true;
    m_computation.start([this, workplace = m_workplace, source,
                         opening = ++m_openings](const Progress &progress) -> Computation::Finish {
        const Opened opened = [&]() -> Opened {
            if (source.kind == Source::Kind::Empty)
                return workplace->open(opening, scenario::emptyScenario(), true, progress);
            if (source.kind == Source::Kind::File && report::isTimelineFile(nativePath(source.name)))
                return workplace->openTimeline(opening, nativePath(source.name), progress);
            auto scenario = source.kind == Source::Kind::File ? scenario::readScenarioFile(nativePath(source.name))
                                                              : scenario::readScenario(source.text);
            if (!scenario)
                return scenario.problems();
            return workplace->open(opening, std::move(scenario.value()), false, progress);
        }();
        return [this, opened, source] { adopt(opened, source, true); };
    });
}

void Document::adopt(const Opened &opened, const Source &source, bool isSaved)
{
    if (!opened) {
        Q_EMIT failed(opened.problems(), source.name);
        return;
    }
    if (!opened.value())
        return;
    m_open = opened.value();
    m_step = 0;
    m_moment = {};
    m_history.clear();
    m_seen.clear();
    m_played = m_open->runOf(m_step);
    m_seen.insert(m_played->branch);
    m_branchRuns.setOpen(m_open, m_step, m_played);
    m_source = source;
    m_modified = !isSaved;
    m_text = textOf(*m_open);
    m_savedText = isSaved ? m_text : std::string(); // like nothing that could be saved
    m_progress = LessonProgress(lesson(), m_played->end());
    m_askedRuns.clear();
    Q_EMIT changed(What::Opened);
}

std::optional<model::Problem> Document::save(const QString &path)
{
    files::WholeFile file(path);
    const auto problem = [&] {
        return model::Problem {
            model::ProblemCode::WriteFailed, path.toStdString(), file.errorString().toStdString(), {}, 0, 0};
    };
    if (!file.open(QIODevice::WriteOnly))
        return problem();
    const std::string text = fileText(*m_open->scenario);
    if (!file.writeAll(text) || !file.finish())
        return problem();
    m_source = Source {Source::Kind::File, path, {}, FileStamp::of(path)};
    m_modified = false;
    m_savedText = m_text;
    Q_EMIT changed(What::Identity);
    return std::nullopt;
}

bool Document::isFileChanged() const
{
    // One that is gone takes nothing with it.
    return !path().isEmpty() && QFileInfo::exists(path()) && FileStamp::of(path()) != m_source.stamp;
}

std::string Document::fileText(scenario::Scenario scenario)
{
    for (scenario::Branch &branch : scenario.branches) {
        if (branch.name.isEmpty())
            branch.name = {branch.id, branch.id}; // as the reader gives it, so that saving again gives the same bytes
    }
    return scenario::writeScenario(scenario);
}

const scenario::Lesson *Document::lesson() const
{
    // Of the played run: with fewer servers the texts and conditions speak of those that are left.
    if (!m_played || !m_played->scenario || !m_played->scenario->lesson)
        return nullptr;
    return &*m_played->scenario->lesson;
}

timeline::TimelineView Document::view() const
{
    if (!m_played)
        return {};
    return {&m_played->timeline(), m_progress.revealedUntil()};
}

std::shared_ptr<const PlayedRun> Document::askedRunOfStep(std::size_t step) const
{
    const auto found = m_askedRuns.find(step);
    return found == m_askedRuns.end() ? runOfStep(step) : found->second;
}

void Document::passGate(std::size_t step, std::optional<std::size_t> guess)
{
    if (!m_progress.isShut(step))
        return;
    m_askedRuns[step] = runOfStep(step);
    m_progress.pass(step, guess);
    Q_EMIT changed(What::Revealed);
}

void Document::passGatesBefore(model::SimTime t)
{
    m_progress.passAllBefore(t);
    Q_EMIT changed(What::Revealed);
}

void Document::start(const std::function<Opened(Workplace &, std::uint64_t opening, const Progress &)> &work)
{
    const std::uint64_t opening = m_open ? m_open->opening : 0;
    ++m_changing;
    m_computation.start([this, workplace = m_workplace, work, opening,
                         asked = Spot {nullptr, m_moment, m_step}](const Progress &progress) {
        const Opened opened = work(*workplace, opening, progress);
        return [this, opened, asked] { replace(opened, asked); };
    });
}

void Document::act(model::SimTime t, model::Action action)
{
    m_moment = t;
    start([step = m_step, t, action = std::move(action)](Workplace &workplace, std::uint64_t opening,
                                                         const Progress &progress) {
        return workplace.act(opening, step, t, action, progress);
    });
}

void Document::change(const scenario::RunChange &change)
{
    start([step = m_step, change](Workplace &workplace, std::uint64_t opening, const Progress &progress) {
        return workplace.change(opening, step, change, progress);
    });
}

void Document::playRunOfStep(std::size_t step)
{
    m_step = step;
    const auto run = m_open->runOf(step);
    if (run == m_played)
        return;
    m_played = run;
    m_seen.insert(m_played->branch);
    m_branchRuns.setOpen(m_open, m_step, m_played);
    m_progress.moveEnd(m_played->end());
    Q_EMIT changed(What::Run);
}

void Document::playLessonRun()
{
    start([](Workplace &workplace, std::uint64_t opening, const Progress &) { return workplace.playLesson(opening); });
}

void Document::switchBranch(const std::string &branch)
{
    scenario::RunChange change;
    change.branch = branch;
    this->change(change);
}

void Document::renameBranch(const std::string &branch, const QString &name)
{
    constexpr qsizetype longest = 60; // letters; far below what a file may have, and enough for a lane
    const std::string words = name.simplified().left(longest).toStdString();
    start([branch, words](Workplace &workplace, std::uint64_t opening, const Progress &) {
        return workplace.renameBranch(opening, branch, model::Text {words, words});
    });
}

void Document::removeBranch(const std::string &branch)
{
    start([step = m_step, branch](Workplace &workplace, std::uint64_t opening, const Progress &progress) {
        return workplace.removeBranch(opening, step, branch, progress);
    });
}

bool Document::canRemoveBranch(const std::string &branch) const
{
    return canAct() && scenario::canRemoveBranch(*scenario(), branch);
}

bool Document::mayShow(const scenario::Branch &branch) const
{
    if (branch.parent.empty())
        return true;
    return branch.from <= m_progress.revealedUntil()
        && (m_seen.contains(branch.id) || !scenario::isNamedByLesson(*m_open->scenario, branch.id));
}

std::optional<BranchDifference> Document::firstDifference(const std::string &one, const std::string &other) const
{
    return document::firstDifference(m_branchRuns.find(one), m_branchRuns.find(other), m_progress.revealedUntil());
}

void Document::undo()
{
    if (m_opens || m_indexBefore)
        return;
    if (m_changing > 0) {
        cancel();
        return;
    }
    const int before = m_history.index();
    m_history.undo();
    if (m_indexBefore)
        m_indexBefore = before;
}

void Document::redo()
{
    if (m_opens || m_changing > 0)
        return;
    const int before = m_history.index();
    m_history.redo();
    if (m_indexBefore)
        m_indexBefore = before;
}

void Document::go(const Spot &spot)
{
    if (!spot.isThin) {
        m_computation.start([workplace = m_workplace, open = spot.open](const Progress &) {
            workplace->restore(open);
            return Computation::Finish();
        });
        show(spot.open, textOf(*spot.open));
        Q_EMIT returned(spot.moment, spot.step);
        return;
    }
    // The history is there already: should this be cancelled, it goes back to where everything else still is.
    m_indexBefore = m_history.index(); // undo() and redo() know the one before
    ++m_changing;
    m_computation.start([this, workplace = m_workplace, spot](const Progress &progress) {
        const Opened opened = workplace->computeAgain(spot.open->opening, spot.open, progress);
        return [this, opened, spot] {
            --m_changing;
            const int index = *std::exchange(m_indexBefore, std::nullopt);
            if (!opened || !opened.value()) {
                m_history.setIndex(index);
                return;
            }
            show(opened.value(), textOf(*opened.value()));
            Q_EMIT returned(spot.moment, spot.step);
        };
    });
}

void Document::replace(const Opened &opened, const Spot &asked)
{
    --m_changing;
    if (!opened) {
        Q_EMIT failed(opened.problems(), {});
        return;
    }
    if (!opened.value())
        return;
    const Spot before {m_open, asked.moment, asked.step};
    std::string text = textOf(*opened.value());
    if (text != m_text)
        m_history.push(before, Spot {opened.value(), asked.moment, asked.step});
    show(opened.value(), std::move(text));
}

void Document::show(const std::shared_ptr<const OpenRun> &open, std::string text)
{
    const auto before = m_played;
    m_open = open;
    m_played = m_open->runOf(m_step);
    m_seen.insert(m_played->branch);
    m_branchRuns.setOpen(m_open, m_step, m_played);
    m_progress.moveEnd(m_played->end());
    m_text = std::move(text);
    m_modified = m_text != m_savedText;
    Q_EMIT changed(m_played == before ? What::Branches : What::Run);
}

} // namespace sessionarium::ui::document
