// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/event_json.h"

namespace neurarium::cli {

namespace {

Json orNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

template <class Tag>
Json orNull(Id<Tag> id) {
    return id ? Json(id.value) : Json(nullptr);
}

const char* kindText(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::Dropout:
        return "dropout";
    case ChangeKind::LearningRate:
        return "learning_rate";
    case ChangeKind::Augmentation:
        return "augmentation";
    case ChangeKind::Epochs:
        return "epochs";
    case ChangeKind::BatchSize:
        return "batch_size";
    case ChangeKind::Labels:
        return "labels";
    case ChangeKind::Layer:
        return "layer";
    case ChangeKind::Divergence:
        break;
    }
    return "divergence";
}

Json asEvent(const char* name, const Json& object) {
    Json event{{"event", name}};
    event.update(object);
    return event;
}

Json changeObject(const Change& change) {
    return {{"kind", kindText(change.kind)},
            {"knob", change.knob},
            {"before", change.before},
            {"after", change.after}};
}

Json checkpointFields(const CheckpointInfo& checkpoint, const std::filesystem::path& run) {
    return {{"name", checkpoint.name},
            {"epoch", checkpoint.epoch},
            {"step", checkpoint.step},
            {"path", (std::filesystem::absolute(run) / checkpoint.path).lexically_normal().string()},
            {"sha256", checkpoint.sha256}};
}

} // namespace

Json startedEvent(const NetworkGraph& graph) {
    Json layers = Json::array();
    for (const LayerSummary& layer : graph.layers)
        layers.push_back({{"place", layer.place},
                          {"type", layer.type},
                          {"output_shape", layer.outputShape},
                          {"weights", layer.weights},
                          {"biases", layer.biases}});
    return {{"event", "started"},
            {"layers", layers},
            {"parameters", graph.weights + graph.biases},
            {"weights", graph.weights},
            {"biases", graph.biases},
            {"classes", graph.classNames},
            {"training_samples", graph.trainingSamples},
            {"validation_samples", graph.validationSamples},
            {"epochs", graph.epochs},
            {"steps_per_epoch", graph.stepsPerEpoch}};
}

Json stepEvent(const StepReport& step) {
    return {{"event", "step"}, {"step", step.step}, {"loss", step.loss}};
}

Json epochObject(const EpochReport& epoch) {
    return {{"epoch", epoch.epoch},
            {"step", epoch.step},
            {"train_loss", epoch.trainLoss},
            {"train_accuracy", orNull(epoch.trainAccuracy)},
            {"val_loss", orNull(epoch.validationLoss)},
            {"val_accuracy", orNull(epoch.validationAccuracy)},
            {"lr", epoch.learningRate},
            {"seconds", epoch.seconds},
            {"samples_per_second", epoch.samplesPerSecond}};
}

Json epochEvent(const EpochReport& epoch) {
    return asEvent("epoch", epochObject(epoch));
}

Json markObject(const Mark& mark) {
    Json changes = Json::array();
    for (const Change& change : mark.changes)
        changes.push_back(changeObject(change));
    return {{"id", mark.id.value}, {"branch", mark.branch.value}, {"number", mark.number},
            {"epoch", mark.epoch}, {"step", mark.step},           {"before", orNull(mark.before)},
            {"changes", changes}};
}

Json markEvent(const Mark& mark) {
    return asEvent("mark", markObject(mark));
}

Json checkpointEvent(const CheckpointInfo& checkpoint, const std::filesystem::path& run) {
    Json event{{"event", "checkpoint"}, {"id", checkpoint.id.value}};
    event.update(checkpointFields(checkpoint, run));
    return event;
}

Json checkpointObject(const CheckpointInfo& checkpoint, const std::filesystem::path& run) {
    Json object{{"id", checkpoint.id.value}, {"branch", checkpoint.branch.value}};
    object.update(checkpointFields(checkpoint, run));
    object["letter"] = checkpoint.letter;
    object["note"] = checkpoint.note;
    if (!checkpoint.sample.empty())
        object["sample"] = checkpoint.sample;
    object["saved_at"] = checkpoint.savedAt > 0 ? Json(checkpoint.savedAt) : Json(nullptr);
    object["bytes"] = checkpoint.bytes;
    object["val_loss"] = orNull(checkpoint.validationLoss);
    object["val_accuracy"] = orNull(checkpoint.validationAccuracy);
    return object;
}

Json branchObject(const Branch& branch) {
    const Json own = Json::parse(branch.experiment, nullptr, false);
    return {{"id", branch.id.value},
            {"parent", orNull(branch.parent)},
            {"forked_from", orNull(branch.forkedFrom)},
            {"fork_step", branch.forkStep},
            {"fork_epoch", branch.forkEpoch},
            {"last_step", branch.lastStep},
            {"last_epoch", branch.lastEpoch},
            {"weights_only", branch.weightsOnly},
            {"experiment", own.is_discarded() ? Json(nullptr) : own}};
}

Json twinObject(const TwinReport& report, const std::filesystem::path& run) {
    const auto branch = [](BranchId id, const std::vector<EpochReport>& epochs) {
        Json list = Json::array();
        for (const EpochReport& epoch : epochs)
            list.push_back(epochObject(epoch));
        return Json{{"branch", id.value}, {"epochs", list}};
    };
    Json steps = Json::array();
    for (const TwinStep& step : report.steps)
        steps.push_back({{"step", step.step}, {"same", step.same}, {"other", step.other}});
    return {{"from", checkpointObject(report.from, run)},
            {"change", changeObject(report.change)},
            {"same", branch(report.same, report.sameEpochs)},
            {"other", branch(report.other, report.otherEpochs)},
            {"steps", steps},
            {"diverged", report.diverged}};
}

std::string reasonText(FinishReason reason) {
    switch (reason) {
    case FinishReason::Completed:
        return "completed";
    case FinishReason::EarlyStopped:
        return "early_stopped";
    case FinishReason::StoppedByUser:
        return "stopped";
    case FinishReason::Interrupted:
        break;
    }
    return "interrupted";
}

Json finishedEvent(const std::string& reason, const Outcome& outcome) {
    return {{"event", "finished"},          {"reason", reason},
            {"epoch", outcome.epoch},       {"step", outcome.step},
            {"last", orNull(outcome.last)}, {"best", orNull(outcome.best)}};
}

} // namespace neurarium::cli
