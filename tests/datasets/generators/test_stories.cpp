// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <set>

#include "data/token_windows.h"
#include "datasets/stories.h"
#include "text/hangul.h"
#include "text/utf8.h"

using namespace neurarium;

namespace {

constexpr std::uint64_t kStories = 1500;

const StoryWorld& worldOf(const QString& language) {
    return storyWorld(language == "ko" ? StoryLanguage::Korean : StoryLanguage::English);
}

Experiment experimentOf(const std::string& options) {
    return parseExperiment(R"({"neurarium":1,"data":{"source":"stories")" + options +
                           R"(},"network":[{"type":"relu"}]})");
}

std::vector<std::vector<float>> inputsOf(const Dataset& dataset) {
    std::vector<std::vector<float>> inputs;
    const auto size = static_cast<std::size_t>(dataset.description().targetSize);
    std::vector<float> input(size), target(size);
    for (std::int64_t i = 0; i < dataset.size(); ++i) {
        dataset.sample(i, input, target);
        inputs.push_back(input);
    }
    return inputs;
}

std::string textOf(const std::vector<float>& tokens, const Tokenizer& tokenizer) {
    return tokenizer.decode(std::vector<TokenId>(tokens.begin(), tokens.end()));
}

const std::set<std::string> kWomen{"She", "she", "그녀는"}, kAnimals{"It", "녀석은"};

} // namespace

class TestStories : public QObject {
    Q_OBJECT
private slots:
    void languages_data();
    void wordsAreCutAsTheyWereWritten_data() { languages_data(); }
    void wordsAreCutAsTheyWereWritten();
    void everyWordIsUsed_data() { languages_data(); }
    void everyWordIsUsed();
    void pronounsHaveOwners_data() { languages_data(); }
    void pronounsHaveOwners();
    void particlesFollowTheFinalSound();
    void openingsAreClosed_data() { languages_data(); }
    void openingsAreClosed();
    void samplesBeginWithStories();
    void validationSharesNoStory();
    void isCutAsAsked();
    void wordsBelongToGroups_data() { languages_data(); }
    void wordsBelongToGroups();
    void refusesTooFew();
};

void TestStories::languages_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

/// A prompt that somebody types is cut like the stories.
void TestStories::wordsAreCutAsTheyWereWritten() {
    QFETCH(QString, language);
    const auto tokenizer = storyTokenizer(worldOf(language));
    for (std::uint64_t i = 0; i < kStories; ++i) {
        const Story story = writeStory(worldOf(language), 3, i);
        QCOMPARE(story, writeStory(worldOf(language), 3, i));
        const std::string text = storyText(story, *tokenizer);
        QVERIFY2(tokenizer->encode(text) == storyTokens(story, *tokenizer), text.c_str());
    }
    QVERIFY(tokenizer->size() > 700);
}

void TestStories::everyWordIsUsed() {
    QFETCH(QString, language);
    const auto tokenizer = storyTokenizer(worldOf(language));
    std::vector<int> used(static_cast<std::size_t>(tokenizer->size()));
    for (std::uint64_t i = 0; i < 12000; ++i)
        for (const TokenId token : storyTokens(writeStory(worldOf(language), 3, i), *tokenizer))
            ++used[static_cast<std::size_t>(token)];
    for (TokenId token = WordsTokenizer::kFirstWord; token < tokenizer->size(); ++token)
        QVERIFY2(used[static_cast<std::size_t>(token)] > 0, tokenizer->shown(token).c_str());
}

