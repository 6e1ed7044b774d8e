// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/loss.h"

#include <algorithm>
#include <cmath>

#include "experiment/experiment.h"
#include "kernels/kernels.h"
#include "layers/softmax.h"
#include "report/error.h"

namespace neurarium {

Loss::Loss(const Shape& outputShape)
    : m_outputShape(outputShape)
    , m_outputs(outputShape.elements()) {}

namespace {

/// −Σ q[i]·log softmax(z)[i] with q = (1 − s)·onehot + s/K; the mean over positions (nn.CrossEntropyLoss).
/// dL/dz = softmax(z) − q.
class CrossEntropy : public Loss {
public:
    CrossEntropy(const Shape& output, double smoothing)
        : Loss(output)
        , m_classes(output.last())
        , m_positions(m_outputs / m_classes)
        , m_smoothing(smoothing) {}

    double sample(const float* outputs, const float* target, float* gradient, float scale) const override {
        double sum = 0;
        float statistics[2 * kBlock];
        for (std::int64_t first = 0; first < m_positions; first += kBlock) {
            const std::int64_t rows = std::min(kBlock, m_positions - first), offset = first * m_classes;
            float* grad = gradient == nullptr ? nullptr : gradient + offset;
            kernels().softmax({.rows = rows,
                               .length = m_classes,
                               .x = outputs + offset,
                               .statistics = statistics,
                               .y = grad});
            for (std::int64_t t = 0; t < rows; ++t) {
                const auto right = static_cast<std::int64_t>(target[first + t]);
                sum += position(outputs + offset + t * m_classes, right, statistics + 2 * t);
                if (grad != nullptr)
                    slopes(grad + t * m_classes, right, scale / static_cast<float>(m_positions));
            }
        }
        return sum / static_cast<double>(m_positions);
    }

    std::int64_t rightAnswers(const float* outputs, const float* target) const override {
        std::int64_t right = 0;
        for (std::int64_t t = 0; t < m_positions; ++t)
            right += isFirstLargest(outputs + t * m_classes, static_cast<std::int64_t>(target[t])) ? 1 : 0;
        return right;
    }

    std::int64_t answers() const override { return m_positions; }
    void toProbabilities(float* outputs) const override {
        softmaxRows(m_positions, m_classes, outputs, outputs);
    }

private:
    static constexpr std::int64_t kBlock = 64; ///< positions at a time

    /// Whether the class has the largest of the outputs, and is the first that has it; never beside NaN. A
    /// wrong answer is seen after a few of many classes, so it is not looked for where the largest is.
    bool isFirstLargest(const float* row, std::int64_t at) const {
        constexpr std::int64_t kAtOnce = 64;
        const float own = row[at];
        const auto isBeaten = [row](std::int64_t begin, std::int64_t end, auto beats) {
            for (std::int64_t first = begin; first < end; first += kAtOnce) {
                bool beaten = false;
                for (std::int64_t i = first; i < std::min(first + kAtOnce, end); ++i)
                    beaten |= beats(row[i]);
                if (beaten)
                    return true;
            }
            return false;
        };
        return !isBeaten(0, at, [own](float other) { return !(other < own); }) &&
               !isBeaten(at, m_classes, [own](float other) { return !(other <= own); });
    }

    /// The loss of one position. All logits are taken relative to the largest: no digit is lost.
    double position(const float* logits, std::int64_t right, const float* statistics) const {
        const double largest = statistics[0], logSum = statistics[1];
        const double loss = (1.0 - m_smoothing) * (logSum - (logits[right] - largest));
        if (m_smoothing == 0) // a wrong class may be impossible: 0·∞ must not come in
            return loss;
        double total = 0;
        for (std::int64_t i = 0; i < m_classes; ++i)
            total += logits[i] - largest;
        const double share = m_smoothing / static_cast<double>(m_classes);
        return loss + share * (static_cast<double>(m_classes) * logSum - total);
    }

    /// Probabilities become (p − q)·scale.
    void slopes(float* gradient, std::int64_t right, float scale) const {
        const auto share = static_cast<float>(m_smoothing / static_cast<double>(m_classes));
        for (std::int64_t i = 0; i < m_classes; ++i)
            gradient[i] = (gradient[i] - share) * scale;
        gradient[right] -= static_cast<float>(1.0 - m_smoothing) * scale;
    }

    std::int64_t m_classes;
    std::int64_t m_positions;
    double m_smoothing;
};

/// max(z, 0) − z·t + log(1 + e^−|z|) on logits z (nn.BCEWithLogitsLoss); dL/dz = σ(z) − t.
class BinaryCrossEntropy : public Loss {
public:
    explicit BinaryCrossEntropy(const Shape& output)
        : Loss(output) {}

