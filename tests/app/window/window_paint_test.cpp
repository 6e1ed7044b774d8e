// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>
#include <QTextLayout>
#include <QToolButton>

#include "app/lab_page.h"
#include "app/settings.h"
#include "app/stage.h"
#include "widgets/elided_label.h"
#include "widgets/timeline_view.h"
#include "window_driver.h"

using namespace neurarium;

namespace {

constexpr QSize kUsual(1600, 1000);
constexpr int kSettled = 200; // milliseconds
constexpr QSize kSmallest(1280, 720);

struct Style {
    bool dark = false;
    double textScale = 1;
};

QStringList g_warnings;

void keepWarnings(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    if (text.contains("propagateSizeHints"))
        return; // said by Qt's own plugin without a screen
    if (type == QtWarningMsg || type == QtCriticalMsg)
        g_warnings << text;
    else
        fprintf(stderr, "%s\n", qPrintable(text));
}

QString nameOf(const QWidget& widget, const QString& text = {}) {
    return QString("%1 \"%2\" in %3")
        .arg(widget.metaObject()->className(), text,
             widget.parentWidget() ? widget.parentWidget()->metaObject()->className() : "nothing");
}

/// What scrolls may be larger than what it is seen through.
bool scrolls(const QWidget& widget) {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(
        widget.parentWidget() ? widget.parentWidget()->parentWidget() : nullptr);
    return area != nullptr && area->viewport() == widget.parentWidget();
}

QStringList standsOut(const QWidget& widget) {
    const QRect room = widget.parentWidget()->rect(), place = widget.geometry();
    if (scrolls(widget) || room.contains(place))
        return {};
    return {QString("%1 reaches out: %2..%3 of %4, %5..%6 of %7")
                .arg(nameOf(widget))
                .arg(place.left())
                .arg(place.right() + 1)
                .arg(room.width())
                .arg(place.top())
                .arg(place.bottom() + 1)
                .arg(room.height())};
}

QStringList cutLabel(const QLabel& label) {
    if (label.text().isEmpty() || dynamic_cast<const ElidedLabel*>(&label) != nullptr)
        return {};
    const QSize needed = label.wordWrap() ? QSize(0, label.heightForWidth(label.width())) : label.sizeHint();
    if (label.width() >= needed.width() && label.height() >= needed.height())
        return {};
    return {QString("%1 is cut: %2x%3 of %4x%5")
                .arg(nameOf(label, label.text()))
                .arg(label.width())
                .arg(label.height())
                .arg(needed.width())
                .arg(needed.height())};
}

/// Words that a line break would cut between their syllables.
QStringList brokenWords(const QLabel& label) {
    static const QRegularExpression tags("<[^>]*>");
    if (!label.wordWrap())
        return {};
    const QString text = label.text().remove(tags);
    QTextLayout layout(text, label.font());
    layout.setTextOption(QTextOption());
    const auto isSyllable = [&text](int at) {
        return at >= 0 && at < text.size() && text[at].script() == QChar::Script_Hangul;
    };
    QStringList found;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(label.contentsRect().width());
        const int next = line.textStart() + line.textLength();
        if (isSyllable(next - 1) && isSyllable(next))
            found << nameOf(label, label.text()) + " breaks a word";
    }
    layout.endLayout();
    return found;
}

bool writesItsText(const QAbstractButton& button) {
    if (const auto* tool = qobject_cast<const QToolButton*>(&button))
        return tool->toolButtonStyle() != Qt::ToolButtonIconOnly || tool->icon().isNull();
    return qobject_cast<const QPushButton*>(&button) || qobject_cast<const QCheckBox*>(&button) ||
           qobject_cast<const QRadioButton*>(&button);
}

QStringList cutButton(const QAbstractButton& button) {
    const QSize needed = button.sizeHint();
    if (button.text().isEmpty() || !writesItsText(button) ||
        (button.width() >= needed.width() && button.height() >= needed.height()))
        return {};
    return {QString("%1 is cut: %2x%3 of %4x%5")
                .arg(nameOf(button, button.text()))
                .arg(button.width())
                .arg(button.height())
                .arg(needed.width())
                .arg(needed.height())};
}

