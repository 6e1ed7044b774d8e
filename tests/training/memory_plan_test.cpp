// SPDX-License-Identifier: GPL-3.0-or-later
// Plays one slice through a plan: whoever writes a region signs every cell of it, whoever reads one expects
// the signature that was written for it. Two regions that share a cell while both are needed are found that
// way.
#include <QtTest>

#include <map>

#include "training/memory_plan.h"

using namespace neurarium;

namespace {

constexpr std::uint64_t kNetworks = 300;
constexpr std::int64_t kChannels = 16, kSide = 8; // enough for convolutions to pool in their epilogue

LayerRecipe layerOf(const char* type, const Options& options = {}) {
    return {type, "", options, {}, {}};
}

/// Draws layers for a random network of pictures.
class RandomLayers {
public:
    explicit RandomLayers(std::uint64_t seed)
        : m_random(seed, RandomPurpose::Generator) {}

    std::vector<LayerRecipe> pictures(int count, int depth) {
        std::vector<LayerRecipe> layers;
        for (int i = 0; i < count; ++i)
            layers.push_back(picture(depth));
        return layers;
    }

    std::vector<LayerRecipe> network() {
        std::vector<LayerRecipe> layers = pictures(2 + static_cast<int>(below(6)), 2);
        if (below(2) == 0)
            layers.push_back(layerOf("max_pool2d", {{"kernel", std::int64_t{2}}}));
        layers.push_back(layerOf(below(2) == 0 ? "flatten" : "global_avg_pool2d"));
        for (std::uint64_t i = below(4); i > 0; --i)
            layers.push_back(flat());
        layers.push_back(linear());
        return layers;
    }

private:
    std::uint64_t below(std::uint64_t bound) { return m_random.below(0, m_draws++, bound); }

    LayerRecipe plain() {
        const char* types[] = {"relu", "leaky_relu", "tanh",       "sigmoid",    "gelu",
                               "silu", "dropout",    "batch_norm", "layer_norm", "softmax"};
        return layerOf(types[below(std::size(types))]);
    }

    LayerRecipe linear() {
        return layerOf("linear", {{"out_features", static_cast<std::int64_t>(1 + below(40))}});
    }

    LayerRecipe flat() { return below(2) == 0 ? linear() : plain(); }

    LayerRecipe convolution() {
        const std::int64_t kernel = below(2) == 0 ? 3 : 1;
        return layerOf("conv2d", {{"out_channels", kChannels}, {"kernel", kernel}, {"padding", kernel / 2}});
    }

    LayerRecipe picture(int depth) {
        const std::uint64_t kind = below(depth > 0 ? 6 : 4);
        if (kind < 2)
            return plain();
        if (kind < 4)
            return convolution();
        LayerRecipe residual = layerOf("residual");
        residual.layers = pictures(1 + static_cast<int>(below(3)), depth - 1);
        residual.layers.insert(residual.layers.begin(), convolution());
        if (below(2) == 0)
            residual.shortcut = pictures(1 + static_cast<int>(below(2)), depth - 1);
        return residual;
    }

    RandomStream m_random;
    std::uint64_t m_draws = 0;
};

Network networkOf(const std::vector<LayerRecipe>& layers) {
    Network network({kChannels, kSide, kSide}, {});
    for (std::size_t i = 0; i < layers.size(); ++i)
        network.append(layers[i], "network[" + std::to_string(i) + "]", i);
    network.finish();
    return network;
}

/// The cells of an arena and who signed them last.
class SignedArena {
public:
    explicit SignedArena(std::int64_t size)
        : m_cells(static_cast<std::size_t>(size)) {}

    void write(std::int64_t at, std::int64_t size, const QString& by) {
        if (at < 0 || at + size > static_cast<std::int64_t>(m_cells.size()))
            return fail(by + " lies outside of the arena");
        const int signature = m_names[by] = m_names.contains(by) ? m_names[by] : ++m_last;
        std::fill_n(m_cells.begin() + at, size, signature);
    }

    void read(std::int64_t at, std::int64_t size, const QString& by, const QString& reader) {
        if (at < 0 || at + size > static_cast<std::int64_t>(m_cells.size()))
            return fail(by + " lies outside of the arena");
        for (std::int64_t i = at; i < at + size; ++i)
            if (m_cells[static_cast<std::size_t>(i)] != m_names[by])
                return fail(by + " was overwritten before " + reader);
    }

