// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChangeWords)
};

struct KnobWord {
    const char* knob;
    const char* english;
};

constexpr KnobWord kKnobs[] = {
    {"dropout", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "dropout")},
    {"dropout_rate", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "dropout")},
    {"lr", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "learning rate")},
    {"batch_size", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "mini-batch size")},
    {"flip", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "flip")},
    {"shift", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "shift")},
    {"rotate", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "turn")},
    {"zoom", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "zoom")},
    {"brightness", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "brightness")},
    {"holes", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "holes")},
    {"hole_size", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "holes")},
    {"wrong_labels", QT_TRANSLATE_NOOP("neurarium::ChangeWords", "wrong labels")},
};

bool isOff(const std::string& value) {
    return value == "off" || value == "false" || value == "0" || value.empty();
}

/// A rate as per cent, "10 °" for angles; anything else as it is.
QString valueText(const Change& change, const std::string& value) {
    bool isNumber = false;
    const QString text = QString::fromStdString(value);
    const double number = text.toDouble(&isNumber);
    if (!isNumber)
        return text;
    if (change.kind == ChangeKind::Dropout || change.kind == ChangeKind::Labels)
        return percentText(number);
    if (change.kind != ChangeKind::Augmentation || change.knob == "holes")
        return text;
    return change.knob == "rotate" ? ChangeWords::tr("%1°").arg(text) : percentText(number);
}

QString knobName(const std::string& knob) {
    for (const KnobWord& word : kKnobs)
        if (knob == word.knob)
            return ChangeWords::tr(word.english);
    return QString::fromStdString(knob);
}

QString switchText(const Change& change) {
    const QString knob = knobName(change.knob);
    if (isOff(change.after))
        return ChangeWords::tr("%1 off").arg(knob);
    const QString value = valueText(change, change.after);
    if (change.after == "on" || change.after == "true")
        return ChangeWords::tr("%1 on").arg(knob);
    return isOff(change.before) ? ChangeWords::tr("%1 on, %2").arg(knob, value)
                                : QStringLiteral("%1 %2").arg(knob, value);
}

/// "rate 0.6 in layer 3", or "Leaky ReLU in layer 2" for another type or several options.
QString layerChangeText(const Change& change) {
    const QString knob = QString::fromStdString(change.knob), after = QString::fromStdString(change.after);
    const QString layer = layerNumber(change.knob);
    const QString option = knob.section(QLatin1Char(']'), -1).mid(1);
    if (!option.isEmpty()) {
        QString name = optionName(option.toStdString());
        name[0] = name[0].toLower();
        return ChangeWords::tr("%1 %2 in layer %3").arg(name, after, layer);
    }
    const QStringList words = after.split(QLatin1Char(' '));
    const QString kind = kindName(words.front().toStdString());
    const QString options = QStringList(words.mid(1)).join(QStringLiteral(", "));
    return ChangeWords::tr("%1 in layer %2")
        .arg(options.isEmpty() ? kind : QStringLiteral("%1 (%2)").arg(kind, options), layer);
}

} // namespace

QString layerNumber(const std::string& place) {
    static const QRegularExpression index(QStringLiteral("\\[(\\d+)\\]"));
    QStringList numbers;
    for (const auto& found : index.globalMatch(QString::fromStdString(place)))
        numbers << QString::number(found.captured(1).toLongLong() + 1);
    return numbers.join(QLatin1Char('.'));
}

QString changeText(const Change& change) {
    const QString after = QString::fromStdString(change.after);
    switch (change.kind) {
    case ChangeKind::Dropout:
    case ChangeKind::Augmentation:
        return switchText(change);
    case ChangeKind::LearningRate:
        return ChangeWords::tr("learning rate %1").arg(after);
    case ChangeKind::Epochs:
        return ChangeWords::tr("until epoch %1").arg(after);
    case ChangeKind::BatchSize:
        return ChangeWords::tr("%1 per step").arg(after);
    case ChangeKind::Labels:
        if (change.knob == "wrong_labels" && change.after != "own")
            return switchText(change);
        return ChangeWords::tr("labels changed");
    case ChangeKind::Layer:
        return layerChangeText(change);
    case ChangeKind::Divergence:
        return ChangeWords::tr("the loss became too large");
    }
    return after;
}

QString markText(const Mark& mark) {
    QStringList texts;
    for (const Change& change : mark.changes)
        texts << changeText(change);
    return texts.join(QStringLiteral(", "));
}

QString slotName(const CheckpointInfo& checkpoint) {
    static const std::string kBefore = "before "; // as the engine writes it, in every language
    if (checkpoint.origin == CheckpointOrigin::BeforeChange && checkpoint.name.starts_with(kBefore))
        return ChangeWords::tr("before %1").arg(knobName(checkpoint.name.substr(kBefore.size())));
    return QString::fromStdString(checkpoint.name);
}

} // namespace neurarium
