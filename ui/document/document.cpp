// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/scenario/reader.h"

#include <QFile>
#include <QSaveFile>

#include <utility>

namespace sessionarium::ui::document {

namespace {

/// A timeline says so in its first line; anything else is read as a scenario, whose reader explains what is wrong.
bool isTimelineFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(200);
    return head.contains("sessionarium-timeline") || path.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive);
}

std::string nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

Document::Document(QObject *parent) : QObject(parent), m_workplace(std::make_shared<Workplace>())
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
    open(Source {Source::Kind::File, path, {}});
}

void Document::openLesson(const QString &id, std::string_view json)
{
    open(Source {Source::Kind::Lesson, id, json});
}

void Document::openUnsaved(const Unsaved &unsaved)
{
    Source source {Source::Kind::Empty, {}, {}};
    if (!unsaved.path.isEmpty())
        source = {Source::Kind::File, unsaved.path, {}};
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
    if (isOpen())
        open(m_source);
}

void Document::close()
{
    m_computation.cancel();
    m_computation.start([workplace = m_workplace](const Progress &) {
        workplace->restore(nullptr);
        return Computation::Finish();
    });
    m_open = nullptr;
    m_played = nullptr;
    m_step = 0;
    m_progress = {};
    m_source = {};
    m_modified = false;
    m_savedText.clear();
    Q_EMIT changed(What::Opened);
}

void Document::cancel()
{
    m_computation.cancel();
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
            if (source.kind == Source::Kind::File && isTimelineFile(source.name))
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
    m_played = m_open->runOf(m_step);
    m_source = source;
    m_modified = !isSaved;
    m_savedText = isSaved ? textOfScenario() : std::string(); // like nothing that could be saved
    m_progress = LessonProgress(lesson(), m_played->end());
    Q_EMIT changed(What::Opened);
}

std::optional<model::Problem> Document::save(const QString &path)
{
    QSaveFile file(path);
    const auto problem = [&] {
        return model::Problem {
            model::ProblemCode::WriteFailed, path.toStdString(), file.errorString().toStdString(), {}, 0, 0};
    };
    if (!file.open(QIODevice::WriteOnly))
        return problem();
    const std::string text = fileText(*m_open->scenario);
    if (file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()) || !file.commit())
        return problem();
    m_source = Source {Source::Kind::File, path, {}};
    m_modified = false;
    m_savedText = textOfScenario();
    Q_EMIT changed(What::Identity);
    return std::nullopt;
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

void Document::passGate(std::size_t step, std::optional<std::size_t> guess)
{
    if (!m_progress.isShut(step))
        return;
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
    m_computation.start([this, workplace = m_workplace, work, opening](const Progress &progress) {
        const Opened opened = work(*workplace, opening, progress);
        return [this, opened] { replace(opened); };
    });
}

void Document::act(model::SimTime t, model::Action action)
{
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

void Document::replace(const Opened &opened)
{
    if (!opened) {
        Q_EMIT failed(opened.problems(), {});
        return;
    }
    if (!opened.value())
        return;
    m_open = opened.value();
    m_played = m_open->runOf(m_step);
    m_progress.moveEnd(m_played->end());
    m_modified = textOfScenario() != m_savedText;
    Q_EMIT changed(What::Run);
}

std::string Document::textOfScenario() const
{
    if (!m_open->scenario)
        return {};
    scenario::Scenario scenario = *m_open->scenario;
    scenario.played.branch.clear();
    return scenario::writeScenario(scenario);
}

} // namespace sessionarium::ui::document
