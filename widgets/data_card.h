// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/import_report.h"
#include "report/recipe.h"
#include "widgets/card.h"

class QLabel;

namespace neurarium {

class AugmentationKnob;
class ChoiceForm;
class FlowLayout;
class Knob;
class OptionForm;

/// The first card of the recipe: what is learnt from, how much is kept for checking, how photos are varied,
/// and whether labels that may be wrong are put right.
class DataCard : public Card {
    Q_OBJECT
public:
    explicit DataCard(QWidget* parent = nullptr);

    void setCatalogue(const RecipeCatalogue& catalogue);
    /// Shows the data part of a recipe; nothing is emitted.
    void setRecipe(const Recipe& recipe);
    /// Writes what this card says into a recipe.
    void writeTo(Recipe& recipe) const;
    void setClassCounts(const std::vector<ClassCount>& classes);
    /// The data are pictures, so that they can be varied.
    void setPictures(bool pictures);
    /// A run exists: only the augmentation and the labels can be changed.
    void setLive(bool live);

    AugmentationKnob* augmentation() const { return m_augmentation; }
    /// Shown only where the recipe makes labels wrong; it does not tell which, nor from when on.
    Knob* labels() const { return m_labels; }
    ChoiceForm* source() const { return m_source; }
    Knob* validation() const { return m_validation; }
    OptionForm* more() const { return m_more; }

signals:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void lookFor(const QString& option);
    void showCounts();
    void showLabels();
    void translate();
    void recolor();

    Recipe m_recipe;
    std::vector<ClassCount> m_classes;
    bool m_live = false;
    QWidget* m_counts;
    FlowLayout* m_countsFlow;
    QLabel* m_lock;
    QLabel* m_split;
    ChoiceForm* m_source;
    Knob* m_validation;
    OptionForm* m_more;
    AugmentationKnob* m_augmentation;
    Knob* m_labels;
};

} // namespace neurarium