    const QString& trouble() const { return m_trouble; }

private:
    void fail(const QString& what) {
        if (m_trouble.isEmpty())
            m_trouble = what;
    }

    std::vector<int> m_cells;
    std::map<QString, int> m_names;
    int m_last = 0;
    QString m_trouble;
};

/// One slice of one sample, forward and backward, as the executor goes.
class Play {
public:
    Play(const Network& network, bool training)
        : m_network(network)
        , m_plan(planMemory(network, training ? MemoryUse::Training : MemoryUse::Evaluation))
        , m_training(training)
        , m_lastConsumer(lastConsumers(network))
        , m_arena(m_plan.size) {}

    QString trouble() {
        const int nodes = static_cast<int>(m_network.nodes().size());
        for (int at = 0; at < nodes; ++at)
            forward(at);
        readValue(m_network.outputValue(), "the loss");
        if (!m_training)
            return m_arena.trouble();
        writeGradient(m_network.outputValue());
        for (int at = nodes - 1; at >= 0; --at)
            backward(at);
        return m_arena.trouble();
    }

    std::int64_t size() const { return m_plan.size; }

private:
    const Node& node(int at) const { return m_network.nodes()[static_cast<std::size_t>(at)]; }
    const Shape& shape(int value) const { return m_network.values()[static_cast<std::size_t>(value)].shape; }
    std::int64_t place(const std::vector<std::int64_t>& of, int at) const {
        return of[static_cast<std::size_t>(at)];
    }

    void readValue(int value, const QString& reader) {
        if (value != 0)
            m_arena.read(place(m_plan.values, value), shape(value).elements(), QString("value %1").arg(value),
                         reader);
    }

    void readGradient(int value, const QString& reader) {
        m_arena.read(place(m_plan.gradients, value), shape(value).elements(),
                     QString("gradient %1").arg(value), reader);
    }

    void writeGradient(int value) {
        m_arena.write(place(m_plan.gradients, value), shape(value).elements(),
                      QString("gradient %1").arg(value));
    }

    WorkspaceSize workspace(int at) const {
        return node(at).kind == Node::Kind::Layer ? node(at).layer->workspace(shape(node(at).input))
                                                  : WorkspaceSize{};
    }

    void forward(int at) {
        const QString name = QString("forward of node %1").arg(at);
        const Node& each = node(at);
        const WorkspaceSize sizes = workspace(at);
        const bool inPlace = place(m_plan.values, each.output) == place(m_plan.values, each.input);
        readValue(each.input, name);
        if (each.other >= 0)
            readValue(each.other, name);
        if (sizes.kept > 0)
            m_arena.write(place(m_plan.kept, at), sizes.kept, QString("kept %1").arg(at));
        if (sizes.scratch > 0)
            m_arena.write(place(m_plan.scratch, at), sizes.scratch, QString("scratch %1").arg(at));
        readValue(each.input, name);
        m_arena.write(place(m_plan.values, each.output), shape(each.output).elements(),
                      QString("value %1").arg(each.output));
        if (!inPlace)
            readValue(each.input, name);
        if (each.other >= 0)
            readValue(each.other, name);
        readWorkspace(at, m_plan.scratch, name);
    }

    void readWorkspace(int at, const std::vector<std::int64_t>& scratch, const QString& reader) {
        if (workspace(at).kept > 0)
            m_arena.read(place(m_plan.kept, at), workspace(at).kept, QString("kept %1").arg(at), reader);
        const bool backward = &scratch == &m_plan.backwardScratch;
        const std::int64_t size = backward ? workspace(at).inBackward() : workspace(at).scratch;
        if (size > 0)
            m_arena.read(place(scratch, at), size, QString("scratch %1").arg(at), reader);
    }

    /// The last reader of a value writes its gradient, the others add to it.
    void addGradient(int value, int at, const QString& name) {
        if (value == 0)
            return;
        if (m_lastConsumer[static_cast<std::size_t>(value)] != at)
            readGradient(value, name);
        writeGradient(value);
    }

