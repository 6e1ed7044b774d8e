// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/saved_games.h"

#include <utility>

#include "session/training_session.h"

namespace neurarium {

using Session = TrainingSession;

SavedGames::SavedGames(TrainingSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connectPlaces();
    connectResults();
}

void SavedGames::connectPlaces() {
    connect(&m_session, &Session::wentBack, this, [this](RunId run, const CheckpointInfo& checkpoint) {
        if (run != m_run)
            return;
        emit leaving();
        emit wentBack(checkpoint);
    });
    connect(&m_session, &Session::wentToStep, this, [this](RunId run, const StepPlace& place) {
        if (run != m_run)
            return;
        emit leaving();
        emit wentToStep(place);
        endWork();
    });
    connect(&m_session, &Session::undid, this,
            [this](RunId run, MarkId mark, const StepPlace& place, CheckpointId redo) {
                if (run != m_run)
                    return;
                emit leaving();
                emit undid(mark, place, redo);
            });
}

void SavedGames::connectResults() {
    const auto forward = [this](auto signal, auto to) {
        connect(&m_session, signal, this, [this, to](RunId run, const auto& value) {
            if (run == m_run)
                emit(this->*to)(value);
        });
    };
    forward(&Session::checkpointSaved, &SavedGames::saved);
    forward(&Session::slotSeen, &SavedGames::seen);
    forward(&Session::proved, &SavedGames::proved);
    forward(&Session::repeated, &SavedGames::repeated);
    forward(&Session::thumbnailsLoaded, &SavedGames::thumbnailsLoaded);
    forward(&Session::compared, &SavedGames::compared);
    forward(&Session::twinPrepared, &SavedGames::twinPrepared);
    forward(&Session::twinFinished, &SavedGames::twinFinished);
    connect(&m_session, &Session::replayProgress, this, [this](RunId run, qint64 done, qint64 total) {
        if (run == m_run)
            emit progress(done, total);
    });
    connect(&m_session, &Session::replayCancelled, this, [this](RunId run) {
        if (run != m_run || m_works.empty())
            return;
        const Work work = m_works.front();
        endWork();
        emit cancelled(work);
    });
    connect(this, &SavedGames::proved, this, &SavedGames::endWork);
    connect(this, &SavedGames::twinFinished, this, &SavedGames::endWork);
}

void SavedGames::setRun(RunId run) {
    m_run = run;
    if (!std::exchange(m_works, {}).empty())
        emit workChanged();
}

std::optional<SavedGames::Work> SavedGames::work() const {
    return m_works.empty() ? std::nullopt : std::optional(m_works.front());
}

void SavedGames::beginWork(Work work) {
    m_works.push_back(work);
    emit workChanged();
}

void SavedGames::endWork() {
    if (!m_works.empty())
        m_works.pop_front();
    emit workChanged();
}

void SavedGames::save(const QString& name) {
    if (m_run)
        m_session.saveCheckpoint(name);
}

void SavedGames::rename(CheckpointId checkpoint, const QString& name) {
    if (m_run)
        m_session.renameCheckpoint(checkpoint, name);
}

void SavedGames::goBackTo(CheckpointId checkpoint) {
    if (!m_run)
        return;
    m_onlyWeights = false;
    m_session.goBackTo(checkpoint);
}

void SavedGames::takeWeightsOf(CheckpointId checkpoint) {
    if (!m_run)
        return;
    m_onlyWeights = true;
    m_session.takeWeightsOf(checkpoint);
}

void SavedGames::goToStep(BranchId branch, qint64 step) {
    if (!m_run)
        return;
    beginWork(Work::GoToStep);
    m_session.goToStep(branch, step);
}

void SavedGames::prove(CheckpointId checkpoint) {
    if (!m_run)
        return;
    beginWork(Work::Prove);
    m_session.prove(checkpoint);
}

void SavedGames::annotate(CheckpointId checkpoint, const QString& note) {
    if (m_run)
        m_session.setNote(checkpoint, note);
}

void SavedGames::setThumbnail(CheckpointId checkpoint, const QByteArray& png) {
    if (m_run)
        m_session.setThumbnail(checkpoint, png);
}

void SavedGames::repeatSteps(CheckpointId from, qint64 most) {
    if (m_run)
        m_session.repeatSteps(from, most);
}

void SavedGames::undo(MarkId mark) {
    if (m_run)
        m_session.undo(mark);
}

void SavedGames::compare(CheckpointId before, CheckpointId after) {
    if (m_run)
        m_session.compare(before, after);
}

void SavedGames::prepareTwin(CheckpointId from) {
    if (!m_run)
        return;
    m_session.pause();
    m_session.prepareTwin(from);
}

void SavedGames::runTwin(CheckpointId from, const TwinChange& change, qint64 steps) {
    if (!m_run)
        return;
    beginWork(Work::Twin);
    m_session.runTwin(from, change, steps);
}

void SavedGames::cancel() {
    if (m_run)
        m_session.cancelReplay();
}

} // namespace neurarium