/// A field whose number or a counter whose digits do not fit. A field for sentences scrolls.
QStringList cutField(const QWidget& widget) {
    const auto* field = qobject_cast<const QLineEdit*>(&widget);
    const bool counter = widget.inherits("neurarium::CounterWidget");
    constexpr int kFrame = 16; // of a field, and its cursor
    const bool scrolls = field && field->property("scrolls").toBool();
    const int text = field && !scrolls ? field->fontMetrics().horizontalAdvance(field->text()) + kFrame : 0;
    if ((field == nullptr || field->width() >= text) &&
        (!counter || widget.height() >= widget.sizeHint().height()))
        return {};
    return {nameOf(widget, field ? field->text() : widget.accessibleName()) + " is cut"};
}

/// Words that are no names and not Korean: what was left untranslated.
bool isEnglish(QString text) {
    static const QRegularExpression letters("[A-Za-z]{3,}"), korean("[가-힣]"), tags("<[^>]*>");
    static const QRegularExpression names(
        "Neurarium|English|Language|AdamW?|SGD|ReLU|GELU|SiLU|Tanh|PNG|SVG|PDF|CSV");
    text.remove(tags).remove(names);
    return text.contains(letters) && !text.contains(korean);
}

/// What is wider than what it is seen through, and cannot be scrolled sideways.
QStringList cutInside(const QWidget& widget) {
    const auto* area = qobject_cast<const QScrollArea*>(&widget);
    if (area == nullptr || area->widget() == nullptr ||
        area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff ||
        area->widget()->width() <= area->viewport()->width())
        return {};
    return {nameOf(widget) + " is cut at its side"};
}

QStringList flaws(const QWidget& window, const QString& language) {
    QStringList found;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->isWindow() || each->window() != &window)
            continue;
        found << standsOut(*each) << cutField(*each) << cutInside(*each);
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(each)) {
            found << cutLabel(*label) << brokenWords(*label);
            text = label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(each)) {
            found << cutButton(*button);
            text = button->text();
        }
        if (language == "ko" && isEnglish(text))
            found << nameOf(*each, text) + " is not Korean";
    }
    return found;
}

} // namespace

/// Every page fits in both languages, both themes, both window sizes and with large text: nothing reaches out
/// of its place, no word is cut or left untranslated, Qt has nothing to complain of.
class WindowPaintTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void fits_data();
    void fits();
    void fitsWhenItBeginsWithLargeText();
    void looksTheSameAfterSwitchingTheTheme();
    void foldsTheGuideWhereThereIsNoRoom();
    void speaksKoreanInQtsOwnWords();
    void cleanup();
    void cleanupTestCase();

private:
    QStringList look(const QString& language, const Style& style, QSize size);

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowPaintTest::initTestCase() {
    qInstallMessageHandler(keepWarnings);
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
}

void WindowPaintTest::cleanup() {
    QVERIFY2(g_warnings.empty(), qPrintable(g_warnings.join('\n')));
    g_warnings.clear();
}

void WindowPaintTest::cleanupTestCase() {
    m_driver.reset();
}

void WindowPaintTest::fits_data() {
    QTest::addColumn<QString>("lesson");
    QTest::newRow("welcome") << QString();
    for (const char* lesson : {"teach-it-cats", "draw-the-border", "cut-the-words", "who-looks-at-whom"})
        QTest::newRow(lesson) << QString(lesson);
}

void WindowPaintTest::fits() {
    QFETCH(QString, lesson);
    if (!lesson.isEmpty()) {
        m_driver->window().openLesson(lesson);
        m_driver->press(Qt::Key_Space);
        QVERIFY(m_driver->waitForSteps(5));
        QVERIFY(m_driver->pause());
        m_driver->lab().saves().save("before the break");
        QVERIFY(m_driver->waitFor([this] { return bool(m_driver->newestSlot().id); }));
        if (lesson == "draw-the-border")
            m_driver->page().timeline().setChosen(m_driver->newestSlot().id);
    }
    QStringList found;
    for (const Style style : {Style{}, Style{true, 1}, Style{false, 1.5}})
        for (const char* language : {"en", "ko"})
            for (const QSize size : {kUsual, kSmallest})
                found << look(language, style, size);
    look("en", {}, kUsual);
    found.removeDuplicates();
    for (const QString& flaw : found)
        qInfo("%s", qPrintable(flaw));
    QCOMPARE(found.size(), 0);
}

