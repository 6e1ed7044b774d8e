// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_menu.h"

#include <array>

#include <QActionGroup>

namespace neurarium {

namespace {

constexpr std::array<double, 5> kSmoothing{0, 0.6, 0.9, 0.97, 0.99};

// Places in the list of choices, in the order they are added.
enum Place {
    Loss,
    Accuracy,
    Logarithmic,
    Epochs,
    Steps,
    Seconds,
    Smoothing,
    Difference = Smoothing + 5,
    Fit
};

} // namespace

ChartMenu::ChartMenu(QWidget* parent)
    : QMenu(parent)
    , m_unit(new QMenu(this))
    , m_smoothing(new QMenu(this)) {
    QActionGroup* quantities = addGroup();
    addChoice(quantities, [](ChartOptions& options) {
        options.quantity = ChartQuantity::Loss;
        options.view.reset();
    });
    addChoice(quantities, [](ChartOptions& options) {
        options.quantity = ChartQuantity::Accuracy;
        options.view.reset();
    });
    addSeparator();
    addChoice(nullptr, [](ChartOptions& options) {
        options.logarithmic = !options.logarithmic;
        options.view.reset();
    });
    QActionGroup* units = addGroup();
    for (const ChartUnit unit : {ChartUnit::Epochs, ChartUnit::Steps, ChartUnit::Seconds})
        addChoice(units, [unit](ChartOptions& options) {
            options.unit = unit;
            options.view.reset();
        });
    QActionGroup* factors = addGroup();
    for (const double factor : kSmoothing)
        addChoice(factors, [factor](ChartOptions& options) { options.smoothing = factor; });
    m_unit->addActions(units->actions());
    m_smoothing->addActions(factors->actions());
    for (const QActionGroup* group : {units, factors})
        for (QAction* action : group->actions())
            removeAction(action);
    addMenu(m_unit);
    addMenu(m_smoothing);
    addSeparator();
    addChoice(nullptr, [](ChartOptions& options) { options.difference = !options.difference; });
    addChoice(nullptr, [](ChartOptions& options) { options.view.reset(); });
    m_choices[Fit].action->setCheckable(false);
    retranslate();
    showOptions({});
}

QActionGroup* ChartMenu::addGroup() {
    return new QActionGroup(this);
}

void ChartMenu::addChoice(QActionGroup* group, const Apply& apply) {
    QAction* action = addAction(QString());
    action->setCheckable(true);
    if (group)
        group->addAction(action);
    connect(action, &QAction::triggered, this, [this, apply] {
        apply(m_options);
        emit chosen(m_options);
    });
    m_choices.push_back({action, apply});
}

void ChartMenu::showOptions(const ChartOptions& options) {
    m_options = options;
    const auto tick = [this](int place, bool on) {
        m_choices[static_cast<std::size_t>(place)].action->setChecked(on);
    };
    tick(Loss, options.quantity == ChartQuantity::Loss);
    tick(Accuracy, options.quantity == ChartQuantity::Accuracy);
    tick(Logarithmic, options.logarithmic);
    m_choices[Logarithmic].action->setEnabled(options.quantity == ChartQuantity::Loss);
    tick(Epochs, options.unit == ChartUnit::Epochs);
    tick(Steps, options.unit == ChartUnit::Steps);
    tick(Seconds, options.unit == ChartUnit::Seconds);
    for (std::size_t i = 0; i < kSmoothing.size(); ++i)
        tick(Smoothing + static_cast<int>(i), options.smoothing == kSmoothing[i]);
    tick(Difference, options.difference);
    m_choices[Difference].action->setEnabled(options.twins.has_value());
    m_choices[Fit].action->setEnabled(options.view.has_value());
}

void ChartMenu::retranslate() {
    const auto name = [this](int place, const QString& text) {
        m_choices[static_cast<std::size_t>(place)].action->setText(text);
    };
    name(Loss, tr("Loss"));
    name(Accuracy, tr("Accuracy"));
    name(Logarithmic, tr("Logarithmic scale"));
    m_unit->setTitle(tr("Along the axis"));
    name(Epochs, tr("Epochs"));
    name(Steps, tr("Steps"));
    name(Seconds, tr("Seconds"));
    m_smoothing->setTitle(tr("Smooth the thin line"));
    name(Smoothing, tr("Off"));
    for (std::size_t i = 1; i < kSmoothing.size(); ++i)
        name(Smoothing + static_cast<int>(i), QString::number(kSmoothing[i]));
    name(Difference, tr("Difference of the twins"));
    name(Fit, tr("Show everything"));
}

} // namespace neurarium
