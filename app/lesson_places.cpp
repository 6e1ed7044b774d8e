// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_places.h"

namespace neurarium {

const QStringList& lessonPlaces() {
    static const QStringList places{
        "train",    "step",          "restart", "speed",       "chart",    "sentence",
        "timeline", "recipe",        "data",    "network",     "training", "augmentation",
        "dropout",  "learning-rate", "labels",  "predictions", "batch",    "decision",
        "drawing",  "confusion",     "tokens",  "attention",   "word-map",
    };
    return places;
}

} // namespace neurarium
