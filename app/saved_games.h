// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include <QObject>

#include "report/comparison.h"
#include "report/proof.h"
#include "report/slot_view.h"
#include "report/thumbnail.h"
#include "report/timeline.h"
#include "report/twin.h"
#include "session/twin_request.h"

namespace neurarium {

class TrainingSession;
/// The saves of the run on the screen: save, go back, look at any step, prove, undo, compare, and try one
/// change as a twin. Commands go down to the session and do nothing without a run; its signals come up
/// without those of older runs. What a command does is told at the slot of the same name in TrainingSession.
class SavedGames : public QObject {
    Q_OBJECT
public:
    /// What trains steps once more: it takes a while, tells its progress, and can be cancelled.
    enum class Work { GoToStep, Prove, Twin };

    explicit SavedGames(TrainingSession& session, QObject* parent = nullptr);

    /// The run whose saves these are; none while an experiment has no run yet.
    void setRun(RunId run);
    /// The work under way.
    std::optional<Work> work() const;
    /// It was the weights alone that were taken when one went back last.
    bool tookOnlyWeights() const { return m_onlyWeights; }

    void save(const QString& name = {});
    void rename(CheckpointId checkpoint, const QString& name);
    void goBackTo(CheckpointId checkpoint);
    void takeWeightsOf(CheckpointId checkpoint);
    void goToStep(BranchId branch, qint64 step);
    void annotate(CheckpointId checkpoint, const QString& note);
    void setThumbnail(CheckpointId checkpoint, const QByteArray& png);
    void prove(CheckpointId checkpoint);
    void repeatSteps(CheckpointId from, qint64 most);
    void undo(MarkId mark);
    void compare(CheckpointId before, CheckpointId after);
    /// Pauses first.
    void prepareTwin(CheckpointId from);
    void runTwin(CheckpointId from, const TwinChange& change, qint64 steps);
    /// Ends the work that is under way.
    void cancel();

signals:
    void saved(const neurarium::CheckpointInfo& checkpoint);
    /// What the network made of its data at a save.
    void seen(std::shared_ptr<const neurarium::SlotView> view);
    /// The network is about to be said to stand elsewhere; what was counted until then is to be told first.
    void leaving();
    void wentBack(const neurarium::CheckpointInfo& checkpoint);
    void wentToStep(const neurarium::StepPlace& place);
    void undid(neurarium::MarkId mark, const neurarium::StepPlace& place, neurarium::CheckpointId redo);
    /// Work began or ended.
    void workChanged();
    void progress(qint64 stepsDone, qint64 stepsTotal);
    /// Work ended without a result.
    void cancelled(neurarium::SavedGames::Work work);
    void proved(const neurarium::Proof& proof);
    void repeated(const neurarium::Repetition& repetition);
    /// The pictures that were kept of the saves of a run that was opened.
    void thumbnailsLoaded(std::shared_ptr<const std::vector<neurarium::Thumbnail>> thumbnails);
    void compared(std::shared_ptr<const neurarium::Comparison> comparison);
    void twinPrepared(std::shared_ptr<const neurarium::TwinStart> start);
    void twinFinished(std::shared_ptr<const neurarium::TwinReport> report);

private:
    void connectPlaces();
    void connectResults();
    void beginWork(Work work);
    void endWork();

    TrainingSession& m_session;
    RunId m_run;
    std::deque<Work> m_works; ///< wished; the session does one after the other
    bool m_onlyWeights = false;
};

} // namespace neurarium
