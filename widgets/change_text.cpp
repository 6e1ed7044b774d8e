// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "widgets/number_text.h"

namespace neurarium {

namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ChangeWords)
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
    if (change.kind == ChangeKind::Dropout)
        return percentText(number);
    if (change.kind != ChangeKind::Augmentation || change.knob == "holes")
        return text;
    return change.knob == "rotate" ? ChangeWords::tr("%1°").arg(text) : percentText(number);
}

QString knobName(const Change& change) {
    const QString knob = QString::fromStdString(change.knob);
    if (change.kind == ChangeKind::Dropout)
        return ChangeWords::tr("dropout");
    if (knob == QLatin1String("flip"))
        return ChangeWords::tr("flip");
    if (knob == QLatin1String("shift"))
        return ChangeWords::tr("shift");
    if (knob == QLatin1String("rotate"))
        return ChangeWords::tr("turn");
    if (knob == QLatin1String("zoom"))
        return ChangeWords::tr("zoom");
    if (knob == QLatin1String("brightness"))
        return ChangeWords::tr("brightness");
    if (knob.startsWith(QLatin1String("hole")))
        return ChangeWords::tr("holes");
    return knob;
}

QString switchText(const Change& change) {
    const QString knob = knobName(change);
    if (isOff(change.after))
        return ChangeWords::tr("%1 off").arg(knob);
    const QString value = valueText(change, change.after);
    if (change.after == "on" || change.after == "true")
        return ChangeWords::tr("%1 on").arg(knob);
    return isOff(change.before) ? ChangeWords::tr("%1 on, %2").arg(knob, value)
                                : QStringLiteral("%1 %2").arg(knob, value);
}

} // namespace

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
        return ChangeWords::tr("labels changed");
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

} // namespace neurarium
