// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCoreApplication>

#include "report/attention_maps.h"
#include "widgets/attention_layout.h"

namespace neurarium {

/// What a cell of an attention map says.
class AttentionWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::AttentionWords)

public:
    /// The tokens of a text as the edges of its map show them.
    static QStringList tokens(const AttentionMaps& maps);
    /// The share of attention; nothing for words that were not read yet, and where the weights are not T×T.
    static std::optional<float> weight(const AttentionMaps& maps, std::size_t head, AttentionCell cell);
    /// "그것 → 상자": who looks, and who is looked at.
    static QString pair(const QString& from, const QString& to);
    /// "84 %", "1.2 %" or "not read yet".
    static QString share(std::optional<float> weight);
};

} // namespace neurarium
