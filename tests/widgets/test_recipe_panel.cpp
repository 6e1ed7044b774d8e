// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <memory>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "recipe_samples.h"
#include "widgets/augmentation_knob.h"
#include "widgets/choice_form.h"
#include "widgets/data_card.h"
#include "widgets/knob.h"
#include "widgets/knob_value.h"
#include "widgets/layer_details.h"
#include "widgets/layer_editor.h"
#include "widgets/layer_row.h"
#include "widgets/network_card.h"
#include "widgets/option_editor.h"
#include "widgets/option_form.h"
#include "widgets/recipe_panel.h"
#include "widgets/switch.h"
#include "widgets/training_card.h"

using namespace neurarium;

namespace {

/// Gives an option another value the way a user does, and says which one.
OptionValue editByHand(OptionEditor& editor) {
    const OptionDescription& option = editor.option();
    if (auto* button = editor.findChild<Switch*>()) {
        button->click();
        return button->isChecked();
    }
    if (auto* choices = editor.findChild<QComboBox*>()) {
        choices->setCurrentIndex((choices->currentIndex() + 1) % choices->count());
        emit choices->activated(choices->currentIndex());
        return choices->currentData().toString().toStdString();
    }
    auto* field = editor.findChild<QLineEdit*>();
    const auto type = [field](const char* text) {
        field->setText(QString::fromUtf8(text));
        emit field->editingFinished();
    };
    switch (option.kind) {
    case OptionKind::Integer:
        type("7");
        return std::int64_t{7};
    case OptionKind::Number:
        type("0.125");
        return 0.125;
    case OptionKind::Numbers:
        type("32, 48");
        return std::vector<double>{32, 48};
    case OptionKind::Texts:
        type("a, b");
        return std::vector<std::string>{"a", "b"};
    default:
        type((field->text() + QStringLiteral("한글/words")).toUtf8().constData());
        return field->text().toStdString();
    }
}

} // namespace

class TestRecipePanel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void aRecipeComesBackAsItWent();
    void everyOptionOfEveryChoiceIsEdited();
    void everyOptionOfEveryLayerIsEdited();
    void wrongValuesStayOutAndAreTold();
    void layersAreAddedMovedAndRemoved();
    void aMistakeStandsAtItsLayer();
    void oneDropoutKnobSetsEveryLayer();
    void dropoutThatBeganOffCanBeSwitchedOn();
    void liveKnobsTellOnlyThemselves();
    void marksStandAtTheirKnobs();
    void compactKeepsOneCardOpen();

private:
    Recipe edited() const { return m_edits->last()[0].value<Recipe>(); }
    void checkForm(ChoiceForm* form, const std::function<const Choice&(const Recipe&)>& part);

    std::unique_ptr<RecipePanel> m_panel;
    std::unique_ptr<QSignalSpy> m_edits;
    void labelsAreCorrectedWhereTheyMayBeWrong();
};

void TestRecipePanel::init() {
    qRegisterMetaType<Recipe>();
    m_panel = std::make_unique<RecipePanel>();
    m_panel->setCatalogue(sampleCatalogue());
    m_panel->setRecipe(sampleRecipe());
    m_edits = std::make_unique<QSignalSpy>(m_panel.get(), &RecipePanel::recipeEdited);
}

void TestRecipePanel::aRecipeComesBackAsItWent() {
    QCOMPARE(m_panel->recipe(), sampleRecipe());
    QCOMPARE(m_edits->count(), 0);
    Recipe gathered = sampleRecipe();
    m_panel->dataCard()->writeTo(gathered);
    m_panel->networkCard()->writeTo(gathered);
    m_panel->trainingCard()->writeTo(gathered);
    QCOMPARE(gathered, sampleRecipe());
}

