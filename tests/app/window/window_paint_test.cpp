// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include "app/appearance.h"
#include "app/lab_page.h"
#include "app/panel_catalogue.h"
#include "app/stage.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr QSize kSmallest(1280, 720);

QStringList g_warnings;

void keepWarnings(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    if (text.startsWith("This plugin does not support"))
        return; // said by Qt's own plugin without a screen
    if (type == QtWarningMsg || type == QtCriticalMsg)
        g_warnings << text;
    else
        fprintf(stderr, "%s\n", qPrintable(text));
}

/// Widgets that reach out of the window; what scrolls may.
QStringList tooWide(QWidget& window) {
    QStringList found;
    for (QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->isWindow() || each->window() != &window)
            continue;
        bool scrolls = false;
        for (QWidget* up = each->parentWidget(); up != nullptr; up = up->parentWidget())
            scrolls = scrolls || qobject_cast<QAbstractScrollArea*>(up) != nullptr;
        const QRect place(each->mapTo(&window, QPoint(0, 0)), each->size());
        if (!scrolls && !window.rect().contains(place))
            found << QString("%1 %2 at %3..%4, %5..%6")
                         .arg(each->metaObject()->className(), each->objectName())
                         .arg(place.left())
                         .arg(place.right())
                         .arg(place.top())
                         .arg(place.bottom());
    }
    return found;
}

/// Words of the window that are not Korean and no names: what was left untranslated.
QStringList englishWords(QWidget& window) {
    static const QRegularExpression words("[A-Za-z]{3,}");
    static const QStringList names{"Neurarium", "English", "Adam", "AdamW", "SGD",
                                   "PNG",       "SVG",     "PDF",  "CSV"};
    QStringList texts, found;
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            texts << label->text();
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible())
            texts << button->text();
    for (const QString& text : texts) {
        QString plain = text;
        plain.remove(QRegularExpression("<[^>]*>"));
        for (const QString& name : names)
            plain.remove(name);
        if (plain.contains(words) && !plain.contains(QRegularExpression("[가-힣]")))
            found << text;
    }
    found.removeDuplicates();
    return found;
}

} // namespace

/// Every page and view in both themes, both languages and all sizes.
class WindowPaintTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void fitsAndPaints_data();
    void fitsAndPaints();
    void everyViewPaints_data();
    void everyViewPaints();
    void speaksKorean();
    void changesWhileTraining();
    void cleanup();
};

void WindowPaintTest::initTestCase() {
    qInstallMessageHandler(keepWarnings);
}

void WindowPaintTest::cleanup() {
    QVERIFY2(g_warnings.empty(), qPrintable(g_warnings.join('\n')));
    g_warnings.clear();
}

void WindowPaintTest::fitsAndPaints_data() {
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    for (const char* lesson : {"", "teach-it-cats", "draw-the-border"})
        for (const char* language : {"en", "ko"})
            for (const bool dark : {false, true})
                QTest::addRow("%s %s %s", *lesson ? lesson : "welcome", language, dark ? "dark" : "light")
                    << QString(lesson) << QString(language) << dark;
}

void WindowPaintTest::fitsAndPaints() {
    QFETCH(QString, lesson);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    WindowDriver driver;
    driver.window().appearance().setLanguage(language);
    driver.window().appearance().setDark(dark);
    QVERIFY(driver.show());
    if (!lesson.isEmpty()) {
        driver.window().openLesson(lesson);
        driver.press(Qt::Key_Space);
        QVERIFY(driver.waitForSteps(5));
        QVERIFY(driver.pause());
    }
    struct Case {
        QSize size;
        double scale;
    };
    for (const Case& each : {Case{{1600, 1000}, 1.0}, Case{kSmallest, 1.0}, Case{{1600, 1000}, 1.5}}) {
        driver.window().appearance().setTextScale(each.scale);
        driver.window().resize(each.size);
        QTest::qWait(50);
        const QString where =
            QString("%1x%2, %3: ").arg(each.size.width()).arg(each.size.height()).arg(each.scale);
        const QSize least = driver.window().centralWidget()->minimumSizeHint();
        QVERIFY2(least.width() <= each.size.width() && least.height() <= each.size.height(),
                 qPrintable(where + QString("needs %1x%2").arg(least.width()).arg(least.height())));
        QCOMPARE(driver.window().size(), each.size);
        const QStringList wide = tooWide(driver.window());
        QVERIFY2(wide.empty(), qPrintable(where + wide.join('\n')));
        QVERIFY(!driver.window().grab().isNull());
    }
    driver.window().appearance().setTextScale(1);
    driver.window().appearance().setDark(false);
    driver.window().appearance().setLanguage("en");
}

void WindowPaintTest::everyViewPaints_data() {
    QTest::addColumn<QString>("id");
    for (const PanelKind& kind : panelCatalogue())
        QTest::newRow(kind.id.c_str()) << QString::fromStdString(kind.id);
}

void WindowPaintTest::everyViewPaints() {
    QFETCH(QString, id);
    const PanelKind* kind = panelKind(id.toStdString());
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().resize(1600, 1000);
    QVERIFY(driver.openReady(kind->wanted.playgroundSize > 0 ? "spiral" : "cat-sketches"));
    driver.page().stage().setPanels({kind->id});
    QWidget* view = driver.page().stage().view(kind->id);
    QVERIFY(view != nullptr && view->isVisible());
    const QImage empty = view->grab().toImage();
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(10));
    QVERIFY(driver.pause());
    QTest::qWait(200);
    const QImage filled = view->grab().toImage();
    QVERIFY2(filled != empty, "nothing was painted");
    driver.window().appearance().setDark(true);
    QTest::qWait(50);
    QVERIFY(view->grab().toImage() != filled);
    driver.window().appearance().setLanguage("ko");
    QTest::qWait(50);
    view->grab();
    driver.window().appearance().setDark(false);
    driver.window().appearance().setLanguage("en");
}

void WindowPaintTest::speaksKorean() {
    WindowDriver driver;
    QVERIFY(driver.show());
    driver.window().resize(1600, 1000);
    driver.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(driver.window().appearance().language(), QString("ko"));
    QTest::qWait(100); // widgets are told by an event
    QStringList left = englishWords(driver.window());
    driver.window().openLesson("teach-it-cats");
    driver.press(Qt::Key_Space);
    QVERIFY(driver.waitForSteps(5));
    left << englishWords(driver.window());
    driver.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(left.empty(), qPrintable(left.join('\n')));
}

void WindowPaintTest::changesWhileTraining() {
    WindowDriver driver;
    QVERIFY(driver.show());
    QVERIFY(driver.train("spiral", 20));
    for (int i = 0; i < 6; ++i) {
        const std::size_t before = driver.steps.size();
        const QImage picture = driver.window().grab().toImage();
        driver.press(i % 2 ? Qt::Key_L : Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(driver.waitForSteps(before + 20));
        QVERIFY(driver.window().grab().toImage() != picture);
        QCOMPARE(driver.lab().phase(), LabPhase::Running);
    }
    QVERIFY(driver.problems.empty());
}

int main(int argc, char* argv[]) {
    WindowPaintTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_paint_test.moc"
