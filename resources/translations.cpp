// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/translations.h"

#include <QString>
#include <QTranslator>

namespace neurarium {

bool loadWords(QTranslator& translator, const QString& language) {
    return translator.load(":/translations/neurarium_" + language + ".qm");
}

} // namespace neurarium
