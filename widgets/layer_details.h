// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "report/recipe.h"

class QMenu;
class QPushButton;
class QToolButton;

namespace neurarium {

class OptionForm;

/// The options of the chosen layer, and the buttons that move and remove it.
class LayerDetails : public QFrame {
    Q_OBJECT
public:
    explicit LayerDetails(QWidget* parent = nullptr);

    void setLayer(const LayerRecipe& layer, const RecipeCatalogue& catalogue);
    OptionForm* form() const { return m_form; }
    QToolButton* removeButton() const { return m_remove; }

signals:
    void optionsChanged(const neurarium::Options& options);
    void moveRequested(int by);
    void removeRequested();
    /// For a block: a layer is wanted in its layers or in its shortcut.
    void insideRequested(const std::string& type, bool shortcut);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void recolor();

    OptionForm* m_form;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_remove;
    QPushButton* m_inside;
    QPushButton* m_shortcut;
    QWidget* m_blockRow;
    std::string m_type;
};

/// Fills a menu with the layers of the catalogue; the type is the action's data.
void fillLayerMenu(QMenu& menu, const RecipeCatalogue& catalogue);

} // namespace neurarium
