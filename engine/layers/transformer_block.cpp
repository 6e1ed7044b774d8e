// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/transformer_block.h"

#include <algorithm>
#include <cmath>

#include "kernels/kernels.h"
#include "layers/tokens.h"
#include "layers/window.h"
#include "report/error.h"

namespace neurarium {

namespace {

/// A pass whose layer keeps its numbers elsewhere.
Pass keeping(const Pass& pass, float* kept) {
    Pass other = pass;
    other.kept = kept;
    return other;
}

/// Takes pieces for all samples of a slice out of a region, each on a cache line of its own.
class Region {
public:
    Region(float* memory, std::int64_t samples)
        : m_next(memory)
        , m_samples(samples) {}

    static std::int64_t rounded(std::int64_t floats) { return (floats + 15) / 16 * 16; }
    float* take(std::int64_t floats) {
        float* const piece = m_next;
        m_next += m_samples * rounded(floats);
        return piece;
    }

private:
    float* m_next;
    std::int64_t m_samples;
};

} // namespace

struct TransformerBlock::Kept {
    Kept(const TransformerBlock& block, float* memory, std::int64_t samples)
        : Kept(block, Region(memory, samples)) {}
    Kept(const TransformerBlock& block, Region memory)
        : statistics1(memory.take(2 * block.tokens()))
        , statistics2(memory.take(2 * block.tokens()))
        , weightStatistics(memory.take(2 * block.m_options.heads * block.tokens()))
        , qkv(memory.take(block.m_triple.elements()))
        , attended(memory.take(block.m_wide.elements()))
        , u(memory.take(block.m_wide.elements()))
        , hidden(memory.take(block.m_hidden.elements()))
        , slope(memory.take(block.m_hidden.elements())) {}

    static std::int64_t size(const TransformerBlock& block) {
        return 2 * Region::rounded(2 * block.tokens()) +
               Region::rounded(2 * block.m_options.heads * block.tokens()) +
               Region::rounded(block.m_triple.elements()) + 2 * Region::rounded(block.m_wide.elements()) +
               2 * Region::rounded(block.m_hidden.elements());
    }

    float *statistics1, *statistics2; ///< of ln1 and ln2
    float* weightStatistics;          ///< of the attention's softmax
    float *qkv, *attended, *u, *hidden;
    float* slope; ///< the derivative of gelu
};

struct TransformerBlock::Scratch {
    Scratch(const TransformerBlock& block, float* memory, std::int64_t samples)
        : Scratch(block, Region(memory, samples)) {}
    Scratch(const TransformerBlock& block, Region memory)
        : normal(memory.take(block.m_wide.elements()))
        , narrow(memory.take(block.m_wide.elements()))
        , gradAttended(memory.take(block.m_wide.elements()))
        , gradU(memory.take(block.m_wide.elements()))
        , broad(memory.take(0)) {}

    static std::int64_t size(const TransformerBlock& block) {
        return 4 * Region::rounded(block.m_wide.elements()) +
               Region::rounded(std::max(block.m_triple.elements(), block.m_hidden.elements()));
    }

