// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "photo_example.h"
#include "widgets/change_panel.h"
#include "widgets/checkpoint_chooser.h"
#include "widgets/flip_list.h"
#include "widgets/moved_tensors.h"
#include "widgets/segmented_control.h"
#include "widgets/tensor_words.h"
#include "widgets/tile_grid.h"
#include "widgets/tree_way.h"

using namespace neurarium;

namespace {

constexpr QSize kWide(1000, 420);
constexpr QSize kNarrow(460, 420);

CheckpointInfo slotAt(std::int64_t id, std::int64_t branch, std::int64_t step, const char* letter) {
    CheckpointInfo info;
    info.id = {id};
    info.branch = {branch};
    info.step = step;
    info.epoch = step / 10;
    info.letter = letter;
    return info;
}

Mark markAt(std::int64_t id, std::int64_t branch, std::int64_t step, std::int64_t before) {
    return {
        {id}, {branch}, id, step / 10 + 1, step, {before}, {{ChangeKind::LearningRate, "lr", "0.1", "0.2"}}};
}

/// Branch 1 has A, an automatic one, B, C; branch 2 leaves it at B and has D.
Timeline tree() {
    Timeline timeline;
    timeline.branches = {{{1}, {}, {}, 0, 0, 60, 6}, {{2}, {1}, {3}, 30, 3, 50, 5}};
    timeline.checkpoints = {slotAt(1, 1, 10, "A"), slotAt(2, 1, 20, ""), slotAt(3, 1, 30, "B"),
                            slotAt(4, 1, 60, "C"), slotAt(5, 2, 50, "D")};
    timeline.marks = {markAt(1, 1, 15, 0), markAt(2, 1, 30, 3), markAt(3, 2, 40, 0)};
    timeline.current = {2};
    return timeline;
}

/// Eight samples of two classes: three became wrong, one became right.
std::shared_ptr<Comparison> comparison(bool pictures) {
    auto made = std::make_shared<Comparison>();
    made->before = tree().checkpoints[2];
    made->after = tree().checkpoints[3];
    made->samples = 8;
    made->lost = {{4, 0, {0, 0.9F}, {1, 0.8F}}, {2, 0, {0, 0.7F}, {1, 0.6F}}, {1, 1, {1, 0.8F}, {0, 0.55F}}};
    made->gained = {{7, 1, {0, 0.6F}, {1, 0.97F}}};
    made->moves = {
        {"2.weight", std::numeric_limits<double>::infinity(), 1}, {"0.weight", 0.5, 3}, {"0.bias", 0.02, 1}};
    if (pictures) {
        auto set = std::make_shared<PictureSet>(*photoExample(8, 2).pictures);
        made->pictures = set;
    }
    return made;
}

LayerList network() {
    return {{"conv2d", "", {}, {}, {}}, {"relu", "", {}, {}, {}}, {"linear", "", {}, {}, {}}};
}

void fill(ChangePanel& panel, bool pictures) {
    panel.setTimeline(tree());
    panel.setNetwork(network());
    panel.setClasses({"cat", "dog"}, false);
    panel.setComparison(comparison(pictures));
}

} // namespace

class TestChangePanel : public QObject {
    Q_OBJECT

private slots:
    void tensorsHavePlainNames_data() {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QString>("title");
        QTest::newRow("first of two") << "0.weight"
                                      << "Convolution 1, weights";
        QTest::newRow("named") << "head.bias"
                               << "Dense, biases";
        QTest::newRow("inside") << "1.layers.0.weight"
                                << "Convolution 2, weights";
        QTest::newRow("shortcut") << "1.shortcut.0.running_var"
                                  << "Batch normalisation, running variance";
        QTest::newRow("block") << "2.attn.qkv.weight"
                               << "Transformer block, query, key, value, weights";
        QTest::newRow("unknown layer") << "9.weight"
                                       << "9.weight";
        QTest::newRow("unknown part") << "0.momentum"
                                      << "0.momentum";
        QTest::newRow("no dot") << "weight"
                                << "weight";
    }

    void tensorsHavePlainNames() {
        QFETCH(QString, tensor);
        QFETCH(QString, title);
        const LayerList layers{
            {"conv2d", "", {}, {}, {}},
            {"residual", "", {}, {{"conv2d", "", {}, {}, {}}}, {{"batch_norm", "", {}, {}, {}}}},
            {"transformer_block", "", {}, {}, {}},
            {"linear", "head", {}, {}, {}}};
        QCOMPARE(tensorTitle(tensor.toStdString(), layers), title);
    }

