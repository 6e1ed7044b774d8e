// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <random>
#include <utility>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "widgets/embedding_history.h"
#include "widgets/label_layout.h"
#include "widgets/map_camera.h"
#include "widgets/map_rulers.h"
#include "widgets/map_signs.h"
#include "widgets/projection_trail.h"
#include "widgets/theme.h"
#include "word_map_example.h"

using namespace neurarium;

namespace {

std::shared_ptr<Projection> mapOf(std::int64_t epoch, double progress = 1) {
    auto map = std::make_shared<Projection>();
    map->epoch = epoch;
    map->progress = progress;
    map->places = {0, 0, 1, 1};
    return map;
}

bool isNear(const QPointF& a, const QPointF& b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-6;
}

} // namespace

class TestMapParts : public QObject {
    Q_OBJECT

private slots:
    void aFlatMapKeepsItsProportions() {
        const MapLens lens(QRectF(0, 0, 400, 200), {}, 2);
        const float origin[] = {0, 0}, right[] = {1, 0}, up[] = {0, 1};
        QVERIFY(isNear(lens.at(origin).point, {200, 100}));
        const double unit = lens.at(right).point.x() - 200;
        QVERIFY(unit > 80 && unit <= 100);
        QVERIFY(isNear(lens.at(up).point, {200, 100 - unit}));
    }

    void aLowMapFillsAWideArea() {
        MapCamera camera;
        camera.reach = {1, 0.5};
        const MapLens lens(QRectF(0, 0, 400, 200), camera, 2);
        const float corner[] = {1, 0.5};
        QVERIFY(lens.at(corner).point.x() > 380);
        QVERIFY(QRectF(0, 0, 400, 200).contains(lens.at(corner).point));
    }

    void zoomKeepsThePointUnderTheMouse() {
        const QRectF area(10, 20, 300, 300);
        const float place[] = {0.4F, -0.3F};
        const QPointF before = MapLens(area, {}, 2).at(place).point;
        const MapCamera closer = MapLens(area, {}, 2).zoomed(3, before);
        QCOMPARE(closer.zoom, 3.0);
        QVERIFY(isNear(MapLens(area, closer, 2).at(place).point, before));
        const MapCamera moved = MapLens(area, closer, 2).moved({5, -7});
        QVERIFY(isNear(MapLens(area, moved, 2).at(place).point, before + QPointF(5, -7)));
    }

    void aTurnedMapIsStillTheSameBody() {
        MapCamera camera;
        camera.yaw = camera.pitch = 0;
        const QRectF area(0, 0, 200, 200);
        const std::array<float, 3> right{1, 0, 0}, near{0, 0, 1};
        QVERIFY(MapLens(area, camera, 3).at(right).point.x() > 100);
        QCOMPARE(MapLens(area, camera, 3).at(near).depth, 1.0);
        QVERIFY(MapLens(area, camera, 3).at(near).scale > 1);
        // A quarter to the right: what was near is at the right now, what was right is far.
        camera.yaw = std::acos(0.0);
        const MapSpot turnedNear = MapLens(area, camera, 3).at(near);
        QVERIFY(turnedNear.point.x() > 150 && std::abs(turnedNear.depth) < 1e-6);
        QCOMPARE(MapLens(area, camera, 3).at(right).depth, -1.0);
        // No drag goes over the top.
        QVERIFY(std::abs(turned(camera, {0, 100000}).pitch) <= std::acos(0.0));
    }

