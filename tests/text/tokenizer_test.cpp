// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "report/error.h"
#include "tensor/random.h"
#include "text/tokenizers.h"
#include "text/utf8.h"

using namespace neurarium;

namespace {

/// A corpus that every tokenizer learns from; it holds a part of what the tests cut.
const std::string kCorpus = "나는 학교에 간다. 너는 학교에서 온다. 나는 간다, “안녕” 하고.\n"
                            "The cat sat on the mat (the red mat). The cat's hat!\n"
                            "日本語も。 ㄱㄴ ㅏ 각 \u1112\u1161\u11ab 👩‍🚀 é\n";

std::string randomBytes(std::uint64_t round, std::size_t length, std::uint64_t values) {
    const RandomStream random(5, RandomPurpose::Generator);
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i)
        bytes += static_cast<char>(random.below(round, i, values));
    return bytes;
}

/// Pieces of the corpus and of other texts in any order, cut anywhere.
std::string randomText(std::uint64_t round) {
    const std::vector<std::string> parts{
        "학교",   "에서", "나는",        " ",  "  ",       "\n",          "The", "the",
        "cat",    "'s",   ".",           "(",  "“",        "”",           "한",  "\u1112\u1161",
        "\u11ab", "ㄱ",   "👩‍🚀", "é",  "\xEC\x95", "\x88",        "xyz", "catmat",
        "각",     "日",   "\xFF",        "\t", "\r\n",     "\xEF\xBB\xBF"};
    const RandomStream random(6, RandomPurpose::Generator);
    std::string text;
    for (std::uint64_t i = 0; i < 40; ++i)
        text += parts[random.below(round, i, parts.size())];
    return text;
}

std::shared_ptr<const Tokenizer> learnt(const std::string& name, std::int64_t size = 400) {
    for (const TokenizerType& type : tokenizerTypes())
        if (type.name == name)
            return learnTokenizer(type, kCorpus, size, "vocab");
    return nullptr;
}

QStringList shownPieces(const Tokenizer& tokenizer, const std::string& text) {
    QStringList pieces;
    for (const TokenPiece& piece : cutText(tokenizer, text).pieces)
        pieces << QString::fromStdString(piece.text);
    return pieces;
}

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT
private slots:
    void joinsAgainWhatItCut_data();
    void joinsAgainWhatItCut();
    void cutsAndShows_data();
    void cutsAndShows();
    void knowsNoMoreTokensThanAsked_data() { joinsAgainWhatItCut_data(); }
    void knowsNoMoreTokensThanAsked();
    void joinsPartsThatMakeNoSyllable();
    void storesItsVocabulary_data() { joinsAgainWhatItCut_data(); }
    void storesItsVocabulary();
    void refusesVocabularies_data();
    void refusesVocabularies();
    void refusesTooFewTokens();
    void neverShowsAReplacement();
};

void TokenizerTest::joinsAgainWhatItCut_data() {
    QTest::addColumn<QString>("name");
    for (const TokenizerType& type : tokenizerTypes())
        QTest::newRow(type.name.c_str()) << QString::fromStdString(type.name);
}

void TokenizerTest::joinsAgainWhatItCut() {
    QFETCH(QString, name);
    const auto tokenizer = learnt(name.toStdString());
    std::vector<std::string> texts{
        "",
        kCorpus,
        "학교에서 온다",
        "\u1112\u1161\u11ab\u1100\u1173\u11af",         // conjoining
        "한\u11ab, \u1112\u1161ㄴ, 가\u11a8, \u1100가", // beside syllables
        "ㅎㅏㄴㄱㅡㄹ ㅋㅋㅋ",                          // compatibility
        "👩‍🚀🇰🇷👍🏽",
        "한\xEA\xB8",             // cut in a character
        "\xED\xA0\x80\xC0\x80",   // a surrogate, a long form of 0
        "The  cat 's (mat) .cat", // blanks where none belong
        "xcat catx cats thecat",
        std::string("\0\x01\x7F", 3),
    };
    for (std::uint64_t round = 0; round < 300; ++round) {
        texts.push_back(randomText(round));
        texts.push_back(randomBytes(round, round, 256));
        texts.push_back(randomBytes(round, round, 4)); // the same few again and again
    }
    for (const std::string& text : texts) {
        const std::vector<TokenId> ids = tokenizer->encode(text);
        for (const TokenId id : ids)
            QVERIFY(id >= 0 && id < tokenizer->size());
        QCOMPARE(QByteArray::fromStdString(tokenizer->decode(ids)).toHex(' '),
                 QByteArray::fromStdString(text).toHex(' '));
    }
}

