// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/timeline/timelineview.h"
#include "ui/document/branchdifference.h"
#include "ui/document/branchruns.h"
#include "ui/document/computation.h"
#include "ui/document/filestamp.h"
#include "ui/document/history.h"
#include "ui/document/lessonprogress.h"
#include "ui/document/openrun.h"
#include "ui/document/unsaved.h"
#include "ui/document/workplace.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
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
        Branches, ///< Others than the one that is played came or went, or one got another name.
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
    /// Opens what was open and not saved when the program ended: modified from the start.
    void openUnsaved(const Unsaved &unsaved);
    /// An empty working place whose end runs ahead of the actions (semantics §1).
    void startEmpty();
    /// Back to nothing open.
    void close();
    /// Opens again what is open, as it was at first: a file from the disk, a lesson from its text.
    void reopen();
    /// Writes what is open with all its branches and what is played of it, whole or not at all. Nothing: done, and the
    /// file is this one now.
    [[nodiscard]] std::optional<model::Problem> save(const QString &path);
    /// Somebody else wrote the file since it was opened or saved here: saving would lose what they did.
    [[nodiscard]] bool isFileChanged() const;
    /// The text that saving a scenario writes. May be called in any thread.
    [[nodiscard]] static std::string fileText(scenario::Scenario scenario);

    [[nodiscard]] bool isOpen() const { return m_open != nullptr; }
    /// Saving would write something else than what was opened or saved last; looking at another branch does not count.
    [[nodiscard]] bool isModified() const { return m_modified; }
    /// Its end keeps ahead of the actions (semantics §1).
    [[nodiscard]] bool isGrowing() const { return m_open && m_open->growing; }
    /// Empty: not (yet) a file.
    [[nodiscard]] QString path() const { return m_source.kind == Source::Kind::File ? m_source.name : QString(); }
    /// The id of the built-in lesson that is open; empty: none.
    [[nodiscard]] QString lessonId() const { return m_source.kind == Source::Kind::Lesson ? m_source.name : QString(); }

    /// What would be saved; it has all branches, also those that the played run does not know yet. Null: nothing is
    /// open, or a foreign timeline.
    [[nodiscard]] std::shared_ptr<const scenario::Scenario> scenario() const
    {
        return m_open ? m_open->scenario : nullptr;
    }
    /// Null: nothing is open.
    [[nodiscard]] std::shared_ptr<const PlayedRun> played() const { return m_played; }
    /// The run that is played in a step: the lesson's own, or what was made of it by hand. Requires: something is open.
    [[nodiscard]] std::shared_ptr<const PlayedRun> runOfStep(std::size_t step) const { return m_open->runOf(step); }
    /// The run that the lesson's texts of a step tell of. Requires: a lesson is open.
    [[nodiscard]] std::shared_ptr<const PlayedRun> lessonRunOfStep(std::size_t step) const
    {
        return m_open->ofSteps.at(step);
    }
    /// The run that the question of a step was about: the one that was played when it was answered. As long as nobody
    /// was asked, runOfStep().
    [[nodiscard]] std::shared_ptr<const PlayedRun> askedRunOfStep(std::size_t step) const;
    /// A lesson is open, and what is played is not its own run: somebody acted, or chose other values or another
    /// branch.
    [[nodiscard]] bool isChangedByHand() const { return m_open && !m_open->ofSteps.empty() && m_open->other; }
    /// Null: no lesson is open.
    [[nodiscard]] const scenario::Lesson *lesson() const;
    [[nodiscard]] const LessonProgress &progress() const { return m_progress; }
    /// What views may know (semantics §9).
    [[nodiscard]] timeline::TimelineView view() const;
    /// Acting and changing are possible: something is open, and it is no foreign timeline.
    [[nodiscard]] bool canAct() const { return scenario() != nullptr; }

    /// Opens the gate of a step. `guess`: the index of the option chosen, none: "show me without choosing".
    void passGate(std::size_t step, std::optional<std::size_t> guess);
    /// Opens all gates that stand before t, as if nobody had wanted to guess.
    void passGatesBefore(model::SimTime t);

    /// Somebody acts at t in the branch that is played: cut there and run on. Acting in the past begins a branch, which
    /// is played from then on. Requires: canAct().
    void act(model::SimTime t, model::Action action);
    /// Plays the same actions with other values of the scenario (a preset, more servers …). Requires: canAct().
    void change(const scenario::RunChange &change);
    /// Plays the run that a lesson's step asks for: the file's own values with what the last step up to it says. At
    /// once, since it was computed when the lesson was opened. A run changed by hand stays, whatever the step, until
    /// playLessonRun(). Requires: something is open, one of its steps.
    void playRunOfStep(std::size_t step);
    /// Back from what was changed by hand to the lesson's own runs. What was done stays in its branch.
    void playLessonRun();
    /// Plays another branch. Requires: canAct(), a branch of the scenario.
    void switchBranch(const std::string &branch);
    /// Calls a branch by this name in every language. Empty: by what was done first in it. Requires: canAct().
    void renameBranch(const std::string &branch, const QString &name);
    /// Takes a branch away, with those that grow from it. If it is played, the one from which it grew is played then.
    void removeBranch(const std::string &branch);
    [[nodiscard]] bool canRemoveBranch(const std::string &branch) const;
    /// Is this one of the futures that somebody left? Not while it begins behind a gate; and one that belongs to a
    /// lesson only once it was played, for its name may tell what is still to come.
    [[nodiscard]] bool mayShow(const scenario::Branch &branch) const;
    /// The runs of branches without showing them, under the values that are played.
    [[nodiscard]] BranchRuns &branchRuns() { return m_branchRuns; }
    /// Where two branches part, as far as it may be known. Requires: both are in branchRuns().
    [[nodiscard]] std::optional<BranchDifference> firstDifference(const std::string &one,
                                                                  const std::string &other) const;

    /// Where the playhead is; whoever moves it says so, for it comes back with what is undone.
    void notePlayhead(model::SimTime moment) { m_moment = moment; }
    /// Whatever changes what would be saved can be undone, but not opening a file. What is still being computed counts
    /// as done last: undoing drops it.
    [[nodiscard]] bool canUndo() const { return m_changing > 0 || m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_changing == 0 && m_history.canRedo(); }
    void undo();
    void redo();

    /// Something that was done to what is open is still being computed: what would be saved does not have it yet.
    [[nodiscard]] bool isChanging() const { return m_changing > 0; }
    [[nodiscard]] bool isBusy() const { return m_computation.isBusy(); }
    /// Something else is being read and computed, to take the place of what is open.
    [[nodiscard]] bool isOpening() const { return m_opens; }
    /// Drops the work under way and all that waits: everything stays as it is.
    void cancel();
    void wait() { m_computation.wait(); }

