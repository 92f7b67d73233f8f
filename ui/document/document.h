// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/timeline/timelineview.h"
#include "ui/document/computation.h"
#include "ui/document/lessonprogress.h"
#include "ui/document/playedrun.h"
#include "ui/document/workplace.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sessionarium::ui::document {

/// What is open: a scenario or lesson and the run that is played of it, or a timeline that somebody exported.
///
/// Whatever takes long happens in a thread; its result arrives as one `changed`. Until then everything here is as
/// before, and after a problem too. Belongs to the thread of the window.
class Document : public QObject
{
    Q_OBJECT

public:
    enum class What {
        Opened, ///< Another file, lesson or nothing: everything is new.
        Run, ///< The same scenario runs otherwise: another branch, an action, a policy.
        Revealed, ///< A gate opened.
        Identity ///< Its file or its modified mark.
    };
    Q_ENUM(What)

    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    /// Opens a scenario file, or a timeline in JSON Lines: which of the two its first line tells.
    void openFile(const QString &path);
    /// Opens one of the built-in lessons from its text.
    void openLesson(const QString &id, std::string_view json);
    /// An empty working place whose end runs ahead of the actions (semantics §1).
    void startEmpty();
    /// Back to nothing open.
    void close();
    /// Opens again what is open, as it was at first: a file from the disk, a lesson from its text.
    void reopen();
    /// Writes what is played with all its branches, whole or not at all. Nothing: done, and the file is this one now.
    [[nodiscard]] std::optional<model::Problem> save(const QString &path);

    [[nodiscard]] bool isOpen() const { return m_played != nullptr; }
    /// A timeline of somebody else: it can be looked at, not acted in.
    [[nodiscard]] bool isReadOnly() const { return m_played && !m_played->scenario; }
    [[nodiscard]] bool isModified() const { return m_modified; }
    /// Empty: not (yet) a file.
    [[nodiscard]] QString path() const { return m_source.kind == Source::Kind::File ? m_source.name : QString(); }
    /// The id of the built-in lesson that is open; empty: none.
    [[nodiscard]] QString lessonId() const { return m_source.kind == Source::Kind::Lesson ? m_source.name : QString(); }

    /// Null: nothing is open.
    [[nodiscard]] std::shared_ptr<const PlayedRun> played() const { return m_played; }
    /// Null: no lesson is open.
    [[nodiscard]] const scenario::Lesson *lesson() const;
    [[nodiscard]] const LessonProgress &progress() const { return m_progress; }
    /// What views may know (semantics §9).
    [[nodiscard]] timeline::TimelineView view() const;
    /// Acting and changing are possible: something is open, and it is no foreign timeline.
    [[nodiscard]] bool canAct() const { return m_played && m_played->scenario; }

    /// Opens the gate of a step. `guess`: the index of the option chosen, none: "show me without choosing".
    void passGate(std::size_t step, std::optional<std::size_t> guess);
    /// Opens all gates that stand before t, as if nobody had wanted to guess.
    void passGatesBefore(model::SimTime t);

    /// Somebody acts at t in the branch that is played: cut there and run on. Acting in the past begins a branch, which
    /// is played from then on. Requires: canAct().
    void act(model::SimTime t, model::Action action);
    /// Plays the same actions with other values of the scenario (a preset, more servers …). Requires: canAct().
    void change(const scenario::RunChange &change);
    /// Plays the run that a lesson's step asks for: the file's own values with what the steps up to it say. No effect
    /// if that run is played already.
    void playRunOfStep(std::size_t step);
    /// Plays another branch. Requires: canAct(), a branch of the scenario.
    void switchBranch(const std::string &branch);

    [[nodiscard]] bool isBusy() const { return m_computation.isBusy(); }
    void cancel() { m_computation.cancel(); }
    void wait() { m_computation.wait(); }

Q_SIGNALS:
    void changed(sessionarium::ui::document::Document::What what);
    /// Something could not be done; `about`: a path, a lesson's id or empty. What was open stays open.
    void failed(const sessionarium::model::Problems &problems, const QString &about);
    void busyChanged(bool busy);
    void progressed(qint64 doneUs);

private:
    struct Source
    {
        enum class Kind { None, File, Lesson, Empty };
        Kind kind = Kind::None;
        QString name; ///< A path or a lesson's id.
        std::string_view text; ///< Lesson only.
    };
    /// What a piece of work came to; a null value: it was cancelled, or there was nothing to do.
    using Played = model::Result<Workplace::Played>;

    void open(const Source &source);
    void adopt(const Played &played, const Source &source);
    void replace(const Played &played, bool modifies);

    std::shared_ptr<Workplace> m_workplace; // touched by the computation only
    std::shared_ptr<const PlayedRun> m_played;
    LessonProgress m_progress;
    Source m_source;
    bool m_modified = false;
    Computation m_computation; // last: its destructor waits for work that may touch the members above
};

} // namespace sessionarium::ui::document
