// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/augmentation_knob.h"

#include <cmath>

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/switch.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

KnobScale scaleOf(AugmentationKnob::Way way) {
    KnobScale scale;
    switch (way) {
    case AugmentationKnob::Turn:
        scale = {.minimum = 0, .maximum = 90, .step = 1, .unit = QStringLiteral("°")};
        break;
    case AugmentationKnob::Holes:
        scale = {.minimum = 1, .maximum = 8, .step = 1};
        break;
    default:
        scale = {.minimum = 0, .maximum = 0.5, .step = 0.01, .percent = true};
    }
    return scale;
}

/// What a way gets when it is switched on for the first time.
double firstAmount(AugmentationKnob::Way way) {
    switch (way) {
    case AugmentationKnob::Turn:
        return 10;
    case AugmentationKnob::Holes:
        return 1;
    case AugmentationKnob::Brightness:
        return 0.2;
    default:
        return 0.1;
    }
}

} // namespace

AugmentationKnob::AugmentationKnob(QWidget* parent)
    : Knob({.hasSwitch = true, .hasValue = false}, parent) {
    auto* chips = new QWidget;
    auto* flow = new FlowLayout(chips);
    body()->insertWidget(1, chips);
    for (int way = 0; way < kWays; ++way) {
        auto place = static_cast<std::size_t>(way);
        m_chips[place] = new QPushButton;
        m_chips[place]->setCheckable(true);
        flow->addWidget(m_chips[place]);
        connect(m_chips[place], &QPushButton::clicked, this, [this](bool on) {
            if (on)
                setOn(true);
            showRows();
            report();
        });
        if (way == Flip)
            continue;
        m_amounts[place] = addAmount(scaleOf(static_cast<Way>(way)), m_rows[place], m_names[place]);
        m_amounts[place]->setValue(firstAmount(static_cast<Way>(way)));
    }
    m_holeSize = addAmount({.minimum = 0.05, .maximum = 0.5, .step = 0.05, .percent = true}, m_holeSizeRow,
                           m_holeSizeName);
    m_holeSize->setValue(AugmentationOptions{}.holeSize);
    connect(this, &Knob::switched, this, [this](bool on) {
        // Switched on with no way chosen, something has to happen.
        const bool none =
            std::none_of(m_chips.begin(), m_chips.end(), [](auto* chip) { return chip->isChecked(); });
        if (on && none)
            m_chips[Flip]->setChecked(true);
        showRows();
        report();
    });
    retranslate();
    recolor();
    setAugmentation({});
}

KnobValue* AugmentationKnob::addAmount(const KnobScale& scale, QWidget*& row, QLabel*& name) {
    row = new QWidget;
    auto* amount = new KnobValue(scale, row);
    name = new QLabel;
    name->setWordWrap(true);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setVerticalSpacing(0);
    grid->addWidget(name, 0, 0);
    grid->addWidget(amount->box(), 0, 1);
    grid->addWidget(amount->slider(), 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    body()->insertWidget(body()->count() - 2, row); // above change and note
    connect(amount, &KnobValue::changed, this, &AugmentationKnob::report);
    return amount;
}

void AugmentationKnob::setAugmentation(const AugmentationOptions& options) {
    const std::array<double, kWays> amounts{options.flip ? 1.0 : 0.0,
                                            options.rotate,
                                            options.shift,
                                            options.zoom,
                                            options.brightness,
                                            static_cast<double>(options.holeCount)};
    setOn(options.any());
    for (std::size_t way = 0; way < kWays; ++way) {
        // All off is the big switch: the chips remember what was on.
        if (options.any())
            m_chips[way]->setChecked(amounts[way] > 0);
        if (m_amounts[way] != nullptr && amounts[way] > 0)
            m_amounts[way]->setValue(amounts[way]);
    }
    m_holeSize->setValue(options.holeSize);
    showRows();
}

bool AugmentationKnob::isWayOn(Way way) const {
    return isOn() && m_chips[way]->isChecked();
}

AugmentationOptions AugmentationKnob::augmentation() const {
    const auto amountOf = [this](Way way) { return isWayOn(way) ? m_amounts[way]->value() : 0.0; };
    AugmentationOptions options;
    options.flip = isWayOn(Flip);
    options.rotate = amountOf(Turn);
    options.shift = amountOf(Shift);
    options.zoom = amountOf(Zoom);
    options.brightness = amountOf(Brightness);
    options.holeCount = std::llround(amountOf(Holes));
    options.holeSize = m_holeSize->value();
    return options;
}

void AugmentationKnob::showRows() {
    for (std::size_t way = 0; way < kWays; ++way) {
        m_chips[way]->setEnabled(isOn());
        if (m_rows[way] != nullptr)
            m_rows[way]->setVisible(isWayOn(static_cast<Way>(way)));
    }
    m_holeSizeRow->setVisible(isWayOn(Holes));
    recolor();
}

void AugmentationKnob::report() {
    emit augmentationChanged(augmentation());
}

void AugmentationKnob::retranslate() {
    setTitle(tr("Vary the photos"));
    const std::array<QString, kWays> chips{tr("flip"), tr("turn"),       tr("shift"),
                                           tr("zoom"), tr("brightness"), tr("holes")};
    const std::array<QString, kWays> names{QString(),        tr("Turn up to"),       tr("Shift up to"),
                                           tr("Zoom up to"), tr("Brightness up to"), tr("Number of holes")};
    for (std::size_t way = 0; way < kWays; ++way) {
        m_chips[way]->setText(chips[way]);
        if (m_names[way] == nullptr)
            continue;
        m_names[way]->setText(names[way]);
        m_amounts[way]->slider()->setAccessibleName(names[way]);
        m_amounts[way]->box()->setAccessibleName(names[way]);
    }
    m_holeSizeName->setText(tr("Size of a hole"));
    m_holeSize->slider()->setAccessibleName(tr("Size of a hole"));
    m_holeSize->box()->setAccessibleName(tr("Size of a hole"));
}

void AugmentationKnob::recolor() {
    const Theme& theme = Theme::of(this);
    const auto name = [&theme](Token token) { return theme.color(token).name(); };
    const QString style =
        QStringLiteral(
            "QPushButton { border-radius: 10px; padding: 1px 9px; border: 1px solid %1; color: %2;"
            " background: %3; font-weight: 400; }"
            "QPushButton:checked { border: 2px solid %4; padding: 0 8px; color: %5; font-weight: 700; }"
            "QPushButton:focus { border: 3px solid %5; padding: 0 7px; }"
            "QPushButton:disabled { color: %2; border: 1px dashed %1; padding: 1px 9px; }")
            .arg(name(Token::Ctl), name(Token::Text2), name(Token::Surface), name(Token::Accent),
                 name(Token::Text));
    for (QPushButton* chip : m_chips) {
        if (chip->styleSheet() != style)
            chip->setStyleSheet(style);
        const bool shown = chip->isChecked() && isOn();
        chip->setIcon(shown ? icon(QStringLiteral("check"), {Token::Accent, &theme}) : QIcon());
    }
}

void AugmentationKnob::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    Knob::changeEvent(event);
}

} // namespace neurarium
