// SPDX-License-Identifier: GPL-3.0-or-later
#include "training_samples.h"

#include <map>

#include "data/memory_dataset.h"
#include "tensor/random.h"

namespace neurarium {

namespace {

constexpr std::int64_t kFeatures = 20, kSide = 12, kTraining = 53, kValidation = 20, kClasses = 3,
                       kWords = 19, kTokens = 37;

const std::map<std::string, const char*>& documents() {
    static const std::map<std::string, const char*> texts{
        {"mlp", R"({"neurarium":1,"seed":7,"data":{"source":"tensors","path":"x"},"network":[
            {"type":"linear","out_features":180},{"type":"gelu"},{"type":"dropout","rate":0.2},
            {"type":"linear","out_features":384},{"type":"tanh"},{"type":"dropout"},
            {"type":"linear","out_features":"classes"}],
            "training":{"loss":{"type":"cross_entropy","label_smoothing":0.1},
            "optimizer":{"type":"adam","lr":0.004,"weight_decay":0.01},"batch_size":16,"epochs":9}})"},
        {"cnn",
         R"({"neurarium":1,"seed":8,"data":{"source":"cat-sketches","image_size":[16,16],"augment":{"flip":true,
            "shift":0.1,"rotate":8,"zoom":0.1,"brightness":0.2,"holes":{"count":2,"size":0.25}}},"network":[
            {"type":"conv2d","out_channels":8,"kernel":3,"padding":1,"bias":false},{"type":"batch_norm"},{"type":"relu"},
            {"type":"max_pool2d","kernel":2},{"type":"conv2d","out_channels":16,"kernel":3,"padding":1},{"type":"batch_norm"},
            {"type":"silu"},{"type":"flatten"},{"type":"dropout","rate":0.3},{"type":"linear","out_features":"classes"}],
            "training":{"optimizer":{"type":"adamw","lr":0.003},"gradient_clip":1,"batch_size":12,"epochs":8}})"},
        {"residual",
         R"({"neurarium":1,"seed":9,"data":{"source":"cat-sketches","image_size":[16,16]},"network":[
            {"type":"conv2d","out_channels":8,"kernel":3,"padding":1,"name":"stem"},{"type":"relu"},
            {"type":"residual","layers":[{"type":"conv2d","out_channels":12,"kernel":3,"padding":1,"stride":2,"bias":false},
            {"type":"batch_norm"},{"type":"relu"},{"type":"conv2d","out_channels":12,"kernel":3,"padding":1,"groups":2}],
            "shortcut":[{"type":"avg_pool2d","kernel":2},{"type":"conv2d","out_channels":12,"kernel":1}]},
            {"type":"residual","layers":[{"type":"dropout","rate":0.1},{"type":"leaky_relu"}]},{"type":"global_avg_pool2d"},
            {"type":"linear","out_features":"classes"}],"training":{"optimizer":{"type":"sgd","lr":0.05,"momentum":0.9,
            "nesterov":true,"weight_decay":0.001},"schedule":{"type":"cosine","warmup_steps":5,"min_lr":0.001},
            "early_stopping":{"patience":3},"batch_size":15,"epochs":5}})"},
        {"gpt", R"({"neurarium":1,"seed":11,"data":{"source":"tensors","path":"x"},"network":[
            {"type":"token_embedding","vocab":"tokens","dim":24},{"type":"position_embedding","length":40},
            {"type":"dropout","rate":0.1},{"type":"transformer_block","heads":3,"dropout":0.2},
            {"type":"transformer_block","heads":2,"mlp_ratio":2,"causal":false},{"type":"layer_norm"},
            {"type":"linear","out_features":"classes","bias":false}],"training":{"optimizer":{"type":"adamw","lr":0.01},
            "gradient_clip":1,"batch_size":13,"epochs":6}})"},
        {"spoiled",
         R"({"neurarium":1,"seed":12,"data":{"source":"tensors","path":"x","mislabel":{"fraction":0.4,"from_epoch":2}},
            "network":[{"type":"linear","out_features":180},{"type":"relu"},{"type":"dropout","rate":0.1},
            {"type":"linear","out_features":"classes"}],"training":{"optimizer":{"type":"adam","lr":0.004},"batch_size":14,
            "epochs":7}})"},
        {"plateau",
         R"({"neurarium":1,"seed":10,"data":{"source":"tensors","path":"x","shuffle":true},"network":[
            {"type":"linear","out_features":200},{"type":"sigmoid"},{"type":"linear","out_features":150},{"type":"relu"},
            {"type":"batch_norm"},{"type":"linear","out_features":"classes"}],"training":{"optimizer":{"type":"sgd","lr":0.4,
            "momentum":0.9},"schedule":{"type":"plateau","factor":0.5,"patience":0},"batch_size":18,"epochs":8}})"}};
    return texts;
}

