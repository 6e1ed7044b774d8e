// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/text_sample.h"

#include <algorithm>

#include "inspect/sample_sentences.h"
#include "text/text_writer.h"

namespace neurarium {

namespace {

constexpr std::ptrdiff_t kBeginning = 2; // tokens of the text
constexpr int kWritten = 14;             // tokens of the network
constexpr double kTemperature = 0.8;

std::string beginningOf(const Dataset& dataset) {
    const std::vector<SampleSentence> sentences = sampleSentences(dataset, 1);
    if (sentences.empty())
        return {};
    const auto& tokens = sentences.front().tokens;
    const auto count = std::min(kBeginning, std::ssize(tokens));
    return dataset.description().tokenizer->decode(
        std::vector<TokenId>(tokens.begin(), tokens.begin() + count));
}

} // namespace

std::string textSample(Trainer& trainer) {
    const DataSplit& data = trainer.data();
    const DatasetDescription& description = data.training->description();
    if (description.tokenizer == nullptr || description.targetKind != TargetKind::Tokens ||
        !TokenReader::canRead(trainer.network()))
        return {};
    WritingTask task;
    task.prompt = beginningOf(data.validation ? *data.validation : *data.training);
    task.sampling.temperature = kTemperature;
    TextWriter writer(trainer.network(), description.tokenizer, task);
    for (int i = 0; i < kWritten; ++i)
        writer.write();
    return writer.writing(0).text;
}

} // namespace neurarium