void TokenizerTest::cutsAndShows_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pieces");
    const auto row = [](const char* name, const char* text, const QStringList& pieces) {
        QTest::addRow("%s %s", name, text) << name << text << pieces;
    };
    row("characters", "학교 a", {"학", "교", " ", "a"});
    row("characters", "꽃", {"<EA>", "<BD>", "<83>"});
    row("jamo", "안녕 뷁", {"ㅇ", "ㅏ", "ㄴ", "ㄴ", "ㅕ", "ㅇ", " ", "ㅂ", "ㅞ", "ㄺ"});
    row("bytes", "안\n", {"<EC>", "<95>", "<88>", "↵"});
    row("bpe", "a 간다는 나", {"a", " 간다", "는", " <EB>", "<82><98>"});
    row("words", "The cat's (mat)", {"The", "cat's", "(", "mat", ")"});
    row("words", "나는 학교에 간다.", {"나는", "학교에", "간다", "."});
    row("words", "cat (xyz) cats", {"cat", "(", "x", "y", "z", ")", " ", "c", "a", "t", "s"});
    row("words", "mat“나는", {"mat", "<join>", "“", "나는"});
}

void TokenizerTest::cutsAndShows() {
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QStringList, pieces);
    QCOMPARE(shownPieces(*learnt(name.toStdString()), text.toStdString()), pieces);
}

void TokenizerTest::knowsNoMoreTokensThanAsked() {
    QFETCH(QString, name);
    const std::int64_t most = name == "jamo" ? 326 : 262;
    const auto few = learnt(name.toStdString(), most);
    QVERIFY(few->size() <= most);
    QVERIFY(name == "bytes" || learnt(name.toStdString())->size() > most);
    QCOMPARE(few->vocabulary(), learnt(name.toStdString(), most)->vocabulary());
    QCOMPARE(few->decode(few->encode(kCorpus)), kCorpus);
}

/// A network may write parts in any order.
void TokenizerTest::joinsPartsThatMakeNoSyllable() {
    const auto jamo = learnt("jamo");
    const std::vector<TokenId> han = jamo->encode("한");
    QCOMPARE(han.size(), std::size_t{3});
    const TokenId h = han[0], a = han[1], n = han[2];
    const auto joined = [&](const std::vector<TokenId>& ids) {
        return QString::fromStdString(jamo->decode(ids));
    };
    QCOMPARE(joined({h, h, a, n, a, n, n}), QString("ㅎ한ㅏㄴㄴ"));
    QCOMPARE(joined({h, a, byteToken(' '), n, h}), QString("하 ㄴㅎ"));
    QCOMPARE(joined({h, a}), QString("하"));
}

void TokenizerTest::storesItsVocabulary() {
    QFETCH(QString, name);
    const auto tokenizer = learnt(name.toStdString());
    const std::string stored = tokenizer->vocabulary().dump();
    const auto read = readTokenizer(nlohmann::json::parse(stored), "vocabulary");
    QCOMPARE(read->kind(), tokenizer->kind());
    QCOMPARE(read->size(), tokenizer->size());
    QCOMPARE(read->vocabulary().dump(), stored);
    for (std::uint64_t round = 0; round < 20; ++round)
        QCOMPARE(read->encode(randomText(round)), tokenizer->encode(randomText(round)));
}

