// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/option_text.h"

#include <cmath>
#include <type_traits>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace neurarium {

namespace {

constexpr int kDigits = 12;
constexpr double kLargestInteger = 9007199254740992.0; // 2^53

QString numberText(double number) {
    return QString::number(number, 'g', kDigits);
}

QStringList listed(const QString& text) {
    QStringList items;
    for (const QString& item : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        items << item.trimmed();
    return items;
}

QString say(const char* english) {
    return QCoreApplication::translate("OptionText", english);
}

QString allowedRange(const OptionDescription& option) {
    const QString low = numberText(option.minimum);
    const QString high = numberText(option.maximum);
    if (std::isinf(option.minimum) && std::isinf(option.maximum))
        return say(QT_TRANSLATE_NOOP("OptionText", "This must be a number."));
    if (std::isinf(option.maximum) && option.exclusiveMinimum)
        return say(QT_TRANSLATE_NOOP("OptionText", "This must be above %1.")).arg(low);
    if (std::isinf(option.maximum))
        return say(QT_TRANSLATE_NOOP("OptionText", "This must be at least %1.")).arg(low);
    if (option.exclusiveMaximum)
        return say(QT_TRANSLATE_NOOP("OptionText", "This must be from %1 to below %2.")).arg(low, high);
    if (option.exclusiveMinimum)
        return say(QT_TRANSLATE_NOOP("OptionText", "This must be above %1 and at most %2.")).arg(low, high);
    return say(QT_TRANSLATE_NOOP("OptionText", "This must be from %1 to %2.")).arg(low, high);
}

bool isAllowed(const OptionDescription& option, double number) {
    const bool highEnough = option.exclusiveMinimum ? number > option.minimum : number >= option.minimum;
    const bool lowEnough = option.exclusiveMaximum ? number < option.maximum : number <= option.maximum;
    return std::isfinite(number) && highEnough && lowEnough;
}

TypedOption readNumber(const OptionDescription& option, const QString& text) {
    bool readable = false;
    const double number = QLocale::c().toDouble(text.trimmed(), &readable);
    if (!readable)
        return {std::nullopt, allowedRange(option)};
    if (option.kind == OptionKind::Integer &&
        (number != std::floor(number) || std::abs(number) > kLargestInteger))
        return {std::nullopt, say(QT_TRANSLATE_NOOP("OptionText", "This must be a whole number."))};
    if (!isAllowed(option, number))
        return {std::nullopt, allowedRange(option)};
    if (option.kind == OptionKind::Integer)
        return {OptionValue(static_cast<std::int64_t>(number)), {}};
    return {OptionValue(number), {}};
}

TypedOption readNumbers(const OptionDescription& option, const QString& text) {
    std::vector<double> numbers;
    for (const QString& item : listed(text)) {
        bool readable = false;
        numbers.push_back(QLocale::c().toDouble(item, &readable));
        if (!readable || !isAllowed(option, numbers.back()))
            return {std::nullopt, say(QT_TRANSLATE_NOOP("OptionText", "Each: %1")).arg(allowedRange(option))};
    }
    if (option.count != 0 && numbers.size() != option.count)
        return {std::nullopt,
                say(QT_TRANSLATE_NOOP("OptionText", "This must be %1 numbers with commas between."))
                    .arg(option.count)};
    return {OptionValue(numbers), {}};
}

} // namespace

QString optionText(const OptionValue& value) {
    return std::visit(
        [](const auto& v) -> QString {
            using V = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<V, bool>)
                return v ? QStringLiteral("true") : QStringLiteral("false");
            else if constexpr (std::is_same_v<V, std::int64_t>)
                return QString::number(v);
            else if constexpr (std::is_same_v<V, double>)
                return numberText(v);
            else if constexpr (std::is_same_v<V, std::string>)
                return QString::fromStdString(v);
            else {
                QStringList items;
                for (const auto& item : v)
                    items << optionText(OptionValue(item));
                return items.join(QStringLiteral(", "));
            }
        },
        value);
}

TypedOption readOption(const OptionDescription& option, const QString& text) {
    switch (option.kind) {
    case OptionKind::Integer:
        if (!option.keyword.empty() && text.trimmed().toStdString() == option.keyword)
            return {OptionValue(option.keyword), {}};
        return readNumber(option, text);
    case OptionKind::Number:
        return readNumber(option, text);
    case OptionKind::Numbers:
        return readNumbers(option, text);
    case OptionKind::Texts: {
        std::vector<std::string> items;
        for (const QString& item : listed(text))
            items.push_back(item.toStdString());
        return {OptionValue(items), {}};
    }
    case OptionKind::Boolean:
        return {OptionValue(text == QLatin1String("true")), {}};
    case OptionKind::Text:
    case OptionKind::Choice:
        break;
    }
    return {OptionValue(text.toStdString()), {}};
}

} // namespace neurarium
