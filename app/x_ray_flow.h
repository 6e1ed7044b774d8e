// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "report/recipe.h"

class QWidget;

namespace neurarium {

class BackgroundWork;
class XRayDialog;

/// X-rays of checkpoints: looks through a file beside the window, shows what is in it, and saves copies in
/// which tensors are 0.
class XRayFlow : public QObject {
    Q_OBJECT
public:
    explicit XRayFlow(QWidget* window);

    /// `network`: the layers whose checkpoint it is, so that its tensors have plain names; none for a file
    /// from elsewhere.
    void open(const QString& file, const std::vector<LayerRecipe>& network = {});
    /// Asks for a file first.
    void choose();
    /// Null while no file is looked into.
    XRayDialog* dialog() const { return m_dialog; }
    /// Saves a copy of the file that is looked into.
    void saveCopy(const QStringList& tensors, const QString& copy);

private:
    void makeDialog();
    void chooseCopy(const QStringList& tensors);

    QWidget* m_window;
    XRayDialog* m_dialog = nullptr;
    BackgroundWork* m_work = nullptr; ///< goes with the dialog
};

} // namespace neurarium
