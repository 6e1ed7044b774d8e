// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "app/cli/problem_line.h"
#include "checkpoint/run_store.h"
#include "datasets/file_bytes.h"
#include "datasets/text_encoding.h"
#include "session/run_notes.h"
#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium::cli {

namespace {

constexpr std::uint64_t kLargestFile = 50ULL << 20U;

/// --text, or the file that is named.
std::string textToCut(const Arguments& arguments, Console& console) {
    if (const auto text = arguments.text("--text")) {
        exactWords(arguments, {});
        return *text;
    }
    const std::string file = onlyWord(arguments, "FILE");
    const std::vector<std::uint8_t> bytes = readFileBytes(file, kLargestFile);
    DecodedText decoded = decodeText({bytes.begin(), bytes.end()}, file);
    for (const Message& note : decoded.notes)
        console.say(QString::fromStdString(file) + ": " + messageText(note));
    return std::move(decoded.text);
}

const TokenizerType& typeNamed(const std::string& name) {
    std::string names;
    for (const TokenizerType& type : tokenizerTypes()) {
        if (type.name == name)
            return type;
        names += (names.empty() ? "" : ", ") + type.name;
    }
    throw Error(ProblemKind::Refused, "--tokenizer",
                explain("Problem", "\"%1\" is not known; there are: %2", {name, names}));
}

/// A run's own, or one learnt from the text itself.
std::shared_ptr<const Tokenizer> chosenTokenizer(const Arguments& arguments, const std::string& text) {
    const auto run = arguments.text("--run");
    if (!run) {
        const TokenizerType& type = typeNamed(arguments.text("--tokenizer").value_or("characters"));
        return learnTokenizer(type, text, arguments.integer("--vocab", 1).value_or(2000), "--vocab");
    }
    if (arguments.has("--tokenizer") || arguments.has("--vocab"))
        throw Error(ProblemKind::Refused, "--run",
                    explain("Problem", "A run has its own tokenizer; name either the run or a tokenizer"));
    const auto store = RunStore::open(*run, RunStore::Access::ReadOnly);
    auto tokenizer = standInData(*store).training->description().tokenizer;
    if (tokenizer == nullptr)
        throw Error(ProblemKind::Refused, *run,
                    explain("Problem", "This run did not learn from text and has no vocabulary"),
                    explain("Problem", "Train one on \"text\" or on \"stories\" first."));
    return tokenizer;
}

std::int64_t charactersOf(std::string_view text) {
    std::int64_t count = 0;
    for (; !text.empty(); ++count)
        takeCharacter(text);
    return count;
}

} // namespace

int runTokenize(const Arguments& arguments, Console& console) {
    const std::string text = textToCut(arguments, console);
    const auto tokenizer = chosenTokenizer(arguments, text);
    const TokenCut cut = cutText(*tokenizer, text);
    if (console.json) {
        Json pieces = Json::array(), ids = Json::array();
        for (const TokenPiece& piece : cut.pieces) {
            pieces.push_back(piece.text);
            ids.push_back(piece.id);
        }
        console.write(Json{{"tokenizer", tokenizerName(cut.kind)},
                           {"vocabulary", cut.vocabulary},
                           {"bytes", text.size()},
                           {"characters", charactersOf(text)},
                           {"tokens", cut.pieces.size()},
                           {"pieces", pieces},
                           {"ids", ids}});
        return 0;
    }
    QStringList pieces;
    for (const TokenPiece& piece : cut.pieces)
        pieces << '[' + QString::fromStdString(piece.text) + ']';
    console.write(pieces.join(' '));
    console.write(QCoreApplication::translate("Cli", "%1 tokens of %2 for %3 characters")
                      .arg(cut.pieces.size())
                      .arg(cut.vocabulary)
                      .arg(charactersOf(text)));
    return 0;
}

} // namespace neurarium::cli
