// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextBoundaryFinder>

/// Whether a text ends where a reader sees a letter end.
inline bool endsWithWholeLetter(const QString& part, const QString& whole) {
    if (part == whole)
        return true;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, whole);
    letters.setPosition(part.size() - 1); // without the dots
    return part.endsWith(QChar(0x2026)) && whole.startsWith(part.chopped(1)) && letters.isAtBoundary();
}