void TestRecipePanel::checkForm(ChoiceForm* form, const std::function<const Choice&(const Recipe&)>& part) {
    for (int kind = 0; kind < form->kindBox()->count(); ++kind) {
        form->kindBox()->setCurrentIndex(kind);
        emit form->kindBox()->activated(kind);
        const std::string type = form->kindBox()->itemData(kind).toString().toStdString();
        QCOMPARE(part(m_panel->recipe()).type, type);
        for (OptionEditor* editor : form->form()->findChildren<OptionEditor*>()) {
            Options expected = part(m_panel->recipe()).options;
            const auto before = m_edits->count();
            const OptionValue value = editByHand(*editor);
            expected[editor->option().name] = value;
            QCOMPARE(m_edits->count(), before + 1);
            QVERIFY2(part(edited()).options == expected, editor->option().name.c_str());
        }
    }
}

void TestRecipePanel::everyOptionOfEveryChoiceIsEdited() {
    checkForm(m_panel->dataCard()->source(), [](const Recipe& r) -> const Choice& { return r.data; });
    TrainingCard* training = m_panel->trainingCard();
    checkForm(training->loss(), [](const Recipe& r) -> const Choice& { return r.loss; });
    checkForm(training->optimizer(), [](const Recipe& r) -> const Choice& { return r.optimizer; });
    checkForm(training->schedule(), [](const Recipe& r) -> const Choice& { return r.schedule; });
    QCOMPARE(std::get<double>(m_panel->recipe().optimizer.options.at("lr")), 0.002); // kept by its knob
    for (OptionForm* form : {training->length(), training->more(), m_panel->dataCard()->more()}) {
        for (OptionEditor* editor : form->findChildren<OptionEditor*>()) {
            const Recipe before = m_panel->recipe();
            editByHand(*editor);
            QVERIFY2(!(m_panel->recipe() == before), editor->option().name.c_str());
        }
    }
    QCOMPARE(m_panel->recipe().epochs, 7);
    QCOMPARE(m_panel->recipe().seed, 7U);
    QCOMPARE(m_panel->recipe().patience.value_or(0), 7);
    QVERIFY(!m_panel->recipe().shuffle);
}

void TestRecipePanel::everyOptionOfEveryLayerIsEdited() {
    LayerEditor* editor = m_panel->networkCard()->editor();
    for (const KindDescription& kind : sampleCatalogue().layers) {
        editor->choose({{0, false}});
        editor->addAfterChosen(kind.type);
        QCOMPARE(edited().network[1].type, kind.type);
        for (OptionEditor* option : editor->details()->form()->findChildren<OptionEditor*>()) {
            const OptionValue value = editByHand(*option);
            QVERIFY2(edited().network[1].options.at(option->option().name) == value, kind.type.c_str());
        }
        editor->removeChosen();
    }
    QCOMPARE(m_panel->recipe(), sampleRecipe());
}

void TestRecipePanel::wrongValuesStayOutAndAreTold() {
    LayerEditor* editor = m_panel->networkCard()->editor();
    editor->choose({{0, false}});
    OptionEditor* kernel = editor->details()->form()->editor("kernel");
    auto* field = kernel->findChild<QLineEdit*>();
    for (const char* wrong : {"0", "3.5", "many", "1e99", ""}) {
        field->setText(QLatin1String(wrong));
        emit field->editingFinished();
        QCOMPARE(m_edits->count(), 0);
        QCOMPARE(field->text(), QLatin1String(wrong));
        const auto labels = kernel->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->property("role").toString() == QLatin1String("bad") && !label->text().isEmpty();
        }));
    }
    field->setText(QStringLiteral("5"));
    emit field->editingFinished();
    QCOMPARE(m_edits->count(), 1);
}

