// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QSaveFile>

#include "app/cli/problem_line.h"
#include "app/cli/stored_network.h"
#include "inspect/projecting.h"

namespace neurarium::cli {

namespace {

constexpr std::int64_t kMostPictures = 10'000;

const std::vector<std::pair<const char*, ProjectionMethod>> kMethods{
    {"pca", ProjectionMethod::Pca}, {"tsne", ProjectionMethod::TSne}, {"umap", ProjectionMethod::Umap}};

ProjectionMethod methodNamed(const std::string& name) {
    for (const auto& [known, method] : kMethods)
        if (name == known)
            return method;
    throw Error(ProblemKind::Refused, "--projection",
                explain("Problem", "must be pca, tsne or umap, is “%1”", {name}));
}

/// "1.2,3.1": head 2 of block 1, and head 1 of block 3.
std::vector<HeadPlace> headsNamed(const std::string& list) {
    std::vector<HeadPlace> heads;
    for (const QString& each : QString::fromStdString(list).split(',')) {
        const QStringList numbers = each.split('.');
        bool isBlock = false, isHead = false;
        const int block = numbers.first().toInt(&isBlock), head = numbers.last().toInt(&isHead);
        if (numbers.size() != 2 || !isBlock || !isHead)
            throw Error(
                ProblemKind::Refused, "--off",
                explain("Problem", "must be heads as BLOCK.HEAD, for example 1.2,3.1, is “%1”", {list}));
        heads.push_back({block - 1, head - 1});
    }
    return heads;
}

Json attentionObject(const AttentionMaps& maps, const CheckpointInfo& checkpoint) {
    Json heads = Json::array();
    const std::size_t tokens = maps.tokens.size();
    for (const AttentionHead& head : maps.heads) {
        Json rows = Json::array();
        for (std::size_t i = 0; i < tokens; ++i)
            rows.push_back(
                std::vector<float>(head.weights.begin() + static_cast<std::ptrdiff_t>(i * tokens),
                                   head.weights.begin() + static_cast<std::ptrdiff_t>((i + 1) * tokens)));
        heads.push_back({{"block", head.place.block + 1},
                         {"head", head.place.head + 1},
                         {"off", head.off},
                         {"entropy", head.entropy},
                         {"distance", head.distance},
                         {"weights", rows}});
    }
    return {{"text", maps.text},
            {"checkpoint", checkpoint.id.value},
            {"epoch", checkpoint.epoch},
            {"step", checkpoint.step},
            {"tokens", maps.tokens},
            {"causal", maps.causal},
            {"heads", heads}};
}

void inspectAttention(const StoredNetwork& network, const Arguments& arguments, Console& console) {
    const auto off = arguments.text("--off");
    const AttentionMaps maps = network.trainer->attention(*arguments.text("--attention"),
                                                          off ? headsNamed(*off) : std::vector<HeadPlace>{});
    if (console.json)
        return console.write(attentionObject(maps, network.checkpoint));
    for (const AttentionHead& head : maps.heads)
        console.write(
            QCoreApplication::translate("Cli", "block %1, head %2: entropy %3 bits, distance %4 tokens")
                .arg(head.place.block + 1)
                .arg(head.place.head + 1)
                .arg(head.entropy, 0, 'f', 3)
                .arg(head.distance, 0, 'f', 2));
}

/// Of its tokens, or of the pictures that it is validated with.
Embeddings embeddingsOf(const StoredNetwork& network, const Arguments& arguments) {
    if (!network.description.pictures && !network.description.tokenInputs)
        throw Error(ProblemKind::Refused, "--embeddings",
                    explain("Problem", "This network has neither a token embedding nor pictures to show"));
    Trainer trainer(network.experiment, ownData(*network.store, arguments),
                    {.threads = threadsOf(arguments)});
    trainer.loadWeights(network.store->load(network.checkpoint.id));
    if (auto tokens = trainer.tokenEmbeddings())
        return *std::move(tokens);
    if (auto pictures = trainer.pictureEmbeddings(kMostPictures))
        return *std::move(pictures);
    throw Error(ProblemKind::Refused, "--embeddings",
                explain("Problem", "There are no validation pictures, or no linear layer that reads them"));
}

QByteArray quoted(const std::string& text) {
    return '"' + QByteArray::fromStdString(text).replace('"', "\"\"") + '"';
}

/// A line a vector: its name, then its numbers.
QByteArray table(const Embeddings& embeddings, const std::vector<float>& numbers) {
    const auto width = numbers.empty() ? 0 : numbers.size() / static_cast<std::size_t>(embeddings.size());
    QByteArray csv = "label";
    for (std::size_t i = 0; i < width; ++i)
        csv += width <= 3 ? QByteArray(",") + "xyz"[i] : ",v" + QByteArray::number(i + 1);
    csv += '\n';
    for (std::size_t row = 0; row < embeddings.labels.size(); ++row) {
        csv += quoted(embeddings.labels[row]);
        for (std::size_t i = 0; i < width; ++i)
            csv += ',' + QByteArray::number(numbers[row * width + i], 'g', 9);
        csv += '\n';
    }
    return csv;
}

void write(const std::string& path, const QByteArray& csv) {
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        throw Error(
            ProblemKind::Failure, path,
            explain("Problem", "The file could not be written (%1 bytes)", {std::to_string(csv.size())}),
            explain("Problem", "Choose a folder with room that may be written to."));
}

void inspectEmbeddings(const StoredNetwork& network, const Arguments& arguments, Console& console) {
    const std::string path = *arguments.text("--embeddings");
    const auto method = arguments.text("--projection");
    ProjectionOptions options;
    options.method = methodNamed(method.value_or("pca"));
    options.dimensions = static_cast<std::int32_t>(
        std::min<std::int64_t>(arguments.integer("--dimensions", 2).value_or(2), 4));
    options.seed = static_cast<std::uint64_t>(arguments.integer("--seed", 0).value_or(0));
    const Embeddings embeddings = embeddingsOf(network, arguments);
    Json result{{"file", path},
                {"points", embeddings.size()},
                {"numbers", embeddings.dimensions},
                {"checkpoint", network.checkpoint.id.value},
                {"projection", method ? Json(*method) : Json(nullptr)}};
    if (method) {
        ThreadPool pool(threadsOf(arguments));
        const Projection map = *project(embeddings, options, {.pool = pool}, [&](const Projection& picture) {
            console.say(
                QCoreApplication::translate("Cli", "Map: %1 %").arg(picture.progress * 100, 0, 'f', 0));
        });
        result["dimensions"] = map.dimensions;
        result["variance"] = map.variance ? Json(*map.variance) : Json(nullptr);
        result["trustworthiness"] = *map.trustworthiness;
        write(path, table(embeddings, map.places));
    } else {
        write(path, table(embeddings, embeddings.vectors));
    }
    if (console.json)
        console.write(result);
    else
        console.write(QCoreApplication::translate("Cli", "%1 vectors of %2 numbers: %3")
                          .arg(embeddings.size())
                          .arg(embeddings.dimensions)
                          .arg(QString::fromStdString(path)));
}

} // namespace

int runInspect(const Arguments& arguments, Console& console) {
    if (arguments.has("--attention") == arguments.has("--embeddings"))
        throw Error(ProblemKind::Refused, "inspect",
                    explain("Problem", "needs either --attention SENTENCE or --embeddings FILE.csv"));
    const StoredNetwork network = openNetwork(onlyWord(arguments, "RUN"), arguments);
    if (arguments.has("--attention"))
        inspectAttention(network, arguments, console);
    else
        inspectEmbeddings(network, arguments, console);
    return Done;
}

} // namespace neurarium::cli
