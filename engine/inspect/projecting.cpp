// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/projecting.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

#include "inspect/affinities.h"
#include "inspect/alignment.h"
#include "inspect/centred_points.h"
#include "inspect/principal_components.h"
#include "inspect/t_sne.h"
#include "inspect/trustworthiness.h"
#include "inspect/umap.h"
#include "report/error.h"

namespace neurarium {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kBetweenPictures{100};
constexpr float kTinyStart = 1e-4F; // t-SNE: the first axis's standard deviation
constexpr float kUmapStart = 10;    // UMAP: the farthest place
constexpr float kNoise = 0.01F;     // of the start: nothing stands exactly between two others

[[noreturn]] void refuse(const char* option, Message message) {
    throw Error(ProblemKind::Refused, option, std::move(message));
}

void check(const Embeddings& embeddings, const ProjectionOptions& options) {
    if (options.dimensions != 2 && options.dimensions != 3)
        refuse("dimensions",
               explain("Problem", "must be 2 or 3, is %1", {std::to_string(options.dimensions)}));
    if (!(options.perplexity >= 1 && std::isfinite(options.perplexity)))
        refuse("perplexity",
               explain("Problem", "must be at least 1, is %1", {std::to_string(options.perplexity)}));
    if (options.neighbours < 1)
        refuse("neighbours",
               explain("Problem", "must be at least 1, is %1", {std::to_string(options.neighbours)}));
    if (options.start && (options.start->dimensions != options.dimensions ||
                          std::ssize(options.start->places) != embeddings.size() * options.dimensions))
        refuse("start", explain("Problem", "The map to start from shows other points"));
}

/// One map in the making.
class Projecting {
public:
    Projecting(const Embeddings& embeddings, const ProjectionOptions& options, const BackgroundWork& work)
        : m_options(options)
        , m_work(work)
        , m_points(centredPoints(embeddings))
        , m_nextPicture(Clock::now()) {
        m_map.method = options.method;
        m_map.dimensions = options.dimensions;
        m_map.epoch = embeddings.epoch;
        m_map.step = embeddings.step;
        m_map.progress = 0;
    }

    std::optional<Projection> run(const std::function<void(const Projection&)>& picture) {
        const bool allEqual =
            std::all_of(m_points.values().begin(), m_points.values().end(), [](float x) { return x == 0; });
        if (allEqual)
            m_map.places.assign(static_cast<std::size_t>(count() * m_options.dimensions), 0.0F);
        else if (m_options.method == ProjectionMethod::Pca)
            makeComponents();
        else if (!makeSteps(picture))
            return std::nullopt;
        if (m_options.judged)
            m_map.trustworthiness =
                trustworthiness(m_points, m_map.places, {.mostAsked = m_options.mostAsked}, m_work);
        m_map.progress = 1;
        return m_work.cancelled() ? std::nullopt : std::optional(std::move(m_map));
    }

private:
    using Watcher = std::function<void(const Projection&)>;

    std::int64_t count() const { return m_points.shape()[0]; }
    bool isContinued() const { return m_options.start && m_options.start->method == m_options.method; }

    void makeComponents() {
        PrincipalComponents components = principalComponents(m_points, m_options.dimensions);
        m_map.variance = components.variance;
        if (m_options.start)
            m_reference = m_options.start->places;
        show(std::move(components.places));
    }

    /// Turns the places like the reference and fits them into the map.
    void show(std::vector<float> places) {
        if (!m_reference.empty())
            alignTo(m_reference, m_options.dimensions, places);
        m_map.scale = fitIntoUnit(places, m_options.dimensions);
        m_map.places = std::move(places);
    }

    /// False when it was cancelled.
    bool makeSteps(const Watcher& picture) {
        m_reference = m_options.start ? m_options.start->places
                                      : principalComponents(m_points, m_options.dimensions).places;
        show(m_reference);
        if (picture)
            picture(m_map);
        const std::unique_ptr<MapMaker> maker = makeMaker();
        if (maker == nullptr)
            return false;
        for (std::int64_t done = 0; done < maker->steps(); ++done) {
            if (m_work.cancelled())
                return false;
            maker->step();
            if (picture && done + 1 < maker->steps() && Clock::now() >= m_nextPicture) {
                m_map.progress = static_cast<double>(done + 1) / static_cast<double>(maker->steps());
                show(maker->places().rows());
                picture(m_map);
                m_nextPicture = Clock::now() + kBetweenPictures;
            }
        }
        show(maker->places().rows());
        return true;
    }

    std::unique_ptr<MapMaker> makeMaker() {
        const bool tSne = m_options.method == ProjectionMethod::TSne;
        const auto each = tSne ? static_cast<std::int64_t>(3 * m_options.perplexity) : m_options.neighbours;
        const std::optional<Neighbours> neighbours = findNeighbours(m_points, each, m_work);
        if (!neighbours)
            return nullptr;
        if (tSne)
            return std::make_unique<TSne>(affinities(*neighbours, m_options.perplexity, m_work.pool),
                                          startPlaces(kTinyStart / deviation()),
                                          isContinued() ? TSne::Start::Continued : TSne::Start::Fresh,
                                          m_work.pool);
        return std::make_unique<Umap>(
            fuzzyGraph(*neighbours, m_work.pool), startPlaces(kUmapStart),
            Umap::Options{.seed = m_options.seed,
                          .start = isContinued() ? Umap::Start::Continued : Umap::Start::Fresh});
    }

    /// The standard deviation of the start's first axis.
    float deviation() const {
        double squares = 0;
        for (std::int64_t i = 0; i < count(); ++i) {
            const float place = m_map.places[static_cast<std::size_t>(i * m_options.dimensions)];
            squares += static_cast<double>(place) * place;
        }
        return std::max(static_cast<float>(std::sqrt(squares / static_cast<double>(count()))), 1e-6F);
    }

    /// The start times a scale, with a little noise so that no two points stand exactly alike; a map of the
    /// same method as it was.
    MapPlaces startPlaces(float scale) const {
        MapPlaces places(m_map.places, m_options.dimensions);
        const RandomStream random(m_options.seed, RandomPurpose::Projection);
        for (std::size_t axis = 0; axis < places.dimensions; ++axis)
            for (std::size_t i = 0; i < places.axes[axis].size(); ++i) {
                float& place = places.axes[axis][i];
                if (isContinued())
                    place *= m_options.start->scale;
                else
                    place = scale * (place + kNoise * random.normal(0, 4 * i + axis));
            }
        return places;
    }

    const ProjectionOptions& m_options;
    const BackgroundWork& m_work;
    Tensor m_points;
    std::vector<float> m_reference; ///< the places that the map is turned like
    Projection m_map;
    Clock::time_point m_nextPicture;
};

} // namespace

std::optional<Projection> project(const Embeddings& embeddings, const ProjectionOptions& options,
                                  const BackgroundWork& work,
                                  const std::function<void(const Projection&)>& picture) {
    check(embeddings, options);
    return Projecting(embeddings, options, work).run(picture);
}

} // namespace neurarium
