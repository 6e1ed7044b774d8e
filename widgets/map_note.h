// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "report/embeddings.h"

namespace neurarium {

/// Words about a map in the language of the window.
class MapNote {
    Q_DECLARE_TR_FUNCTIONS(neurarium::MapNote)

public:
    /// Where the numbers come from and what the map does not show.
    static QString text(const Projection& map, std::int64_t dimensions);
    /// "PCA", "t-SNE", "UMAP".
    static QString method(ProjectionMethod method);
    /// What the method does, in one sentence.
    static QString methodHint(ProjectionMethod method);
    /// "epoch 34", or how far a map has come that is still being worked out.
    static QString state(const Projection& map);
};

} // namespace neurarium
