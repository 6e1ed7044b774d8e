// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/saved_games.h"

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
        connect(&m_session, signal, this, [this, to](RunId run, const auto&... values) {
            if (run == m_run)
                emit(this->*to)(values...);
        });
    };
    connect(&m_session, &Session::replayProgress, this, [this](RunId run, qint64 done, qint64 total) {
        if (run == m_run)
            emit progress(done, total);
    });
    connect(&m_session, &Session::replayCancelled, this, [this](RunId run) {
        if (run == m_run)
            emit cancelled();
    });
    forward(&Session::checkpointSaved, &SavedGames::saved);
    forward(&Session::proved, &SavedGames::proved);
    forward(&Session::compared, &SavedGames::compared);
    forward(&Session::twinFinished, &SavedGames::twinFinished);
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
    if (m_run)
        m_session.goBackTo(checkpoint);
}

void SavedGames::takeWeightsOf(CheckpointId checkpoint) {
    if (m_run)
        m_session.takeWeightsOf(checkpoint);
}

void SavedGames::goToStep(BranchId branch, qint64 step) {
    if (m_run)
        m_session.goToStep(branch, step);
}

void SavedGames::prove(CheckpointId checkpoint) {
    if (m_run)
        m_session.prove(checkpoint);
}

void SavedGames::undo(MarkId mark) {
    if (m_run)
        m_session.undo(mark);
}

void SavedGames::compare(CheckpointId before, CheckpointId after) {
    if (m_run)
        m_session.compare(before, after);
}

void SavedGames::runTwin(CheckpointId from, const LiveSettings& settings, qint64 steps) {
    if (m_run)
        m_session.runTwin(from, settings, steps);
}

void SavedGames::cancel() {
    if (m_run)
        m_session.cancelReplay();
}

} // namespace neurarium
