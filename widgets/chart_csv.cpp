// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_csv.h"

#include <cmath>

#include "widgets/csv_text.h"

namespace neurarium {

namespace {

QByteArray number(const std::optional<double>& value) {
    return value ? csvNumber(*value) : QByteArray();
}

void appendSteps(QByteArray& csv, const ChartBranch& branch) {
    const StepHistory& steps = branch.steps;
    if (steps.empty())
        return;
    const std::int64_t stride = steps.stepsPerPlace();
    for (std::int64_t step = steps.firstStep(); step <= steps.lastStep(); step += stride) {
        const std::optional<float> loss = steps.at(step);
        if (!loss && steps.firstNotFinite() != step)
            continue;
        const double epoch = std::ceil(branch.at(static_cast<double>(step), ChartUnit::Epochs) - 1e-9);
        csv += "step," + QByteArray::number(branch.number) + ',' + QByteArray::number(epoch, 'f', 0) + ',' +
               QByteArray::number(static_cast<qlonglong>(step)) + ',' +
               QByteArray::number(static_cast<qlonglong>(std::min(stride, steps.lastStep() - step + 1))) +
               ',' +
               (loss ? QByteArray::number(static_cast<double>(*loss), 'g', 9) : QByteArrayLiteral("nan")) +
               ",,,,,,\n";
    }
}

/// What an epoch came to, as the columns have it; how long it took follows behind.
QList<QByteArray> learnt(const char* kind, const QByteArray& branch, const EpochReport& epoch) {
    return {kind,
            branch,
            QByteArray::number(static_cast<qlonglong>(epoch.epoch)),
            QByteArray::number(static_cast<qlonglong>(epoch.step)),
            QByteArrayLiteral("1"),
            number(epoch.trainLoss),
            number(epoch.trainAccuracy),
            number(epoch.validationLoss),
            number(epoch.validationAccuracy),
            number(epoch.learningRate)};
}

QByteArray epochRow(const ChartBranch& branch, const EpochReport& epoch, char divider) {
    QList<QByteArray> values = learnt("epoch", QByteArray::number(branch.number), epoch);
    values << number(epoch.seconds) << number(epoch.samplesPerSecond);
    return values.join(divider) + '\n';
}

/// The branches of twins that are both known.
struct TwinBranches {
    const ChartBranch* same = nullptr;
    const ChartBranch* other = nullptr;

    TwinBranches(const ChartData& data, const std::optional<TwinPair>& twins) {
        if (twins) {
            same = data.branch(twins->same);
            other = data.branch(twins->other);
        }
    }
    explicit operator bool() const { return same && other; }
    QByteArray name() const {
        return QByteArray::number(other->number) + '-' + QByteArray::number(same->number);
    }
};

void appendStepDifferences(QByteArray& csv, const TwinBranches& twins) {
    for (const StepDifference& each : stepDifferences(twins.same->steps, twins.other->steps)) {
        const double epoch =
            std::ceil(twins.other->at(static_cast<double>(each.step), ChartUnit::Epochs) - 1e-9);
        csv += "step_difference," + twins.name() + ',' + QByteArray::number(epoch, 'f', 0) + ',' +
               QByteArray::number(static_cast<qlonglong>(each.step)) + ",1," + csvNumber(each.value) +
               ",,,,,,\n";
    }
}

void appendEpochDifferences(QByteArray& table, const TwinBranches& twins, char divider) {
    for (const EpochReport& epoch : epochDifferences(*twins.same, *twins.other)) {
        QList<QByteArray> values = learnt("epoch_difference", twins.name(), epoch);
        values << QByteArray() << QByteArray();
        table += values.join(divider) + '\n';
    }
}

constexpr char kColumns[] =
    "kind,branch,epoch,step,steps,train_loss,train_accuracy,val_loss,val_accuracy,lr,seconds,"
    "samples_per_second\n";

} // namespace

QByteArray chartCsv(const ChartData& data, const std::optional<TwinPair>& pair) {
    QByteArray csv(kColumns);
    for (const ChartBranch* branch : data.branches()) {
        appendSteps(csv, *branch);
        for (const EpochReport& epoch : branch->epochs)
            csv += epochRow(*branch, epoch, ',');
    }
    if (const TwinBranches twins(data, pair); twins) {
        appendStepDifferences(csv, twins);
        appendEpochDifferences(csv, twins, ',');
    }
    return csv;
}

QString chartNumbers(const ChartData& data, const std::optional<TwinPair>& pair) {
    QByteArray table = QByteArray(kColumns).replace(',', '\t');
    for (const ChartBranch* branch : data.branches())
        for (const EpochReport& epoch : branch->epochs)
            table += epochRow(*branch, epoch, '\t');
    if (const TwinBranches twins(data, pair); twins)
        appendEpochDifferences(table, twins, '\t');
    return QString::fromUtf8(table);
}

} // namespace neurarium