    void marksOfAWayFollowTheTree() {
        const Timeline timeline = tree();
        const auto numbers = [&](int slot) {
            std::vector<std::int64_t> found;
            for (const Mark& mark :
                 marksOnTheWayTo(timeline.checkpoints[static_cast<std::size_t>(slot)], timeline))
                found.push_back(mark.number);
            return found;
        };
        QCOMPARE(numbers(0), std::vector<std::int64_t>{});
        QCOMPARE(numbers(2), std::vector<std::int64_t>{1}); // the change at its very step came after B
        QCOMPARE(numbers(3), (std::vector<std::int64_t>{1, 2}));
        QCOMPARE(numbers(4), (std::vector<std::int64_t>{1, 3})); // the other way from B
        QCOMPARE(marksOnTheWayTo({}, timeline).size(), std::size_t{2});
        const auto way = [&](std::int64_t id) {
            std::vector<std::string> letters;
            for (const CheckpointInfo& each : checkpointsOnTheWayTo({id}, timeline))
                letters.push_back(each.letter);
            return letters;
        };
        QCOMPARE(way(1), std::vector<std::string>{});
        QCOMPARE(way(4), (std::vector<std::string>{"A", "", "B"}));
        QCOMPARE(way(5), (std::vector<std::string>{"A", "", "B"}));
        QCOMPARE(way(99), std::vector<std::string>{});
        const auto only = marksOnlyOnTheWayTo(timeline.checkpoints[3], timeline.checkpoints[4], timeline);
        QCOMPARE(only.size(), std::size_t{1});
        QCOMPARE(only.front().number, std::int64_t{2});
    }

    void choosersOfferEachCheckpointAndNow() {
        ChangePanel panel;
        QVERIFY(panel.isEmpty());
        fill(panel, true);
        QVERIFY(!panel.isEmpty());
        QCOMPARE(panel.before()->count(), 6);
        QCOMPARE(panel.before()->itemText(0), QStringLiteral("Now, as it stands"));
        QCOMPARE(panel.before()->itemText(1), QStringLiteral("A · epoch 1, step 10 · branch 1"));
        QCOMPARE(panel.before()->itemText(5), QStringLiteral("D · epoch 5, step 50 · branch 2"));
        panel.before()->setCheckpoint({3});
        Timeline longer = tree();
        longer.checkpoints.push_back(slotAt(6, 1, 5, ""));
        panel.setTimeline(longer);
        QCOMPARE(panel.before()->checkpoint(), CheckpointId{3}); // stays chosen
        QCOMPARE(panel.before()->shortText(), QStringLiteral("B"));
        longer.checkpoints.erase(longer.checkpoints.begin() + 2);
        panel.setTimeline(longer);
        QCOMPARE(panel.before()->checkpoint(), CheckpointId{}); // gone
    }

