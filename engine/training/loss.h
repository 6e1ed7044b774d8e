// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "data/dataset.h"
#include "report/recipe.h"
#include "tensor/shape.h"

namespace neurarium {

/// How wrong the outputs of one sample are. All losses are means over a sample's elements (positions for
/// tokens); the loss of a batch is the mean over its samples.
class Loss {
public:
    virtual ~Loss() = default;

    /// The loss of one sample; writes dloss/doutput·scale to `gradient` unless it is null.
    /// `outputs` has `outputSize` numbers, `target` has `targetSize`.
    virtual double sample(const float* outputs, const float* target, float* gradient, float scale) const = 0;
    /// How many of the sample's answers are right (0 ... answers()).
    virtual std::int64_t rightAnswers(const float* /*outputs*/, const float* /*target*/) const { return 0; }
    /// Answers that a sample gives: 1 for classes, T for tokens, 0 for regression (then there is no
    /// accuracy).
    virtual std::int64_t answers() const { return 0; }
    /// Turns the outputs of one sample into probabilities, in place; nothing for regression.
    virtual void toProbabilities(float* /*outputs*/) const {}

    const Shape& outputShape() const { return m_outputShape; }

protected:
    explicit Loss(const Shape& outputShape);
    Shape m_outputShape;
    std::int64_t m_outputs; ///< numbers of one sample's output
};

/// Builds the loss of an experiment for outputs of this shape. Throws Error (Refused) at `place`, the last
/// layer, when the outputs do not fit the data's targets; `place` + ".out_features" when only their number is
/// wrong.
std::unique_ptr<Loss> makeLoss(const Choice& choice, const Shape& output, const DatasetDescription& data,
                               const std::string& place);

} // namespace neurarium
