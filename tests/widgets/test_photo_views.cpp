// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QSignalSpy>
#include <QTest>

#include "photo_example.h"
#include "widgets/confusion_grid.h"
#include "widgets/confusion_matrix.h"
#include "widgets/picture_grid.h"
#include "widgets/picture_image.h"
#include "widgets/predictions_panel.h"
#include "widgets/tile_grid.h"

using namespace neurarium;

class TestPhotoViews : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsRightWrongOrUnsure() {
        QCOMPARE(tileState(true, 0.97), TileState::Right);
        QCOMPARE(tileState(false, 0.71), TileState::Wrong);
        QCOMPARE(tileState(true, 0.59), TileState::Unsure);
        QCOMPARE(tileState(true, 0.6), TileState::Right);
    }

    void aDamagedPictureIsNoImage() {
        QVERIFY(toImage({8, 8, std::vector<std::uint8_t>(10)}).isNull());
        QVERIFY(toImage({-1, 8, {}}).isNull());
        QCOMPARE(toImage({2, 1, {255, 0, 0, 0, 0, 255}}).pixelColor(1, 0), QColor(0, 0, 255));
    }

    void tilesSayWhatTheNetworkSays() {
        const PhotoExample example = photoExample(12, 2);
        PredictionsPanel panel;
        panel.resize(620, 320);
        panel.setPictures(example.pictures);
        QVERIFY(!panel.isEmpty());
        QCOMPARE(panel.grid()->tiles()[0].state, TileState::Waiting);
        panel.setPredictions(example.predictions);
        const std::vector<PhotoTile>& tiles = panel.grid()->tiles();
        QCOMPARE(tiles.size(), std::size_t{12});
        QCOMPARE(tiles[0].state, TileState::Right);
        QCOMPARE(tiles[0].answer, QStringLiteral("class 0"));
        QCOMPARE(tiles[1].confidence, QStringLiteral("99 %"));
        QCOMPARE(tiles[3].state, TileState::Unsure);
        QCOMPARE(tiles[7].state, TileState::Wrong);
        QCOMPARE(tiles[7].truth, QStringLiteral("it is: class 1"));
    }

    void whatChangedSinceASlotIsMarked() {
        const PhotoExample example = photoExample(12, 2);
        auto then = std::make_shared<Predictions>(*example.predictions);
        then->answers[0].predicted = 1;
        then->answers[7].predicted = 1;
        PredictionsPanel panel;
        panel.resize(620, 320);
        panel.setPictures(example.pictures);
        panel.setPredictions(example.predictions);
        panel.setComparison(then, QStringLiteral("C"));
        const std::vector<PhotoTile>& tiles = panel.grid()->tiles();
        QCOMPARE(tiles[0].changed, std::optional<bool>(true));
        QCOMPARE(tiles[7].changed, std::optional<bool>(false));
        QVERIFY(!tiles[1].changed);
        QVERIFY(panel.note().contains(u'C'));
    }

    void pagesShowEachPhotoOnce() {
        const PhotoExample example = photoExample(30, 2);
        PredictionsPanel panel;
        panel.resize(620, 320);
        panel.setPictures(example.pictures);
        panel.setPredictions(example.predictions);
        panel.shuffle();
        std::multiset<QRgb> seen;
        for (int page = 0; page < 3; ++page) {
            for (const PhotoTile& tile : panel.grid()->tiles())
                seen.insert(tile.picture.pixel(0, 0));
            panel.nextPage();
        }
        QCOMPARE(seen.size(), std::size_t{30});
        QCOMPARE(std::set<QRgb>(seen.begin(), seen.end()).size(), std::size_t{30});
    }

    void fewerTilesFitInASmallerPanel() {
        const PhotoExample example = photoExample(30, 2);
        PredictionsPanel panel;
        panel.setPictures(example.pictures);
        panel.setPredictions(example.predictions);
        panel.resize(620, 320);
        panel.show();
        QCOMPARE(panel.grid()->capacity(), 12);
        panel.resize(300, 200);
        QTRY_VERIFY(panel.grid()->capacity() < 12);
        QCOMPARE(static_cast<int>(panel.grid()->tiles().size()), panel.grid()->capacity());
        for (int tile = 0; tile < panel.grid()->capacity(); ++tile)
            QVERIFY(QRectF(panel.grid()->rect()).contains(panel.grid()->placeOf(tile)));
    }

    void aTileIsChosenByMouseAndKeys() {
        const PhotoExample example = photoExample(12, 2);
        PredictionsPanel panel;
        panel.resize(620, 320);
        panel.setPictures(example.pictures);
        panel.setPredictions(example.predictions);
        panel.show();
        QSignalSpy chosen(&panel, &PredictionsPanel::photoChosen);
        QTest::mouseClick(panel.grid(), Qt::LeftButton, {}, panel.grid()->placeOf(4).center().toPoint());
        QCOMPARE(chosen.last().at(0).toInt(), 4);
        QTest::keyClick(panel.grid(), Qt::Key_Right);
        QCOMPARE(chosen.last().at(0).toInt(), 5);
        QTest::keyClick(panel.grid(), Qt::Key_Left);
        QCOMPARE(panel.grid()->chosen(), 4);
    }

    void aConfusionCellTellsItsNumbers() {
        const PhotoExample example = photoExample(40, 2);
        ConfusionMatrix matrix;
        matrix.resize(420, 320);
        matrix.show();
        QVERIFY(matrix.isEmpty());
        matrix.setPictures(example.pictures);
        matrix.setPredictions(example.predictions);
        QVERIFY(!matrix.isEmpty());
        ConfusionGrid* grid = matrix.grid();
        QCOMPARE(grid->count({0, 0}), 20);
        QCOMPARE(grid->count({1, 0}), 10);
        QCOMPARE(grid->share({1, 0}), 0.5);
        QCOMPARE(matrix.note(), QStringLiteral("30 of 40 right"));
        QSignalSpy chosen(&matrix, &ConfusionMatrix::cellChosen);
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->placeOf({1, 0}).center().toPoint());
        QCOMPARE(chosen.last(), (QVariantList{1, 0}));
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Right);
        QTest::keyClick(grid, Qt::Key_Right);
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(chosen.last(), (QVariantList{0, 1}));
        QVERIFY(grid->accessibleName().contains(QStringLiteral("class 1")));
    }

    void confusionCellsNeverOverlap() {
        const PhotoExample example = photoExample(144, 12);
        ConfusionGrid grid;
        grid.resize(300, 200);
        grid.setCounts(example.predictions->confusion, QStringList(12, QStringLiteral("a long name")));
        for (int truth = 0; truth < 12; ++truth)
            for (int said = 0; said < 12; ++said) {
                const QRectF place = grid.placeOf({truth, said});
                QVERIFY(place.width() > 0 && place.height() > 0);
                QVERIFY(QRectF(grid.rect()).contains(place));
                QCOMPARE(grid.cellAt(place.center()).value(), ConfusionGrid::Cell(truth, said));
            }
        grid.setCounts({{1, 2}, {3}}, {});
        QCOMPARE(grid.classes(), 0);
    }

    void aCellsPhotosComeSurestFirst() {
        const PhotoExample example = photoExample(40, 2);
        PictureGrid photos;
        photos.resize(620, 420);
        photos.setPictures(example.pictures);
        photos.setPredictions(example.predictions);
        photos.setCell(1, 0);
        double last = 101;
        for (const PhotoTile& tile : photos.grid()->tiles()) {
            const double percent = tile.confidence.section(u' ', 0, 0).toDouble();
            QVERIFY(percent <= last);
            last = percent;
        }
        QVERIFY(photos.note().startsWith(QStringLiteral("10 ")));
        QSignalSpy closed(&photos, &PictureGrid::closed);
        QTest::keyClick(&photos, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        photos.setCell(0, 1);
        QVERIFY(photos.isEmpty());
    }
};

QTEST_MAIN(TestPhotoViews)
#include "test_photo_views.moc"
