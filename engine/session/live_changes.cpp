// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/live_changes.h"

#include <array>
#include <charconv>

namespace neurarium {

namespace {

double number(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string switchText(bool on) {
    return on ? "on" : "off";
}

std::string rateText(const std::optional<double>& rate) {
    return rate ? exactText(*rate) : "on";
}

std::optional<double> rateOf(const std::string& text) {
    return text == "on" ? std::nullopt : std::optional(number(text));
}

constexpr const char* kWrongLabels = "wrong_labels";
constexpr const char* kOwn = "own"; // those of the experiment

std::string labelsText(const std::optional<double>& fraction) {
    return fraction ? exactText(*fraction) : kOwn;
}

/// Knobs of the augmentation that are plain numbers.
struct NumberKnob {
    const char* name;
    double AugmentationOptions::*value;
};

constexpr std::array kNumberKnobs{
    NumberKnob{"shift", &AugmentationOptions::shift},
    NumberKnob{"rotate", &AugmentationOptions::rotate},
    NumberKnob{"zoom", &AugmentationOptions::zoom},
    NumberKnob{"brightness", &AugmentationOptions::brightness},
    NumberKnob{"hole_size", &AugmentationOptions::holeSize},
};

void describeAugmentation(const AugmentationOptions& before, const AugmentationOptions& after,
                          std::vector<Change>& changes) {
    if (before.flip != after.flip)
        changes.push_back(
            {ChangeKind::Augmentation, "flip", switchText(before.flip), switchText(after.flip)});
    for (const NumberKnob& knob : kNumberKnobs) {
        const double old = before.*knob.value;
        const double now = after.*knob.value;
        if (old != now)
            changes.push_back({ChangeKind::Augmentation, knob.name, exactText(old), exactText(now)});
    }
    if (before.holeCount != after.holeCount)
        changes.push_back({ChangeKind::Augmentation, "holes", std::to_string(before.holeCount),
                           std::to_string(after.holeCount)});
}

void changeAugmentation(AugmentationOptions& augment, const Change& change) {
    if (change.knob == "flip")
        augment.flip = change.after == "on";
    else if (change.knob == "holes")
        augment.holeCount = static_cast<std::int64_t>(number(change.after));
    for (const NumberKnob& knob : kNumberKnobs)
        if (change.knob == knob.name)
            augment.*knob.value = number(change.after);
}

void changeDropout(LiveSettings& settings, const Change& change) {
    if (change.knob == "dropout_rate") {
        settings.dropout = rateOf(change.after);
        return;
    }
    settings.dropoutOn = change.after != "off";
    if (settings.dropoutOn)
        settings.dropout = rateOf(change.after);
}

} // namespace

std::string exactText(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end.ptr};
}

std::vector<Change> describeChanges(const LiveSettings& before, const LiveSettings& after) {
    std::vector<Change> changes;
    const std::string dropoutBefore = before.dropoutOn ? rateText(before.dropout) : "off";
    const std::string dropoutAfter = after.dropoutOn ? rateText(after.dropout) : "off";
    if (dropoutBefore != dropoutAfter)
        changes.push_back({ChangeKind::Dropout, "dropout", dropoutBefore, dropoutAfter});
    if (!after.dropoutOn && before.dropout != after.dropout)
        changes.push_back(
            {ChangeKind::Dropout, "dropout_rate", rateText(before.dropout), rateText(after.dropout)});
    if (before.learningRate != after.learningRate)
        changes.push_back(
            {ChangeKind::LearningRate, "lr", exactText(before.learningRate), exactText(after.learningRate)});
    describeAugmentation(before.augment, after.augment, changes);
    if (before.batchSize != after.batchSize)
        changes.push_back({ChangeKind::BatchSize, "batch_size", std::to_string(before.batchSize),
                           std::to_string(after.batchSize)});
    if (before.wrongLabels != after.wrongLabels)
        changes.push_back({ChangeKind::Labels, kWrongLabels, labelsText(before.wrongLabels),
                           labelsText(after.wrongLabels)});
    return changes;
}

LiveSettings withChanges(LiveSettings settings, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        switch (change.kind) {
        case ChangeKind::Dropout:
            changeDropout(settings, change);
            break;
        case ChangeKind::LearningRate:
            settings.learningRate = number(change.after);
            break;
        case ChangeKind::Augmentation:
            changeAugmentation(settings.augment, change);
            break;
        case ChangeKind::BatchSize:
            settings.batchSize = static_cast<std::int64_t>(number(change.after));
            break;
        case ChangeKind::Labels:
            if (change.knob == kWrongLabels)
                settings.wrongLabels =
                    change.after == kOwn ? std::nullopt : std::optional(number(change.after));
            break;
        case ChangeKind::Epochs:
        case ChangeKind::Layer:
        case ChangeKind::Divergence:
            break;
        }
    }
    return settings;
}

} // namespace neurarium
