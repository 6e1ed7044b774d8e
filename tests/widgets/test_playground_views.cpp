// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QSignalSpy>
#include <QTest>

#include "widgets/decision_view.h"
#include "widgets/network_view.h"
#include "widgets/theme.h"
#include "widgets/value_map_image.h"

using namespace neurarium;

namespace {

/// Negative on the left, positive on the right.
ValueMap leftRight(int size) {
    ValueMap map;
    map.size = size;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            map.values.push_back(static_cast<float>(2.0 * x / (size - 1) - 1));
    return map;
}

std::shared_ptr<PlaygroundSnapshot> sampleSnapshot() {
    auto snapshot = std::make_shared<PlaygroundSnapshot>();
    snapshot->decision = leftRight(60);
    NeuronView neuron;
    neuron.map = leftRight(16);
    neuron.weights = {2.0F, -1.5F};
    NeuronLayer hidden{"0", "tanh", {neuron, neuron, neuron}};
    hidden.neurons[1].asleep = true;
    neuron.weights = {1.0F, 1.0F, -1.0F};
    snapshot->layers = {hidden, NeuronLayer{"2", "tanh", {neuron}}};
    return snapshot;
}

/// Class 1 on the right, class 0 on the left, but for one of each kept for checking.
std::shared_ptr<PointSet> samplePoints() {
    auto points = std::make_shared<PointSet>();
    points->x = {-0.5F, 0.5F, 0.6F, -0.6F};
    points->y = {0.2F, 0.2F, -0.5F, -0.5F};
    points->targets = {0, 1, 0, 1};
    points->validation = {true, true, true, false};
    return points;
}

QColor near(const QImage& image, const QPointF& place) {
    return image.pixelColor(place.toPoint());
}

} // namespace

class TestPlaygroundViews : public QObject {
    Q_OBJECT
private slots:
    void mapsAreColouredBySign();
    void wrongPointsAreCountedAndRinged_data() { themes(); }
    void wrongPointsAreCountedAndRinged();
    void sleepingNeuronsAreDarkAndHaveNoLines_data() { themes(); }
    void sleepingNeuronsAreDarkAndHaveNoLines();
    void theChosenNeuronIsToldInNumbers();
    void brokenSnapshotsAreDrawnWithoutHarm();

private:
    static void themes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

void TestPlaygroundViews::mapsAreColouredBySign() {
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        const QImage image = toImage(leftRight(11), *theme);
        QCOMPARE(image.pixelColor(0, 5), theme->color(Token::Neg));
        QCOMPARE(image.pixelColor(10, 5), theme->color(Token::Pos));
    }
    ValueMap wrong = leftRight(11);
    wrong.values.pop_back();
    QVERIFY(toImage(wrong, Theme::light()).isNull());
}

void TestPlaygroundViews::wrongPointsAreCountedAndRinged() {
    QFETCH(bool, dark);
    const Theme& theme = dark ? Theme::dark() : Theme::light();
    DecisionView view;
    view.setPalette(theme.palette());
    view.resize(400, 400);
    view.setPoints(samplePoints());
    view.setSnapshot(sampleSnapshot());
    QCOMPARE(view.checkedCount(), 3);
    QCOMPARE(view.wrongCount(), 1);
    const QImage image = view.grab().toImage();
    QCOMPARE(near(image, view.placeOf(-0.5, 0.2)), theme.color(Token::Neg));
    QCOMPARE(near(image, view.placeOf(0.5, 0.2)), theme.color(Token::Pos));
    QCOMPARE(near(image, view.placeOf(0.6, -0.5) + QPointF(9, 0)), theme.color(Token::Text));
    QVERIFY(near(image, view.placeOf(0.5, 0.2) + QPointF(9, 0)) != theme.color(Token::Text));
}

void TestPlaygroundViews::sleepingNeuronsAreDarkAndHaveNoLines() {
    QFETCH(bool, dark);
    const Theme& theme = dark ? Theme::dark() : Theme::light();
    NetworkView view;
    view.setPalette(theme.palette());
    view.resize(520, 380);
    auto snapshot = sampleSnapshot();
    view.setSnapshot(snapshot);
    const QImage image = view.grab().toImage();
    QCOMPARE(near(image, view.centerOf({1, 1}) + QPointF(-12, 0)), theme.color(Token::Sleep));
    QVERIFY(near(image, view.centerOf({1, 0}) + QPointF(-12, 0)) != theme.color(Token::Sleep));
    const QPointF middle = (view.centerOf({1, 1}) + view.centerOf({2, 0})) / 2;
    QCOMPARE(view.weightTextAt(middle), QString());
    snapshot = sampleSnapshot();
    snapshot->layers[0].neurons[1].asleep = false;
    view.setSnapshot(snapshot);
    QVERIFY(view.weightTextAt(middle).contains(QStringLiteral("+1.00")));
}

void TestPlaygroundViews::theChosenNeuronIsToldInNumbers() {
    NetworkView view;
    view.resize(520, 380);
    view.setSnapshot(sampleSnapshot());
    QVERIFY(view.chosenInNumbers().isEmpty());
    QSignalSpy chosen(&view, &NetworkView::neuronChosen);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.centerOf({1, 2}).toPoint());
    QCOMPARE(view.chosen(), (NeuronPlace{1, 2}));
    QVERIFY(view.chosenInNumbers().contains(QStringLiteral("+2.00")));
    QVERIFY(view.chosenInNumbers().contains(QStringLiteral("−1.50")));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.chosen(), (NeuronPlace{2, 0}));
    QCOMPARE(chosen.count(), 2);
}

void TestPlaygroundViews::brokenSnapshotsAreDrawnWithoutHarm() {
    auto snapshot = sampleSnapshot();
    snapshot->decision.values[0] = std::numeric_limits<float>::quiet_NaN();
    snapshot->layers[1].neurons[0].weights = {std::numeric_limits<float>::infinity(), 1, 1, 1, 1, 1};
    snapshot->layers[0].neurons[0].map.values.clear();
    NetworkView network;
    network.setSnapshot(snapshot);
    network.grab();
    network.setSnapshot(std::make_shared<PlaygroundSnapshot>());
    network.grab();
    network.setSnapshot(nullptr);
    network.grab();
    DecisionView decision;
    decision.setSnapshot(snapshot);
    decision.grab();
    decision.setPoints(samplePoints());
    decision.setSnapshot(nullptr);
    decision.grab();
    QCOMPARE(decision.wrongCount(), 0);
}

QTEST_MAIN(TestPlaygroundViews)
#include "test_playground_views.moc"
