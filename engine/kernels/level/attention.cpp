// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/level/dropout.h"
#include "kernels/level/panel.h"
#include "kernels/level/softmax.h"
#include "kernels/level/table.h"
#include "kernels/scratch.h"

namespace neurarium::NEURARIUM_KERNEL_LEVEL {

namespace {

constexpr Index kBlock = 32; ///< queries at a time: their weights stay in the first-level cache

/// Hands out pieces of the thread's scratch memory.
class Pieces {
public:
    explicit Pieces(Index floats)
        : m_next(kernelScratch(KernelScratch::Attention, floats)) {}
    float* take(Index floats) {
        float* const piece = m_next;
        m_next += floats;
        return piece;
    }

private:
    float* m_next;
};

Index roundUp(Index n) {
    return (n + 15) / 16 * 16;
}

/// One head of an attention, and the block of its queries at hand.
class Head {
public:
    Head(const Attention& a, Index head)
        : m_a(a)
        , m_head(head)
        , m_width(a.heads * a.size)
        , m_stride(3 * m_width)
        , m_scale(static_cast<float>(1.0 / __builtin_sqrt(static_cast<double>(a.size)))) {}

    /// Floats of a row of weights, and of a packed matrix of the head.
    static Index rowFloats(const Attention& a) { return roundUp(a.tokens); }
    static Index packedFloats(const Attention& a) {
        return roundUp(larger(packedSize(a.size, a.tokens), packedSize(a.tokens, a.size)));
    }

    const float* queries() const { return m_a.qkv + m_head * m_a.size; }
    const float* keys() const { return queries() + m_width; }
    const float* values() const { return queries() + 2 * m_width; }
    Index stride() const { return m_stride; }
    Index width() const { return m_width; }
    float scale() const { return m_scale; }

    /// Packs `rows` (keys, values) as they lie, or transposed.
    PackedMatrix packed(const float* rows, bool transposed, float* to) const {
        Product p{.n = transposed ? m_a.tokens : m_a.size, .k = transposed ? m_a.size : m_a.tokens};
        p.b = rows;
        p.ldb = m_stride;
        p.transposeB = transposed;
        pack(p, to);
        return {to, p.k, p.n};
    }

    void setBlock(Index first) {
        m_first = first;
        m_rows = smaller(kBlock, m_a.tokens - first);
    }
    Index first() const { return m_first; }
    Index rows() const { return m_rows; }
    /// Keys that row i of the block sees, and that any of its rows sees.
    Index seen(Index i) const { return m_a.causal ? m_first + i + 1 : m_a.tokens; }
    Index seenByBlock() const { return seen(m_rows - 1); }

    float* statistics(Index i) const { return m_a.statistics + 2 * (m_head * m_a.tokens + m_first + i); }
    DropoutDraw draw(Index i) const {
        DropoutDraw draw = m_a.dropout;
        draw.first +=
            static_cast<std::uint64_t>((m_head * m_a.tokens + m_first + i) * DropoutDraw::count(m_a.tokens));
        return draw;
    }

    /// c = rows of the block (with the given stride) times a packed matrix.
    void multiplyBlock(const float* a, Index lda, const PackedMatrix& b, float* c) const {
        product({.m = m_rows,
                 .n = seenByBlock(),
                 .k = m_a.size,
                 .a = a,
                 .lda = lda,
                 .packed = b,
                 .c = c,
                 .ldc = rowFloats(m_a)});
    }

    /// c = weights of the block times a packed matrix of all tokens; `c` has the given stride.
    void weigh(const float* weights, const PackedMatrix& b, float* c, Index ldc) const {
        product({.m = m_rows,
                 .n = m_a.size,
                 .k = seenByBlock(),
                 .a = weights,
                 .lda = rowFloats(m_a),
                 .packed = b,
                 .c = c,
                 .ldc = ldc});
    }

