// SPDX-License-Identifier: GPL-3.0-or-later
// How long the attention panel takes for one update and its repaint, for short and long texts. It counts
// processor time, so that other programs do not disturb it.
#include <cstdio>
#include <ctime>

#include <QApplication>

#include "tests/widgets/attention_example.h"
#include "widgets/attention_map.h"
#include "widgets/attention_page.h"
#include "widgets/attention_panel.h"
#include "widgets/head_grid.h"
#include "widgets/theme.h"

using namespace neurarium;

namespace {

double milliseconds(std::clock_t begin) {
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Every value differs from update to update, as while a network trains.
void measure(int tokens, const QSize& size) {
    constexpr int kUpdates = 40;
    AttentionExample example{longText(static_cast<std::size_t>(tokens))};
    std::vector<std::shared_ptr<AttentionMaps>> maps;
    for (const std::int64_t step : {100, 200}) {
        example.step = step;
        maps.push_back(example.maps());
    }
    AttentionPanel panel;
    panel.resize(size);
    panel.show();
    panel.setMaps(maps[0]);
    panel.mapPage().map().setMarked(AttentionCell{tokens / 2, tokens / 4});
    QImage screen(size, QImage::Format_RGB32);
    panel.render(&screen);

    double given = 0, heads = 0, map = 0, worst = 0;
    for (int i = 0; i < kUpdates; ++i) {
        std::clock_t begin = std::clock();
        panel.setMaps(maps[static_cast<std::size_t>(i % 2)]);
        double update = milliseconds(begin);
        given += update;
        begin = std::clock();
        panel.mapPage().grid().render(&screen);
        heads += milliseconds(begin);
        update += milliseconds(begin);
        begin = std::clock();
        panel.mapPage().map().render(&screen);
        map += milliseconds(begin);
        update += milliseconds(begin);
        worst = std::max(worst, update);
    }
    double pointing = 0;
    for (int i = 0; i < kUpdates; ++i) { // labels are painted anew
        panel.mapPage().map().setMarked(AttentionCell{tokens / 2, i % tokens});
        const std::clock_t begin = std::clock();
        panel.mapPage().map().render(&screen);
        pointing += milliseconds(begin);
    }
    std::printf(
        "%4d tokens, 4 x 4 heads, %4d x %-4d  given %6.2f  heads %6.2f  map %6.2f  all at most %6.2f  "
        "another cell %6.2f ms\n",
        tokens, size.width(), size.height(), given / kUpdates, heads / kUpdates, map / kUpdates, worst,
        pointing / kUpdates);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setFont(Theme::font(TextRole::Body));
    QApplication::setPalette(Theme::light().palette());
    for (const int tokens : {11, 64, 256, 512})
        for (const QSize size : {QSize(640, 430), QSize(1300, 900)})
            measure(tokens, size);
    return 0;
}
