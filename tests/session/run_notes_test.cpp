// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "data/token_windows.h"
#include "report/error.h"
#include "session/run_notes.h"
#include "text/tokenizers.h"

using namespace neurarium;

namespace {

constexpr const char* kText = "a cat and a dog and a cat, 고양이";

DataSplit textData() {
    const auto tokenizer = learnTokenizer(tokenizerType(TokenizerKind::Words), kText, 400, "");
    const auto text = std::make_shared<const std::vector<std::uint16_t>>(packed(tokenizer->encode(kText)));
    DataSplit data;
    data.training =
        std::make_shared<TokenWindows>(describeTokens(tokenizer, 4), text, std::vector<std::uint32_t>{0, 3});
    data.samplesHash = datasetHash(*data.training, nullptr);
    data.hash = hashWithVocabulary(data.samplesHash, tokenizer.get());
    return data;
}

} // namespace

class RunNotesTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheVocabulary();
    void refusesAnotherVocabulary_data();
    void refusesAnotherVocabulary();

private:
    std::unique_ptr<RunStore> newRun() {
        return RunStore::create(m_folder.filePath(QString::number(++m_runs)).toStdString(), "{}");
    }
    QTemporaryDir m_folder;
    int m_runs = 0;
};

void RunNotesTest::keepsTheVocabulary() {
    const DataSplit data = textData();
    const auto store = newRun();
    noteData(*store, data);
    const DataSplit standIn = standInData(*store);
    QCOMPARE(standIn.hash, data.hash);
    const DatasetDescription& description = standIn.training->description();
    QCOMPARE(description.tokens, data.training->description().tokens);
    QVERIFY(description.tokenizer != nullptr);
    QCOMPARE(description.tokenizer->vocabulary(), data.training->description().tokenizer->vocabulary());
}

void RunNotesTest::refusesAnotherVocabulary_data() {
    QTest::addColumn<QString>("vocabulary");
    QTest::newRow("smaller") << R"({"type":"words","words":["a"],"attached":[],"openings":[]})";
    QTest::newRow("other words of the same number")
        << R"({"type":"words","words":["a","and","cow","고양이","dog"],"attached":[","],"openings":[]})";
    QTest::newRow("broken") << R"({"type":"words","words":["a","a"],"attached":[],"openings":[]})";
    QTest::newRow("none") << "7";
}

void RunNotesTest::refusesAnotherVocabulary() {
    QFETCH(QString, vocabulary);
    const auto store = newRun();
    noteData(*store, textData());
    nlohmann::json note = nlohmann::json::parse(store->note("data"));
    QCOMPARE(note.at("vocabulary").at("words").size(), std::size_t{5});
    note["vocabulary"] = nlohmann::json::parse(vocabulary.toStdString());
    store->setNote("data", note.dump());
    try {
        standInData(*store);
        QFAIL("was accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::DamagedFile);
        QVERIFY(!error.problem().what.empty());
    }
}

QTEST_GUILESS_MAIN(RunNotesTest)
#include "run_notes_test.moc"
