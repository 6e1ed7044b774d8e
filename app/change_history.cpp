// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change_history.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/lab.h"
#include "app/recipe_difference.h"
#include "widgets/change_text.h"
#include "widgets/recipe_words.h"
#include "widgets/tree_way.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRecipeSteps = 1, kEpochSteps = 2; ///< kinds of steps that can be joined
constexpr std::chrono::milliseconds kTogether{1000};

QString nameOf(const CheckpointInfo& checkpoint) {
    return checkpoint.letter.empty() ? ChangeHistory::tr("epoch %1").arg(countText(checkpoint.epoch))
                                     : QString::fromStdString(checkpoint.letter);
}

/// A person moved knobs; other marks tell of divergence, or of what a twin's layers have.
bool isByHand(const Mark& mark) {
    return std::none_of(mark.changes.begin(), mark.changes.end(), [](const Change& each) {
        return each.kind == ChangeKind::Divergence || each.kind == ChangeKind::Layer;
    });
}

} // namespace

/// Another recipe, before a run. Moves of one knob in quick succession are one step.
class ChangeHistory::RecipeStep : public QUndoCommand {
public:
    RecipeStep(ChangeHistory& history, const Experiment& before, const Experiment& after)
        : QUndoCommand(recipeDifference(before, after))
        , m_history(history)
        , m_before(before)
        , m_after(after) {}

    void undo() override {
        m_history.m_lab.takeRecipe(m_before);
        emit m_history.m_lab.recipeReset(m_before);
        m_history.tellUndone(text());
    }

    void redo() override {
        m_history.m_lab.takeRecipe(m_after);
        if (std::exchange(m_isNew, false))
            return;
        emit m_history.m_lab.recipeReset(m_after);
        m_history.tellMadeAgain(text());
    }

    int id() const override { return kRecipeSteps; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const RecipeStep*>(other);
        if (next->text() != text() || next->m_made - m_made > kTogether)
            return false;
        m_after = next->m_after;
        m_made = next->m_made;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ChangeHistory& m_history;
    Experiment m_before;
    Experiment m_after;
    bool m_isNew = true;
    Clock::time_point m_made = Clock::now();
};

/// Another planned end. It moves no weight.
class ChangeHistory::EpochStep : public QUndoCommand {
public:
    EpochStep(ChangeHistory& history, std::int64_t before, std::int64_t after)
        : QUndoCommand(tr("number of epochs"))
        , m_history(history)
        , m_before(before)
        , m_after(after) {}

    void undo() override {
        plan(m_before);
        m_history.tellUndone(text());
    }

    void redo() override {
        if (std::exchange(m_isNew, false))
            return m_history.m_lab.planEpochs(m_after);
        plan(m_after);
        m_history.tellMadeAgain(text());
    }

    int id() const override { return kEpochSteps; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const EpochStep*>(other);
        if (next->m_made - m_made > kTogether)
            return false;
        m_after = next->m_after;
        m_made = next->m_made;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    void plan(std::int64_t epochs) {
        Lab& lab = m_history.m_lab;
        lab.planEpochs(epochs);
        emit lab.recipeReset(lab.experiment());
        if (lab.hasRun())
            emit lab.settingsChanged(lab.settings());
    }

    ChangeHistory& m_history;
    std::int64_t m_before;
    std::int64_t m_after;
    bool m_isNew = true;
    Clock::time_point m_made = Clock::now();
};

/// Other knobs, in a run. Until the engine has made the change it waits, and taking it back moves the knobs
/// alone; from then on it is the state before it that is gone back to.
class ChangeHistory::KnobStep : public QUndoCommand {
public:
    KnobStep(ChangeHistory& history, const LiveSettings& before, const LiveSettings& after,
             const QString& words)
        : QUndoCommand(words)
        , m_history(history)
        , m_before(before)
        , m_after(after) {
        m_history.m_knobs.push_back(this);
    }

    /// One that was made before the run was opened.
    KnobStep(ChangeHistory& history, const Mark& mark)
        : QUndoCommand(markText(mark))
        , m_history(history)
        , m_mark(mark.id) {
        m_history.m_knobs.push_back(this);
    }

    ~KnobStep() override { std::erase(m_history.m_knobs, this); }
    KnobStep(const KnobStep&) = delete;
    KnobStep& operator=(const KnobStep&) = delete;

    bool isWaiting() const { return m_isDone && !m_mark; }
    bool isMadeWith(MarkId mark) const { return m_isDone && m_mark == mark; }
    void makeWith(MarkId mark) { m_mark = m_formerMark = mark; }
    void waitAgain() { m_mark = {}; }
    MarkId formerMark() const { return m_formerMark; }

    void undo() override {
        m_isDone = false;
        if (!m_mark) {
            m_history.m_lab.moveKnobs(m_before);
            return m_history.tellUndone(text());
        }
        m_end = m_history.m_lab.place().standing();
        m_history.awaitMove(tr("Taken back: %1. The network is as it was before").arg(text()));
        m_history.m_lab.saves().undo(m_mark);
        if (m_history.waitAgain(m_mark, this)) // changes that were made together with this one
            m_history.m_lab.moveKnobs(m_before);
    }