    /// c += weightsᵀ·(rows of the block): what the block's queries tell each token.
    void addTransposed(const float* weights, const float* b, Index ldb, float* c) const {
        product({.m = seenByBlock(),
                 .n = m_a.size,
                 .k = m_rows,
                 .a = weights,
                 .lda = rowFloats(m_a),
                 .transposeA = true,
                 .b = b,
                 .ldb = ldb,
                 .c = c,
                 .ldc = m_stride,
                 .accumulate = true});
    }

private:
    const Attention& m_a;
    Index m_head, m_width, m_stride;
    float m_scale;
    Index m_first = 0, m_rows = 0;
};

/// Zeros behind the last key that a row sees, up to the last that the block sees.
void clearUnseen(const Head& head, Index i, float* row) {
    for (Index j = head.seen(i); j < head.seenByBlock(); ++j)
        row[j] = 0;
}

/// y[j] = x[j]·factor[j] for one row of weights.
void applyDropout(const DropoutDraw& draw, Index n, float* row) {
    if (dropsAny(draw))
        dropout(draw, n, {.x = row, .y = row});
}

/// Scores become weights: softmax of each row of the block. Keeps what is needed to make them again.
void softmaxBlock(const Head& head, float* scores, Index rowFloats) {
    for (Index i = 0; i < head.rows(); ++i) {
        float* row = scores + i * rowFloats;
        const Index n = head.seen(i);
        const float shift = largestOf(row, n) * head.scale();
        const float share = 1.0F / exponentials(row, n, head.scale(), shift, row);
        for (Index j = 0; j < n; j += kLanes<Packet>)
            store(row + j, multiply(load(row + j), broadcast(share)));
        head.statistics(i)[0] = shift;
        head.statistics(i)[1] = share;
        clearUnseen(head, i, row);
    }
}

/// The same weights again, to the bit.
void softmaxAgain(const Head& head, Index i, float* row) {
    const Packet scale = broadcast(head.scale()), shift = broadcast(-head.statistics(i)[0]);
    const Packet share = broadcast(head.statistics(i)[1]);
    for (Index j = 0; j < head.seen(i); j += kLanes<Packet>)
        store(row + j, multiply(exponential(multiplyAdd(load(row + j), scale, shift)), share));
    clearUnseen(head, i, row);
}

void capture(const Attention& a, const Head& head, Index number, const float* weights) {
    float* to = a.weights + (number * a.tokens + head.first()) * a.tokens;
    for (Index i = 0; i < head.rows(); ++i)
        for (Index j = 0; j < a.tokens; ++j)
            to[i * a.tokens + j] = j < head.seen(i) ? weights[i * Head::rowFloats(a) + j] : 0.0F;
}

float dot(const float* a, const float* b, Index n) {
    LaneSums sum;
    forEachPacket(n, [&](Index i, Index count) {
        sum.at(i) = multiplyAdd(loadSome(a + i, count), loadSome(b + i, count), sum.at(i));
    });
    return sum.total();
}

/// The matrices that the gradient of one head reads, and room for a block's rows.
struct GradientMatrices {
    GradientMatrices(const Attention& a, const Head& head, Pieces memory)
        : keysTransposed(head.packed(head.keys(), true, memory.take(Head::packedFloats(a))))
        , keys(head.packed(head.keys(), false, memory.take(Head::packedFloats(a))))
        , valuesTransposed(head.packed(head.values(), true, memory.take(Head::packedFloats(a))))
        , weights(memory.take(kBlock * Head::rowFloats(a)))
        , dropped(memory.take(kBlock * Head::rowFloats(a)))
        , gradWeights(memory.take(kBlock * Head::rowFloats(a))) {}

