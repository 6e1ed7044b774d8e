// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QUndoStack>

#include "app/run_place.h"
#include "experiment/experiment.h"
#include "training/trainer.h"

namespace neurarium {

class Lab;

/// Takes changes back and makes them again: before a run those of the recipe; in a run those of the knobs,
/// the weights that were trained since included, and going back itself. Nothing is lost by it: each way that
/// is left stays in the tree.
class ChangeHistory : public QObject {
    Q_OBJECT
public:
    explicit ChangeHistory(Lab& lab, QObject* parent = nullptr);

    /// What undo and redo would do, for the texts of menus.
    const QUndoStack& stack() const { return m_stack; }
    /// One step; nothing while the session is still busy with the one before.
    void undo();
    void redo();
    void clear();

    /// Makes the recipe another one, before a run.
    void changeRecipe(const Experiment& after);
    /// Moves knobs of the run; `words` name them.
    void changeKnobs(const LiveSettings& after, const QString& words);
    void changeEpochs(std::int64_t after);

signals:
    /// What was taken back or made again.
    void told(const QString& text);

private:
    class RecipeStep;
    class EpochStep;
    class KnobStep;
    class PlaceStep;

    void connectRun();
    void rememberMarks();
    void takeMark(const Mark& mark);
    /// Steps whose change was made with that mark wait for another one, or have it again.
    bool waitAgain(MarkId mark, const KnobStep* besides);
    void haveAgain(MarkId mark);
    /// The session is asked to stand elsewhere; the news are told when it does.
    void awaitMove(const QString& news);
    void tellUndone(const QString& words);
    void tellMadeAgain(const QString& words);

    Lab& m_lab;
    std::vector<KnobStep*> m_knobs; ///< all of the stack
    QUndoStack m_stack;
    bool m_moving = false;
    QString m_news;
};

} // namespace neurarium
