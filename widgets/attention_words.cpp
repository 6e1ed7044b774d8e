// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_words.h"

#include "widgets/number_text.h"
#include "widgets/token_text.h"

namespace neurarium {

namespace {

/// Without the blank before a word, which says nothing there.
QString edgeText(const QString& token) {
    constexpr QChar kVisibleSpace(0x2423);
    return token.size() > 1 && token.startsWith(kVisibleSpace) ? token.mid(1) : token;
}

} // namespace

QStringList AttentionWords::tokens(const AttentionMaps& maps) {
    QStringList texts;
    for (const std::string& token : maps.tokens)
        texts << edgeText(tokenText(token));
    return texts;
}

std::optional<float> AttentionWords::weight(const AttentionMaps& maps, std::size_t head, AttentionCell cell) {
    const std::size_t count = maps.tokens.size();
    const auto row = static_cast<std::size_t>(cell.row), column = static_cast<std::size_t>(cell.column);
    if (cell.row < 0 || cell.column < 0 || row >= count || column >= count || head >= maps.heads.size() ||
        maps.heads[head].weights.size() != count * count || (maps.causal && column > row))
        return std::nullopt;
    return maps.heads[head].weights[row * count + column];
}

QString AttentionWords::pair(const QString& from, const QString& to) {
    return tr("%1 → %2").arg(from, to);
}

QString AttentionWords::share(std::optional<float> weight) {
    constexpr float kFewPercent = 0.1F;
    return weight ? percentText(static_cast<double>(*weight), *weight < kFewPercent ? 1 : 0)
                  : tr("not read yet");
}

} // namespace neurarium
