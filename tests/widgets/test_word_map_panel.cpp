// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QApplication>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include "photo_example.h"
#include "widgets/figure_export.h"
#include "widgets/map_canvas.h"
#include "widgets/map_side.h"
#include "widgets/measure_bar.h"
#include "widgets/search_field.h"
#include "widgets/segmented_control.h"
#include "widgets/theme.h"
#include "widgets/word_map_figure.h"
#include "widgets/word_map_panel.h"
#include "word_map_example.h"

using namespace neurarium;

namespace {

enum Words : qint64 { Soccer = 0, Ball = 1, School = 4, Today = 8, Cat = 13 };

/// After 30 epochs, with the maps of the last ones.
void teach(WordMapPanel& panel, int dimensions = 2, int more = 0) {
    panel.resize(900, 600);
    panel.setMethod(ProjectionMethod::Pca, dimensions);
    for (std::int64_t epoch = 0; epoch <= 30; ++epoch) {
        const auto words = wordExample(epoch, more);
        panel.setEmbeddings(words);
        if (epoch > 24)
            panel.setProjection(pcaExample(*words, dimensions));
    }
}

QPoint placeOf(WordMapPanel& panel, qint64 word) {
    return panel.canvas()->painter().pointOf(word).value_or(QPointF()).toPoint();
}

/// Answers each text with a Korean "translation" that is longer than the English one.
class LongKorean : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("긴 번역문 ") + QString::fromUtf8(source);
    }
};

} // namespace

class TestWordMapPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qApp->setFont(Theme::font(TextRole::Body));
        qApp->setPalette(Theme::light().palette());
    }

    void itIsEmptyBeforeThereAreWordsAndWaitsForTheMap() {
        WordMapPanel panel;
        QVERIFY(panel.isEmpty());
        panel.setEmbeddings(wordExample(3));
        QVERIFY(!panel.isEmpty());
        QVERIFY(!panel.canvas()->scene().isComplete());
        panel.setProjection(pcaExample(*wordExample(3), 3)); // not the one that was asked for
        QVERIFY(!panel.canvas()->scene().isComplete());
        panel.setProjection(pcaExample(*wordExample(3), 2));
        QVERIFY(panel.canvas()->scene().isComplete());
        panel.clear();
        QVERIFY(panel.isEmpty());
    }

    void aClickChoosesAWordAndShowsItsNeighboursInTheFullSpace() {
        WordMapPanel panel;
        teach(panel);
        QSignalSpy chosen(&panel, &WordMapPanel::wordChosen);
        QTest::mouseClick(panel.canvas(), Qt::LeftButton, {}, placeOf(panel, School));
        QCOMPARE(chosen.last().at(0).toString(), QStringLiteral("학교"));
        QVERIFY(panel.canvas()->accessibleDescription().contains(QStringLiteral("학교")));
        const auto words = wordExample(30);
        const auto near = nearestNeighbours(*words, School, Nearness::Cosine, 10);
        const NeighbourList& list = *panel.side()->neighbours();
        QCOMPARE(list.rowCount(), 10);
        for (int row = 0; row < list.rowCount(); ++row) {
            const auto wanted = near[static_cast<std::size_t>(row)];
            QCOMPARE(list.item(row, 0)->text(),
                     QString::fromStdString(words->labels[static_cast<std::size_t>(wanted.index)]));
            QCOMPARE(list.item(row, 1)->text(), lengthText(1 - wanted.nearness));
        }
        panel.side()->measureChoice()->setChosen(1);
        emit panel.side()->measureChoice()->chosenChanged(1);
        const auto straight = nearestNeighbours(*words, School, Nearness::Euclidean, 1).front();
        QCOMPARE(list.item(0, 1)->text(), lengthText(straight.nearness));
        QTest::mouseClick(panel.canvas(), Qt::LeftButton, {}, {3, 3});
        QCOMPARE(list.rowCount(), 0);
    }

    void rulersTellTheLengthsOfTheFullSpace() {
        WordMapPanel panel;
        teach(panel);
        QSignalSpy measured(&panel, &WordMapPanel::measured);
        for (const qint64 word : {Soccer, School, Today})
            QTest::mouseClick(panel.canvas(), Qt::LeftButton, Qt::ControlModifier, placeOf(panel, word));
        const auto words = wordExample(30);
        const auto lengths = measured.last().at(0).value<QList<double>>();
        QCOMPARE(lengths, (QList<double>{lengthBetween(*words, Soccer, School, Nearness::Cosine),
                                         lengthBetween(*words, Soccer, Today, Nearness::Cosine)}));
        QVERIFY(lengths[0] < lengths[1]);
        const auto& lines = panel.side()->lengths()->lines();
        QCOMPARE(lines.size(), std::size_t(3));
        QCOMPARE(lines[0].name, QStringLiteral("축구–학교"));
        QCOMPARE(lines[0].lengths.size(), std::size_t(31));
        QCOMPARE(panel.measureBar()->measured(), (QStringList{"축구", "학교", "오늘"}));
        // The network moves on: the lengths follow without a click.
        panel.setEmbeddings(wordExample(31));
        QVERIFY(measured.last().at(0).value<QList<double>>() != lengths);
        emit panel.measureBar()->removeRequested(1);
        QCOMPARE(panel.measureBar()->measured(), (QStringList{"축구", "오늘"}));
    }

    void aFifthWordTakesThePlaceOfTheFirst() {
        WordMapPanel panel;
        teach(panel);
        for (const qint64 word : {0, 1, 2, 3, 4})
            panel.toggleMeasured(word);
        QCOMPARE(panel.measureBar()->measured(), (QStringList{"공", "골", "운동장", "학교"}));
    }

    void theMapIsWorkedWithoutAMouse() {
        WordMapPanel panel;
        teach(panel);
        MapCanvas& canvas = *panel.canvas();
        QTest::keyClick(&canvas, Qt::Key_PageDown);
        QCOMPARE(canvas.scene().current, std::optional<std::int64_t>(Soccer)); // the most frequent word
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(panel.measureBar()->measured(), QStringList("축구"));
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            const QPointF before = *canvas.painter().pointOf(*canvas.scene().current);
            const auto word = canvas.scene().current;
            QTest::keyClick(&canvas, static_cast<Qt::Key>(key));
            const QPointF way = *canvas.painter().pointOf(*canvas.scene().current) - before;
            if (canvas.scene().current == word) // nothing lies there
                continue;
            QVERIFY(key != Qt::Key_Left || way.x() < 0);
            QVERIFY(key != Qt::Key_Right || way.x() > 0);
            QVERIFY(key != Qt::Key_Up || way.y() < 0);
            QVERIFY(key != Qt::Key_Down || way.y() > 0);
        }
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(canvas.scene().camera.zoom > 1);
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(canvas.scene().camera.shift != QPointF());
        QTest::keyClick(&canvas, Qt::Key_0);
        QCOMPARE(canvas.scene().camera.zoom, 1.0);
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!canvas.scene().current);
    }

    void aSolidMapIsTurnedByKeysAndByDragging() {
        WordMapPanel panel;
        teach(panel, 3);
        MapCanvas& canvas = *panel.canvas();
        const MapCamera before = canvas.scene().camera;
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(canvas.scene().camera.yaw != before.yaw);
        QCOMPARE(canvas.scene().camera.pitch, before.pitch);
        QTest::keyClick(&canvas, Qt::Key_Up);
        QVERIFY(canvas.scene().camera.pitch != before.pitch);
        const MapCamera turnedByKeys = canvas.scene().camera;
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(&canvas, {260, 210});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {260, 210});
        QVERIFY(canvas.scene().camera.yaw != turnedByKeys.yaw);
        QVERIFY(!canvas.scene().current); // a drag is no click
    }

    void aSearchFindsByInitialConsonantsAlsoWhileTheyAreTyped() {
        WordMapPanel panel;
        teach(panel);
        QSignalSpy found(&panel, &WordMapPanel::wordsFound);
        panel.search()->insert(QStringLiteral("ㅊㄱ"));
        QCOMPARE(panel.canvas()->scene().found, (std::vector<std::int64_t>{Soccer}));
        QCOMPARE(found.last().at(0).toInt(), 1);
        QTest::keyClick(panel.search(), Qt::Key_Return);
        QCOMPARE(panel.canvas()->scene().current, std::optional<std::int64_t>(Soccer));
        QVERIFY(panel.search()->text().isEmpty());
        QVERIFY(panel.canvas()->scene().found.empty());
        QInputMethodEvent composing(QStringLiteral("고"), {});
        QCoreApplication::sendEvent(panel.search(), &composing);
        const auto& now = panel.canvas()->scene().found;
        QCOMPARE(now, (std::vector<std::int64_t>{Ball, 2, 7, Cat})); // 공, 골, 공책, 고양이
    }

    void foundWordsStandOutAndHaveNames() {
        WordMapPanel panel;
        teach(panel, 2, 1500);
        panel.search()->setText(QStringLiteral("ㄱㅇㅁ"));
        QVERIFY(panel.canvas()->scene().found.empty());
        panel.search()->setText(QStringLiteral("ㄱㅇㅇ"));
        QCOMPARE(panel.canvas()->painter().namedThings(), (std::vector<std::int64_t>{Cat}));
        panel.search()->clear();
        // Of 1516 words the frequent ones are named, none over another one.
        const auto named = panel.canvas()->painter().namedThings();
        QVERIFY(named.size() > 10 && named.size() < 400);
        QVERIFY(std::find(named.begin(), named.end(), std::int64_t(Soccer)) != named.end());
    }

    void anotherMethodIsAskedForAndTheOldMapGoes() {
        WordMapPanel panel;
        teach(panel);
        QSignalSpy wanted(&panel, &WordMapPanel::projectionWanted);
        emit panel.methodChoice()->chosenChanged(0); // the choice as it is
        panel.methodChoice()->setChosen(1);
        emit panel.methodChoice()->chosenChanged(1);
        QCOMPARE(wanted.last().at(0).value<ProjectionMethod>(), ProjectionMethod::TSne);
        QCOMPARE(wanted.last().at(1).toInt(), 2);
        QVERIFY(!panel.canvas()->scene().isComplete());
        panel.dimensionChoice()->setChosen(1);
        emit panel.dimensionChoice()->chosenChanged(1);
        QCOMPARE(wanted.last().at(1).toInt(), 3);
    }

    void theNoteSaysWhatTheMapHides() {
        WordMapPanel panel;
        teach(panel);
        const double kept = *panel.canvas()->scene().trail.now()->variance;
        QVERIFY(panel.hiddenText().contains(QStringLiteral("16 dimensions")));
        QVERIFY(panel.hiddenText().contains(QString::number(std::lround(kept * 100)) +
                                            QStringLiteral("\u00A0%")));
        panel.setMethod(ProjectionMethod::Umap, 2);
        auto map = pcaExample(*wordExample(30), 2);
        map->method = ProjectionMethod::Umap;
        map->variance.reset();
        map->progress = 0.4;
        panel.setProjection(map);
        QVERIFY(panel.note().contains(QStringLiteral("40 %")));
        auto finished = std::make_shared<Projection>(*map);
        finished->progress = 1;
        finished->trustworthiness = 0.937;
        panel.setProjection(finished);
        QVERIFY(panel.hiddenText().contains(QStringLiteral("0.94")));
        QVERIFY(panel.note().contains(QStringLiteral("30")));
    }

    void otherWordsForgetWhatWasChosen() {
        WordMapPanel panel;
        teach(panel);
        panel.choose(Soccer);
        panel.toggleMeasured(School);
        panel.setEmbeddings(wordExample(30, 3));
        QVERIFY(!panel.canvas()->scene().current);
        QVERIFY(panel.measureBar()->measured().isEmpty());
    }

    void aNarrowPanelShowsTheNeighboursInsteadOfTheMap() {
        WordMapPanel panel;
        teach(panel);
        panel.resize(365, 425);
        panel.show();
        QVERIFY(panel.canvas()->isVisible() && !panel.side()->isVisible());
        panel.setSideShown(true);
        QVERIFY(!panel.canvas()->isVisible() && panel.side()->isVisible());
        panel.resize(1000, 600);
        QVERIFY(panel.canvas()->isVisible() && panel.side()->isVisible());
    }

    void picturesStandOnTheMap() {
        const PhotoExample photos = photoExample(16, 2);
        auto things = wordExample(5);
        things->labels.clear();
        for (const int group : photos.pictures->classes)
            things->labels.push_back(photos.pictures->classNames[static_cast<std::size_t>(group)]);
        things->groups = photos.pictures->classes;
        things->groupNames = photos.pictures->classNames;
        things->pictures = photos.pictures->pictures;
        WordMapPanel panel;
        panel.resize(700, 500);
        panel.setEmbeddings(things);
        panel.setProjection(pcaExample(*things, 2));
        const QImage image = panel.canvas()->grab().toImage();
        const auto order = panel.canvas()->painter().pointOf(15);
        QVERIFY(order);
        const int shade = 15 * 7 % 256; // the last picture lies on top
        QCOMPARE(image.pixelColor(order->toPoint()), QColor(shade, shade, shade));
        panel.choose(3);
        QVERIFY(!panel.side()->neighbours()->item(0, 0)->icon().isNull());
    }

    void picturesAreNotCalledWords() {
        WordMapPanel panel;
        QCOMPARE(panel.title(), QStringLiteral("Word map"));
        panel.setKind(MapThings::Pictures);
        QCOMPARE(panel.title(), QStringLiteral("Picture map"));
        QVERIFY(panel.search()->isHidden());
        for (const auto* label : panel.findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QStringLiteral("word"), Qt::CaseInsensitive),
                     qPrintable(label->text()));
    }

    void brokenValuesAreDrawnWithoutHarm() {
        auto words = wordExample(3);
        words->vectors[5] = std::numeric_limits<float>::quiet_NaN();
        words->groups = {7, -3};
        words->groupNames.clear();
        auto map = pcaExample(*wordExample(3), 2);
        map->places[0] = std::numeric_limits<float>::quiet_NaN();
        map->places[3] = std::numeric_limits<float>::infinity();
        WordMapPanel panel;
        panel.setEmbeddings(words);
        panel.setProjection(map);
        for (const qint64 word : {0, 1, 2, 3})
            panel.toggleMeasured(word);
        panel.choose(0);
        panel.choose(99);
        panel.grab();
        map = pcaExample(*wordExample(3), 2);
        map->places.pop_back();
        panel.setProjection(map);
        panel.grab();
        panel.setEmbeddings(std::make_shared<Embeddings>());
        panel.grab();
        panel.setEmbeddings(nullptr);
        panel.grab();
    }

    void itIsPaintedInBothThemesLanguagesAndAllSizes() {
        LongKorean korean;
        for (const bool dark : {false, true})
            for (const double scale : {1.0, 1.5}) {
                const Theme& theme = dark ? Theme::dark() : Theme::light();
                qApp->setFont(Theme::font(TextRole::Body, scale));
                qApp->setPalette(theme.palette());
                qApp->setStyleSheet(theme.styleSheet(scale));
                WordMapPanel panel;
                teach(panel, dark ? 3 : 2);
                panel.toggleMeasured(Soccer);
                panel.toggleMeasured(Today);
                for (const QSize size : {QSize(1200, 700), QSize(365, 425), QSize(200, 140), QSize(40, 30)}) {
                    panel.resize(size);
                    QVERIFY(!panel.grab().isNull());
                    qApp->installTranslator(&korean);
                    QCoreApplication::processEvents();
                    QVERIFY(!panel.grab().isNull());
                    QVERIFY(panel.title().startsWith(QStringLiteral("긴")));
                    qApp->removeTranslator(&korean);
                    QCoreApplication::processEvents();
                }
            }
        qApp->setStyleSheet({});
        initTestCase();
    }

    void theFigureHasAllNumbersAndKoreanLetters() {
        WordMapPanel panel;
        teach(panel);
        panel.toggleMeasured(Soccer);
        panel.toggleMeasured(Today);
        const QStringList rows = QString::fromUtf8(panel.figure().csv()).split(u'\n');
        QVERIFY(rows[0].startsWith("kind,epoch,step,word,to,group,x,y,z,"));
        QCOMPARE(rows.filter("point,30,").size(), 16);
        QCOMPARE(rows.filter("length,").size(), 31);
        QVERIFY(rows[1].startsWith("point,30,600,축구,,sports,"));
        const QByteArray svg = figureSvg(panel.figure(), settingsLike(*panel.body()));
        for (const char* word : {"축구", "오늘", "고양이"})
            QVERIFY2(svg.contains(word), word);
        QVERIFY(figurePdf(panel.figure(), settingsLike(*panel.body())).startsWith("%PDF"));
        QVERIFY(panel.figure().sizeFor({365, 425}, {}).width() > 700);
    }
};

QTEST_MAIN(TestWordMapPanel)
#include "test_word_map_panel.moc"
