// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "widgets/word_search.h"

using namespace neurarium;

class TestWordSearch : public QObject {
    Q_OBJECT

private slots:
    void wordsBeginAsTheyAreTyped_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fits");
        QTest::newRow("initial consonants") << "축구"
                                            << "ㅊㄱ" << true;
        QTest::newRow("one initial consonant") << "축구"
                                               << "ㅊ" << true;
        QTest::newRow("other initial consonants") << "축구"
                                                  << "ㅊㄴ" << false;
        QTest::newRow("longer than the word") << "축구"
                                              << "ㅊㄱㅈ" << false;
        QTest::newRow("double initial consonant") << "딸기"
                                                  << "ㄸ" << true;
        QTest::newRow("a double one is not a single one") << "딸기"
                                                          << "ㄷ" << false;
        QTest::newRow("mixed") << "축구"
                               << "축ㄱ" << true;
        QTest::newRow("syllable without its final") << "축구"
                                                    << "추" << true;
        QTest::newRow("a final only under the cursor") << "축구"
                                                       << "추구" << false;
        QTest::newRow("final that moves on to the next syllable") << "추구"
                                                                  << "축" << true;
        QTest::newRow("final that cannot move on") << "추리"
                                                   << "축" << false;
        QTest::newRow("vowel that grows") << "과자"
                                          << "고" << true;
        QTest::newRow("vowel that does not grow so") << "개"
                                                     << "가" << false;
        QTest::newRow("final that grows") << "닭"
                                          << "달" << true;
        QTest::newRow("whole word") << "학교"
                                    << "학교" << true;
        QTest::newRow("other vowel") << "학교"
                                     << "힉" << false;
        QTest::newRow("Latin, any case") << "Soccer"
                                         << "soC" << true;
        QTest::newRow("Latin inside") << "soccer"
                                      << "occ" << false;
        QTest::newRow("accent") << "École"
                                << "éc" << true;
        QTest::newRow("jamo put together")
            << QStringLiteral("축구") << QStringLiteral(u"\u110e\u116e\u11a8") << true;
        QTest::newRow("visible blank before the word") << "␣학교"
                                                       << "ㅎ" << true;
        QTest::newRow("nothing") << "학교"
                                 << "" << false;
        QTest::newRow("only blanks") << "학교"
                                     << "  " << false;
    }

    void wordsBeginAsTheyAreTyped() {
        QFETCH(QString, word);
        QFETCH(QString, typed);
        QTEST(beginsAsTyped(word, typed), "fits");
    }

    void theWordItselfComesFirst() {
        const std::vector<QString> words{"학교생활", "학생", "학교", "축구", "하"};
        QCOMPARE(foundWords(words, "학교"), (std::vector<std::int64_t>{2, 0}));
        QCOMPARE(foundWords(words, "ㅎ"), (std::vector<std::int64_t>{4, 1, 2, 0}));
        QVERIFY(foundWords(words, "").empty());
        QVERIFY(foundWords({}, "ㅎ").empty());
    }
};

QTEST_APPLESS_MAIN(TestWordSearch)
#include "test_word_search.moc"
