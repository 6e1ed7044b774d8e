// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_source.h"

#include <algorithm>
#include <utility>

#include "data/token_windows.h"
#include "datasets/file_bytes.h"
#include "datasets/import_loop.h"
#include "datasets/source_options.h"
#include "datasets/text_encoding.h"
#include "report/error.h"
#include "text/tokenizers.h"
#include "text/utf8.h"

namespace neurarium {

namespace {

constexpr std::uint64_t kLargestFile = 50ULL << 20U;
constexpr std::size_t kNear = 2000; // bytes within which a line's beginning is looked for
constexpr std::int64_t kStages = 3; // read, learnt, cut

/// Where the part for validation begins: at a line where one begins shortly before, else at a character.
std::size_t splitPlace(const std::string& text, double fraction) {
    auto place = static_cast<std::size_t>((1 - fraction) * static_cast<double>(text.size()));
    const std::size_t line = text.rfind('\n', place);
    if (line != std::string::npos && place - line <= kNear && line > 0)
        return line + 1;
    while (place > 0 && place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80)
        --place;
    return place;
}

/// Tokens of the two parts of a text, one behind the other.
struct Parts {
    std::vector<TokenId> tokens;
    std::size_t training = 0; ///< how many are for training
};

/// Gives validation room for one window, if training keeps room for one of its own.
void widenValidation(Parts& parts, std::int64_t context) {
    const auto window = static_cast<std::size_t>(context) + 1;
    const std::size_t total = parts.tokens.size();
    if (parts.training < total && total - parts.training < window && total >= 2 * window)
        parts.training = total - window;
}

void tooShort(const std::string& place, std::size_t tokens, std::int64_t context) {
    throw Error(ProblemKind::Refused, place,
                explain("Problem", "has %1 tokens; a sample needs %2 and the one behind them",
                        {std::to_string(tokens), std::to_string(context)}),
                explain("Problem", "Take a longer text, or make \"context\" smaller"));
}

DataSplit windows(Parts parts, const DatasetDescription& description, const std::string& place) {
    const std::int64_t context = description.targetSize;
    const std::size_t total = parts.tokens.size();
    const bool wanted = parts.training < total;
    widenValidation(parts, context);
    DataSplit split;
    std::vector<std::uint32_t> validation = windowsOver(parts.training, total, context);
    if (wanted && validation.empty()) {
        parts.training = total;
        split.report.notes.push_back(explain("Problem",
                                             "The text has %1 tokens only: nothing is kept for validation",
                                             {std::to_string(total)}));
    }
    std::vector<std::uint32_t> training = windowsOver(0, parts.training, context);
    if (training.empty())
        tooShort(place, total, context);
    const auto text = std::make_shared<const std::vector<std::uint16_t>>(packed(parts.tokens));
    split.training = std::make_shared<TokenWindows>(description, text, std::move(training));
    if (!validation.empty())
        split.validation = std::make_shared<TokenWindows>(description, text, std::move(validation));
    return split;
}

} // namespace

std::shared_ptr<const Tokenizer> askedTokenizer(const Experiment& experiment, std::string_view text) {
    const auto& name = std::get<std::string>(sourceOption(experiment, "tokenizer"));
    const auto size = std::get<std::int64_t>(sourceOption(experiment, "vocab"));
    const auto& types = tokenizerTypes();
    const auto type = std::find_if(types.begin(), types.end(),
                                   [&](const TokenizerType& each) { return each.name == name; });
    if (type == types.end())
        throw Error(ProblemKind::Refused, "data.tokenizer",
                    explain("Problem", "\"%1\" is not known", {name}));
    return learnTokenizer(*type, text, size, "data.tokenizer.vocab");
}

DataSplit readText(const Experiment& experiment, const ReadContext& context) {
    const std::filesystem::path path = sourcePath(experiment);
    ProgressTeller teller(context);
    const auto tell = [&](std::int64_t stage) { teller.tellNow({stage, kStages, path.filename().string()}); };
    tell(0);
    const std::vector<std::uint8_t> bytes = readFileBytes(path, kLargestFile);
    const DecodedText decoded = decodeText({bytes.begin(), bytes.end()}, path.string());
    const std::string_view text = decoded.text;
    tell(1);
    const std::size_t place =
        experiment.validation > 0 ? splitPlace(decoded.text, experiment.validation) : text.size();
    const auto tokenizer =
        context.tokenizer ? context.tokenizer : askedTokenizer(experiment, text.substr(0, place));
    tell(2);
    Parts parts{tokenizer->encode(text.substr(0, place)), 0};
    parts.training = parts.tokens.size();
    const std::vector<TokenId> rest = tokenizer->encode(text.substr(place));
    parts.tokens.insert(parts.tokens.end(), rest.begin(), rest.end());

    const auto length = std::get<std::int64_t>(sourceOption(experiment, "context"));
    DataSplit split = windows(std::move(parts), describeTokens(tokenizer, length), path.string());
    split.report.read = 1;
    split.report.notes.insert(split.report.notes.begin(), decoded.notes.begin(), decoded.notes.end());
    tell(kStages);
    return split;
}

} // namespace neurarium
