// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

#include "report/checkpoint_info.h"
#include "report/proof.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace neurarium {

class ElidedLabel;
class NoteField;

/// What is known about the chosen checkpoint, its name and note to be edited, the two ways back to it, and
/// the questions that can be asked about it.
class SlotDetails : public QWidget {
    Q_OBJECT

public:
    explicit SlotDetails(QWidget* parent = nullptr);

    void setCheckpoint(const CheckpointInfo& checkpoint);
    /// No checkpoint is chosen.
    void clear();
    void setThumbnail(const QImage& picture);
    /// What training once more has shown for this checkpoint, if that was done.
    void setProof(const std::optional<Proof>& proof);
    /// Two lines instead of the whole card; "Save here" moves in here.
    void setCompact(bool compact);
    /// Going back is not possible now (nothing trains, or the run is open for looking only).
    void setActionsEnabled(bool enabled);
    void focusName();

signals:
    void goBackRequested(CheckpointId checkpoint);
    void takeWeightsRequested(CheckpointId checkpoint);
    /// Two trainings from this slot, one with one change.
    void twinRequested(CheckpointId checkpoint);
    /// What is different in this slot, compared with another?
    void whatChangedRequested(CheckpointId checkpoint);
    /// What is in the file of this slot?
    void xRayRequested(CheckpointId checkpoint);
    /// Is it really the same when it is trained once more?
    void proveRequested(CheckpointId checkpoint);
    void renameRequested(CheckpointId checkpoint, const QString& name);
    void noteEdited(CheckpointId checkpoint, const QString& note);
    void saveRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildTop(QVBoxLayout* layout);
    void buildWays(QVBoxLayout* layout);
    void buildQuestions(QVBoxLayout* layout);
    void connectActions();
    void retranslate();
    void explainWays();
    void recolor();
    void fitText();
    void showCheckpoint();
    void showParts();
    void showSample();
    void showProof();
    void rename();
    void openMenu();

    CheckpointInfo m_checkpoint;
    std::optional<Proof> m_proof;
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
    ElidedLabel* m_moment;
    ElidedLabel* m_sample;
    NoteField* m_note;
    QPushButton* m_goBack;
    ElidedLabel* m_goBackHint;
    QPushButton* m_takeWeights;
    ElidedLabel* m_takeWeightsHint;
    QPushButton* m_twin;
    QPushButton* m_whatChanged;
    QPushButton* m_xRay;
    QPushButton* m_prove;
    QToolButton* m_save;
    QToolButton* m_more;
    QLabel* m_codeIcon;
    ElidedLabel* m_code;
    QLabel* m_nothing;
};

} // namespace neurarium
