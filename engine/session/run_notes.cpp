// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_notes.h"

#include <nlohmann/json.hpp>

#include "data/memory_dataset.h"
#include "report/error.h"
#include "text/tokenizers.h"

namespace neurarium {

namespace {

constexpr const char* kDataNote = "data";
constexpr std::int64_t kLargestSample = 1LL << 28;

DatasetDescription readDescription(const nlohmann::json& note) {
    DatasetDescription description;
    description.inputShape = Shape(note.at("input_shape").get<std::vector<std::int64_t>>());
    description.targetKind = static_cast<TargetKind>(note.at("target_kind").get<int>());
    description.targetSize = note.at("target_size").get<std::int64_t>();
    description.classes = note.at("classes").get<std::int64_t>();
    description.classNames = note.at("class_names").get<std::vector<std::string>>();
    description.pictures = note.at("pictures").get<bool>();
    description.tokenInputs = note.at("token_inputs").get<bool>();
    description.tokens = note.value("tokens", std::int64_t{0});
    if (note.contains("vocabulary"))
        description.tokenizer = readTokenizer(note.at("vocabulary"), "vocabulary");
    return description;
}

/// The words behind the numbers must be those that the network learned with.
void checkVocabulary(const DatasetDescription& description, const nlohmann::json& note,
                     const std::string& place) {
    if (description.tokenizer == nullptr)
        return;
    const std::int64_t size = description.tokenizer->size();
    const auto refuse = [&](Message what) {
        throw Error(ProblemKind::DamagedFile, place, std::move(what),
                    explain("Problem", "Open an undamaged copy of the run, or train anew."));
    };
    if (size != description.tokens)
        refuse(explain("Problem", "The vocabulary kept with the run has %1 tokens, its network knows %2",
                       {std::to_string(size), std::to_string(description.tokens)}));
    if (hashWithVocabulary(note.at("samples_hash").get<std::string>(), description.tokenizer.get()) !=
        note.at("hash").get<std::string>())
        refuse(explain("Problem", "The vocabulary kept with the run is not the one that it learned with"));
}

} // namespace

void noteData(RunStore& store, const DataSplit& data) {
    const DatasetDescription& description = data.training->description();
    nlohmann::json note;
    note["input_shape"] = description.inputShape.lengths();
    note["target_kind"] = static_cast<int>(description.targetKind);
    note["target_size"] = description.targetSize;
    note["classes"] = description.classes;
    note["class_names"] = description.classNames;
    note["pictures"] = description.pictures;
    note["token_inputs"] = description.tokenInputs;
    note["tokens"] = description.tokens;
    note["hash"] = data.hash;
    if (description.tokenizer != nullptr) {
        note["vocabulary"] = description.tokenizer->vocabulary();
        note["samples_hash"] = data.samplesHash;
    }
    store.setNote(kDataNote, note.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

bool isDataNoted(const RunStore& store) {
    return !store.note(kDataNote).empty();
}

DataSplit standInData(const RunStore& store) {
    try {
        const nlohmann::json note = nlohmann::json::parse(store.note(kDataNote));
        const DatasetDescription description = readDescription(note);
        checkVocabulary(description, note, store.folder().string());
        const std::int64_t inputSize = description.inputShape.elements();
        if (inputSize < 1 || inputSize > kLargestSample || description.targetSize < 1 ||
            description.targetSize > kLargestSample)
            throw std::out_of_range("sample size");
        DataSplit data;
        data.training =
            std::make_shared<MemoryDataset>(description, Tensor(description.inputShape.withBatch(1)),
                                            Tensor(Shape{1, description.targetSize}));
        data.hash = note.at("hash").get<std::string>();
        data.samplesHash = note.value("samples_hash", data.hash);
        return data;
    } catch (const Error& error) {
        if (error.kind() == ProblemKind::DamagedFile)
            throw;
        throw Error(ProblemKind::DamagedFile, store.folder().string() + ": " + error.problem().where,
                    error.problem().what);
    } catch (const std::exception&) {
        throw Error(ProblemKind::DamagedFile, store.folder().string(),
                    explain("Problem", "The run does not say what its data looks like"),
                    explain("Problem", "It was made by another program or is damaged; train anew."));
    }
}

} // namespace neurarium
