// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include "report/checkpoint_info.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace neurarium {

class ElidedLabel;

/// What is known about the chosen checkpoint, its name to be edited, and the two ways back to it.
class SlotDetails : public QWidget {
    Q_OBJECT

public:
    explicit SlotDetails(QWidget* parent = nullptr);

    void setCheckpoint(const CheckpointInfo& checkpoint);
    /// No checkpoint is chosen.
    void clear();
    void setThumbnail(const QImage& picture);
    /// Two lines instead of the whole card; "Save here" moves in here.
    void setCompact(bool compact);
    /// Going back is not possible now (nothing trains, or the run is open for looking only).
    void setActionsEnabled(bool enabled);
    void focusName();

signals:
    void goBackRequested(CheckpointId checkpoint);
    void takeWeightsRequested(CheckpointId checkpoint);
    /// What is different in this slot, compared with another?
    void whatChangedRequested(CheckpointId checkpoint);
    /// What is in the file of this slot?
    void xRayRequested(CheckpointId checkpoint);
    void renameRequested(CheckpointId checkpoint, const QString& name);
    void saveRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildActions(QVBoxLayout* layout);
    void connectActions();
    void retranslate();
    void recolor();
    void fitText();
    void showCheckpoint();
    void rename();
    void openMenu();

    CheckpointInfo m_checkpoint;
    QImage m_picture;
    bool m_compact = false;
    bool m_enabled = true;
    QLabel* m_thumbnail;
    QLabel* m_letter;
    QLineEdit* m_name;
    QToolButton* m_pencil;
    QLabel* m_score;
    ElidedLabel* m_result;
    ElidedLabel* m_place;
    QPushButton* m_goBack;
    QPushButton* m_takeWeights;
    QPushButton* m_whatChanged;
    QPushButton* m_xRay;
    QToolButton* m_save;
    QToolButton* m_more;
    QLabel* m_codeIcon;
    ElidedLabel* m_code;
    QLabel* m_nothing;
};

} // namespace neurarium