    void readNeeds(int at, const QString& name) {
        const Node& each = node(at);
        readGradient(each.output, name);
        if (each.kind != Node::Kind::Layer)
            return;
        if (each.layer->backwardNeeds().input)
            readValue(each.input, name);
        if (each.layer->backwardNeeds().output)
            readValue(each.output, name);
        if (workspace(at).kept > 0)
            m_arena.read(place(m_plan.kept, at), workspace(at).kept, QString("kept %1").arg(at), name);
    }

    void backward(int at) {
        const QString name = QString("backward of node %1").arg(at);
        const Node& each = node(at);
        readNeeds(at, name);
        if (each.kind == Node::Kind::Add) {
            addGradient(each.input, at, name);
            addGradient(each.other, at, name);
            return readGradient(each.output, name);
        }
        if (workspace(at).inBackward() > 0)
            m_arena.write(place(m_plan.backwardScratch, at), workspace(at).inBackward(),
                          QString("scratch %1").arg(at));
        const bool adds = each.input != 0 && m_lastConsumer[static_cast<std::size_t>(each.input)] != at;
        if (adds)
            m_arena.write(place(m_plan.added, at), shape(each.input).elements(), QString("added %1").arg(at));
        readNeeds(at, name);
        addGradient(each.input, at, name);
        readNeeds(at, name);
        readWorkspace(at, m_plan.backwardScratch, name);
        if (adds)
            m_arena.read(place(m_plan.added, at), shape(each.input).elements(), QString("added %1").arg(at),
                         name);
    }

    const Network& m_network;
    MemoryPlan m_plan;
    bool m_training;
    std::vector<int> m_lastConsumer;
    SignedArena m_arena;
};

} // namespace

class MemoryPlanTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsOverwrittenWhileNeeded();
    void memoryIsUsedAgain();
    void slicesOfOneArenaShareNothing();
};

void MemoryPlanTest::nothingIsOverwrittenWhileNeeded() {
    for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
        const std::vector<LayerRecipe> layers = RandomLayers(seed).network();
        const Network network = networkOf(layers);
        for (const bool training : {true, false}) {
            const QString trouble = Play(network, training).trouble();
            QVERIFY2(trouble.isEmpty(),
                     qPrintable(QString("network %1, training %2: %3").arg(seed).arg(training).arg(trouble)));
        }
    }
}

void MemoryPlanTest::memoryIsUsedAgain() {
    const std::vector<LayerRecipe> layers(20, layerOf("gelu"));
    const Network network = networkOf(layers);
    const std::int64_t picture = network.inputShape().elements();
    QVERIFY(Play(network, false).size() <= 3 * (picture + 16));
    QVERIFY(Play(network, true).size() < 20 * 3 * picture);
}

/// Slices that share an arena are at different places of the network at one time.
void MemoryPlanTest::slicesOfOneArenaShareNothing() {
    for (std::uint64_t seed = 0; seed < kNetworks; ++seed) {
        const Network network = networkOf(RandomLayers(seed).network());
        const MemoryPlan plan = planMemory(network, MemoryUse::WholeBatch);
        std::map<std::int64_t, std::int64_t>
            sizes; // by offset; what works in place has one offset and one size
        const auto take = [&](std::int64_t offset, std::int64_t size) {
            if (offset >= 0 && size > 0)
                QCOMPARE(sizes.try_emplace(offset, size).first->second, size);
        };
        for (std::size_t v = 0; v < network.values().size(); ++v) {
            take(plan.values[v], network.values()[v].shape.elements());
            take(plan.gradients[v], network.values()[v].shape.elements());
        }
        for (std::size_t i = 0; i < network.nodes().size(); ++i) {
            take(plan.kept[i], plan.workspaces[i].kept);
            take(plan.scratch[i], plan.workspaces[i].scratch);
            take(plan.backwardScratch[i], plan.workspaces[i].inBackward());
        }
        std::int64_t end = 0;
        for (const auto& [offset, size] : sizes) {
            QVERIFY2(offset >= end, qPrintable(QString("network %1").arg(seed)));
            end = offset + size;
        }
        QVERIFY(end <= plan.size);
    }
}

QTEST_GUILESS_MAIN(MemoryPlanTest)
#include "memory_plan_test.moc"