/// What is made while the text is large already is told of no change.
void WindowPaintTest::fitsWhenItBeginsWithLargeText() {
    const auto beginAnew = [this](double textScale) {
        m_driver.reset();
        Settings().setTextScale(textScale);
        m_driver = std::make_unique<WindowDriver>();
        return m_driver->show();
    };
    QVERIFY(beginAnew(1.5));
    m_driver->window().openLesson("who-looks-at-whom");
    QVERIFY(m_driver->waitForPhase(LabPhase::Ready));
    QStringList found;
    for (const char* language : {"en", "ko"})
        for (const QSize size : {kUsual, kSmallest})
            found << look(language, {false, 1.5}, size);
    QVERIFY2(found.empty(), qPrintable(found.join('\n')));
    look("en", {}, kUsual);
    QVERIFY(beginAnew(1));
}

/// A window whose theme was switched is the one that began with that theme, to the last pixel.
void WindowPaintTest::looksTheSameAfterSwitchingTheTheme() {
    const auto begin = [this](const char* lesson, bool dark) {
        m_driver.reset();
        Settings().setDark(dark);
        m_driver = std::make_unique<WindowDriver>();
        const bool shown = m_driver->show();
        m_driver->window().openLesson(lesson);
        m_driver->window().resize(kUsual);
        return shown && m_driver->waitForPhase(LabPhase::Ready);
    };
    const auto picture = [this] { return m_driver->window().grab().toImage(); };
    // Layouts settle, and what was read comes in, some time after the window is there.
    const auto settled = [&] {
        QImage last;
        for (int rounds = 0; rounds < 20; ++rounds) {
            QTest::qWait(kSettled);
            if (const QImage now = picture(); now.size() == kUsual && now == std::exchange(last, now))
                break;
        }
        return last;
    };
    for (const char* lesson : {"who-looks-at-whom", "word-map", "draw-the-border"})
        for (const bool dark : {true, false}) {
            QVERIFY(begin(lesson, dark));
            const QImage begun = settled();
            QVERIFY(begin(lesson, !dark));
            QVERIFY(settled() != begun);
            m_driver->window().appearance().setDark(dark);
            QTRY_COMPARE(picture(), begun);
        }
    Settings().setDark(false);
}

QStringList WindowPaintTest::look(const QString& language, const Style& style, QSize size) {
    MainWindow& window = m_driver->window();
    window.resize(size);
    window.appearance().setDark(style.dark);
    window.appearance().setTextScale(style.textScale);
    window.appearance().setLanguage(language);
    window.grab();
    QStringList found;
    // Layouts settle when the events of the change have been dealt with.
    for (int rounds = 0; rounds == 0 || (rounds < 20 && !found.empty()); ++rounds) {
        QTest::qWait(10);
        found = flaws(window, language);
    }
    if (window.size() != size)
        found << "the window has another size";
    const QString where = QString("%1 %2 %3 %4 %: ")
                              .arg(language, style.dark ? "dark" : "light")
                              .arg(size.width())
                              .arg(style.textScale * 100);
    return found.replaceInStrings(QRegularExpression("^"), where);
}

void WindowPaintTest::foldsTheGuideWhereThereIsNoRoom() {
    MainWindow& window = m_driver->window();
    const auto open = [this] {
        QTest::qWait(10);
        return m_driver->page().isGuideOpen();
    };
    window.openLesson("teach-it-cats");
    window.resize(kUsual);
    QVERIFY(open());
    window.resize(kSmallest);
    QVERIFY(!open());
    window.resize(kUsual);
    QVERIFY(open());
    window.appearance().setTextScale(1.5);
    QVERIFY(!open());
    window.appearance().setTextScale(1);
    QVERIFY(open());
    m_driver->page().setGuideOpen(false);
    window.resize(kSmallest);
    window.resize(kUsual);
    QVERIFY(!open());
}

void WindowPaintTest::speaksKoreanInQtsOwnWords() {
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_ko.qm"))
        QSKIP("Qt's translations are not installed");
    m_driver->window().appearance().setLanguage("ko");
    const QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    for (const QAbstractButton* button : box.buttons())
        QVERIFY2(button->text().contains(QRegularExpression("[가-힣]")), qPrintable(button->text()));
    m_driver->window().appearance().setLanguage("en");
}

int main(int argc, char* argv[]) {
    WindowPaintTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_paint_test.moc"
