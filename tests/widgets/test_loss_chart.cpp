// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "example_run.h"
#include "report/error.h"
#include "widgets/chart_axes.h"
#include "widgets/chart_canvas.h"
#include "widgets/chart_marks.h"
#include "widgets/chart_names.h"
#include "widgets/figure_export.h"
#include "widgets/loss_chart.h"
#include "widgets/status_line.h"
#include "widgets/theme.h"

using namespace neurarium;

namespace {

void fill(ChartData& data, const ExampleRun& run) {
    data.setTimeline(run.timeline);
    data.addSteps(run.steps);
    for (const EpochReport& epoch : run.epochs)
        data.addEpoch(epoch);
}

/// All texts of an SVG file.
QStringList textsOf(const QByteArray& svg) {
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
            texts.append(reader.readElementText().trimmed());
    return reader.hasError() ? QStringList() : texts;
}

/// A run with many branches whose lines end close to each other.
ExampleRun crowd(int branches) {
    ExampleRun run(1);
    for (int id = 2; id <= branches; ++id) {
        run.timeline.branches.push_back({{id}, {1}, {2}, 180, 12, 195, 13, false});
        EpochReport epoch = run.epochs[12];
        epoch.branch = {id};
        run.epochs.push_back(epoch);
        run.steps.push_back({{id}, 195, 13, 0.25F, 0.001});
    }
    return run;
}

/// Says everything in Korean letters, so that fonts and files are tried with them.
class KoreanWords : public QTranslator {
public:
    QString translate(const char*, const char* text, const char*, int) const override {
        const QString english = QString::fromUtf8(text);
        if (english == QLatin1String("branch %1 validation"))
            return QStringLiteral("갈래 %1 검증");
        if (english == QLatin1String("Loss"))
            return QStringLiteral("손실");
        return {};
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestLossChart : public QObject {
    Q_OBJECT

private slots:
    void init() {
        qApp->setPalette(Theme::light().palette());
        qApp->setFont(Theme::font(TextRole::Body));
    }

    void namesAndMarksNeverOverlap_data() {
        QTest::addColumn<int>("branches");
        QTest::addColumn<QSizeF>("size");
        for (const int branches : {1, 2, 4, 9})
            for (const QSizeF size : {QSizeF(603, 388), QSizeF(300, 160), QSizeF(1400, 700)})
                QTest::addRow("%d at %g", branches, size.width()) << branches << size;
    }

    void namesAndMarksNeverOverlap() {
        QFETCH(int, branches);
        QFETCH(QSizeF, size);
        ChartData data;
        ExampleRun run = crowd(branches);
        for (int i = 2; i < 9; ++i) {
            Mark mark = run.timeline.marks.front();
            mark.number = i;
            mark.step += i;
            run.timeline.marks.push_back(mark);
            CheckpointInfo slot = run.timeline.checkpoints.front();
            slot.id = {10 + i};
            slot.step += i;
            run.timeline.checkpoints.push_back(slot);
        }
        fill(data, run);
        ChartOptions options;
        options.guessingLoss = 0.693;
        ChartStage stage{data, options, Theme::light(), 1, size, 0, {}, {}};
        const ChartNames names(stage);
        ChartAxes::layOut(stage, names.rightMargin());
        stage.content = chartLines(data, options, stage.frame, stage.theme);
        const ChartMarks marks(stage);

        std::vector<QRectF> places;
        for (const LineName& name : names.names())
            places.push_back(name.place);
        for (const PlacedMark& mark : marks.marks())
            if (!mark.wordsPlace.isEmpty())
                places.push_back(mark.wordsPlace);
        for (const PlacedSlot& slot : marks.slotLetters())
            places.push_back(slot.box);
        QVERIFY(places.size() >= 3);
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY(QRectF(QPointF(), size).contains(places[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].adjusted(0.01, 0.01, -0.01, -0.01).intersects(places[j]));
        }
    }

    void theFileShowsWhatTheScreenShows() {
        ExampleRun run(2);
        ChartFigure figure;
        fill(figure.data(), run);
        ChartOptions options;
        options.validationNote = QStringLiteral("새 사진 120장");
        options.guessingLoss = 0.693;
        figure.setOptions(options);
        KoreanWords korean;
        qApp->installTranslator(&korean);
        const FigureSettings settings;
        const QStringList texts = textsOf(figureSvg(figure, settings));
        const QByteArray pdf = figurePdf(figure, settings);
        qApp->removeTranslator(&korean);
        for (const QString& text :
             {QStringLiteral("손실"), QStringLiteral("validation: 새 사진 120장"),
              QStringLiteral("갈래 1 검증 0.656"), QStringLiteral("갈래 2 검증 0.388"),
              QStringLiteral("branch 2 training 0.300"), QStringLiteral("dropout on, 25 %"),
              QStringLiteral("1"), QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"),
              QStringLiteral("epoch"), QStringLiteral("0.8"), QStringLiteral("guessing: 0.693")})
            QVERIFY2(texts.contains(text),
                     qPrintable(text + QStringLiteral(" is not in: ") + texts.join(u'|')));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.count("/FontFile2") + pdf.count("/FontFile3") >= 2);
    }

    void picturesHaveTheSizeAskedFor() {
        ChartFigure figure;
        fill(figure.data(), ExampleRun(1));
        for (const double ratio : {1.0, 2.0, 4.0}) {
            FigureSettings settings;
            settings.pixelRatio = ratio;
            QCOMPARE(figureImage(figure, settings).size(), (QSizeF(960, 540) * ratio).toSize());
        }
    }

    void theCsvHasEveryRow() {
        const ExampleRun run(2);
        ChartFigure figure;
        fill(figure.data(), run);
        const QList<QByteArray> rows = figure.csv().trimmed().split('\n');
        QCOMPARE(rows.size(), static_cast<qsizetype>(1 + run.steps.size() + run.epochs.size()));
        for (const QByteArray& row : rows)
            QCOMPARE(row.count(','), rows.front().count(','));
        QCOMPARE(rows[1], "step,1,1,1,1," +
                              QByteArray::number(static_cast<double>(run.steps[0].loss), 'g', 9) +
                              QByteArrayLiteral(",,,,,,"));
        QVERIFY(rows.back().startsWith("epoch,2,27,405,1,0.3,"));
        QCOMPARE(figure.numbers().count(u'\n'), static_cast<qsizetype>(1 + run.epochs.size()));
    }

    void filesAreWrittenOrTheReasonIsGiven() {
        ChartFigure figure;
        fill(figure.data(), ExampleRun(1));
        const QTemporaryDir folder;
        for (const auto& [format, name] :
             {std::pair{FigureFormat::Png, "a.png"}, std::pair{FigureFormat::Svg, "a.svg"},
              std::pair{FigureFormat::Pdf, "a.pdf"}, std::pair{FigureFormat::Csv, "a.csv"}}) {
            const QString path = folder.filePath(QLatin1String(name));
            writeFigure(figure, path, format, {});
            QVERIFY(QFileInfo(path).size() > 500);
        }
        const QString nowhere = folder.filePath(QStringLiteral("missing/a.png"));
        try {
            writeFigure(figure, nowhere, FigureFormat::Png, {});
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ProblemKind::Storage);
            QCOMPARE(QString::fromStdString(error.problem().where), nowhere);
        }
    }

