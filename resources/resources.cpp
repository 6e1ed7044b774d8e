// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QtCore/qglobal.h>

void loadNeurariumResources()
{
    Q_INIT_RESOURCE(neurarium_icons);
    Q_INIT_RESOURCE(neurarium_lesson_texts);
}