bool hasPictures(const std::string& name) {
    return name == "cnn" || name == "residual";
}

/// A class is a frequency of waves over the input; noise lies over it.
std::shared_ptr<const Dataset> waves(bool pictures, std::int64_t samples, std::uint64_t step) {
    DatasetDescription data;
    data.inputShape = pictures ? Shape{3, kSide, kSide} : Shape{kFeatures};
    data.classes = kClasses;
    data.pictures = pictures;
    Tensor inputs(data.inputShape.withBatch(samples)), targets(Shape{samples, 1});
    const RandomStream random(4, RandomPurpose::Generator);
    const std::int64_t size = data.inputShape.elements();
    for (std::int64_t i = 0; i < inputs.size(); ++i) {
        const std::int64_t sample = i / size, wave = 2 + sample % kClasses;
        inputs[i] = (i % size / wave % 2 == 0 ? 0.3F : -0.3F) +
                    random.uniform(step, static_cast<std::uint64_t>(i), -0.7F, 0.7F);
        targets[sample] = static_cast<float>(sample % kClasses);
    }
    return std::make_shared<MemoryDataset>(data, std::move(inputs), std::move(targets));
}

/// Words count upwards with small leaps; the target is always the next.
std::shared_ptr<const Dataset> words(std::int64_t samples, std::uint64_t step) {
    DatasetDescription data;
    data.inputShape = Shape{kTokens};
    data.targetKind = TargetKind::Tokens;
    data.targetSize = kTokens;
    data.classes = data.tokens = kWords;
    data.tokenInputs = true;
    Tensor inputs(Shape{samples, kTokens}), targets(Shape{samples, kTokens});
    const RandomStream random(5, RandomPurpose::Generator);
    std::uint64_t word = 0;
    for (std::int64_t i = 0; i < inputs.size(); ++i) {
        inputs[i] = static_cast<float>(word % kWords);
        word += random.below(step, static_cast<std::uint64_t>(i), 3);
        targets[i] = static_cast<float>(word % kWords);
    }
    return std::make_shared<MemoryDataset>(data, std::move(inputs), std::move(targets));
}

} // namespace

Experiment sampleExperiment(const std::string& name) {
    return parseExperiment(documents().at(name));
}

std::vector<std::string> sampleNames() {
    std::vector<std::string> names;
    for (const auto& [name, text] : documents())
        names.push_back(name);
    return names;
}

DataSplit sampleData(const std::string& name) {
    DataSplit data;
    const auto samples = [&](std::int64_t count, std::uint64_t step) {
        return name == "gpt" ? words(count, step) : waves(hasPictures(name), count, step);
    };
    data.training = samples(kTraining, 1);
    data.validation = samples(kValidation, 2);
    data.hash = datasetHash(*data.training, data.validation.get());
    return data;
}

DataSplit dataOf(const Shape& input, std::int64_t classes, std::vector<float> inputs,
                 std::vector<float> targets) {
    DatasetDescription description;
    description.inputShape = input;
    description.classes = classes;
    description.targetKind = classes > 0 ? TargetKind::Classes : TargetKind::Values;
    const std::int64_t samples = static_cast<std::int64_t>(inputs.size()) / input.elements();
    description.targetSize = static_cast<std::int64_t>(targets.size()) / samples;
    DataSplit data;
    data.training = std::make_shared<MemoryDataset>(description, Tensor(input.withBatch(samples), inputs),
                                                    Tensor(Shape{samples, description.targetSize}, targets));
    data.validation = data.training;
    data.hash = std::string(64, '0');
    return data;
}

StepResult advance(Trainer& trainer) {
    StepResult result = trainer.step();
    if (result.epochFinished)
        trainer.finishEpoch();
    return result;
}

std::vector<float> tensorOf(const TrainingState& state, const std::string& name) {
    return state.tensors.at(name).floats();
}

} // namespace neurarium