    void theLineFollowsTheKeys() {
        LossChart chart;
        const ExampleRun run(2);
        chart.setHistory(run.timeline, run.steps, run.epochs);
        chart.resize(600, 400);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        auto* canvas = chart.findChild<ChartCanvas*>();
        canvas->grab();
        QTest::keyClick(canvas, Qt::Key_Left);
        QTest::keyClick(canvas, Qt::Key_Left);
        QVERIFY(
            canvas->readingText().startsWith(QStringLiteral("Epoch 26.0, step 390. branch 1: validation")));
        QCOMPARE(canvas->accessibleDescription(), canvas->readingText());
        QTest::keyClick(canvas, Qt::Key_Plus);
        QVERIFY(chart.options().view.has_value());
        QVERIFY(chart.options().view->right - chart.options().view->left < 40);
        QTest::keyClick(canvas, Qt::Key_0);
        QVERIFY(!chart.options().view.has_value());
        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(canvas->readingText().isEmpty());
    }

    void aSlotIsChosenByItsLetter() {
        LossChart chart;
        const ExampleRun run(1);
        chart.setHistory(run.timeline, run.steps, run.epochs);
        chart.resize(600, 400);
        auto* canvas = chart.findChild<ChartCanvas*>();
        chart.show();
        canvas->grab();
        QSignalSpy chosen(&chart, &LossChart::slotChosen);
        const PlotFrame& frame = chart.figure().frame();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPointF(frame.xOf(12), frame.area.bottom()).toPoint());
        QCOMPARE(chosen.size(), qsizetype{1});
        QCOMPARE(chosen.front().front().value<CheckpointId>(), CheckpointId{2});
    }

