// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QListView>

#include "report/comparison.h"
#include "widgets/layer_path.h"

namespace neurarium {

/// Which tensors of the network moved most, as bars: the furthest first, each with its name in plain words
/// and in the file.
class MovedTensors : public QListView {
    Q_OBJECT
public:
    explicit MovedTensors(QWidget* parent = nullptr);

    void setMoves(const std::vector<TensorMove>& moves, const LayerList& network);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Rows;
    class Bars;
    Rows* m_rows;
};

} // namespace neurarium
