// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/token_words.h"

#include <algorithm>

#include "widgets/token_text.h"

namespace neurarium {

QString TokenWords::name(TokenizerKind kind) {
    switch (kind) {
    case TokenizerKind::Characters:
        return tr("Letters");
    case TokenizerKind::Jamo:
        return tr("Jamo");
    case TokenizerKind::Bytes:
        return tr("Bytes");
    case TokenizerKind::Bpe:
        return tr("Learnt pieces");
    case TokenizerKind::Words:
        return tr("Words");
    }
    return {};
}

double TokenWords::price(const TokenCut& cut, const std::string& text) {
    constexpr double kHundred = 100;
    const qsizetype letters = letterCount(QString::fromStdString(text));
    return letters > 0 ? kHundred * static_cast<double>(cut.pieces.size()) / static_cast<double>(letters) : 0;
}

double TokenWords::highestPrice(const TextCuts& cuts) {
    double highest = 0;
    for (const TokenCut& cut : cuts.cuts)
        highest = std::max(highest, price(cut, cuts.text));
    return highest;
}

QString TokenWords::count(const TokenCut& cut) {
    return tr("%n token(s)", nullptr, static_cast<int>(cut.pieces.size()));
}

QString TokenWords::price(double price) {
    return tr("%1 for 100 letters").arg(price, 0, 'f', 0);
}

} // namespace neurarium
