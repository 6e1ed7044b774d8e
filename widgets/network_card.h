// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/recipe.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace neurarium {

class LayerEditor;

/// The second card of the recipe: the layers, and how many numbers they have to learn.
class NetworkCard : public Card {
    Q_OBJECT
public:
    explicit NetworkCard(QWidget* parent = nullptr);

    void setCatalogue(const RecipeCatalogue& catalogue);
    void setRecipe(const Recipe& recipe);
    void writeTo(Recipe& recipe) const;
    void setCheck(const RecipeCheck& check);
    /// A run exists: the layers can be looked at only.
    void setLive(bool live);

    LayerEditor* editor() const { return m_editor; }

signals:
    void edited();
    /// The user wants to change what a run has fixed.
    void unlockRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void showSum();

    RecipeCheck m_check;
    LayerEditor* m_editor;
    QLabel* m_sumName;
    QLabel* m_sum;
    QLabel* m_problem;
    QLabel* m_lockedNote;
    QPushButton* m_unlock;
};

} // namespace neurarium
