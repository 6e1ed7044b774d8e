// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of the layer catalogue, in both modes: backward must agree with differences of forward.
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layers/catalogue.h"
#include "layers/network.h"

using namespace neurarium;

namespace {

constexpr std::int64_t kSamples = 3;
constexpr float kDifference = 4e-3F;
constexpr double kAbsolute = 3e-3, kRelative = 1e-2;

/// Distinct numbers in mixed order, none closer than two differences to another or to zero: no kink is
/// crossed.
std::vector<float> distinctNumbers(std::int64_t count, std::uint64_t seed) {
    const RandomStream random(seed, RandomPurpose::Generator);
    std::vector<float> numbers(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = (static_cast<float>(i) - static_cast<float>(count) / 2 + 0.3F) *
                     std::max(0.012F, 3.0F / static_cast<float>(count));
    for (std::size_t i = numbers.size(); i > 1; --i)
        std::swap(numbers[i - 1], numbers[random.below(0, i, i)]);
    return numbers;
}

/// Some of the tokens below `count`, not all and not in order.
std::vector<float> someTokens(std::int64_t numbers, std::int64_t count) {
    std::vector<float> tokens(static_cast<std::size_t>(numbers));
    for (std::size_t i = 0; i < tokens.size(); ++i)
        tokens[i] = static_cast<float>(i * i % static_cast<std::size_t>(count));
    return tokens;
}

/// One layer alone, with memory of its own, for a batch of a few samples.
class LayerBench {
public:
    LayerBench(const LayerKind& kind, const LayerExample& example, Mode mode)
        : m_mode(mode)
        , m_input(example.input)
        , m_layer(kind.build(kind.description, example.options))
        , m_output(m_layer->outputShape(m_input))
        , m_x(example.tokens > 0 ? someTokens(kSamples * m_input.elements(), example.tokens)
                                 : distinctNumbers(kSamples * m_input.elements(), 1))
        , m_y(static_cast<std::size_t>(kSamples * m_output.elements()))
        , m_gradX(m_x.size()) {
        const WorkspaceSize workspace = m_layer->workspace(m_input);
        m_kept.resize(static_cast<std::size_t>(kSamples * workspace.kept + 1));
        m_scratch.resize(static_cast<std::size_t>(kSamples * workspace.inBackward() + 1));
        m_statistics.resize(static_cast<std::size_t>(m_layer->statisticsSize(m_input)));
        bindParameters();
        const RandomStream random(2, RandomPurpose::Generator);
        for (std::size_t i = 0; i < m_y.size(); ++i)
            m_gradY.push_back(random.uniform(1, i, -1, 1));
    }

    std::vector<float>& x() { return m_x; }
    std::vector<float>& values() { return m_values; }
    const std::vector<float>& gradX() const { return m_gradX; }
    const std::vector<float>& gradients() const { return m_gradients; }

    /// The sum of the outputs, each weighted by its gradient.
    double loss() {
        if (wholeBatch()) {
            std::fill(m_statistics.begin(), m_statistics.end(), 0.0);
            m_layer->gatherForward(slice(m_x, m_input), m_statistics.data());
            m_layer->finishForward(m_statistics.data(), m_input, kSamples);
        }
        m_layer->forward(pass(), slice(m_x, m_input), slice(m_y, m_output));
        return std::inner_product(m_y.begin(), m_y.end(), m_gradY.begin(), 0.0, std::plus<>(),
                                  [](float a, float b) { return static_cast<double>(a) * b; });
    }

    void backward() {
        std::fill(m_gradientSums.begin(), m_gradientSums.end(), 0.0F);
        std::vector<double> sums(m_statistics.size(), 0.0);
        Pass place = pass();
        if (wholeBatch()) {
            m_layer->gatherBackward(place, slice(m_x, m_input), slice(m_gradY, m_output), sums.data());
            place.backwardStatistics = sums.data();
        }
        m_layer->backward(place, slice(m_x, m_input), slice(m_y, m_output), slice(m_gradY, m_output),
                          slice(m_gradX, m_input));
        for (const Parameter* parameter : m_layer->parameters())
            if (parameter->sums == 0)
                std::copy_n(m_gradientSums.data() + parameter->sumsOffset, parameter->value.size(),
                            m_gradients.data() + parameter->offset);
        m_layer->finishGradients(m_gradientSums.data(), m_gradients.data());
    }

    bool trainsParameters() const { return m_mode == Mode::Training || m_statistics.empty(); }

private:
    bool wholeBatch() const { return m_mode == Mode::Training && !m_statistics.empty(); }

    void bindParameters() {
        std::int64_t count = 0, sums = 0;
        for (Parameter* parameter : m_layer->parameters()) {
            parameter->offset = count;
            parameter->sumsOffset = sums;
            count += parameter->shape.elements();
            sums += parameter->sums > 0 ? parameter->sums : parameter->shape.elements();
        }
        m_gradientSums.resize(static_cast<std::size_t>(sums));
        m_values.resize(static_cast<std::size_t>(count));
        m_gradients.resize(m_values.size());
        for (Parameter* parameter : m_layer->parameters())
            parameter->value =
                std::span(m_values).subspan(static_cast<std::size_t>(parameter->offset),
                                            static_cast<std::size_t>(parameter->shape.elements()));
        m_layer->initialize(RandomStream(3, RandomPurpose::Initialization));
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] += 0.1F * std::sin(static_cast<float>(i)); // so that no parameter is a plain 0 or 1
    }

    Pass pass() {
        Pass pass{.mode = m_mode,
                  .seed = 5,
                  .step = 7,
                  .kept = m_kept.data(),
                  .scratch = m_scratch.data(),
                  .gradients = m_gradientSums.data(),
                  .batchSamples = kSamples};
        if (wholeBatch())
            pass.statistics = m_statistics.data();
        return pass;
    }

    static Slice slice(std::vector<float>& numbers, const Shape& shape) {
        return {numbers.data(), kSamples, &shape, shape.elements()};
    }

    Mode m_mode;
    Shape m_input;
    std::unique_ptr<Layer> m_layer;
    Shape m_output;
    std::vector<float> m_x, m_y, m_gradX, m_gradY, m_values, m_gradients, m_gradientSums, m_kept, m_scratch;
    std::vector<double> m_statistics;
};

/// The first number whose slope differs from the gradient; empty when all agree.
QString firstDisagreement(LayerBench& bench, std::vector<float>& numbers,
                          const std::vector<float>& gradient) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const float before = numbers[i];
        numbers[i] = before + kDifference;
        const double above = bench.loss();
        numbers[i] = before - kDifference;
        const double below = bench.loss();
        numbers[i] = before;
        const double slope = (above - below) / (2.0 * kDifference);
        if (std::abs(slope - gradient[i]) > kAbsolute + kRelative * std::abs(slope))
            return QString("number %1: slope %2, gradient %3").arg(i).arg(slope).arg(gradient[i]);
    }
    return {};
}

} // namespace

