// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe_difference.h"

#include <QCoreApplication>
#include <QStringList>

#include "widgets/dropout_rates.h"

namespace neurarium {

namespace {

struct DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::DifferenceWords)
};

/// The learning rate alone is another one.
bool isOtherRate(const Choice& before, const Choice& after) {
    Choice same = after;
    same.options.erase("lr");
    Choice old = before;
    old.options.erase("lr");
    return same == old;
}

QString networkWords(const std::vector<LayerRecipe>& before, const std::vector<LayerRecipe>& after) {
    const bool rates = before.size() == after.size() && dropoutRates(before) != dropoutRates(after);
    return rates ? DifferenceWords::tr("dropout") : DifferenceWords::tr("layers");
}

bool isOtherData(const Recipe& a, const Recipe& b) {
    return a.data != b.data || a.validation != b.validation || a.validationPath != b.validationPath ||
           a.shuffle != b.shuffle || a.mislabel != b.mislabel;
}

} // namespace

QString recipeDifference(const Recipe& before, const Recipe& after) {
    QStringList words;
    const auto add = [&words](bool differs, const QString& word) {
        if (differs)
            words << word;
    };
    add(isOtherData(before, after), DifferenceWords::tr("data"));
    add(before.augment != after.augment, DifferenceWords::tr("varying the photos"));
    add(before.network != after.network, networkWords(before.network, after.network));
    add(before.loss != after.loss, DifferenceWords::tr("loss"));
    add(before.optimizer != after.optimizer, isOtherRate(before.optimizer, after.optimizer)
                                                 ? DifferenceWords::tr("learning rate")
                                                 : DifferenceWords::tr("optimizer"));
    add(before.schedule != after.schedule, DifferenceWords::tr("schedule"));
    add(before.batchSize != after.batchSize, DifferenceWords::tr("mini-batch size"));
    add(before.epochs != after.epochs, DifferenceWords::tr("number of epochs"));
    add(before.seed != after.seed, DifferenceWords::tr("random seed"));
    return words.isEmpty() ? DifferenceWords::tr("training") : words.join(QStringLiteral(", "));
}

} // namespace neurarium
