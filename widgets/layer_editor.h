// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "report/recipe.h"
#include "widgets/layer_path.h"

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace neurarium {

class LayerDetails;
class LayerRow;

/// The layers of a recipe as a list in plain words: add, remove, reorder, configure. What the check says
/// stands at each layer.
class LayerEditor : public QWidget {
    Q_OBJECT
public:
    explicit LayerEditor(QWidget* parent = nullptr);

    void setCatalogue(const RecipeCatalogue& catalogue);
    /// Shows a network; nothing is emitted. The chosen layer stays chosen if it is still there.
    void setNetwork(const LayerList& network);
    const LayerList& network() const { return m_network; }
    void setCheck(const RecipeCheck& check);
    /// Locked: the list is shown, and nothing can be changed.
    void setLocked(bool locked);

    const LayerPath& chosen() const { return m_chosen; }
    /// Shows the options of a layer; an empty path closes them.
    void choose(const LayerPath& path);

    /// The intentions behind buttons, menus and keys.
    void addAfterChosen(const std::string& type);
    /// Into the chosen block: its layers, or its shortcut.
    void addInside(const std::string& type, bool shortcut);
    void removeChosen();
    void moveChosen(int by);

    LayerDetails* details() const { return m_details; }
    const std::vector<LayerRow*>& rows() const { return m_rows; }

signals:
    /// The user changed the network.
    void networkChanged(const neurarium::LayerList& network);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    LayerRow* makeRow(const LayerPath& path);
    void describeRows();
    void describeRow(LayerRow* row, const LayerPath& path);
    void placeDetails();
    void walk(int by);
    void insert(const LayerPath& path, const std::string& type);
    void translate();
    void fillAddMenu();

    RecipeCatalogue m_catalogue;
    LayerList m_network;
    RecipeCheck m_check;
    LayerPath m_chosen;
    bool m_locked = false;
    std::vector<LayerPath> m_paths;
    std::vector<LayerRow*> m_rows; ///< one for each path
    LayerRow* m_input;
    QVBoxLayout* m_list;
    LayerDetails* m_details;
    QPushButton* m_add;
};

} // namespace neurarium
