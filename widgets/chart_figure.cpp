// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_figure.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "widgets/chart_axes.h"
#include "widgets/chart_csv.h"
#include "widgets/chart_difference.h"

namespace neurarium {

namespace {

constexpr double kHeader = 40;
constexpr double kHeaderPadding = 14;

} // namespace

ChartFigure::ChartFigure()
    : m_plot(makePlotView())
    , m_differencePlot(makePlotView()) {}

ChartFigure::~ChartFigure() = default;

void ChartFigure::paint(QPainter& painter, const QSizeF& size, const FigureLook& look) {
    ChartStage stage{m_data, m_options, *look.theme, look.scale, size, 0, {}, {}};
    stage.size.rheight() -= ChartDifference::heightIn(size, m_options, look.scale);
    stage.header = look.header ? stage.px(kHeader) : 0;
    const ChartNames names(stage);
    ChartAxes::layOut(stage, names.rightMargin());
    stage.content = chartLines(m_data, m_options, stage.frame, stage.theme);
    m_frame = stage.frame;
    m_plot->setFrame(stage.size, stage.frame);
    m_plot->setContent(stage.content.lines, stage.content.markers);

    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setRenderHint(QPainter::Antialiasing, look.smooth);
    painter.fillRect(QRectF(QPointF(), size), stage.theme.color(Token::Surface));
    const ChartAxes axes(stage);
    const ChartMarks marks(stage);
    if (look.header) {
        const double padding = stage.px(kHeaderPadding);
        ChartLegend::paint(
            &painter, legend(),
            {stage.theme, stage.scale, QRectF(padding, 0, size.width() - 2 * padding, stage.header)});
    }
    axes.paintBehind(painter);
    marks.paintBehind(painter);
    m_plot->paint(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    axes.paintInFront(painter);
    marks.paintInFront(painter);
    names.paint(painter);
    if (stage.size != size)
        ChartDifference(stage, size).paint(painter, *m_differencePlot);
    m_names.clear();
    for (const LineName& name : names.names())
        if (name.branch)
            m_names.emplace_back(name.place, name.branch);
    m_slots.clear();
    for (const PlacedSlot& slot : marks.slotLetters())
        m_slots.emplace_back(slot.box, slot.checkpoint->id);
}

ChartView ChartFigure::visibleRange() const {
    return ChartAxes::range(m_data, m_options);
}

ChartView ChartFigure::wholeRange() const {
    ChartOptions whole = m_options;
    whole.view.reset();
    return ChartAxes::range(m_data, whole);
}

std::optional<CheckpointId> ChartFigure::slotAt(const QPointF& place) const {
    for (const auto& [box, id] : m_slots)
        if (box.contains(place))
            return id;
    return std::nullopt;
}

BranchId ChartFigure::branchNamedAt(const QPointF& place) const {
    for (const auto& [box, id] : m_names)
        if (box.contains(place))
            return id;
    return {};
}

ChartReading ChartFigure::reading(double x) const {
    ChartReading reading;
    reading.x = x;
    for (const ChartBranch* branch : m_data.branches()) {
        const double step = std::round(branch->stepAt(x, m_options.unit));
        const auto begin = static_cast<double>(branch->branch.forkStep);
        if (step < begin || step > branch->lastStep() + 0.5)
            continue;
        reading.step = static_cast<std::int64_t>(step);
        reading.epoch = branch->at(step, ChartUnit::Epochs);
        ReadingRow row{branch, {}, {}};
        if (m_options.quantity == ChartQuantity::Loss)
            if (const std::optional<float> loss = branch->steps.at(reading.step))
                row.training = static_cast<double>(*loss);
        if (const auto epoch = branch->epochs.lastUntil(step); epoch != branch->epochs.end()) {
            row.validation = epochValue(*epoch, m_options.quantity, true);
            if (m_options.quantity == ChartQuantity::Accuracy)
                row.training = epochValue(*epoch, m_options.quantity, false);
        }
        if (row.training || row.validation)
            reading.rows.push_back(row);
    }
    return reading;
}

QString ChartFigure::title() const {
    return m_options.quantity == ChartQuantity::Loss ? tr("Loss") : tr("Accuracy");
}

QByteArray ChartFigure::csv() const {
    return chartCsv(m_data, shownTwins());
}

QString ChartFigure::numbers() const {
    return chartNumbers(m_data, shownTwins());
}

std::optional<TwinPair> ChartFigure::shownTwins() const {
    return m_options.difference ? m_options.twins : std::nullopt;
}

LegendContent ChartFigure::legend() const {
    const std::vector<const ChartBranch*> branches = m_data.branches();
    return {title(), branches.size() == 1 ? branches.front()->number : branches.empty() ? 1 : 0, m_options};
}

} // namespace neurarium