    void redo() override {
        m_isDone = true;
        if (m_mark && std::exchange(m_isNew, false))
            return;
        if (!m_mark) {
            m_history.m_lab.moveKnobs(m_after);
            if (!std::exchange(m_isNew, false))
                m_history.tellMadeAgain(text());
            return;
        }
        m_history.haveAgain(m_mark);
        m_history.awaitMove(tr("Made again: %1").arg(text()));
        m_history.m_lab.place().returnTo(m_end);
    }

private:
    ChangeHistory& m_history;
    LiveSettings m_before;
    LiveSettings m_after;
    MarkId m_mark;
    MarkId m_formerMark;
    Standing m_end; ///< where one stood when it was taken back
    bool m_isDone = false;
    bool m_isNew = true;
};

/// Going back to a save, or going on from a step that was looked at; it had happened when this was made.
class ChangeHistory::PlaceStep : public QUndoCommand {
public:
    PlaceStep(ChangeHistory& history, const Standing& from, const QString& words)
        : QUndoCommand(words)
        , m_history(history)
        , m_from(from) {}

    void undo() override {
        m_end = m_history.m_lab.place().standing();
        m_history.awaitMove(tr("Taken back: %1").arg(text()));
        m_history.m_lab.place().returnTo(m_from);
    }

    void redo() override {
        if (std::exchange(m_isNew, false))
            return;
        m_history.awaitMove(tr("Made again: %1").arg(text()));
        m_history.m_lab.place().returnTo(m_end);
    }

private:
    ChangeHistory& m_history;
    Standing m_from;
    Standing m_end; ///< where one stood when it was taken back
    bool m_isNew = true;
};

ChangeHistory::ChangeHistory(Lab& lab, QObject* parent)
    : QObject(parent)
    , m_lab(lab) {
    connectRun();
}

void ChangeHistory::connectRun() {
    connect(&m_lab, &Lab::experimentChanged, this, &ChangeHistory::clear);
    connect(&m_lab, &Lab::historyLoaded, this, &ChangeHistory::rememberMarks);
    connect(&m_lab, &Lab::changeApplied, this, &ChangeHistory::takeMark);
    connect(&m_lab, &Lab::problem, this, [this] { m_moving = false; });
    RunPlace& place = m_lab.place();
    connect(&place, &RunPlace::wentBack, this, [this](const CheckpointInfo& to, const Standing& from) {
        const QString words =
            m_lab.saves().tookOnlyWeights() ? tr("taking the weights of %1") : tr("going back to %1");
        m_stack.push(new PlaceStep(*this, from, words.arg(nameOf(to))));
    });
    connect(&place, &RunPlace::settled, this, [this](const StepPlace& here, const Standing& from) {
        m_stack.push(new PlaceStep(*this, from, tr("going on from step %1").arg(countText(here.step))));
    });
    connect(&place, &RunPlace::moved, this, [this] {
        if (std::exchange(m_moving, false)) // told behind all that a move says by itself
            QMetaObject::invokeMethod(
                this, [this, news = m_news] { emit told(news); }, Qt::QueuedConnection);
    });
}

void ChangeHistory::clear() {
    m_stack.clear();
    m_moving = false;
}

void ChangeHistory::undo() {
    if (!m_moving)
        m_stack.undo();
}

void ChangeHistory::redo() {
    if (!m_moving)
        m_stack.redo();
}

void ChangeHistory::changeRecipe(const Experiment& after) {
    m_stack.push(new RecipeStep(*this, m_lab.experiment(), after));
}

void ChangeHistory::changeKnobs(const LiveSettings& after, const QString& words) {
    m_lab.place().settle();
    m_stack.push(new KnobStep(*this, m_lab.settings(), after, words));
}

void ChangeHistory::changeEpochs(std::int64_t after) {
    m_stack.push(new EpochStep(*this, m_lab.plannedEpochs(), after));
}

/// A run that was opened: what led to where it stands can be taken back, too.
void ChangeHistory::rememberMarks() {
    clear();
    for (const Mark& mark : marksOnTheWayTo({}, m_lab.timeline()))
        if (mark.step <= m_lab.timeline().currentStep && isByHand(mark))
            m_stack.push(new KnobStep(*this, mark));
}

void ChangeHistory::takeMark(const Mark& mark) {
    if (mark.branch != m_lab.timeline().current || !isByHand(mark))
        return;
    for (KnobStep* step : m_knobs)
        if (step->isWaiting())
            step->makeWith(mark.id);
}

bool ChangeHistory::waitAgain(MarkId mark, const KnobStep* besides) {
    bool any = false;
    for (KnobStep* step : m_knobs)
        if (step != besides && step->isMadeWith(mark)) {
            step->waitAgain();
            any = true;
        }
    return any;
}

void ChangeHistory::haveAgain(MarkId mark) {
    for (KnobStep* step : m_knobs)
        if (step->isWaiting() && step->formerMark() == mark)
            step->makeWith(mark);
}

void ChangeHistory::awaitMove(const QString& news) {
    m_moving = true;
    m_news = news;
}

void ChangeHistory::tellUndone(const QString& words) {
    emit told(tr("Taken back: %1").arg(words));
}

void ChangeHistory::tellMadeAgain(const QString& words) {
    emit told(tr("Made again: %1").arg(words));
}

} // namespace neurarium
