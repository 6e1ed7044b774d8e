// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/shown_panels.h"

#include "tests/gallery/word_panels.h"
#include "tests/widgets/attention_example.h"
#include "tests/widgets/tokens_example.h"
#include "widgets/attention_map.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/cuts_page.h"
#include "widgets/merge_page.h"
#include "widgets/tokens_panel.h"
#include "widgets/vocabulary_page.h"

#include <QPushButton>

namespace neurarium {

namespace {

std::unique_ptr<AttentionPanel> attention(const std::vector<std::string>& tokens) {
    auto panel = std::make_unique<AttentionPanel>();
    for (std::int64_t step = 20; step <= 800; step += 20) {
        AttentionExample example{tokens};
        example.step = step;
        panel->setMaps(example.maps());
    }
    AttentionExample example{tokens};
    QString sentence;
    for (const std::string& token : tokens)
        sentence += QString::fromStdString(token);
    panel->setSentence(sentence.left(60));
    panel->setNotes({{{2, 0}, QStringLiteral("“그것”이 무엇인지 찾는 헤드")}});
    panel->mapPage().setChosen({2, 0});
    panel->mapPage().map().setMarked(AttentionCell{6, 2});
    return panel;
}

std::unique_ptr<QWidget> attentionKorean() {
    return attention(koreanTokens());
}

std::unique_ptr<QWidget> attentionEnglish() {
    return attention(englishTokens());
}

std::unique_ptr<QWidget> attentionOff() {
    auto panel = attention(koreanTokens());
    auto maps = AttentionExample().maps();
    maps->heads[8].off = true;
    panel->setMaps(maps);
    return panel;
}

std::unique_ptr<QWidget> attentionLong() {
    auto panel = attention(longText(512));
    panel->mapPage().map().setMarked(AttentionCell{300, 120});
    return panel;
}

std::unique_ptr<QWidget> attentionZoomed() {
    auto panel = attention(longText(512));
    panel->mapPage().map().setMarked(AttentionCell{300, 298});
    panel->mapPage().map().zoomTo(24, {300, 298});
    return panel;
}

std::unique_ptr<QWidget> attentionMany() {
    auto panel = std::make_unique<AttentionPanel>();
    panel->setMaps(AttentionExample{koreanTokens(), 12, 12}.maps());
    return panel;
}

std::unique_ptr<QWidget> attentionHeads() {
    auto panel = attention(koreanTokens());
    panel->setPage(AttentionPanel::Page::Heads);
    return panel;
}

std::unique_ptr<QWidget> attentionSentences() {
    auto panel = attention(koreanTokens());
    panel->setEffect(exampleEffect());
    panel->setPage(AttentionPanel::Page::Sentences);
    return panel;
}

std::unique_ptr<QWidget> attentionNone() {
    auto panel = std::make_unique<AttentionPanel>();
    panel->setSentence(QStringLiteral("고양이가 상자에서 잔다."));
    return panel;
}

std::unique_ptr<TokensPanel> tokens() {
    auto panel = std::make_unique<TokensPanel>();
    panel->setText(QStringLiteral("고양이가 잔다"));
    panel->setCuts(exampleCuts());
    panel->setMergeState(exampleMerges(0));
    panel->setMergeState(exampleMerges(4));
    return panel;
}

std::unique_ptr<QWidget> tokensCut() {
    return tokens();
}

std::unique_ptr<QWidget> tokensJoined() {
    auto panel = tokens();
    panel->cutsPage().joinButton().click();
    return panel;
}

std::unique_ptr<QWidget> tokensMerge() {
    auto panel = tokens();
    panel->setPage(TokensPanel::Page::Merges);
    return panel;
}

std::unique_ptr<QWidget> tokensMachine() {
    auto panel = tokens();
    panel->setPage(TokensPanel::Page::Merges);
    panel->setMergeProgress(213, 500);
    return panel;
}

std::unique_ptr<QWidget> tokensVocabulary() {
    auto panel = tokens();
    panel->setPage(TokensPanel::Page::Vocabulary);
    panel->setVocabulary(exampleVocabulary(TokenizerKind::Characters, 1204));
    return panel;
}

} // namespace

const std::vector<ShownPanel>& shownPanels() {
    static const std::vector<ShownPanel> panels{
        {"attention-korean", attentionKorean},
        {"attention-english", attentionEnglish},
        {"attention-off", attentionOff},
        {"attention-long", attentionLong},
        {"attention-zoomed", attentionZoomed},
        {"attention-many", attentionMany},
        {"attention-heads", attentionHeads},
        {"attention-sentences", attentionSentences},
        {"attention-none", attentionNone},
        {"tokens-cut", tokensCut},
        {"tokens-joined", tokensJoined},
        {"tokens-merge", tokensMerge},
        {"tokens-machine", tokensMachine},
        {"tokens-vocabulary", tokensVocabulary},
        {"word-map", wordMapFlat},
        {"word-map-solid", wordMapSolid},
        {"word-map-search", wordMapSearch},
        {"word-map-pictures", wordMapPictures},
        {"writing", writingBegun},
        {"writing-why", writingWhy},
        {"writing-full", writingFull},
    };
    return panels;
}

} // namespace neurarium
