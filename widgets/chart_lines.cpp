// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_lines.h"

#include <algorithm>
#include <cmath>

#include "widgets/chart_line_writer.h"

namespace neurarium {

namespace {

constexpr double kValidationWidth = 2.6, kTrainingWidth = 1.2, kMarkerSize = 6;
constexpr double kQuietValidationWidth = 1.5, kQuietTrainingWidth = 0.9, kQuietMarkerSize = 4.5;
constexpr double kQuietStrength = 0.85;
constexpr double kRawStrength = 0.15;
constexpr double kMarkerDistance = 11; // pixels between the signs of one line
constexpr int kSpanColumns = 512;
constexpr double kSpanShare = 0.98;    // of the columns decide the axis, ...
constexpr double kHighestGrowth = 3;   // ... but never more than this times the loss at the beginning
constexpr std::int64_t kBeginning = 5; // steps

QColor faded(QColor color, double strength) {
    color.setAlphaF(static_cast<float>(strength));
    return color;
}

/// Puts one chart together.
class ChartLinesBuilder {
public:
    ChartLinesBuilder(ChartData& data, const ChartOptions& options, const PlotFrame& frame,
                      const Theme& theme)
        : m_data(data)
        , m_options(options)
        , m_frame(frame)
        , m_theme(theme) {}

    ChartLines build();

private:
    void addSteps();
    void writeSteps(ChartLineWriter& writer, const StepHistory& history) const;
    void addEpochs(bool validation);
    void addMarkers(const std::vector<QPointF>& epochs);
    void addLine(QList<QPointF> points, const QColor& color, double width);
    void addEnd(bool validation, double value);
    void addBreak();
    std::optional<double> stepAtFork(bool smoothed) const;
    std::optional<QPointF> epochAtFork(bool validation) const;

