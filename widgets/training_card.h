// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "report/recipe.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace neurarium {

class ChoiceForm;
class Knob;
class OptionForm;

/// The third card of the recipe: how training goes. Learning rate and dropout are live.
class TrainingCard : public Card {
    Q_OBJECT
public:
    explicit TrainingCard(QWidget* parent = nullptr);

    void setCatalogue(const RecipeCatalogue& catalogue);
    void setRecipe(const Recipe& recipe);
    void writeTo(Recipe& recipe);
    void setLive(bool live);

    /// The one dropout knob sets the rate of every dropout layer of the network; off keeps the rates.
    void setDropout(std::optional<double> rate, bool on);
    void setLearningRate(double rate);
    void setBatchSize(std::int64_t size, const QString& waitingNote = {});

    Knob* learningRate() const { return m_rate; }
    Knob* dropout() const { return m_dropout; }
    Knob* batchSize() const { return m_batch; }
    OptionForm* length() const { return m_length; }
    OptionForm* more() const { return m_more; }
    ChoiceForm* optimizer() const { return m_optimizer; }
    ChoiceForm* schedule() const { return m_schedule; }
    ChoiceForm* loss() const { return m_loss; }

signals:
    void edited();
    void learningRateChanged(double rate);
    void dropoutChanged(std::optional<double> rate, bool on);
    void batchSizeChanged(qint64 size);
    void epochsChanged(qint64 epochs);
    void undoRequested(int mark);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectKnobs();
    void changeDropout();
    void translate();
    void showLocked();
    void recolor();

    Recipe m_recipe;
    RecipeCatalogue m_catalogue;
    std::vector<double> m_rates; ///< of each dropout layer, kept while dropout is off before training
    std::optional<double> m_dropoutRate;
    bool m_dropoutMoved = false; ///< the knob, not a layer's own option, was changed
    bool m_live = false;
    Knob* m_rate;
    Knob* m_dropout;
    Knob* m_batch;
    OptionForm* m_length;
    QPushButton* m_moreButton;
    QWidget* m_moreBox;
    ChoiceForm* m_optimizer;
    ChoiceForm* m_schedule;
    ChoiceForm* m_loss;
    OptionForm* m_more;
    QWidget* m_lockedRow;
    QLabel* m_lock;
    QLabel* m_lockedText;
};

} // namespace neurarium