    double sample(const float* outputs, const float* target, float* gradient, float scale) const override {
        double sum = 0;
        for (std::int64_t i = 0; i < m_outputs; ++i) {
            const double z = outputs[i], t = target[i];
            sum += std::fmax(z, 0.0) - z * t + std::log1p(std::exp(-std::fabs(z)));
            if (gradient != nullptr)
                gradient[i] = static_cast<float>((1.0 / (1.0 + std::exp(-z)) - t) * scale /
                                                 static_cast<double>(m_outputs));
        }
        return sum / static_cast<double>(m_outputs);
    }

    std::int64_t rightAnswers(const float* outputs, const float* target) const override {
        std::int64_t right = 0;
        for (std::int64_t i = 0; i < m_outputs; ++i)
            right += (outputs[i] > 0) == (target[i] > 0.5F) ? 1 : 0;
        return right;
    }

    std::int64_t answers() const override { return m_outputs; }

    void toProbabilities(float* outputs) const override {
        for (std::int64_t i = 0; i < m_outputs; ++i)
            outputs[i] = static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(outputs[i]))));
    }
};

/// The mean of (y − t)² (nn.MSELoss); dL/dy = 2·(y − t)/n.
class MeanSquaredError : public Loss {
public:
    explicit MeanSquaredError(const Shape& output)
        : Loss(output) {}

    double sample(const float* outputs, const float* target, float* gradient, float scale) const override {
        double sum = 0;
        const float slope = 2.0F * scale / static_cast<float>(m_outputs);
        for (std::int64_t i = 0; i < m_outputs; ++i) {
            const float difference = outputs[i] - target[i];
            sum += static_cast<double>(difference) * difference;
            if (gradient != nullptr)
                gradient[i] = slope * difference;
        }
        return sum / static_cast<double>(m_outputs);
    }
};

/// The mean of |y − t| (nn.L1Loss); dL/dy = sign(y − t)/n.
class MeanAbsoluteError : public Loss {
public:
    explicit MeanAbsoluteError(const Shape& output)
        : Loss(output) {}

    double sample(const float* outputs, const float* target, float* gradient, float scale) const override {
        double sum = 0;
        const float slope = scale / static_cast<float>(m_outputs);
        for (std::int64_t i = 0; i < m_outputs; ++i) {
            const float difference = outputs[i] - target[i];
            sum += std::fabs(difference);
            if (gradient != nullptr)
                gradient[i] = difference > 0 ? slope : difference < 0 ? -slope : difference;
        }
        return sum / static_cast<double>(m_outputs);
    }
};

void checkClasses(const Shape& output, const DatasetDescription& data, const std::string& place) {
    if (data.targetKind == TargetKind::Values)
        throw Error(ProblemKind::Refused, "training.loss",
                    explain("Problem", "cross_entropy needs classes, but the data's targets are values"),
                    explain("Problem", "choose mse or mae"));
    const std::size_t rank = data.targetKind == TargetKind::Tokens ? 2 : 1;
    const bool positions = rank == 1 || (output.rank() == 2 && output[0] == data.targetSize);
    if (output.rank() != rank || !positions)
        throw Error(ProblemKind::Refused, place,
                    explain("Problem",
                            "the network ends with %1, but the data needs one number for each of %2 classes",
                            {output.text(), std::to_string(data.classes)}));
    // Where classes have no names, their number is the largest one seen, and more outputs do no harm.
    const bool fits = data.classNames.empty() ? output.last() >= data.classes : output.last() == data.classes;
    if (!fits)
        throw Error(ProblemKind::Refused, place + ".out_features",
                    explain("Problem", "must be %1, the number of classes in the data, is %2",
                            {std::to_string(data.classes), std::to_string(output.last())}));
}

void checkNumbers(const Shape& output, const DatasetDescription& data, const std::string& place) {
    if (output.elements() != data.targetSize)
        throw Error(ProblemKind::Refused, place + ".out_features",
                    explain("Problem", "must be %1, the numbers of one target in the data, is %2",
                            {std::to_string(data.targetSize), std::to_string(output.elements())}));
}

} // namespace

std::unique_ptr<Loss> makeLoss(const Choice& choice, const Shape& output, const DatasetDescription& data,
                               const std::string& place) {
    const KindDescription& kind = describedKind(recipeCatalogue().losses, choice.type);
    if (choice.type == "cross_entropy") {
        checkClasses(output, data, place);
        return std::make_unique<CrossEntropy>(output, numberValue(kind, choice.options, "label_smoothing"));
    }
    checkNumbers(output, data, place);
    if (choice.type == "binary_cross_entropy") {
        if (data.targetKind == TargetKind::Classes && data.classes > 2)
            throw Error(ProblemKind::Refused, "training.loss",
                        explain("Problem", "binary_cross_entropy tells two classes apart, the data has %1",
                                {std::to_string(data.classes)}),
                        explain("Problem", "choose cross_entropy"));
        return std::make_unique<BinaryCrossEntropy>(output);
    }
    if (choice.type == "mse")
        return std::make_unique<MeanSquaredError>(output);
    return std::make_unique<MeanAbsoluteError>(output);
}

} // namespace neurarium
