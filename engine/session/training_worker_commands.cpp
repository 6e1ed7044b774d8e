// SPDX-License-Identifier: GPL-3.0-or-later
// What the worker does when it is told something.
#include <type_traits>
#include <utility>

#include "session/current_problem.h"
#include "session/training_worker.h"

namespace neurarium {

namespace {

constexpr std::chrono::milliseconds kProgressInterval{50};

// Commands that the run obeys by itself.
void apply(const EpochsCommand& command, TrainingRun& run) {
    run.setEpochs(command.epochs);
}

void apply(const ThreadsCommand& command, TrainingRun& run) {
    run.setThreads(command.threads);
}

void apply(const SaveCommand& command, TrainingRun& run) {
    run.save(CheckpointOrigin::Person, command.name);
}

void apply(const RenameCommand& command, TrainingRun& run) {
    run.rename(command.checkpoint, command.name);
}

void apply(const NoteCommand& command, TrainingRun& run) {
    run.annotate(command.checkpoint, command.note);
}

void apply(const Thumbnail& thumbnail, TrainingRun& run) {
    run.setThumbnail(thumbnail);
}

void apply(const DiskBudget& budget, TrainingRun& run) {
    run.setBudget(budget);
}

} // namespace

void TrainingWorker::obey(const SessionCommand& command) {
    const auto withRun = [this](const auto& work) {
        if (m_run)
            work();
    };
    std::visit(
        [&](const auto& each) {
            using Command = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Command, SimpleCommand>) {
                obeySimple(each);
            } else if constexpr (std::is_same_v<Command, CreateCommand>) {
                create(each);
            } else if constexpr (std::is_same_v<Command, OpenCommand>) {
                open(each);
            } else if constexpr (std::is_same_v<Command, PaceCommand>) {
                m_stepsPerSecond = each.stepsPerSecond;
                m_nextStep = Clock::now();
            } else if constexpr (std::is_same_v<Command, Wanted>) {
                m_views.want(each);
                m_looks.want(each);
                withRun([&] { publishViews(true); });
            } else if constexpr (requires { apply(each, *m_run); }) {
                withRun([&] { apply(each, *m_run); });
            } else if constexpr (std::is_same_v<Command, GoBackCommand>) {
                withRun([&] { goBack(each); });
            } else if constexpr (std::is_same_v<Command, PackCommand>) {
                pack(each);
            } else if constexpr (std::is_same_v<Command, GoToStepCommand>) {
                withRun([&] { goToStep(each); });
            } else if constexpr (std::is_same_v<Command, ProveCommand>) {
                withRun([&] { prove(each); });
            } else if constexpr (std::is_same_v<Command, RepeatRequest>) {
                withRun([&] { repeat(each); });
            } else if constexpr (std::is_same_v<Command, UndoCommand>) {
                withRun([&] { undo(each); });
            } else if constexpr (std::is_same_v<Command, WritingRequest>) {
                withRun([&] { write(each); });
            } else if constexpr (std::is_same_v<Command, PrepareTwinCommand>) {
                withRun([&] {
                    emit twinPrepared(m_id, std::make_shared<const TwinStart>(m_run->twinStart(each.from)));
                });
            } else if constexpr (std::is_same_v<Command, TwinRequest>) {
                withRun([&] { runTwin(each); });
            } else if constexpr (std::is_same_v<Command, CompareCommand>) {
                withRun([&] {
                    emit compared(
                        m_id, std::make_shared<const Comparison>(m_run->compare(each.before, each.after)));
                });
            } else if constexpr (std::is_same_v<Command, LiveSettings>) {
                withRun([&] {
                    m_run->change(each);
                    if (!m_running)
                        emit settingsChanged(m_id, each);
                });
            }
        },
        command);
}

