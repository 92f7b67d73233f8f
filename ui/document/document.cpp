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
    connect(&m_computation, &Computation::busyChanged, this, &Document::busyChanged);
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
    m_computation.start([workplace = m_workplace](const run::Progress &) {
        workplace->close();
        return Computation::Finish();
    });
    m_played = nullptr;
    m_progress = {};
    m_source = {};
    m_modified = false;
    Q_EMIT changed(What::Opened);
}

void Document::open(const Source &source)
{
    m_computation.start([this, workplace = m_workplace, source](const run::Progress &progress) -> Computation::Finish {
        const Played played = [&]() -> Played {
            if (source.kind == Source::Kind::Empty)
                return workplace->open(scenario::emptyScenario(), true, progress);
            if (source.kind == Source::Kind::File && isTimelineFile(source.name))
                return workplace->openTimeline(nativePath(source.name));
            auto scenario = source.kind == Source::Kind::File ? scenario::readScenarioFile(nativePath(source.name))
                                                              : scenario::readScenario(source.text);
            if (!scenario)
                return scenario.problems();
            return workplace->open(std::move(scenario.value()), false, progress);
        }();
        return [this, played, source] { adopt(played, source); };
    });
}

void Document::adopt(const Played &played, const Source &source)
{
    if (!played) {
        Q_EMIT failed(played.problems(), source.name);
        return;
    }
    if (!played.value())
        return;
    m_played = played.value();
    m_source = source;
    m_modified = false;
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
    scenario::Scenario scenario = *m_played->scenario;
    for (scenario::Branch &branch : scenario.branches) {
        if (branch.name.isEmpty())
            branch.name = {branch.id, branch.id}; // as the reader gives it, so that saving again gives the same bytes
    }
    const std::string text = scenario::writeScenario(scenario);
    if (file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()) || !file.commit())
        return problem();
    m_source = Source {Source::Kind::File, path, {}};
    m_modified = false;
    Q_EMIT changed(What::Identity);
    return std::nullopt;
}

const scenario::Lesson *Document::lesson() const
{
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

void Document::act(model::SimTime t, model::Action action)
{
    m_computation.start([this, workplace = m_workplace, t, action = std::move(action)](const run::Progress &progress) {
        const Played played = workplace->act(t, action, progress);
        return [this, played] { replace(played, true); };
    });
}

void Document::change(const scenario::RunChange &change)
{
    m_computation.start([this, workplace = m_workplace, change](const run::Progress &progress) {
        const Played played = workplace->change(change, progress);
        return [this, played] { replace(played, true); };
    });
}

void Document::playRunOfStep(std::size_t step)
{
    m_computation.start([this, workplace = m_workplace, step](const run::Progress &progress) {
        const Played played = workplace->playStep(step, progress);
        return [this, played] { replace(played, false); };
    });
}

void Document::switchBranch(const std::string &branch)
{
    m_computation.start([this, workplace = m_workplace, branch](const run::Progress &progress) {
        const Played played = workplace->switchBranch(branch, progress);
        return [this, played] { replace(played, false); };
    });
}

void Document::replace(const Played &played, bool modifies)
{
    if (!played) {
        Q_EMIT failed(played.problems(), {});
        return;
    }
    if (!played.value())
        return;
    m_played = played.value();
    m_progress.moveEnd(m_played->end());
    m_modified = m_modified || modifies;
    Q_EMIT changed(What::Run);
}

} // namespace sessionarium::ui::document
