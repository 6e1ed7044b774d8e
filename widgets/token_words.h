// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "report/text_cuts.h"

namespace neurarium {

/// The words for ways to cut a text, and what a cut costs.
class TokenWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TokenWords)

public:
    static QString name(TokenizerKind kind);
    /// Tokens for each 100 letters of the text; 0 for an empty text.
    static double price(const TokenCut& cut, const std::string& text);
    /// The highest price of the cuts.
    static double highestPrice(const TextCuts& cuts);
    /// "11 tokens".
    static QString count(const TokenCut& cut);
    /// "58 for 100 letters".
    static QString price(double price);
};

} // namespace neurarium