void TestRecipePanel::layersAreAddedMovedAndRemoved() {
    LayerEditor* editor = m_panel->networkCard()->editor();
    QCOMPARE(editor->rows().size(), std::size_t{8});
    editor->choose({{2, false}});
    editor->addInside("relu", true);
    QCOMPARE(edited().network[2].shortcut.size(), std::size_t{2});
    QCOMPARE(placeText(editor->chosen()), std::string("network[2].shortcut[1]"));
    QTest::keyClick(editor->rows()[6], Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(edited().network[2].shortcut[0].type, std::string("relu"));
    QTest::keyClick(editor->rows()[5], Qt::Key_Delete);
    editor->choose({{1, false}});
    editor->moveChosen(-1);
    QCOMPARE(edited().network[0].type, std::string("relu"));
    editor->moveChosen(-1); // already the first
    QCOMPARE(edited().network[0].type, std::string("relu"));
    editor->moveChosen(1);
    QCOMPARE(m_panel->recipe(), sampleRecipe());
}

void TestRecipePanel::aMistakeStandsAtItsLayer() {
    RecipeCheck check;
    check.inputShape = {3, 64, 64};
    check.layers.resize(5);
    check.layers[0].outputShape = {8, 62, 62};
    check.layers[0].weights = 216;
    check.layers[0].biases = 8;
    check.layers[2].problem = Problem{ProblemKind::Refused,
                                      "network[2].layers[0].kernel",
                                      explain("Problem", "The window of %1 is too large", {"99"}),
                                      {}};
    m_panel->setCheck(check);
    const auto& rows = m_panel->networkCard()->editor()->rows();
    QCOMPARE(rows[0]->texts().title, QStringLiteral("Convolution, 8 maps"));
    QCOMPARE(rows[0]->texts().parameters, QStringLiteral("224"));
    QCOMPARE(rows[0]->texts().shape, QStringLiteral("8 × 62 × 62"));
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(!rows[i]->texts().problem.isEmpty(), i == 3);
    QVERIFY(rows[3]->texts().problem.contains(QStringLiteral("99")));
    const auto labels = m_panel->networkCard()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text() == QLatin1String("216 + 8 = <b>224</b>");
    }));
}

void TestRecipePanel::oneDropoutKnobSetsEveryLayer() {
    Knob* dropout = m_panel->trainingCard()->dropout();
    const auto rates = [](const Recipe& recipe) {
        return std::pair(std::get<double>(recipe.network[2].layers[1].options.at("rate")),
                         std::get<double>(recipe.network[3].options.at("rate")));
    };
    dropout->switchButton()->click();
    QCOMPARE(rates(edited()), std::pair(0.0, 0.0));
    dropout->switchButton()->click();
    QCOMPARE(rates(edited()), std::pair(0.1, 0.3));
    dropout->knobValue()->box()->setText(QStringLiteral("40 %"));
    emit dropout->knobValue()->box()->editingFinished();
    QCOMPARE(rates(edited()), std::pair(0.4, 0.4));
}

void TestRecipePanel::dropoutThatBeganOffCanBeSwitchedOn() {
    Knob* dropout = m_panel->trainingCard()->dropout();
    dropout->switchButton()->click();
    m_panel->setLive(true);
    m_panel->setDropout(std::nullopt, true); // the session: layers keep their own rates, which are 0
    QVERIFY(!dropout->isOn());
    QSignalSpy changed(m_panel.get(), &RecipePanel::dropoutChanged);
    dropout->switchButton()->click();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].value<std::optional<double>>(), std::optional(dropout->value()));
    QVERIFY(dropout->value() > 0);
    QCOMPARE(changed[0][1].toBool(), true);
}