    ChartData& m_data;
    const ChartOptions& m_options;
    const PlotFrame& m_frame;
    const Theme& m_theme;
    const ChartBranch* m_branch = nullptr;
    bool m_quiet = false;
    QColor m_color;
    ChartLines m_made;
};

ChartLines ChartLinesBuilder::build() {
    std::vector<const ChartBranch*> order = m_data.branches();
    const ChartBranch* current = m_data.current();
    std::stable_partition(order.begin(), order.end(),
                          [current](const ChartBranch* branch) { return branch != current; });
    for (const ChartBranch* branch : order) {
        m_branch = branch;
        m_quiet = branch != current && branch->branch.id != m_options.emphasised;
        m_color = faded(m_theme.branchLine(branch->number), m_quiet ? kQuietStrength : 1);
        if (m_options.quantity == ChartQuantity::Loss)
            addSteps();
        else
            addEpochs(false);
        addEpochs(true);
    }
    return std::move(m_made);
}

void ChartLinesBuilder::addLine(QList<QPointF> points, const QColor& color, double width) {
    m_made.lines.push_back({std::move(points), color, width});
}

void ChartLinesBuilder::addEnd(bool validation, double value) {
    const QList<QPointF>& points = m_made.lines.back().points;
    if (points.isEmpty())
        return;
    const QPointF last = points.back();
    const bool cut = last.x() >= m_frame.right;
    m_made.ends.push_back(
        {m_branch, validation, cut ? last : QPointF(last.x(), m_frame.plotted(value)), value, m_quiet});
}

void ChartLinesBuilder::writeSteps(ChartLineWriter& writer, const StepHistory& history) const {
    if (history.empty())
        return;
    const double first = static_cast<double>(history.firstStep()),
                 last = static_cast<double>(history.lastStep());
    const double begin =
        std::clamp(std::floor(m_branch->stepAt(m_frame.left, m_options.unit)) - 1, first, last);
    const double end =
        std::clamp(std::ceil(m_branch->stepAt(m_frame.right, m_options.unit)) + 1, first, last);
    const double columns = m_frame.area.width();
    const auto stride = static_cast<double>(history.stepsPerPlace());
    if ((end - begin) / stride <= 2 * columns) {
        for (double step = begin; step <= end; step += stride) {
            const LossRange loss =
                history.range(static_cast<std::int64_t>(step), static_cast<std::int64_t>(step));
            if (!loss.empty())
                writer.add(m_branch->at(step, m_options.unit), loss.lowest, loss.highest);
        }
        return;
    }
    double step = begin;
    for (double x = std::floor(m_frame.xOf(m_branch->at(begin, m_options.unit))); step <= end; ++x) {
        const double next =
            std::max(step, std::ceil(m_branch->stepAt(m_frame.valueAt(x + 1), m_options.unit)));
        const LossRange loss = history.range(static_cast<std::int64_t>(step),
                                             static_cast<std::int64_t>(std::min(next, end + 1)) - 1);
        if (!loss.empty())
            writer.add(m_frame.valueAt(x + 0.5), loss.lowest, loss.highest);
        step = next;
        if (x > m_frame.area.right() + 1)
            break;
    }
}

void ChartLinesBuilder::addSteps() {
    const double width = m_quiet ? kQuietTrainingWidth : kTrainingWidth;
    for (const bool smooth : {false, true}) {
        if (smooth && m_options.smoothing <= 0)
            continue;
        const StepHistory& history =
            smooth ? m_data.smoothed(m_branch->branch.id, m_options.smoothing) : m_branch->steps;
        ChartLineWriter writer(m_frame);
        const auto fork = static_cast<double>(m_branch->branch.forkStep);
        const std::optional<double> begin = stepAtFork(smooth);
        if (begin && !history.empty())
            writer.add(m_branch->at(fork, m_options.unit), *begin);
        writeSteps(writer, history);
        const bool behind = !smooth && m_options.smoothing > 0;
        addLine(writer.take(), behind ? faded(m_color, kRawStrength) : m_color, width);
    }
    if (m_branch->steps.empty())
        return;
    const auto last = static_cast<std::int64_t>(m_branch->lastStep());
    if (const std::optional<double> value = m_branch->trainingLossAt(last))
        addEnd(false, *value);
    addBreak();
}

void ChartLinesBuilder::addBreak() {
    const std::optional<std::int64_t> step = m_branch->steps.firstNotFinite();
    if (!step)
        return;
    const std::optional<float> before = m_branch->steps.at(*step - m_branch->steps.stepsPerPlace());
    const double x = m_branch->at(static_cast<double>(*step), m_options.unit);
    if (x >= m_frame.left && x <= m_frame.right)
        m_made.broken.emplace_back(x, before ? m_frame.plotted(static_cast<double>(*before)) : m_frame.top);
}

std::optional<double> ChartLinesBuilder::stepAtFork(bool smoothed) const {
    const std::int64_t step = m_branch->branch.forkStep;
    for (const ChartBranch* parent = m_data.branch(m_branch->branch.parent); parent;
         parent = m_data.branch(parent->branch.parent)) {
        const StepHistory& history =
            smoothed ? m_data.smoothed(parent->branch.id, m_options.smoothing) : parent->steps;
        if (history.empty() || history.firstStep() > step)
            continue;
        if (const std::optional<float> loss = history.at(std::min(step, history.lastStep())))
            return static_cast<double>(*loss);
    }
    return std::nullopt;
}

std::optional<QPointF> ChartLinesBuilder::epochAtFork(bool validation) const {
    const auto fork = static_cast<double>(m_branch->branch.forkStep);
    const auto pointOf = [&](const EpochReport& epoch) -> std::optional<QPointF> {
        const std::optional<double> value = epochValue(epoch, m_options.quantity, validation);
        return value ? std::optional<QPointF>({static_cast<double>(epoch.step), *value}) : std::nullopt;
    };
    std::optional<QPointF> behind; // the first epoch of the parents behind the fork
    for (const ChartBranch* parent = m_data.branch(m_branch->branch.parent); parent;
         parent = m_data.branch(parent->branch.parent)) {
        const auto last = parent->epochs.lastUntil(fork);
        const bool none = last == parent->epochs.end();
        const auto next = none ? parent->epochs.begin() : std::next(last);
        if (!behind && next != parent->epochs.end())
            behind = pointOf(*next);
        const std::optional<QPointF> before = none ? std::nullopt : pointOf(*last);
        if (!before)
            continue;
        if (!behind || behind->x() <= before->x())
            return before;
        // A fork in the middle of an epoch starts on the line between two epochs of its parent.
        return *before + (*behind - *before) * ((fork - before->x()) / (behind->x() - before->x()));
    }
    return std::nullopt;
}

void ChartLinesBuilder::addEpochs(bool validation) {
    ChartLineWriter writer(m_frame);
    if (const std::optional<QPointF> begin = epochAtFork(validation); begin && !m_branch->epochs.empty())
        writer.add(m_branch->at(begin->x(), m_options.unit), begin->y());
    std::vector<QPointF> places;
    std::optional<double> last;
    for (const EpochReport& epoch : m_branch->epochs) {
        const std::optional<double> value = epochValue(epoch, m_options.quantity, validation);
        if (!value)
            continue;
        last = value;
        const double x = m_branch->at(static_cast<double>(epoch.step), m_options.unit);
        writer.add(x, *value);
        places.emplace_back(x, *value);
    }
    const double thick = m_quiet ? kQuietValidationWidth : kValidationWidth;
    const double thin = m_quiet ? kQuietTrainingWidth : kTrainingWidth;
    addLine(writer.take(), m_color, validation ? thick : thin);
    if (validation)
        addMarkers(places);
    if (last)
        addEnd(validation, *last);
}

void ChartLinesBuilder::addMarkers(const std::vector<QPointF>& epochs) {
    PlotMarkers markers;
    markers.shape = Theme::markerShape(m_branch->number);
    markers.line = m_color;
    markers.fill = m_theme.color(Token::Surface);
    markers.size = m_quiet ? kQuietMarkerSize : kMarkerSize;
    if (markers.shape == MarkerShape::Triangle || markers.shape == MarkerShape::Diamond)
        markers.size *= 1.3;
    std::size_t stride = 1;
    if (epochs.size() > 1) {
        const double span = m_frame.xOf(epochs.back().x()) - m_frame.xOf(epochs.front().x());
        const double distance = span / static_cast<double>(epochs.size() - 1);
        stride =
            static_cast<std::size_t>(std::max(1.0, std::ceil(kMarkerDistance / std::max(distance, 1e-6))));
    }
    const std::size_t evenly = epochs.empty() ? 0 : (epochs.size() - 1) / stride * stride;
    for (std::size_t i = 0; i < epochs.size();
         i += i < evenly ? stride : std::max<std::size_t>(1, epochs.size() - 1 - i)) {
        if (epochs[i].x() >= m_frame.left && epochs[i].x() <= m_frame.right)
            markers.points.append({epochs[i].x(), m_frame.plotted(epochs[i].y())});
    }
    m_made.markers.push_back(std::move(markers));
}

} // namespace

std::optional<double> epochValue(const EpochReport& epoch, ChartQuantity quantity, bool validation) {
    std::optional<double> value;
    if (quantity == ChartQuantity::Accuracy)
        value = validation ? epoch.validationAccuracy : epoch.trainAccuracy;
    else
        value = validation ? epoch.validationLoss : std::optional<double>(epoch.trainLoss);
    if (value && !std::isfinite(*value))
        value.reset();
    return value;
}

ChartLines chartLines(ChartData& data, const ChartOptions& options, const PlotFrame& frame,
                      const Theme& theme) {
    return ChartLinesBuilder(data, options, frame, theme).build();
}

ValueSpan valueSpan(const ChartData& data, ChartQuantity quantity) {
    std::vector<double> highs;
    double beginning = 0, highestEpoch = 0, lowest = 1e30;
    for (const ChartBranch* branch : data.branches()) {
        for (const EpochReport& epoch : branch->epochs)
            for (const bool validation : {false, true})
                if (const std::optional<double> value = epochValue(epoch, quantity, validation)) {
                    highestEpoch = std::max(highestEpoch, *value);
                    lowest = *value > 0 ? std::min(lowest, *value) : lowest;
                    if (branch == data.branches().front() && epoch.step == branch->epochs.front().step)
                        beginning = std::max(beginning, *value);
                }
        const StepHistory& steps = branch->steps;
        if (quantity != ChartQuantity::Loss || steps.empty())
            continue;
        const std::int64_t first = steps.firstStep(), last = steps.lastStep();
        if (!branch->branch.parent) {
            const LossRange start = steps.range(first, first + kBeginning - 1);
            beginning = std::max(beginning, start.empty() ? 0.0 : static_cast<double>(start.highest));
        }
        const std::int64_t width = std::max<std::int64_t>(1, (last - first + kSpanColumns) / kSpanColumns);
        for (std::int64_t step = first; step <= last; step += width)
            if (const LossRange loss = steps.range(step, step + width - 1); !loss.empty()) {
                highs.push_back(static_cast<double>(loss.highest));
                lowest = loss.lowest > 0 ? std::min(lowest, static_cast<double>(loss.lowest)) : lowest;
            }
    }
    ValueSpan span;
    span.highest = std::max(beginning, highestEpoch);
    if (!highs.empty()) {
        const auto place = static_cast<std::ptrdiff_t>(kSpanShare * static_cast<double>(highs.size() - 1));
        std::nth_element(highs.begin(), highs.begin() + place, highs.end());
        span.highest = std::max(span.highest, highs[static_cast<std::size_t>(place)]);
    }
    if (beginning > 0)
        span.highest = std::min(span.highest, kHighestGrowth * beginning);
    if (!(span.highest > 0))
        span.highest = 1;
    span.lowestAboveZero = std::min(lowest, span.highest / 2);
    return span;
}

} // namespace neurarium
