// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "report/embeddings.h"

using namespace neurarium;

namespace {

/// East, north-east but far out, north, and a vector of zeros.
Embeddings fourVectors() {
    Embeddings embeddings;
    embeddings.dimensions = 2;
    embeddings.labels = {"east", "far", "north", "zero"};
    embeddings.vectors = {1, 0, 10, 10, 0, 1, 0, 0};
    return embeddings;
}

} // namespace

class TestEmbeddings : public QObject {
    Q_OBJECT

private slots:
    void measuresInTheFullSpace() {
        const Embeddings embeddings = fourVectors();
        QCOMPARE(cosineSimilarity(embeddings, 0, 1), std::sqrt(0.5));
        QCOMPARE(cosineSimilarity(embeddings, 0, 2), 0.0);
        QCOMPARE(cosineSimilarity(embeddings, 0, 3), 0.0); // no direction, no division by zero
        QCOMPARE(euclideanDistance(embeddings, 0, 1), std::sqrt(181.0));
        QCOMPARE(euclideanDistance(embeddings, 1, 1), 0.0);
    }

    void theMeasureDecidesWhoIsNear() {
        const Embeddings embeddings = fourVectors();
        const auto byDirection = nearestNeighbours(embeddings, 0, Nearness::Cosine, 3);
        QCOMPARE(byDirection.size(), std::size_t(3));
        QCOMPARE(byDirection[0].index, 1);
        QCOMPARE(byDirection[1].index, 2); // as near as zero, and before it
        const auto byDistance = nearestNeighbours(embeddings, 0, Nearness::Euclidean, 2);
        QCOMPARE(byDistance.size(), std::size_t(2));
        QCOMPARE(byDistance[0], (Neighbour{3, 1.0}));
        QCOMPARE(byDistance[1].index, 2);
    }

    void asksForNoMoreThanThereAre() {
        QCOMPARE(nearestNeighbours(fourVectors(), 2, Nearness::Cosine, 50).size(), std::size_t(3));
        QVERIFY(nearestNeighbours(fourVectors(), 2, Nearness::Cosine, -1).empty());
    }
};

QTEST_APPLESS_MAIN(TestEmbeddings)
#include "test_embeddings.moc"
