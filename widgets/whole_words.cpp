// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr QChar kWordJoiner(0x2060);

bool isSyllable(QChar letter) {
    return letter.script() == QChar::Script_Hangul;
}

} // namespace

QString wholeWords(QString text) {
    for (qsizetype i = text.size() - 1; i > 0; --i)
        if (isSyllable(text[i - 1]) && isSyllable(text[i]))
            text.insert(i, kWordJoiner);
    return text;
}

} // namespace neurarium