    void anotherChoiceAsksAgain() {
        ChangePanel panel;
        fill(panel, true);
        panel.resize(kWide);
        panel.show();
        QSignalSpy asked(&panel, &ChangePanel::compareRequested);
        panel.compare({3}, {4});
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(0).value<CheckpointId>(), CheckpointId{3});
        panel.after()->setFocus();
        QTest::keyClick(panel.after(), Qt::Key_Down);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.last().at(0).value<CheckpointId>(), CheckpointId{3});
        QCOMPARE(asked.last().at(1).value<CheckpointId>(), CheckpointId{5});
    }

    void tilesTellBothAnswers() {
        ChangePanel panel;
        fill(panel, true);
        panel.resize(kWide);
        panel.show();
        QCOMPARE(panel.lost()->heading(), QStringLiteral("3 was right, is wrong"));
        QCOMPARE(panel.gained()->count(), 1);
        QCOMPARE(panel.note(), QStringLiteral("8 checked"));
        const std::vector<PhotoTile>& tiles = panel.lost()->grid()->tiles();
        QVERIFY(!tiles.empty());
        QCOMPARE(tiles[0].answer, QStringLiteral("cat → dog"));
        QCOMPARE(tiles[0].truth, QStringLiteral("90 % → 80 %"));
        QCOMPARE(tiles[0].state, TileState::Wrong);
        QCOMPARE(tiles[0].changed, std::optional(false));
        QCOMPARE(tiles[0].picture.pixelColor(0, 0).red(), 4 * 7); // of sample 4
        QCOMPARE(panel.gained()->grid()->tiles()[0].state, TileState::Right);
        panel.lost()->grid()->setChosen(0);
        QTest::keyClick(panel.lost()->grid(), Qt::Key_Right);
        QCOMPARE(panel.lost()->grid()->accessibleName(),
                 QStringLiteral("Sample 3 is: cat. Before, it said cat, 70 %; afterwards dog, 60 %."));
    }

    void pagesReachEachFlip() {
        ChangePanel panel;
        fill(panel, true);
        auto many = comparison(true);
        many->lost.clear();
        for (int i = 0; i < 40; ++i)
            many->lost.push_back({i % 8, 0, {0, 0.9F}, {1, 0.5F + 0.01F * static_cast<float>(i)}});
        panel.setComparison(many);
        panel.resize(kWide);
        panel.show();
        TileGrid* grid = panel.lost()->grid();
        QSet<QString> seen;
        for (int page = 0; page < 40; ++page) {
            for (const PhotoTile& tile : grid->tiles())
                seen.insert(tile.truth);
            QTest::keyClick(grid, Qt::Key_PageDown);
        }
        QCOMPARE(seen.size(), 40);
        QVERIFY(grid->capacity() < 40);
    }

    void samplesWithoutPicturesAreALine() {
        ChangePanel panel;
        fill(panel, false);
        panel.setClasses({"0", "1"}, true);
        panel.resize(kWide);
        panel.show();
        QVERIFY(panel.lost()->list()->isVisible());
        QVERIFY(!panel.lost()->grid()->isVisible());
        QCOMPARE(panel.lost()->list()->model()->rowCount(), 3);
        QCOMPARE(panel.lost()->list()->model()->index(0, 0).data().toString(),
                 QStringLiteral("Sample 5 is: orange. Before, it said orange, 90 %; afterwards blue, 80 %."));
        auto calm = comparison(false);
        calm->gained.clear();
        panel.setComparison(calm);
        QVERIFY(!panel.gained()->list()->isVisible());
        QVERIFY(!panel.gained()->grid()->isVisible());
    }

    void theFurthestTensorStandsFirst() {
        ChangePanel panel;
        fill(panel, true);
        const QAbstractItemModel* rows = panel.moved()->model();
        QCOMPARE(rows->rowCount(), 3);
        QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("Dense, weights (2.weight): from 0"));
        QCOMPARE(rows->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Convolution, weights (0.weight): 50 %"));
        QCOMPARE(rows->index(2, 0).data().toString(), QStringLiteral("Convolution, biases (0.bias): 2.0 %"));
    }

    void aNarrowPanelShowsOnePart() {
        ChangePanel panel;
        fill(panel, true);
        panel.resize(kWide);
        panel.show();
        QVERIFY(panel.lost()->isVisible() && panel.gained()->isVisible() && panel.moved()->isVisible());
        QVERIFY(!panel.tabs()->isVisible());
        panel.resize(kNarrow);
        QTRY_VERIFY(panel.tabs()->isVisible());
        QVERIFY(panel.lost()->isVisible() && !panel.gained()->isVisible() && !panel.moved()->isVisible());
        auto* second = panel.tabs()->findChildren<QToolButton*>().at(1);
        QCOMPARE(second->text(), QStringLiteral("× → ✓  1"));
        QTest::mouseClick(second, Qt::LeftButton);
        QVERIFY(!panel.lost()->isVisible() && panel.gained()->isVisible());
    }

    void saysWhenItIsClosed() {
        ChangePanel panel;
        fill(panel, true);
        panel.setClosable(true);
        panel.show();
        QSignalSpy closed(&panel, &Panel::closeRequested);
        for (QToolButton* tool : panel.findChildren<QToolButton*>())
            if (tool->accessibleName() == QStringLiteral("Close this view"))
                QTest::mouseClick(tool, Qt::LeftButton);
        QCOMPARE(closed.size(), 1);
    }
};

QTEST_MAIN(TestChangePanel)
#include "test_change_panel.moc"
