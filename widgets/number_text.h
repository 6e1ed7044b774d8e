// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QString>

namespace neurarium {

// Whole numbers: countText in widgets/recipe_words.h.

/// Numbers as all languages of the window write them: a point for decimals, a comma for thousands, a space
/// before the per cent sign.
/// 0.817 is "81.7 %" with one decimal.
QString percentText(double fraction, int decimals = 0);
/// Three decimals, or powers of ten where those would say nothing.
QString lossText(double loss);
/// "0.9 MB", "12 kB": thousands of bytes, as file managers count.
QString bytesText(std::int64_t bytes);

} // namespace neurarium