void TokenizerTest::refusesVocabularies_data() {
    QTest::addColumn<QString>("vocabulary");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* vocabulary, const char* where) {
        QTest::newRow(name) << vocabulary << where;
    };
    row("no object", R"([])", "v");
    row("no type", R"({})", "v.type");
    row("unknown", R"({"type":"syllables"})", "v.type");
    row("not text", R"({"type":7})", "v.type");
    row("more than bytes", R"({"type":"bytes","size":3})", "v.size");
    row("no characters", R"({"type":"characters"})", "v.characters");
    row("a list of characters", R"({"type":"characters","characters":["가"]})", "v.characters");
    row("ascii", R"({"type":"characters","characters":"가a"})", "v.characters");
    row("twice", R"({"type":"characters","characters":"가나가"})", "v.characters");
    row("syllable", R"({"type":"jamo","characters":"日가"})", "v.characters");
    row("no merges", R"({"type":"bpe"})", "v.merges");
    row("merges are no list", R"({"type":"bpe","merges":{}})", "v.merges");
    row("not a pair", R"({"type":"bpe","merges":[[1,2],[3]]})", "v.merges[1]");
    row("fraction", R"({"type":"bpe","merges":[[1,2.5]]})", "v.merges[0]");
    row("negative", R"({"type":"bpe","merges":[[-1,2]]})", "v.merges[0]");
    row("huge", R"({"type":"bpe","merges":[[18446744073709551615,2]]})", "v.merges[0]");
    row("not yet there", R"({"type":"bpe","merges":[[1,2],[257,3]]})", "v.merges[1]");
    row("the same merge", R"({"type":"bpe","merges":[[1,2],[1,2]]})", "v.merges[1]");
    row("too long",
        R"({"type":"bpe","merges":[[1,1],[256,256],[257,257],[258,258],[259,259],[260,260],[261,1]]})",
        "v.merges[6]");
    row("no words", R"({"type":"words","attached":[],"openings":[]})", "v.words");
    row("empty word", R"({"type":"words","words":["a",""],"attached":[],"openings":[]})", "v.words[1]");
    row("two words", R"({"type":"words","words":["a b"],"attached":[],"openings":[]})", "v.words[0]");
    row("word twice", R"({"type":"words","words":["a","a"],"attached":[],"openings":[]})", "v.words[1]");
}

void TokenizerTest::refusesVocabularies() {
    QFETCH(QString, vocabulary);
    QFETCH(QString, where);
    try {
        readTokenizer(nlohmann::json::parse(vocabulary.toStdString()), "v");
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Refused);
        QCOMPARE(QString::fromStdString(error.problem().where), where);
    }
}

void TokenizerTest::refusesTooFewTokens() {
    QVERIFY_THROWS_EXCEPTION(Error, learnt("jamo", 300));
    QVERIFY_THROWS_EXCEPTION(Error, learnt("bpe", 255));
    QVERIFY_THROWS_EXCEPTION(Error, learnt("bpe", 65537));
    QCOMPARE(learnt("bpe", 256)->size(), std::int64_t{256});
}

void TokenizerTest::neverShowsAReplacement() {
    const std::string replacement = "\xEF\xBF\xBD";
    for (const TokenizerType& type : tokenizerTypes()) {
        const auto tokenizer = learnt(type.name, 600);
        for (TokenId id = 0; id < tokenizer->size(); ++id) {
            const std::string shown = tokenizer->shown(id);
            QVERIFY2(isUtf8(shown) && !shown.empty(), shown.c_str());
            QVERIFY(shown.find(replacement) == std::string::npos);
            QVERIFY(shown.find('\n') == std::string::npos);
        }
    }
    QCOMPARE(shownText("a" + replacement + "\xEC\n\u200B"), std::string("a<U+FFFD><EC>\n<U+200B>"));
}

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tokenizer_test.moc"
