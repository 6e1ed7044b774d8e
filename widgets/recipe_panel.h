// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QScrollArea>

#include "report/import_report.h"
#include "report/recipe.h"
#include "report/timeline.h"

class QLabel;

namespace neurarium {

class Card;
class DataCard;
class Knob;
class NetworkCard;
class TrainingCard;

/// The recipe as three cards: data, network, training. Before a run everything can be changed and is told as
/// a whole recipe; while a run lasts only the live knobs can be, and each change is told by itself.
class RecipePanel : public QScrollArea {
    Q_OBJECT
public:
    explicit RecipePanel(QWidget* parent = nullptr);

    void setCatalogue(const RecipeCatalogue& catalogue);
    /// Shows a recipe; nothing is emitted.
    void setRecipe(const Recipe& recipe);
    const Recipe& recipe() const { return m_recipe; }
    /// The answer to `recipeEdited`.
    void setCheck(const RecipeCheck& check);
    void setClassCounts(const std::vector<ClassCount>& classes);
    /// A run exists (training or paused): only live knobs can be changed.
    void setLive(bool live);
    /// Only one card open at a time, for low windows.
    void setCompact(bool compact);

    /// The live knobs as the engine says they are; nothing is emitted.
    void setLearningRate(double rate);
    void setDropout(std::optional<double> rate, bool on);
    void setAugmentation(const AugmentationOptions& options);
    void setBatchSize(std::int64_t size, const QString& waitingNote = {});
    void setLabelsCorrected(bool corrected);
    /// The changes on the way to where the network stands, in order; the last of each knob is shown at it.
    void setMarks(const std::vector<Mark>& marks);

    DataCard* dataCard() const { return m_data; }
    NetworkCard* networkCard() const { return m_network; }
    TrainingCard* trainingCard() const { return m_training; }

signals:
    void recipeEdited(const neurarium::Recipe& recipe);
    void learningRateChanged(double rate);
    void dropoutChanged(std::optional<double> rate, bool on);
    void augmentationChanged(const neurarium::AugmentationOptions& options);
    void batchSizeChanged(qint64 size);
    /// All training labels are right; or as the recipe makes them.
    void labelsCorrected(bool corrected);
    void epochsChanged(qint64 epochs);
    void undoRequested(int mark);
    /// The user wants to change what the run has fixed: a new run from this recipe.
    void unlockRequested();

protected:
    void changeEvent(QEvent* event) override;
    QSize sizeHint() const override;

private:
    void build();
    void connectCards();
    void gather();
    Knob* knobOf(const Change& change) const;
    void keepOneOpen(Card* opened);
    void translate();
    void recolor();
    void fit();

    Recipe m_recipe;
    std::vector<Mark> m_marks;
    bool m_live = false;
    bool m_compact = false;
    QLabel* m_title;
    QLabel* m_bolt;
    QLabel* m_hint;
    DataCard* m_data;
    NetworkCard* m_network;
    TrainingCard* m_training;
};

} // namespace neurarium
