// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/live_writer.h"

#include <utility>

#include "report/error.h"

namespace neurarium {

namespace {

/// A screen weighs all tokens anew as its knobs move; of larger vocabularies it gets the likeliest.
constexpr std::int64_t kSmallVocabulary = 4096;
constexpr std::size_t kMostCandidates = 200;

} // namespace

void LiveWriter::forget() {
    m_reader.reset();
    m_checkpoint = {};
}

/// The network with the weights of a checkpoint.
Trainer& LiveWriter::readerOf(TrainingRun& run, CheckpointId checkpoint) {
    if (m_reader && m_checkpoint.id == checkpoint)
        return *m_reader;
    const auto info = run.writer().with([&](RunStore& store) { return store.checkpoint(checkpoint); });
    if (!info)
        throw Error(ProblemKind::Refused, std::to_string(checkpoint.value),
                    explain("Problem", "This run has no such checkpoint"),
                    explain("Problem", "Choose one of the timeline."));
    const TrainingState state = run.writer().with([&](RunStore& store) { return store.load(checkpoint); });
    if (!m_reader) {
        TrainerOptions options;
        options.threads = 1;
        options.prefetch = false;
        m_reader = std::make_unique<Trainer>(run.trainer().experiment(), run.trainer().data(), options);
    }
    m_reader->loadWeights(state);
    m_checkpoint = *info;
    return *m_reader;
}

void LiveWriter::write(TrainingRun& run, const WritingRequest& request,
                       const std::function<bool(Writing)>& tell) {
    const auto& tokenizer = run.trainer().data().training->description().tokenizer;
    if (tokenizer == nullptr)
        throw Error(ProblemKind::Refused, {},
                    explain("Problem", "This run did not learn from text and has no vocabulary"),
                    explain("Problem", "Train one on \"text\" or on \"stories\" first."));
    Trainer& trainer = request.checkpoint ? readerOf(run, request.checkpoint) : run.trainer();
    TextWriter writer(trainer.network(), tokenizer, request.task);
    const bool all = tokenizer->size() <= kSmallVocabulary;
    const auto candidates = all ? static_cast<std::size_t>(tokenizer->size()) : kMostCandidates;
    const auto current = [&] {
        Writing writing = writer.writing(candidates);
        writing.checkpoint = request.checkpoint;
        const bool within = run.trainer().stepInEpoch() > 0; // the epoch under way
        writing.epoch =
            request.checkpoint ? m_checkpoint.epoch : run.trainer().epochsDone() + (within ? 1 : 0);
        writing.step = request.checkpoint ? m_checkpoint.step : run.trainer().stepsDone();
        return writing;
    };
    if (request.task.tokens <= 0)
        tell(current());
    for (std::int64_t i = 0; i < request.task.tokens; ++i) {
        writer.write();
        if (!tell(current()))
            return;
    }
}

} // namespace neurarium
