// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_samples.h"

#include <cmath>
#include <numbers>

#include "data/memory_dataset.h"
#include "data/token_windows.h"
#include "tensor/random.h"
#include "tests/soak.h"
#include "text/tokenizers.h"

namespace neurarium {

namespace {

const char* kMlp = R"({"neurarium":1,"name":"mlp","seed":7,"data":{"source":"toy","shape":"moons"},"network":[
    {"type":"linear","out_features":12},{"type":"relu"},{"type":"dropout","rate":0.2},
    {"type":"linear","out_features":12},{"type":"relu"},{"type":"linear","out_features":2}],
    "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.01},"batch_size":16,"epochs":20}})";

const char* kCnn =
    R"({"neurarium":1,"name":"cnn","seed":8,"data":{"source":"cat-sketches","image_size":[16,16],
    "augment":{"flip":true,"shift":0.1,"rotate":8,"zoom":0.1,"brightness":0.2,"holes":{"count":1,"size":0.25}}},
    "network":[{"type":"conv2d","out_channels":4,"kernel":3,"padding":1,"bias":false},{"type":"batch_norm"},
    {"type":"relu"},{"type":"max_pool2d","kernel":2},{"type":"flatten"},{"type":"linear","out_features":2}],
    "training":{"loss":"cross_entropy","optimizer":{"type":"adamw","lr":0.003},"batch_size":16,"epochs":20}})";

const char* kResidual = R"({"neurarium":1,"name":"residual","seed":9,"data":{"source":"cat-sketches",
    "image_size":[16,16]},"network":[{"type":"conv2d","out_channels":4,"kernel":3,"padding":1},{"type":"relu"},
    {"type":"residual","layers":[{"type":"conv2d","out_channels":4,"kernel":3,"padding":1,"bias":false},
    {"type":"batch_norm"},{"type":"relu"},{"type":"dropout","rate":0.1}]},
    {"type":"global_avg_pool2d"},{"type":"linear","out_features":2}],
    "training":{"loss":"cross_entropy","optimizer":{"type":"sgd","lr":0.05,"momentum":0.9,"nesterov":true},
    "schedule":{"type":"cosine","warmup_steps":5},"gradient_clip":1,"batch_size":16,"epochs":20}})";

const char* kPlain =
    R"({"neurarium":1,"name":"plain","seed":10,"data":{"source":"toy","shape":"moons"},"network":[
    {"type":"linear","out_features":8},{"type":"tanh"},{"type":"linear","out_features":2}],
    "training":{"loss":"cross_entropy","optimizer":{"type":"sgd","lr":0.1,"momentum":0.9},
    "schedule":{"type":"plateau","factor":0.5,"patience":1},"batch_size":20,"epochs":20}})";

const char* kText = R"({"neurarium":1,"name":"text","data":{"source":"stories"},"network":[
    {"type":"token_embedding","vocab":"tokens","dim":8},{"type":"position_embedding","length":12},
    {"type":"transformer_block","heads":2,"dropout":0.1},{"type":"linear","out_features":"classes"}],
    "training":{"loss":"cross_entropy","optimizer":{"type":"adamw","lr":0.01},"batch_size":2,"epochs":1000}})";

constexpr const char* kStory = "a cat sat. a dog ran. a cat ran. a dog sat. a cow ran. a cow sat. a cat sat. "
                               "a dog ran. a cow sat. a dog sat. "
                               "a cat ran. a cow ran. a dog ran. a cat sat. a cow sat. a cat ran. a dog sat. "
                               "a cow ran. a cat sat. a dog ran. ";

constexpr std::int64_t kTraining = 160;
constexpr std::int64_t kValidation = 40;
constexpr std::int64_t kSide = 16;

std::shared_ptr<const Dataset> halfCircles(std::int64_t samples, std::uint64_t step) {
    DatasetDescription description;
    description.inputShape = Shape{2};
    description.classes = 2;
    Tensor inputs(Shape{samples, 2});
    Tensor targets(Shape{samples, 1});
    const RandomStream random(5, RandomPurpose::Generator);
    for (std::int64_t i = 0; i < samples; ++i) {
        const bool upper = i % 2 == 0;
        const float angle = random.uniform(step, static_cast<std::uint64_t>(i), 0, std::numbers::pi_v<float>);
        inputs[2 * i] = (upper ? std::cos(angle) : 1 - std::cos(angle)) / 2 - 0.25F;
        inputs[2 * i + 1] = (upper ? std::sin(angle) : 0.5F - std::sin(angle)) / 2;
        targets[i] = upper ? 0.0F : 1.0F;
    }
    return std::make_shared<MemoryDataset>(description, std::move(inputs), std::move(targets));
}

/// Class 0 has horizontal stripes, class 1 vertical ones, both in noise.
std::shared_ptr<const Dataset> stripes(std::int64_t samples, std::uint64_t step) {
    DatasetDescription description;
    description.inputShape = Shape{3, kSide, kSide};
    description.classes = 2;
    description.classNames = {"lying", "standing"};
    description.pictures = true;
    Tensor inputs(description.inputShape.withBatch(samples));
    Tensor targets(Shape{samples, 1});
    const RandomStream random(6, RandomPurpose::Generator);
    for (std::int64_t i = 0; i < inputs.size(); ++i) {
        const std::int64_t sample = i / (3 * kSide * kSide);
        const std::int64_t place = sample % 2 == 0 ? i / kSide % kSide : i % kSide;
        inputs[i] =
            (place % 4 < 2 ? 0.5F : -0.5F) + random.uniform(step, static_cast<std::uint64_t>(i), -0.5F, 0.5F);
        targets[sample] = static_cast<float>(sample % 2);
    }
    return std::make_shared<MemoryDataset>(description, std::move(inputs), std::move(targets));
}

/// The words of a story, without a part for validation.
DataSplit story() {
    constexpr std::int64_t kLength = 12;
    const auto tokenizer = learnTokenizer(tokenizerType(TokenizerKind::Words), kStory, 300, "");
    const auto text = std::make_shared<const std::vector<std::uint16_t>>(packed(tokenizer->encode(kStory)));
    DataSplit data;
    data.training = std::make_shared<TokenWindows>(describeTokens(tokenizer, kLength), text,
                                                   windowsOver(0, text->size(), kLength));
    data.samplesHash = datasetHash(*data.training, nullptr);
    data.hash = hashWithVocabulary(data.samplesHash, tokenizer.get());
    return data;
}

} // namespace

std::vector<std::string> sampleExperiments() {
    return {"mlp", "cnn", "residual", "plain"};
}

Experiment sampleExperiment(const std::string& name) {
    if (name == "mlp")
        return parseExperiment(kMlp);
    if (name == "cnn")
        return parseExperiment(kCnn);
    if (name == "text")
        return parseExperiment(kText);
    return parseExperiment(name == "residual" ? kResidual : kPlain);
}

DataSplit sampleData(const Experiment& experiment) {
    if (experiment.data.type == "stories")
        return story();
    const bool points = experiment.data.type == "toy";
    DataSplit data;
    data.training = points ? halfCircles(kTraining, 1) : stripes(kTraining, 1);
    data.validation = points ? halfCircles(kValidation, 2) : stripes(kValidation, 2);
    data.hash = datasetHash(*data.training, data.validation.get());
    return data;
}

DataSource sampleSource() {
    return [](const Experiment& experiment, const std::function<bool(const ImportProgress&)>&) {
        return sampleData(experiment);
    };
}

int soak(int usual) {
    return soakCount(usual, usual * 10, usual * 50);
}

} // namespace neurarium
