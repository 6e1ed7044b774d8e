// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/token_text.h"

#include <cstdint>

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

namespace neurarium {

namespace {

constexpr QChar kEllipsis(0x2026);
constexpr QChar kVisibleSpace(0x2423);

// Signs that the engine shows for the end of a line and a tab; the window's fonts do not have them.
constexpr std::string_view kLineEnd = "\xE2\x86\xB5", kTab = "\xE2\x87\xA5";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Bytes of the UTF-8 sequence at the beginning; 0 when there is none (RFC 3629).
std::size_t sequenceLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U;
    };
    const unsigned first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    // Too long forms, halves of surrogate pairs, and what lies above U+10FFFF.
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (first < 0xC2 || first > 0xF4 || at(1) < low || at(1) > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((at(i) & 0xC0U) != 0x80)
            return 0;
    return length;
}

QString byteText(char byte) {
    return QStringLiteral("<%1>")
        .arg(static_cast<unsigned>(static_cast<std::uint8_t>(byte)), 2, 16, QLatin1Char('0'))
        .toUpper();
}

QString letterText(std::string_view letter) {
    if (letter == " ")
        return kVisibleSpace;
    if (letter == "\n" || letter == kLineEnd)
        return QStringLiteral("\\n");
    if (letter == "\t" || letter == kTab)
        return QStringLiteral("\\t");
    const bool control =
        letter.size() == 1 && (static_cast<std::uint8_t>(letter[0]) < 0x20 || letter[0] == 0x7F);
    return control ? byteText(letter[0])
                   : QString::fromUtf8(letter.data(), static_cast<qsizetype>(letter.size()));
}

} // namespace

QString tokenText(const std::string& token) {
    QString text;
    for (std::string_view rest = token; !rest.empty();) {
        const std::size_t length = rest.starts_with(kReplacement) ? 0 : sequenceLength(rest);
        text += length == 0 ? byteText(rest[0]) : letterText(rest.substr(0, length));
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

QString fittedText(const QString& text, const QFontMetricsF& metrics, double width) {
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    letters.toEnd();
    while (letters.toPreviousBoundary() > 0) {
        const QString shorter = text.left(letters.position()) + kEllipsis;
        if (metrics.horizontalAdvance(shorter) <= width)
            return shorter;
    }
    return kEllipsis;
}

qsizetype letterCount(const QString& text) {
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (letters.toNextBoundary() >= 0)
        ++count;
    return count;
}

} // namespace neurarium