class LayerGradientTest : public QObject {
    Q_OBJECT
private slots:
    void backwardAgreesWithDifferences_data();
    void backwardAgreesWithDifferences();
    void everyRowHasAnExample();
};

void LayerGradientTest::backwardAgreesWithDifferences_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("example");
    QTest::addColumn<bool>("training");
    const auto& catalogue = layerCatalogue();
    for (std::size_t row = 0; row < catalogue.size(); ++row)
        for (std::size_t example = 0; example < catalogue[row].examples.size(); ++example)
            for (const bool training : {true, false})
                QTest::addRow("%s %zu %s", catalogue[row].description.type.c_str(), example,
                              training ? "training" : "evaluation")
                    << static_cast<int>(row) << static_cast<int>(example) << training;
}

void LayerGradientTest::backwardAgreesWithDifferences() {
    QFETCH(int, row);
    QFETCH(int, example);
    QFETCH(bool, training);
    const LayerKind& kind = layerCatalogue()[static_cast<std::size_t>(row)];
    LayerBench bench(kind, kind.examples[static_cast<std::size_t>(example)],
                     training ? Mode::Training : Mode::Evaluation);
    bench.loss();
    bench.backward();
    const std::vector<float> gradX = bench.gradX(), gradients = bench.gradients();
    if (kind.examples[static_cast<std::size_t>(example)].tokens == 0)
        QCOMPARE(firstDisagreement(bench, bench.x(), gradX), QString());
    if (bench.trainsParameters())
        QCOMPARE(firstDisagreement(bench, bench.values(), gradients), QString());
}

void LayerGradientTest::everyRowHasAnExample() {
    for (const LayerKind& kind : layerCatalogue())
        QVERIFY2(kind.build == nullptr || !kind.examples.empty(), kind.description.type.c_str());
}

QTEST_GUILESS_MAIN(LayerGradientTest)
#include "layer_gradient_test.moc"