    float *normal, *narrow, *gradAttended, *gradU;
    float* broad; ///< gradients of the hidden numbers, then those of q, k and v
};

TransformerBlock::TransformerBlock(const TransformerBlockOptions& options)
    : DropoutKnob("dropout", options.dropout)
    , m_options(options)
    , m_ln1(LayerNorm::kDefaultEps)
    , m_ln2(LayerNorm::kDefaultEps) {
    checkAtLeast("heads", options.heads, 1);
    if (!(options.mlpRatio > 0))
        throw Error(ProblemKind::Refused, "mlp_ratio",
                    explain("Problem", "must be above 0, is %1", {std::to_string(options.mlpRatio)}));
}

Shape TransformerBlock::outputShape(const Shape& input) {
    checkTokenRows(input);
    const std::int64_t width = input[1];
    if (width % m_options.heads != 0)
        throw Error(ProblemKind::Refused, "heads",
                    explain("Problem", "%1 heads must share the %2 numbers of a token evenly",
                            {std::to_string(m_options.heads), std::to_string(width)}));
    const auto hidden = static_cast<std::int64_t>(static_cast<double>(width) * m_options.mlpRatio);
    if (hidden < 1)
        throw Error(
            ProblemKind::Refused, "mlp_ratio",
            explain("Problem", "leaves nothing of the %1 numbers of a token", {std::to_string(width)}));
    static_cast<void>(Shape{input[0], 32, width + hidden + m_options.heads}.elements()); // all sizes fit
    m_wide = input;
    m_triple = {input[0], 3 * width};
    m_hidden = {input[0], hidden};
    const auto linear = [](std::unique_ptr<Linear>& layer, const char* name, const Shape& from,
                           const Shape& to) {
        layer = std::make_unique<Linear>(to[1]);
        layer->outputShape(from);
        layer->prefixNames(name);
    };
    linear(m_qkv, "attn.qkv.", m_wide, m_triple);
    linear(m_proj, "attn.proj.", m_wide, m_wide);
    linear(m_fc1, "mlp.fc1.", m_wide, m_hidden);
    linear(m_fc2, "mlp.fc2.", m_hidden, m_wide);
    m_ln1.outputShape(input);
    m_ln2.outputShape(input);
    m_ln1.prefixNames("ln1.");
    m_ln2.prefixNames("ln2.");
    return input;
}

std::vector<Parameter*> TransformerBlock::parameters() {
    std::vector<Parameter*> all;
    for (Layer* layer :
         std::initializer_list<Layer*>{&m_ln1, m_qkv.get(), m_proj.get(), &m_ln2, m_fc1.get(), m_fc2.get()})
        for (Parameter* parameter : layer->parameters())
            all.push_back(parameter);
    return all;
}

void TransformerBlock::initialize(const RandomStream& random) {
    m_ln1.initialize(random);
    m_ln2.initialize(random);
    std::uint64_t number = 0;
    for (Linear* linear : {m_qkv.get(), m_proj.get(), m_fc1.get(), m_fc2.get()})
        number = linear->initializeFrom(random, number);
}

void TransformerBlock::prepare() {
    for (Linear* linear : {m_qkv.get(), m_proj.get(), m_fc1.get(), m_fc2.get()})
        linear->prepare();
}

WorkspaceSize TransformerBlock::workspace(const Shape& /*input*/) const {
    return {.kept = Kept::size(*this), .scratch = Scratch::size(*this)};
}

Slice TransformerBlock::slice(float* data, std::int64_t samples, const Shape& shape) const {
    return {data, samples, &shape, shape.elements()};
}

DropoutDraw TransformerBlock::sampleDraw(const Pass& pass, std::int64_t sample, Place place) const {
    const std::int64_t weights = m_options.heads * tokens() * DropoutDraw::count(tokens());
    const std::int64_t numbers = DropoutDraw::count(m_wide.elements());
    const std::int64_t before =
        place == Place::Attention ? 0 : weights + (place == Place::Output ? numbers : 0);
    const std::int64_t first = (pass.firstSample + sample) * (weights + 2 * numbers) + before;
    return draw(pass, static_cast<std::uint64_t>(first));
}

Attention TransformerBlock::attention(const Pass& pass, std::int64_t sample, const Kept& kept) const {
    return {.tokens = tokens(),
            .heads = m_options.heads,
            .size = m_wide[1] / m_options.heads,
            .causal = m_options.causal,
            .dropout = sampleDraw(pass, sample, Place::Attention),
            .qkv = kept.qkv + sample * m_triple.elements(),
            .output = kept.attended + sample * m_wide.elements(),
            .statistics = kept.weightStatistics + sample * 2 * m_options.heads * tokens(),
            .weights = pass.lens.weights == nullptr
                           ? nullptr
                           : pass.lens.weights +
                                 (pass.firstSample + sample) * m_options.heads * tokens() * tokens()};
}

void TransformerBlock::blankHeads(const Pass& pass, float* attended) const {
    if (pass.lens.headsOff == nullptr)
        return;
    const std::int64_t size = m_wide[1] / m_options.heads;
    for (std::int64_t head = 0; head < m_options.heads; ++head)
        for (std::int64_t i = 0; pass.lens.headsOff[head] && i < tokens(); ++i)
            std::fill_n(attended + i * m_wide[1] + head * size, size, 0.0F);
}

void TransformerBlock::drop(const Pass& pass, Place place, std::int64_t samples,
                            const DropoutNumbers& slice) const {
    const std::int64_t size = m_wide.elements();
    for (std::int64_t n = 0; n < samples; ++n)
        kernels().dropout(sampleDraw(pass, n, place), size,
                          {.x = slice.x + n * size,
                           .base = slice.base == nullptr ? nullptr : slice.base + n * size,
                           .y = slice.y + n * size});
}

void TransformerBlock::forward(const Pass& pass, const Slice& x, const Slice& y) const {
    const Kept kept(*this, pass.kept, x.samples);
    const Scratch scratch(*this, pass.scratch, x.samples);
    const auto of = [&](float* data, const Shape& shape) { return slice(data, x.samples, shape); };
    const Slice normal = of(scratch.normal, m_wide), added = of(scratch.narrow, m_wide);
    const Slice u = of(kept.u, m_wide), hidden = of(kept.hidden, m_hidden);

    m_ln1.forward(keeping(pass, kept.statistics1), x, normal);
    m_qkv->forward(pass, normal, of(kept.qkv, m_triple));
    for (std::int64_t n = 0; n < x.samples; ++n) {
        kernels().attention(attention(pass, n, kept));
        blankHeads(pass, kept.attended + n * m_wide.elements());
    }
    m_proj->forward(pass, of(kept.attended, m_wide), added);
    drop(pass, Place::Projection, x.samples, {.x = added.data, .base = x.data, .y = u.data});

    m_ln2.forward(keeping(pass, kept.statistics2), u, normal);
    m_fc1->forward(pass, normal, hidden);
    kernels().gelu(hidden.size(), hidden.data, hidden.data, kept.slope);
    m_fc2->forward(pass, hidden, added);
    drop(pass, Place::Output, x.samples, {.x = added.data, .base = u.data, .y = y.data});
}

void TransformerBlock::attendNext(const NextToken& next, float* qkv, float* weights, float* attended) const {
    const std::int64_t width = m_wide[1], size = width / m_options.heads, seen = next.place + 1;
    const auto scale = static_cast<float>(1.0 / std::sqrt(static_cast<double>(size)));
    float* keys = next.memory; // transposed, so that one row of scores is a product without packing
    float* values = next.memory + m_wide.elements();
    for (std::int64_t i = 0; i < width; ++i) {
        qkv[i] *= scale;
        keys[i * tokens() + next.place] = qkv[width + i];
        values[next.place * width + i] = qkv[2 * width + i];
    }
    for (std::int64_t first = 0; first < width; first += size) {
        kernels().product({.m = 1,
                           .n = seen,
                           .k = size,
                           .a = qkv + first,
                           .lda = size,
                           .b = keys + first * tokens(),
                           .ldb = tokens(),
                           .c = weights,
                           .ldc = seen});
        kernels().softmax({.rows = 1, .length = seen, .x = weights, .y = weights});
        kernels().product({.m = 1,
                           .n = size,
                           .k = seen,
                           .a = weights,
                           .lda = seen,
                           .b = values + first,
                           .ldb = width,
                           .c = attended + first,
                           .ldc = size});
    }
}

/// As forward in evaluation, for one row; queries, keys and values of the tokens before are remembered.
void TransformerBlock::forwardNext(const NextToken& next, const Slice& x, const Slice& y) const {
    const Kept kept(*this, next.pass.kept, 1);
    const Scratch scratch(*this, next.pass.scratch, 1);
    const Shape wide{1, m_wide[1]}, triple{1, m_triple[1]}, inner{1, m_hidden[1]};
    const auto of = [&](float* data, const Shape& shape) { return slice(data, 1, shape); };
    const Slice normal = of(scratch.normal, wide), added = of(scratch.narrow, wide), u = of(kept.u, wide),
                hidden = of(kept.hidden, inner);
    m_ln1.forward(keeping(next.pass, kept.statistics1), x, normal);
    m_qkv->forward(next.pass, normal, of(kept.qkv, triple));
    attendNext(next, kept.qkv, scratch.broad, kept.attended);
    m_proj->forward(next.pass, of(kept.attended, wide), added);
    for (std::int64_t i = 0; i < x.sampleSize; ++i)
        u.data[i] = x.data[i] + added.data[i];
    m_ln2.forward(keeping(next.pass, kept.statistics2), u, normal);
    m_fc1->forward(next.pass, normal, hidden);
    kernels().gelu(hidden.size(), hidden.data, hidden.data, nullptr);
    m_fc2->forward(next.pass, hidden, added);
    for (std::int64_t i = 0; i < x.sampleSize; ++i)
        y.data[i] = u.data[i] + added.data[i];
}

void TransformerBlock::backward(const Pass& pass, const Slice& x, const Slice& /*y*/, const Slice& gradY,
                                const Slice& gradX) const {
    const Kept kept(*this, pass.kept, x.samples);
    const Scratch scratch(*this, pass.scratch, x.samples);
    backwardOutput(pass, kept, scratch, gradY);
    backwardAttention(pass, kept, scratch, x);
    // dL/dx = dL/du + what comes through ln1.
    m_ln1.backwardOnto(keeping(pass, kept.statistics1), x,
                       {.gradY = scratch.narrow, .base = scratch.gradU, .gradX = gradX.data});
}

/// dL/du = gradY + what comes through ln2 and the small network. What ln2 gave is made again.
void TransformerBlock::backwardOutput(const Pass& pass, const Kept& kept, const Scratch& scratch,
                                      const Slice& gradY) const {
    const auto of = [&](float* data, const Shape& shape) { return slice(data, gradY.samples, shape); };
    const Slice u = of(kept.u, m_wide), normal = of(scratch.normal, m_wide),
                narrow = of(scratch.narrow, m_wide), gradHidden = of(scratch.broad, m_hidden);
    drop(pass, Place::Output, gradY.samples, {.x = gradY.data, .y = narrow.data});
    m_fc2->backward(pass, of(kept.hidden, m_hidden), {}, narrow, gradHidden);
    for (std::int64_t i = 0; i < gradHidden.size(); ++i)
        gradHidden.data[i] *= kept.slope[i];
    m_ln2.forward(keeping(pass, kept.statistics2), u, normal);
    m_fc1->backward(pass, normal, {}, gradHidden, narrow);
    m_ln2.backwardOnto(keeping(pass, kept.statistics2), u,
                       {.gradY = narrow.data, .base = gradY.data, .gradX = scratch.gradU});
}

/// From dL/du to the gradient of what ln1 gave, left in `narrow`.
void TransformerBlock::backwardAttention(const Pass& pass, const Kept& kept, const Scratch& scratch,
                                         const Slice& x) const {
    const auto of = [&](float* data, const Shape& shape) { return slice(data, x.samples, shape); };
    const Slice normal = of(scratch.normal, m_wide), narrow = of(scratch.narrow, m_wide),
                gradAttended = of(scratch.gradAttended, m_wide), gradQkv = of(scratch.broad, m_triple);
    drop(pass, Place::Projection, x.samples, {.x = scratch.gradU, .y = narrow.data});
    m_proj->backward(pass, of(kept.attended, m_wide), {}, narrow, gradAttended);
    for (std::int64_t n = 0; n < x.samples; ++n)
        kernels().attentionBackward(attention(pass, n, kept),
                                    {.gradOutput = gradAttended.sample(n), .gradQkv = gradQkv.sample(n)});
    m_ln1.forward(keeping(pass, kept.statistics1), x, normal);
    m_qkv->backward(pass, normal, {}, gradQkv, narrow);
}

} // namespace neurarium
