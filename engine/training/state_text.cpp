// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/state_text.h"

#include <charconv>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr double kLargestRate = 1e30;
constexpr double kLargestVariation = 1e4; // of any augmentation; each clamps what it cannot do
constexpr const char* kWrongLabels = "live/wrong_labels";
constexpr std::int64_t kLargestBatch = 1'000'000'000;

[[noreturn]] void refuse(Message what) {
    throw Error(ProblemKind::Refused, "checkpoint", std::move(what));
}

template <class Number>
Number parsed(const std::string& key, const std::string& text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        refuse(explain("Problem", "the entry \"%1\" of the training state is no number: %2", {key, text}));
    return value;
}

template <class Number>
Number within(const std::string& key, const std::string& text, Number minimum, Number maximum) {
    const auto value = parsed<Number>(key, text);
    if (!(value >= minimum && value <= maximum))
        refuse(explain("Problem", "the entry \"%1\" of the training state cannot be %2", {key, text}));
    return value;
}

} // namespace

const std::string& StateText::text(const std::string& key) const {
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        refuse(explain("Problem", "the entry \"%1\" of the training state is missing", {key}));
    return found->second;
}

bool StateText::flag(const std::string& key) const {
    const std::string& word = text(key);
    if (word != "true" && word != "false")
        refuse(explain("Problem", "the entry \"%1\" of the training state cannot be %2", {key, word}));
    return word == "true";
}

double StateText::number(const std::string& key) const {
    return parsed<double>(key, text(key));
}

double StateText::number(const std::string& key, double minimum, double maximum) const {
    return within(key, text(key), minimum, maximum);
}

std::int64_t StateText::integer(const std::string& key, std::int64_t minimum, std::int64_t maximum) const {
    return within(key, text(key), minimum, maximum);
}

LiveSettings StateText::settings() const {
    const auto variation = [&](const char* key) { return number(key, 0, kLargestVariation); };
    LiveSettings settings;
    settings.learningRate = number("live/lr", 0, kLargestRate);
    if (text("live/dropout") != "own")
        settings.dropout = number("live/dropout", 0, 1);
    settings.dropoutOn = flag("live/dropout_on");
    settings.batchSize = integer("live/batch_size", 1, kLargestBatch);
    settings.augment.flip = flag("live/augment/flip");
    settings.augment.shift = variation("live/augment/shift");
    settings.augment.rotate = variation("live/augment/rotate");
    settings.augment.zoom = variation("live/augment/zoom");
    settings.augment.brightness = variation("live/augment/brightness");
    settings.augment.holeCount = integer("live/augment/hole_count");
    settings.augment.holeSize = variation("live/augment/hole_size");
    if (m_entries.contains(kWrongLabels)) // absent in states that leave them to the experiment
        settings.wrongLabels = number(kWrongLabels, 0, 1);
    return settings;
}

std::string StateText::exact(double number) {
    constexpr int kDigits = std::numeric_limits<double>::max_digits10;
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, kDigits).ptr;
    return {text, end};
}

void StateText::write(const LiveSettings& settings, Entries& to) {
    to["live/lr"] = exact(settings.learningRate);
    to["live/dropout"] = settings.dropout ? exact(*settings.dropout) : "own";
    to["live/dropout_on"] = flagged(settings.dropoutOn);
    to["live/batch_size"] = std::to_string(settings.batchSize);
    to["live/augment/flip"] = flagged(settings.augment.flip);
    to["live/augment/shift"] = exact(settings.augment.shift);
    to["live/augment/rotate"] = exact(settings.augment.rotate);
    to["live/augment/zoom"] = exact(settings.augment.zoom);
    to["live/augment/brightness"] = exact(settings.augment.brightness);
    to["live/augment/hole_count"] = std::to_string(settings.augment.holeCount);
    to["live/augment/hole_size"] = exact(settings.augment.holeSize);
    if (settings.wrongLabels)
        to[kWrongLabels] = exact(*settings.wrongLabels);
}

} // namespace neurarium