void TestStories::pronounsHaveOwners() {
    QFETCH(QString, language);
    const StoryWorld& world = worldOf(language);
    std::set<std::string> women, animals;
    for (const StoryScene& scene : world.scenes)
        for (const StoryPerson& person : scene.people)
            if (person.woman)
                women.insert(person.name);
    for (const StoryAnimal& animal : world.animals)
        animals.insert(animal.name);
    for (std::uint64_t i = 0; i < kStories; ++i) {
        const Story story = writeStory(world, 4, i);
        QVERIFY(story.pronouns.size() == 2 || story.pronouns.size() == 3);
        for (const StoryPronoun& each : story.pronouns) {
            QVERIFY(each.owner < each.pronoun && each.pronoun < story.pieces.size());
            const std::string &pronoun = story.pieces[each.pronoun].text,
                              &owner = story.pieces[each.owner].text;
            QCOMPARE(women.contains(owner), kWomen.contains(pronoun));
            QCOMPARE(animals.contains(owner), kAnimals.contains(pronoun));
            const auto named = std::count_if(story.pieces.begin(),
                                             story.pieces.begin() + static_cast<std::ptrdiff_t>(each.pronoun),
                                             [&](const StoryPiece& piece) { return piece.text == owner; });
            QVERIFY2(named == 1, owner.c_str());
        }
    }
}

void TestStories::particlesFollowTheFinalSound() {
    const std::set<std::string> afterConsonant{"이", "을", "은", "과"}, afterVowel{"가", "를", "는", "와"};
    int checked = 0;
    for (std::uint64_t i = 0; i < kStories; ++i) {
        const Story story = writeStory(worldOf("ko"), 5, i);
        for (std::size_t k = 1; k < story.pieces.size(); ++k) {
            const StoryPiece& piece = story.pieces[k];
            const bool consonant = afterConsonant.contains(piece.text),
                       vowel = afterVowel.contains(piece.text);
            if (piece.kind != StoryPieceKind::Attached || (!consonant && !vowel))
                continue;
            std::string_view last, left = story.pieces[k - 1].text;
            while (!left.empty())
                last = takeCharacter(left);
            QVERIFY(hangul::isSyllable(characterCode(last)));
            QCOMPARE(hangul::takenApart(characterCode(last)).final > 0, consonant);
            ++checked;
        }
    }
    QVERIFY(checked > 5000);
}

void TestStories::openingsAreClosed() {
    QFETCH(QString, language);
    const std::vector<std::pair<std::string, std::string>> pairs =
        language == "ko"
            ? std::vector<std::pair<std::string, std::string>>{{"만약", "것이다"},
                                                               {"왜냐하면", "때문이다"},
                                                               {"결코", "않았다"},
                                                               {"아마", "것이다"},
                                                               {"“", "”"}}
            : std::vector<std::pair<std::string, std::string>>{
                  {"Both", "and"}, {"Neither", "nor"}, {"If", "then"}, {"Perhaps", "will"}, {"“", "”"}};
    std::set<std::string> seen;
    for (std::uint64_t i = 0; i < kStories; ++i) {
        const Story story = writeStory(worldOf(language), 6, i);
        const auto has = [&](const std::string& text) {
            return std::any_of(story.pieces.begin(), story.pieces.end(),
                               [&](const StoryPiece& piece) { return piece.text == text; });
        };
        for (const auto& [opening, closing] : pairs)
            if (has(opening)) {
                QVERIFY2(has(closing), opening.c_str());
                seen.insert(opening);
            }
    }
    QCOMPARE(seen.size(), pairs.size());
}

void TestStories::samplesBeginWithStories() {
    const DataSplit data = readData(experimentOf(R"(,"samples":200,"context":40,"validation":0)"));
    QVERIFY(data.validation == nullptr);
    const Tokenizer& tokenizer = *data.training->description().tokenizer;
    QCOMPARE(data.training->description().tokens, tokenizer.size());
    const auto inputs = inputsOf(*data.training);
    QVERIFY(inputs.size() > 190 && inputs.size() <= 200);
    const auto words = storyTokenizer(worldOf("en"));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string story = storyText(writeStory(worldOf("en"), 42, i), *words) + "\n";
        const std::string text = textOf(inputs[i], tokenizer);
        QVERIFY2(text.starts_with(story) || story.starts_with(text), text.c_str());
    }
    std::vector<float> input(40), target(40);
    data.training->sample(7, input, target);
    QVERIFY(std::equal(input.begin() + 1, input.end(), target.begin()));
}

