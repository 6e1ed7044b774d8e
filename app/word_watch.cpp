// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/word_watch.h"

#include <algorithm>

#include "app/lesson_watch.h"
#include "widgets/attention_panel.h"
#include "widgets/tokens_panel.h"
#include "widgets/word_map_panel.h"

namespace neurarium {

namespace {

constexpr int kLetters = 3; ///< of a script, for a text to be written in it

int lettersOf(QChar::Script script, const QString& text) {
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [script](QChar each) { return each.script() == script; }));
}

void noteText(WordFacts& words, const QString& text) {
    const int korean = lettersOf(QChar::Script_Hangul, text), latin = lettersOf(QChar::Script_Latin, text);
    words.ownText = true;
    words.koreanText = words.koreanText || korean >= kLetters;
    words.englishText = words.englishText || (latin >= kLetters && korean == 0);
}

void hear(TokensPanel& panel, LessonWatch& watch) {
    const auto note = [&watch](auto change) { watch.noteWords(change); };
    QObject::connect(&panel, &TokensPanel::textAsked, &watch, [note](const QString& text) {
        note([&text](WordFacts& words) { noteText(words, text); });
    });
    QObject::connect(&panel, &TokensPanel::pieceChosen, &watch,
                     [note] { note([](WordFacts& words) { ++words.piecesChosen; }); });
    QObject::connect(&panel, &TokensPanel::joinedAgain, &watch,
                     [note] { note([](WordFacts& words) { ++words.joinedAgain; }); });
    QObject::connect(&panel, &TokensPanel::merged, &watch, [note](int byHand, qint64 all) {
        note([byHand, all](WordFacts& words) {
            words.mergesByHand = byHand;
            words.merges = all;
        });
    });
    QObject::connect(&panel, &TokensPanel::vocabularySearched, &watch,
                     [note] { note([](WordFacts& words) { ++words.vocabularySearches; }); });
}

void hear(AttentionPanel& panel, LessonWatch& watch) {
    const auto note = [&watch](auto change) { watch.noteWords(change); };
    QObject::connect(&panel, &AttentionPanel::sentenceAsked, &watch,
                     [note] { note([](WordFacts& words) { ++words.ownSentences; }); });
    QObject::connect(&panel, &AttentionPanel::headChosen, &watch,
                     [note] { note([](WordFacts& words) { ++words.headsChosen; }); });
    QObject::connect(&panel, &AttentionPanel::cellLookedAt, &watch, [note](double share) {
        note([share](WordFacts& words) { words.brightest = std::max(words.brightest, share); });
    });
    QObject::connect(&panel, &AttentionPanel::headSwitched, &watch, [note](HeadPlace, bool off) {
        note([off](WordFacts& words) { words.headsOff += off ? 1 : 0; });
    });
    QObject::connect(&panel, &AttentionPanel::noteEdited, &watch,
                     [note] { note([](WordFacts& words) { ++words.headNotes; }); });
    QObject::connect(&panel, &AttentionPanel::pageChanged, &watch, [note](AttentionPanel::Page page) {
        note([page](WordFacts& words) {
            words.headsCompared = words.headsCompared || page == AttentionPanel::Page::Heads;
            words.sentencesSeen =
                words.sentencesSeen || (page == AttentionPanel::Page::Sentences && words.headsOff > 0);
        });
    });
}

void hear(WordMapPanel& panel, LessonWatch& watch) {
    const auto note = [&watch](auto change) { watch.noteWords(change); };
    QObject::connect(&panel, &WordMapPanel::wordsFound, &watch, [note](int count) {
        note([count](WordFacts& words) { words.wordFound = words.wordFound || count > 0; });
    });
    QObject::connect(&panel, &WordMapPanel::wordChosen, &watch,
                     [note] { note([](WordFacts& words) { ++words.wordsChosen; }); });
    QObject::connect(&panel, &WordMapPanel::measured, &watch, [note](const QList<double>& lengths) {
        note([&lengths](WordFacts& words) {
            words.measured = static_cast<int>(lengths.size());
            words.firstNearer = lengths.size() > 1 && lengths[0] < lengths[1];
        });
    });
    QObject::connect(&panel, &WordMapPanel::projectionWanted, &watch,
                     [note, before = panel.method()](ProjectionMethod method, int dimensions) {
                         note([=](WordFacts& words) {
                             words.otherMap = words.otherMap || method != before;
                             words.solidMap = words.solidMap || dimensions == 3;
                         });
                     });
}

template <typename Panel>
void hearAll(const QWidget& window, LessonWatch& watch) {
    constexpr char kHeard[] = "heardByLesson";
    for (Panel* panel : window.findChildren<Panel*>())
        if (!panel->property(kHeard).toBool()) {
            panel->setProperty(kHeard, true);
            hear(*panel, watch);
        }
}

} // namespace

void watchWordPanels(const QWidget& window, LessonWatch& watch) {
    hearAll<TokensPanel>(window, watch);
    hearAll<AttentionPanel>(window, watch);
    hearAll<WordMapPanel>(window, watch);
}

} // namespace neurarium
