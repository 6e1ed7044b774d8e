// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/lab_page.h"
#include "widgets/error_banner.h"
#include "widgets/layer_details.h"
#include "widgets/layer_editor.h"
#include "widgets/layer_row.h"
#include "widgets/network_card.h"
#include "widgets/option_editor.h"
#include "widgets/option_form.h"
#include "widgets/recipe_panel.h"
#include "widgets/training_card.h"
#include "window_driver.h"

using namespace neurarium;

/// The recipe before a run: what is edited is checked at once, and mistakes are told where they are.
class WindowRecipeTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void changedOptionsChangeShapesAndSums();
    void layersComeAndGo();
    void aMistakeIsToldAtItsLayer();
    void aRunLocksTheRecipeUntilItIsUnlocked();
    void otherDataIsReadAgain();

private:
    LayerEditor& editor() { return *m_driver->page().recipe().networkCard()->editor(); }
    LayerRow& row(std::size_t index) { return *editor().rows().at(index); }
    void choose(std::size_t index);
    void type(OptionForm& form, const char* option, const QString& text);
    QString labels() const;

    std::unique_ptr<WindowDriver> m_driver;
};

void WindowRecipeTest::init() {
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->openReady("spiral"));
}

void WindowRecipeTest::cleanup() {
    m_driver.reset();
}

void WindowRecipeTest::choose(std::size_t index) {
    editor().choose({}); // a second click would close it
    QTest::mouseClick(&row(index), Qt::LeftButton);
    QVERIFY(editor().details()->isVisibleTo(&editor()));
}

void WindowRecipeTest::type(OptionForm& form, const char* option, const QString& text) {
    auto* field = form.editor(option)->findChild<QLineEdit*>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

/// All that the network's card says.
QString WindowRecipeTest::labels() const {
    QStringList words;
    for (const QLabel* label : m_driver->page().recipe().networkCard()->findChildren<QLabel*>())
        words << label->text();
    return words.join('\n');
}

void WindowRecipeTest::changedOptionsChangeShapesAndSums() {
    QVERIFY2(labels().contains("354"), qPrintable(labels())); // 2·16+16 + 16·16+16 + 16·2+2
    choose(0);
    type(*editor().details()->form(), "out_features", "8");
    QCOMPARE(std::get<std::int64_t>(m_driver->lab().experiment().network[0].options.at("out_features")), 8);
    QVERIFY2(row(0).texts().parameters.contains("24"), qPrintable(row(0).texts().parameters));
    QVERIFY2(labels().contains("202"), qPrintable(labels()));
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(3));
    QCOMPARE(m_driver->lab().graph().layers.at(0).weights, 16);
}

void WindowRecipeTest::layersComeAndGo() {
    const std::size_t before = m_driver->lab().experiment().network.size();
    choose(1);
    editor().addAfterChosen("dropout");
    QCOMPARE(m_driver->lab().experiment().network.size(), before + 1);
    QCOMPARE(m_driver->lab().experiment().network[2].type, std::string("dropout"));
    QCOMPARE(editor().rows().size(), before + 1);
    choose(2);
    QTest::mouseClick(editor().details()->removeButton(), Qt::LeftButton);
    QCOMPARE(m_driver->lab().experiment().network.size(), before);
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(3));
}

void WindowRecipeTest::aMistakeIsToldAtItsLayer() {
    choose(1);
    editor().addAfterChosen("conv2d");
    QVERIFY(!row(2).texts().problem.isEmpty());
    QVERIFY(row(1).texts().problem.isEmpty());
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForPhase(LabPhase::Failed));
    QVERIFY2(m_driver->page().banner().what().contains("network[2]"),
             qPrintable(m_driver->page().banner().what()));
    choose(2);
    QTest::mouseClick(editor().details()->removeButton(), Qt::LeftButton);
    QVERIFY(row(2).texts().problem.isEmpty());
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(3));
    QVERIFY(!m_driver->page().banner().isVisible());
}

void WindowRecipeTest::aRunLocksTheRecipeUntilItIsUnlocked() {
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(3));
    const std::size_t layers = m_driver->lab().experiment().network.size();
    QTest::mouseClick(&row(0), Qt::LeftButton);
    QTest::keyClick(&row(0), Qt::Key_Delete);
    QCOMPARE(m_driver->lab().experiment().network.size(), layers);
    emit m_driver->page().recipe().unlockRequested();
    QVERIFY(m_driver->waitForPhase(LabPhase::Ready));
    choose(0);
    QTest::keyClick(&row(0), Qt::Key_Delete);
    QCOMPARE(m_driver->lab().experiment().network.size(), layers - 1);
}

void WindowRecipeTest::otherDataIsReadAgain() {
    Recipe recipe = m_driver->lab().experiment();
    recipe.data.options["shape"] = std::string("circles");
    m_driver->lab().edit(recipe);
    QCOMPARE(m_driver->lab().phase(), LabPhase::Reading);
    m_driver->page().setFocus();
    m_driver->press(Qt::Key_Space);
    QVERIFY(m_driver->waitForSteps(3));
    recipe.data.options["shape"] = std::string("spiral");
    m_driver->lab().unlock();
    m_driver->lab().edit(recipe);
    QVERIFY(m_driver->waitForPhase(LabPhase::Ready));
}

int main(int argc, char* argv[]) {
    WindowRecipeTest test;
    return runWindowTest(test, argc, argv);
}
#include "window_recipe_test.moc"
