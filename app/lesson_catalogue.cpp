// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_catalogue.h"

#include <algorithm>

namespace neurarium {

const std::vector<LessonKind>& lessonCatalogue() {
    static const std::vector<LessonKind> catalogue{
        {"teach-it-cats", "cat-sketches", {"batch", "predictions", "confusion"}, 15, LessonPicture::Cats},
        {"learning-by-heart", "few-sketches", {"predictions", "batch"}, 20, LessonPicture::Overfitting},
        {"saved-games", "slipped-labels", {"batch", "predictions"}, 20, LessonPicture::Branches},
        {"draw-the-border", "spiral-dropout", {"decision", "network"}, 15, LessonPicture::Points},
        {"cut-the-words", "stories", {"tokens"}, 20, LessonPicture::Tokens, "stories-ko"},
        {"who-looks-at-whom", "stories", {"attention", "tokens"}, 30, LessonPicture::Attention, "stories-ko"},
        {"word-map", "stories", {"word-map"}, 25, LessonPicture::WordMap, "stories-ko"},
    };
    return catalogue;
}

const LessonKind* lessonKind(const std::string& id) {
    const auto& catalogue = lessonCatalogue();
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const LessonKind& kind) { return kind.id == id; });
    return found == catalogue.end() ? nullptr : &*found;
}

} // namespace neurarium