void TestRecipePanel::liveKnobsTellOnlyThemselves() {
    m_panel->setLive(true);
    QSignalSpy dropout(m_panel.get(), &RecipePanel::dropoutChanged);
    QSignalSpy rate(m_panel.get(), &RecipePanel::learningRateChanged);
    QSignalSpy augment(m_panel.get(), &RecipePanel::augmentationChanged);
    QSignalSpy unlock(m_panel.get(), &RecipePanel::unlockRequested);
    TrainingCard* training = m_panel->trainingCard();
    training->dropout()->switchButton()->click();
    QCOMPARE(dropout.count(), 1);
    QVERIFY(!dropout[0][0].value<std::optional<double>>().has_value()); // each layer keeps its own
    QCOMPARE(dropout[0][1].toBool(), false);
    training->learningRate()->knobValue()->box()->setText(QStringLiteral("0.01"));
    emit training->learningRate()->knobValue()->box()->editingFinished();
    QCOMPARE(rate[0][0].toDouble(), 0.01);
    m_panel->dataCard()->augmentation()->chip(AugmentationKnob::Flip)->click();
    QCOMPARE(augment.count(), 1);
    QVERIFY(m_panel->dataCard()->source()->isHidden());
    QCOMPARE(training->batchSize()->state(), KnobState::Waiting);
    LayerEditor* editor = m_panel->networkCard()->editor();
    editor->choose({{0, false}});
    editor->removeChosen();
    editor->addAfterChosen("relu");
    QCOMPARE(editor->network(), sampleRecipe().network);
    QCOMPARE(m_edits->count(), 0);
    m_panel->setLive(false);
    QVERIFY(!m_panel->dataCard()->source()->isHidden());
    QCOMPARE(training->batchSize()->state(), KnobState::Plain);
}

void TestRecipePanel::marksStandAtTheirKnobs() {
    m_panel->setLive(true);
    m_panel->setDropout(0.25, true);
    QCOMPARE(m_panel->trainingCard()->dropout()->value(), 0.25);
    Mark mark;
    mark.number = 2;
    mark.epoch = 12;
    mark.changes = {{ChangeKind::Dropout, "dropout", "off", "0.25"}};
    m_panel->setMarks({mark});
    QSignalSpy undo(m_panel.get(), &RecipePanel::undoRequested);
    for (auto* button : m_panel->trainingCard()->dropout()->findChildren<QPushButton*>())
        button->click();
    QCOMPARE(undo.count(), 1);
    QCOMPARE(undo[0][0].toInt(), 2);
}

void TestRecipePanel::compactKeepsOneCardOpen() {
    m_panel->setCompact(true);
    QVERIFY(!m_panel->dataCard()->isOpen());
    QVERIFY(m_panel->trainingCard()->isOpen());
    static_cast<Card*>(m_panel->dataCard())->heading()->click();
    QVERIFY(m_panel->dataCard()->isOpen());
    QVERIFY(!m_panel->trainingCard()->isOpen());
}

/// Before the run the switch would give the trick away.
void TestRecipePanel::labelsAreCorrectedWhereTheyMayBeWrong() {
    QSignalSpy corrected(m_panel.get(), &RecipePanel::labelsCorrected);
    Knob* labels = m_panel->dataCard()->labels();
    m_panel->setLive(true);
    QVERIFY(labels->isHidden());
    m_panel->setLive(false);
    Recipe recipe = sampleRecipe();
    recipe.mislabel = {.fraction = 0.5, .fromEpoch = 3};
    m_panel->setRecipe(recipe);
    QVERIFY(labels->isHidden());
    m_panel->setLive(true);
    QVERIFY(!labels->isHidden());
    labels->switchButton()->click();
    QCOMPARE(corrected.count(), 1);
    QCOMPARE(corrected.front().front().toBool(), true);
    Mark mark;
    mark.number = 4;
    mark.epoch = 7;
    mark.changes = {{ChangeKind::Labels, "wrong_labels", "own", "0"}};
    m_panel->setMarks({mark});
    QSignalSpy undone(m_panel.get(), &RecipePanel::undoRequested);
    emit labels->undoRequested(4);
    QCOMPARE(undone.count(), 1);
    m_panel->setLabelsCorrected(false);
    QVERIFY(!labels->isOn());
    QVERIFY(m_panel->recipe().mislabel == recipe.mislabel); // no edit of the card loses it
}

QTEST_MAIN(TestRecipePanel)
#include "test_recipe_panel.moc"