void TestStories::validationSharesNoStory() {
    const DataSplit data =
        readData(experimentOf(R"(,"language":"ko","samples":100,"context":50,"validation":0.3)"));
    const auto training = inputsOf(*data.training), validation = inputsOf(*data.validation);
    QVERIFY(training.size() > 60 && training.size() <= 70 && validation.size() > 25 &&
            validation.size() <= 30);
    QCOMPARE(data.training->description(), data.validation->description());
    const auto words = storyTokenizer(worldOf("ko"));
    const std::string firstKept = storyText(writeStory(worldOf("ko"), 42, 70), *words);
    for (const auto& input : training)
        QVERIFY(textOf(input, *words).find(firstKept.substr(0, 40)) == std::string::npos);
    QVERIFY(textOf(validation[0], *words).starts_with(firstKept.substr(0, 40)));
}

void TestStories::isCutAsAsked() {
    for (const char* name : {"characters", "jamo", "bytes", "bpe"}) {
        const DataSplit data =
            readData(experimentOf(R"(,"language":"ko","samples":60,"tokenizer":{"type":")" +
                                  std::string(name) + R"(","vocab":600})"));
        const Tokenizer& tokenizer = *data.training->description().tokenizer;
        QVERIFY(tokenizer.size() <= 600);
        QCOMPARE(tokenizer.vocabulary().at("type").get<std::string>(), std::string(name));
        const std::string story =
            storyText(writeStory(worldOf("ko"), 42, 0), *storyTokenizer(worldOf("ko"))) + "\n";
        const std::string begun = textOf(inputsOf(*data.training)[0], tokenizer);
        QVERIFY2(story.starts_with(begun.substr(0, 30)) || begun.starts_with(story), begun.c_str());
    }
}

void TestStories::wordsBelongToGroups() {
    QFETCH(QString, language);
    const bool korean = language == "ko";
    const std::string options = R"(,"samples":40,"language":")" + language.toStdString() + '"';
    const DataSplit split = readStories(experimentOf(options), {});
    QVERIFY(split.groups != nullptr);
    const auto& tokenizer = dynamic_cast<const WordsTokenizer&>(*split.training->description().tokenizer);
    QCOMPARE(std::ssize(split.groups->ofToken), tokenizer.size());
    const auto groupOf = [&](const char* english, const char* other) {
        const auto token = tokenizer.word(korean ? other : english);
        const std::int32_t group = token ? split.groups->ofToken[static_cast<std::size_t>(*token)] : -2;
        return group < 0 ? std::to_string(group) : split.groups->names[static_cast<std::size_t>(group)];
    };
    QCOMPARE(groupOf("school", "학교"), "places"); // people talk about it, too
    QCOMPARE(groupOf("soccer", "축구"), "topics");
    QCOMPARE(groupOf("today", "오늘"), "times");
    QCOMPARE(groupOf("Monday", "월요일"), "times");
    QCOMPARE(groupOf("ball", "공"), "things");
    QCOMPARE(groupOf("Mina", "미나"), "people");
    QCOMPARE(groupOf("cat", "고양이"), "animals");
    QCOMPARE(groupOf("kicked", "찼다"), "actions");
    QCOMPARE(groupOf("They", "그들은"), korean ? "-2" : "-1"); // of no group; or no word of it at all
    QVERIFY(readStories(experimentOf(options + R"(,"tokenizer":"jamo")"), {}).groups == nullptr);
}

void TestStories::refusesTooFew() {
    try {
        readData(experimentOf(R"(,"samples":20,"context":4096)"));
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.problem().where, std::string("data.context"));
    }
}

QTEST_GUILESS_MAIN(TestStories)
#include "test_stories.moc"
