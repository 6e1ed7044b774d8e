// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "report/timeline.h"

namespace neurarium {

/// A list of all checkpoints of a run, of which one is chosen. The first one is where training stands; it has
/// no id.
class CheckpointChooser : public QComboBox {
    Q_OBJECT
public:
    explicit CheckpointChooser(QWidget* parent = nullptr);

    /// The checkpoint that is chosen stays so while it exists; afterwards it is where training stands.
    void setTimeline(const Timeline& timeline);
    void setCheckpoint(CheckpointId checkpoint);
    CheckpointId checkpoint() const;
    /// "C", or "epoch 12" when it has no letter, or "now".
    QString shortText() const;

signals:
    /// The user chose another one.
    void checkpointChosen(neurarium::CheckpointId checkpoint);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Rows;
    Rows* m_rows;
};

} // namespace neurarium