    void namesNeverOverlapAndTheFirstComesFirst() {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> place(0, 300);
        std::vector<LabelWish> wishes;
        for (int i = 0; i < 300; ++i)
            wishes.push_back({{place(random), place(random)}, {40, 16}, 4});
        LabelRoom room{QRectF(0, 0, 300, 300), {QRectF(100, 100, 60, 30)}, {}};
        const auto names = placeNames(wishes, room);
        QVERIFY(names.front());
        int placed = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!names[i])
                continue;
            ++placed;
            QVERIFY(room.area.contains(names[i]->box));
            QVERIFY(!names[i]->box.intersects(room.taken.front()));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!names[j] || !names[i]->box.intersects(names[j]->box));
        }
        QVERIFY(placed > 40);
        room.most = 5;
        const auto few = placeNames(wishes, room);
        QCOMPARE(std::count_if(few.begin(), few.end(), [](const auto& name) { return name.has_value(); }), 5);
    }

    void aChosenNameStandsEvenWithoutRoom() {
        const QRectF area(0, 0, 50, 20);
        const LabelWish wish{{25, 10}, {48, 18}, 4};
        QVERIFY(!placeNames({wish}, {area, {area}, {}}).front());
        LabelWish chosen = wish;
        chosen.mustStand = true;
        const auto name = placeNames({chosen}, {area, {area}, {}}).front();
        QVERIFY(name && area.contains(name->box));
    }

    void namesAvoidPointsWhereTheyCan() {
        const LabelWish wish{{100, 100}, {40, 16}, 4};
        const QPointF point(120, 100);
        const auto name = placeNames({wish}, {QRectF(0, 0, 200, 200), {}, {point}}).front();
        QVERIFY(name);
        QVERIFY(!name->box.contains(point));
    }

    void aTrailHasTenEpochsAndNoWayBack() {
        ProjectionTrail trail;
        for (std::int64_t epoch = 0; epoch <= 20; ++epoch)
            trail.add(mapOf(epoch));
        QCOMPARE(trail.past().size(), ProjectionTrail::kEpochs);
        QCOMPARE(trail.past().front()->epoch, 10);
        QCOMPARE(trail.past().back()->epoch, 19);
        trail.add(mapOf(15)); // training went back
        QCOMPARE(trail.now()->epoch, 15);
        QCOMPARE(trail.past().back()->epoch, 14);
    }

    void unfinishedMapsLeaveNoTrail() {
        ProjectionTrail trail;
        trail.add(mapOf(1));
        trail.add(mapOf(2, 0.3));
        trail.add(mapOf(2, 0.8));
        QCOMPARE(trail.past().size(), std::size_t(1));
        trail.add(mapOf(3));
        QCOMPARE(trail.past().size(), std::size_t(1)); // epoch 2 was never finished
        auto other = mapOf(4);
        other->method = ProjectionMethod::Umap;
        trail.add(other);
        QVERIFY(trail.past().empty());
        trail.add(nullptr);
        QVERIFY(!trail.now());
    }

    void lengthsAreThoseOfTheFullSpaceOverTheEpochs() {
        EmbeddingHistory history;
        for (std::int64_t epoch = 0; epoch <= 30; ++epoch)
            history.add(wordExample(epoch));
        const auto toSchool = history.lengths(0, 4, Nearness::Cosine);
        const auto toToday = history.lengths(0, 8, Nearness::Cosine);
        QCOMPARE(toSchool.size(), std::size_t(31));
        QCOMPARE(toSchool.front().epoch, 0.0);
        QCOMPARE(toSchool.back().length, 1 - cosineSimilarity(*history.now(), 0, 4));
        QVERIFY(toSchool.back().length < toToday.back().length);
        QVERIFY(toSchool.back().length < toSchool.front().length);
        QCOMPARE(history.lengths(0, 4, Nearness::Euclidean).back().length,
                 euclideanDistance(*history.now(), 0, 4));
        history.add(wordExample(12)); // training went back
        QCOMPARE(history.lengths(0, 4, Nearness::Cosine).back().epoch, 12.0);
        QCOMPARE(history.moments(), std::size_t(13));
        history.add(wordExample(13, 5)); // other words
        QCOMPARE(history.moments(), std::size_t(1));
    }

    void aLengthStandsWhereItWasMeasuredWithinAnEpoch() {
        EmbeddingHistory history;
        for (const auto& [step, epochs] :
             {std::pair(0, 0.0), std::pair(30, 0.75), std::pair(50, 1.25), std::pair(60, 1.5)}) {
            const auto words = wordExample(std::llround(std::ceil(epochs)));
            words->step = step;
            words->epochs = epochs;
            history.add(words);
        }
        std::vector<double> places;
        for (const PastLength& each : history.lengths(0, 4, Nearness::Cosine))
            places.push_back(each.epoch);
        QCOMPARE(places, (std::vector<double>{0, 0.75, 1.5})); // the beginning, and the last of each epoch
    }

    void theHistoryIsBounded() {
        EmbeddingHistory history;
        for (std::int64_t epoch = 0; epoch < 2000; ++epoch)
            history.add(wordExample(epoch));
        QVERIFY(history.moments() <= EmbeddingHistory::kMostMoments);
        const auto lengths = history.lengths(0, 1, Nearness::Cosine);
        QCOMPARE(lengths.front().epoch, 0.0);
        QCOMPARE(lengths.back().epoch, 1999.0);
        for (std::size_t i = 1; i < lengths.size(); ++i)
            QVERIFY(lengths[i - 1].epoch < lengths[i].epoch);
    }

    void fourWordsHaveSixRulersWithDashesOfTheirOwn() {
        QVERIFY(rulersBetween({3}).empty());
        QCOMPARE(rulersBetween({3, 5}), (std::vector<Ruler>{{3, 5, 0}}));
        const auto rulers = rulersBetween({3, 5, 8, 9});
        QCOMPARE(rulers.size(), std::size_t(6));
        for (std::size_t i = 0; i < rulers.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(rulerDashes(rulers[i]) != rulerDashes(rulers[j]));
        QCOMPARE(lengthText(0.384), QStringLiteral("0.38"));
        QCOMPARE(lengthText(0.0123), QStringLiteral("0.012"));
    }

    void sixteenGroupsHaveSignsOfTheirOwn() {
        std::vector<QImage> signs;
        for (int group = 0; group < 16; ++group) {
            QImage sign(24, 24, QImage::Format_RGB32);
            sign.fill(Qt::white);
            QPainter painter(&sign);
            paintGroupSign(painter, Theme::light(), {12, 12}, {group, 8});
            painter.end();
            for (const QImage& other : signs)
                QVERIFY(other != sign);
            signs.push_back(sign);
        }
    }
};

QTEST_MAIN(TestMapParts)
#include "test_map_parts.moc"