    void theTableHasARowForEachEpoch() {
        LossChart chart;
        const ExampleRun run(2);
        chart.setHistory(run.timeline, run.steps, run.epochs);
        chart.tableAction()->trigger();
        const QAbstractItemModel* table = chart.findChild<QTableView*>()->model();
        QCOMPARE(table->rowCount(), static_cast<int>(run.epochs.size()));
        QCOMPARE(table->index(0, 3).data().toString(), QStringLiteral("0.646"));
        EpochReport next = run.epochs.back();
        next.epoch = 28;
        next.step += 15;
        chart.addEpochs({next});
        QCOMPARE(table->rowCount(), static_cast<int>(run.epochs.size()) + 1);
    }

    void redrawsAreFewWhileStepsRushIn() {
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        auto* canvas = chart.findChild<ChartCanvas*>();
        int paints = 0;
        struct Counter : QObject {
            explicit Counter(int& count)
                : paints(count) {}
            bool eventFilter(QObject*, QEvent* event) override {
                paints += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
            int& paints;
        } counter(paints);
        canvas->installEventFilter(&counter);
        QElapsedTimer time;
        time.start();
        for (std::int64_t step = 1; time.elapsed() < 600; ++step) {
            chart.addSteps({{{1}, step, 1, 0.5F, 0.001}});
            QCoreApplication::processEvents();
        }
        QVERIFY(paints >= 1);
        QVERIFY(paints <= 600 / 33 + 2);
    }

    void theSentenceFollowsTheTraining() {
        LossChart chart;
        ExampleRun run(1);
        chart.setHistory(run.timeline, run.steps, run.epochs);
        chart.statusLine().setSampleWord(QStringLiteral("photos"));
        QCOMPARE(chart.statusLine().verdict().kind, VerdictKind::Overfitting);
        QCOMPARE(chart.statusLine().reason(),
                 QStringLiteral("new photos got worse for 13 epochs, seen ones better."));
        chart.setPaused(true);
        QCOMPARE(chart.statusLine().heading(), QStringLiteral("Paused"));
        chart.setPlayhead(StepPlace{{1}, 9 * ExampleRun::kStepsPerEpoch});
        QCOMPARE(chart.statusLine().heading(), QStringLiteral("Looking at epoch 9"));
        chart.setLive(StepPlace{{1}, 12 * ExampleRun::kStepsPerEpoch});
        chart.setPlayhead(std::nullopt);
        QCOMPARE(chart.statusLine().verdict().epochs, 12);
        chart.setLive(StepPlace{{1}, 12 * ExampleRun::kStepsPerEpoch + 1});
        QCOMPARE(chart.statusLine().verdict().epochs, 13); // the one under way
        chart.setLive(std::nullopt);
        QVERIFY(chart.statusLine().verdict().epochs > 12);
        chart.clear();
        chart.setPaused(false);
        QCOMPARE(chart.statusLine().verdict().kind, VerdictKind::JustStarted);
    }

    void bothThemesAndEmptyDataArePainted() {
        for (const Theme* theme : {&Theme::light(), &Theme::dark()})
            for (const bool empty : {true, false}) {
                ChartFigure figure;
                if (!empty)
                    fill(figure.data(), ExampleRun(2));
                FigureSettings settings;
                settings.look.theme = theme;
                for (const ChartQuantity quantity : {ChartQuantity::Loss, ChartQuantity::Accuracy}) {
                    ChartOptions options;
                    options.quantity = quantity;
                    figure.setOptions(options);
                    const QImage image = figureImage(figure, settings);
                    QCOMPARE(image.pixelColor(1, 1), theme->color(Token::Surface));
                    const QColor branch = theme->branchLine(2);
                    int painted = 0;
                    for (int y = 0; y < image.height(); ++y)
                        for (int x = 0; x < image.width(); ++x)
                            painted += image.pixelColor(x, y) == branch ? 1 : 0;
                    QCOMPARE(painted > 50, !empty);
                }
            }
    }
};

QTEST_MAIN(TestLossChart)
#include "test_loss_chart.moc"
