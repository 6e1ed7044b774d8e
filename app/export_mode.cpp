// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_mode.h"

#include <algorithm>
#include <cstdio>

#include <QFileInfo>

#include "app/appearance.h"
#include "checkpoint/run_store.h"
#include "report/error.h"
#include "widgets/chart_figure.h"
#include "widgets/figure_export.h"
#include "widgets/problem_text.h"

namespace neurarium {

namespace {

constexpr int kFailed = 1;
constexpr int kRefused = 2;

FigureFormat formatOf(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == "svg")
        return FigureFormat::Svg;
    if (ending == "png")
        return FigureFormat::Png;
    if (ending == "pdf")
        return FigureFormat::Pdf;
    throw Error(ProblemKind::Refused, file.toStdString(),
                explain("Problem", "a chart is written as .svg, .png or .pdf; \"%1\" is none of them",
                        {ending.toStdString()}));
}

/// All that a run recorded, branch by branch in the order they were made.
void fill(ChartFigure& figure, const RunStore& store) {
    const Timeline timeline = store.timeline();
    figure.data().setTimeline(timeline);
    for (const Branch& branch : timeline.branches) {
        figure.data().addSteps(store.steps(branch.id));
        for (const EpochReport& epoch : store.epochs(branch.id))
            figure.data().addEpoch(epoch);
    }
}

} // namespace

int exportChart(const QString& run, const QString& file, const QString& language) {
    Appearance appearance;
    appearance.setLanguage(language);
    try {
        const FigureFormat format = formatOf(file);
        const auto store = RunStore::open(run.toStdString(), RunStore::Access::ReadOnly);
        ChartFigure figure;
        fill(figure, *store);
        writeFigure(figure, file, format, {});
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(wholeText(error.problem())));
        return error.kind() == ProblemKind::Refused ? kRefused : kFailed;
    }
}

} // namespace neurarium