    PackedMatrix keysTransposed, keys, valuesTransposed;
    float *weights, *dropped, *gradWeights;
};

/// One row: weights w from scores, w' = dropout(w), and the scores' gradient w·(dropout(g) − o·gradO)·scale
/// from g = dL/dw', because the sum of w'·g over the keys is the output times its gradient.
void gradientOfRow(const Head& head, Index i, float outputTimesGradient, const GradientMatrices& m) {
    const DropoutDraw draw = head.draw(i);
    const Index n = head.seen(i);
    softmaxAgain(head, i, m.weights);
    const Packet sum = broadcast(outputTimesGradient), scale = broadcast(head.scale());
    DropoutFactors factors;
    for (Index j = 0; j < n; j += kLanes<Packet>) {
        if (dropsAny(draw) && j % DropoutFactors::kCount == 0)
            drawFactors(draw, j / DropoutFactors::kCount, factors);
        const Packet factor =
            dropsAny(draw) ? load(factors.factor + j % DropoutFactors::kCount) : broadcast(1.0F);
        const Packet weight = load(m.weights + j);
        const Packet away = subtract(multiply(load(m.gradWeights + j), factor), sum);
        store(m.dropped + j, multiply(weight, factor));
        store(m.gradWeights + j, multiply(multiply(away, weight), scale));
    }
    clearUnseen(head, i, m.dropped);
    clearUnseen(head, i, m.gradWeights);
}

void gradientOfBlock(const Attention& a, const AttentionGradient& gradient, const Head& head,
                     const GradientMatrices& m) {
    const Index rowFloats = Head::rowFloats(a), width = head.width(), stride = head.stride();
    const Index column = head.queries() - a.qkv;
    const float* queries = head.queries() + head.first() * stride;
    const float* gradOutput = gradient.gradOutput + head.first() * width + column;
    const float* output = a.output + head.first() * width + column;
    head.multiplyBlock(queries, stride, m.keysTransposed, m.weights);
    head.multiplyBlock(gradOutput, width, m.valuesTransposed, m.gradWeights);
    for (Index i = 0; i < head.rows(); ++i) {
        GradientMatrices row = m;
        row.weights += i * rowFloats;
        row.dropped += i * rowFloats;
        row.gradWeights += i * rowFloats;
        gradientOfRow(head, i, dot(output + i * width, gradOutput + i * width, a.size), row);
    }
    float* gradQueries = gradient.gradQkv + column;
    head.weigh(m.gradWeights, m.keys, gradQueries + head.first() * stride, stride);
    head.addTransposed(m.gradWeights, queries, stride, gradQueries + width);
    head.addTransposed(m.dropped, gradOutput, width, gradQueries + 2 * width);
}

} // namespace

void attention(const Attention& a) {
    const Index rowFloats = Head::rowFloats(a);
    for (Index number = 0; number < a.heads; ++number) {
        Head head(a, number);
        Pieces memory(2 * Head::packedFloats(a) + kBlock * rowFloats);
        const PackedMatrix keys = head.packed(head.keys(), true, memory.take(Head::packedFloats(a)));
        const PackedMatrix values = head.packed(head.values(), false, memory.take(Head::packedFloats(a)));
        float* weights = memory.take(kBlock * rowFloats);
        for (Index first = 0; first < a.tokens; first += kBlock) {
            head.setBlock(first);
            head.multiplyBlock(head.queries() + first * head.stride(), head.stride(), keys, weights);
            softmaxBlock(head, weights, rowFloats);
            if (a.weights != nullptr)
                capture(a, head, number, weights);
            for (Index i = 0; i < head.rows(); ++i)
                applyDropout(head.draw(i), head.seen(i), weights + i * rowFloats);
            head.weigh(weights, values, a.output + first * head.width() + number * a.size, head.width());
        }
    }
}

void attentionBackward(const Attention& a, const AttentionGradient& gradient) {
    const Index width = a.heads * a.size;
    for (Index i = 0; i < a.tokens; ++i)
        for (Index j = width; j < 3 * width; ++j)
            gradient.gradQkv[i * 3 * width + j] = 0;
    for (Index number = 0; number < a.heads; ++number) {
        Head head(a, number);
        const GradientMatrices matrices(a, head,
                                        Pieces(3 * Head::packedFloats(a) + 3 * kBlock * Head::rowFloats(a)));
        for (Index first = 0; first < a.tokens; first += kBlock) {
            head.setBlock(first);
            gradientOfBlock(a, gradient, head, matrices);
        }
    }
}

} // namespace neurarium::NEURARIUM_KERNEL_LEVEL