void TrainingWorker::obeySimple(SimpleCommand command) {
    switch (command) {
    case SimpleCommand::Start:
        return start(Until::PlannedEnd);
    case SimpleCommand::Step:
        start(Until::NextStep);
        return advance(); // before the commands behind it, so that three presses are three steps
    case SimpleCommand::StepEpoch:
        return start(Until::EpochEnd);
    case SimpleCommand::Pause:
        return pause();
    case SimpleCommand::Stop:
        return finish(FinishReason::StoppedByUser);
    case SimpleCommand::Interrupt:
        return finish(FinishReason::Interrupted);
    case SimpleCommand::CancelReplay:
        return; // it has ended what was under way by waiting
    case SimpleCommand::CancelPacking:
        return m_packing.cancel();
    case SimpleCommand::PackingEnded:
        if (m_run && m_run->isWriting())
            m_run->keepToBudget();
        return;
    case SimpleCommand::Quit:
        m_quit = true;
        return;
    }
}

void TrainingWorker::write(const WritingRequest& request) {
    m_text.write(*m_run, request, [this](Writing writing) {
        emit writingReady(m_id, std::make_shared<const Writing>(std::move(writing)));
        return !m_queue.endsReading() && !m_queue.endsReplay();
    });
}

void TrainingWorker::pack(const PackCommand& command) {
    try {
        if (!m_run)
            throw Error(ProblemKind::Refused, command.file, explain("Problem", "no run is open"));
        m_run->keepLast(CheckpointOrigin::Automatic);
        m_packing.start(m_id, m_run->writer(), command.file);
    } catch (...) {
        emit packingFailed(m_id, currentProblem());
    }
}

void TrainingWorker::cancelPacking() {
    m_packing.cancel();
    post(SimpleCommand::CancelPacking);
}

void TrainingWorker::goBack(const GoBackCommand& command) {
    pause();
    const CheckpointInfo checkpoint = m_run->goBackTo(command.checkpoint, command.weightsOnly);
    publishPlace();
    emit wentBack(m_id, checkpoint);
    m_viewsDue = true;
}

void TrainingWorker::goToStep(const GoToStepCommand& command) {
    StepPlace place{command.branch, command.step};
    replay([&] {
        if (!m_run->goToStep(place, replayListener()))
            return false;
        publishPlace();
        emit wentToStep(m_id, place);
        m_viewsDue = true;
        return true;
    });
}

void TrainingWorker::undo(const UndoCommand& command) {
    pause();
    const TrainingRun::Undone undone = m_run->undo(command.mark);
    publishPlace();
    emit undid(m_id, command.mark, undone.place, undone.redo);
    m_viewsDue = true;
}

void TrainingWorker::runTwin(const TwinRequest& request) {
    replay([&] {
        const ReplayProgress listener = replayListener();
        const TwinReport report = m_run->runTwin(request, [&](std::int64_t done, std::int64_t total) {
            publishSteps();
            return listener(done, total);
        });
        publishSteps();
        emit twinFinished(m_id, std::make_shared<const TwinReport>(report));
        return true;
    });
}

void TrainingWorker::prove(const ProveCommand& command) {
    replay([&] {
        const std::optional<Proof> proof = m_run->proveFrom(command.checkpoint, replayListener());
        if (proof)
            emit proved(m_id, *proof);
        return proof.has_value();
    });
}

/// Whatever else is wished comes first.
void TrainingWorker::repeat(const RepeatRequest& request) {
    const auto isIdle = [this](std::int64_t, std::int64_t) { return m_queue.empty() && !m_running; };
    if (!isIdle(0, 0))
        return;
    if (const std::optional<Repetition> repetition = m_run->repeat(request, isIdle))
        emit repeated(m_id, *repetition);
}

/// Training once more; it says when it ends without a result.
void TrainingWorker::replay(const std::function<bool()>& work) {
    pause();
    bool done = false;
    try {
        done = work();
    } catch (...) {
        emit replayCancelled(m_id);
        throw;
    }
    if (!done)
        emit replayCancelled(m_id);
}

ReplayProgress TrainingWorker::replayListener() {
    return [this, next = Clock::now()](std::int64_t done, std::int64_t total) mutable {
        const Clock::time_point now = Clock::now();
        if (now >= next || done == total) {
            next = now + kProgressInterval;
            emit replayProgress(m_id, done, total);
        }
        return !m_queue.endsReplay();
    };
}

} // namespace neurarium
