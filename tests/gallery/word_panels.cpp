// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/word_panels.h"

#include "tests/widgets/photo_example.h"
#include "tests/widgets/word_map_example.h"
#include "tests/widgets/writing_example.h"
#include "widgets/search_field.h"
#include "widgets/word_map_panel.h"
#include "widgets/writing_panel.h"

namespace neurarium {

namespace {

constexpr std::int64_t kEpochs = 14;

/// A map as it is after some epochs, three of its words measured.
std::unique_ptr<WordMapPanel> wordMap(int dimensions, int more) {
    auto panel = std::make_unique<WordMapPanel>();
    panel->setMethod(ProjectionMethod::Pca, dimensions);
    for (std::int64_t epoch = 0; epoch <= kEpochs; ++epoch) {
        const auto words = wordExample(epoch, more);
        panel->setEmbeddings(words);
        panel->setProjection(pcaExample(*words, dimensions));
    }
    for (const qint64 word : {0, 4, 8})
        panel->toggleMeasured(word);
    panel->choose(0);
    return panel;
}

std::unique_ptr<WritingPanel> writing(int tokens, bool full) {
    auto panel = std::make_unique<WritingPanel>();
    panel->setVocabulary(320);
    std::vector<CheckpointInfo> saves(3);
    for (std::size_t i = 0; i < saves.size(); ++i) {
        saves[i].id = CheckpointId{static_cast<std::int64_t>(i) + 1};
        saves[i].letter = std::string(1, static_cast<char>('A' + i));
        saves[i].epoch = 10 * static_cast<std::int64_t>(i) + 2;
    }
    panel->setSaves(saves);
    panel->setPrompt(QStringLiteral("고양이가 상자에서"));
    for (int i = 0; i <= tokens; ++i) {
        auto now = writingExample(i);
        now->full = full && i == tokens;
        panel->setWriting(now);
    }
    for (const CheckpointInfo& save : saves) {
        auto answer = writingExample(static_cast<int>(save.id.value) * 2, save.epoch);
        answer->checkpoint = save.id;
        panel->setAnswer(*answer);
    }
    return panel;
}

} // namespace

std::unique_ptr<QWidget> wordMapFlat() {
    return wordMap(2, 0);
}

std::unique_ptr<QWidget> wordMapSolid() {
    return wordMap(3, 300);
}

std::unique_ptr<QWidget> wordMapSearch() {
    auto panel = wordMap(2, 100);
    panel->search()->setText(QStringLiteral("ㄱ"));
    return panel;
}

/// Pictures of four classes, each of one grey.
std::unique_ptr<QWidget> wordMapPictures() {
    auto panel = std::make_unique<WordMapPanel>();
    const PhotoExample photos = photoExample(60, 4);
    auto things = wordExample(kEpochs, 44);
    things->labels.clear();
    things->groups = photos.pictures->classes;
    for (const int group : things->groups)
        things->labels.push_back(photos.pictures->classNames[static_cast<std::size_t>(group)]);
    things->groupNames = photos.pictures->classNames;
    things->pictures = photos.pictures->pictures;
    panel->setEmbeddings(things);
    panel->setProjection(pcaExample(*things, 2));
    panel->choose(5);
    return panel;
}

std::unique_ptr<QWidget> writingBegun() {
    return writing(0, false);
}

std::unique_ptr<QWidget> writingWhy() {
    auto panel = writing(3, false);
    panel->askWhy(5);
    return panel;
}

std::unique_ptr<QWidget> writingFull() {
    return writing(28, true);
}

} // namespace neurarium