Q_SIGNALS:
    void changed(sessionarium::ui::document::Document::What what);
    /// Something was undone or done again: the playhead belongs here now. Comes after its `changed`.
    void returned(sessionarium::model::SimTime moment, std::size_t step);
    /// Something could not be done; `about`: a path, a lesson's id or empty. What was open stays open.
    void failed(const sessionarium::model::Problems &problems, const QString &about);
    void busyChanged(bool busy);
    /// Now and then while busy: how much of the present piece of work is done.
    void progressed(int permille);

private:
    struct Source
    {
        enum class Kind { None, File, Lesson, Empty };
        Kind kind = Kind::None;
        QString name; ///< A path or a lesson's id.
        std::string_view text; ///< Lesson only.
        FileStamp stamp {}; ///< File only: as it was read or written.
    };
    /// What a piece of work came to; a null value: it was cancelled, or there was nothing to do.
    using Opened = model::Result<Workplace::Opened>;

    void open(const Source &source);
    /// `isSaved`: it is what its file, its lesson or its beginning says.
    void adopt(const Opened &opened, const Source &source, bool isSaved);
    /// Starts work on what is open now. If something else is open when its turn comes, nothing happens.
    void start(const std::function<Opened(Workplace &, std::uint64_t opening, const Progress &)> &work);
    /// What was asked for at `asked`, whose `open` is not looked at, has come to this.
    void replace(const Opened &opened, const Spot &asked);
    /// Undone or done again.
    void go(const Spot &spot);
    void show(const std::shared_ptr<const OpenRun> &open, std::string text);

    std::shared_ptr<Workplace> m_workplace; // touched by the computation only
    std::shared_ptr<const OpenRun> m_open;
    std::shared_ptr<const PlayedRun> m_played; // of what is open, in this step
    std::size_t m_step = 0;
    model::SimTime m_moment;
    History m_history;
    int m_changing = 0; // pieces of work that will change what is open
    std::optional<int> m_indexBefore; // of the history, while what it goes to is being computed
    BranchRuns m_branchRuns;
    std::set<std::string> m_seen; // the branches that were played since the opening
    std::uint64_t m_openings = 0;
    bool m_opens = false; // since open(), until nothing is to be done any more
    std::string m_text; // what would be saved, but for the choice of a branch
    std::string m_savedText; // as m_text was when it was opened or saved
    LessonProgress m_progress;
    std::map<std::size_t, std::shared_ptr<const PlayedRun>> m_askedRuns; // by step: whoever guessed, guessed of this
    Source m_source;
    bool m_modified = false;
    Computation m_computation; // last: its destructor waits for work that may touch the members above
};

} // namespace sessionarium::ui::document
